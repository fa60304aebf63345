"""Tables in workbooks: the values as last saved. No formula runs, no macro, no link is followed."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, time
from typing import TYPE_CHECKING, Any, Final

from estate.errors import ExchangeError
from estate.exchange.table.cells import UNKNOWN, Cell
from estate.exchange.table.sheet import Flaw, Sheet, sheet_of
from estate.exchange.table.unreadable import unreadable
from estate.exchange.table.xlsx_marks import Marks, filled_down, marks_of

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook

__all__ = ["Book", "flaw_of", "read_xlsx"]

_LARGEST: Final = 512 * 1024 * 1024
_MOST_PARTS: Final = 5_000
_PIECE: Final = 1024 * 1024
_FORBIDDEN: Final = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
_FORMULA: Final = re.compile(rb"<(?:\w+:)?f[\s>/]")
_ERRORS: Final = frozenset(
    ("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA", "#SPILL!")
)
_UNSAVED: Final = "\ue000"


def read_xlsx(
    data: bytes,
    name: str,
    *,
    sheet: str | None = None,
    header: Sequence[int] = (),
    fill: bool = True,
) -> Sheet:
    """Read one sheet of a workbook, the only one if none is named. Raises ExchangeError.

    Cells become text, whole days become dates' text. A cell that holds an error, or a formula
    whose value was never saved, is a flaw. With `fill` the value of cells merged over several rows
    holds in each. Hidden rows and columns are read, and told.
    """
    book = Book(data, name)
    title = book.chosen(sheet)
    marks = book.marks(title)
    with _quiet():
        lines = filled_down(book.lines(title), marks, name) if fill else book.lines(title)
        table = sheet_of(name, lines, header, flaw_of)
    table.remark = "workbook" + (f", {marks.remark}" if marks.remark else "")
    table.title, table.siblings = title, book.titles
    return table


@contextmanager
def _reading(name: str) -> Iterator[None]:
    try:
        yield
    except (ExchangeError, GeneratorExit):
        raise
    except Exception as error:
        # A damaged archive makes zipfile, zlib, expat and openpyxl raise whatever they met.
        raise unreadable(name, f"no workbook: {type(error).__name__}: {error}") from error


@contextmanager
def _quiet() -> Iterator[None]:
    with warnings.catch_warnings():
        # What openpyxl cannot keep (styles, drop-downs, pictures) is nothing that is read here.
        warnings.simplefilter("ignore")
        yield


class Book:
    """A workbook that was inspected and opened once: its sheets, and their rows as text.

    Raises ExchangeError where it is none, or passes a bound, then and when rows are read.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self._data, self._name = data, name
        with _reading(name):
            self._formulas = _inspected(data, name)
            self._values = _book(data)
            self._written: Workbook | None = None

    @property
    def titles(self) -> tuple[str, ...]:
        """The sheets, in their order."""
        return tuple(sheet.title for sheet in self._values.worksheets)

    @property
    def hidden(self) -> frozenset[str]:
        """The sheets that a program does not show."""
        sheets = self._values.worksheets
        return frozenset(each.title for each in sheets if each.sheet_state != "visible")

    def chosen(self, sheet: str | None) -> str:
        """Return the title of the sheet that is named; of the only one, if none is."""
        if sheet is None and len(self.titles) == 1:
            return self.titles[0]
        if sheet not in self.titles:
            wanted = "which sheet is not said" if sheet is None else f"there is no sheet {sheet!r}"
            raise unreadable(self._name, wanted, expected=" or ".join(self.titles))
        return sheet

    def marks(self, title: str) -> Marks:
        """Return what a sheet says of its cells besides their values."""
        with _reading(self._name), zipfile.ZipFile(io.BytesIO(self._data)) as archive:
            sheet: Any = self._values[title]
            part: str = sheet._worksheet_path  # noqa: SLF001 - it has no other name
            return marks_of(archive, part.removeprefix("/"), self._name)

    def lines(self, title: str) -> Iterator[tuple[int, list[Cell]]]:
        """Give each row of a sheet with its number, cells as text."""
        with _reading(self._name):
            values = _rows(self._values, title)
            if not self._formulas:
                for number, row in enumerate(values, 1):
                    yield number, [_text(value) for value in row]
                return
            if self._written is None:
                self._written = _book(self._data, values=False)
            written = _rows(self._written, title)
            for number, (row, source) in enumerate(zip(values, written, strict=False), 1):
                pairs = zip(row, source, strict=False)
                texts = [_UNSAVED if v is None and w is not None else _text(v) for v, w in pairs]
                yield number, texts


def _rows(book: Workbook, title: str) -> Iterator[tuple[object, ...]]:
    chosen: Any = book[title]
    chosen.reset_dimensions()
    yield from chosen.iter_rows(values_only=True)


def _inspected(data: bytes, name: str) -> bool:
    """Check the parts of the archive and return whether any sheet has formulas.

    Bounds hold because zipfile gives no more of a part than its size says.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        size = sum(part.file_size for part in parts)
        if len(parts) > _MOST_PARTS or size > _LARGEST:
            reason = f"the workbook unpacks to {size:,} bytes in {len(parts):,} parts"
            raise unreadable(name, reason, expected=f"at most {_LARGEST:,} and {_MOST_PARTS:,}")
        # Every part is looked at, so that an entity after the first formula is seen too.
        return max((_inspected_part(archive, part, name) for part in parts), default=False)


def _inspected_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo, name: str) -> bool:
    if not part.filename.endswith((".xml", ".rels", ".vml")):
        return False
    formulas = False
    with archive.open(part) as stream:
        before = b""
        while piece := stream.read(_PIECE):
            joined = before + piece
            if _FORBIDDEN.search(joined) or b"\0" in piece:
                reason = f"the part {part.filename} declares entities or is not UTF-8"
                raise unreadable(name, reason)
            formulas = formulas or _FORMULA.search(joined) is not None
            before = piece[-16:]
    return formulas and "worksheets/" in part.filename


def _book(data: bytes, *, values: bool = True) -> Workbook:
    try:
        from openpyxl import load_workbook  # noqa: PLC0415 - an extra, and slow to import
    except ImportError as error:
        message = "reading a workbook needs openpyxl: install estate[xlsx]"
        raise ExchangeError(message) from error
    with _quiet():
        return load_workbook(io.BytesIO(data), read_only=True, data_only=values, keep_links=False)


def _text(value: object) -> Cell:
    """Return the cell as a person would write it down."""
    if value is None:
        return UNKNOWN
    if isinstance(value, datetime):
        whole = value.time() == time.min
        return value.date().isoformat() if whole else value.isoformat(sep="T", timespec="seconds")
    if isinstance(value, time):
        return value.isoformat()
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.15g}"
    return str(value)


def flaw_of(row: int, column: str, value: Cell) -> Flaw | None:
    """Return what is wrong with a cell that has no value to take, or None."""
    if value == _UNSAVED:
        return Flaw(row, column, "", "a formula whose value was never saved; none is run")
    if value in _ERRORS:
        return Flaw(row, column, str(value), "the sheet holds an error here")
    return None
