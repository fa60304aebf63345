"""Many changes to one file at once: each is made in the lines of its own record."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from estate.edit.draft import as_read, plain
from estate.edit.field import changed, remove_in, set_in, without
from estate.edit.record import add_record
from estate.edit.sheet import same, sheet_of
from estate.edit.spelling import Style
from estate.errors import EditError
from estate.frozen import frozen
from estate.read import Document, read_document

__all__ = ["Edit", "edited"]

_LARGE: Final = 5_000
"""Lines from which on a file's habits are taken from its beginning alone."""
_ODD: Final = re.compile("\\A\ufeff|\r(?!\n)|[\x85\u2028\u2029]")
"""What makes lines as we count them others than those of the parser."""


@frozen
class Edit:
    """A value set at a path of section, id, field and what is below; or taken out there."""

    path: tuple[str | int, ...]
    value: Any = None
    remove: bool = False

    @property
    def record(self) -> tuple[str, str]:
        """The section and the id of the record that it changes."""
        return str(self.path[0]), str(self.path[1])


def edited(
    text: str,
    edits: Sequence[Edit],
    records: Mapping[str, Mapping[str, Mapping[str, Any]]],
    *,
    name: str,
) -> str:
    """Return the text of an inventory file with every edit made and the records added.

    `records` are the new ones by section and id. Every other byte stays, and the new text reads
    as intended, as `set_field` and `add_record` promise; the time grows with what is changed, and
    not with what is changed times the file. Raises EditError as they do.
    """
    before = read_document(name, text.encode("utf-8", "surrogatepass"))
    wanted = before.values
    for edit in edits:
        value = as_read(plain(edit.value))
        wanted = without(wanted, edit.path) if edit.remove else changed(wanted, edit.path, value)
    after = _with_edits(text, edits, before)
    for section, added in records.items():
        after = _with_records(after, section, added, name)
        fresh = {key: as_read(plain(record)) for key, record in added.items()}
        old = wanted.get(section)
        wanted = {**wanted, section: {**(old if isinstance(old, dict) else {}), **fresh}}
    read = read_document(name, after.encode("utf-8", "surrogatepass"))
    if read.problems or not read.whole or not same(read.values, wanted):
        raise EditError(f"{name}: the changes cannot be made together; make some of them by hand")
    return after


def _with_edits(text: str, edits: Sequence[Edit], before: Document) -> str:
    """Make the edits record by record, from the last line up, so that lines above stay in place."""
    by_record: dict[tuple[str, str], list[Edit]] = defaultdict(list)
    for edit in edits:
        by_record[edit.record].append(edit)
    alone = _alone(before, by_record)
    lines = _lines(text) if alone else []
    style = _style(before, lines) if alone else None
    for key in sorted(alone, key=lambda key: before.lines[key], reverse=True):
        start, end = before.lines[key], _end(before, key, len(lines))
        lines[start:end] = [_in_excerpt(key, lines[start:end], by_record[key], style, before.name)]
    text = "".join(lines) if alone else text
    for key, found in by_record.items():
        if key not in alone:
            for edit in found:
                text = _made(text, edit, None, before.name)
    return text


def _alone(document: Document, keys: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    """Return the records whose lines say all that is in them, where the parser counts as we do."""
    if (
        document.entangled
        or document.mended
        or document.name.lower().endswith(".json")
        or _ODD.search(document.text)
    ):
        return set()
    lines = document.lines
    return {key for key in keys if key in lines and lines[key] > lines[key[0],]}


def _end(document: Document, key: tuple[str, str], last: int) -> int:
    """Return the line behind a record: where the next record or section begins."""
    after = bisect_right(document.starts, document.lines[key])
    return document.starts[after] if after < len(document.starts) else last


def _in_excerpt(
    key: tuple[str, str],
    lines: Sequence[str],
    edits: Sequence[Edit],
    style: Style | None,
    name: str,
) -> str:
    head = f"{key[0]}:{_break_of(lines)}"
    text = head + "".join(lines)
    for edit in edits:
        text = _made(text, edit, style, name)
    return text.removeprefix(head)


def _break_of(lines: Sequence[str]) -> str:
    return "\r\n" if lines and lines[0].endswith("\r\n") else "\n"


def _made(text: str, edit: Edit, style: Style | None, name: str) -> str:
    sheet = sheet_of(text, name)
    if style is not None:
        sheet = replace(sheet, style=style)
    if edit.remove:
        return remove_in(sheet, edit.path)
    return set_in(sheet, edit.path, edit.value) or text


def _style(document: Document, lines: Sequence[str]) -> Style:
    """Return the habits of a file; of a large one, those of its beginning."""
    if len(lines) > _LARGE:
        stop = next((line for line in document.starts if line > _LARGE), len(lines))
        return sheet_of("".join(lines[:stop]), document.name).style
    return sheet_of(document.text, document.name).style


def _with_records(
    text: str, section: str, added: Mapping[str, Mapping[str, Any]], name: str
) -> str:
    """Add records behind the others of a section, each in an excerpt with the two before it."""
    rest = dict(added)
    parted = _parted(text, section, name)
    while rest and parted is None:
        key = next(iter(rest))
        text = add_record(text, section, key, rest.pop(key), name=name)
        parted = _parted(text, section, name)
    if parted is None:
        return text
    before, body, behind = parted
    head = f"{section}:{_break_of(body)}"
    for key, record in rest.items():
        longer = add_record(head + "".join(body), section, key, record, name=name)
        document = read_document(name, longer.encode("utf-8", "surrogatepass"))
        lines = _lines(longer)
        first = sorted(document.lines[one] for one in document.lines if len(one) > 1)[-2]
        before += lines[1:first]
        body = lines[first:]
    return "".join([*before, *body, *behind])


def _parted(text: str, section: str, name: str) -> tuple[list[str], list[str], list[str]] | None:
    """Part a file into what stands before the last two records of a section, they, and the rest.

    None where their lines do not stand alone.
    """
    document = read_document(name, text.encode("utf-8", "surrogatepass"))
    records = document.values.get(section)
    keys = [(section, key) for key in records] if isinstance(records, dict) else []
    if not keys or _alone(document, keys[-2:]) != {*keys[-2:]}:
        return None
    lines = _lines(text)
    first, end = document.lines[keys[-2:][0]], _end(document, keys[-1], len(lines))
    return lines[:first], lines[first:end], lines[end:]


def _lines(text: str) -> list[str]:
    *whole, last = text.split("\n")
    return [*(f"{line}\n" for line in whole), *([last] if last else [])]
