from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from lxml import etree
from tests.exchange.ours import back, differences, estate_of, estates, example, held, plain

from estate.exchange import Imported
from estate.exchange.archi import read as archi_read
from estate.exchange.archi import write as archi_write
from estate.exchange.archimate import read as open_read
from estate.exchange.archimate import write as open_write
from estate.exchange.archimate.drawn import TYPES
from estate.exchange.inward import Source
from estate.exchange.outward import Exported
from estate.model import Estate

Write = Callable[[Estate], Exported]
Read = Callable[[Sequence[Source], str], Imported]
BOTH = pytest.mark.parametrize(
    ("write", "read"),
    [
        (open_write.write, open_read.read),
        (archi_write.write, archi_read.read),
        (archi_write.write, open_read.read),
    ],
    ids=["exchange", "archi", "archi read by its root"],
)


def _schema() -> etree.XMLSchema:
    folder = Path(os.environ["ESTATE_REAL_DATA"]).resolve() / "schemas"

    class Here(etree.Resolver):  # type: ignore[misc] # lxml ships no types
        def resolve(self, url: str, public: str, context: Any) -> Any:  # noqa: ANN401 - lxml's own
            del public
            return self.resolve_filename(str(folder / url.rpartition("/")[2]), context)

    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(Here())
    return etree.XMLSchema(etree.parse(str(folder / "archimate3_Model.xsd"), parser))


@pytest.mark.realdata
def test_models_are_valid_by_the_schema_of_the_open_group() -> None:
    schema = _schema()
    hostile = {"applications": {"a": {"name": '<b>&"\x1b]', "description": "x\x00\ny"}}}
    for estate in (example(), estate_of({}), estate_of(hostile, "\x07")):
        text = open_write.write(estate).files[""]
        assert isinstance(text, str)
        document = etree.fromstring(text.encode())
        assert schema.validate(document), schema.error_log


@BOTH
def test_the_example_comes_back_whole(write: Write, read: Read) -> None:
    assert differences(plain(back(write(example()), read)), held(example(), TYPES)) == []


@BOTH
@settings(max_examples=15)
@given(estate=estates())
def test_export_then_import_gives_the_same_estate(write: Write, read: Read, estate: Estate) -> None:
    imported = back(write(estate), read)
    assert differences(plain(imported), held(estate, TYPES)) == []


@BOTH
def test_nothing_of_what_we_wrote_is_lost_but_references(write: Write, read: Read) -> None:
    imported = back(write(example()), read)
    reasons = Counter(loss.reason for loss in imported.losses)
    assert reasons.keys() <= {
        "names something that made no record",
        "an inventory has no drawings",
    }


@BOTH
def test_an_edited_relationship_is_seen(write: Write, read: Read) -> None:
    estate = estate_of({"applications": {"a": {"name": "A", "uses": ["b"]}, "b": {"name": "B"}}})
    text = write(estate).files[""]
    assert isinstance(text, str)
    turned = text.replace('source="id-b" target="id-a"', 'source="id-a" target="id-b"')
    turned = turned.replace("&quot;b&quot;", "").replace('["b"]', "[]")
    found = plain(read([Source("x", turned.encode())], "x"))["applications"]
    assert found["b"]["uses"] == ["a"]


@BOTH
def test_what_a_model_does_not_hold_is_said(write: Write, read: Read) -> None:
    del read
    said = {(omission.section, omission.field) for omission in write(example()).omissions}
    assert {("exceptions", ""), ("products", ""), ("organisations", "roles")} <= said


def test_every_relation_has_a_relationship() -> None:
    estate = estate_of(
        {
            "applications": {
                "a": {
                    "name": "A",
                    "runs_on": ["s"],
                    "provides": ["i"],
                    "supports": ["v"],
                    "holds": ["d"],
                    "sends_to": ["b", "u"],
                    "depends_on": ["s", "w"],
                    "replaces": ["b"],
                },
                "b": {"name": "B"},
            },
            "servers": {"s": {"name": "S", "located_at": ["w"], "software": ["x@1", "y"]}},
            "apis": {"i": {"name": "I"}},
            "services": {"v": {"name": "V"}},
            "datasets": {"d": {"name": "D"}},
            "sites": {"w": {"name": "W"}},
            "suppliers": {"u": {"name": "U"}},
        }
    )
    text = open_write.write(estate).files[""]
    assert isinstance(text, str)
    root = etree.fromstring(text.encode())
    space = "{http://www.opengroup.org/xsd/archimate/3.0/}"
    kind = "{http://www.w3.org/2001/XMLSchema-instance}type"
    names = {e.get("identifier"): e.findtext(f"{space}name") for e in root.iter(f"{space}element")}
    assert {
        (r.get(kind), names[r.get("source")], r.findtext(f"{space}name"), names[r.get("target")])
        for r in root.iter(f"{space}relationship")
    } == {
        ("Serving", "S", "runs on", "A"),
        ("Composition", "A", "provides", "I"),
        ("Serving", "A", "supports", "V"),
        ("Access", "A", "holds", "D"),
        ("Flow", "A", "sends to", "B"),
        ("Association", "A", "sends to", "U"),
        ("Serving", "S", "depends on", "A"),
        ("Association", "A", "depends on", "W"),
        ("Association", "A", "replaces", "B"),
        ("Aggregation", "W", "located at", "S"),
        ("Composition", "S", "software", "x 1"),
        ("Composition", "S", "software", "y"),
    }
