"""The systems by their fit, as a picture of four quadrants; a table beside it says the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final
from xml.sax.saxutils import escape

from estate.duplicates import Member
from estate.report.statement import Picture
from estate.report.wording import counted

__all__ = ["drawn"]

_SIZE: Final = 360
_LEFT: Final = 70
_TOP: Final = 20
_CELL: Final = _SIZE // 5
_ROW: Final = 3
"""Numbers that stand beside one another in a cell."""
_MOST: Final = 9
"""Numbers that a cell holds."""


def drawn(members: Sequence[Member], mid_point: int) -> Picture:
    """Return systems whose fit is recorded in full, numbered in this order."""
    cells = _cells(members)
    lines = tuple(_lines(cells, mid_point))
    return Picture("".join(_svg(cells, len(members), mid_point)), lambda *_: lines)


_Cells = dict[tuple[int, int], list[int]]
"""The numbers of the systems at each functional and technical fit."""


def _cells(members: Sequence[Member]) -> _Cells:
    found: _Cells = {}
    for number, member in enumerate(members, 1):
        at = member.quadrant.functional or 0, member.quadrant.technical or 0
        found.setdefault(at, []).append(number)
    return found


def _svg(cells: _Cells, number: int, mid_point: int) -> Iterator[str]:
    width, height = _LEFT + _SIZE + 300, _TOP + _SIZE + 60
    told = (
        f"{counted(number, 'system')} by functional fit, to the right, and technical fit, upwards"
    )
    yield (
        f'<svg viewBox="0 0 {width} {height}" role="img" aria-labelledby="time-title time-desc">'
        f'<title id="time-title">TIME quadrants</title>'
        f'<desc id="time-desc">{escape(told)}. A fit of {mid_point} or more is high. The table '
        "below has the same.</desc>"
    )
    yield from _frame(mid_point)
    for (functional, technical), numbers in sorted(cells.items()):
        yield from _cell(functional, technical, numbers)
    yield from _legend()
    yield "</svg>"


def _frame(mid_point: int) -> Iterator[str]:
    right, bottom = _LEFT + _SIZE, _TOP + _SIZE
    square = f'x="{_LEFT}" y="{_TOP}" width="{_SIZE}" height="{_SIZE}"'
    yield f'<rect class="rule" fill="none" {square}/>'
    x, y = _LEFT + (mid_point - 1) * _CELL, bottom - (mid_point - 1) * _CELL
    yield f'<line class="rule" stroke-width="2" x1="{x}" y1="{_TOP}" x2="{x}" y2="{bottom}"/>'
    yield f'<line class="rule" stroke-width="2" x1="{_LEFT}" y1="{y}" x2="{right}" y2="{y}"/>'
    for each in range(1, 6):
        middle = (each - 0.5) * _CELL
        yield _text(_LEFT + middle, bottom + 18, str(each), "middle")
        yield _text(_LEFT - 10, bottom - middle + 4, str(each), "end")
    yield _text(_LEFT + _SIZE / 2, bottom + 40, "functional fit", "middle")
    turned = f"rotate(-90 20 {_TOP + _SIZE / 2:g})"
    yield (
        f'<text class="quiet" text-anchor="middle" x="20" y="{_TOP + _SIZE / 2:g}" '
        f'transform="{turned}">technical fit</text>'
    )
    yield from _names(x, y, right, bottom, mid_point)


def _names(x: int, y: int, right: int, bottom: int, mid_point: int) -> Iterator[str]:
    if mid_point > 1:
        yield _text(_LEFT + 6, _TOP + 15, "Tolerate", "start")
        yield _text(right - 6, bottom - 6, "Migrate", "end")
        yield _text(min(_LEFT + 6, x), max(bottom - 6, y), "Eliminate", "start")
    yield _text(right - 6, _TOP + 15, "Invest", "end")


def _cell(functional: int, technical: int, numbers: Sequence[int]) -> Iterator[str]:
    left = _LEFT + (functional - 1) * _CELL
    top = _TOP + _SIZE - technical * _CELL
    shown = numbers if len(numbers) <= _MOST else numbers[: _MOST - 1]
    for place, number in enumerate(shown):
        x = left + 14 + place % _ROW * 22
        y = top + 14 + place // _ROW * 22
        yield f'<circle class="milestone" cx="{x}" cy="{y}" r="10"/>'
        yield f'<text text-anchor="middle" font-size="10" x="{x}" y="{y + 4}">{number}</text>'
    if len(shown) < len(numbers):
        yield _text(left + 58, top + 62, f"+{len(numbers) - len(shown)}", "middle")


def _legend() -> Iterator[str]:
    told = (
        ("Invest", "fits its users and its technology"),
        ("Tolerate", "sound technology, fits its users badly"),
        ("Migrate", "fits its users, poor technology"),
        ("Eliminate", "fits neither"),
    )
    for place, (name, meaning) in enumerate(told):
        y = _TOP + 20 + place * 44
        yield f'<text font-weight="650" x="{_LEFT + _SIZE + 30}" y="{y}">{name}</text>'
        yield _text(_LEFT + _SIZE + 30, y + 17, meaning, "start")


def _text(x: float, y: float, text: str, anchor: str) -> str:
    return f'<text class="quiet" text-anchor="{anchor}" x="{x:g}" y="{y:g}">{escape(text)}</text>'


def _lines(cells: _Cells, mid_point: int) -> Iterator[str]:
    """Yield the picture for a terminal: the best technical fit on top."""
    texts = {at: ",".join(map(str, numbers)) for at, numbers in cells.items()}
    wide = max((len(text) for text in texts.values()), default=1) + 2
    for technical in range(5, 0, -1):
        row = [texts.get((functional, technical), ".") for functional in range(1, 6)]
        yield (
            f"  {technical} "
            + "".join(
                ("|" if functional == mid_point else " ") + f"{text:^{wide}}"
                for functional, text in enumerate(row, 1)
            ).rstrip()
        )
        if technical == mid_point and mid_point > 1:
            yield "    " + "-" * (5 * (wide + 1))
    yield "    " + "".join(f" {functional:^{wide}}" for functional in range(1, 6)).rstrip()
    yield "  functional fit to the right, technical fit upwards"
