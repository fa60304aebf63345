"""A picture before it is drawn: nodes and arrows, what it says of itself, what it leaves out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from estate.facts import Facts
from estate.frozen import frozen
from estate.graph.edge import Edge as Related
from estate.model.relations import BY_NAME
from estate.report.picture.boxes import boxes_of
from estate.report.picture.choice import Choice, Omitted, Wanted, choose, things
from estate.report.picture.collapse import Collapsed, collapse
from estate.report.picture.grades import COLOURS, grades_of
from estate.report.picture.shapes import Edge, Node
from estate.report.wording import counted, listed

__all__ = ["View", "relation_words", "view_of"]

_TOLD: Final = 3
"""Names of the focus that the heading holds."""
_TURNED: Final = {"supports": "supported by", "provides": "provided by"}
"""How an arrow is called whose relation stands in the record of what is needed."""


@frozen
class View:
    """What one picture shows of an estate.

    `says` are sentences below the title: what is shown, then what is left out. `members` are the
    things that a node stands for, where it stands for several.
    """

    title: str
    says: tuple[str, ...]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    members: Mapping[str, tuple[Node, ...]]
    choice: Choice
    omitted: tuple[Omitted, ...]


def view_of(facts: Facts, wanted: Wanted, plan: str = "") -> View:
    """Return the picture that was asked for. Raises ReportError as `choose` does.

    `plan` says what of the work plan is in the facts.
    """
    choice = choose(facts, wanted)
    groups = _groups(facts, wanted, choice.edges)
    collapsed = collapse(
        _nodes(facts, wanted, choice),
        [_edge(edge, groups) for edge in choice.edges],
        groups,
        wanted.most,
        wanted.focus,
    )
    omitted = (*choice.omitted, *_folded(collapsed))
    return View(
        title=f"{facts.estate.name} on {facts.today}",
        says=(*_says(facts, wanted, choice, omitted), *([plan] if plan else [])),
        nodes=collapsed.nodes,
        edges=collapsed.edges,
        members=collapsed.members,
        choice=choice,
        omitted=omitted,
    )


def _nodes(facts: Facts, wanted: Wanted, choice: Choice) -> Iterator[Node]:
    boxes, grades = boxes_of(facts, wanted.cluster), grades_of(facts, wanted.colour)
    for key, entry in choice.entries.items():
        yield Node(
            key,
            entry.name,
            entry.kind,
            boxes.get(key, ""),
            grades.get(key, "none"),
            focus=key in wanted.focus,
            beyond=choice.beyond.get(key, 0),
        )


def _edge(edge: Related, groups: Mapping[int, str]) -> Edge:
    return Edge(
        edge.source,
        edge.target,
        relation_words(edge.relation),
        edge.strength == "soft",
        needs=BY_NAME[edge.relation].need != "none",
        group=edge.group if edge.group in groups else None,
    )


def relation_words(name: str) -> str:
    """Return what an arrow says, read from its beginning to its tip: `runs on`, `supported by`."""
    return _TURNED.get(name) or name.replace("_", " ")


def _groups(facts: Facts, wanted: Wanted, edges: Iterable[Related]) -> dict[int, str]:
    """Return the words of each redundancy group: how many of its members are enough."""
    shown = {edge.group for edge in edges if edge.group is not None}
    members: defaultdict[int, list[Related]] = defaultdict(list)
    for edge in facts.graph.edges(*wanted.drawn_relations):
        if edge.group is not None and edge.group in shown:
            members[edge.group].append(edge)
    return {
        group: f"{inside[0].at_least} of {len(inside)}"
        for group, inside in members.items()
        if inside[0].at_least < len(inside)
    }


def _folded(collapsed: Collapsed) -> Iterator[Omitted]:
    number = sum(len(inside) for inside in collapsed.members.values())
    if number:
        into = counted(len(collapsed.members), "node")
        yield Omitted(number, "thing", f"drawn as {into}", counts=True)
    if collapsed.within:
        yield Omitted(collapsed.within, "relation", "among things of one node", counts=True)
    if collapsed.faint:
        yield Omitted(collapsed.faint, "relation", "of the thinnest arrows, too many to draw")


def _says(
    facts: Facts, wanted: Wanted, choice: Choice, omitted: Iterable[Omitted]
) -> Iterator[str]:
    tally = Counter(entry.kind for entry in choice.entries.values())
    box = "" if wanted.cluster == "none" else f", in boxes by {wanted.cluster}"
    yield f"{_subject(facts, wanted)}: {things(tally)}{box}, {COLOURS[wanted.colour]}."
    yield _arrows(wanted)
    for words, counts in (("Left out", False), ("Counted, not drawn one by one", True)):
        told = "; ".join(str(each) for each in omitted if each.counts == counts)
        if told:
            yield f"{words}: {told}."


def _arrows(wanted: Wanted) -> str:
    ways = ", ".join(relation_words(name) for name in wanted.relations)
    what = f"Arrows stand for: {ways}." if ways else ""
    if ways and all(BY_NAME[name].need == "none" for name in wanted.relations):
        return what
    return f"Arrows point at what is needed; a dashed one can be done without. {what}".rstrip()


def _subject(facts: Facts, wanted: Wanted) -> str:
    if not wanted.focus:
        names = [facts.estate.of("organisation")[key].name for key in wanted.organisations]
        return f"What {listed(names)} has in use" if names else "What is in use"
    found = [facts.estate.get(key) for key in wanted.focus[:_TOLD]]
    names = [entry.name for entry in found if entry is not None]
    more = len(wanted.focus) - _TOLD
    names += [f"{more:,} more"] if more > 0 else []
    if not wanted.depth:
        return f"{listed(names)} alone"
    one = len(wanted.focus) == 1
    what = {
        "needs": f"What {listed(names)} {'needs' if one else 'need'}",
        "needed-by": f"What needs {listed(names)}",
        "both": f"{listed(names)}, what {'it needs' if one else 'they need'} and what needs "
        f"{'it' if one else 'them'}",
    }[wanted.direction]
    return f"{what}, {counted(wanted.depth, 'step')} away at most"
