"""What a picture of an estate shows, and what it leaves out: chosen before anything is drawn."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Final, Literal, TypeAlias

from estate.errors import ReportError, nearest, quoted
from estate.facts import PRESENT, Facts
from estate.frozen import frozen
from estate.graph import NEEDS
from estate.graph.edge import Edge as Related
from estate.model import ANY, SECTION_OF, Asset, Entry
from estate.model.relations import BY_NAME, RELATIONS
from estate.report.picture.boxes import Box
from estate.report.picture.grades import Colour
from estate.report.wording import counted, listed

__all__ = [
    "KINDS",
    "MOST",
    "Choice",
    "Direction",
    "Omitted",
    "Wanted",
    "choose",
    "kind_name",
    "number_of",
    "things",
]

Direction: TypeAlias = Literal["needs", "needed-by", "both"]

KINDS: Final = (*ANY, "supplier")
"""What can be drawn."""
_USUAL: Final = ("service", "application", "api", "server", "device", "connection", "site")
"""What is drawn unless something else is asked for: what runs, and where."""
_FAILS_OVER: Final = "fails_over_to"
MOST: Final = 150
"""Nodes that can still be told apart on a screen: beyond, boxes are drawn as counts."""


@frozen
class Wanted:
    """What was asked for; what is empty was not asked.

    `depth` is how many steps from the `focus` the picture goes, in the `direction` of needs.
    `most` is how many nodes it may have.
    """

    focus: tuple[str, ...] = ()
    depth: int = 2
    direction: Direction = "both"
    kinds: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    cluster: Box = "organisation"
    colour: Colour = "support"
    most: int = MOST

    @property
    def drawn_kinds(self) -> tuple[str, ...]:
        """The kinds of things to draw: those asked for, else those that the relations join."""
        if self.kinds or not self.relations:
            return self.kinds or _USUAL
        ends = {
            kind
            for name in self.relations
            for kind in (*BY_NAME[name].owners, *BY_NAME[name].targets)
        }
        return tuple(kind for kind in KINDS if kind in ends)

    @property
    def drawn_relations(self) -> tuple[str, ...]:
        """The relations to draw: who needs whom, and what leads to an unusual kind asked for."""
        special = {kind for kind in self.kinds if kind not in _USUAL}
        return self.relations or tuple(
            relation.name
            for relation in RELATIONS
            if relation.name in {*NEEDS, _FAILS_OVER} or special & set(relation.targets)
        )


@frozen
class Omitted:
    """Things or relations that a picture leaves out, or only counts (`counts`), and why."""

    number: int
    noun: str
    why: str
    counts: bool = False

    def __str__(self) -> str:
        """Return it in words: `12 things beyond 2 steps`."""
        return f"{counted(self.number, self.noun)} {self.why}"


@frozen
class Choice:
    """What is shown: records by id, relations among them; and what is left out.

    `beyond` says of how many neighbours of a record the picture falls short.
    """

    entries: Mapping[str, Entry]
    edges: tuple[Related, ...]
    beyond: Mapping[str, int]
    omitted: tuple[Omitted, ...]


def choose(facts: Facts, wanted: Wanted) -> Choice:
    """Choose what a picture shows.

    Raises ReportError for an id that the estate does not have, and where there is nothing to draw.
    """
    focus = [_focus(facts, key) for key in wanted.focus]
    organisations = frozenset(_organisation(facts, key) for key in wanted.organisations)
    omitted: list[Omitted] = []
    entries = _candidates(facts, wanted, organisations, omitted)
    entries |= {entry.id: entry for entry in focus}
    edges = [
        edge
        for edge in facts.graph.edges(*wanted.drawn_relations)
        if edge.source in entries and edge.target in entries
    ]
    reach = _reached(wanted, edges) if focus else None
    shown = reach.down | reach.up if reach else _joined(wanted, entries, edges)
    omitted += [Omitted(len(entries) - len(shown), "thing", _why(wanted))]
    inner = tuple(edge for edge in edges if edge.source in shown and edge.target in shown)
    if not shown:
        raise ReportError(_nothing(facts, wanted))
    omitted += [Omitted(len(edges) - len(inner), "relation", "of what is not shown")]
    kept = {key: entries[key] for key in sorted(shown)}
    beyond = reach.beyond if reach else {}
    return Choice(kept, inner, beyond, tuple(each for each in omitted if each.number))


def things(numbers: Mapping[str, int]) -> str:
    """Return numbers of things by kind in words, most first: `3 servers and 1 site`."""
    ordered = sorted(numbers.items(), key=lambda item: (-item[1], item[0]))
    return listed([number_of(kind, number) for kind, number in ordered])


def number_of(kind: str, number: int) -> str:
    """Return so many things of a kind in words: `3 APIs`; `thing` is any kind."""
    return counted(number, kind_name(kind), _plural(kind))


def kind_name(kind: str) -> str:
    """Return the name of a kind as people write it."""
    return "API" if kind == "api" else kind


def _plural(kind: str) -> str:
    return "APIs" if kind == "api" else SECTION_OF.get(kind, f"{kind}s")


def _focus(facts: Facts, key: str) -> Entry:
    entry = facts.estate.get(key)
    if entry is None:
        known = (each.id for each in facts.estate if each.kind in KINDS)
        raise ReportError(f"no record has the id {quoted(key)}{_hint(nearest(key, known))}")
    if entry.kind not in KINDS:
        what = _article(entry.kind.replace("exception", "accepted risk"))
        raise ReportError(
            f"{quoted(key)} is {what}, and nothing that a picture shows; there are "
            f"{listed([_plural(kind) for kind in KINDS])}"
        )
    return entry


def _organisation(facts: Facts, key: str) -> str:
    known = facts.estate.of("organisation")
    if key not in known:
        hint = _hint(nearest(key, known))
        raise ReportError(f"no organisation has the id {quoted(key)}{hint}")
    return key


def _hint(close: str) -> str:
    return f"; did you mean {close!r}?" if close else ""


def _article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _candidates(
    facts: Facts, wanted: Wanted, organisations: frozenset[str], omitted: list[Omitted]
) -> dict[str, Entry]:
    """Return what could be shown; add to `omitted` what is of other kinds, not in use, others'."""
    state, found = facts.column("asset.state"), {}
    others: Counter[str] = Counter()
    idle = foreign = 0
    for entry in facts.estate:
        if entry.kind not in wanted.drawn_kinds:
            if entry.kind in KINDS:
                others[entry.kind] += 1
        elif isinstance(entry, Asset) and state[entry.id] not in PRESENT:
            idle += 1
        elif organisations and not organisations & set(getattr(entry, "organisation", None) or ()):
            foreign += 1
        else:
            found[entry.id] = entry
    kinds = f"of kinds that are not shown ({things(others)})"
    omitted += [
        Omitted(others.total(), "thing", kinds),
        Omitted(idle, "thing", f"not in use on {facts.today}"),
        Omitted(foreign, "thing", "of other organisations, or of none that is recorded"),
    ]
    return found


def _joined(
    wanted: Wanted, entries: Mapping[str, Entry], edges: Iterable[Related]
) -> Collection[str]:
    """Return what to show without a focus: all; where relations are asked for, what they join."""
    if wanted.relations and not wanted.kinds:
        return {end for edge in edges for end in (edge.source, edge.target)}
    return entries.keys()


def _why(wanted: Wanted) -> str:
    if wanted.focus:
        return f"beyond {counted(wanted.depth, 'step')} from what is looked at, or not joined to it"
    return "without any of these relations"


_Neighbours: TypeAlias = Mapping[str, Collection[str]]


@frozen
class _Reach:
    """What lies within so many steps of the focus: `down` what is needed, `up` who needs it."""

    down: frozenset[str]
    up: frozenset[str]
    neighbours: tuple[_Neighbours, _Neighbours]

    @property
    def beyond(self) -> dict[str, int]:
        """For each thing its neighbours, further on the same way, that are not reached."""
        forward, back = self.neighbours
        shown = self.down | self.up
        found = {
            key: len(
                {
                    *(forward.get(key, ()) if key in self.down else ()),
                    *(back.get(key, ()) if key in self.up else ()),
                }
                - shown
            )
            for key in shown
        }
        return {key: number for key, number in found.items() if number}


def _reached(wanted: Wanted, edges: Iterable[Related]) -> _Reach:
    forward, back = _neighbours(edges)
    none: frozenset[str] = frozenset()
    down, up = (
        frozenset(_walked(wanted.focus, ways, wanted.depth))
        if wanted.direction in {way, "both"}
        else none
        for way, ways in (("needs", forward), ("needed-by", back))
    )
    return _Reach(down, up, (forward, back))


def _neighbours(edges: Iterable[Related]) -> tuple[_Neighbours, _Neighbours]:
    forward: defaultdict[str, set[str]] = defaultdict(set)
    back: defaultdict[str, set[str]] = defaultdict(set)
    for edge in edges:
        forward[edge.source].add(edge.target)
        back[edge.target].add(edge.source)
    return dict(forward), dict(back)


def _walked(start: Iterable[str], neighbours: _Neighbours, depth: int) -> set[str]:
    seen = edge = set(start)
    for _ in range(depth):
        edge = {far for near in edge for far in neighbours.get(near, ())} - seen
        if not edge:
            break
        seen = seen | edge
    return seen


def _nothing(facts: Facts, wanted: Wanted) -> str:
    what = listed([_plural(kind) for kind in wanted.drawn_kinds])
    whose = f" of {listed(list(wanted.organisations))}" if wanted.organisations else ""
    joined = ", joined by " + " or ".join(wanted.relations) if wanted.relations else ""
    return f"there is nothing to draw: no {what}{whose} in use on {facts.today}{joined}"
