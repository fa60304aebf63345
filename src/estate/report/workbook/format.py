"""How cells of a workbook look, by the kind of their column and by what stands in them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from estate.report.tables.values import Kind
from estate.report.workbook.cell import FORMULA
from estate.report.workbook.sheet import Cell, Formula

if TYPE_CHECKING:
    from xlsxwriter import Workbook

__all__ = ["Formats"]

_NUMBERS: Final[dict[str, str]] = {
    "date": "yyyy-mm-dd",
    "money": "#,##0.00;[Red]-#,##0.00",
    "number": "#,##0",
    "fraction": "#,##0.0#",
    "id": "@",
}
_TOP: Final = {"valign": "top"}
_AMONG_TEXTS: Final = "left "
"""What a number or a day looks like in a column of texts: it stands where these stand."""
_QUIET: Final = {"font_color": "#5A636C", "italic": True}
_SEVERITIES: Final[dict[str, dict[str, object]]] = {
    "critical": {"font_color": "#FFFFFF", "bg_color": "#7D1240", "bold": True},
    "high": {"font_color": "#FFFFFF", "bg_color": "#B0400A", "bold": True},
    "medium": {"font_color": "#3D2C00", "bg_color": "#F3DD9A"},
    "low": {"font_color": "#12324D", "bg_color": "#D3E4F3"},
    "info": {"font_color": "#33393F", "bg_color": "#E6E8EA"},
}
"""The colours of the page, told apart by those who see no red; the word is always there too."""


class Formats:
    """The formats of one workbook, each made when it is first needed."""

    def __init__(self, made: Workbook) -> None:
        self._made = made
        self._known: dict[tuple[str, bool], Any] = {}
        self.head = made.add_format(
            {"bold": True, "bottom": 1, "text_wrap": True, "bg_color": "#EDEBE6", **_TOP}
        )

    def of(self, kind: Kind, value: Cell, *, strong: bool = False) -> object:
        """Return the format of a cell: of a column of some kind, with some value in it."""
        look = _look(kind, value)
        if kind == "text" and look in _NUMBERS:
            look = f"{_AMONG_TEXTS}{look}"
        if (look, strong) not in self._known:
            self._known[look, strong] = self._made.add_format(_described(look, strong=strong))
        return self._known[look, strong]


def _look(kind: Kind, value: Cell) -> str:
    """Return the name of what a cell looks like."""
    match value:
        case None:
            return "unknown"
        case str():
            return _look_of_text(kind, value)
        case Formula():
            return "money"
        case bool():
            return "text"
        case date():
            return "date"
    return kind if kind == "money" else "number" if value == int(value) else "fraction"


def _look_of_text(kind: Kind, value: str) -> str:
    if kind == "severity" and value.lower() in _SEVERITIES:
        return value.lower()
    if value.lstrip()[:1] in FORMULA:
        return "guarded"
    return "id" if kind == "id" else "text"


def _described(look: str, *, strong: bool) -> dict[str, object]:
    form: dict[str, object] = dict(_TOP)
    if look.startswith(_AMONG_TEXTS):
        look = look.removeprefix(_AMONG_TEXTS)
        form["align"] = "left"
    if look in _NUMBERS:
        form |= {"num_format": _NUMBERS[look], "text_wrap": look == "id"}
    elif look in _SEVERITIES:
        form |= _SEVERITIES[look]
    elif look == "unknown":
        form |= _QUIET
    else:
        form["text_wrap"] = True
        form["quote_prefix"] = look == "guarded"
    return form | ({"bold": True, "top": 1} if strong else {})
