"""A reorganisation as a statement: the answer in a few sentences, then list by list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from estate.findings import Reorganisation
from estate.findings.reorganisation import ZONES, Merging
from estate.report.merge.lapses import lapses_section
from estate.report.merge.merging import merging_sections
from estate.report.merge.systems import parting, systems_sections
from estate.report.merge.vesting import ZONE_WORDS, vesting_sections
from estate.report.statement import Section, Statement, Table
from estate.report.wording import counted, listed

__all__ = ["ON_PAGE", "statement"]

ON_PAGE: Final = 1000
"""Rows of one table that a page holds; a browser is slow with more."""


def statement(told: Reorganisation, most: int | None = None, *, brief: bool = False) -> Statement:
    """Return a reorganisation as sentences and tables.

    `most` is how many rows of one table are told, None for all; where there are more, it says so.
    `brief` tells the first few records of a large group that is alike, and how many more there are.
    Lists that are empty are there too, and say so.
    """
    merged = merging_sections(told.merging) if told.merging is not None else ()
    sections = (
        *vesting_sections(told),
        *systems_sections(told, brief=brief),
        lapses_section("lapses", "Acceptances that lapse at vesting", told.lapses),
        *merged,
    )
    return Statement(
        estate=told.estate,
        title=f"reorganisation as of {told.as_of}",
        tool=told.tool,
        lead=tuple(_lead(told)),
        sections=tuple(_within(section, most) for section in sections),
    )


def _within(section: Section, most: int | None) -> Section:
    return replace(section, tables=tuple(_cut(table, most) for table in section.tables))


def _cut(table: Table, most: int | None) -> Table:
    if most is None or len(table.rows) <= most:
        return table
    beyond = f"The first {most:,} of {len(table.rows):,} rows are here; JSON and CSV have all."
    return replace(table, caption=f"{table.caption} {beyond}", rows=table.rows[:most])


def _lead(told: Reorganisation) -> Iterator[str]:
    if told.merging is not None:
        yield _merged(told.merging)
    if told.vesting is None:
        yield "No organisation is recorded to be replaced: no vesting day is known."
        yield _alike(told)
        return
    ending = sum(bool(each.successors) for each in told.handovers)
    yield f"{counted(ending, 'organisation')} will be replaced, the first on {told.vesting}."
    yield _asked(told)
    zones = Counter(each.zone for each in told.terms)
    counts = listed([f"{zones[zone]:,} {ZONE_WORDS[zone]}" for zone in ZONES if zones[zone]])
    yield f"Contracts and agreements end: {counts or 'none is recorded'}."
    parted = parting(told.shared)
    yield f"{counted(len(told.shared), 'shared system')}, of which {parted:,} would be parted."
    yield _alike(told)
    yield f"{counted(len(told.lapses), 'acceptance')} will lapse at vesting."


def _asked(told: Reorganisation) -> str:
    missing = sum(need.met is False for need in told.needs)
    unknown = sum(need.met is None for need in told.needs)
    return (
        f"Day one: of {counted(len(told.needs), 'thing')} asked for, {missing:,} to settle and "
        f"{unknown:,} not known."
    )


def _alike(told: Reorganisation) -> str:
    kinds = Counter(each.kind for each in told.matches)
    groups = [counted(kinds[kind], kind) for kind in ("system", "supplier", "service")]
    return f"Probably one, or for one job: {listed(groups)}."


def _merged(merging: Merging) -> str:
    return (
        f"{listed(merging.estates)} merged into {counted(merging.records, 'record')}: "
        f"{counted(len(merging.renamed), 'id')} renamed, "
        f"{counted(len(merging.same), 'record')} the same in several and now one, "
        f"{counted(len(merging.lapses), 'acceptance')} lapsed by it."
    )
