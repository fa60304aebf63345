"""A line of the inventory with what is meant underlined, as a compiler shows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from estate.errors import Location
from estate.frozen import frozen
from estate.report.text.paint import Paint
from estate.report.visible import columns, visible

__all__ = ["arrow", "snippet"]

_TAB: Final = "    "
_LEAST: Final = 20
"""Columns that a source line gets however narrow the terminal is."""


@frozen
class _Window:
    """The part of a line that is shown: its signs from the character `start` on."""

    start: int
    signs: tuple[str, ...]
    more: bool

    def mark(self, location: Location, line: list[str]) -> None:
        """Put carets into `line` under what of `location` lies in the window."""
        first = location.column - 1
        last = location.end_column - 1 if location.end_line == location.line else len(location.text)
        widths = [columns(sign) for sign in self.signs]
        begin, end = first - self.start, max(last, first + 1) - self.start
        if begin >= len(widths) and self.more:
            return
        left = sum(widths[: max(begin, 0)])
        right = max(sum(widths[: max(end, 0)]), left + 1)
        line.extend(" " * (right - len(line)))
        line[left:right] = "^" * (right - left)


def arrow(location: Location, gutter: int, paint: Paint) -> str:
    """Return `  --> file:line:column`, in the form that terminals and editors make a link of."""
    where = visible(location.file)
    if location.line > 0:
        where += f":{location.line}:{location.column}"
    return f"{' ' * gutter}{paint('frame', '-->')} {where}"


def snippet(
    locations: Sequence[Location], severity: str, width: int, paint: Paint
) -> Iterator[str]:
    """Yield the source line of `locations`, which all lie on it, with each one underlined.

    A line longer than `width` columns is cut around the first of them. Nothing is yielded where
    the line's text is not known.
    """
    if not locations or not locations[0].text:
        return
    first = min(locations)
    number = str(first.line)
    room = max(width - len(number) - 5, _LEAST)
    window = _window(first, room)
    marks: list[str] = []
    for location in locations:
        window.mark(location, marks)
    before, after = "…" if window.start else "", "…" if window.more else ""
    frame = paint("frame", " " * len(number) + " |")
    underline = paint(severity, "".join(marks).rstrip())
    yield frame
    yield f"{paint('frame', number + ' |')} {before}{''.join(window.signs)}{after}"
    yield f"{frame} {' ' * len(before)}{underline}"


def _window(location: Location, room: int) -> _Window:
    """Choose what to show of a line: all of it if it fits, else from shortly before the value."""
    text = location.text
    whole = _signs(text, 0, room)
    if len(whole) == len(text):
        return _Window(0, whole, more=False)
    first = location.column - 1
    needed = max(min(location.end_column - location.column, room // 2), 1)
    if first + needed < len(whole):
        return _Window(0, whole[:-1], more=True)
    start = max(first - room // 4, 1)
    signs = _signs(text, start, room - 1)
    more = start + len(signs) < len(text)
    return _Window(start, signs[:-1] if more else signs, more=more)


def _signs(text: str, start: int, room: int) -> tuple[str, ...]:
    """Return the signs of `text` from `start` on that fit into `room` columns."""
    signs: list[str] = []
    used = 0
    # Only what may fit is looked at: a line can be megabytes long.
    for character in text[start : start + room]:
        sign = _TAB if character == "\t" else visible(character)
        used += columns(sign)
        if used > room:
            break
        signs.append(sign)
    return tuple(signs)
