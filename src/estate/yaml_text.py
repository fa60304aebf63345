"""Canonical YAML out of plain values: block style, quotes only where a reader needs them.

What is written reads back the same in YAML 1.1 and 1.2: a text that either would take for a
number, a date, a truth or a null is quoted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final

__all__ = ["UNPRINTABLE", "document", "scalar"]

_PLAIN: Final = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`=~<][^\n]*")
UNPRINTABLE: Final = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""What is escaped wherever it stands: no reader need take it as it is."""

_RESOLVED: Final = re.compile(
    r"(?:true|false|yes|no|on|off|y|n|null"  # truth and null, in any case
    r"|[-+]?\.(?:inf|nan)"
    r"|[-+]?(?:0b[01_]+|0o[0-7_]+|0x[0-9a-f_]+)"
    r"|[-+]?\.?[0-9][0-9_.,:]*(?:e[-+]?[0-9]*)?"  # numbers, and more that look like one
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[t \t].*)?)",  # dates and times
    re.IGNORECASE,
)
_ESCAPES: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def document(values: Mapping[str, Any], comment: str = "") -> str:
    """Write a mapping as a YAML document. `comment` comes first, a line per line."""
    head = "".join(f"# {line}\n" if line else "#\n" for line in comment.splitlines())
    return head + "".join(_mapping(values, 0))


def _mapping(values: Mapping[str, Any], indent: int) -> Iterator[str]:
    margin = " " * indent
    for key, value in values.items():
        name = margin + _text(key)
        if isinstance(value, str):
            yield f"{name}: {_text(value)}\n"
        elif isinstance(value, Mapping) and value:
            yield f"{name}:\n"
            yield from _mapping(value, indent + 2)
        elif isinstance(value, Sequence) and value:
            yield f"{name}:\n"
            yield from _sequence(value, indent + 2)
        else:
            yield f"{name}: {scalar(value)}\n"


def _sequence(values: Sequence[Any], indent: int) -> Iterator[str]:
    margin = " " * indent
    for value in values:
        if isinstance(value, Mapping) and value:
            inner = "".join(_mapping(value, indent + 2))
            yield f"{margin}- {inner[indent + 2 :]}"
        elif isinstance(value, Sequence) and not isinstance(value, str) and value:
            inner = "".join(_sequence(value, indent + 2))
            yield f"{margin}- {inner[indent + 2 :]}"
        else:
            yield f"{margin}- {scalar(value)}\n"


def scalar(value: Any) -> str:  # noqa: ANN401 - every scalar, and the empty collections
    """Write one value on one line."""
    if isinstance(value, str):
        return _text(value)
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, Mapping | Sequence):
        return "{}" if isinstance(value, Mapping) else "[]"
    return format(value, "f") if isinstance(value, Decimal) else str(value)


@lru_cache(maxsize=65536)
def _text(text: str) -> str:
    if _is_plain(text):
        return text
    if "\n" in text or "\t" in text or UNPRINTABLE.search(text):
        return '"' + _escaped(text) + '"'
    return "'" + text.replace("'", "''") + "'"


def _is_plain(text: str) -> bool:
    return (
        _PLAIN.fullmatch(text) is not None
        and not text[-1].isspace()
        and text[-1] != ":"
        and ": " not in text
        and " #" not in text
        and "\t" not in text
        and not text.startswith(("...", "---"))
        and _RESOLVED.fullmatch(text) is None
        and UNPRINTABLE.search(text) is None
    )


def _escaped(text: str) -> str:
    escaped = "".join(_ESCAPES.get(letter, letter) for letter in text)
    return UNPRINTABLE.sub(_hexadecimal, escaped)


def _hexadecimal(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"  # noqa: PLR2004 - one byte
