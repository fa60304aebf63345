"""One YAML document, as text values and the lines on which its records stand.

The fast road of reading: one pass over libyaml's events, no implicit types. Every scalar stays
the text that was written, but for null (YAML 1.2 core schema), which is `NULL`. Exact places are
looked up afterwards, by `estate.read.spans`, for what a report shows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Final

from yaml.error import MarkedYAMLError, YAMLError

from estate.errors import Location, Problem
from estate.read.compose import Composer, Event, StopReading
from estate.read.parser import new_parser

LONGEST_FILE: Final = 512 * 1024 * 1024
LONGEST_LINE: Final = 1024 * 1024
"""Bounds on bytes in a file and characters in a line."""

_SURROGATES: Final = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}")


@dataclass(slots=True)
class Document:
    """A file as it was read.

    `values` are nested mappings, lists, texts and `NULL`. `lines` gives the 0-based line of each
    section's key and of each record's: by `(section,)` and `(section, id)`. `aliased` says that
    anchors make a record depend on other parts of the file. `whole` is false if reading stopped
    at an error, so that what follows it is not known.
    """

    name: str
    text: str
    values: dict[str, Any] = field(default_factory=dict)
    lines: dict[tuple[str, ...], int] = field(default_factory=dict)
    aliased: bool = False
    whole: bool = True
    problems: list[Problem] = field(default_factory=list)
    _split: list[str] | None = None

    @property
    def source(self) -> list[str]:
        """The source lines, without their breaks."""
        if self._split is None:
            self._split = self.text.splitlines()
        return self._split

    def line(self, number: int) -> str:
        """Return the source line at a 0-based number, or "" past the end."""
        return self.source[number] if number < len(self.source) else ""

    def note(self, event: Event, found: str, expected: str) -> None:
        """Note a problem where an event of the parser stands."""
        start, end = event.start_mark, event.end_mark
        until = end.column if start.line == end.line else 0
        until = max(until, start.column + 1)
        line, column = start.line + 1, start.column + 1
        place = Location(self.name, line, column, line, until + 1, self.line(start.line))
        self.problems.append(Problem("invalid-yaml", found, place, expected))


def read_document(name: str, data: bytes) -> Document:
    """Read one file. Never raises: what is wrong with it stands in `problems`."""
    document = decode(name, data)
    compose(document)
    return document


def decode(name: str, data: bytes) -> Document:
    """Return a document that has its text alone; without one, what is wrong with its bytes."""
    document = Document(name, "")
    text = _decode(document, data)
    if text is None:
        document.whole = False
    else:
        document.text = text
    return document


def compose(document: Document) -> None:
    """Read the text of a document, if it has one."""
    if not document.whole:
        return
    composer = Composer(new_parser(document.text).get_event, document.note, document.lines)
    try:
        document.values = composer.compose()
    except StopReading:
        document.whole = False
    except MarkedYAMLError as error:
        document.problems.append(_syntax(document, error))
        document.whole = False
    except YAMLError as error:
        document.problems.append(_problem(document, 0, 0, f"not YAML: {error}"))
        document.whole = False
    document.aliased = composer.aliased


def _decode(document: Document, data: bytes) -> str | None:
    """Return the text, or None after noting why these bytes are none."""
    if len(data) > LONGEST_FILE:
        size, most = len(data) >> 20, LONGEST_FILE >> 20
        _refuse(document, f"the file has {size} MiB", f"at most {most} MiB")
        return None
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        _refuse(document, "the file is UTF-16", "UTF-8; save it again in that encoding")
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        _refuse_byte(document, data, error.start)
        return None
    if document.name.endswith(".json"):
        text = _SURROGATES.sub(lambda found: _joined(found[0]), text)
    if "\0" in text:
        _refuse_at(document, text, text.index("\0"), "a NUL byte", "text")
        return None
    if len(text) > LONGEST_LINE and (long := _long_line(text)) is not None:
        _refuse_at(document, text[: long + 80], long, "a line over 1 MiB", "shorter lines")
        return None
    return text


def _joined(pair: str) -> str:
    return pair.encode().decode("unicode_escape").encode("utf-16", "surrogatepass").decode("utf-16")


def _long_line(text: str) -> int | None:
    start = 0
    for line in text.split("\n"):
        if len(line) > LONGEST_LINE:
            return start
        start += len(line) + 1
    return None


def _refuse(document: Document, found: str, expected: str) -> None:
    place = Location(document.name, 0, 0, 0, 0)
    document.problems.append(Problem("invalid-yaml", found, place, expected))


def _refuse_byte(document: Document, data: bytes, start: int) -> None:
    text = data[:start].decode("utf-8") + data[start : start + 60].decode("latin-1")
    at = len(data[:start].decode("utf-8"))
    found = f"byte 0x{data[start]:02x} is not UTF-8"
    _refuse_at(document, text, at, found, "UTF-8; the file may be Latin-1 or Windows-1252")


def _refuse_at(document: Document, text: str, at: int, found: str, expected: str) -> None:
    before = text[:at]
    line = before.count("\n")
    column = at - (before.rfind("\n") + 1)
    shown = text[at - column :].split("\n", 1)[0][:200].replace("\0", "\N{SYMBOL FOR NULL}")
    place = Location(document.name, line + 1, column + 1, line + 1, column + 2, shown)
    document.problems.append(Problem("invalid-yaml", found, place, expected))


def _problem(
    document: Document, line: int, column: int, message: str, expected: str = ""
) -> Problem:
    text = document.line(line)
    place = Location(document.name, line + 1, column + 1, line + 1, column + 2, text)
    return Problem("invalid-yaml", message, place, expected)


_ADVICE: Final = (
    ("cannot start any token", "a value in quotes: this character cannot begin a plain one"),
    ("mapping values are not allowed", "one 'key: value' a line; quote a value that holds ': '"),
    ("could not find expected ':'", "'key: value'"),
    ("did not find expected key", "a key in line with the ones above"),
    ("did not find expected '-' indicator", "'- item' in line with the ones above"),
    ("did not find expected ',' or", "a comma or the closing bracket"),
    ("unexpected end of stream", "the closing quote or bracket"),
    ("tab character", "spaces for indentation"),
    ("control characters", "text without control characters"),
    ("undefined alias", "an anchor (&name) before its alias (*name)"),
)


def _syntax(document: Document, error: MarkedYAMLError) -> Problem:
    """Say in words what libyaml found, where it found it."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    said = ", ".join(part for part in (error.context, error.problem) if part)
    said = said or str(error)
    expected = next((advice for sign, advice in _ADVICE if sign in said), "")
    return _problem(document, line, column, said, expected)
