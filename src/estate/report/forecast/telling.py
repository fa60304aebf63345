"""What a forecast tells: the answer first, then the numbers over time, then what falls due."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from estate.findings import SEVERITIES
from estate.plan.forecast import Due, Forecast, Lapse, Point
from estate.plan.forecast_dues import KINDS
from estate.report.forecast.drawing import drawing
from estate.report.statement import Picture, Section, Statement, Table
from estate.report.wording import age, counted, listed

__all__ = ["statement"]

_EVERY_RULE: Final = (
    "Every rule, judged as of each day: findings that are open, with the plan and without it. "
    "Records that nobody checks again and milestones that nobody reports age as well."
)
_RISK: Final = (
    "on",
    "unmanaged",
    "without",
    "services",
    "without",
    "accepted",
    "without",
    "unknown",
)


def statement(forecast: Forecast) -> Statement:
    """Return a forecast as sentences, tables and a picture."""
    sections = (_risk(forecast), _findings(forecast), _lapses(forecast), _moments(forecast))
    return Statement(
        forecast.estate,
        f"forecast from {forecast.today} to {forecast.until}",
        forecast.tool,
        tuple(_lead(forecast)),
        (*sections, _dues(forecast), *_made(forecast)),
    )


def _lead(forecast: Forecast) -> Iterator[str]:
    first, last = forecast.points[0], forecast.points[-1]
    was, planned, unplanned = (
        each.unmanaged for each in (first.planned, last.planned, last.unplanned)
    )
    if planned == unplanned:
        yield (
            f"On {last.day} there will be {_number(planned)}, with the work plan as without it; "
            f"today there {_be(was)} {was:,}."
        )
    else:
        yield (
            f"With the work plan there will be {_number(planned)} on {last.day}, without it "
            f"{unplanned:,}; today there {_be(was)} {was:,}."
        )
    if forecast.last_change is None:
        yield f"No change of a planned or live project is due by {forecast.until}."
    elif forecast.last_change < forecast.until:
        yield (
            f"The plan's last change is on {forecast.last_change}: what loses its support after "
            "that, nobody has planned for yet."
        )
    late = len(forecast.lapses)
    if late:
        verb = "ends" if late == 1 else "end"
        yield f"{counted(late, 'acceptance')} {verb} before the plan has removed what was accepted."
    if forecast.moments:
        yield f"{counted(len(forecast.moments), 'renewal')} to use for downsizing."


def _be(number: int) -> str:
    return "is" if number == 1 else "are"


def _number(unmanaged: int) -> str:
    return counted(unmanaged, "unmanaged unsupported installation")


def _risk(forecast: Forecast) -> Section:
    rows = tuple(
        (
            _day(point, forecast),
            *_pair(point.planned.unmanaged, point.unplanned.unmanaged),
            *_pair(point.planned.services, point.unplanned.services),
            *_pair(point.planned.accepted, point.unplanned.accepted),
            f"{point.planned.unknown:,}",
        )
        for point in forecast.points
    )
    caption = (
        "Unmanaged unsupported installations, the services that rest on them, and findings that "
        "are accepted: each with the plan, then without it. Last: installations of unknown support."
    )
    table = Table(caption, _RISK, rows, frozenset(range(1, len(_RISK))), long=False)
    picture = Picture(drawing(forecast), partial(_bars, forecast))
    return Section("risk", "Risk over time", (), (table,), picture)


def _day(point: Point, forecast: Forecast) -> str:
    return "today" if point.day == forecast.today else point.day.isoformat()


def _pair(planned: int, unplanned: int) -> tuple[str, str]:
    return f"{planned:,}", f"{unplanned:,}"


def _bars(forecast: Forecast, width: int, most: int | None) -> tuple[str, ...]:
    """Return a bar for each day: what is unmanaged with the plan, and what the plan removes."""
    del most
    top = max(max(p.planned.unmanaged, p.unplanned.unmanaged, 1) for p in forecast.points)
    room = max(10, min(width, 100) - 24)
    lines = ["unmanaged with the plan (█), and without it as well (░)"]
    for point in forecast.points:
        planned = round(point.planned.unmanaged * room / top)
        further = max(0, round(point.unplanned.unmanaged * room / top) - planned)
        told = " ".join([f"{point.planned.unmanaged:,}", f"({point.unplanned.unmanaged:,})"])
        lines.append(f"{_day(point, forecast):<10}  {'█' * planned}{'░' * further} {told}".rstrip())
    return tuple(lines)


def _findings(forecast: Forecast) -> Section:
    head = ("on", *(name for each in SEVERITIES[:4] for name in (each, "without")))
    rows = tuple(
        (
            _day(point, forecast),
            *(
                cell
                for each in SEVERITIES[:4]
                for cell in _pair(
                    getattr(point.planned.counts, each), getattr(point.unplanned.counts, each)
                )
            ),
        )
        for point in forecast.points
    )
    table = Table("", head, rows, frozenset(range(1, len(head))), long=False)
    return Section("findings", "Findings over time", (_EVERY_RULE,), (table,))


def _lapses(forecast: Forecast) -> Section:
    title = "Acceptances that end before the plan delivers"
    if not forecast.lapses:
        return Section("lapses", title, ("None, of those that count today.",))
    rows = tuple(
        (each.on.isoformat(), each.id, _delivers(each), "; ".join(each.covers))
        for each in forecast.lapses
    )
    says = ("From the day after its end until the plan delivers, nobody accepts the risk.",)
    table = Table("", ("ends", "acceptance", "the plan delivers", "covers"), rows)
    return Section("lapses", title, says, (table,))


def _delivers(lapse: Lapse) -> str:
    projects = f" ({listed(lapse.projects)})" if lapse.projects else ""
    if lapse.delivers is None:
        return f"never: no change of a planned or live project removes it{projects}"
    return f"{lapse.delivers}, {counted(lapse.days or 0, 'day')} later{projects}"


def _moments(forecast: Forecast) -> Section:
    title = "Renewals that are the moment to downsize"
    if not forecast.moments:
        return Section(
            "moments", title, ("None that the rule downsizing-opportunity finds today.",)
        )
    rows = tuple((each.on.isoformat(), each.name, each.told) for each in forecast.moments)
    return Section("moments", title, (), (Table("", ("renewal", "what", "why"), rows),))


def _dues(forecast: Forecast) -> Section:
    title, number = "What falls due", len(forecast.dues)
    if not number:
        return Section("due", title, (f"Nothing that is recorded, up to {forecast.until}.",))
    rows = tuple(
        (each.on.isoformat(), KINDS[each.kind], each.name, each.told or _plain(each))
        for each in forecast.dues
    )
    says = (f"{counted(number, 'thing')}, as the inventory has it today.",)
    return Section("due", title, says, (Table("", ("on", "what", "whose", "and the plan"), rows),))


def _plain(due: Due) -> str:
    return "the plan leaves it as it is" if due.settled is False else ""


def _made(forecast: Forecast) -> Iterator[Section]:
    applied = forecast.points[-1].applied
    made = (
        f"{counted(applied, 'change')} of the work plan applied by {forecast.until}; "
        f"{forecast.refused:,} cannot be applied and {forecast.unsure:,} belong to projects "
        "without a status: these are left out."
    )
    catalogue = (
        f"Support by the lifecycle catalogue of {forecast.catalogue_as_of}, "
        f"{age(forecast.catalogue_as_of, forecast.today)}: what is announced later is not in it."
    )
    says = [made, catalogue]
    if forecast.refused:
        says.append("'estate check --select inapplicable-change' lists those that cannot be.")
    yield Section("basis", "What it rests on", tuple(says))
