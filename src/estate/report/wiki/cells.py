"""Tables of a page: values as Markdown that is shown as it stands, and obeyed nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import Final, TypeAlias

from estate.frozen import frozen
from estate.report.markup import code, escaped, link, prose, table, unlinked
from estate.report.tables import Head, Kind, Table, Value
from estate.report.visible import clip
from estate.report.wording import counted

__all__ = [
    "MOST",
    "Cell",
    "Link",
    "Prose",
    "listing",
    "markdown",
    "picked",
    "plain",
    "told",
    "whole",
]

MOST: Final = 300
"""Rows of a table on a page; the others are counted, and stand in the workbook and the CSV."""
_LONGEST: Final = 600
"""Characters of one text that people write."""
_MACRO: Final = re.compile(r"([\[<])(?=\1)")
"""What the wiki of GitHub takes for a link or a macro of its own, even in code."""
_RIGHT: Final = frozenset({"number", "money"})


@frozen
class Link:
    """A text that leads to a page of this name."""

    text: str
    page: str


@frozen
class Prose:
    """A text of a rule, in which what stands between backticks is code."""

    text: str


Cell: TypeAlias = Value | Link | Prose


def plain(text: str) -> str:
    """Return a text as a page shows it: it is no markup, and calls nobody."""
    return unlinked(escaped(_short(text)))


def told(text: str) -> str:
    """Return a text of a rule as a page shows it: what stands between backticks is code."""
    return unlinked(prose(_short(text)))


def _short(text: str) -> str:
    return clip(" ".join(text.split()), _LONGEST)


def markdown(value: Cell, kind: Kind = "text") -> str:
    """Return a value as a cell of a table."""
    match value:
        case None:
            return "*unknown*"
        case Link():
            return link(plain(value.text), value.page)
        case Prose():
            return told(value.text)
        case str():
            return _text(value, kind)
    return _figure(value, kind)


def _figure(value: float | Decimal | date, kind: Kind) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()
    return f"{value:,.2f}".removesuffix(".00") if kind == "money" else f"{value:,.10g}"


def _text(text: str, kind: Kind) -> str:
    if not text:
        return ""
    if kind == "severity":
        return f"**{plain(text.capitalize())}**"
    return _MACRO.sub("\\1\u2060", code(_short(text))) if kind == "id" else plain(text)


def picked(of: Table, *keys: str) -> Iterator[str]:
    """Yield some columns of a table, each named by its key."""
    places = {head.key: place for place, head in enumerate(of.heads)}
    chosen = [places[key] for key in keys]
    rows = (tuple(row[place] for place in chosen) for row in islice(of.rows, MOST))
    yield from whole([of.heads[place] for place in chosen], rows)
    yield from _left_out(of.size, of.name)


def listing(heads: Sequence[Head], rows: Sequence[Sequence[Cell]], name: str = "") -> Iterator[str]:
    """Yield the first rows as a table, and how many more there are in the table of that name."""
    yield from whole(heads, rows[:MOST])
    yield from _left_out(len(rows), name)


def whole(heads: Sequence[Head], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """Yield all rows as a table."""
    kinds = [head.kind for head in heads]
    cells = ([markdown(*pair) for pair in zip(row, kinds, strict=True)] for row in rows)
    head, _, *lines = table([plain(each.name) for each in heads], cells)
    ruler = ("---:" if kind in _RIGHT else "---" for kind in kinds)
    yield from (head, f"|{'|'.join(ruler)}|", *lines)


def _left_out(size: int, name: str) -> Iterator[str]:
    if size > MOST:
        held = f"; `tables/{name}.csv` and `estate.xlsx` have all" if name else ""
        yield from ("", f"{counted(size - MOST, 'further row')} left out here{held}.")
