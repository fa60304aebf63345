"""A guessed mapping: it works as it stands, says why, and leaves out nothing in silence."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from estate.errors import ExchangeError
from estate.exchange import Imported, convert
from estate.exchange.table.guess import guess
from estate.exchange.table.guess.tables import Guess
from estate.lifecycle import bundled
from estate.model import Estate, Policy
from estate.read import inventory_of, read_document
from estate.yaml_text import document

Guessed = Callable[..., tuple[Guess, Imported]]

SYSTEMS: list[tuple[object, ...]] = [
    ("Marram Borough Council",),
    ("ICT application register, as at May 2026",),
    (),
    (
        *("System Name", "Department", "Support", None, None, "Annual cost (£)", "Database"),
        *("Database version", "Hosted?", "Personal data", "Criticality", "Server", "Colour"),
    ),
    (None, None, "Supplier", "Starts", "Ends"),
    (
        *("Academy", "Revenues", "Civica UK Ltd", "01/04/2024", "31/03/2027", "£42,000.00"),
        *("Oracle", "12.2", "On Prem", "Yes", "Mission critical", "REV01; REV02", "red"),
    ),
    (
        *("Planning Portal", "Planning", "CIVICA UK LIMITED", "05/04/2024", "04/05/2027", "12.3k"),
        *("PostgreSQL", "14", "Cloud", "No", "High", "WEB01", "blue"),
    ),
    (
        *("Tree Register", "Planning", "n/a", "TBC", None, "(1,200)"),
        *("SQL Server", "2016 SP2", "SaaS", "Not really", "Low", "WEB01", None),
    ),
    (),
    ("Total", None, None, None, None, 53100),
    ("* provisional, see Finance",),
]
SERVERS: list[tuple[object, ...]] = [
    ("Hostname", "Operating System", "Cores", "Location", "Warranty end", "Env"),
    ("REV01", "Windows Server 2012 R2", 16, "Civic Centre", date(2027, 5, 31), "Prod"),
    ("REV02", "Windows Server 2012 R2", 16, "Civic Centre", date(2027, 5, 31), "Prod"),
    ("WEB01", "Acme OS 9", 4, "Depot", date(2027, 5, 31), "UAT"),
]


@pytest.fixture
def guessed(tmp_path: Path) -> Guessed:
    """Guess a mapping for files, given by name, and convert them by it."""

    def run(**files: str | bytes) -> tuple[Guess, Imported]:
        paths = []
        for name, text in files.items():
            stem, _, ending = name.rpartition("_")
            path = tmp_path / f"{stem}.{ending}"
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
            paths.append(path)
        found = guess(paths, bundled())
        (tmp_path / "mapping.yaml").write_text(found.text, "utf-8")
        return found, convert(tmp_path / "mapping.yaml", paths)

    return run


def _workbook(**sheets: list[tuple[object, ...]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
        if title == "Old":
            sheet.sheet_state = "hidden"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_a_register_of_a_council_becomes_an_estate(guessed: Guessed) -> None:
    found, imported = guessed(register_xlsx=_workbook(Systems=SYSTEMS, Servers=SERVERS))
    academy = imported.sections["applications"]["academy"]
    assert academy == {
        "name": "Academy",
        "organisation_unit": "Revenues",
        "annual_cost": {"revenue": 42000},
        "software": ["oracle-database@12.2"],
        "hosting": "on-premise",
        "personal_data": "personal",
        "criticality": "critical",
        "runs_on": ["server/rev01", "server/rev02"],
        "supplied_by": ["civica"],
        "source": "register.xlsx row 6",
    }
    assert imported.sections["servers"]["server/rev01"] == {
        "name": "REV01",
        "software": ["windows-server@2012-r2"],
        "cores": 16,
        "located_at": ["site/civic-centre"],
        "hardware": {"support_ends": date(2027, 5, 31)},
        "environment": "production",
        "source": "register.xlsx row 2",
    }
    contract = imported.sections["contracts"]["contract/academy"]
    assert contract["covers"] == ["academy"]
    assert str(contract["ends"]) == "2027-03-31"
    assert "starts" not in contract
    assert imported.counts.tables["systems"].lost == 0
    assert found.left == (("systems", "Colour"),)
    assert found.doubts == (("systems", "Support Starts"),)


def test_what_it_makes_is_an_inventory(guessed: Guessed) -> None:
    _, imported = guessed(register_xlsx=_workbook(Systems=SYSTEMS, Servers=SERVERS))
    text = document(imported.sections)
    read = inventory_of(
        [read_document("i.yaml", text.encode())], name="x", policy=Policy(), defaults={}
    )
    assert isinstance(read.estate, Estate)


@pytest.mark.parametrize(
    "line",
    [
        "# above the headings stands: Marram Borough Council / ICT application register",
        "# 2 rows are left out as no records: totals, notes, titles",
        "# these say nothing, so their cells stay unknown: 'TBC' in 1, 'n/a' in 1",
        "Colour: 'not placed; it holds blue, red'",
        "# no cell tells day/month from month/day",
        "# starts: {column: Support Starts, then: [{date: [DD/MM/YYYY]}]}",
        "# starts: {column: Support Starts, then: [{date: [MM/DD/YYYY]}]}",
        "# no word for 'Not really', 1 cell",
        "# the sheet is hidden in the workbook",
        "# Not read: register.xlsx, Empty: there is nothing in it",
        "# sure: the heading; 3 of 3 cells read as one of critical, high, medium, low",
        "# what the catalogue does not know keeps its name",
    ],
)
def test_each_guess_has_its_reason_beside_it(guessed: Guessed, line: str) -> None:
    old: list[tuple[object, ...]] = [("System", "Notes"), ("Zed", "gone")]
    book = _workbook(Systems=SYSTEMS, Servers=SERVERS, Old=old, Empty=[])
    assert line in guessed(register_xlsx=book)[0].text


@pytest.mark.parametrize(
    ("values", "formats", "days"),
    [
        ("31/03/2027,01/02/2027", "[DD/MM/YYYY]", ["2027-03-31", "2027-02-01"]),
        ("03/31/2027,01/02/2027", "[MM/DD/YYYY]", ["2027-03-31", "2027-01-02"]),
        ("31 March 2027,1st April 2027", "[DD Month YYYY]", ["2027-03-31", "2027-04-01"]),
        ("Mar-27,Apr-27", "[Mon-YY], day: last", ["2027-03-31", "2027-04-30"]),
        ("FY 2026/27,2027-28", "[FY], day: last", ["2027-03-31", "2028-03-31"]),
        ("46477,46478", "[serial]", ["2027-03-31", "2027-04-01"]),
        ("2027-03-31,2027-04-01", "[YYYY-MM-DD]", ["2027-03-31", "2027-04-01"]),
        ("05/05/2027,06/06/2027", "[DD/MM/YYYY]", ["2027-05-05", "2027-06-06"]),
    ],
)
def test_days_are_read_as_all_values_together_tell(
    guessed: Guessed, values: str, formats: str, days: list[str]
) -> None:
    rows = "".join(f"C{at},{value}\n" for at, value in enumerate(values.split(",")))
    found, imported = guessed(contracts_csv=f"Contract,End date\n{rows}")
    assert f"ends: {{column: End date, then: [{{date: {formats}" in found.text
    assert [str(one["ends"]) for one in imported.sections["contracts"].values()] == days


def test_days_that_contradict_one_another_are_left_open(guessed: Guessed) -> None:
    found, imported = guessed(contracts_csv="Contract,End date\nA,31/03/2027\nB,03/31/2027\n")
    assert "# 1 cells read only as day/month and 1 only as month/day" in found.text
    assert found.doubts == (("contracts", "End date"),)
    assert [loss.column for loss in imported.losses] == ["End date"]


def test_names_of_one_supplier_are_one_supplier(guessed: Guessed) -> None:
    table = "Contract,Supplier\nA,Civica UK Ltd\nB,CIVICA UK LIMITED\nC,Idox plc\n"
    _, imported = guessed(contracts_csv=table)
    assert [*imported.sections["suppliers"]] == ["civica", "idox"]


def test_names_that_are_told_apart_keep_a_prefix(guessed: Guessed) -> None:
    _, imported = guessed(systems_csv="System,Supplier,Service\nIdox,Idox,Planning; Trees\n")
    assert [*imported.sections["suppliers"]] == ["supplier/idox"]
    assert [*imported.sections["services"]] == ["service/planning", "service/trees"]
    assert imported.sections["applications"]["idox"]["supports"] == [
        "service/planning",
        "service/trees",
    ]


def test_systems_name_one_another(guessed: Guessed) -> None:
    table = "System,Interfaces with\nA,B\nB,\nC,A\n"
    _, imported = guessed(systems_csv=table)
    assert imported.sections["applications"]["a"]["uses"] == ["b"]


def test_headings_that_stand_twice_are_told_by_number(guessed: Guessed) -> None:
    found, _ = guessed(systems_csv="System,Notes,Notes\nA,x,y\n")
    assert "several columns are called 'Notes': they are column 2, column 3" in found.text
    assert "notes: column 2" in found.text


def test_ids_come_from_a_column_of_ids_where_there_is_one(guessed: Guessed) -> None:
    table = "Asset ID,System\nAPP-7,Academy\nAPP-8,Academy\n"
    _, imported = guessed(systems_csv=table)
    assert [*imported.sections["applications"]] == ["app-7", "app-8"]
    found, _ = guessed(more_csv="System,Version\nAcademy,1\nAcademy,2\n")
    assert "1 rows repeat a name, and are refused unless same_id says merge or number" in found.text


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("apps_json", '{"items": [{"name": "A", "owner": "X"}, {"name": "B"}]}'),
        ("apps_json", '{"a": {"name": "A"}, "b": {"name": "B"}}'),
        ("apps_yaml", "name: A\nowner: X\n---\nname: B\n"),
    ],
)
def test_records_in_documents_are_found(guessed: Guessed, file: str, text: str) -> None:
    _, imported = guessed(**{file: text})
    names = {one["name"] for records in imported.sections.values() for one in records.values()}
    assert names == {"A", "B"}


def test_a_file_that_is_no_table_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(b"%PDF")
    with pytest.raises(ExchangeError, match=r"x\.pdf cannot be read"):
        guess([path], bundled())


def test_the_other_forms_of_values_have_their_steps(guessed: Guessed) -> None:
    found, imported = guessed(
        contracts_csv=(
            "Contract,Auto renewal,Notice period,Annual value,Systems\n"
            "A,Yes,6 months,£9k,\nB,No,90 days,lots,\nC,No,,£1,\n"
        ),
        sites_csv="Site,Site type,UPRN\nHall,office; server-room,100\nDepot,depot,101\n",
        servers_csv="Server,Software\nweb,Ubuntu 24.04; nginx\ndb,\n",
    )
    contract = imported.sections["contracts"]["contract/a"]
    assert (contract["auto_renews"], contract["notice"], contract["value"]) == (
        *(True, "6 months"),
        9000,
    )
    assert "# 1 cell will be listed as lost" in found.text
    assert imported.sections["sites"]["site/hall"]["purpose"] == ["office", "server-room"]
    assert imported.sections["servers"]["server/web"]["software"] == ["ubuntu@24.04", "nginx"]


def test_two_columns_may_fill_one_list(guessed: Guessed) -> None:
    table = "System,Operating system,Database\nA,RHEL 8,Oracle 19\nB,,PostgreSQL\n"
    _, imported = guessed(systems_csv=table)
    systems = imported.sections["applications"]
    assert systems["a"]["software"] == ["rhel@8", "oracle-database@19"]
    assert systems["b"]["software"] == ["postgresql"]


def test_a_name_is_found_where_no_heading_says_it(guessed: Guessed) -> None:
    found, imported = guessed(things_csv="What,Page\nAlpha,https://a.example\nBeta,https://b\n")
    assert "no heading says name; it is the first with words" in found.text
    assert "its values are web addresses" in found.text
    (records,) = imported.sections.values()
    assert {record["name"] for record in records.values()} == {"Alpha", "Beta"}


def test_totals_and_titles_among_the_rows_are_no_records(guessed: Guessed) -> None:
    rows = "".join(f"S{n},Team,{n},x\n" for n in range(12))
    table = f"System,Department,Users,Notes\n{rows}Finance systems,,,\nTotal users: 66,66,,\n"
    found, imported = guessed(systems_csv=table)
    assert len(imported.sections["applications"]) == 12
    assert found.text.count("a lone text: a note or a title, as in row 14") == 1
    lone = "System,Department,Users\nA,,\nB,,\nC,D,3\n"
    assert (
        "2 rows have one cell alone, such as 2, 3: are they records?" in guessed(b_csv=lone)[0].text
    )


def test_a_list_of_systems_is_no_list_of_contracts_without_names(guessed: Guessed) -> None:
    heads = "System,Supplier,Owner,Annual cost,Support ends"
    table = f"{heads}\nPay,Acme,J. Smith,12.3k,31/03/2027\nPlan,Beta,HR,9k,FY 2026/27\n"
    _, imported = guessed(systems_csv=table)
    assert list(imported.sections["applications"]) == ["pay", "plan"]
    assert len(imported.sections["contracts"]) == 2


def test_a_hostile_table_harms_nobody(guessed: Guessed) -> None:
    found, _ = guessed(systems_csv="System,\u202e<script>,=cmd\nA\u202e,x\x1b[0m,=1+1\n")
    assert not {sign for sign in found.text if not sign.isprintable()} - {"\n", "\u202e"}
    assert "\u202e" not in "".join(line for line in found.text.splitlines() if "#" in line)


TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), include_characters="\t,;\"'{}#:"),
    max_size=8,
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(TEXT, min_size=1, max_size=4),
    st.lists(st.lists(TEXT, min_size=1, max_size=4), max_size=4),
)
def test_whatever_a_table_holds_each_column_is_placed_or_said_not_to_be(
    tmp_path: Path, headings: list[str], rows: list[list[str]]
) -> None:
    path = tmp_path / "systems.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([["System", *headings], *(["A", *row] for row in rows)])
    found = guess([path], bundled())
    (tmp_path / "mapping.yaml").write_text(found.text, "utf-8")
    if found.tables:
        imported = convert(tmp_path / "mapping.yaml", [path])
        assert "no output uses this column" not in {loss.reason for loss in imported.losses}
