"""A mapping as text, with the reason for each guess in a comment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from estate.exchange.visible import visible
from estate.frozen import frozen
from estate.yaml_text import scalar

__all__ = ["Noted", "comment", "line_of", "lines_of"]

_WIDEST: Final = 98
_FLOW: Final = re.compile(r"[,\[\]{}:?]")
_STEP: Final = 2


@frozen
class Noted:
    """A value with what is said of it, in lines. A value of None stands in the comment alone."""

    value: Any
    text: str


def lines_of(values: Mapping[str, Any], margin: int = 0) -> Iterator[str]:
    """Write a mapping, what fits on a line on one line, and each comment above what it is of."""
    pad = " " * margin
    for key, noted in values.items():
        value = noted
        if isinstance(noted, Noted):
            yield from comment(noted.text, margin)
            if noted.value is None:
                continue
            value = noted.value
        written = f"{pad}{_word(key)}:"
        flow = "" if _has_notes(value) else line_of(value)
        if flow and len(written) + len(flow) < _WIDEST:
            yield f"{written} {flow}"
        elif isinstance(value, Mapping):
            yield written
            yield from lines_of(value, margin + _STEP)
        elif isinstance(value, list):
            yield written
            yield from _items(value, margin + _STEP)
        else:
            yield f"{written} {_word(value)}"


def _items(values: Sequence[Any], margin: int) -> Iterator[str]:
    pad = " " * margin
    for item in values:
        value = item
        if isinstance(item, Noted):
            yield from comment(item.text, margin)
            value = item.value
        flow = "" if _has_notes(value) else line_of(value)
        if (flow and margin + len(flow) < _WIDEST) or not isinstance(value, Mapping):
            yield f"{pad}- {flow}"
            continue
        inner = list(lines_of(value, margin + _STEP))
        first = next(at for at, line in enumerate(inner) if not line.lstrip().startswith("#"))
        yield from inner[:first]
        yield f"{pad}- {inner[first].lstrip()}"
        yield from inner[first + 1 :]


def comment(text: str, margin: int) -> Iterator[str]:
    """Write a text as comment lines."""
    for line in text.split("\n") if text else ():
        yield f"{' ' * margin}# {visible(line)}".rstrip()


def line_of(value: Any) -> str:  # noqa: ANN401 - any value
    """Write a value on one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_word(k)}: {line_of(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(line_of, value)) + "]"
    return _word(value)


def _word(value: Any) -> str:  # noqa: ANN401 - a scalar
    written = scalar(value)
    if isinstance(value, str) and written == value and _FLOW.search(written):
        return "'" + written.replace("'", "''") + "'"
    return written


def _has_notes(value: Any) -> bool:  # noqa: ANN401 - any value
    if isinstance(value, Noted):
        return True
    if isinstance(value, Mapping):
        return any(map(_has_notes, value.values()))
    return isinstance(value, list) and any(map(_has_notes, value))
