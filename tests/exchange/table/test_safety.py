"""Whatever the bytes: records, losses, or an error with a place. Never anything else."""

from __future__ import annotations

import io
from contextlib import suppress
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from estate.errors import ExchangeError
from estate.exchange import convert
from estate.exchange.table.mapping_file import read_mapping

EXAMPLES = Path(__file__).parents[3] / "examples" / "mappings"
MAPPING = """mapping: 1
name: Any
tables:
  t:
    file: "t.*"
    optional: [a, b]
    where: {b: {empty: false}}
    outputs:
      - {section: sites, id: a, same_id: number, fields: {name: a, notes: "{a} {b}"}}
      - {section: servers, each: b, id: "{a}/{each}", same_id: merge, fields: {name: a}}
"""
letters = st.text('ab,;"\n\r\t:-[]{}&*!?|>#%@` \u00e9\x85\x00' + "01", max_size=40)
SETTINGS = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def _workbook() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("a", "b"), ("x", 1), ("y", "=1+1")):
        sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _survives(folder: Path, ending: str, data: bytes) -> None:
    (folder / "m.yaml").write_text(MAPPING, "utf-8")
    path = folder / f"t.{ending}"
    path.write_bytes(data)
    try:
        count = convert(folder / "m.yaml", [path]).counts.tables["t"]
    except ExchangeError as error:
        refused = [problem.location.line for problem in error.problems]
    else:
        assert count.rows == count.used + count.filtered + count.lost
        return
    assert refused
    assert min(refused) >= 1


@pytest.mark.parametrize("ending", ["csv", "json", "yaml", "xlsx"])
@given(data=st.binary(max_size=60) | letters.map(str.encode))
@SETTINGS
def test_any_bytes_are_read_or_refused(tmp_path: Path, ending: str, data: bytes) -> None:
    _survives(tmp_path, ending, data)


@given(text=letters)
@SETTINGS
def test_any_text_under_headings_is_read_or_refused(tmp_path: Path, text: str) -> None:
    _survives(tmp_path, "csv", b"a,b\n" + text.encode())


@given(at=st.integers(0, 6000), byte=st.integers(0, 255))
@SETTINGS
def test_a_damaged_workbook_is_read_or_refused(tmp_path: Path, at: int, byte: int) -> None:
    data = bytearray(WORKBOOK)
    data[at % len(data)] = byte
    _survives(tmp_path, "xlsx", bytes(data))


@given(at=st.floats(0, 1), length=st.integers(0, 30), put=letters)
@SETTINGS
def test_a_damaged_mapping_is_a_mapping_or_refused(
    tmp_path: Path, at: float, length: int, put: str
) -> None:
    text = (EXAMPLES / "uk-lancashire-ict-contracts.yaml").read_text("utf-8")
    start = int(at * len(text))
    path = tmp_path / "m.yaml"
    path.write_bytes((text[:start] + put + text[start + length :]).encode())
    with suppress(ExchangeError):
        read_mapping(path)


WORKBOOK = _workbook()
