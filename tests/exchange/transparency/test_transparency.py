from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.exchange.ours import WILD, back, estate_of, example, plain

from estate.errors import ExchangeError
from estate.exchange import Imported
from estate.exchange.inward import Source
from estate.exchange.transparency.columns import COLUMNS
from estate.exchange.transparency.read import read
from estate.exchange.transparency.write import write


def _read(text: str) -> Imported:
    return read([Source("r.csv", text.encode())], "transparency")


def test_a_row_is_a_contract_with_its_supplier() -> None:
    imported = _read(
        "Council,Contract Ref,Contract Title,Directorate,Description,Supplier,Annual Value,"
        "Contract Value,Start Date,End Date,Review Date,Process,SME,Extension\n"
        "Holm,DN1,Care system,Adults,Software,Acme Ltd,£12000.50,£60k,01/04/2022,2027-03-31,"
        "2026-09-30,Tender,Yes,2 years\n"
    )
    assert imported.sections["contracts"]["care-system"] == {
        "name": "Care system",
        "reference": "DN1",
        "organisation": ["holm"],
        "starts": "2022-04-01",
        "ends": "2027-03-31",
        "review_by": "2026-09-30",
        "value": "12000.50",
        "published": {
            "title": "Care system",
            "description": "Software",
            "department": "Adults",
            "process": "Tender",
            "sme": True,
        },
        "notes": "Sum over the length of the contract: £60k",
        "supplied_by": ["acme-ltd"],
        "source": "r.csv contract 2",
    }
    assert [loss.column for loss in imported.losses] == ["Extension"]


def test_what_does_not_fit_is_lost() -> None:
    imported = _read(
        "title,supplier,start,annual value,sme,end\nA,S,soon,tbc,perhaps,2020-01-01\n,S,,,,\n"
        "A,T,2021-01-01,,no,2020-01-01\n"
    )
    assert [*imported.sections["contracts"]] == ["a-s", "a-t-2021-01-01"]
    assert sorted((loss.column, loss.value) for loss in imported.losses) == [
        ("", "{'supplier': 'S'}"),
        ("annual", "tbc"),
        ("ends", "2020-01-01"),
        ("sme", "perhaps"),
        ("starts", "soon"),
    ]


def test_what_is_no_register_is_refused() -> None:
    with pytest.raises(ExchangeError) as caught:
        _read("title,price\nA,1\n")
    assert str(caught.value.problems[0]).startswith("r.csv:1:1: this is no contracts register")


TEXTS = st.sampled_from(["", "A text", *WILD])
FIELDS = st.fixed_dictionaries(
    {
        "reference": TEXTS,
        "starts": st.sampled_from(["", "2020-01-31"]),
        "ends": st.sampled_from(["", "2030-01-31"]),
        "review_by": st.sampled_from(["", "2025-01-31"]),
        "value": st.sampled_from(["", 0, 12, 12.5]),
        "published": st.fixed_dictionaries(
            {
                **dict.fromkeys(("description", "department", "process"), TEXTS),
                "sme": st.sampled_from(["", True, False]),
            }
        ),
    }
)


@settings(max_examples=50)
@given(st.lists(FIELDS, max_size=5))
def test_export_then_import_gives_the_same_contracts(rows: list[dict[str, Any]]) -> None:
    records = {}
    for number, fields in enumerate(rows):
        published = {name: v for name, v in fields["published"].items() if v != ""}
        name = f"Contract {number}"
        records[f"contract-{number}"] = {
            **{key: value for key, value in fields.items() if value != ""},
            "name": name,
            "published": {"title": name, **published},
            "organisation": ["c"],
            "supplied_by": ["s"],
        }
    estate = estate_of(
        {
            "organisations": {"c": {"name": "C"}},
            "suppliers": {"s": {"name": "S"}},
            "contracts": records,
        }
    )
    found = plain(back(write(estate), read)).get("contracts", {})
    for fields in found.values():
        del fields["source"]
    assert found == records


def test_the_register_of_the_example() -> None:
    exported = write(example())
    text = exported.files[""]
    assert isinstance(text, str)
    rows = [*csv.DictReader(io.StringIO(text, newline=""))]
    assert [*rows[0]] == [*COLUMNS.values()]
    assert len(rows) == len(example().sections["contracts"])
    said = {(o.section, o.field) for o in exported.omissions}
    assert {("contracts", "covers"), ("contracts", "notice"), ("suppliers", "")} <= said


def test_sums_that_an_import_noted_go_out_again() -> None:
    notes = "Sum over the length of the contract: 5\nVAT: 1"
    estate = estate_of({"contracts": {"c": {"name": "C", "notes": notes}}})
    (row,) = csv.DictReader(io.StringIO(str(write(estate).files[""]), newline=""))
    assert (row[COLUMNS["total"]], row[COLUMNS["vat"]]) == ("5", "1")
    assert not write(estate).omissions
