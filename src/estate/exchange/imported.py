"""The result of an import: records by section, what was lost, and counts that add up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from estate.exchange.losses import Loss
from estate.frozen import frozen

__all__ = ["Counts", "Imported", "TableCount"]


@frozen
class TableCount:
    """How the rows of one table ended: rows = used + filtered + lost.

    Filtered are the rows that the mapping leaves out, or, in a table that only serves lookups,
    those that nothing looked up. Blank rows and documents are no rows. `files` names each file
    and how it was read.
    """

    rows: int
    used: int
    filtered: int
    lost: int
    blank: int
    files: tuple[tuple[str, str], ...]


@frozen
class Counts:
    """Rows by table, and records by section."""

    tables: Mapping[str, TableCount]
    records: Mapping[str, int]


@frozen
class Imported:
    """Records by section and id, in the order in which they are written.

    A value is text, a whole number, a decimal number, a date, true, false, None for a stated null,
    or a list or mapping of these. `folder` is the one below the inventory where they go. `form`
    says what a row of the counts is: one of a table, or a thing of a document.
    """

    name: str
    folder: str
    sections: Mapping[str, Mapping[str, Mapping[str, Any]]]
    losses: tuple[Loss, ...]
    counts: Counts
    form: Literal["table", "document"] = "table"
