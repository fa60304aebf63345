"""From the bytes of a file to its text, with what is wrong with them.

As much as can be read is read: a file in another encoding still says which records there are, so
that all its other problems come in the same run.
"""

from __future__ import annotations

import re
from typing import Final

from estate.errors import Location, Problem
from estate.read.source import Source

LONGEST_FILE: Final = 512 * 1024 * 1024
LONGEST_LINE: Final = 16 * 1024 * 1024
"""Bounds on bytes in a file and characters in a line."""

_MEBI: Final = 1024 * 1024
_REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"
_UTF_8: Final = "UTF-8: save the file again in that encoding"
_MARKS: Final = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_UNPRINTABLE: Final = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)
"""What YAML (1.2, production c-printable) allows in no place."""


def text_of(name: str, data: bytes) -> tuple[str | None, list[Problem]]:
    """Return the text of a file, None if it passes a bound, and what is wrong with it."""
    if len(data) > LONGEST_FILE:
        most = f"{LONGEST_FILE // _MEBI} MiB"
        return None, [whole_file(name, f"a file of over {most}", f"at most {most} a file")]
    text, problems = _decoded(name, data)
    if (long := _long_line(text)) is not None:
        return None, [*problems, _too_long(name, text, *long)]
    return text, problems


def printable(text: str) -> str:
    """Return a text with another character for each that YAML has no place for."""
    return _UNPRINTABLE.sub(_REPLACEMENT, text)


def unprintable(name: str, text: str) -> Problem:
    """Return the problem of a text that holds what YAML has no place for."""
    found = [match.start() for match in _UNPRINTABLE.finditer(text)]
    first = ord(text[found[0]])
    said = "a NUL byte" if first == 0 else f"the control character U+{first:04X}"
    if len(found) > 1:
        said += f"; {len(found) - 1} more like it"
    place = Source(name, printable(text), "").at(found[0])
    return Problem("invalid-yaml", said, place, "text that one can read: delete it")


def whole_file(name: str, found: str, expected: str) -> Problem:
    """Return a problem of a file that is about no line of it."""
    return Problem("invalid-yaml", found, Location(name, 0, 0, 0, 0), expected)


def _decoded(name: str, data: bytes) -> tuple[str, list[Problem]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data.decode(encoding, "replace")
            return text, [whole_file(name, f"the file is {encoding.upper()}", _UTF_8)]
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        text = data.decode("utf-8-sig", "replace")
        return text, [_foreign_byte(name, text, error)]


def _foreign_byte(name: str, text: str, error: UnicodeDecodeError) -> Problem:
    bad: bytes = error.object
    at = len(bad[: error.start].decode("utf-8"))
    byte = bad[error.start]
    meant = bytes([byte]).decode("cp1252", "replace")
    found = f"byte 0x{byte:02x} is not UTF-8"
    if meant.isprintable() and meant != _REPLACEMENT:
        found += f"; in Windows-1252 it is {meant!r}"
    if (more := text.count(_REPLACEMENT) - 1) > 0:
        found += f"; {more} more like it"
    return Problem("invalid-yaml", found, Source(name, text, text).at(at), _UTF_8)


def _long_line(text: str) -> tuple[int, int] | None:
    """Return where the first line over the bound begins and how long it is, if there is one."""
    start = 0
    while len(text) - start > LONGEST_LINE:
        end = text.find("\n", start)
        length = (end if end >= 0 else len(text)) - start
        if length > LONGEST_LINE:
            return start, length
        start = end + 1
    return None


def _too_long(name: str, text: str, start: int, length: int) -> Problem:
    head = Source(name, text[: start + 200], "")
    found = f"a line of {length // _MEBI} MiB"
    expected = f"lines of at most {LONGEST_LINE // _MEBI} MiB: one value a line"
    return Problem("invalid-yaml", found, head.at(start), expected)
