"""Whether everything that a record names is there, and may be named there.

Judged on raw records, so that a record with another mistake still has its references checked.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from estate.errors import Problem, nearest
from estate.model.estate import SECTION_OF, SECTIONS
from estate.model.relations import REFERENCES, RELATIONS, Reference, Relation

if TYPE_CHECKING:
    from estate.read.assemble import Gathered

Path = tuple[str | int, ...]

_STANDING: Final = ("hosted_on", "runs_on")
"""The relations in which a ring means that nothing carries anything."""


_COMPARED: Final = 250
"""How many ids before and after are compared with one that nobody has."""


@dataclass(frozen=True, slots=True)
class _Use:
    """One id as a record names it: field, path, and the kinds that may stand there."""

    key: str
    field: str
    path: Path
    target: str
    kinds: tuple[str, ...]
    relates: bool


def reference_problems(gathered: Gathered) -> Iterator[Problem]:
    """Yield every reference to nothing, every illegal one, and every ring of hosts."""
    spelt = _Spelling(gathered)
    for section, records in gathered.raw.items():
        kind = SECTIONS[section].kind
        for key, record in records.items():
            for use in _doubtful(spelt, kind, key, record):
                if (problem := _judge(gathered, spelt, use)) is not None:
                    yield problem
    yield from _rings(gathered)


def _doubtful(spelt: _Spelling, kind: str, key: str, record: dict[str, Any]) -> Iterator[_Use]:
    """Yield each id that a record names and that may not stand there."""
    relations, references = _relations(kind), _references(kind)
    for name in relations.keys() & record.keys():
        relation, kinds = relations[name]
        known = spelt.known(kinds)
        for path, target in _targets(record[name], (name,)):
            if target not in known or target == key:
                yield _Use(key, relation.name, path, target, kinds, relates=True)
    for name in references.keys() & record.keys():
        for reference in references[name]:
            known = spelt.known(reference.targets)
            for path, target in _reach(record, reference.path, ()):
                if target not in known:
                    field = ".".join(step for step in reference.path if step != "*")
                    yield _Use(key, field, path, target, reference.targets, relates=False)


def _judge(gathered: Gathered, spelt: _Spelling, use: _Use) -> Problem | None:
    origin = gathered.origins.get(use.target)
    if origin is None:
        return None if spelt.unread(use.target) else _unknown(gathered, spelt, use)
    if SECTIONS[origin.section].kind not in use.kinds:
        return _illegal(gathered, spelt, use)
    if use.relates and use.target == use.key:
        place = gathered.locate(use.key, use.path)
        message = f"{use.key} {use.field} itself"
        return Problem("illegal-relation", message, place, "another record")
    return None


class _Spelling:
    """Finds the nearest id, and knows which ids stand in files that could not be read."""

    def __init__(self, gathered: Gathered) -> None:
        self._gathered = gathered
        self._broken = [document.text for document in gathered.broken]
        self._known: dict[tuple[str, ...], frozenset[str]] = {}
        self._sorted: dict[tuple[str, ...], tuple[list[str], list[str]]] = {}

    def known(self, kinds: tuple[str, ...]) -> frozenset[str]:
        """Return the ids of all records of these kinds."""
        if kinds not in self._known:
            ids = (self._gathered.raw[SECTION_OF[kind]] for kind in kinds)
            self._known[kinds] = frozenset().union(*ids)
        return self._known[kinds]

    def unread(self, key: str) -> bool:
        """Whether a file that could not be read to its end may define this id."""
        pattern = re.compile(rf"(?<![\w./-]){re.escape(key)}[\"']?\s*:")
        return any(not text or pattern.search(text) for text in self._broken)

    def near(self, key: str, kinds: tuple[str, ...]) -> str:
        """Return the nearest id of these kinds, or "".

        Of very many, those are compared that begin or end most alike.
        """
        if kinds not in self._sorted:
            ids = self.known(kinds)
            self._sorted[kinds] = sorted(ids), sorted(one[::-1] for one in ids)
        forwards, backwards = self._sorted[kinds]
        alike = {*_around(forwards, key), *(one[::-1] for one in _around(backwards, key[::-1]))}
        return nearest(key, alike)


def _around(ids: list[str], key: str) -> list[str]:
    """Return the ids of a sorted list that stand around where a key would."""
    at = bisect_left(ids, key)
    return ids[max(0, at - _COMPARED) : at + _COMPARED]


@cache
def _relations(kind: str) -> dict[str, tuple[Relation, tuple[str, ...]]]:
    """Return the relations that a kind may have, by field, with the kinds they may point at."""
    return {
        name: (relation, relation.allowed(kind))
        for relation in RELATIONS
        if kind in relation.owners
        for name in relation.holders
    }


@cache
def _references(kind: str) -> dict[str, list[Reference]]:
    found: dict[str, list[Reference]] = {}
    for reference in REFERENCES:
        if reference.owner == kind:
            found.setdefault(reference.path[0], []).append(reference)
    return found


def _targets(value: Any, path: Path) -> Iterator[tuple[Path, str]]:  # noqa: ANN401 - raw
    """Yield each id that a relation's raw value names, with its path."""
    if type(value) is str:
        yield path, value
    elif isinstance(value, list):
        for position, item in enumerate(value):
            if type(item) is str:
                yield (*path, position), item
            elif isinstance(item, dict):
                yield from _targets(item.get("to"), (*path, position, "to"))
                yield from _targets(item.get("any_of"), (*path, position, "any_of"))


def _reach(value: Any, steps: tuple[str, ...], path: Path) -> Iterator[tuple[Path, str]]:  # noqa: ANN401
    """Yield each text at `steps` below a raw value, with its path; `*` is every item or key."""
    if not steps:
        if type(value) is str:
            yield path, value
    elif steps[0] != "*":
        if isinstance(value, dict) and steps[0] in value:
            yield from _reach(value[steps[0]], steps[1:], (*path, steps[0]))
    elif isinstance(value, list):
        for position, item in enumerate(value):
            yield from _reach(item, steps[1:], (*path, position))
    elif isinstance(value, dict):
        for key in value:
            yield from _reach(key, steps[1:], (*path, key))
    elif len(steps) == 1:
        yield from _reach(value, (), path)


def _unknown(gathered: Gathered, spelt: _Spelling, use: _Use) -> Problem:
    place = gathered.locate(use.key, use.path)
    expected = f"the id of {_one_of(use.kinds)}"
    message = f"no record has the id {use.target[:80]!r}"
    near = spelt.near(use.target, use.kinds)
    return Problem("unknown-reference", message, place, expected, near)


def _illegal(gathered: Gathered, spelt: _Spelling, use: _Use) -> Problem:
    found = SECTIONS[gathered.origins[use.target].section].kind
    return Problem(
        "illegal-relation",
        f"{use.field} points at {use.target!r}, which is of kind {found}",
        gathered.locate(use.key, use.path),
        f"the id of {_one_of(use.kinds)}",
        spelt.near(use.target, use.kinds),
        ((gathered.locate_key(use.target, ()), f"{use.target} is here"),),
    )


def _one_of(kinds: tuple[str, ...]) -> str:
    if len(kinds) > 4:  # noqa: PLR2004 - a longer list helps nobody
        return "an asset"
    words = [f"{'an' if kind[0] in 'aeo' else 'a'} {kind}" for kind in kinds]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


def _rings(gathered: Gathered) -> Iterator[Problem]:
    """Yield each ring of records that are hosted on, or run on, one another."""
    for name in _STANDING:
        standing = {
            key: sorted({target for _, target in _targets(record[name], (name,))} - {key})
            for records in gathered.raw.values()
            for key, record in records.items()
            if name in record
        }
        for ring in _find_rings(standing):
            place = gathered.locate_key(ring[0], (name,))
            route = " → ".join([*ring, ring[0]])
            message = f"a ring of {name}: {route}"
            yield Problem("illegal-relation", message, place, "something that carries the rest")


def _find_rings(standing: dict[str, list[str]]) -> Iterator[list[str]]:
    """Yield each ring once, beginning at its alphabetically first member; no recursion."""
    done: set[str] = set()
    for start in sorted(standing):
        trail, place, todo = [start], {start: 0}, [list(standing[start])]
        while trail:
            if start in done or not todo[-1]:
                done.add(trail[-1])
                place.pop(trail.pop(), None)
                todo.pop()
                continue
            step = todo[-1].pop(0)
            if step in place:
                ring = trail[place[step] :]
                first = ring.index(min(ring))
                yield ring[first:] + ring[:first]
            elif step in standing and step not in done:
                place[step] = len(trail)
                trail.append(step)
                todo.append(list(standing[step]))
