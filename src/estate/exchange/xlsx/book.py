"""The workbook: a sheet for each section, with help, drop-downs and formats.

A text is always a text cell, so that no program takes it for a formula (OWASP, CSV Injection),
and what was written is kept in a hidden sheet, so that an import can tell what was edited.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from estate.errors import ExchangeError
from estate.exchange.columns import UNLISTED, Column, columns_of
from estate.exchange.losses import Loss
from estate.exchange.xlsx.cells import LONGEST, spelt
from estate.exchange.xlsx.choices import CHOICES, ROWS, Choices
from estate.exchange.xlsx.guide import EXAMPLE, advice, example_of, guide
from estate.model import SECTIONS

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

    from estate.exchange.update import Fields, Records

__all__ = ["EXPORTED", "book", "nested", "value_in"]

EXPORTED: Final = "_exported"
"""The hidden sheet that keeps what was written: section, id, field, text."""

_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_USUAL: Final = frozenset(("annual_cost", "users", "recovery", "cost", "hardware"))
"""Fields whose parts are shown before anybody has filled them in."""
_NUMBER: Final = re.compile(r"-?\d{1,15}(?:\.\d{1,14})?", re.ASCII)
_FIRST: Final = date(1900, 3, 1)  # before it, programs disagree about days
_WIDE: Final = {"name": 32, "description": 40, "notes": 40, "id": 24}
_WIDTH: Final = 16


def book(
    records: Records, *, name: str, on: date, template: bool = False
) -> tuple[bytes, list[Loss]]:
    """Return a workbook of raw records, and what it cannot hold.

    A `template` has every section, each with an example; otherwise only sections with records are
    there. The same input gives the same bytes. Raises ExchangeError where XlsxWriter is missing.
    """
    try:
        from xlsxwriter import Workbook  # noqa: PLC0415 - an extra
    except ImportError as error:
        message = "writing a workbook needs XlsxWriter: install estate[register]"
        raise ExchangeError(message) from error
    stream = BytesIO()
    losses: list[Loss] = []
    sections = [s for s in SECTIONS if s not in UNLISTED and (template or records.get(s))]
    with Workbook(stream, _OPTIONS) as made:
        made.set_properties({"title": name[:200], "created": datetime.combine(on, time())})
        formats = _formats(made)
        _guide(made.add_worksheet("Guide"), name, formats, template=template)
        kept: list[tuple[str, str, str, str]] = []
        choices = Choices({section: [*records.get(section, ())] for section in sections}, sections)
        for section in sections:
            sheet = made.add_worksheet(section)
            shown = records.get(section, {})
            _Sheet(sheet, section, shown, formats, losses, kept).write(choices, example=template)
        _keep(made.add_worksheet(EXPORTED), kept)
        choices.write(made.add_worksheet(CHOICES))
        made.get_worksheet_by_name("Guide").activate()
    losses += _unlisted(records)
    return stream.getvalue(), losses


def _formats(made: Workbook) -> dict[str, Any]:
    return {
        "head": made.add_format({"bold": True, "bottom": 1, "bg_color": "#E8EEF4"}),
        "need": made.add_format({"bold": True, "bottom": 1, "bg_color": "#F6E3C5"}),
        "text": made.add_format({"num_format": "@", "valign": "top", "text_wrap": True}),
        "day": made.add_format({"num_format": "yyyy-mm-dd", "valign": "top"}),
        "number": made.add_format({"num_format": "General", "valign": "top"}),
        "example": made.add_format({"italic": True, "font_color": "#777777", "num_format": "@"}),
        "title": made.add_format({"bold": True, "font_size": 14}),
        "wrap": made.add_format({"text_wrap": True, "valign": "top"}),
    }


def _guide(sheet: Worksheet, name: str, formats: Mapping[str, Any], *, template: bool) -> None:
    sheet.set_column(0, 0, 100)
    sheet.write_string(0, 0, name, formats["title"])
    for row, line in enumerate(guide(template=template), start=2):
        sheet.write_string(row, 0, line, formats["wrap"])


def _keep(sheet: Worksheet, kept: Sequence[tuple[str, str, str, str]]) -> None:
    for row, texts in enumerate([("section", "id", "field", "text"), *kept]):
        for column, text in enumerate(texts):
            sheet.write_string(row, column, text)
    sheet.very_hidden()


def _unlisted(records: Records) -> Iterator[Loss]:
    for section in sorted(UNLISTED):
        if count := len(records.get(section, {})):
            reason = "signed records are changed by a command of their own, estate exceptions"
            yield Loss("sheet", section, "workbook", None, "", f"{count:,} records", reason)


class _Sheet:
    """One section's sheet as it is written."""

    def __init__(  # noqa: PLR0913 - what it writes, where, and what it notes
        self,
        sheet: Worksheet,
        section: str,
        records: Mapping[str, Fields],
        formats: Mapping[str, Any],
        losses: list[Loss],
        kept: list[tuple[str, str, str, str]],
    ) -> None:
        self._sheet, self._section, self._records = sheet, section, records
        self._formats, self._losses, self._kept = formats, losses, kept
        used = {path for fields in records.values() for path in fields}
        self._columns = columns_of(section)
        self._shown = {
            column.path
            for column in self._columns
            if _holds(column, used) or (not records and _is_usual(column))
        }

    def write(self, choices: Choices, *, example: bool) -> None:
        """Write headings, help, drop-downs and rows."""
        self._sheet.freeze_panes(1, 2)
        self._sheet.set_column(0, 0, _WIDE["id"], self._formats["text"])
        self._sheet.write_string(0, 0, "id", self._formats["need"])
        self._sheet.write_comment(0, 0, advice(None), {"x_scale": 2, "y_scale": 1.5})
        for at, column in enumerate(self._columns, start=1):
            self._head(at, column, choices)
        row = 1
        if example:
            self._example()
            row = 2
        for number, (key, fields) in enumerate(self._records.items(), start=row):
            self._row(number, key, fields)
        self._sheet.autofilter(0, 0, max(len(self._records), 1), len(self._columns))

    def _head(self, at: int, column: Column, choices: Choices) -> None:
        kind = "need" if column.required else "head"
        self._sheet.write_string(0, at, column.name, self._formats[kind])
        self._sheet.write_comment(0, at, advice(column), {"x_scale": 2, "y_scale": 1.5})
        hidden = {} if column.path in self._shown else {"level": 1, "hidden": True}
        width = _WIDE.get(column.name, max(_WIDTH, len(column.name) + 4))
        form = {"day": "day", "number": "number"}.get(column.form, "text")
        self._sheet.set_column(at, at, width, self._formats[form], hidden)
        if choice := choices.of(column):
            # A hint and no wall: null, and lists of several, are right too.
            told = {"error_type": "information", "error_title": column.path[-1][:32]}
            message = f"{column.means[:150]} null says none."
            self._sheet.data_validation(
                1, at, ROWS, at, {**choice, **told, "error_message": message}
            )

    def _example(self) -> None:
        self._sheet.write_string(
            1, 0, f"{EXAMPLE} {SECTIONS[self._section].kind}-1", self._formats["example"]
        )
        for at, column in enumerate(self._columns, start=1):
            if column.path in self._shown and (text := example_of(column)):
                self._sheet.write_string(1, at, text, self._formats["example"])

    def _row(self, number: int, key: str, fields: Fields) -> None:
        self._sheet.write_string(number, 0, key, self._formats["text"])
        self._kept.append((self._section, key, "", ""))
        self._shown_nowhere(number, fields)
        for at, column in enumerate(self._columns, start=1):
            value = value_in(column, fields)
            if value is None:
                continue
            text = spelt(value)
            if len(text) > LONGEST:
                reason = f"a cell holds {LONGEST:,} characters; change it in the file"
                loss = Loss(
                    "cell", self._section, "workbook", number + 1, column.name, text[:60], reason
                )
                self._losses.append(loss)
                continue
            self._kept.append((self._section, key, column.name, text))
            self._cell(number, at, column, text)

    def _shown_nowhere(self, number: int, fields: Fields) -> None:
        """List the values that no column takes, such as a whole that is null."""
        for path, value in fields.items():
            if not any(_takes(column, path) for column in self._columns):
                reason = "no column holds it; change it in the file"
                name = ".".join(path)
                text = spelt(value)[:60]
                loss = Loss("cell", self._section, "workbook", number + 1, name, text, reason)
                self._losses.append(loss)

    def _cell(self, row: int, at: int, column: Column, text: str) -> None:
        if column.form == "day" and (day := _day(text)) is not None:
            self._sheet.write_datetime(row, at, datetime.combine(day, time()), self._formats["day"])
        elif column.form == "number" and _is_number(text):
            self._sheet.write_number(row, at, float(text), self._formats["number"])
        else:
            self._sheet.write_string(row, at, text, self._formats["text"])


def _takes(column: Column, path: tuple[str, ...]) -> bool:
    nested_in = column.form == "other" and path[: len(column.path)] == column.path
    return nested_in or path == column.path


def _holds(column: Column, used: set[tuple[str, ...]]) -> bool:
    """Whether a column shows one of these paths, or what is nested below it."""
    return any(path[: len(column.path)] == column.path for path in used)


def _is_usual(column: Column) -> bool:
    return column.form != "other" and (len(column.path) == 1 or column.path[0] in _USUAL)


def value_in(column: Column, fields: Fields) -> Any:  # noqa: ANN401 - any raw value
    """Return a record's value for a column, put together where its parts stand apart; or None."""
    if column.path in fields:
        return fields[column.path]
    if column.form != "other":
        return None
    size = len(column.path)
    parts = {path[size:]: value for path, value in fields.items() if path[:size] == column.path}
    return nested(parts) if parts else None


def nested(parts: Mapping[tuple[str, ...], Any]) -> dict[str, Any]:
    """Return a mapping put together of its parts by path."""
    made: dict[str, Any] = {}
    for path, value in parts.items():
        holder = made
        for step in path[:-1]:
            holder = holder.setdefault(step, {})
        holder[path[-1]] = value
    return made


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day >= _FIRST else None


def _is_number(text: str) -> bool:
    """Whether a number's text comes back from a workbook as it went in."""
    return _NUMBER.fullmatch(text) is not None and f"{float(text):.15g}" == text != "-0"
