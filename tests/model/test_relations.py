"""The table of relations against the format, and the records against the table."""

from __future__ import annotations

from typing import Any

import pytest

from estate.model import (
    ANY,
    REFERENCES,
    RELATIONS,
    SECTION_OF,
    SECTIONS,
    Asset,
    Contract,
    Link,
    Reference,
    links_of,
    relations_of,
)
from estate.model.fields import fields_of
from estate.model.record import record_in

# The table of the inventory format: field, who may have it, what it may point at, who needs whom.
FORMAT = {
    "runs_on": ("application api", "server device application", "owner"),
    "hosted_on": ("server", "server", "owner"),
    "located_at": ("server device connection", "site", "owner"),
    "uses": ("application", "application", "owner"),
    "consumes": ("application service", "api", "owner"),
    "provides": ("application", "api", "target"),
    "stores_in": ("application", "application server", "owner"),
    "supports": ("application api server connection", "service", "target"),
    "depends_on": (" ".join(ANY), " ".join(ANY), "owner"),
    "holds": ("application server", "dataset", "none"),
    "sends_to": ("application api", "application api supplier", "none"),
    "connects": ("connection", "site", "none"),
    "licensed_by": (" ".join(ANY), "licence", "none"),
    "covered_by": (" ".join(ANY), "contract agreement", "none"),
    "supplied_by": (" ".join(ANY), "supplier", "none"),
    "backs_up_to": (" ".join(ANY), "site server application", "none"),
    "fails_over_to": (" ".join(ANY), "", "either"),
    "replaces": (" ".join(ANY), " ".join(ANY), "none"),
}


def test_the_table_is_that_of_the_format() -> None:
    stated = {
        relation.name: (" ".join(relation.owners), " ".join(relation.targets), relation.need)
        for relation in RELATIONS
    }

    assert stated == FORMAT


@pytest.mark.parametrize("kind", SECTIONS.values(), ids=lambda kind: str(kind.kind))
def test_a_record_has_the_fields_of_its_relations_and_of_no_other(kind: type) -> None:
    holders = {holder for relation in RELATIONS for holder in relation.holders}
    name = str(vars(kind)["kind"])

    assert holders & set(fields_of(kind)) == {holder for _, holder in relations_of(name)}


def test_what_fails_over_stays_within_its_kind() -> None:
    relation = next(relation for relation in RELATIONS if relation.name == "fails_over_to")

    assert relation.allowed("server") == ("server",)


@pytest.mark.parametrize("reference", REFERENCES, ids=lambda ref: ".".join((ref.owner, *ref.path)))
def test_a_reference_leads_through_fields_that_are_there(reference: Reference) -> None:
    kind: Any = SECTIONS[SECTION_OF[reference.owner]]
    for step in reference.path:
        if step in {"*", "#"}:
            assert kind is not None or step == reference.path[-1]
            continue
        written = {field.written: field for field in fields_of(kind).values()}
        kind = record_in(written[step].annotation)
    assert set(reference.targets) <= SECTION_OF.keys()


def test_every_section_has_a_kind_of_its_own() -> None:
    assert [SECTIONS[section].kind for section in SECTION_OF.values()] == list(SECTION_OF)
    assert list(SECTION_OF.values()) == list(SECTIONS)


def test_assets_are_all_but_people_plans_and_products() -> None:
    others = {"organisation", "supplier", "product", "project", "exception"}
    assert set(ANY) == SECTION_OF.keys() - others
    assert {kind for kind, s in SECTION_OF.items() if issubclass(SECTIONS[s], Asset)} == set(ANY)


def test_the_links_of_a_record_come_with_their_relation_field_and_position() -> None:
    one = Link(to="a")
    two = Link(to="b", strength="soft")
    contract = Contract(id="c", name="C", supplier=(one,), depends_on=(one, two), replaces=())
    assert [(r.name, holder, at, link) for r, holder, at, link in links_of(contract)] == [
        ("depends_on", "depends_on", 0, one),
        ("depends_on", "depends_on", 1, two),
        ("supplied_by", "supplier", 0, one),
    ]
