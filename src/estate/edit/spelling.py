"""Values as text: on one line, or on lines of their own, in the style of a file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from estate.edit.draft import Bare, Blank, Noted, plain
from estate.frozen import frozen
from estate.model.types import NULL
from estate.yaml_text import UNPRINTABLE, scalar

WIDEST: Final = 100
"""How many characters a line with brackets may have before its members get lines of their own."""

_NAMES: Final = frozenset({"on"})
"""Names of the format that are written bare in its files, though YAML 1.1 takes them for truths."""

_FLOW_SIGNS: Final = re.compile(r"[,\[\]{}:]")
_RAW: Final = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


@frozen
class Style:
    """How a file is written.

    `step` is how far each level is indented, `dash` how far a list below its key, `quote` the
    quotation mark it uses. `json`: every text in double quotes, and no comments.
    """

    newline: str = "\n"
    step: int = 2
    dash: int = 2
    quote: str = '"'
    json: bool = False
    literal: bool = True

    def word(self, value: Any, *, flow: bool) -> str:  # noqa: ANN401 - every scalar
        """Write a scalar on one line."""
        if value is None or value is NULL:
            return "null"
        if self.json:
            return _json(value)
        if isinstance(value, Bare) and "\n" not in value and not flow:
            return str(value)
        bare = isinstance(value, Bare) and not _FLOW_SIGNS.search(value)
        written = str(value) if bare and value else scalar(value)
        if isinstance(value, str) and written == value and flow and _FLOW_SIGNS.search(written):
            written = "'" + written.replace("'", "''") + "'"
        if (
            self.quote == '"'
            and written.startswith("'")
            and not set(written[1:-1]) & {"'", '"', "\\"}
        ):
            written = f'"{written[1:-1]}"'
        return written

    def key(self, name: str, *, flow: bool) -> str:
        """Write the name of a field."""
        return name if name in _NAMES and not self.json else self.word(name, flow=flow)

    def line(self, value: Any) -> str:  # noqa: ANN401 - any value
        """Write a value on one line, with brackets."""
        if isinstance(value, Mapping):
            members = (f"{self.key(k, flow=True)}: {self.line(v)}" for k, v in value.items())
            return "{" + ", ".join(members) + "}"
        if isinstance(value, Sequence) and not isinstance(value, str):
            return "[" + ", ".join(map(self.line, value)) + "]"
        return self.word(value, flow=True)

    def spread(self, value: Any, margin: int) -> str:  # noqa: ANN401 - any value
        """Write a value with brackets, each member on a line; the last bracket at `margin`."""
        if not value or isinstance(value, str) or not isinstance(value, Mapping | Sequence):
            return self.line(value)
        inner, named = margin + self.step, isinstance(value, Mapping)
        members = value.items() if isinstance(value, Mapping) else (("", item) for item in value)
        lines = ",\n".join(
            " " * inner
            + (f"{self.key(name, flow=True)}: " if named else "")
            + self.spread(member, inner)
            for name, member in members
        )
        opening, closing = "{}" if named else "[]"
        return f"{opening}\n{lines}\n{' ' * margin}{closing}"

    def block(self, value: Any, margin: int, used: int, deep: int) -> tuple[str, list[str]]:  # noqa: ANN401
        """Write the value of a key at `margin`: what stands on its line, and the lines below.

        `used` is how much of the line is used. The `deep` outermost levels get lines of their own;
        what is below them gets brackets if it fits into the line.
        """
        bare = plain(value)
        if isinstance(bare, str) or not isinstance(bare, Mapping | Sequence):
            return self._text(bare, margin)
        line = self.line(bare)
        fits = used + len(line) <= WIDEST and not _has_lines(bare) and not _has_comments(value)
        if (fits and deep < 1) or not value:
            return line, []
        if isinstance(value, Mapping):
            return "", list(self.fields(value, margin + self.step, deep - 1))
        return "", list(self.items(value, margin + self.dash, deep - 1))

    def _text(self, value: Any, margin: int) -> tuple[str, list[str]]:  # noqa: ANN401 - a scalar
        if not (self.literal and isinstance(value, str) and _is_literal(value)):
            return self.word(value, flow=False), []
        pad = " " * (margin + self.step)
        lines = value.removesuffix("\n").split("\n")
        return "|" if value.endswith("\n") else "|-", [pad + line if line else "" for line in lines]

    def fields(self, record: Mapping[str, Any], margin: int, deep: int = 0) -> Iterator[str]:
        """Write the fields of a record, a line or more each."""
        for name, value in record.items():
            yield from self.field(name, value, margin, deep)

    def field(self, name: str, value: Any, margin: int, deep: int = 0) -> Iterator[str]:  # noqa: ANN401
        """Write a field with its comments."""
        pad, key, beside = " " * margin, self.key(name, flow=False), ""
        if isinstance(value, Noted | Blank):
            yield from (f"{pad}# {line}".rstrip() for line in value.above.splitlines())
        if isinstance(value, Blank):
            yield f"{pad}# {key}: {value.example}".rstrip()
            return
        if isinstance(value, Noted):
            value, beside = value.value, f"  # {value.beside}" if value.beside else ""
        head, body = self.block(value, margin, margin + len(key) + 2, deep)
        yield f"{pad}{key}:{' ' if head else ''}{head}{beside}"
        yield from body

    def items(self, values: Sequence[Any], margin: int, deep: int = 0) -> Iterator[str]:
        """Write the items of a list, a line or more each."""
        for value in values:
            yield from self.item(value, margin, deep)

    def item(self, value: Any, margin: int, deep: int = 0) -> Iterator[str]:  # noqa: ANN401
        """Write an item of a list."""
        pad = " " * margin
        # The members of an item stand in line with its own beginning, two behind the dash.
        inner = Style(self.newline, 2, 2, self.quote, self.json, self.literal)
        head, body = inner.block(value, margin, margin + 2, deep)
        if head:
            yield f"{pad}- {head}"
            yield from body
        else:
            within = list(self._members(value, margin + 2, deep - 1))
            yield f"{pad}- {within[0].lstrip()}"
            yield from within[1:]

    def _members(self, value: Any, margin: int, deep: int) -> Iterator[str]:  # noqa: ANN401
        if isinstance(value, Mapping):
            return self.fields(value, margin, deep)
        return self.items(value, margin, deep)


def _is_literal(text: str) -> bool:
    """Whether a text of several lines can stand as it is below a `|`."""
    return (
        "\n" in text
        and not text[0].isspace()
        and not text.endswith("\n\n")
        and UNPRINTABLE.search(text.replace("\t", " ")) is None
    )


def _has_lines(value: Any) -> bool:  # noqa: ANN401 - any value
    if isinstance(value, Mapping):
        return any(map(_has_lines, value.values()))
    if isinstance(value, Sequence) and not isinstance(value, str):
        return any(map(_has_lines, value))
    return isinstance(value, str) and "\n" in value


def _has_comments(value: Any) -> bool:  # noqa: ANN401 - any value
    if isinstance(value, Mapping):
        return any(map(_has_comments, value.values()))
    if isinstance(value, Sequence) and not isinstance(value, str):
        return any(map(_has_comments, value))
    return isinstance(value, Noted | Blank)


def _json(value: Any) -> str:  # noqa: ANN401 - a scalar
    if isinstance(value, str):
        written = json.dumps(value, ensure_ascii=False)
        return _RAW.sub(lambda found: f"\\u{ord(found[0]):04x}", written)
    if hasattr(value, "isoformat"):
        return f'"{value}"'
    return scalar(value)
