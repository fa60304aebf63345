"""What a table is, whatever it is written as: its columns, each with a name, a kind and a value."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final, Generic, Literal, TypeAlias, TypeVar, get_args

from estate.frozen import frozen

__all__ = ["KINDS", "Column", "Head", "Kind", "Row", "Table", "Value", "table"]

T = TypeVar("T")
S_contra = TypeVar("S_contra", contravariant=True)

Kind = Literal["text", "id", "severity", "flag", "number", "money", "date"]
"""What a column holds. Money is in the estate's currency, with two decimals.

A column of any kind may hold a word in the place of a value, such as `no end` or `unlimited`.
"""

Value: TypeAlias = str | bool | int | float | Decimal | date | None
"""One value; None is what nobody knows, and "" where there is nothing to say."""

Row: TypeAlias = tuple[Value, ...]

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
"""Every kind of column."""

_WIDTHS: Final[dict[Kind, int]] = {
    "text": 34,
    "id": 22,
    "severity": 11,
    "flag": 9,
    "number": 11,
    "money": 15,
    "date": 13,
}


@frozen
class Head:
    """The head of a column: its name for people, its kind, and its width in characters."""

    name: str
    kind: Kind = "text"
    wide: int = 0

    @property
    def key(self) -> str:
        """Its name for programs: `Accepted by` is `accepted_by`."""
        return re.sub(r"[^a-z0-9]+", "_", self.name.lower()).strip("_")

    @property
    def width(self) -> int:
        """How wide it is shown; as its kind mostly is, if nothing else is said."""
        return self.wide or _WIDTHS[self.kind]


@frozen
class Column(Generic[S_contra]):
    """A column of a table about things of one sort: its head, and the value that each thing has."""

    name: str
    value: Callable[[S_contra], Value]
    kind: Kind = "text"
    wide: int = 0


@frozen
class Table:
    """A table: `name` is that of its file, `title` that of its sheet; `says` is what a row is.

    Its rows can be read again and again. Mostly each is made when it is read, since there may be a
    hundred thousand.
    """

    name: str
    title: str
    says: str
    heads: tuple[Head, ...]
    size: int
    rows: Iterable[Row]

    @property
    def held(self) -> Table:
        """The same table with its rows as values, so that two can be compared."""
        return replace(self, rows=tuple(self.rows))


class _Rows(Generic[T]):
    """Rows that are made from things, each when it is read."""

    def __init__(self, columns: Sequence[Column[T]], of: Sequence[T]) -> None:
        self._values = [column.value for column in columns]
        self._of = of

    def __iter__(self) -> Iterator[Row]:
        return (tuple([value(each) for value in self._values]) for each in self._of)


def table(name: str, title: str, says: str, columns: Sequence[Column[T]], of: Sequence[T]) -> Table:
    """Return a table with a row for each of some things."""
    heads = tuple(Head(each.name, each.kind, each.wide) for each in columns)
    return Table(name, title, says, heads, len(of), _Rows(columns, of))
