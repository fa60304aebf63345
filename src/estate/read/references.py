"""Whether everything that a record names is there, and may be named there.

Judged on raw records, so that a record with another mistake still has its references checked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
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


def reference_problems(gathered: Gathered) -> Iterator[Problem]:
    """Yield every reference to nothing, every illegal one, and every ring of hosts."""
    spelt = _Spelling(gathered)
    for section, records in gathered.raw.items():
        kind = SECTIONS[section].kind
        relations, references = _relations(kind), _references(kind)
        for key, record in records.items():
            for name in relations.keys() & record.keys():
                for path, target in _targets(record[name], (name,)):
                    yield from _relation_problem(
                        gathered, spelt, kind, key, relations[name], path, target
                    )
            for name in references.keys() & record.keys():
                for reference in references[name]:
                    for path, target in _reach(record, reference.path, ()):
                        yield from _reference_problem(
                            gathered, spelt, key, reference, path, target
                        )
    yield from _rings(gathered)


class _Spelling:
    """Finds the nearest id, and knows which ids stand in files that could not be read."""

    def __init__(self, gathered: Gathered) -> None:
        self._gathered = gathered
        self._broken = [document.text for document in gathered.broken]

    def unread(self, key: str) -> bool:
        """Whether a file that could not be read to its end may define this id."""
        pattern = re.compile(rf"(?<![\w./-]){re.escape(key)}[\"']?\s*:")
        return any(not text or pattern.search(text) for text in self._broken)

    def near(self, key: str, kinds: tuple[str, ...]) -> str:
        """Return the nearest id of these kinds, or ""."""
        ids = [found for kind in kinds for found in self._gathered.raw[SECTION_OF[kind]]]
        return nearest(key, ids)


@cache
def _relations(kind: str) -> dict[str, Relation]:
    return {name: r for r in RELATIONS if kind in r.owners for name in r.holders}


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


def _relation_problem(  # noqa: PLR0913 - what is said, by whom, of whom
    gathered: Gathered,
    spelt: _Spelling,
    kind: str,
    key: str,
    relation: Relation,
    path: Path,
    target: str,
) -> Iterator[Problem]:
    allowed = relation.allowed(kind)
    origin = gathered.origins.get(target)
    if origin is None:
        yield from _unknown(gathered, spelt, key, path, target, allowed)
    elif SECTIONS[origin.section].kind not in allowed:
        yield _illegal(gathered, spelt, key, path, target, allowed, relation.name)
    elif target == key:
        place = gathered.locate(key, path)
        message = f"{key} {relation.name} itself"
        yield Problem("illegal-relation", message, place, "another record")


def _reference_problem(  # noqa: PLR0913 - as above
    gathered: Gathered,
    spelt: _Spelling,
    key: str,
    reference: Reference,
    path: Path,
    target: str,
) -> Iterator[Problem]:
    origin = gathered.origins.get(target)
    if origin is None:
        yield from _unknown(gathered, spelt, key, path, target, reference.targets)
    elif SECTIONS[origin.section].kind not in reference.targets:
        name = ".".join(step for step in reference.path if step != "*")
        yield _illegal(gathered, spelt, key, path, target, reference.targets, name)


def _unknown(  # noqa: PLR0913 - as above
    gathered: Gathered,
    spelt: _Spelling,
    key: str,
    path: Path,
    target: str,
    kinds: tuple[str, ...],
) -> Iterator[Problem]:
    if not spelt.unread(target):
        place = gathered.locate(key, path)
        expected = f"the id of {_one_of(kinds)}"
        message = f"no record has the id {target[:80]!r}"
        yield Problem("unknown-reference", message, place, expected, spelt.near(target, kinds))


def _illegal(  # noqa: PLR0913 - as above
    gathered: Gathered,
    spelt: _Spelling,
    key: str,
    path: Path,
    target: str,
    kinds: tuple[str, ...],
    field: str,
) -> Problem:
    found = SECTIONS[gathered.origins[target].section].kind
    there = (gathered.locate_key(target, ()), f"{target} is here")
    message = f"{field} points at {target!r}, which is of kind {found}"
    return Problem(
        "illegal-relation",
        message,
        gathered.locate(key, path),
        f"the id of {_one_of(kinds)}",
        spelt.near(target, kinds),
        (there,),
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
