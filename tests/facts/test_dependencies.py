from __future__ import annotations

from datetime import timedelta

import pytest
from tests.facts.plain_estates import facts_of

from estate.facts import Facts
from estate.facts.dependencies import dependencies_of
from estate.model.types import NULL

HOUR = timedelta(hours=1)


def _pair(*items: object) -> Facts:
    return facts_of(
        {
            "servers": {
                "one": {"name": "One", "recovery": {"rto": "1h", "rpo": "2h"}},
                "two": {"name": "Two", "recovery": {"rto": "3h"}},
            },
            "applications": {
                "cases": {"name": "Cases", "organisation": [], "runs_on": list(items)}
            },
        }
    )


def test_a_dependency_is_identified_by_whom_it_names_in_which_relation() -> None:
    facts = _pair({"any_of": ["two", "one"]})
    (need,) = dependencies_of(facts)
    subject, place = facts.describe("dependency", need)
    assert subject.identity == {
        "kind": "dependency",
        "id": "cases",
        "targets": ["one", "two"],
        "relation": "runs_on",
    }
    assert (place.asset, place.path) == ("cases", ("runs_on", 0))


def test_the_service_needs_what_says_that_it_supports_it() -> None:
    facts = facts_of(
        {
            "services": {"planning": {"name": "Planning"}},
            "applications": {"cases": {"name": "Cases", "supports": ["planning"]}},
        }
    )
    (need,) = dependencies_of(facts)
    assert (need.source.id, need.targets[0].id) == ("planning", "cases")
    assert facts.describe("dependency", need)[1].asset == "cases"
    assert need.due_in is None


@pytest.mark.parametrize(
    ("fields", "needed"),
    [
        ({"status": "proposed"}, False),
        ({"status": "planned"}, False),
        ({"from": "2026-11-22"}, False),
        ({"from": "2026-11-21"}, True),
        ({"status": "retiring"}, True),
        ({"status": "retired"}, True),
    ],
)
def test_a_service_does_not_need_yet_what_is_still_to_come(
    fields: dict[str, str],
    needed: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    cases = {"name": "Cases", "supports": ["planning"], **fields}
    services = {"planning": {"name": "Planning"}}
    facts = facts_of({"services": services, "applications": {"cases": cases}})
    assert bool(len(dependencies_of(facts))) is needed


def test_what_says_the_same_twice_is_one_and_the_hard_one_counts() -> None:
    (need,) = dependencies_of(_pair({"to": "one", "strength": "soft"}, "one"))
    assert need.strength == "hard"
    assert need.place.path == ("runs_on", 1)


def test_an_item_outside_its_days_is_none() -> None:
    assert not dependencies_of(_pair({"to": "one", "until": "2026-11-20"}))
    assert len(dependencies_of(_pair({"to": "one", "until": "2026-11-21"}))) == 1


def test_of_a_group_the_last_of_the_best_that_are_needed_counts() -> None:
    for least, hours in ((1, 1), (2, 3)):
        facts = _pair({"any_of": ["one", "two"], "at_least": least})
        (need,) = dependencies_of(facts)
        assert facts.column("dependency.back_in")[need.id] == hours * HOUR
        assert facts.column("asset.least_rto")["cases"] == hours * HOUR
        assert facts.column("asset.effective_rto")["cases"] is None  # its own is unknown


def test_an_unknown_that_cannot_matter_leaves_the_answer_known() -> None:
    facts = _pair({"any_of": ["one", "two"], "at_least": 1})
    (need,) = dependencies_of(facts)
    assert facts.column("dependency.least_loss")[need.id] == timedelta(0)
    assert facts.column("dependency.loses")[need.id] is None
    facts = _pair("one", {"to": "two", "strength": "soft"})
    assert [facts.column("dependency.loses")[n.id] for n in dependencies_of(facts)] == [
        2 * HOUR,
        None,
    ]


def test_what_is_never_back_is_known_to_be_late() -> None:
    facts = facts_of(
        {
            "servers": {"one": {"name": "One", "recovery": {"rto": NULL}}},
            "applications": {"cases": {"name": "Cases", "runs_on": ["one"]}},
        }
    )
    assert facts.column("asset.effective_rto")["cases"] == timedelta.max


def test_those_that_need_one_another_are_back_together() -> None:
    facts = facts_of(
        {
            "servers": {
                "one": {"name": "One", "recovery": {"rto": "1h"}, "depends_on": ["two"]},
                "two": {"name": "Two", "recovery": {"rto": "5h"}, "depends_on": ["one"]},
            }
        }
    )
    assert facts.column("asset.effective_rto") == {"one": 5 * HOUR, "two": 5 * HOUR}


def test_what_fails_over_serves_again_with_the_better_of_the_two() -> None:
    facts = facts_of(
        {
            "servers": {
                "one": {"name": "One", "recovery": {"rto": "8h"}, "fails_over_to": ["two"]},
                "two": {"name": "Two", "recovery": {"rto": "1h"}},
            },
            "applications": {
                "cases": {"name": "Cases", "recovery": {"rto": "1h"}, "runs_on": ["one"]}
            },
        }
    )
    assert facts.column("asset.effective_rto") == {"cases": HOUR, "one": 8 * HOUR, "two": HOUR}
