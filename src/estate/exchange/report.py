"""The report of an import: counts that add up, and every loss, as text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from itertools import groupby, islice
from typing import Final

from estate.exchange.imported import Imported, TableCount
from estate.exchange.inward.telling import of_document
from estate.exchange.losses import Loss
from estate.exchange.visible import visible

__all__ = ["report_json", "report_text"]

_SHOWN: Final = 20
_TITLES: Final = {
    "row": "rows that made no record",
    "record": "records that a row should have made and did not",
    "cell": "cells left out",
    "column": "columns left out",
    "blank": "texts taken for an empty cell",
    "aside": "rows that are no records",
    "sheet": "sheets that no table reads",
}
_WHOLE: Final = ("column", "blank", "sheet")


def report_json(imported: Imported) -> str:
    """Return the whole report as JSON, every loss listed."""
    counts = imported.counts
    report = {
        "schema": "estate-import/1",
        "mapping": imported.name,
        "records": dict(counts.records),
        "tables": {name: _table(count) for name, count in counts.tables.items()},
        "losses": [asdict(loss) for loss in imported.losses],
    }
    return json.dumps(report, indent=1, ensure_ascii=False) + "\n"


def _table(count: TableCount) -> dict[str, object]:
    return {**asdict(count), "files": dict(count.files)}


def report_text(imported: Imported, *, shown: int | None = _SHOWN) -> str:
    """Return the report for people: of losses for one reason, the first `shown`, or all."""
    return "".join(f"{visible(line)}\n" for line in _lines(imported, shown))


def _lines(imported: Imported, shown: int | None) -> Iterator[str]:
    records = imported.counts.records
    yield f"{imported.name}: {sum(records.values()):,} records"
    yield from (f"  {count:>7,} {section}" for section, count in records.items())
    if imported.form == "document":
        yield from of_document(imported, shown)
        return
    for name, count in imported.counts.tables.items():
        yield ""
        yield f"table {name}: {count.rows:,} rows"
        yield f"  {count.used:>7,} used"
        yield f"  {count.filtered:>7,} left out by the mapping"
        yield f"  {count.lost:>7,} lost"
        if count.blank:
            yield f"  {count.blank:>7,} blank, counted apart"
        yield from (f"  {file} ({remark})" for file, remark in count.files)
        yield from _losses([loss for loss in imported.losses if loss.table == name], shown)


def _losses(losses: list[Loss], shown: int | None) -> Iterator[str]:
    for kind, title in _TITLES.items():
        of_kind = [loss for loss in losses if loss.kind == kind]
        if of_kind:
            yield f"  {title}: {len(of_kind):,}"
        if kind in _WHOLE:
            yield from (f"    {_whole(loss)}" for loss in of_kind)
            continue
        by_reason = sorted(of_kind, key=_reason)
        for reason, group in groupby(by_reason, key=_reason):
            members = list(group)
            yield f"    {reason}: {len(members):,}"
            yield from (f"      {_line(loss)}" for loss in islice(members, shown))
            if shown is not None and len(members) > shown:
                yield f"      … and {len(members) - shown:,} more"


def _whole(loss: Loss) -> str:
    """Say what is told of a whole column or sheet."""
    what = {
        "column": f"{loss.column} ({loss.value})",
        "blank": f"{loss.column} {loss.value!r}",
        "sheet": f"{loss.file} {loss.value!r}",
    }
    return f"{what[loss.kind]}: {loss.reason}"


def _reason(loss: Loss) -> str:
    return loss.reason


def _line(loss: Loss) -> str:
    value = " ".join(loss.value.split())
    what = f"{loss.column}: {value!r}" if loss.column else repr(value) if value else ""
    return f"{loss.place} {what}".rstrip()
