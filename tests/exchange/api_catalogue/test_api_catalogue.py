from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.exchange.ours import WILD, back, estate_of, example, plain

from estate.errors import ExchangeError
from estate.exchange import Imported
from estate.exchange.api_catalogue.read import read
from estate.exchange.api_catalogue.write import COLUMNS, write
from estate.exchange.inward import Source

HEAD = "dateAdded,url,name,description,documentation,license,maintainer,startDate,endDate,provider"


def _read(*rows: str, more: str = "") -> Imported:
    sources = [Source("catalogue.csv", "\n".join([HEAD, *rows]).encode())]
    if more:
        sources.append(Source("organisation.csv", more.encode()))
    return read(sources, "api-catalogue")


def test_an_entry_is_an_api_of_its_provider() -> None:
    imported = _read(
        "2020-01-01,https://a.test,Pay,One\\nTwo,https://d.test,ISC,team@x.test,2020-02-01,,gds",
        "2020-01-01,ftp://a.test,Other,,,,,soon,2030-01-01,gds",
        more="id,name,alternateName,url\ngds,Government Digital Service,GDS,https://g.test\n",
    )
    assert imported.sections["apis"]["pay"] == {
        "name": "Pay",
        "description": "One\nTwo",
        "documentation": "https://d.test",
        "licence": "ISC",
        "maintainer": "team@x.test",
        "organisation": ["gds"],
        "from": "2020-02-01",
        "links": {"endpoint": "https://a.test"},
        "transport": "https",
        "source": "catalogue.csv entry 2",
    }
    assert imported.sections["apis"]["other"]["until"] == "2030-01-01"
    assert imported.sections["organisations"]["gds"]["name"] == "Government Digital Service"
    assert sorted(loss.column for loss in imported.losses) == ["dateadded", "startdate"]


def test_one_name_of_two_providers_is_two_apis() -> None:
    imported = _read(",,Pay,,,,,,,A", ",,Pay,,,,,,,B", ",u,,,,,,,,C")
    assert [*imported.sections["apis"]] == ["a-pay", "b-pay"]
    assert [loss.reason for loss in imported.losses] == ["it has no name"]


@pytest.mark.parametrize("text", ["a,b\n1,2\n", "", '"a\n'])
def test_what_is_not_the_catalogue_is_refused(text: str) -> None:
    with pytest.raises(ExchangeError):
        read([Source("x.csv", text.encode())], "api-catalogue")


TEXTS = st.sampled_from(["", "A text", *WILD])
DAYS = st.sampled_from(["", "2020-01-31"])
FIELDS = st.fixed_dictionaries(
    {
        **dict.fromkeys(("description", "documentation", "licence", "maintainer"), TEXTS),
        "from": DAYS,
        "until": st.sampled_from(["", "2030-01-31"]),
        "endpoint": st.sampled_from(["", "https://a.test", "=x"]),
    }
)


@settings(max_examples=50)
@given(st.lists(FIELDS, max_size=5))
def test_export_then_import_gives_the_same_apis(apis: list[dict[str, Any]]) -> None:
    records = {}
    for number, fields in enumerate(apis):
        endpoint = fields.pop("endpoint")
        kept = {name: text for name, text in fields.items() if text}
        links = {"links": {"endpoint": endpoint}} if endpoint else {}
        records[f"api-{number}"] = {"name": f"API {number}", "organisation": ["c"], **kept, **links}
    estate = estate_of({"organisations": {"c": {"name": "C"}}, "apis": records})
    found = plain(back(write(estate), read)).get("apis", {})
    for fields in found.values():
        fields.pop("transport", None)
        del fields["source"]
    assert found == records


def test_what_the_catalogue_cannot_hold_is_said() -> None:
    exported = write(example())
    text = exported.files[""]
    assert isinstance(text, str)
    assert text.startswith(",".join(COLUMNS) + "\r\n")
    assert exported.records == {"apis": len(example().sections["apis"])}
    said = {(o.section, o.field): o.reason for o in exported.omissions}
    assert said["apis", "organisation"] == "only one provider fits (saltern does not)"
    assert ("apis", "owner") in said
