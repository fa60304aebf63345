"""From foreign tables to records, by a mapping: written once, as a recipe."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from estate.exchange.imported import Counts, Imported
from estate.exchange.losses import Loss
from estate.exchange.table.bound import Bound, Scope
from estate.exchange.table.building import Builder
from estate.exchange.table.candidates import Candidate, candidates_of, makers_of, settle
from estate.exchange.table.cells import UNKNOWN
from estate.exchange.table.counting import count_of, unread_sheets
from estate.exchange.table.files import bind
from estate.exchange.table.mapping_check import lookups_of
from estate.exchange.table.mapping_file import read_mapping
from estate.exchange.table.readers import reader_of, test_of
from estate.model import SECTIONS

__all__ = ["convert"]


def convert(mapping_path: Path, files: Sequence[Path]) -> Imported:
    """Convert tables into records as the mapping says.

    Raises ExchangeError, with every problem found, where the mapping is wrong, a file cannot be
    read, or the two do not fit. What does not fit in a single row is no error: it is a loss.
    """
    read = read_mapping(mapping_path)
    tables = bind(read, files)
    losses: list[Loss] = []
    filtered = _derive_and_filter(tables, losses)
    makers = [maker for table in tables.values() for maker in makers_of(table, tables)]
    asking = [(maker.output.existing, one) for maker in makers for one in candidates_of(maker)]
    settled = settle(one for existing, one in asking if not existing)
    builder = Builder(tables, losses.append)
    builder.prepare(makers)
    records = _records(settled, builder)
    _add((one for existing, one in asking if existing), settled, records, builder)
    counts = {name: count_of(table, filtered[name], losses) for name, table in tables.items()}
    losses += unread_sheets(tables)
    return Imported(
        read.mapping.name,
        read.mapping.folder or "",
        records,
        tuple(sorted(losses, key=lambda loss: loss.order)),
        Counts(counts, {section: len(found) for section, found in records.items()}),
    )


def _derive_and_filter(tables: dict[str, Bound], losses: list[Loss]) -> dict[str, int]:
    """Work out derived columns, tables that others look up first, and apply each `where`.

    Returns how many rows of each table its `where` left out.
    """
    filtered: dict[str, int] = {}
    for name in _ordered(tables):
        table = tables[name]
        readers = [
            (column, reader_of(value, table, tables))
            for column, value in table.table.derive.items()
        ]
        test = test_of(table.table.where, table)
        kept = []
        for row in table.rows:
            scope = Scope(row)
            for column, derive in readers:
                if (cell := derive(scope)) is not UNKNOWN:
                    row.derived[column] = cell
            if test(scope):
                kept.append(row)
                losses += [
                    Loss("cell", name, row.file, row.number, *misfit) for misfit in scope.misfits
                ]
        filtered[name] = len(table.rows) - len(kept)
        table.rows = kept
    return filtered


def _ordered(tables: Mapping[str, Bound]) -> list[str]:
    """Return the tables' names, each after those that its derived columns look up."""
    ordered: dict[str, None] = {}

    def visit(name: str) -> None:
        for needed in sorted(lookups_of(tables[name].table)):
            visit(needed)
        ordered[name] = None

    for name in tables:
        visit(name)
    return list(ordered)


def _records(
    settled: Mapping[str, list[Candidate]], builder: Builder
) -> dict[str, dict[str, dict[str, object]]]:
    records: dict[str, dict[str, dict[str, object]]] = {section: {} for section in SECTIONS}
    for identifier in sorted(settled):
        group = settled[identifier]
        records[group[0].section][identifier] = builder.record(group)
    return {section: found for section, found in records.items() if found}


def _add(
    candidates: Iterable[Candidate],
    settled: Mapping[str, list[Candidate]],
    records: Mapping[str, dict[str, dict[str, object]]],
    builder: Builder,
) -> None:
    """Add to records that others have made."""
    for candidate in candidates:
        record = records.get(candidate.section, {}).get(candidate.id)
        if record is None or candidate.id not in settled:
            candidate.refuse(f"there is no {candidate.id} in {candidate.section} to add to")
            continue
        candidate.row.used = True
        source = record.pop("source", None)
        builder.fill(record, candidate)
        if source is not None:
            record["source"] = source
