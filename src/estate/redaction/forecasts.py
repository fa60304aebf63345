"""A forecast for the public: its numbers over time, and what falls due that tells no release."""

from __future__ import annotations

from typing import Final

from estate.findings import Place
from estate.plan.forecast import Due, Forecast, Lapse, Moment
from estate.redaction.stand_ins import StandIns
from estate.report.wording import counted

__all__ = ["public_forecast"]

_TOLD: Final = frozenset(
    {"acceptance", "contract", "milestone", "notice", "renewal", "site", "vesting"}
)
"""What falls due on a day that may be told; the ends of support and of licences are not."""


def public_forecast(forecast: Forecast, names: StandIns) -> Forecast:
    """Return a forecast made anew of what may be shown."""
    dues = (_due(each, names) for each in forecast.dues if each.kind in _TOLD)
    return Forecast(
        estate=names.estate(forecast.estate),
        today=forecast.today,
        until=forecast.until,
        every=forecast.every,
        tool=forecast.tool,
        catalogue_as_of=forecast.catalogue_as_of,
        points=forecast.points,
        dues=tuple(sorted(dues, key=lambda each: (each.on, each.kind, each.id))),
        lapses=tuple(_lapse(each, names) for each in forecast.lapses),
        moments=tuple(_moment(each, names) for each in forecast.moments),
        refused=forecast.refused,
        unsure=forecast.unsure,
        last_change=forecast.last_change,
    )


def _due(due: Due, names: StandIns) -> Due:
    return Due(
        on=due.on,
        kind=due.kind,
        id=names.id(due.id),
        name=names.name(due.id),
        told="",
        place=Place(names.id(due.id)),
        settled=due.settled,
    )


def _lapse(lapse: Lapse, names: StandIns) -> Lapse:
    return Lapse(
        on=lapse.on,
        id=names.id(lapse.id),
        covers=(counted(len(lapse.covers), "thing"),),
        projects=names.every(lapse.projects),
        delivers=lapse.delivers,
        place=Place(names.id(lapse.id)),
    )


def _moment(moment: Moment, names: StandIns) -> Moment:
    return Moment(
        on=moment.on,
        id=names.id(moment.id),
        name=names.name(moment.id),
        told=f"{names.name(moment.id)} is due for renewal, and nothing planned needs it by then",
        place=Place(names.id(moment.id)),
    )
