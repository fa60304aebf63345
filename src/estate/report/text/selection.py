"""What of an outcome is printed in full, and what in a line each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from estate.findings import SEVERITIES, Finding, Outcome, at_least

__all__ = ["FIRST", "SHOWS", "Selection", "select"]

SHOWS: Final = (*SEVERITIES, "unknown", "gaps", "all")
"""What `show` may be."""
FIRST: Final = 20
"""How many of a long list are printed unless everything is asked for."""

_MANY: Final = 200
"""From more findings than this of one rule, the first few stand for all."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Findings by how they are printed: `full` ones at their line, the others in short.

    `level` is the severity from which faults are printed in full. `more` counts, per rule, what
    is left out of `full` because there is too much of it.
    """

    level: str
    full: Sequence[Finding] = ()
    more: Sequence[tuple[str, int]] = ()
    below: Sequence[Finding] = ()
    gaps: Sequence[Finding] = ()
    accepted: Sequence[Finding] = ()
    baselined: Sequence[Finding] = ()


def select(outcome: Outcome, show: str | None) -> Selection:
    """Sort the findings of `outcome` by what `show` asks for."""
    level = show if show in SEVERITIES else _threshold(outcome)
    if show == "all":
        return Selection(level, full=outcome.findings)
    if show == "unknown":
        return Selection(level)
    of: dict[str, list[Finding]] = {"fault": [], "gap": [], "accepted": [], "baselined": []}
    for finding in outcome.findings:
        of[finding.status if finding.status in of else finding.kind].append(finding)
    if show == "gaps":
        return Selection(level, *_first(of["gap"]))
    return Selection(
        level,
        *_first([finding for finding in of["fault"] if at_least(finding.severity, level)]),
        below=[finding for finding in of["fault"] if not at_least(finding.severity, level)],
        gaps=of["gap"],
        accepted=of["accepted"],
        baselined=of["baselined"],
    )


def _threshold(outcome: Outcome) -> str:
    return "high" if outcome.threshold == "never" else outcome.threshold


def _first(findings: Sequence[Finding]) -> tuple[list[Finding], list[tuple[str, int]]]:
    """Return the first findings of a rule that has too many and all of others; and the rest."""
    number = Counter(finding.rule for finding in findings)
    more = [(rule, count - FIRST) for rule, count in number.items() if count > _MANY]
    cut = dict(more)
    seen: Counter[str] = Counter()
    first: list[Finding] = []
    for finding in findings:
        seen[finding.rule] += 1
        if finding.rule not in cut or seen[finding.rule] <= FIRST:
            first.append(finding)
    return first, more
