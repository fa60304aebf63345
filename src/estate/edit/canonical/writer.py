"""From the outline of a file to its lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from estate.edit.canonical.outline import Entry, Part
from estate.edit.canonical.texts import STYLE
from estate.edit.spelling import WIDEST

_STEP: Final = 2


def members(part: Part, margin: int, deep: int, apart: int) -> Iterator[str]:
    """Write the members of a mapping or list, a line or more each, and the comments below them.

    The `deep` outermost levels below get lines of their own, whatever their size. Members of the
    `apart` outermost levels have a blank line between them.
    """
    pad = " " * margin
    for position, entry in enumerate(part.entries):
        if position and apart > 0:
            yield ""
        levels = (0, 0) if entry.key == "defaults" and not margin else (deep - 1, apart - 1)
        written = _item if part.is_list else _field
        yield from written(entry, margin, *levels)
    yield from _padded(part.tail, pad)


def _padded(lines: list[str], pad: str) -> Iterator[str]:
    return (pad + line if line else "" for line in lines)


def _field(entry: Entry, margin: int, deep: int, apart: int) -> Iterator[str]:
    pad = " " * margin
    yield from _padded(entry.above, pad)
    name = f"{pad}{_key(entry, flow=False)}:"
    head, body = _value(entry.value, margin, len(name) + 1, deep, apart)
    yield " ".join(filter(None, (name, head))) + _beside(entry)
    yield from body


def _item(entry: Entry, margin: int, deep: int, apart: int) -> Iterator[str]:
    pad = " " * margin
    head, body = _value(entry.value, margin, margin + _STEP, deep, apart)
    yield from _padded(entry.above, pad)
    beside = _beside(entry)
    if not head:  # the first member stands behind the dash, with a comment of its own perhaps
        yield from [pad + entry.beside] if beside else []
        head, beside = body.pop(0)[margin + _STEP :], ""
    yield f"{pad}- {head}{beside}"
    yield from body


def _key(entry: Entry, *, flow: bool) -> str:
    name = "<<" if entry.merge else STYLE.key(entry.key, flow=flow)
    return " ".join(filter(None, (entry.signs, name)))


def _beside(entry: Entry) -> str:
    return f"  {entry.beside}" if entry.beside else ""


def _value(part: Part, margin: int, used: int, deep: int, apart: int) -> tuple[str, list[str]]:
    """Write a value below a key or dash: what stands on its line, and the lines below."""
    if part.text is not None:
        if part.tail:
            return part.signs, list(_padded(part.tail, " " * (margin + _STEP)))
        head, body = part.text.block(margin, used + len(part.signs) + bool(part.signs))
        return " ".join(filter(None, (part.signs, head))), body
    if not part.entries and not part.tail:
        return line(part), []
    if deep < 1 and _is_small(part) and used + len(written := line(part)) <= WIDEST:
        return written, []
    return part.signs, list(members(part, margin + _STEP, deep, apart))


def _is_small(part: Part) -> bool:
    """Whether a value may stand in brackets: without comments, lines, or two values with some."""
    if part.text is not None:
        return not (part.tail or part.text.has_lines)
    if part.tail or any(entry.above or entry.beside for entry in part.entries):
        return False
    inner = [entry.value for entry in part.entries]
    return sum(bool(each.entries) for each in inner) <= 1 and all(map(_is_small, inner))


def line(part: Part) -> str:
    """Write a value on one line, with brackets."""
    if part.alias:
        return f"*{part.alias}"
    if part.text is not None:
        written = STYLE.word(part.text.value, flow=True)
    elif part.is_list:
        written = "[" + ", ".join(line(entry.value) for entry in part.entries) + "]"
    else:
        fields = (f"{_key(each, flow=True)}: {line(each.value)}" for each in part.entries)
        written = "{" + ", ".join(fields) + "}"
    return f"{part.signs} {written}" if part.signs else written
