"""What the pages of the board pack rest on: worked out once, and named in one way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Final

from estate.facts import Installation
from estate.findings import Finding
from estate.plan.budget import Budget, budget_of
from estate.plan.forecast import Due, Point
from estate.plan.forecast_dues import dues_of
from estate.plan.roadmap import Roadmap, roadmap_of
from estate.report.budget.words import currency_of
from estate.report.currency import Currency
from estate.report.html.source import Source
from estate.report.register.chains import software_in_words
from estate.report.register.entry import (
    UNMANAGED,
    Entry,
    covering,
    entries_of,
    unmanaged_of,
)
from estate.report.register.words import one_line
from estate.report.wording import listed, shortened

__all__ = ["YEARS", "Basis", "brief", "few", "share"]

YEARS: Final = 4
"""Financial years that the budget looks at: this one and the next."""
_FEW: Final = 3
_NAME: Final = 64
"""Characters of a name that a line of the pack shows."""


def brief(text: str, longest: int = _NAME) -> str:
    """Return a text of the inventory as a line of the pack has room for, cut between words."""
    return shortened(one_line(text), longest)


def few(names: Sequence[str], most: int = _FEW, longest: int = _NAME) -> str:
    """Return the first of some names, and how many more there are."""
    shown = [brief(name, longest) for name in names[:most]]
    more = len(names) - len(shown)
    return f"{', '.join(shown)} and {more:,} more" if more else listed(shown)


def share(part: int, whole: int) -> str:
    """Return a share in percent, rounded up, so that what is there is never none."""
    return f"{-(-100 * part // whole) if whole else 0}%"


class Basis:
    """A judged estate with its year ahead, as every page asks for it.

    `ahead` are the next quarters' ends; none where they were not judged, or the calendar has none.
    What a `public` copy does not hold must not be taken for something that nobody recorded.
    """

    def __init__(self, source: Source, ahead: Sequence[Point] = ()) -> None:
        self.source = source
        self.outcome = source.outcome
        self.facts = source.facts
        self.today: date = source.facts.today
        self.ahead = tuple(ahead)
        self.public = bool(source.outcome.notice)

    @cached_property
    def until(self) -> date:
        """The last day that the pack looks ahead to."""
        last = self.facts.years.last(self.facts.years.of(self.today) + 1)
        return self.ahead[-1].day if self.ahead else last

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Every exception, worst first."""
        return entries_of(self.outcome)

    @cached_property
    def unmanaged(self) -> tuple[Finding, ...]:
        """The findings behind the headline."""
        return unmanaged_of(self.outcome)

    @cached_property
    def headlined(self) -> tuple[Finding, ...]:
        """The findings of the rules behind the headline, the accepted ones too."""
        return tuple(f for f in self.outcome.findings if f.rule in UNMANAGED)

    @cached_property
    def on_file(self) -> Mapping[str, Entry]:
        """The exception on file for each finding."""
        return covering(self.entries)

    @cached_property
    def budget(self) -> Budget:
        """The budget of this financial year and the next ones."""
        year = self.facts.years.of(self.today)
        years = range(year, min(year + YEARS, date.max.year))
        return budget_of(self.facts, years, currency=self.source.currency)

    @cached_property
    def money(self) -> Currency:
        """How amounts are written: in a pack, without hundredths."""
        return Currency(currency_of(self.budget).code)

    @cached_property
    def roadmap(self) -> Roadmap:
        """The work plan."""
        return roadmap_of(self.facts, currency=self.source.currency)

    @cached_property
    def dues(self) -> tuple[Due, ...]:
        """What falls due until the last day of the pack."""
        return dues_of(self.facts, self.until)

    @cached_property
    def _installed(self) -> Mapping[tuple[str, object], Installation]:
        found: dict[tuple[str, object], Installation] = {}
        for each in self.facts.subjects("installation"):
            subject, _ = self.facts.describe("installation", each)
            found[subject.id, subject.detail] = each
        return found

    def installation(self, finding: Finding) -> Installation | None:
        """Return the installation that a finding is about; None where it is about another thing."""
        return self._installed.get((finding.subject.id, finding.subject.detail))

    def software(self, finding: Finding) -> str:
        """Return the software that a finding is about, as people call it."""
        found = self.installation(finding)
        named = found.title if found else software_in_words(finding.subject.detail)
        return named or finding.rule

    def leaves(self, finding: Finding) -> date | None:
        """Return the day on which the plan takes a thing away; None where nobody can tell."""
        found = self.installation(finding)
        if found is None:
            return None
        planned: date | None = self.facts.column("installation.planned_end")[found.id]
        return planned

    def whose(self, keys: Iterable[str], most: int = 2) -> str:
        """Return the names of organisations, the first few of them."""
        names = sorted({self.source.organisation(key) for key in keys})
        return few(names, most, 40) if names else "No organisation recorded"
