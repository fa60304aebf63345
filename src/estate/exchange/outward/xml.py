"""XML written: every text escaped, nothing in it that XML cannot hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

__all__ = ["Writer"]

_ILLEGAL: Final = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SIGNS: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_IN_ATTRIBUTES: Final = {"\n": "&#10;", "\t": "&#9;"}


class Writer:
    """Writes elements one after the other, indented by two."""

    def __init__(self) -> None:
        self._lines = ['<?xml version="1.0" encoding="UTF-8"?>\n']
        self._open: list[str] = []

    def begin(self, name: str, attributes: Mapping[str, str] | None = None) -> None:
        """Open an element; attributes that are "" are left out."""
        self._lines.append(f"{self._margin}<{name}{_attributes(attributes)}>\n")
        self._open.append(name)

    def end(self) -> None:
        """Close the element that was opened last."""
        name = self._open.pop()
        self._lines.append(f"{self._margin}</{name}>\n")

    def line(self, name: str, text: str = "", attributes: Mapping[str, str] | None = None) -> None:
        """Write an element with a text, or an empty one."""
        said = f">{_escaped(text)}</{name}>" if text else "/>"
        self._lines.append(f"{self._margin}<{name}{_attributes(attributes)}{said}\n")

    def document(self) -> str:
        """Return everything."""
        return "".join(self._lines)

    @property
    def _margin(self) -> str:
        return "  " * len(self._open)


def _attributes(attributes: Mapping[str, str] | None) -> str:
    return "".join(
        f' {name}="{_escaped(value, _IN_ATTRIBUTES)}"'
        for name, value in (attributes or {}).items()
        if value
    )


def _escaped(text: str, more: Mapping[str, str] | None = None) -> str:
    for sign, code in {**_SIGNS, **(more or {})}.items():
        text = text.replace(sign, code)
    return _ILLEGAL.sub("\ufffd", text)
