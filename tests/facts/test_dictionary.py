from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.facts.written import WORDS, dune

from estate.facts import Dictionary, Fact, Type, dictionary, documented
from estate.facts.facts import Facts
from estate.model import ANY, SECTIONS
from estate.model.scalars import Term

SCALARS: dict[str, type | tuple[type, ...]] = {
    "text": str,
    "number": (int, float),
    "date": date,
    "duration": timedelta,
    "term": Term,
    "boolean": bool,
    "enumeration": str,
}


def fact(owner: str, name: str) -> Fact:
    return Fact(owner, name, Type("text"), f"The {name}.", attribute=name)


def test_a_kind_has_its_own_facts_and_those_of_wider_kinds() -> None:
    words = Dictionary(
        [fact("entry", "a"), fact("asset", "b"), fact("server", "a"), fact("site", "c")],
        {"asset": ("entry",), "server": ("asset",), "site": ("asset",)},
    )

    assert words.kinds() == ("asset", "entry", "server", "site")
    assert {name: f.owner for name, f in words.of("server").items()} == {
        "a": "server",
        "b": "asset",
    }
    found = words.find("site", "a")
    assert found is not None
    assert found.owner == "entry"
    assert words.find("server", "c") is None
    assert [f.name for f in words.facts()] == ["b", "a", "a", "c"]


@pytest.mark.parametrize(
    ("kind", "name", "expected"),
    [
        ("server", "until", Type("date", ends=True)),
        ("application", "begins", Type("date")),
        ("application", "mfa", Type("boolean")),
        ("application", "users", Type("users")),
        ("users", "named", Type("number")),
        ("recovery", "rto", Type("duration")),
        ("contract", "notice", Type("term")),
        ("server", "software", Type("software", many=True)),
        ("application", "capabilities", Type("text", many=True)),
        ("service", "lgsl", Type("number")),
        ("policy", "horizons", Type("term", many=True)),
        ("service", "channels", Type(
            "enumeration", many=True, values=("online", "phone", "face-to-face", "post"))),
    ],
)  # fmt: skip
def test_fields_have_the_types_that_the_model_says(kind: str, name: str, expected: Type) -> None:
    found = WORDS.find(kind, name)

    assert found is not None
    assert found.type == expected


@pytest.mark.parametrize(
    ("kind", "name", "open_"),
    [
        ("server", "name", False),
        ("server", "status", False),
        ("server", "until", False),
        ("server", "owner", True),
        ("licence", "extended_support", False),
        ("licence", "starts", False),
        ("product", "standard", False),
        ("product", "withdrawn", False),
        ("product", "vendor", True),
    ],
)
def test_a_fact_is_open_where_the_format_gives_silence_no_meaning(
    kind: str, name: str, *, open_: bool
) -> None:
    found = WORDS.find(kind, name)

    assert found is not None
    assert found.open is open_


def test_a_field_is_settled_under_the_name_that_files_have_for_it() -> None:
    found = WORDS.find("server", "begins")

    assert found is not None
    assert found.settles == ("from",)


def test_every_kind_of_record_has_facts() -> None:
    records = {kind.kind for kind in SECTIONS.values()}

    assert records | {"installation", "duplication", "asset"} <= set(WORDS.kinds())
    assert all(WORDS.find(kind, "state") for kind in ANY)


def test_every_type_of_a_fact_is_a_scalar_or_a_kind_that_has_facts() -> None:
    kinds = set(WORDS.kinds())

    assert not {
        f.column for f in WORDS.facts() if f.type.name not in SCALARS | dict.fromkeys(kinds)
    }


def test_every_fact_says_what_it_means() -> None:
    documents = dict(documented(dictionary([fact("server", "more")])))

    assert all(doc.endswith(".") for doc in documents.values())
    assert "The more." in documents.values()


ESTATE = """
organisations: {marram: {name: Marram}}
services: {tax: {name: Tax, organisation: marram, lgsl: 57, criticality: critical}}
applications:
  ledger:
    name: Ledger
    organisation: marram
    product: dune-db
    version: "19"
    supports: [tax]
    runs_on: [srv]
    requires: [{product: dune-os, versions: "1"}]
  books: {name: Books, organisation: marram, product: x, supports: [tax], covered_by: [con]}
servers: {srv: {name: SRV, exposure: internet, software: [dune-os@1, dune-os@2]}}
contracts: {con: {name: Con, starts: 2020-01-01, ends: 2020-12-31}}
projects:
  prj: {name: P, changes: [{on: 2027-01-01, retire: ledger}]}
"""


def _fits(value: object, kind: Type) -> bool:
    if kind.many:
        members = value if isinstance(value, tuple) else (object(),)
        return all(member is None or _fits(member, kind.member) for member in members)
    if kind.name not in SCALARS:
        return not isinstance(value, str | tuple | bool | int)
    in_words = not kind.values or value in (*kind.values, "")
    return isinstance(value, SCALARS[kind.name]) and in_words


def _values(facts: Facts, kind: str) -> list[tuple[Fact, object]]:
    return [
        (
            found,
            facts.column(found.column)[one.id] if found.derived else getattr(one, found.attribute),
        )
        for one in facts.subjects(kind)
        for found in WORDS.of(kind).values()
    ]


@pytest.mark.parametrize(
    "kind",
    ["application", "server", "service", "contract", "installation", "product", "duplication"],
)
def test_facts_of_subjects_are_what_the_dictionary_says(kind: str) -> None:
    values = _values(dune(ESTATE), kind)

    assert values
    wrong = [
        (found.column, value)
        for found, value in values
        if (not found.open if value is None else not _fits(value, found.type))
    ]
    assert not wrong
