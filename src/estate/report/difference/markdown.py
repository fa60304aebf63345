"""A comparison as Markdown, for a comment on a change: short, and safe to paste.

Names come from an inventory: whatever Markdown or HTML would act on is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from estate.errors import Location
from estate.findings import Difference, FindingChange
from estate.report.difference.owners import Owned, by_owner
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
from estate.report.visible import clip
from estate.report.wording import counted

__all__ = ["render"]

_MOST: Final = 50
"""Entries of one list: a comment has bounds too."""
_ROOM: Final = 40_000
"""Characters for what the owners have: an issue holds 65,536, and the tables need some."""
_QUOTE: Final = "\N{MODIFIER LETTER GRAVE ACCENT}"
"""What stands for a backtick where one would end what it stands in."""
_ACTIVE: Final = re.compile(r"([\\`*_{}\[\]()<>#.|~&@:/])")


def render(difference: Difference, *, owned: bool = False) -> Iterator[str]:
    """Yield the text in pieces; `owned` tells each owner's findings together."""
    return (f"{line}\n" for line in _lines(difference, owned=owned))


def _lines(difference: Difference, *, owned: bool) -> Iterator[str]:
    yield f"## {_plain(difference.head.estate)}: {_title(difference)}"
    yield ""
    yield f"{_plain(sides(difference))}."
    yield ""
    if difference.empty:
        yield "Nothing differs."
        return
    yield from _counts(difference)
    for part in parts(difference):
        if part.id == ABOUT or not owned:
            yield from _part(part, difference)
    if owned:
        yield from _by_owner(difference)
    yield from _records(difference)
    yield ""
    yield _verdict(difference)


def _counts(difference: Difference) -> Iterator[str]:
    yield "| | came | went | changed |"
    yield "|---|---:|---:|---:|"
    for name, came, went, changed in numbers(difference):
        yield f"| {name} | {came:,} | {went:,} | {'' if changed is None else f'{changed:,}'} |"


def _title(difference: Difference) -> str:
    days = difference.base.digest == difference.head.digest
    return "what the calendar brings" if days else "what the change does"


def _by_owner(difference: Difference) -> Iterator[str]:
    """Yield a table of the owners, then what became of the findings of each."""
    owners = by_owner(difference)
    if owners:
        yield ""
        yield "| owner | came | went | changed |"
        yield "|---|---:|---:|---:|"
    for each in owners[:_MOST]:
        came, went, changed = each.turns
        yield f"| {_plain(each.owner)} | {came:,} | {went:,} | {changed:,} |"
    yield from (
        (f"| and {len(owners) - _MOST:,} more owners | | | |",) if len(owners) > _MOST else ()
    )
    room = _ROOM
    for each in owners[:_MOST]:
        lines = [*_of_owner(each, difference, room)]
        room -= sum(len(line) + 1 for line in lines)
        yield from lines


def _of_owner(owned: Owned, difference: Difference, room: int) -> Iterator[str]:
    yield ""
    yield f"### {_plain(owned.owner)}"
    for part in owned.parts:
        yield ""
        yield f"#### {part.title}"
        yield ""
        shown = 0
        for change in part.changes[:_MOST]:
            lines = [*_finding(change, difference)]
            room -= sum(len(line) + 1 for line in lines)
            if room < 0:
                break
            shown += 1
            yield from lines
        yield from _rest(len(part.changes), shown)


def _part(part: Part, difference: Difference) -> Iterator[str]:
    yield ""
    yield f"### {part.title}"
    yield ""
    for change in part.changes[:_MOST]:
        yield from _finding(change, difference)
    yield from _rest(len(part.changes))


def _finding(change: FindingChange, difference: Difference) -> Iterator[str]:
    finding = change.finding
    at = _at(found_at(difference, change))
    status = "" if finding.status == "open" else f" ({finding.status})"
    yield f"- **{finding.severity}** {_code(finding.rule)}{status} {_plain(finding.message)}{at}"
    for name, then, now in change.differences:
        yield f"  - {name}: {_plain(then)} → {_plain(now)}"
    for edit in change.edits:
        then = " before the change" if edit.before else ""
        yield f"  - by {_plain(edit.text)}{_at(edited_at(difference, edit))}{then}"
    if change.cause == "change" and not change.edits and finding not in difference.about_change:
        yield f"  - by {AS_A_WHOLE}"


def _records(difference: Difference) -> Iterator[str]:
    lines = [*_changed(difference), *_relations(difference)]
    if lines:
        yield ""
        yield "<details>"
        yield f"<summary>{counted(len(lines), 'edit')} to the inventory and its rules</summary>"
        yield ""
        yield from lines[:_MOST]
        yield from _rest(len(lines))
        yield ""
        yield "</details>"


def _changed(difference: Difference) -> Iterator[str]:
    for change in (*difference.records, *difference.settings):
        at = _at(record_at(difference, change))
        fields = "; ".join(_plain(field_words(each)) for each in change.fields)
        told = f": {fields}" if fields else ""
        yield f"- {change.turn}: {change.kind} {_code(change.id)}{told}{at}"


def _relations(difference: Difference) -> Iterator[str]:
    for change in difference.relations:
        at = _at(relation_at(difference, change))
        yield f"- {change.turn}: {_plain(relation_words(change))}{at}"


def _rest(number: int, shown: int = _MOST) -> Iterator[str]:
    if number > shown:
        yield f"- and {number - shown:,} more"


def _verdict(difference: Difference) -> str:
    number, threshold = len(difference.failing), difference.threshold
    if threshold == "never":
        return "No finding fails this comparison."
    if not number:
        return f"The change brings nothing at or above {threshold}."
    return f"**{counted(number, 'finding')} at or above {threshold} that the change brings.**"


def _at(at: Location | None) -> str:
    return f" {_code(f'{at.file}:{at.line}' if at.line else at.file)}" if at else ""


def _code(text: str) -> str:
    """Return a text as code, in which nothing acts."""
    return f"`{clip(text, 200).replace('`', _QUOTE)}`"


def _plain(text: str) -> str:
    return _ACTIVE.sub(r"\\\1", clip(text, 400))
