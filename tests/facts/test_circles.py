from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from tests.facts.plain_estates import TODAY, facts_about, facts_of
from tests.graph.small_estates import estates

from estate.facts.circles import circles
from estate.facts.dependencies import dependencies_of
from estate.findings import Place
from estate.graph import NEEDS, EstateGraph
from estate.model import Estate


def _found(**records: dict[str, Any]) -> list[tuple[str, ...]]:
    applications = {key: {"name": key, **fields} for key, fields in records.items()}
    return [circle.ids for circle in circles(facts_of({"applications": applications}))]


def test_a_circle_is_told_once_with_the_way_round() -> None:
    assert _found(b={"depends_on": ["c"]}, c={"depends_on": ["a"]}, a={"depends_on": ["b"]}) == [
        ("a", "b", "c", "a")
    ]


def test_uses_alone_make_none_and_the_way_leads_over_more() -> None:
    assert _found(a={"uses": ["b"]}, b={"uses": ["a"]}) == []
    assert _found(a={"uses": ["b"]}, b={"uses": ["a", "c"]}, c={"depends_on": ["b"]}) == [
        ("a", "b", "c", "b", "a")
    ]


def test_what_stands_outside_breaks_it() -> None:
    group = {"any_of": ["a", "spare"], "at_least": 1}
    assert _found(a={"depends_on": ["b"]}, b={"depends_on": [group]}, spare={}) == []
    both = {"any_of": ["a", "spare"], "at_least": 2}
    assert _found(a={"depends_on": ["b"]}, b={"depends_on": [both]}, spare={}) == [("a", "b", "a")]
    ready = {"depends_on": ["b"], "fails_over_to": ["spare"]}
    assert _found(a=ready, b={"depends_on": ["a"]}, spare={}) == []


def test_those_that_only_use_one_another_start_and_serve() -> None:
    found = _found(
        p={"uses": ["r"], "depends_on": ["x"]},
        r={"uses": ["p"]},
        x={"depends_on": [{"any_of": ["p", "q"], "at_least": 1}]},
        q={"uses": [{"any_of": ["s", "t"], "at_least": 2}]},
        s={"uses": ["q"]},
        t={},
    )
    assert found == []


def test_two_circles_are_two() -> None:
    found = _found(
        a={"depends_on": ["b"]},
        b={"depends_on": ["a"]},
        c={"depends_on": ["d", "a"]},
        d={"depends_on": ["c"]},
    )
    assert found == [("a", "b", "a"), ("c", "d", "c")]


def test_a_circle_is_told_of_its_first_member_and_identified_by_all() -> None:
    facts = facts_of(
        {
            "organisations": {"one": {"name": "One"}, "two": {"name": "Two"}},
            "servers": {
                "b": {"name": "B", "organisation": ["two"], "depends_on": ["a"]},
                "a": {"name": "A", "organisation": ["one"], "depends_on": ["b"]},
            },
        }
    )
    (circle,) = facts.subjects("cycle")
    subject, place = facts.describe("cycle", circle)
    assert str(circle.trail) == "a → b → a"
    assert subject.identity == {"kind": "server", "id": "a", "members": ["a", "b"]}
    assert (subject.name, subject.organisations) == ("A", ("one", "two"))
    assert place == Place("a")


@settings(max_examples=150)
@given(estates())
def test_a_circle_is_a_way_round_hard_needs_that_are_not_all_uses(estate: Estate) -> None:
    facts = facts_about(estate)
    rings = [set(cycle.members) for cycle in EstateGraph(estate, TODAY).cycles(NEEDS)]
    relations: dict[tuple[str, str], set[str]] = {}
    for need in dependencies_of(facts):
        if need.strength == "hard":
            for target in need.targets:
                relations.setdefault((need.source.id, target.id), set()).add(need.relation)
    for circle in circles(facts):
        members = {member.id for member in circle.members}
        steps = list(zip(circle.ids, circle.ids[1:], strict=False))
        assert any(members <= ring for ring in rings)
        assert circle.ids[0] == circle.ids[-1] == min(members)
        assert all(step in relations for step in steps)
        assert any(relations[step] - {"uses"} for step in steps)
