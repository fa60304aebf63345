"""A statement as Markdown, for a paper or a page of a wiki; names call nobody and nothing."""

from __future__ import annotations

from collections.abc import Iterator

from estate.report.markup import escaped, table, unlinked
from estate.report.statement.values import Section, Statement, Table
from estate.report.visible import clip

__all__ = ["render"]


def render(statement: Statement) -> Iterator[str]:
    """Yield the lines, each with its line break."""
    return (f"{line}\n" for line in _lines(statement))


def _lines(statement: Statement) -> Iterator[str]:
    yield f"# {_plain(statement.estate)}: {_plain(statement.title)}"
    for sentence in statement.lead:
        yield from ("", _plain(sentence))
    for section in statement.sections:
        yield from _section(section)


def _section(section: Section) -> Iterator[str]:
    yield from ("", f"## {_plain(section.title)}")
    for sentence in section.says:
        yield from ("", _plain(sentence))
    for each in section.tables:
        if each.caption:
            yield from ("", _plain(each.caption))
        yield ""
        yield from _table(each)


def _table(each: Table) -> Iterator[str]:
    rows = (
        [_cell(cell, strong=number in each.strong) for cell in row]
        for number, row in enumerate(each.rows)
    )
    head, _, *lines = table([_plain(name) for name in each.head], rows)
    ruler = ("---:" if column in each.numbers else "---" for column in range(len(each.head)))
    yield from (head, f"|{'|'.join(ruler)}|", *lines)


def _cell(text: str, *, strong: bool) -> str:
    safe = _plain(text.strip())
    return f"**{safe}**" if strong and safe else safe


def _plain(text: str) -> str:
    return unlinked(escaped(clip(text, 2000)))
