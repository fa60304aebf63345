from __future__ import annotations

import pytest
from tests.duplicates.written import COUNCILS, MINE, THEIRS, two
from tests.facts.written import facts_of

from estate.duplicates.contests import contests_of, standing_of

Told = list[tuple[str, tuple[str, ...], tuple[str, ...]]]


def contests(text: str) -> Told:
    return [(c.scope, c.organisations, c.members) for c in contests_of(facts_of(text))]


def standings(text: str) -> dict[str, str]:
    return {found.id: standing_of(found) for found in facts_of(text).subjects("duplication")}


def apps(*fields: str) -> str:
    made = "".join(f"  a{n}: {{name: A{n}, {field}}}\n" for n, field in enumerate(fields, 1))
    return f"{COUNCILS}\napplications:\n{made}"


def test_products_for_one_service_compete_in_their_organisation() -> None:
    assert contests(two()) == [("organisation", ("marram",), ("one", "two"))]


@pytest.mark.parametrize(
    "apart",
    ["category: corporate", "replaces: [one]", "fails_over_to: [one]", "environment: test"],
)
def test_what_does_not_compete_is_no_contest(apart: str) -> None:
    text = two().replace("category: line-of-business, supports: [planning]}\n\n", "")
    mine = "organisation: marram, supports: [planning]"
    head = text.partition("applications:")[0]
    other = f"  two: {{name: Two, product: beta, {mine}, {apart}}}\n"
    one = f"  one: {{name: One, product: alpha, {MINE}}}\n"
    assert contests(f"{head}applications:\n{one}{other}") == []


def test_systems_of_two_organisations_are_a_contest_across_them() -> None:
    text = apps(f"product: alpha, {MINE}", f"product: beta, {THEIRS}")
    assert contests(text) == [("across", ("marram", "saltern"), ("a1", "a2"))]


def test_who_competes_in_one_organisation_and_across_is_in_both_contests() -> None:
    text = apps(f"product: alpha, {MINE}", f"product: beta, {MINE}", f"product: gamma, {THEIRS}")
    assert contests(text) == [
        ("organisation", ("marram",), ("a1", "a2")),
        ("across", ("marram", "saltern"), ("a1", "a2", "a3")),
    ]


def test_the_same_systems_for_several_services_are_one_contest() -> None:
    both = MINE.replace("[planning]", "[planning, trees]")
    text = apps(f"product: alpha, {both}", f"product: beta, {both}")
    text = text.replace(
        "services:", "services:\n  trees: {name: Trees, organisation: marram, lgsl: 508}"
    )
    (found,) = contests_of(facts_of(text))
    assert [group.id for group in found.groups] == ["service:lgsl-508", "service:lgsl-516"]


def test_instances_of_one_product_are_a_contest_unless_one_stands_in_for_the_other() -> None:
    mine = "organisation: marram, product: alpha"
    assert contests(apps(mine, mine)) == [("organisation", ("marram",), ("a1", "a2"))]
    assert contests(apps(mine, f"{mine}, fails_over_to: [a1]")) == []
    assert contests(apps(mine, mine, f"{mine}, fails_over_to: [a1]")) == [
        ("organisation", ("marram",), ("a2", "a3"))
    ]


def test_instances_of_two_organisations_are_a_contest_across_them() -> None:
    text = apps("organisation: marram, product: alpha", "organisation: saltern, product: alpha")
    assert contests(text) == [("across", ("marram", "saltern"), ("a1", "a2"))]
    assert contests(apps("product: alpha", "product: alpha")) == []


def test_platforms_with_one_capability_are_a_contest_and_others_with_it_are_not() -> None:
    mine = "organisation: marram, capabilities: [forms]"
    text = apps(f"{mine}, category: platform", f"{mine}, category: platform", mine)
    assert contests(text) == [("organisation", ("marram",), ("a1", "a2"))]


def test_a_group_without_a_contest_is_complementary_or_unknown() -> None:
    known = "organisation: marram, supports: [planning], product: "
    apart = apps(f"{known}alpha, category: corporate", f"{known}beta, category: corporate")
    assert standings(apart) == {"service:lgsl-516": "complementary"}
    assert standings(apps(f"{known}alpha", f"{known}beta")) == {"service:lgsl-516": "unknown"}
    assert standings(two()) == {"service:lgsl-516": "competing"}
