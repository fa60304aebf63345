"""Out and in: without an edit nothing changes, with one exactly that field does."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from estate.errors import ExchangeError, InventoryError
from estate.exchange.columns import UNLISTED, columns_of
from estate.exchange.update import Records, flat
from estate.exchange.update.plan import Side
from estate.exchange.xlsx import Edits, book, edits_of, read_book
from estate.model import SECTIONS
from estate.model.types import NULL
from estate.pipeline.updating import Files, opened, updated

DAY = date(2026, 11, 21)
SYSTEMS = """\
# The systems of Marram.
defaults: {organisation: marram}
applications:
  academy:              # the big one
    name: Academy
    version: "10.10"
    owner: 'Head of Revenues'   # since 2019
    annual_cost: {revenue: 42000.00}
    runs_on:
    - {to: srv-1, strength: soft}
    - srv-2
    until: 2027-03-31
    mfa: true
    links: {docs: https://example.org/a}
    depends_on: []

  library:
    name: "=HYPERLINK(1)"
    description: |
      Two
      lines
    owner: null
"""
SERVERS = """\
servers:
  srv-1: {name: One, cores: 8}
  srv-2: {name: Two}
organisations:
  marram: {name: Marram}
"""


@pytest.fixture
def estate(tmp_path: Path) -> Path:
    (tmp_path / "inventory").mkdir()
    (tmp_path / "estate.yaml").write_text("estate: 1\nname: Marram\n")
    (tmp_path / "inventory" / "systems.yaml").write_text(SYSTEMS)
    (tmp_path / "inventory" / "servers.yaml").write_text(SERVERS)
    return tmp_path


def _book(files: Files) -> bytes:
    return book(files.effective(), name="Marram", on=DAY)[0]


def _edits(files: Files, data: bytes, side: Side = "keep") -> Edits:
    sheets = read_book(data, "e.xlsx")
    return edits_of(sheets, files.own(), files.effective(), "e.xlsx", conflicts=side)


def _changed(data: bytes, change: Callable[[dict[str, Worksheet]], object]) -> bytes:
    made = openpyxl.load_workbook(io.BytesIO(data))
    change({sheet.title: sheet for sheet in made.worksheets})
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def _put(data: bytes, section: str, key: str, column: str, value: Any) -> bytes:  # noqa: ANN401
    def change(sheets: dict[str, Worksheet]) -> None:
        sheet = sheets[section]
        at = next(cell.column for cell in sheet[1] if cell.value == column)
        row = next(row[0].row for row in sheet.iter_rows(min_row=2) if row[0].value == key)
        sheet.cell(row, at).value = value

    return _changed(data, change)


def _after(
    estate: Path, data: bytes, side: Side = "keep", *, retire: bool = False
) -> dict[str, str]:
    files = opened(estate)
    edits = _edits(files, data, side)
    texts = updated(files, edits.plan, edits.typed, retire=retire)
    return {path.name: text for path, text in texts.items()}


def test_the_example_comes_back_as_it_is() -> None:
    files = opened(Path(__file__).parents[3])
    data = _book(files)
    edits = _edits(files, data)
    assert edits.plan.changes == ()
    assert edits.losses == ()
    assert edits.plan.same == sum(
        len(records) for section, records in files.own().items() if section not in UNLISTED
    )
    assert updated(files, edits.plan, edits.typed) == {}


def test_the_same_estate_gives_the_same_bytes(estate: Path) -> None:
    assert _book(opened(estate)) == _book(opened(estate))


@pytest.mark.parametrize(
    ("key", "column", "value", "old", "new"),
    [
        ("academy", "owner", "Head of Benefits", "'Head of Revenues'", "Head of Benefits"),
        ("academy", "owner", "null", "'Head of Revenues'", "null"),
        ("academy", "owner", None, "    owner: 'Head of Revenues'   # since 2019\n", ""),
        ("academy", "annual_cost.revenue", 42001, "42000.00", "42001"),
        ("academy", "annual_cost.capital", 5, "42000.00}", "42000.00, capital: 5}"),
        ("academy", "version", "10.20", '"10.10"', '"10.20"'),
        ("academy", "until", date(2028, 3, 31), "2027-03-31", "2028-03-31"),
        ("academy", "mfa", False, "mfa: true", "mfa: false"),
        (
            "academy",
            "links",
            "{docs: 'https://example.org/b'}",
            "https://example.org/a",
            '"https://example.org/b"',
        ),
        ("academy", "depends_on", "srv-2", "[]", "[srv-2]"),
        ("library", "name", "+1", '"=HYPERLINK(1)"', '"+1"'),
        ("library", "owner", "Somebody", "null", "Somebody"),
    ],
)
def test_one_edited_cell_changes_exactly_its_field(  # noqa: PLR0913 - one edit
    estate: Path, key: str, column: str, value: object, old: str, new: str
) -> None:
    data = _put(_book(opened(estate)), "applications", key, column, value)
    assert SYSTEMS.count(old) == 1
    assert _after(estate, data) == {"systems.yaml": SYSTEMS.replace(old, new)}


def test_a_default_can_be_overridden_and_not_emptied(estate: Path) -> None:
    data = _book(opened(estate))
    after = _after(estate, _put(data, "servers", "srv-1", "cores", 9))
    assert after == {"servers.yaml": SERVERS.replace("8", "9")}
    emptied = _put(data, "applications", "library", "organisation", None)
    (change,) = _edits(opened(estate), emptied).plan.changes
    assert (change.kind, change.why) == (
        "conflict",
        "it comes from the defaults, and an empty cell cannot take it out",
    )


def test_rows_are_added_told_apart_and_told_when_they_go(estate: Path) -> None:
    def change(sheets: dict[str, Worksheet]) -> None:
        sheets["servers"].delete_rows(2)
        for cells in (["", "Server Three"], ["e.g. x", "Example"], ["srv-2", "Again"]):
            sheets["servers"].append(cells)
        sheets["servers"].append(["Bad id", "Four"])
        sheets["servers"].append(["srv-9"])
        sheets["servers"].append([None, None, "text alone"])

    data = _changed(_book(opened(estate)), change)
    edits = _edits(opened(estate), data)
    assert [(c.kind, c.id) for c in edits.plan.changes] == [
        ("added", "server-three"),
        ("gone", "srv-1"),
    ]
    assert [(loss.kind, loss.row, loss.reason) for loss in edits.losses] == [
        ("aside", 4, "an example"),
        ("row", 5, "row 2 has this id already"),
        ("row", 6, "no id: small letters and digits, with - . _ or / between"),
        ("row", 8, "it has neither an id nor a name"),
        ("row", 7, "a new record needs a name"),
    ]
    after = _after(estate, data, retire=True)["servers.yaml"]
    assert "  srv-1: {name: One, cores: 8, status: retired}\n" in after
    assert "  server-three: {name: Server Three}\n" in after or "name: Server Three" in after


def test_what_was_changed_in_both_is_a_conflict(estate: Path) -> None:
    data = _put(_book(opened(estate)), "applications", "academy", "owner", "Workbook")
    here = SYSTEMS.replace("'Head of Revenues'", "By hand")
    (estate / "inventory" / "systems.yaml").write_text(here)
    (change,) = _edits(opened(estate), data).plan.changes
    assert (change.kind, change.before, change.after) == ("conflict", "By hand", "Workbook")
    assert _after(estate, data) == {}
    assert _after(estate, data, "take") == {"systems.yaml": here.replace("By hand", "Workbook")}


def test_what_cannot_be_read_stays_as_it_was(estate: Path) -> None:
    data = _book(opened(estate))
    for key, column, value in (
        ("academy", "owner", "=1+1"),
        ("academy", "until", "someday"),
        ("library", "runs_on", "srv-77"),
        ("library", "name", None),
    ):
        data = _put(data, "applications", key, column, value)
    edits = _edits(opened(estate), data)
    assert sorted(loss.reason for loss in edits.losses) == [
        "a formula whose value was never saved; none is run",
        "no date as YYYY-MM-DD or DD Month YYYY or DD Mon YYYY",
        "no record has the id 'srv-77'; did you mean 'srv-1'?",
    ]
    assert [(c.kind, c.why) for c in edits.plan.changes] == [
        ("conflict", "a record needs its name")
    ]
    assert _after(estate, data) == {}


def test_what_would_not_load_is_not_written(estate: Path) -> None:
    data = _put(_book(opened(estate)), "applications", "academy", "recovery.rto", "soonish")
    with pytest.raises(InventoryError, match="would not load, so nothing was written"):
        _after(estate, data)


def test_columns_and_sheets_that_are_none_are_told(estate: Path) -> None:
    def change(sheets: dict[str, Worksheet]) -> None:
        sheet = sheets["servers"]
        sheet.cell(1, 300).value = "Colour"
        sheet.cell(2, 300).value = "red"
        sheet.cell(1, 301).value = "name"
        assert sheet.parent is not None
        sheet.parent.create_sheet("Scratch")

    edits = _edits(opened(estate), _changed(_book(opened(estate)), change))
    assert [(loss.kind, loss.column, loss.reason) for loss in edits.losses] == [
        ("column", "Colour", "servers have no such field"),
        ("column", "name", "the heading is there twice"),
        ("cell", "column 300", "its column has no heading that is a field"),
        ("sheet", "", "it is no section of an inventory"),
    ]
    assert edits.plan.changes == ()


def test_another_workbook_is_refused() -> None:
    stream = io.BytesIO()
    openpyxl.Workbook().save(stream)
    with pytest.raises(ExchangeError, match=r"x\.xlsx cannot be read") as caught:
        read_book(stream.getvalue(), "x.xlsx")
    assert "estate import table" in str(caught.value.problems[0])


def test_a_sheet_without_ids_is_refused(estate: Path) -> None:
    def change(sheets: dict[str, Worksheet]) -> None:
        sheets["servers"].cell(1, 1).value = "key"

    with pytest.raises(ExchangeError, match="the sheet servers has no column called id"):
        read_book(_changed(_book(opened(estate)), change), "e.xlsx")


def test_what_no_cell_can_hold_is_told() -> None:
    records: Records = {
        "applications": {"a": {("name",): "x" * 40_000, ("recovery",): "odd"}},
        "exceptions": {"e": {}},
    }
    _, losses = book(records, name="x", on=DAY)
    assert [(loss.column, loss.reason) for loss in losses] == [
        ("recovery", "no column holds it; change it in the file"),
        ("name", "a cell holds 30,000 characters; change it in the file"),
        ("", "signed records are changed by a command of their own, estate exceptions"),
    ]


def test_a_template_has_every_section_with_help_and_choices() -> None:
    data, losses = book({}, name="x", on=DAY, template=True)
    made = openpyxl.load_workbook(io.BytesIO(data))
    assert losses == []
    assert made.sheetnames == [
        "Guide",
        *(s for s in SECTIONS if s not in UNLISTED),
        "_exported",
        "_choices",
    ]
    assert made["_exported"].sheet_state == "veryHidden"
    sheet = made["applications"]
    heads = [cell.value for cell in sheet[1]]
    assert heads == ["id", *(column.name for column in columns_of("applications"))]
    status = sheet.cell(1, heads.index("status") + 1)
    assert status.comment is not None
    assert "One of: proposed, planned, live" in status.comment.text
    choices = {
        str(each.sqref).rstrip("0123456789:ABCDEFGHIJKLMNOPQRSTUVWXYZ") or each.formula1
        for each in sheet.data_validations.dataValidation
    }
    assert '"proposed,planned,live,retiring,retired"' in choices
    assert "'suppliers'!$A$2:$A$20000" in choices
    assert sheet.cell(2, 1).value == "e.g. application-1"


def test_a_field_that_may_name_several_kinds_offers_the_ids_of_all(estate: Path) -> None:
    made = openpyxl.load_workbook(io.BytesIO(_book(opened(estate))))
    ids = {column[0].value: [cell.value for cell in column] for column in made["_choices"].columns}
    assert ["academy", "library", "srv-1", "srv-2"] in [[*filter(None, i)] for i in ids.values()]
    sources = {each.formula1 for each in made["applications"].data_validations.dataValidation}
    assert "'_choices'!$A$1:$A$4" in sources
    assert "'organisations'!$A$2:$A$20000" in sources


FIELD = st.sampled_from(["owner", "notes", "zone", "version", "description"])
TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cn", "Zl", "Zp")),
    min_size=1,
    max_size=10,
)


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.sampled_from(["academy", "library"]), FIELD, TEXT)
def test_any_edit_changes_one_field_and_no_other_line(
    estate: Path, key: str, field: str, text: str
) -> None:
    data = _put(_book(opened(estate)), "applications", key, field, f"'{text}".removeprefix("'"))
    files = opened(estate)
    edits = _edits(files, data)
    assert {(c.id, c.path) for c in edits.plan.changes} <= {(key, (field,))}
    for after in updated(files, edits.plan, edits.typed).values():
        before = SYSTEMS.splitlines()
        kept = [line for line in after.splitlines() if line in before]
        assert len(before) - len([line for line in before if line in kept]) <= 3


READ = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=9)
VALUES = {
    "name": READ,
    "owner": READ | st.just(NULL),
    "tags": st.lists(READ, max_size=3) | st.just(NULL),
    "until": st.sampled_from(["2027-03-31", "1066-10-14", "9999-12-31", "someday"]) | st.just(NULL),
    "users": st.fixed_dictionaries(
        {"named": st.sampled_from(["7", "7.50", "1e5", "-0", "inf", "0.1"])}
    ),
    "links": st.dictionaries(READ, READ, max_size=2),
    "runs_on": st.lists(READ | st.fixed_dictionaries({"to": READ, "from": READ}), max_size=2),
    "mfa": st.sampled_from(["true", "false", "TRUE"]),
}


@settings(max_examples=20, deadline=None)
@given(st.fixed_dictionaries({}, optional=VALUES))
def test_whatever_a_record_says_comes_back_as_no_change(record: dict[str, Any]) -> None:
    records: Records = {"applications": {"a": flat(record)}}
    data, losses = book(records, name="x", on=DAY)
    edits = edits_of(read_book(data, "e.xlsx"), records, records, "e.xlsx")
    assert losses == []
    assert edits.plan.changes == ()
    assert edits.losses == ()
