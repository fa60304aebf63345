"""What is wrong with a text that is not YAML, in the words of somebody who has to mend it.

The parser says what it would have needed next. What people get wrong is mostly something else, and
can be told from the place: a tab, a second colon, an apostrophe inside apostrophes.
"""

from __future__ import annotations

import re
from typing import Any, Final

from yaml.error import MarkedYAMLError

from estate.errors import Location, Problem
from estate.read.source import Mark, Source

Words = tuple[str, str]
"""What was found, and what was expected."""

_CONFLICT: Final = re.compile(r"(<{7}|={7}|>{7})( |$)")
_COLON: Final = re.compile(r":\s")
_KEYLESS: Final = re.compile(r"(?!\s*-)(?:[^:]|:(?!\s|$))*")
"""A line in which no key ends, and no list item begins."""

_AT_BEGINNING: Final = ("simple key", "quoted scalar, found", "directive")
"""What is better pointed at where it begins than where it came to light."""

_UNRESOLVED: Final = (
    "a merge conflict that nobody has resolved",
    "one of the two versions, without the lines of < = and >",
)
_TAB: Final = ("a tab in the indentation", "spaces: YAML is not indented by tabs")
_AFTER_QUOTE: Final = (
    "text after a closing quote",
    "the quotes around the whole value; a quote inside it doubled, or the other kind outside",
)
_SECOND_COLON: Final = (
    "a second colon in one line",
    "one 'key: value' a line; a value that holds ': ' in quotes",
)
_BRACKET: Final = ("a bracket that was never opened", "as many closing brackets as opening ones")
_ITEM: Final = ("a list item where a key is due", "a key in line with the others; lists below one")
_INDENT: Final = (
    "an indentation that fits none of the lines above",
    "a key in line with the others of its mapping, or an item in line with those of its list",
)
_NO_KEY: Final = (
    "a line that is no 'key: value'",
    "a key, a colon, a space and its value; a text of several lines after | or in quotes",
)
_OPEN_QUOTE: Final = ("a quote that is never closed", "the same quote where the text ends")
_ESCAPE: Final = (
    "a backslash that begins no escape",
    "single quotes, in which a backslash is a backslash, or two of them",
)
_NO_CHARACTER: Final = (
    "an escape that stands for no character",
    r"\x, \u or \U and the 2, 4 or 8 hexadecimal digits of a character",
)
_KNOWN: Final[tuple[tuple[str, Words], ...]] = (
    ("tab character", _TAB),
    ("could not find expected ':'", _NO_KEY),
    ("expected key", _INDENT),
    ("'-' indicator", _INDENT),
    ("block end", _INDENT),
    ("',' or ']'", ("a list in brackets that does not go on", "a comma and an item, or ]")),
    ("',' or '}'", ("a mapping in braces that does not go on", "a comma and a key, or }")),
    ("quoted scalar, found unexpected end", _OPEN_QUOTE),
    ("document indicator", _OPEN_QUOTE),
    ("document separator", _OPEN_QUOTE),
    ("unknown escape character", _ESCAPE),
    ("hexadecimal", _NO_CHARACTER),
    ("hexdecimal", _NO_CHARACTER),
    ("invalid Unicode character", _NO_CHARACTER),
    ("alphabetic or numeric character", ("& or * that names no anchor", "a text in quotes")),
    (" tag", ("an exclamation mark that begins no tag", "a text in quotes")),
    ("node", ("nothing where a value is due", "a value, or one comma less")),
    ("sequence entries", ("a list item in the line of its key", "it on the next line, or [item]")),
    ("line break", ("text in the line of | or >", "the text on the lines below, indented")),
    ("incompatible YAML", ("a version of YAML that is not read", "%YAML 1.2, or no such line")),
    ("directive", ("a line that begins with %", "a text in quotes, or YAML 1.2's directives")),
    ("document", ("something outside the mapping of the file", "all sections in one column")),
)


def syntax_problem(source: Source, error: MarkedYAMLError) -> Problem:
    """Return what is wrong, at the place that has to be mended; where it began is related."""
    said = ", ".join(part for part in (error.context, error.problem) if part) or str(error)
    begun, noticed = _mark(error.context_mark), _mark(error.problem_mark)
    mark = noticed or begun or (0, 0)
    if begun and (any(sign in said for sign in _AT_BEGINNING) or _past(source, mark)):
        mark = begun
    if "mapping values are not allowed" in said:
        mark, (found, expected) = _not_allowed(source, mark)
    else:
        found, expected = _words(source, mark, said)
    related: tuple[tuple[Location, str], ...] = ()
    if begun and "flow" in said and begun != mark:
        related = ((_location(source, begun), "it begins here"),)
    return Problem("invalid-yaml", found, _location(source, mark), expected, related=related)


def _mark(mark: Any) -> Mark | None:  # noqa: ANN401 - PyYAML's marks are untyped
    return None if mark is None else (mark.line, mark.column)


def _past(source: Source, mark: Mark) -> bool:
    """Whether nothing is written from a place on: what is wrong has begun before."""
    line, column = mark
    rest = [_line(source, line)[column:], *source.parser_lines[line + 1 :]]
    return not any(text.strip() for text in rest)


def _line(source: Source, number: int) -> str:
    lines = source.parser_lines
    return lines[number] if number < len(lines) else ""


def _location(source: Source, mark: Mark) -> Location:
    line, column = mark
    return source.location(mark, (line, column + 1))


def _not_allowed(source: Source, mark: Mark) -> tuple[Mark, Words]:
    """Tell why a key cannot stand where it does: its own line, its column or the line above."""
    line, column = mark
    text = _line(source, line)
    if _COLON.search(text[:column]):
        return mark, _SECOND_COLON
    above = next((n for n in range(line - 1, -1, -1) if _line(source, n).strip()), line)
    if _KEYLESS.fullmatch(_line(source, above)):
        return (above, _indent(_line(source, above))), _NO_KEY
    return (line, _indent(text)), _INDENT


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _words(source: Source, mark: Mark, said: str) -> Words:
    line, column = mark
    text = _line(source, line)
    before, sign = text[:column], text[column : column + 1]
    if _CONFLICT.match(text):
        return _UNRESOLVED
    if "cannot start any token" in said:
        begins = f"a value that begins with {sign!r}"
        return _TAB if sign == "\t" else (begins, "the value in quotes")
    if "expected key" in said or "block end" in said:
        return _after(before.rstrip()[-1:], sign)
    return next((words for piece, words in _KNOWN if piece in said), (said, "YAML 1.2"))


def _after(last: str, sign: str) -> Words:
    """Tell why a mapping does not go on, by the sign before the place and the one there."""
    if last and last in "'\"":
        return _AFTER_QUOTE
    if sign and sign in "]}":
        return _BRACKET
    return _ITEM if sign == "-" else _INDENT
