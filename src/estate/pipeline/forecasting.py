"""A forecast: the estate judged on each of some days, with the work plan and without it."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from estate import __version__
from estate.facts import Facts
from estate.facts.still import Still, resting_on
from estate.facts.years import FinancialYears
from estate.findings import Acceptance, Finding, Outcome
from estate.model.scalars import NEVER
from estate.pipeline import Loaded, Options, Run, Tell, run
from estate.pipeline.projecting import projected
from estate.plan import Projection, project
from estate.plan.forecast import Due, Every, Forecast, Lapse, Moment, Outlook, Point, days_of
from estate.plan.forecast_dues import dues_of
from estate.second import shared

__all__ = ["forecast", "points_of"]

_MOMENT = "downsizing-opportunity"


def forecast(
    loaded: Loaded, today: date, until: date, every: Every, tell: Tell = lambda _: None
) -> Forecast:
    """Return what the rules will say, from today until another day. Raises UsageError.

    Two processes share the days. Each day is judged as `check` would on that day: the same facts,
    rules and acceptances; the plan is applied to what stands here today. Findings are counted but
    not put into words, and what does not hang on the day is worked out once in each process.
    """
    days = days_of(today, until, every, FinancialYears(loaded.config.financial_year_starts))
    gc.collect()
    gc.freeze()  # what was read stays: only what a day's judging makes is to be looked through
    tell(f"judging {today}")
    now = run(loaded, Options(today))
    outlooks = _Outlooks(loaded, today, tell, len(days), _outlook(now.outcome))
    points = shared([partial(outlooks.point, day) for day in days])
    last = project(loaded.inventory.estate, today, until)
    estate = loaded.inventory.estate
    accepted = [a for a in now.outcome.acceptances if a.counts and a.last_day not in (None, NEVER)]
    dues = [*dues_of(now.facts, until), *_ends(accepted, today, until)]
    gc.unfreeze()
    return Forecast(
        estate=estate.name,
        today=today,
        until=until,
        every=every,
        tool=__version__,
        catalogue_as_of=loaded.catalogue.as_of,
        points=tuple(points),
        dues=tuple(sorted(dues, key=lambda due: due.on)),
        lapses=tuple(_lapses(now, accepted)),
        moments=tuple(_moments(now, until)),
        refused=len(last.refused),
        unsure=len(last.unsure),
        last_change=last.applied[-1].on if last.applied else None,
    )


def points_of(
    loaded: Loaded, days: Sequence[date], options: Options, tell: Tell = lambda _: None
) -> tuple[Point, ...]:
    """Return what the rules will say on some days from `options.today` on, as a forecast has it.

    By few rules it is faster: what is accepted, counted and undecided is then theirs, while the
    headline is the same.
    """
    outlooks = _Outlooks(loaded, options.today, tell, len(days), options=options)
    return tuple(shared([partial(outlooks.point, day) for day in days]))


class _Outlooks:
    """Judges an estate day by day, and keeps what the next day may share.

    `now` is how it stands today, where that need not be judged again; `number` is of how many
    days; `options` say by which rules, on whatever day.
    """

    def __init__(  # noqa: PLR0913 - what every day is judged by
        self,
        loaded: Loaded,
        today: date,
        tell: Tell,
        number: int,
        now: Outlook | None = None,
        options: Options | None = None,
    ) -> None:
        self._loaded = self._planned = loaded
        self._today, self._now = today, now
        self._tell = tell
        self._number = number
        self._options = replace(
            options or Options(today), fail_on="never", tell=False, in_pair=False
        )
        self._still: dict[bool, Still] = {}

    def point(self, day: date) -> Point:
        """Judge one day, twice where the plan has changed anything by then."""
        self._tell(f"judging {day}, one of {self._number} days")
        made = project(self._loaded.inventory.estate, self._today, day)
        unplanned = planned = self._unplanned(day)
        if made.estate is not self._loaded.inventory.estate:
            planned = self._outlook(self._as_made(made), day, planned=True)
        gc.collect()
        return Point(day, planned, unplanned, len(made.applied))

    def _unplanned(self, day: date) -> Outlook:
        if day == self._today and self._now is not None:
            return self._now
        return self._outlook(self._loaded, day, planned=False)

    def _as_made(self, made: Projection) -> Loaded:
        """Return what the plan makes; the same as for another day, if no record differs."""
        if made.estate.sections != self._planned.inventory.estate.sections:
            self._planned = projected(self._loaded, made)
        return self._planned

    def _outlook(self, loaded: Loaded, day: date, *, planned: bool) -> Outlook:
        options = replace(self._options, today=day)
        return _outlook(run(loaded, options, share=partial(self._shared, planned=planned)).outcome)

    def _shared(self, facts: Facts, *, planned: bool) -> Facts:
        still = self._still.get(planned)
        if still is None or not still.holds(facts):
            still = self._still[planned] = Still(facts)
        return resting_on(still, facts)


def _outlook(outcome: Outcome) -> Outlook:
    counts, unmanaged = outcome.counts, outcome.unmanaged
    return Outlook(
        unmanaged.installations,
        unmanaged.services,
        unmanaged.unknown,
        counts.accepted,
        replace(counts, accepted=0),
        outcome.undecided,
    )


def _ends(accepted: list[Acceptance], today: date, until: date) -> Iterator[Due]:
    for each in accepted:
        if each.last_day is not None and today < each.last_day <= until:
            told = "; ".join(each.covers)
            yield Due(each.last_day, "acceptance", each.id, each.id, told, each.place)


def _lapses(now: Run, accepted: list[Acceptance]) -> Iterator[Lapse]:
    """Yield the acceptances that end before the plan takes away what they cover.

    Of a duplication, which is nothing that can be taken away, the plan is the project named.
    """
    gone = _planned_end(now.facts)
    found = {finding.fingerprint: finding for finding in now.outcome.findings}
    for each in sorted(accepted, key=lambda each: (each.last_day or NEVER, each.id)):
        covered = (found[key] for key in each.findings if key in found)
        ends = [gone(finding) for finding in covered if finding.rule == each.rule]
        if None in ends:
            ends = [delivery.ends for delivery in each.deliveries if delivery.ends]
        if not ends or each.last_day is None:
            continue
        delivers = max(end for end in ends if end is not None)
        if delivers > each.last_day:
            projects = tuple(delivery.id for delivery in each.deliveries)
            end = None if delivers == NEVER else delivers
            yield Lapse(each.last_day, each.id, each.covers, projects, end, each.place)


def _planned_end(facts: Facts) -> Callable[[Finding], date | None]:
    """Return what gives the day on which the plan takes the subject of a finding away."""
    installed: dict[tuple[str, object], str] = {}
    for found in facts.subjects("installation"):
        subject, _ = facts.describe("installation", found)
        installed[subject.id, subject.detail] = found.id
    ends, assets = facts.column("installation.planned_end"), facts.column("asset.planned_end")

    def end(finding: Finding) -> date | None:
        key = installed.get((finding.subject.id, finding.subject.detail))
        known: date | None = ends[key] if key else assets.get(finding.subject.id)
        return known

    return end


def _moments(now: Run, until: date) -> Iterator[Moment]:
    """Yield the renewals at which nothing planned needs the thing any more."""
    found = []
    for finding in now.outcome.findings:
        entry = now.facts.estate.get(finding.subject.id)
        on = getattr(entry, "renewal", None)
        if finding.rule == _MOMENT and on is not None and on <= until:
            name = finding.subject.name
            found.append(Moment(on, finding.subject.id, name, finding.message, finding.place))
    yield from sorted(found, key=lambda each: (each.on, each.id))
