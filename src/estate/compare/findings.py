"""Findings that came, went and changed, put down to the change or to the calendar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from estate.findings import SEVERITIES, Finding, FindingChange, Outcome
from estate.findings.difference import Cause

__all__ = ["became_worse", "findings_between"]


def findings_between(base: Outcome, later: Outcome, head: Outcome) -> tuple[FindingChange, ...]:
    """Return the findings that differ between two estates, worst first.

    `later` is the base estate, judged on the day of the head: what it shows as well is the
    calendar's. Findings are told apart by fingerprint, so that a rename of files is no change.
    """
    before, meanwhile, after = (_by_fingerprint(each.findings) for each in (base, later, head))
    found = [
        _change(finding, before.get(key), meanwhile.get(key), after.get(key))
        for key, finding in {**before, **after}.items()
        if not _alike(before.get(key), after.get(key))
    ]
    return tuple(sorted(found, key=_order))


def became_worse(before: Finding | None, after: Finding) -> bool:
    """Whether a finding is new, more severe than it was, or has lost its acceptance."""
    if before is None:
        return True
    graver = SEVERITIES.index(after.severity) < SEVERITIES.index(before.severity)
    return graver or (before.status == "accepted" and after.status != "accepted")


def _by_fingerprint(findings: Iterable[Finding]) -> dict[str, Finding]:
    return {finding.fingerprint: finding for finding in findings}


def _change(
    finding: Finding, before: Finding | None, meanwhile: Finding | None, after: Finding | None
) -> FindingChange:
    """Return what became of a finding; `finding` is the latest of what it was."""
    if after is None:
        return FindingChange("went", finding, "calendar" if meanwhile is None else "change")
    if before is None:
        return FindingChange("came", after, _cause(meanwhile, after))
    cause: Cause = "calendar" if _alike(meanwhile, after) else "change"
    return FindingChange("changed", after, cause, tuple(_differences(before, after)))


def _cause(meanwhile: Finding | None, after: Finding) -> Cause:
    return "change" if became_worse(meanwhile, after) else "calendar"


def _alike(one: Finding | None, other: Finding | None) -> bool:
    if one is None or other is None:
        return one is other
    return not any(True for _ in _differences(one, other))


def _differences(before: Finding, after: Finding) -> Iterator[tuple[str, str, str]]:
    pairs: Mapping[str, tuple[str, str]] = {
        "severity": (before.severity, after.severity),
        "status": (_status(before), _status(after)),
        "message": (before.message, after.message),
    }
    for name, (then, now) in pairs.items():
        if then != now:
            yield name, then, now


def _status(finding: Finding) -> str:
    return f"accepted by {finding.exception}" if finding.exception else finding.status


def _order(change: FindingChange) -> tuple[int, str, str, str]:
    finding = change.finding
    rank = SEVERITIES.index(finding.severity)
    return rank, finding.rule, finding.subject.id, finding.fingerprint
