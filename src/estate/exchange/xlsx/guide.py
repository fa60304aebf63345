"""What the workbook says to whoever fills it in."""

from __future__ import annotations

from typing import Final

from estate.exchange.columns import Column

__all__ = ["EXAMPLE", "advice", "example_of", "guide"]

EXAMPLE: Final = "e.g."
"""With what the id of an example begins: such a row is not imported."""

_FORMS: Final = {
    "text": "Text.",
    "number": "A number, without a currency sign.",
    "day": "A day: 2027-03-31.",
    "flag": "true or false.",
    "word": "One of: {words}.",
    "words": "One or several of: {words}; several with a semicolon between.",
    "term": "A length of time, such as 4h, 2d, 6 months.",
    "texts": "Text; several with a semicolon between.",
    "ids": "Ids from {targets}; several with a semicolon between.",
    "id": "An id from {targets}.",
    "software": "product@version, such as windows-server@2019; several with a semicolon between.",
    "other": "As in the file, in brackets on one line: {{a: 1, b: 2}} or [{{a: 1}}, {{a: 2}}].",
}
_EXAMPLES: Final = {
    "name": "What people call it",
    "number": "42000",
    "day": "2027-03-31",
    "flag": "true",
    "term": "4h",
    "software": "windows-server@2019; sql-server@2019",
}
_GUIDE: Final = """\
Each sheet is a section of the inventory, each row a record, each column a field.
The id in the first column says which record a row is: keep it. A new row may leave it empty; the \
id is then made of the name.
Point at a heading to see what the field means and how it is written. Fields that are rarely used \
are folded away: press the + above the columns.
An empty cell says nothing: the field is unknown. null says that there is known to be none: a \
contract without an end, a system without a backup.
Several values in one cell have a semicolon between them: srv-1; srv-2.
Import it with: estate import xlsx WORKBOOK --dry-run, which tells what would change, and then \
without --dry-run. Only what you edited changes; comments in the files stay.
A row that you delete is not deleted from the inventory: the import tells that it is gone.
Formulas are not run: what counts is the value that was last saved.
"""
_MORE: Final = f"Rows whose id begins with {EXAMPLE} are examples, and are not imported."


def guide(*, template: bool) -> tuple[str, ...]:
    """Return the lines of the first sheet."""
    lines = tuple(_GUIDE.splitlines())
    return (*lines, _MORE) if template else lines


def advice(column: Column | None) -> str:
    """Return what is shown beside a heading: what the field means, and how it is written."""
    if column is None:
        return "What the record is called in the files: small letters, digits, - . _ /\nKeep it."
    how = _FORMS[column.form].format(
        words=", ".join(column.words), targets=", ".join(column.targets)
    )
    needed = "\nA record needs it." if column.required else ""
    return f"{column.means}\n{how}{needed}"


def example_of(column: Column) -> str:
    """Return an example of a cell, or "" where one would say nothing."""
    if column.words:
        return column.words[0]
    if column.form in {"id", "ids"} and column.targets:
        return f"an id from {' or '.join(column.targets[:2])}"
    return _EXAMPLES.get(column.name) or _EXAMPLES.get(column.form, "")
