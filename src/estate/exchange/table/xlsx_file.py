"""Tables in workbooks: the values as last saved. No formula runs, no macro, no link is followed."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from datetime import datetime, time
from typing import TYPE_CHECKING, Any, Final

from estate.errors import ExchangeError
from estate.exchange.table.cells import UNKNOWN, Cell
from estate.exchange.table.sheet import Flaw, Sheet, sheet_of
from estate.exchange.table.unreadable import unreadable

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook

__all__ = ["read_xlsx"]

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
    data: bytes, name: str, *, sheet: str | None = None, header: int | None = None
) -> Sheet:
    """Read one sheet of a workbook, the only one if none is named. Raises ExchangeError.

    Cells become text, whole days become dates' text. A cell that holds an error, or a formula
    whose value was never saved, is a flaw.
    """
    try:
        formulas = _inspected(data, name)
        with warnings.catch_warnings():
            # What openpyxl cannot keep (styles, drop-downs, pictures) is nothing that is read here.
            warnings.simplefilter("ignore")
            table = sheet_of(name, _lines(data, name, sheet, formulas=formulas), header, _flaw)
    except ExchangeError:
        raise
    except Exception as error:
        # A damaged archive makes zipfile, zlib, expat and openpyxl raise whatever they met.
        raise unreadable(name, f"no workbook: {type(error).__name__}: {error}") from error
    table.remark = "workbook"
    return table


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


def _lines(
    data: bytes, name: str, sheet: str | None, *, formulas: bool
) -> Iterator[tuple[int, list[Cell]]]:
    values = _rows(data, name, sheet, values=True)
    if not formulas:
        for number, row in enumerate(values, 1):
            yield number, [_text(value) for value in row]
        return
    written = _rows(data, name, sheet, values=False)
    for number, (row, source) in enumerate(zip(values, written, strict=False), 1):
        pairs = zip(row, source, strict=False)
        yield number, [_UNSAVED if v is None and w is not None else _text(v) for v, w in pairs]


def _rows(
    data: bytes, name: str, sheet: str | None, *, values: bool
) -> Iterator[tuple[object, ...]]:
    try:
        from openpyxl import load_workbook  # noqa: PLC0415 - an extra, and slow to import
    except ImportError as error:
        message = "reading a workbook needs openpyxl: install estate[xlsx]"
        raise ExchangeError(message) from error
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=values, keep_links=False)
    chosen = _chosen(book, name, sheet)
    chosen.reset_dimensions()
    yield from chosen.iter_rows(values_only=True)


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
