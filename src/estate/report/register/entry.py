"""An exception as the report sees it: its place in the order, and what there is to decide."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from estate.findings import SEVERITIES, Acceptance, Finding, Outcome, RuleResult
from estate.frozen import frozen
from estate.report.register.document import Cell
from estate.report.register.words import one_line, state_of
from estate.report.wording import listed, organisations_of

__all__ = [
    "FEW",
    "HORIZON",
    "REVIEW",
    "STEPS",
    "UNMANAGED",
    "Entry",
    "covering",
    "entries_of",
    "unmanaged_of",
]

STEPS: Final = (30, 60, 90)
"""Days ahead within which the report counts what lapses."""
HORIZON: Final = STEPS[-1]
REVIEW: Final = "Review it"
"""The decision on an exception that counts, and that nobody has reviewed in time."""
FEW: Final = 4
"""Things that an exception covers which a line names."""

ENDING: Final = frozenset({"remove", "replace", "upgrade"})
"""The actions of a plan that end a risk."""

UNMANAGED: Final = frozenset({"unsupported-software", "unpaid-extended-support"})
"""The rules behind the headline: their findings are unmanaged unless accepted (Stockton P8)."""


@frozen
class Entry:
    """One exception; `found` are the findings that it covers now, `number` its place from 1."""

    acceptance: Acceptance
    found: tuple[Finding, ...]
    rule: RuleResult | None
    as_of: date
    names: Mapping[str, str]
    number: int = 0

    @property
    def anchor(self) -> str:
        """Return the name that links lead to."""
        return f"exception-{self.number}"

    @property
    def title(self) -> str:
        """Return what the rule of the exception says."""
        return self.rule.title if self.rule else self.acceptance.rule

    @property
    def organisations(self) -> str:
        """Return the names of those that share it."""
        return organisations_of(self.acceptance, self.names)

    @property
    def covers(self) -> str:
        """Return what it covers, the first few things by name."""
        named = [one_line(each, 200) for each in self.acceptance.covers]
        more = len(named) - FEW
        return f"{', '.join(named[:FEW])} and {more:,} more" if more > 0 else listed(named)

    @property
    def days_left(self) -> int | None:
        """Return the days to the last on which it can count; None without a last day."""
        last = self.acceptance.last_day
        return None if last is None else (last - self.as_of).days

    @property
    def lapses(self) -> bool:
        """Whether it counts, and ends within the horizon."""
        left = self.days_left
        return self.acceptance.counts and left is not None and 0 <= left <= HORIZON

    @property
    def overdue(self) -> bool:
        """Whether its review is due and it has not ended."""
        due, state = self.acceptance.review_by, self.acceptance.state
        return due is not None and due < self.as_of and state not in {"expired", "withdrawn"}

    @property
    def arrives(self) -> bool | None:
        """Whether a project ends the risk in time; None where that is not known."""
        return self._any([each.in_time for each in self.acceptance.deliveries])

    @property
    def funded(self) -> bool | None:
        """Whether a project that ends the risk is funded; None where that is not known."""
        return self._any([each.funded for each in self.acceptance.deliveries])

    def _any(self, truths: list[bool | None]) -> bool | None:
        """Whether one is true; none is, where the risk is to end and no project is there."""
        if True in truths:
            return True
        planned = self.acceptance.action in ENDING
        return None if None in truths or not (truths or planned) else False

    @property
    def changed(self) -> int:
        """Return how many facts have changed otherwise than by time or catalogue."""
        return sum(each.sameness == "changed" for each in self.acceptance.comparisons)

    @property
    def mark(self) -> Cell:
        """Return whether it counts, with its state below."""
        state = state_of(self.acceptance.state).name
        if not self.acceptance.counts:
            return Cell("Does not count", "bad", note=state)
        soon = self.lapses or self.acceptance.state != "valid"
        note = "Lapses soon" if self.lapses and self.acceptance.state == "valid" else state
        return Cell("Counts", "warn" if soon else "good", note=note)

    @property
    def decision(self) -> str:
        """Return what there is to decide today, or "" if nothing is."""
        state = self.acceptance.state
        if state == "withdrawn" and not self.found:
            return ""
        if not self.acceptance.counts and self.rule and not self.found:
            return "Withdraw it: what it covers is not found any more"
        if not self.acceptance.counts or state == "orphaned":
            return state_of(state).decision
        return REVIEW if self.overdue else ""


def entries_of(outcome: Outcome) -> tuple[Entry, ...]:
    """Return all exceptions, worst first: what does not count, what lapses soon, what is valid."""
    rules = {rule.id: rule for rule in outcome.rules}
    found = {finding.fingerprint: finding for finding in outcome.findings}
    entries = [
        Entry(
            acceptance=each,
            found=tuple(found[name] for name in each.findings if name in found),
            rule=rules.get(each.rule),
            as_of=outcome.as_of,
            names=outcome.organisations,
        )
        for each in outcome.acceptances
    ]
    return tuple(
        Entry(each.acceptance, each.found, each.rule, each.as_of, each.names, number)
        for number, each in enumerate(sorted(entries, key=_rank), start=1)
    )


def unmanaged_of(outcome: Outcome) -> tuple[Finding, ...]:
    """Return the findings behind the headline, in the order of the outcome."""
    return tuple(f for f in outcome.findings if f.rule in UNMANAGED and f.status != "accepted")


def covering(entries: Iterable[Entry]) -> dict[str, Entry]:
    """Return the exception on file for each finding: of several, the one in the better state."""
    ordered = sorted(entries, key=lambda entry: entry.number, reverse=True)
    on_file: dict[str, Entry] = {}
    for entry in ordered:
        for finding in entry.found:
            on_file.setdefault(finding.fingerprint, entry)
    return on_file


def _rank(entry: Entry) -> tuple[int, bool, int, date, str]:
    acceptance = entry.acceptance
    group = 0 if not acceptance.counts else 1 if entry.lapses else 2
    severity = SEVERITIES.index(acceptance.severity) if acceptance.severity else len(SEVERITIES)
    last = acceptance.last_day or date.max
    if group == 1:
        return group, False, 0, last, acceptance.id
    return group, not entry.found, severity, last, acceptance.id
