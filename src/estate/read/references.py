"""Whether everything that a record names is there, and may be named there.

Judged on raw records, so that a record with another mistake still has its references checked.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Final

from estate.errors import Problem, nearest, quoted
from estate.frozen import frozen
from estate.model.estate import SECTION_OF, SECTIONS
from estate.model.relations import REFERENCES, RELATIONS
from estate.read.problems import one_of
from estate.read.targets import reach, targets

if TYPE_CHECKING:
    from estate.read.gathered import Gathered

Path = tuple[str | int, ...]
Kinds = tuple[str, ...]

_OWN: Final = frozenset({"budget"})
"""The fields in which a record may name itself: an organisation, its own budget's lines."""

_COMPARED: Final = 250
"""How many ids before and after are compared with one that nobody has."""

_KEY: Final = re.compile(r"""(?:^|[\s{,])["']?([^\s{},:"']+)["']?\s*:""", re.MULTILINE)
"""What may be the id of a record, in a text that could not be read."""


@frozen
class _Use:
    """One id as a record names it: where, and which kinds may stand there."""

    key: str
    field: str
    path: Path
    target: str
    kinds: Kinds


def reference_problems(gathered: Gathered) -> Iterator[Problem]:
    """Yield every reference to nothing, and every illegal one."""
    spelling = _Spelling(gathered)
    for section, records in gathered.raw.items():
        kind = SECTIONS[section].kind
        for key, record in records.items():
            for use in _doubtful(spelling, kind, key, record):
                if (problem := _judge(gathered, spelling, use)) is not None:
                    yield problem


def _doubtful(spelling: _Spelling, kind: str, key: str, record: dict[str, Any]) -> Iterator[_Use]:
    """Yield each id that a record names and that may not stand there."""
    naming = _naming(kind)
    for name in naming.keys() & record.keys():
        for one in naming[name]:
            known = spelling.known(one.kinds)
            if one.plain and _sound(record[name], known, key):
                continue
            for path, target in one.targets(record):
                if target not in known or target == key:
                    yield _Use(key, one.field, path, target, one.kinds)


def _sound(value: Any, known: frozenset[str], key: str) -> bool:  # noqa: ANN401 - raw
    """Whether a value is an id, or a list of ids, that may all stand there, as nearly all may."""
    if type(value) is str:
        return value in known and value != key
    try:
        return type(value) is list and known.issuperset(value) and key not in value
    except TypeError:  # some item is no text
        return False


def _judge(gathered: Gathered, spelling: _Spelling, use: _Use) -> Problem | None:
    origin = gathered.origins.get(use.target)
    if origin is None:
        return None if spelling.unread(use.target) else _unknown(gathered, spelling, use)
    if SECTIONS[origin.section].kind not in use.kinds:
        return _illegal(gathered, spelling, use)
    if use.target == use.key and use.path[0] not in _OWN:
        place = gathered.locate(use.key, use.path)
        message = f"{quoted(use.key)} names itself in {use.field}"
        return Problem("illegal-relation", message, place, "another record")
    return None


class _Spelling:
    """Finds the nearest id, and knows which ids may stand in what could not be read."""

    def __init__(self, gathered: Gathered) -> None:
        self._gathered = gathered
        self._known: dict[Kinds, frozenset[str]] = {}
        self._sorted: dict[Kinds, tuple[list[str], list[str]]] = {}
        self._near: dict[tuple[str, Kinds], str] = {}

    def known(self, kinds: Kinds) -> frozenset[str]:
        """Return the ids of all records of these kinds."""
        if kinds not in self._known:
            ids = (self._gathered.raw[SECTION_OF[kind]] for kind in kinds)
            self._known[kinds] = frozenset().union(*ids)
        return self._known[kinds]

    def unread(self, key: str) -> bool:
        """Whether something that could not be read, or has no section, may define this id."""
        return key in self._lost or any(document.unread for document in self._gathered.broken)

    @cached_property
    def _lost(self) -> set[str]:
        texts = (document.text for document in self._gathered.broken)
        return self._gathered.lost.union(*(_KEY.findall(text) for text in texts))

    def near(self, key: str, kinds: Kinds) -> str:
        """Return the nearest id of these kinds, or "".

        Of very many, those are compared that begin or end most alike.
        """
        if (key, kinds) not in self._near:
            if kinds not in self._sorted:
                ids = self.known(kinds)
                self._sorted[kinds] = sorted(ids), sorted(one[::-1] for one in ids)
            forwards, backwards = self._sorted[kinds]
            alike = {*_around(forwards, key), *(one[::-1] for one in _around(backwards, key[::-1]))}
            self._near[key, kinds] = nearest(key, alike)
        return self._near[key, kinds]


def _around(ids: list[str], key: str) -> list[str]:
    """Return the ids of a sorted list that stand around where a key would."""
    at = bisect_left(ids, key)
    return ids[max(0, at - _COMPARED) : at + _COMPARED]


@frozen
class _Naming:
    """A way in which a field names records of some kinds: as a relation, or at a path in it.

    `plain` says that the field is an id or a list of them.
    """

    field: str
    kinds: Kinds
    plain: bool
    path: tuple[str, ...] = ()

    def targets(self, record: dict[str, Any]) -> Iterator[tuple[Path, str]]:
        """Yield each id that a record names in this way, with its path."""
        if self.path:
            return reach(record, self.path, ())
        return targets(record[self.field], (self.field,))


@cache
def _naming(kind: str) -> dict[str, list[_Naming]]:
    """Return how the fields of a kind name other records."""
    found: dict[str, list[_Naming]] = {}
    for relation in RELATIONS:
        for holder in relation.holders if kind in relation.owners else ():
            found.setdefault(holder, []).append(_Naming(holder, relation.allowed(kind), plain=True))
    for reference in REFERENCES:
        if reference.owner == kind:
            path = reference.path
            field = ".".join(step for step in path if step not in {"*", "#"})
            plain = path[1:] in ((), ("*",))
            naming = _Naming(field, reference.targets, plain, path)
            found.setdefault(path[0], []).append(naming)
    return found


def _unknown(gathered: Gathered, spelling: _Spelling, use: _Use) -> Problem:
    place = gathered.locate(use.key, use.path)
    expected = f"the id of {one_of(use.kinds)}"
    message = f"no record has the id {quoted(use.target)}"
    near = spelling.near(use.target, use.kinds)
    return Problem("unknown-reference", message, place, expected, near)


def _illegal(gathered: Gathered, spelling: _Spelling, use: _Use) -> Problem:
    found = SECTIONS[gathered.origins[use.target].section].kind
    return Problem(
        "illegal-relation",
        f"{use.field} points at {quoted(use.target)}, which is {one_of((found,))}",
        gathered.locate(use.key, use.path),
        f"the id of {one_of(use.kinds)}",
        spelling.near(use.target, use.kinds),
        ((gathered.locate_key(use.target, ()), f"{use.target} stands here"),),
    )
