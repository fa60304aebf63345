"""What a picture of an estate shows, and what it says of what it leaves out."""

from __future__ import annotations

from collections.abc import Collection

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.facts.plain_estates import facts_about
from tests.graph.small_estates import estates
from tests.report.pictured import facts, many, view

from estate.errors import ReportError
from estate.model import Estate
from estate.report.picture.boxes import BOXES, Box
from estate.report.picture.choice import KINDS, Choice, Wanted, choose
from estate.report.picture.shapes import GROUP, JUNCTION
from estate.report.picture.view import view_of


def _chosen(wanted: Wanted) -> Choice:
    return choose(facts(), wanted)


def _ids(wanted: Wanted) -> set[str]:
    return set(_chosen(wanted).entries)


def test_without_wishes_it_is_what_runs_and_is_in_use() -> None:
    assert _ids(Wanted()) == {"tax", "revenues", "maps", "one", "two", "hall", "yard"}


@pytest.mark.parametrize(
    ("direction", "depth", "expected"),
    [
        ("both", 0, {"revenues"}),
        ("both", 1, {"revenues", "tax", "one", "two", "maps"}),
        ("needs", 1, {"revenues", "one", "two", "maps"}),
        ("needs", 2, {"revenues", "one", "two", "maps", "hall", "yard"}),
        ("needed-by", 9, {"revenues", "tax"}),
    ],
)
def test_a_focus_goes_so_far_the_way_that_is_asked(
    direction: str, depth: int, expected: Collection[str]
) -> None:
    wanted = Wanted(focus=("revenues",), depth=depth, direction=direction)  # type: ignore[arg-type]
    assert _ids(wanted) == expected


def test_who_else_needs_what_is_needed_is_not_drawn() -> None:
    # Both ways are two cones: a shared server does not draw everything else that runs on it.
    assert "maps" not in _ids(Wanted(focus=("hall",), depth=9))
    assert _ids(Wanted(focus=("hall",), depth=9)) == {"hall", "one", "revenues", "tax"}


def test_what_lies_further_on_is_counted_where_it_is_cut_off() -> None:
    chosen = _chosen(Wanted(focus=("revenues",), depth=1))
    assert dict(chosen.beyond) == {"one": 1, "two": 1}


def test_a_focus_that_is_not_in_use_is_drawn_all_the_same() -> None:
    assert _ids(Wanted(focus=("old",), depth=1)) == {"old", "one"}


def test_kinds_and_relations_narrow_it_down() -> None:
    assert _ids(Wanted(kinds=("site",))) == {"hall", "yard"}
    assert _ids(Wanted(relations=("sends_to",))) == {"revenues", "bank"}
    assert _ids(Wanted(kinds=("application", "supplier"))) == {"revenues", "maps", "bank"}


def test_a_kind_that_nobody_needs_brings_the_relations_that_lead_to_it() -> None:
    edges = _chosen(Wanted(kinds=("application", "dataset"))).edges
    assert [(edge.source, edge.relation) for edge in edges] == [
        ("revenues", "uses"),
        ("revenues", "holds"),
    ]


def test_organisations_narrow_it_down() -> None:
    assert _ids(Wanted(organisations=("saltern",))) == {"maps", "two", "yard"}


def test_all_that_is_left_out_is_said_with_its_reason() -> None:
    told = [str(each) for each in _chosen(Wanted(focus=("maps",), depth=1)).omitted]
    assert told == [
        "2 things of kinds that are not shown (1 dataset and 1 supplier)",
        "2 things not in use on 2026-11-21",
        "4 things beyond 1 step from what is looked at, or not joined to it",
        "4 relations of what is not shown",
    ]
    others = [str(each) for each in _chosen(Wanted(organisations=("saltern",))).omitted]
    assert "4 things of other organisations, or of none that is recorded" in others


@settings(max_examples=40)
@given(estates(), st.integers(0, 3), st.sampled_from(["", "a", "s"]))
def test_each_thing_is_drawn_or_counted(estate: Estate, depth: int, lead: str) -> None:
    focus = tuple(key for key in sorted(e.id for e in estate) if lead and key.startswith(lead))[:1]
    found = facts_about(estate)
    try:
        chosen = choose(found, Wanted(focus=focus, depth=depth))
    except ReportError:
        assert not any(entry.kind in KINDS for entry in estate) or not focus
        return
    drawable = [entry for entry in estate if entry.kind in KINDS]
    left_out = sum(each.number for each in chosen.omitted if each.noun == "thing")
    unlisted = sum(
        1 for entry in chosen.entries.values() if entry not in drawable
    )  # nothing that cannot be drawn
    assert unlisted == 0
    assert len(chosen.entries) + left_out in {len(drawable), len(drawable) + len(focus)}
    ends = {end for edge in chosen.edges for end in (edge.source, edge.target)}
    assert ends <= set(chosen.entries)


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        (Wanted(focus=("revenuse",)), "no record has the id 'revenuse'; did you mean 'revenues'"),
        (Wanted(focus=("zzzzzz",)), "no record has the id 'zzzzzz'$"),
        (Wanted(focus=("prj",)), "'prj' is a project, and nothing that a picture shows"),
        (Wanted(focus=("marram",)), "'marram' is an organisation, and nothing"),
        (Wanted(organisations=("maram",)), "no organisation has the id 'maram'; did you mean"),
        (Wanted(kinds=("device",)), "nothing to draw: no devices in use on 2026-11-21"),
        (
            Wanted(organisations=("saltern",), kinds=("service",)),
            "nothing to draw: no services of saltern in use",
        ),
        (
            Wanted(relations=("backs_up_to",)),
            "nothing to draw: .* joined by backs_up_to",
        ),
    ],
)
def test_what_cannot_be_drawn_is_refused(wanted: Wanted, message: str) -> None:
    with pytest.raises(ReportError, match=message):
        _chosen(wanted)


@pytest.mark.parametrize(
    ("box", "expected"),
    [
        (
            "organisation",
            {"maps": "shared", "two": "Saltern District Council", "bank": None},
        ),
        ("site", {"revenues": "several sites", "two": "The Yard", "hall": "Town Hall"}),
        ("service", {"one": "Council tax", "tax": "Council tax", "old": "no service needs it"}),
        ("zone", {"revenues": "lan", "one": "no zone recorded"}),
        ("none", {"revenues": ""}),
    ],
)
def test_things_stand_in_boxes(box: Box, expected: dict[str, str | None]) -> None:
    found = BOXES[box](facts())
    assert {key: found.get(key) for key in expected} == expected


def test_a_redundancy_group_says_how_many_are_enough() -> None:
    (post,) = [node for node in view().nodes if node.kind == JUNCTION]
    assert post.label == "1 of 2"
    ends = [edge.target for edge in view().edges if edge.source == post.id]
    assert ends == ["one", "two"]
    assert [edge.source for edge in view().edges if edge.target == post.id] == ["revenues"]


def test_the_colour_tells_support_or_criticality() -> None:
    support = {node.id: node.status for node in view().nodes}
    assert (support["revenues"], support["one"], support["two"]) == (
        "ended",
        "supported",
        "unknown",
    )
    said = {node.id: node.status for node in view(Wanted(colour="criticality")).nodes}
    assert (said["tax"], said["revenues"], said["two"]) == ("critical", "high", "unstated")


def test_the_picture_says_what_it_shows() -> None:
    shown = view(Wanted(focus=("revenues",), depth=1))
    assert shown.title == "Marram on 2026-11-21"
    assert shown.says[0] == (
        "Tidewater Revenues, what it needs and what needs it, 1 step away at most: "
        "2 applications, 2 servers and 1 service, in boxes by organisation, "
        "coloured by the worst support of what each runs."
    )
    needs = view(Wanted(focus=("revenues", "maps"), direction="needs", cluster="none")).says[0]
    assert needs.startswith("What Tidewater Revenues and Spindrift Maps need, 2 steps away")
    needed = view(Wanted(focus=("one", "two", "hall", "yard"), direction="needed-by")).says[0]
    assert needed.startswith("What needs ONE, TWO, Town Hall and 1 more, 2 steps")
    theirs = view(Wanted(organisations=("saltern",), relations=("located_at",))).says
    assert theirs[0].startswith("What Saltern District Council has in use: ")
    assert theirs[1].endswith("a dashed one can be done without. Arrows stand for: located at.")
    flows = view(Wanted(relations=("sends_to", "provides"))).says[1]
    assert flows.endswith("Arrows stand for: sends to, provided by.")
    assert view(Wanted(relations=("sends_to",))).says[1] == "Arrows stand for: sends to."
    alone = view(Wanted(focus=("one",), depth=0)).says[0]
    assert alone.startswith("ONE alone: 1 server, ")


def test_many_things_are_counted_by_kind_and_box() -> None:
    shown = view_of(many(100), Wanted())
    assert len(shown.nodes) <= 60
    counted = sum(len(inside) for inside in shown.members.values())
    assert counted + sum(node.kind != GROUP for node in shown.nodes) == 200
    assert any(said.startswith("Counted, not drawn one by one: ") for said in shown.says)


def test_a_focus_is_drawn_as_itself_among_many() -> None:
    shown = view_of(many(100), Wanted(focus=("a7",), depth=9, most=2))
    assert {node.id for node in shown.nodes if node.focus} == {"a7"}
