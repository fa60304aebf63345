"""Balanced scorecard: reported measures beside computed ones, each with target and source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from typing import Final, Literal

from estate.facts import PRESENT, UNMANAGED
from estate.frozen import frozen
from estate.model import Application, Service
from estate.plan.budget import budget_of
from estate.report.html.source import Measure, Source
from estate.report.html.view import Cell, Column, Part, Prose, Table, Tone, View
from estate.report.wording import counted, day, listed

__all__ = ["PERSPECTIVES", "Answer", "Verdict", "answers", "scorecard"]

Verdict = Literal["met", "missed", "not known", "nothing to judge"]

PERSPECTIVES: Final = (
    ("service", "Service", "Do the people who live here get what they need?"),
    ("finance", "Finance", "Is money spent where it should be?"),
    ("architecture", "Architecture and risk", "Is what we run supported, secure and simple?"),
    ("skills", "Skills", "Do we have the people to run it?"),
)
_OURS: Final = "Computed from the inventory"
_CRITICAL: Final = ("critical", "high")
_YEAR: Final = timedelta(days=365)
_SKILLED: Final = 2
"""People who must be able to keep a critical system running: one may be away."""


@frozen
class Answer:
    """A computed measure: how many of those known meet it, and of how many nothing is known."""

    name: str
    perspective: str
    target: int
    met: int
    known: int
    unknown: int

    @property
    def verdict(self) -> Verdict:
        """Whether the target is met, whatever the unknown turns out to be; unknown is no pass."""
        needed = self.target * (self.known + self.unknown)
        if not needed:
            return "nothing to judge"
        if 100 * self.met >= needed:
            return "met"
        return "missed" if 100 * (self.met + self.unknown) < needed else "not known"


def answers(source: Source) -> tuple[Answer, ...]:
    """Return every measure that the inventory answers, in the order of the perspectives.

    In a copy for the public, those are left out that rest on what is withheld from it.
    """
    withheld = _WITHHELD if source.outcome.notice else ()
    return tuple(compute(source) for compute in _COMPUTED if compute not in withheld)


def scorecard(source: Source) -> View:
    """Return the balanced scorecard (Kaplan and Norton), in four perspectives."""
    computed = answers(source)
    return View(
        id="scorecard",
        title="Balanced scorecard",
        lead=(
            "How ICT does, from four sides, against its targets. A measure computed from the "
            "inventory says of how many the answer is not recorded, and counts as met only if it "
            "is met whatever they turn out to be. A reported one says who reported it, and when."
        ),
        group="At a glance",
        parts=(
            Part("", tuple(_summary(source, computed))),
            *(
                Part(title, (_perspective(source, computed, key, question),))
                for key, title, question in PERSPECTIVES
            ),
        ),
    )


def _summary(source: Source, computed: tuple[Answer, ...]) -> Iterator[Prose]:
    found = Counter(each.verdict for each in computed)
    apart = [f"{found[verdict]} {said}" for verdict, said in _SAID.items() if found[verdict]]
    yield Prose(f"{counted(len(computed), 'computed measure')}: {listed(apart)}.")
    if source.outcome.notice:
        yield Prose(
            "What somebody reports, and what rests on amounts or on how people sign in, is "
            "withheld from this copy.",
            "quiet",
        )
    elif not source.measures:
        yield Prose("No measure is reported: “measures” in estate.yaml lists them.", "quiet")


def _perspective(
    source: Source, computed: Iterable[Answer], key: str, question: str
) -> Table | Prose:
    reported = [each for each in source.measures if each.perspective == key]
    theirs = [each for each in computed if each.perspective == key]
    if source.outcome.notice and not reported and not theirs:
        return Prose(f"{question} Withheld from this copy.", "quiet")
    return _table(question, reported, theirs)


def _table(question: str, measures: Iterable[Measure], answers: Iterable[Answer]) -> Table:
    return Table(
        question,
        (
            Column("Measure"),
            Column("Value", "number"),
            Column("Target", "number"),
            Column("Is it met?"),
            Column("Unknown", "number"),
            Column("Source"),
        ),
        (*(_computed(each) for each in answers), *(_reported(each) for each in measures)),
    )


def _reported(each: Measure) -> tuple[Cell, ...]:
    """Return the row of a reported measure.

    Nobody says whether more of it is better, so that it is held against its target in words.
    """
    apart = each.value - each.target
    side = "above" if apart > 0 else "below"
    return (
        Cell(each.name),
        Cell(f"{each.value:.15g}"),
        Cell(f"{each.target:.15g}"),
        Cell(f"{abs(apart):.15g} {side} target" if apart else "on target"),
        Cell("not stated", tone="quiet"),
        Cell(each.source or "Source not recorded", note=day(each.on)),
    )


def _computed(each: Answer) -> tuple[Cell, ...]:
    everything = each.known + each.unknown
    if each.known:
        value = Cell(f"{100 * each.met // each.known}%", note=f"{each.met:,} of {each.known:,}")
    else:
        value = Cell("not known" if everything else "nothing to judge", tone="unknown")
    unknown = -(-100 * each.unknown // everything) if everything else 0
    return (
        Cell(each.name),
        value,
        Cell(f"{each.target}%"),
        Cell(each.verdict, tone=_TONES[each.verdict]),
        Cell(
            f"{unknown}%",
            note=f"{each.unknown:,} of {everything:,}",
            tone="unknown" if each.unknown else "",
        ),
        Cell(_OURS),
    )


_SAID: Final[dict[Verdict, str]] = {
    "met": "met",
    "missed": "missed",
    "not known": "not known to be met",
    "nothing to judge": "with nothing to judge",
}
_TONES: Final[dict[Verdict, Tone]] = {
    "met": "good",
    "missed": "bad",
    "not known": "unknown",
    "nothing to judge": "quiet",
}


def _answer(name: str, perspective: str, target: int, found: Iterable[bool | None]) -> Answer:
    """Count what is true, false and unknown (None)."""
    every = list(found)
    known = [each for each in every if each is not None]
    return Answer(name, perspective, target, sum(known), len(known), len(every) - len(known))


def _online(source: Source) -> Answer:
    found = (
        None if service.public is None or service.channels is None else "online" in service.channels
        for service in source.facts.estate.of("service").values()
        if isinstance(service, Service)
        and source.state[service.id] in PRESENT
        and service.public is not False
    )
    return _answer("Public services that can be used online", "service", 100, found)


def _recovery(source: Source) -> Answer:
    found = (
        None
        if system.recovery is None or system.recovery.tested is None
        else system.recovery.tested >= source.facts.today - _YEAR
        for system in _systems(source)
        if system.criticality in _CRITICAL
    )
    return _answer(
        "Critical systems whose recovery was tested within a year", "service", 100, found
    )


def _budgeted(source: Source) -> Answer:
    years = source.facts.years
    year = years.of(source.facts.today)
    due = budget_of(source.facts, (year, year + 1), currency=source.currency).renewals.due
    return _answer(
        "Renewals of this and next year that a budget pays for",
        "finance",
        100,
        (each.covered for each in due),
    )


def _priced(source: Source) -> Answer:
    found = (system.annual_cost is not None for system in _systems(source))
    return _answer("Systems whose yearly cost is recorded", "finance", 100, found)


def _supported(source: Source) -> Answer:
    theirs = source.facts.column("installation.software_as_a_service")
    found = (
        None if each.support.status is None else each.support.status not in UNMANAGED
        for each in source.facts.subjects("installation")
        if source.state[each.asset.id] in PRESENT
        and not (theirs[each.id] and each.support.status is None)
    )
    return _answer("Installed software that is supported", "architecture", 100, found)


def _second_factor(source: Source) -> Answer:
    found = (
        None if system.mfa is None and system.authentication is None else bool(system.mfa)
        for system in _systems(source)
        if system.exposure == "internet"
    )
    return _answer("Systems on the internet with a second factor", "architecture", 100, found)


def _skilled(source: Source) -> Answer:
    found = (
        None
        if system.skills is None or system.skills.people is None
        else system.skills.people >= _SKILLED
        for system in _systems(source)
        if system.criticality in _CRITICAL
    )
    return _answer("Critical systems that two or more people can run", "skills", 100, found)


def _owned(source: Source) -> Answer:
    found = (bool(system.owner) for system in _systems(source))
    return _answer("Systems whose business owner is recorded", "skills", 100, found)


def _systems(source: Source) -> Iterator[Application]:
    for system in source.facts.estate.of("application").values():
        if isinstance(system, Application) and source.state[system.id] in PRESENT:
            yield system


_COMPUTED: Final[tuple[Callable[[Source], Answer], ...]] = (
    _online,
    _recovery,
    _supported,
    _second_factor,
    _budgeted,
    _priced,
    _skilled,
    _owned,
)
_WITHHELD: Final = (_second_factor, _budgeted, _priced)
"""The measures of which a copy for the public does not hold what they are computed from."""
