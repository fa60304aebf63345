"""What of an outcome is printed in full, and what in a line each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from estate.findings import SEVERITIES, Finding, Outcome, at_least
from estate.frozen import frozen
from estate.report.text.alike import Alike, alike
from estate.report.text.setting import Detail

__all__ = ["FIRST", "SHOWS", "Selection", "select"]

SHOWS: Final = (*SEVERITIES, "unknown", "gaps", "all")
"""What `show` may be."""
FIRST: Final = 20
"""How many of a long list are printed unless everything is asked for."""

_MANY: Final = 200
"""From more findings than this of one rule, the first few stand for all."""


@frozen
class Selection:
    """Findings by how they are printed: `full` ones at their line, the others in short.

    `level` is the severity from which faults are printed in full. Those that are alike are in
    `once`, the others in `full`; `more` counts, per rule, what is left out of `full` because there
    is too much of it. `before` are those that the change since a base did not cause.
    """

    level: str
    once: Sequence[Alike] = ()
    full: Sequence[Finding] = ()
    more: Sequence[tuple[str, int]] = ()
    below: Sequence[Finding] = ()
    gaps: Sequence[Finding] = ()
    accepted: Sequence[Finding] = ()
    before: Sequence[Finding] = ()
    baselined: Sequence[Finding] = ()


def select(outcome: Outcome, show: str | None, detail: Detail) -> Selection:
    """Sort the findings of `outcome` by what `show` asks for; nothing is folded where `verbose`."""
    level = show if show in SEVERITIES else _threshold(outcome)
    if show == "all":
        return Selection(level, full=outcome.findings)
    if show == "unknown":
        return Selection(level)
    of: dict[str, list[Finding]] = {"fault": [], "gap": [], "accepted": [], "baselined": []}
    earlier: list[Finding] = []
    for finding in outcome.findings:
        if finding.caused_by == "before" and finding.status not in of and show != "gaps":
            earlier.append(finding)
            continue
        of[finding.status if finding.status in of else finding.kind].append(finding)
    if show == "gaps":
        return Selection(level, *_first(of["gap"], detail))
    return Selection(
        level,
        *_first([f for f in of["fault"] if at_least(f.severity, level)], detail),
        below=[finding for finding in of["fault"] if not at_least(finding.severity, level)],
        gaps=of["gap"],
        accepted=of["accepted"],
        before=earlier,
        baselined=of["baselined"],
    )


def _threshold(outcome: Outcome) -> str:
    return "high" if outcome.threshold == "never" else outcome.threshold


def _first(
    findings: Sequence[Finding], detail: Detail
) -> tuple[Sequence[Alike], Sequence[Finding], list[tuple[str, int]]]:
    """Return what is told once, the first findings of a rule that has too many, and the rest."""
    if detail == "verbose":
        return (), findings, []
    once, apart = alike(findings) if detail == "normal" else ([], findings)
    number = Counter(finding.rule for finding in apart)
    more = [(rule, count - FIRST) for rule, count in number.items() if count > _MANY]
    cut = dict(more)
    seen: Counter[str] = Counter()
    first: list[Finding] = []
    for finding in apart:
        seen[finding.rule] += 1
        if finding.rule not in cut or seen[finding.rule] <= FIRST:
            first.append(finding)
    return once, first, more
