"""A comparison as text for a terminal: the counts first, then what the change causes, at its lines.

The same two estates give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from estate.errors import Location
from estate.findings import Difference, FindingChange, RecordChange
from estate.report.difference.owners import by_owner
from estate.report.difference.telling import (
    ABOUT,
    AS_A_WHOLE,
    Part,
    edited_at,
    field_words,
    found_at,
    numbers,
    parts,
    record_at,
    relation_at,
    relation_words,
    sides,
)
from estate.report.text import Detail
from estate.report.text.notes import heading, note
from estate.report.text.paint import Paint, painter
from estate.report.text.snippet import arrow, snippet
from estate.report.visible import clip, columns, visible
from estate.report.wording import counted

__all__ = ["render"]

_FIRST: Final = 20
"""How many of a long list are printed unless everything is asked for."""


class _Page(NamedTuple):
    """What every part of the text needs."""

    difference: Difference
    paint: Paint
    width: int
    most: int | None
    owned: bool


def render(
    difference: Difference,
    *,
    colour: bool = False,
    width: int = 80,
    detail: Detail = "normal",
    owned: bool = False,
) -> Iterator[str]:
    """Yield the lines of the text, each with its line break.

    `quiet` is the counts alone; `verbose` cuts nothing short; `owned` tells each owner's findings
    together.
    """
    most = None if detail == "verbose" else _FIRST
    page = _Page(difference, painter(colour=colour), width, most, owned)
    lines = _summary(page) if detail == "quiet" else _whole(page)
    return (f"{line}\n" for line in lines)


def _whole(page: _Page) -> Iterator[str]:
    yield from _summary(page)
    for part in parts(page.difference):
        if part.id == ABOUT or not page.owned:
            yield from _part(part, page)
    for each in by_owner(page.difference) if page.owned else ():
        yield ""
        yield page.paint("strong", clip(each.owner))
        for part in each.parts:
            yield from _part(part, page)
    yield from _records("Records", page.difference.records, page)
    yield from _relations(page)
    yield from _records("Rules and settings", page.difference.settings, page)
    yield ""
    yield page.paint("strong", _verdict(page.difference))


def _part(part: Part, page: _Page) -> Iterator[str]:
    yield ""
    yield page.paint("strong", part.title)
    for change in part.changes[: page.most]:
        yield ""
        yield from _finding(change, page)
    yield from _rest(len(part.changes), page)


def _summary(page: _Page) -> Iterator[str]:
    difference = page.difference
    yield page.paint("strong", f"{clip(difference.head.estate)}: {clip(sides(difference))}")
    if difference.empty:
        yield "nothing differs"
        return
    rows = [("", "came", "went", "changed")]
    rows += [
        (name, f"{came:,}", f"{went:,}", "" if changed is None else f"{changed:,}")
        for name, came, went, changed in numbers(difference)
    ]
    widest = max(columns(row[0]) for row in rows)
    for name, *cells in rows:
        yield f"  {name:<{widest}}{''.join(f'{cell:>9}' for cell in cells)}".rstrip()


def _finding(change: FindingChange, page: _Page) -> Iterator[str]:
    finding, at = change.finding, found_at(page.difference, change)
    before = " before the change" if change.turn == "went" and at else ""
    status = "" if finding.status == "open" else finding.status
    yield heading(finding.severity, finding.rule, finding.message, page.paint, status)
    gutter = len(str(at.line)) if at else 1
    name = page.paint("faint", finding.fingerprint)
    yield f"{arrow(at, gutter, page.paint)}{before}  {name}" if at else f"  {name}"
    if at is not None and change.turn != "went":
        yield from snippet([at], finding.severity, page.width, page.paint)
    for label, text in _remarks(change, page):
        yield from note(label, text, gutter, page.width, page.paint)


def _remarks(change: FindingChange, page: _Page) -> Iterator[tuple[str, str]]:
    for name, then, now in change.differences:
        yield name, f"{clip(then)} → {clip(now)}"
    if change.finding.path:
        yield "path", " → ".join(clip(step, 80) for step in change.finding.path)
    if change.cause == "calendar":
        return
    for edit in change.edits:
        at = edited_at(page.difference, edit)
        then = " before the change" if edit.before else ""
        where = f"{_where(at)}{then}: " if at else ""
        yield "by", where + clip(edit.text)
    if not change.edits and change.finding not in page.difference.about_change:
        yield "by", AS_A_WHOLE


def _records(title: str, changes: Sequence[RecordChange], page: _Page) -> Iterator[str]:
    if not changes:
        return
    yield ""
    yield page.paint("strong", title)
    for change in changes[: page.most]:
        at = record_at(page.difference, change)
        named = f"{change.kind} {clip(change.id, 80)}"
        yield f"  {change.turn:<7}  {named}{page.paint('faint', _aside(at))}"
        for each in change.fields:
            yield f"             {clip(field_words(each), 200)}"
    yield from _rest(len(changes), page)


def _relations(page: _Page) -> Iterator[str]:
    changes = page.difference.relations
    if not changes:
        return
    yield ""
    yield page.paint("strong", "Relations")
    for change in changes[: page.most]:
        aside = page.paint("faint", _aside(relation_at(page.difference, change)))
        yield f"  {change.turn:<7}  {clip(relation_words(change), 200)}{aside}"
    yield from _rest(len(changes), page)


def _rest(number: int, page: _Page) -> Iterator[str]:
    if page.most is not None and number > page.most:
        yield f"  and {number - page.most:,} more (-v, or --format json)"


def _aside(at: Location | None) -> str:
    return f"  {_where(at)}" if at else ""


def _where(at: Location) -> str:
    return f"{visible(at.file)}:{at.line}:{at.column}" if at.line else visible(at.file)


def _verdict(difference: Difference) -> str:
    if difference.threshold == "never":
        return "nothing here fails (--fail-on says from which severity the change's findings do)"
    number = len(difference.failing)
    if not number:
        return f"the change brings nothing at or above {difference.threshold}"
    verb = "fails" if number == 1 else "fail"
    found = counted(number, "finding")
    return f"{found} at or above {difference.threshold} that the change brings {verb} this run"
