"""What the page is made from: a judged estate, and what its owner says beside it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Literal

from estate.facts import Facts
from estate.findings import Finding, Outcome
from estate.findings.trend import Point
from estate.frozen import frozen
from estate.model import Entry

__all__ = ["Measure", "Point", "Principle", "Source", "titled"]

Perspective = Literal["service", "finance", "architecture", "skills"]


@frozen
class Measure:
    """A measure of the balanced scorecard that somebody reports: its value on a day."""

    name: str
    perspective: Perspective
    target: float
    value: float
    on: date
    source: str


@frozen
class Principle:
    """A principle of the strategy, and the ids of the rules that rest on it."""

    id: str
    title: str
    says: str
    rules: tuple[str, ...]


class Source:
    """A judged estate as the page shows it.

    `facts` are those that were judged. `history` holds earlier days, the earliest first, and last
    its own; `beside` names the files that are written next to the page.
    """

    def __init__(  # noqa: PLR0913 - what a page is made from
        self,
        outcome: Outcome,
        facts: Facts,
        *,
        measures: tuple[Measure, ...] = (),
        principles: tuple[Principle, ...] = (),
        history: tuple[Point, ...] = (),
        currency: str = "GBP",
        beside: tuple[str, ...] = ("findings.json",),
    ) -> None:
        self.outcome = outcome
        self.facts = facts
        self.measures = measures
        self.principles = principles
        self.history = history
        self.currency = currency
        self.beside = beside

    @cached_property
    def open_faults(self) -> tuple[Finding, ...]:
        """The faults that nobody has accepted and no baseline knows, the worst first."""
        return tuple(
            finding
            for finding in self.outcome.findings
            if finding.kind == "fault" and finding.status in {"open", "below-threshold"}
        )

    @cached_property
    def faults_of(self) -> Mapping[str, tuple[Finding, ...]]:
        """The open faults by the record where they stand, the worst first."""
        found: dict[str, list[Finding]] = {}
        for finding in self.open_faults:
            found.setdefault(finding.place.asset, []).append(finding)
        return {key: tuple(findings) for key, findings in found.items()}

    @cached_property
    def state(self) -> Mapping[str, str]:
        """The state of every asset on the day."""
        return self.facts.column("asset.state")

    def name(self, key: str) -> str:
        """Return the name of a record; its id where there is none."""
        entry = self.facts.estate.get(key)
        return titled(entry) if entry else key

    def organisation(self, key: str) -> str:
        """Return the name of an organisation."""
        return self.outcome.organisations.get(key, key)


def titled(entry: Entry) -> str:
    """Return what a record is called; one without a name goes by its id."""
    return entry.name or entry.id
