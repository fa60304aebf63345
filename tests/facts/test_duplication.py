from __future__ import annotations

import pytest
from tests.facts.written import dune, facts_of, ids

from estate.facts import Duplication, Facts
from estate.findings import Place, Subject

COUNCILS = """
organisations:
  marram: {name: Marram}
  saltern: {name: Saltern}
  dune: {name: Dune, type: shared-service, members: [marram, saltern]}
"""
LINE = "category: line-of-business"


def groups(text: str) -> dict[str, Duplication]:
    return {found.id: found for found in facts_of(COUNCILS, text).subjects("duplication")}


def shares(found: Duplication, name: str) -> dict[str, int | None]:
    return {s.organisation: getattr(s, name) for s in found.by_organisation if s is not None}


def app(key: str, fields: str) -> str:
    return f"  {key}: {{name: {key.upper()}, {fields}}}\n"


def estate(services: str, **applications: str) -> str:
    apps = "".join(app(key, fields) for key, fields in applications.items())
    return f"services:\n{services}\napplications:\n{apps}"


PLANNING = "  planning: {name: Planning, organisation: marram, lgsl: 516}"
MINE = f"organisation: marram, {LINE}, supports: [planning]"


def competing(one: str, two: str, more: str = "") -> int | None:
    text = estate(PLANNING, one=f"{MINE}, {one}", two=f"{MINE}, {two}")
    found = groups(text + more)["service:lgsl-516"]
    return shares(found, "competing")["marram"]


@pytest.mark.parametrize(
    ("services", "supports", "expected"),
    [
        ("  a: {name: A, lgsl: 516}\n  b: {name: B, lgsl: 516}", ("a", "b"), "service:lgsl-516"),
        ("  a: {name: A, lgsl: 516, function: 101}", ("a", "a"), "service:lgsl-516"),
        (
            "  a: {name: A, function: 101}\n  b: {name: B, function: 101}",
            ("a", "b"),
            "function:101",
        ),
        ("  a: {name: A}", ("a", "a"), "service:a"),
        ("  a: {name: A, lgsl: 1234567}", ("a", "a"), "service:lgsl-1234567"),
    ],
)
def test_services_are_one_job_by_lgsl_else_by_function_else_by_themselves(
    services: str, supports: tuple[str, str], expected: str
) -> None:
    first, second = (f"organisation: marram, supports: [{key}]" for key in supports)

    found = groups(estate(services, one=first, two=second))

    assert list(found) == [expected]
    assert found[expected].level == expected.partition(":")[0]
    assert ids(found[expected].members) == ["one", "two"]
    assert ids(found[expected].services) == sorted(set(supports))


@pytest.mark.parametrize(
    "services",
    [
        "  a: {name: A, lgsl: 516}\n  b: {name: B, lgsl: 57}",
        "  a: {name: A, lgsl: 516, function: 101}\n  b: {name: B, function: 101}",
        "  a: {name: A}\n  b: {name: A}",
        "  a: {name: A, lgsl: 516}\n  b: {name: B, lgsl: 516, status: retired}",
    ],
)
def test_other_services_are_other_jobs(services: str) -> None:
    assert not groups(estate(services, one="supports: [a]", two="supports: [b]"))


@pytest.mark.parametrize(
    "fields",
    [
        "status: retired",
        "status: planned",
        "until: 2026-11-20",
        "environment: test",
        "environment: training",
        "environment: development",
    ],
)
def test_only_what_is_in_use_and_in_production_is_a_member(fields: str) -> None:
    assert not groups(estate(PLANNING, one=MINE, two=f"{MINE}, {fields}"))


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("product: alpha", "product: beta", 2),
        ("product: alpha", "product: alpha", 0),
        ("product: alpha", "product: Alpha", 0),
        ("product: alpha", "product: null", 2),
        ("product: null", "product: null", 2),
        ("product: alpha", "owner: X", None),
        ("owner: X", "owner: X", None),
        ("product: alpha, capabilities: [a, b]", "product: beta, capabilities: [b, c]", 2),
        ("product: alpha, capabilities: [a]", "product: beta, capabilities: [b]", 0),
        ("product: alpha, capabilities: [a]", "product: beta", 2),
        ("product: alpha, capabilities: [a]", "product: beta, capabilities: []", 2),
        ("product: alpha, capabilities: [a]", "capabilities: [b]", 0),
        ("product: alpha", "product: beta, replaces: [one]", 0),
        ("product: alpha, replaces: [two]", "product: beta", 0),
        ("product: alpha, fails_over_to: [two]", "product: beta", 0),
        ("product: alpha, replaces: [{to: two, until: 2026-11-20}]", "product: beta", 2),
    ],
)
def test_different_products_compete_unless_linked_or_with_other_capabilities(
    one: str, two: str, expected: int | None
) -> None:
    assert competing(one, two) == expected


def test_spellings_of_one_product_do_not_compete() -> None:
    facts = dune(
        COUNCILS
        + estate(PLANNING, one=f"{MINE}, product: dune-db", two=f"{MINE}, product: Dune SQL")
    )
    found = {group.id: group for group in facts.subjects("duplication")}

    assert shares(found["service:lgsl-516"], "competing") == {"marram": 0}
    assert found["product:dune-db"].name == "Dune Database"


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        (LINE, LINE, 2),
        (LINE, "category: corporate", 0),
        ("owner: X", "category: platform", 0),
        (LINE, "owner: X", None),
        ("owner: X", "owner: X", None),
    ],
)
def test_only_line_of_business_systems_compete(one: str, two: str, expected: int | None) -> None:
    common = "organisation: marram, supports: [planning]"
    text = estate(PLANNING, one=f"{common}, product: a, {one}", two=f"{common}, product: b, {two}")

    assert shares(groups(text)["service:lgsl-516"], "competing") == {"marram": expected}


def test_what_surely_competes_is_counted_whatever_else_may() -> None:
    text = estate(
        PLANNING,
        one=f"{MINE}, product: alpha",
        two=f"{MINE}, product: beta",
        three=f"{MINE}, product: beta",
        four=MINE,
        five=f"{MINE}, product: gamma, replaces: [one, two, three]",
    )

    found = groups(text)["service:lgsl-516"]

    assert shares(found, "competing") == {"marram": 2}
    assert found.products == ("alpha", "beta", "gamma", None)


def test_a_doubt_behind_pairs_that_do_not_compete_is_found() -> None:
    text = estate(
        PLANNING,
        one=f"{MINE}, capabilities: [a]",
        two=f"{MINE}, capabilities: [b]",
        three=f"{MINE}, capabilities: [b]",
    )

    assert shares(groups(text)["service:lgsl-516"], "competing") == {"marram": None}


BOTH = "  planning: {name: P, organisation: [marram, saltern], lgsl: 516}"


@pytest.mark.parametrize(
    ("services", "one", "two", "within", "across"),
    [
        # Each runs its own, with what it has.
        (BOTH, "marram", "saltern", {"marram": 0, "saltern": 0}, 2),
        (BOTH, "marram", "marram", {"marram": 2}, 0),
        (BOTH, "dune", "saltern", {"marram": 0, "saltern": 2}, 0),
        (BOTH, "dune", "dune", {"marram": 2, "saltern": 2}, 0),
        (BOTH.replace("[marram, saltern]", "dune"), "marram", "saltern",
         {"marram": 0, "saltern": 0}, 2),
        # One service of both.
        (BOTH.replace("lgsl", "joint: true, lgsl"), "marram", "saltern",
         {"marram": 2, "saltern": 2}, 0),
        ("  planning: {name: P, joint: true, lgsl: 516}", "marram", "saltern",
         {"marram": 2, "saltern": 2}, 0),
        # A service of one, whoever has the system.
        (PLANNING, "marram", "saltern", {"marram": 2}, 0),
        # Nobody says whose service it is: that of whoever has the system.
        ("  planning: {name: P, lgsl: 516}", "marram", "saltern", {"marram": 0, "saltern": 0}, 2),
    ],
)  # fmt: skip
def test_systems_meet_in_the_organisations_that_they_serve(
    services: str, one: str, two: str, within: dict[str, int], across: int
) -> None:
    common = f"{LINE}, supports: [planning]"
    text = estate(
        services,
        one=f"{common}, product: a, organisation: {one}",
        two=f"{common}, product: b, organisation: {two}",
    )

    found = groups(text)["service:lgsl-516"]

    assert shares(found, "competing") == within
    assert found.across == across
    assert found.organisations == tuple(within)


def test_a_system_of_a_third_party_serves_whose_service_it_is() -> None:
    services = BOTH.replace("[marram, saltern]", "[marram, third]")
    text = estate(
        services,
        one=f"{LINE}, supports: [planning], product: a, organisation: saltern",
        two=f"{LINE}, supports: [planning], product: b, organisation: marram",
    )
    found = {
        group.id: group
        for group in facts_of(COUNCILS + "  third: {name: T}\n" + text).subjects("duplication")
    }

    assert shares(found["service:lgsl-516"], "competing") == {"marram": 2, "third": 0}


def test_a_service_of_its_own_in_each_organisation_competes_across_them() -> None:
    services = f"{PLANNING}\n  other: {{name: O, organisation: saltern, lgsl: 516}}"
    text = estate(
        services,
        one=f"{MINE}, product: a",
        two=f"organisation: saltern, {LINE}, product: b, supports: [other]",
        three=f"organisation: saltern, {LINE}, supports: [other]",
    )

    found = groups(text)["service:lgsl-516"]

    assert found.across == 2
    assert shares(found, "competing") == {"marram": 0, "saltern": None}


@pytest.mark.parametrize(
    ("one", "two", "within", "across", "unknown_shares"),
    [
        ("organisation: marram", "owner: X", {"marram": None}, None, 0),
        ("owner: X", "owner: X", {}, None, 1),
        ("organisation: []", "organisation: marram", {"marram": None}, None, 0),
    ],
)
def test_whom_a_system_serves_may_be_unknown(
    one: str, two: str, within: dict[str, int | None], across: int | None, unknown_shares: int
) -> None:
    common = f"{LINE}, supports: [planning]"
    text = estate(
        "  planning: {name: P, lgsl: 516}",
        one=f"{common}, product: a, {one}",
        two=f"{common}, product: b, {two}",
    )

    found = groups(text)["service:lgsl-516"]

    assert shares(found, "competing") == within
    assert found.across is across
    assert found.by_organisation.count(None) == unknown_shares
    assert found.organisations == (*within, None)


def test_an_unknown_organisation_hides_no_certain_duplicate() -> None:
    text = estate(
        PLANNING.replace("organisation: marram, ", ""),
        one=f"{MINE}, product: a",
        two=f"{MINE}, product: b",
        three=f"{LINE}, supports: [planning], product: c",
        four=f"{LINE}, supports: [planning], product: c",
    )

    found = groups(text)["service:lgsl-516"]

    assert shares(found, "competing") == {"marram": 2}
    assert shares(found, "instances") == {"marram": 2}


def instances(**applications: str) -> int | None:
    apps = {key: f"product: alpha, {fields}" for key, fields in applications.items()}
    found = groups(estate("  s: {name: S}", **apps))["product:alpha"]
    return shares(found, "instances")["marram"]


M = "organisation: marram"


@pytest.mark.parametrize(
    ("applications", "expected"),
    [
        ({"a": M, "b": M}, 2),
        ({"a": M, "b": M, "c": M}, 3),
        ({"a": M, "b": f"{M}, fails_over_to: [a]"}, 1),
        ({"a": f"{M}, fails_over_to: [b]", "b": f"{M}, fails_over_to: [c]", "c": M}, 1),
        ({"a": f"{M}, fails_over_to: [c]", "b": f"{M}, fails_over_to: [c]", "c": M}, 1),
        ({"a": f"{M}, replaces: [b]", "b": M}, 1),
        ({"a": f"{M}, replaces: [c]", "b": f"{M}, replaces: [c]", "c": M}, 2),
        ({"a": M, "b": M, "c": f"{M}, replaces: [b]"}, 2),
        ({"a": f"{M}, replaces: [b]", "b": f"{M}, replaces: [a]"}, 2),
        ({"a": M, "b": "organisation: saltern"}, 1),
        ({"a": "organisation: dune", "b": M}, 2),
        ({"a": M, "b": "owner: X"}, None),
        ({"a": M, "b": M, "c": "owner: X"}, 2),
    ],
)
def test_separate_instances_are_those_that_neither_stand_in_for_nor_give_way_to_another(
    applications: dict[str, str], expected: int | None
) -> None:
    assert instances(**applications) == expected


def test_instances_of_a_product_do_not_compete_with_each_other() -> None:
    text = estate("  s: {name: S}", a=f"{M}, product: x, {LINE}", b="product: x")

    found = groups(text)["product:x"]

    assert shares(found, "competing") == {"marram": 0}
    assert found.across == 0


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("category: platform", "category: platform", 2),
        ("category: platform", LINE, 1),
        ("category: platform", "owner: X", None),
        ("owner: X", "owner: X", None),
        (LINE, "owner: X", 0),
    ],
)
def test_platforms_are_counted_where_it_is_known_whether_there_are_two(
    one: str, two: str, expected: int | None
) -> None:
    common = "organisation: marram, capabilities: [forms]"
    found = groups(estate("  s: {name: S}", one=f"{common}, {one}", two=f"{common}, {two}"))

    assert shares(found["capability:forms"], "platforms") == {"marram": expected}


def test_a_platform_of_an_unknown_organisation_may_be_the_second() -> None:
    text = estate(
        "  s: {name: S}",
        one="organisation: marram, category: platform, capabilities: [forms]",
        two="category: platform, capabilities: [forms]",
        three=f"{LINE}, capabilities: [forms]",
    )

    assert shares(groups(text)["capability:forms"], "platforms") == {"marram": None}


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("{capital: 1, revenue: 10}", "{revenue: 5}", 16),
        ("{capital: 1}", "{}", 1),
        ("{capital: 1}", None, None),
    ],
)
def test_the_cost_of_all_is_known_where_that_of_each_is(
    one: str, two: str | None, expected: float | None
) -> None:
    second = f"{MINE}, annual_cost: {two}" if two else MINE
    text = estate(PLANNING, one=f"{MINE}, annual_cost: {one}", two=second)

    assert groups(text)["service:lgsl-516"].annual_cost == expected


def test_a_group_is_identified_by_its_members() -> None:
    facts = facts_of(COUNCILS, estate(PLANNING, one=MINE, two=MINE))
    (found,) = facts.subjects("duplication")

    subject, place = facts.describe("duplication", found)

    detail = (("members", ("one", "two")),)
    assert subject == Subject("duplication", "service:lgsl-516", detail, "Planning", ("marram",))
    assert place == Place("two")
    assert facts.describe("share", found.by_organisation[0])[1] == Place("one")


def facts_in_order(order: list[str]) -> Facts:
    apps = {key: f"{MINE}, product: {key}, capabilities: [x]" for key in order}
    return facts_of(COUNCILS, estate(PLANNING, **apps))


def test_the_order_of_records_changes_nothing() -> None:
    one, other = facts_in_order(["a", "b", "c"]), facts_in_order(["c", "a", "b"])

    assert one.subjects("duplication") == other.subjects("duplication")
