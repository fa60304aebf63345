"""The tables of the page: findings by severity and organisation, gaps, and what is missing."""

from __future__ import annotations

from collections import Counter
from typing import Final

from estate.findings import SEVERITIES, Finding, Outcome, Severity
from estate.frozen import frozen
from estate.report.missing import Missing, missing_fields

__all__ = [
    "Bar",
    "OrganisationRow",
    "SeverityRow",
    "by_organisation",
    "by_severity",
    "missing",
    "organisations",
]

NOBODY: Final = ""
"""Stands for findings of which no organisation is recorded."""
_FIELDS: Final = 20
"""Missing fields that are ranked."""


@frozen
class Bar:
    """A stretch of a bar: its width in percent of the longest bar."""

    severity: Severity
    width: int


@frozen
class SeverityRow:
    """The findings of one severity; `gaps` are open ones, as are `faults`."""

    severity: Severity
    faults: int
    gaps: int
    accepted: int
    baselined: int
    bars: tuple[Bar, ...]


@frozen
class OrganisationRow:
    """The open faults of one organisation by severity, worst first, and its open gaps."""

    key: str
    name: str
    faults: tuple[int, ...]
    gaps: int
    bars: tuple[Bar, ...]


def by_severity(outcome: Outcome) -> list[SeverityRow]:
    """Return a row for each severity, also where there is nothing."""
    tally = Counter((finding.severity, _column(finding)) for finding in outcome.findings)
    longest = max(tally[severity, "fault"] for severity in SEVERITIES)
    return [
        SeverityRow(
            severity=severity,
            faults=tally[severity, "fault"],
            gaps=tally[severity, "gap"],
            accepted=tally[severity, "accepted"],
            baselined=tally[severity, "baselined"],
            bars=_bars({severity: tally[severity, "fault"]}, longest),
        )
        for severity in SEVERITIES
    ]


def organisations(outcome: Outcome) -> list[str]:
    """Return the ids of all organisations that a finding belongs to or the estate names."""
    found = {key for finding in outcome.findings for key in finding.subject.organisations}
    return sorted(found | set(outcome.organisations))


def by_organisation(outcome: Outcome) -> list[OrganisationRow]:
    """Return a row for each organisation with a finding; a shared one counts for each of them."""
    tally: Counter[tuple[str, str]] = Counter()
    for finding in outcome.findings:
        column = _column(finding)
        if column in {"fault", "gap"}:
            counted = finding.severity if column == "fault" else column
            owners = finding.subject.organisations or (NOBODY,)
            tally.update((owner, counted) for owner in owners)
    keys = sorted({key for key, _ in tally}, key=lambda key: (key == NOBODY, key))
    longest = max((sum(tally[key, each] for each in SEVERITIES) for key in keys), default=0)
    return [
        OrganisationRow(
            key=key,
            name=outcome.organisations.get(key, key) or "No organisation recorded",
            faults=tuple(tally[key, severity] for severity in SEVERITIES),
            gaps=tally[key, "gap"],
            bars=_bars({severity: tally[key, severity] for severity in SEVERITIES}, longest),
        )
        for key in keys
    ]


def missing(outcome: Outcome) -> tuple[list[Missing], int]:
    """Return the fields that settle most, and how many further fields there are."""
    rows = missing_fields(outcome)
    return rows[:_FIELDS], max(len(rows) - _FIELDS, 0)


def _column(finding: Finding) -> str:
    return finding.status if finding.status in {"accepted", "baselined"} else finding.kind


def _bars(numbers: dict[Severity, int], longest: int) -> tuple[Bar, ...]:
    """Return a stretch for each number that is not 0, never too short to be seen."""
    return tuple(
        Bar(severity, max(100 * number // longest, 1))
        for severity, number in numbers.items()
        if number
    )
