"""Tables in workbooks: the values as last saved. No formula runs, no macro, no link is followed."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, time
from typing import TYPE_CHECKING, Any, Final

from estate.errors import ExchangeError
from estate.exchange.table.cells import UNKNOWN, Cell
from estate.exchange.table.sheet import Flaw, Sheet, sheet_of
from estate.exchange.table.unreadable import unreadable
from estate.exchange.table.xlsx_marks import Marks, filled_down, marks_of

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook

__all__ = ["Page", "opened", "read_xlsx", "titles_of"]

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
    with _reading(name):
        page = opened(data, name, sheet)
        lines = filled_down(page.lines(), page.marks) if fill else page.lines()
        table = sheet_of(name, lines, header, _flaw)
    told = page.marks.remark
    table.remark = "workbook" + (f", {told}" if told else "")
    table.title, table.siblings = page.title, page.siblings
    return table


@contextmanager
def _reading(name: str) -> Iterator[None]:
    try:
        with warnings.catch_warnings():
            # What openpyxl cannot keep (styles, drop-downs, pictures) is nothing that is read here.
            warnings.simplefilter("ignore")
            yield
    except ExchangeError:
        raise
    except Exception as error:
        # A damaged archive makes zipfile, zlib, expat and openpyxl raise whatever they met.
        raise unreadable(name, f"no workbook: {type(error).__name__}: {error}") from error


@dataclass(slots=True)
class Page:
    """One sheet of a workbook that was inspected: its marks, and its rows as often as asked for."""

    data: bytes
    name: str
    title: str
    siblings: tuple[str, ...]
    hidden: frozenset[str]
    marks: Marks
    formulas: bool

    def lines(self) -> Iterator[tuple[int, list[Cell]]]:
        """Give each row with its number, cells as text."""
        values = self._rows(values=True)
        if not self.formulas:
            for number, row in enumerate(values, 1):
                yield number, [_text(value) for value in row]
            return
        written = self._rows(values=False)
        for number, (row, source) in enumerate(zip(values, written, strict=False), 1):
            pairs = zip(row, source, strict=False)
            yield number, [_UNSAVED if v is None and w is not None else _text(v) for v, w in pairs]

    def _rows(self, *, values: bool) -> Iterator[tuple[object, ...]]:
        chosen = _book(self.data, values=values)[self.title]
        chosen.reset_dimensions()
        yield from chosen.iter_rows(values_only=True)


def titles_of(data: bytes, name: str) -> list[tuple[str, bool]]:
    """Return each sheet of a workbook, and whether it is hidden. Raises ExchangeError."""
    with _reading(name):
        _inspected(data, name)
        return [(s.title, s.sheet_state != "visible") for s in _book(data).worksheets]


def opened(data: bytes, name: str, sheet: str | None) -> Page:
    """Open one sheet of a workbook, the only one if none is named. Raises ExchangeError."""
    with _reading(name):
        formulas = _inspected(data, name)
        book = _book(data)
        chosen = _chosen(book, name, sheet)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            marks = marks_of(archive, chosen._worksheet_path.removeprefix("/"))  # noqa: SLF001 - it has no other name
        siblings = tuple(each.title for each in book.worksheets)
        hidden = frozenset(s.title for s in book.worksheets if s.sheet_state != "visible")
        return Page(data, name, chosen.title, siblings, hidden, marks, formulas)


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
    return load_workbook(io.BytesIO(data), read_only=True, data_only=values, keep_links=False)


def _chosen(book: Workbook, name: str, sheet: str | None) -> Any:  # noqa: ANN401 - its type lacks half of its methods
    names = [worksheet.title for worksheet in book.worksheets]
    if sheet is None and len(names) == 1:
        return book.worksheets[0]
    if sheet not in names:
        wanted = "which sheet is not said" if sheet is None else f"there is no sheet {sheet!r}"
        raise unreadable(name, wanted, expected=" or ".join(names))
    return book[sheet]


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


def _flaw(row: int, column: str, value: Cell) -> Flaw | None:
    if value == _UNSAVED:
        return Flaw(row, column, "", "a formula whose value was never saved; none is run")
    if value in _ERRORS:
        return Flaw(row, column, str(value), "the sheet holds an error here")
    return None
