"""The sections about systems: those that are shared, and what is probably one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from estate.findings import Reorganisation
from estate.findings.reorganisation import PATTERNS, Match, Shared
from estate.report.merge.listing import listing, named
from estate.report.statement import Section, Table
from estate.report.wording import counted, listed

__all__ = ["parting", "systems_sections"]

_KINDS: Final = ("system", "supplier", "service")
_FEW: Final = 4
"""Records of one group that are told where it has to be brief."""


def systems_sections(told: Reorganisation, *, brief: bool) -> tuple[Section, ...]:
    """Return the shared systems by pattern, and what is probably one or for one job by kind.

    With `brief` a large group counts those of its records that are not told.
    """
    return _shared(told.shared), _matches(told.matches, brief=brief)


def parting(shared: Sequence[Shared]) -> int:
    """Return how many of them would belong to several successors."""
    return sum("extract" in each.pattern for each in shared)


def _shared(shared: Sequence[Shared]) -> Section:
    lead = (
        f"{parting(shared):,} of them would belong to several successors, and must be parted, or "
        "served by one to the other."
    )
    return listing("shared", "Shared systems", lead, _patterns(shared), "None is recorded.")


def _patterns(shared: Sequence[Shared]) -> Iterator[Table]:
    """Yield a table for each pattern: what has to be parted comes first."""
    for pattern in reversed(PATTERNS):
        rows = tuple(
            (
                each.kind,
                named(each.name, each.id),
                listed(each.organisations),
                listed(each.successors) or "not recorded",
            )
            for each in shared
            if each.pattern == pattern
        )
        caption = f"{pattern.capitalize()}: {len(rows):,}."
        yield Table(caption, ("kind", "system", "shared by", "would belong to"), rows)


def _matches(matches: Sequence[Match], *, brief: bool) -> Section:
    lead = "Nothing is put together by this list: somebody who knows both has to say."
    tables = [_alike(kind, matches, brief=brief) for kind in _KINDS]
    return listing("matches", "Probably one, or for one job", lead, tables, "None was found.")


def _alike(kind: str, matches: Sequence[Match], *, brief: bool) -> Table:
    """Return what is alike of one kind: a row for each record, under the number of its group."""
    groups = [each for each in matches if each.kind == kind]
    rows = tuple(
        row for number, each in enumerate(groups, 1) for row in _group(number, each, brief=brief)
    )
    systems = kind == "system"
    head = ("no.", kind, "whose", "why", *(["pattern"] if systems else []))
    caption = f"{kind.capitalize()}s: {counted(len(groups), 'group')}."
    return Table(caption, head, rows if systems else tuple(row[:-1] for row in rows))


def _group(number: int, match: Match, *, brief: bool) -> Iterator[tuple[str, ...]]:
    """Yield the records of a match; what holds for all of them stands beside the first."""
    nobody = "" if match.kind == "supplier" else "not recorded"
    first = (str(number), "; ".join(match.reasons), match.pattern)
    cut = brief and len(match.records) > _FEW
    for at, one in enumerate(match.records[: _FEW - 1] if cut else match.records):
        said, why, pattern = ("", "", "") if at else first
        yield (
            said,
            named(one.name, one.id),
            listed(one.organisations) or nobody,
            why,
            pattern,
        )
    if cut:
        yield ("", f"and {len(match.records) - _FEW + 1:,} more", "", "", "")
