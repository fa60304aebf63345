"""The report of an imported document for people: what was in it, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, islice

from estate.exchange.imported import Imported
from estate.exchange.losses import Loss

__all__ = ["of_document"]


def of_document(imported: Imported, shown: int | None) -> Iterator[str]:
    """Yield what became of each kind of thing: of losses for one reason, the first `shown`.

    What does not print is shown as its code: names and keys come from foreign files.
    """
    return map(_printable, _lines(imported, shown))


def _printable(line: str) -> str:
    return "".join(
        sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in line
    )


def _lines(imported: Imported, shown: int | None) -> Iterator[str]:
    tables = imported.counts.tables
    files = dict.fromkeys(file for count in tables.values() for file in count.files)
    yield from (f"  {file} ({remark})" for file, remark in files)
    for name, count in tables.items():
        yield ""
        lost = f", {count.lost:,} lost" if count.lost else ""
        yield f"{name}: {count.rows:,} read, {count.used:,} used{lost}"
        losses = [loss for loss in imported.losses if loss.table == name]
        yield from _by_reason("lost", [x for x in losses if x.kind == "row"], shown)
        yield from _by_reason("values left out", [x for x in losses if x.kind == "cell"], shown)
        yield from _fields([loss for loss in losses if loss.kind == "column"])


def _fields(losses: Sequence[Loss]) -> Iterator[str]:
    by_reason = sorted(losses, key=lambda loss: loss.reason)
    for reason, group in groupby(by_reason, key=lambda loss: loss.reason):
        members = list(group)
        yield f"  fields left out, {reason}: {len({loss.column for loss in members}):,}"
        yield from (f"    {loss.column} ({loss.file}: {loss.value})" for loss in members)


def _by_reason(title: str, losses: Sequence[Loss], shown: int | None) -> Iterator[str]:
    by_reason = sorted(losses, key=lambda loss: (loss.reason, loss.order))
    for reason, group in groupby(by_reason, key=lambda loss: loss.reason):
        members = list(group)
        yield f"  {title}, {reason}: {len(members):,}"
        yield from (f"    {_line(loss)}" for loss in islice(members, shown))
        if shown is not None and len(members) > shown:
            yield f"    … and {len(members) - shown:,} more"


def _line(loss: Loss) -> str:
    value = " ".join(loss.value.split())
    what = f"{loss.column}: {value!r}" if loss.column else repr(value) if value else ""
    return f"{loss.file} {loss.table} {loss.row} {what}".rstrip()
