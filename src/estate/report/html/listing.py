"""The findings as the page lists them: by rule, within a bound that the page states."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from estate.errors import Location
from estate.findings import SEVERITIES, Finding, Outcome, RuleResult, Severity
from estate.frozen import frozen
from estate.report.locate import locate

__all__ = ["FEW", "MANY", "Entry", "Group", "groups"]

MANY: Final = 200
"""Findings of one rule that are listed."""
BUDGET: Final = 2000
"""Findings that are listed in all, before each further rule is kept to a few."""
FEW: Final = 20
"""Findings of one rule that are listed once the budget is spent."""
_OPEN: Final = 25
"""Findings of a severe rule that the page shows unfolded."""
_SEVERE: Final = frozenset({"critical", "high"})


@frozen
class Entry:
    """One finding with the locations that it names, and the positions of its organisations."""

    finding: Finding
    location: Location | None
    related: tuple[tuple[Location | None, str], ...]
    organisations: tuple[int, ...]


@frozen
class Group:
    """The findings of one rule: `entries` are listed, `total` counts all of them.

    `severity` is the worst; `grades` counts all findings by severity, the worst first, where the
    rule's ladder gave several.
    """

    rule: str
    severity: Severity
    text: RuleResult | None
    entries: tuple[Entry, ...]
    total: int
    grades: tuple[tuple[Severity, int], ...]

    @property
    def unfolded(self) -> bool:
        """Whether the page shows the findings at once."""
        return self.severity in _SEVERE and len(self.entries) <= _OPEN

    @property
    def left_out(self) -> int:
        """Return how many findings are not listed."""
        return self.total - len(self.entries)


def groups(
    findings: Iterable[Finding], outcome: Outcome, organisations: Sequence[str]
) -> list[Group]:
    """Return the findings by rule, the worst rule first.

    A rule lists at most `MANY` findings, and at most `FEW` once `BUDGET` findings are listed, so
    that the page stays a page.
    """
    texts = {rule.id: rule for rule in outcome.rules}
    positions = {name: index for index, name in enumerate(organisations)}
    listed, result = 0, []
    for rule, found in _by_rule(findings):
        most = MANY if listed < BUDGET else FEW
        entries = tuple(_entry(finding, outcome, positions) for finding in found[:most])
        listed += len(entries)
        text, grades = texts.get(rule), _grades(found)
        result.append(Group(rule, found[0].severity, text, entries, len(found), grades))
    return result


def _by_rule(findings: Iterable[Finding]) -> list[tuple[str, list[Finding]]]:
    of_rule: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        of_rule[finding.rule].append(finding)
    return sorted(
        of_rule.items(), key=lambda item: (SEVERITIES.index(item[1][0].severity), item[0])
    )


def _grades(findings: Sequence[Finding]) -> tuple[tuple[Severity, int], ...]:
    number = Counter(finding.severity for finding in findings)
    found = tuple((grade, number[grade]) for grade in SEVERITIES if number[grade])
    return found if len(found) > 1 else ()


def _entry(finding: Finding, outcome: Outcome, positions: Mapping[str, int]) -> Entry:
    places = outcome.places
    return Entry(
        finding=finding,
        location=locate(places, finding.place),
        related=tuple((locate(places, other.place), other.message) for other in finding.related),
        organisations=tuple(positions[key] for key in finding.subject.organisations),
    )
