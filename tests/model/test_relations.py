"""The table of relations against the format, and the records against the table."""

from __future__ import annotations

import pytest

from estate.model import ANY, RELATIONS, SECTIONS, relations_of
from estate.model.fields import fields_of

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
