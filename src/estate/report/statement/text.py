"""A statement as text for a terminal: what it says first, then tables as wide as the screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import Final

from estate.report.statement.values import Section, Statement, Table
from estate.report.text import Detail
from estate.report.text.paint import Paint, painter
from estate.report.visible import LONGEST, clip, columns, visible

__all__ = ["render"]

_FIRST: Final = 20
"""How many rows of a long table are printed unless everything is asked for."""
_DRAWN: Final = 60
"""How many things a drawing has lines for unless everything is asked for."""
_LONG: Final = 2000
"""Characters of a sentence that are printed."""
_NARROWEST: Final = 6
"""Columns that a column of words keeps."""
_DAY: Final = len("2026-11-21")
"""What is as wide as a day stays whole."""
_TITLE: Final = 32
"""Columns that the first of them keeps before those of numbers are told below one another."""
_GAP: Final = 2
_BELOW: Final = 4
"""How far what stands below a row is indented."""


def render(
    statement: Statement, *, colour: bool = False, width: int = 80, detail: Detail = "normal"
) -> Iterator[str]:
    """Yield the lines of the text, each with its line break.

    `quiet` is what it says first alone; `verbose` cuts no table short.
    """
    paint = painter(colour=colour)
    most = None if detail == "verbose" else _FIRST
    lines = _head(statement, width, paint)
    if detail != "quiet":
        lines = _joined(lines, *(_section(s, width, paint, most) for s in statement.sections))
    return (f"{line}\n" for line in lines)


def _joined(*parts: Iterator[str]) -> Iterator[str]:
    for number, part in enumerate(parts):
        if number:
            yield ""
        yield from part


def _head(statement: Statement, width: int, paint: Paint) -> Iterator[str]:
    title = f"{clip(statement.estate, 100)}: {clip(statement.title, 200)}"
    yield from (paint("strong", line) for line in _wrapped(title, width))
    for sentence in statement.lead:
        yield ""
        yield from _wrapped(sentence, width)


def _section(section: Section, width: int, paint: Paint, most: int | None) -> Iterator[str]:
    yield from (paint("strong", line) for line in _wrapped(section.title, width))
    for sentence in section.says:
        yield from _wrapped(sentence, width)
    if section.picture:
        yield from ("", *section.picture.lines(width, None if most is None else _DRAWN))
    for table in section.tables:
        yield ""
        if table.caption:
            yield from (paint("faint", line) for line in _wrapped(table.caption, width))
        yield from _table(table, width, paint, most)


def _wrapped(text: str, width: int) -> list[str]:
    return wrap(clip(text, _LONG), width, break_on_hyphens=False) or [""]


def _table(table: Table, width: int, paint: Paint, most: int | None) -> Iterator[str]:
    cut = len(table.rows) if most is None or not table.long else most
    rows = [
        tuple(
            clip(cell, _LONG if each in table.under else LONGEST) for each, cell in enumerate(row)
        )
        for row in table.rows[:cut]
    ]
    for number, block in enumerate(_blocks(table, rows, width)):
        if number:
            yield ""
        yield from _block(table, rows, block, width, paint)
    if len(table.rows) > cut:
        yield f"and {len(table.rows) - cut:,} more (-v, or --format csv)"


def _natural(table: Table, rows: Sequence[tuple[str, ...]]) -> list[int]:
    heads = {number for number, row in enumerate(rows) if _is_head(table, number, row)}
    cells = (table.head, *(row for number, row in enumerate(rows) if number not in heads))
    return [max(columns(row[each]) for row in cells) for each in range(len(table.head))]


def _is_head(table: Table, number: int, row: tuple[str, ...]) -> bool:
    """Whether a row is the head of those below it: it may be as wide as the table."""
    return number in table.strong and not any(row[1:])


def _blocks(table: Table, rows: Sequence[tuple[str, ...]], width: int) -> Iterator[tuple[int, ...]]:
    """Yield the columns that stand beside one another: where all are numbers, as many as fit."""
    every = _beside(table)
    sizes = _natural(table, rows)
    sizes[0] = min(sizes[0], _TITLE)
    whole = sum(sizes[each] + _GAP for each in every) - _GAP
    if whole <= width or set(every[1:]) != table.numbers:
        yield every
        return
    block, room = [0], width - sizes[0]
    for each in every[1:]:
        if len(block) > 1 and sizes[each] + _GAP > room:
            yield tuple(block)
            block, room = [0], width - sizes[0]
        block.append(each)
        room -= sizes[each] + _GAP
    yield tuple(block)


def _beside(table: Table) -> tuple[int, ...]:
    return tuple(each for each in range(len(table.head)) if each not in table.under)


def _block(
    table: Table,
    rows: Sequence[tuple[str, ...]],
    block: tuple[int, ...],
    width: int,
    paint: Paint,
) -> Iterator[str]:
    natural = _natural(table, rows)
    words = _longest_words(table, rows, natural)
    sizes = _fitted([natural[each] for each in block], [words[each] for each in block], width)
    for line in _lines([table.head[each] for each in block], block, sizes, table):
        yield paint("faint", line)
    for number, row in enumerate(rows):
        if _is_head(table, number, row):
            yield from (paint("strong", line) for line in _wrapped(row[0], width))
            continue
        for line in _lines([row[each] for each in block], block, sizes, table):
            yield paint("strong", line) if number in table.strong else line
        if block[-1] == _beside(table)[-1]:
            yield from _below(table, row, width)


def _below(table: Table, row: tuple[str, ...], width: int) -> Iterator[str]:
    """Yield what stands below a row: each under the name of its column."""
    lead, deeper = " " * _BELOW, " " * (_BELOW + _GAP)
    for each in sorted(table.under):
        if row[each]:
            said = f"{table.head[each]}: {row[each]}"
            yield from wrap(
                said,
                width,
                initial_indent=lead,
                subsequent_indent=deeper,
                break_on_hyphens=False,
            )


def _fitted(sizes: list[int], words: list[int], width: int) -> list[int]:
    """Return the widths of columns: the widest gives way until all fit.

    `words` is how wide the longest word of each is; a column of numbers is as wide as its longest.
    Only where that is not enough, words are cut too.
    """
    room = width - _GAP * (len(sizes) - 1)
    for floors in (words, [word if word == _DAY else min(word, _NARROWEST) for word in words]):
        while sum(sizes) > room:
            wide = [each for each, size in enumerate(sizes) if size > floors[each]]
            if not wide:
                break
            sizes[max(wide, key=lambda each: sizes[each])] -= 1
    return sizes


def _indent(cell: str) -> int:
    return len(cell) - len(cell.lstrip(" "))


def _longest_words(
    table: Table, rows: Sequence[tuple[str, ...]], natural: Sequence[int]
) -> list[int]:
    """Return how wide the longest word of each column is; of numbers, the whole column."""
    cells = (
        table.head,
        *(row for number, row in enumerate(rows) if not _is_head(table, number, row)),
    )
    return [
        natural[each]
        if each in table.numbers
        else max(
            _indent(row[each]) + columns(w) for row in cells for w in row[each].split() or [""]
        )
        for each in range(len(table.head))
    ]


def _lines(
    cells: Sequence[str], block: tuple[int, ...], sizes: Sequence[int], table: Table
) -> Iterator[str]:
    """Yield the lines of a row: a cell that is too wide goes on below."""
    folded = [_folded(cell, size) for cell, size in zip(cells, sizes, strict=True)]
    for number in range(max(map(len, folded))):
        parts = []
        for column, size, lines in zip(block, sizes, folded, strict=True):
            part = lines[number] if number < len(lines) else ""
            space = " " * max(0, size - columns(part))
            parts.append(space + part if column in table.numbers else part + space)
        yield (" " * _GAP).join(parts).rstrip()


def _folded(cell: str, size: int) -> list[str]:
    if columns(cell) <= size:
        return [cell]
    indent = " " * _indent(cell)
    lines = wrap(visible(cell.strip()), max(1, size - len(indent)), break_on_hyphens=False)
    return [indent + line for line in lines]
