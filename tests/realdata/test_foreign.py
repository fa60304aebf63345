"""Every file of a foreign format in the real data imports, and what becomes of it adds up."""

from __future__ import annotations

import json
import re
from collections import Counter

import pytest
from tests.realdata.estates import source
from tests.realdata.foreign import FILES, Foreign, counts, foreign
from tests.realdata.markdown import blocks
from tests.realdata.tables import PAGE

from estate.exchange.formats import FORMATS, format_of, import_files

pytestmark = pytest.mark.realdata
NONE = {"archimate capability-model", "cyclonedx a VEX file"}
"""What holds nothing that an inventory records."""


@pytest.fixture(scope="module")
def imports(tmp_path_factory: pytest.TempPathFactory) -> list[Foreign]:
    return foreign(tmp_path_factory.mktemp("foreign"))


def test_the_page_tells_what_a_fresh_run_gives(imports: list[Foreign]) -> None:
    assert counts(imports) == blocks(PAGE.read_text("utf-8"))["foreign-counts"]


def test_all_but_two_files_give_an_estate_that_can_be_judged(imports: list[Foreign]) -> None:
    assert {f"{each.form} {each.what}" for each in imports if each.run is None} == NONE


def test_everything_read_is_used_or_lost_with_a_reason(imports: list[Foreign]) -> None:
    for each in imports:
        lost = Counter(loss.table for loss in each.imported.losses if loss.kind == "row")
        for kind, count in each.imported.counts.tables.items():
            assert count.rows == count.used + count.lost, each.what
            assert count.lost == lost[kind], each.what
        assert all(loss.reason for loss in each.imported.losses)


def test_ids_and_losses_are_the_same_each_time(imports: list[Foreign]) -> None:
    for each, (form, what, place, files) in list(zip(imports, FILES, strict=True))[::7]:
        again = import_files(format_of(form), [source(place) / file for file in files])
        assert again == each.imported, what


def test_every_format_with_real_data_is_here() -> None:
    without = {"graphml", "lgr", "netbox", "parquet", "servicenow", "structurizr"}
    assert {form for form, *_ in FILES} == {form.name for form in FORMATS} - without


@pytest.mark.parametrize(
    "file",
    ["SBOM/dropwizard-1.3.15/bom.json", "SBOM/laravel-7.12.0/bom.1.2.json"],
)
def test_a_bill_is_counted_a_second_time(file: str, imports: list[Foreign]) -> None:
    place = [files for _, _, _, files in FILES].index((file,))
    document = json.loads((source("cyclonedx-bom-examples") / file).read_text("utf-8"))
    (application,) = imports[place].imported.sections["applications"].values()
    assert len(application["software"]) == len(document["components"])
    assert {item.partition("@")[0] for item in application["software"]} == {
        component["purl"].partition("@")[0] for component in document["components"]
    }


def test_json_and_xml_of_one_bill_say_the_same(imports: list[Foreign]) -> None:
    one, other = (each.imported.sections for each in imports[:2])
    (first,), (second,) = one["applications"].values(), other["applications"].values()
    assert {k: v for k, v in first.items() if k != "source"} == {
        k: v for k, v in second.items() if k != "source"
    }


def test_both_spellings_of_a_model_say_the_same(imports: list[Foreign]) -> None:
    found = {(each.form, each.what): each.imported for each in imports}
    for what in ("archisurance", "enroll-system"):
        one, other = found["archimate", what], found["archi", what]
        assert one.counts.records == other.counts.records
        for section, records in one.sections.items():
            both = (part.sections[section].values() for part in (one, other))
            first, second = ([" ".join(r["name"].split()) for r in part] for part in both)
            assert sorted(first) == sorted(second)
            # The two files of the other model know its elements by different identifiers.
            if what == "archisurance":
                assert records.keys() == other.sections[section].keys()


def test_elements_of_models_are_counted_a_second_time(imports: list[Foreign]) -> None:
    for each, (form, _, place, files) in zip(imports, FILES, strict=True):
        if form == "archimate":
            text = (source(place) / files[0]).read_text("utf-8")
            tables = each.imported.counts.tables
            assert tables["concept"].rows == len(re.findall(r"<element ", text))
            relationships = len(re.findall(r"<relationship ", text))
            assert tables["relationship"].rows == relationships
