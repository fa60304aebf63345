"""What a cell offers to choose from: the words of an enumeration, or the ids of other sheets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from estate.exchange.columns import Column

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

__all__ = ["CHOICES", "ROWS", "Choices"]

CHOICES: Final = "_choices"
"""The hidden sheet of the ids that fields may name whose targets stand in several sheets."""
ROWS: Final = 20_000
"""Rows to which drop-downs reach."""

_LONGEST: Final = 255
"""Characters of a list that stands in a drop-down itself."""


class Choices:
    """The drop-downs of a workbook.

    A field whose targets stand in one sheet offers that sheet's ids, new rows included; with
    several it offers those that were exported, which `write` puts into a sheet of their own.
    """

    def __init__(self, ids: Mapping[str, Sequence[str]], sections: Sequence[str]) -> None:
        self._ids, self._sections = ids, frozenset(sections)
        self._lists: dict[tuple[str, ...], int] = {}

    def of(self, column: Column) -> dict[str, Any] | None:
        """Return the drop-down of a column, or None."""
        words = ["true", "false"] if column.form == "flag" else list(column.words)
        if words and len(",".join(words)) <= _LONGEST:
            return {"validate": "list", "source": words}
        if column.form not in {"id", "ids"}:
            return None
        targets = tuple(each for each in column.targets if each in self._sections)
        if len(targets) == 1:
            return {"validate": "list", "source": f"='{targets[0]}'!$A$2:$A${ROWS}"}
        count = sum(len(self._ids.get(target, ())) for target in targets)
        if not count:
            return None
        letter = _letter(self._lists.setdefault(targets, len(self._lists)))
        return {"validate": "list", "source": f"='{CHOICES}'!${letter}$1:${letter}${count}"}

    def write(self, sheet: Worksheet) -> None:
        """Write the ids that drop-downs of several sheets offer."""
        for targets, at in self._lists.items():
            ids = sorted(key for target in targets for key in self._ids.get(target, ()))
            for row, key in enumerate(ids):
                sheet.write_string(row, at, key)
        sheet.very_hidden()


def _letter(index: int) -> str:
    return chr(ord("A") + index)
