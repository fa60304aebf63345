"""Findings that differ in where they stand alone, told once with a count.

On a large estate four hundred databases of one product reach one day together. Told one by one
they bury the rest; told once, with how many there are and where the first of them stand, they are
one decision to take.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from estate.findings import SEVERITIES, Finding
from estate.frozen import frozen
from estate.report.locate import locate
from estate.report.text.notes import heading, note, notes
from estate.report.text.setting import Setting
from estate.report.text.snippet import arrow

__all__ = ["Alike", "alike", "told_once"]

_FOLDED: Final = 12
"""From so many findings on, those that are alike are told once."""
_PLACES: Final = 3
"""Places that are shown of them."""

Key: TypeAlias = tuple[str, ...]


@frozen
class Alike:
    """Findings of one rule and severity: of one product and release, or in the same words."""

    findings: tuple[Finding, ...]

    @property
    def order(self) -> tuple[int, int, str, str]:
        """Return what they are sorted by: severity, number, rule, identity of the first."""
        first = self.findings[0]
        rank = SEVERITIES.index(first.severity)
        return rank, -len(self.findings), first.rule, first.fingerprint


def alike(findings: Sequence[Finding]) -> tuple[list[Alike], list[Finding]]:
    """Return the findings that are told once, the worst and most first, and all the others."""
    by_key: dict[Key, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_key[_key(finding)].append(finding)
    folded = [Alike(tuple(group)) for group in by_key.values() if len(group) >= _FOLDED]
    told = {id(finding) for group in folded for finding in group.findings}
    rest = [finding for finding in findings if id(finding) not in told]
    return sorted(folded, key=lambda group: group.order), rest


def told_once(groups: Sequence[Alike], setting: Setting) -> Iterator[str]:
    """Yield a paragraph for each group: how many, the first of them in full, and where they are."""
    for group in groups:
        yield from _paragraph(group.findings, setting)
        yield ""


def _key(finding: Finding) -> Key:
    """Return what near-identical findings share."""
    of_all = finding.rule, finding.severity, finding.kind, finding.status
    product = str(dict(finding.subject.detail).get("product", ""))
    cycle = dict(finding.facts).get("cycle", "")
    if product and cycle:
        return *of_all, product, cycle
    name = finding.subject.name or finding.subject.id
    return *of_all, finding.message.replace(name, "\0")


def _paragraph(findings: Sequence[Finding], setting: Setting) -> Iterator[str]:
    first, paint = findings[0], setting.paint
    text = f"{len(findings):,} alike, the first: {first.message}"
    yield heading(first.severity, first.rule, text, paint, _apart(first))
    for finding in findings[:_PLACES]:
        at = locate(setting.outcome.places, finding.place)
        name = paint("faint", finding.fingerprint)
        yield f"{arrow(at, 1, paint)}  {name}" if at else f"  {name}"
    rest = len(findings) - _PLACES
    yield paint("faint", f"  and {rest:,} more (-v or --show all lists each, --format json too)")
    for label, said in notes(first, setting):
        yield from note(label, said, 1, setting.width, paint)


def _apart(finding: Finding) -> str:
    return finding.status if finding.status in {"accepted", "baselined"} else ""
