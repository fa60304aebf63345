"""What a cell can hold while a table is being converted."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final, Literal, TypeAlias

__all__ = ["UNKNOWN", "Cell", "Misfit", "Row", "Scalar", "Unknown", "content", "shown"]


class Unknown(enum.Enum):
    """The value of an empty cell: nobody said. It is not null, which says *known to be none*."""

    UNKNOWN = "unknown"


UNKNOWN: Final = Unknown.UNKNOWN
Scalar: TypeAlias = str | bool | int | Decimal | date | None
Cell: TypeAlias = "Scalar | list[Cell] | dict[str, Cell] | Literal[Unknown.UNKNOWN]"


class Misfit(Exception):  # noqa: N818 - it is about a value, and never reaches a user as an error
    """A value that does not fit where the mapping wants it. Its text is the reason."""


@dataclass(slots=True, eq=False)
class Row:
    """One row of a table: its file's name, its number there, and the cells that are filled.

    A spreadsheet's row numbers count the header; a record's number counts from 1. `derived` holds
    the columns that the mapping derives, `made` the ids of the records made from this row by the
    name of their output. `used` says that a record or a lookup took something from it; `failures`
    are the records that it should have made and did not: column, value, reason.
    """

    file: str
    number: int
    cells: Mapping[str, Cell]
    derived: dict[str, Cell] = field(default_factory=dict)
    made: dict[str, list[Cell]] = field(default_factory=dict)
    used: bool = False
    failures: list[tuple[str, str, str]] = field(default_factory=list)


def content(row: Row) -> str:
    """Return a text by which rows can be ordered whatever their places in the file."""
    return repr(sorted(row.cells.items()))


def shown(cell: Cell, limit: int = 200) -> str:
    """Return the cell as text for a list of losses, cut to `limit` characters."""
    text = "" if cell is UNKNOWN else str(cell)
    return text if len(text) <= limit else text[: limit - 1] + "…"
