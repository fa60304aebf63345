"""Which records a record names, and which may be named at a path: from the tables of the model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from estate.model.estate import SECTIONS
from estate.model.relations import ANY, REFERENCES, RELATIONS, Reference
from estate.read.targets import reach, targets

__all__ = ["Mention", "kinds_at", "mentions", "mentions_in_defaults"]

Path = tuple[str | int, ...]

_LOOSE: Final = (
    Reference("project", ("changes", "*", "retire"), ANY),
    Reference("project", ("changes", "*", "go_live"), ANY),
    Reference("project", ("changes", "*", "set", "asset"), ANY),
    Reference("organisation", ("successors", "*", "organisation"), ("organisation",)),
    *(Reference(kind, ("successor",), ("organisation",)) for kind in ANY),
    Reference("exception", ("covers", "*"), ANY),
    Reference("exception", ("covers", "*", "asset"), (*ANY, "project", "organisation")),
    Reference("exception", ("covers", "*", "targets", "*"), ANY),
    Reference("exception", ("covers", "*", "members", "*"), ANY),
    Reference("exception", ("extended", "*", "organisation"), ("organisation",)),
)
"""What names records too, but may name what is not there."""

_CHANGED: Final = ("changes", "*", "set")


@dataclass(frozen=True, slots=True)
class Mention:
    """An id as a record names it: where, below the record; `is_key` says that it is a key there."""

    path: Path
    target: str
    is_key: bool = False


@cache
def _references(kind: str) -> tuple[Reference, ...]:
    return tuple(each for each in (*REFERENCES, *_LOOSE) if kind in {"", each.owner})


@cache
def _holders(kind: str) -> Mapping[str, tuple[str, ...]]:
    """Return the fields of a kind that hold a relation, and the kinds that may stand in them."""
    found: dict[str, tuple[str, ...]] = {}
    for relation in RELATIONS:
        for owner in relation.owners if not kind else {kind} & {*relation.owners}:
            for holder in relation.holders:
                known = found.get(holder, ())
                more = (each for each in relation.allowed(owner) if each not in known)
                found[holder] = (*known, *more)
    return found


def kinds_at(kind: str, path: Path, *, is_key: bool = False) -> tuple[str, ...]:
    """Return the kinds of records that may be named at a path below a record of a kind.

    Without a kind, at a path below any record, as in defaults. With `is_key`, those that the key
    may name in which the path ends; else those that its value may name.
    """
    if kind == "project" and _starts(path, _CHANGED) and len(path) > len(_CHANGED):
        inner = path[len(_CHANGED) :]
        if inner[0] != "asset":
            return kinds_at("", inner, is_key=is_key)
    if not is_key and path and path[0] in _holders(kind) and _is_link(path[1:]):
        return _holders(kind)[str(path[0])]
    for reference in _references(kind):
        if is_key == (reference.path[-1] == "#") and _fits(path, reference.path):
            return reference.targets
    return ()


def _is_link(rest: Path) -> bool:
    """Whether the rest of a path below a relation leads to an id."""
    if rest and isinstance(rest[0], int):
        rest = rest[1:]
    return rest in {(), ("to",)} or (rest[:1] == ("any_of",) and len(rest) <= 2)  # noqa: PLR2004 - a list's item


def _fits(path: Path, steps: tuple[str, ...]) -> bool:
    if len(path) == len(steps) - 1 and steps[-1] == "*":
        steps = steps[:-1]
    return len(path) == len(steps) and _starts(path, steps)


def _starts(path: Path, steps: tuple[str, ...]) -> bool:
    return len(path) >= len(steps) and all(
        isinstance(one, int) if step == "*" else step in {one, "#"}
        for one, step in zip(path, steps, strict=False)
    )


def mentions(section: str, record: Mapping[str, Any]) -> Iterator[Mention]:
    """Yield every id that a raw record names."""
    return _mentions(SECTIONS[section].kind, record)


def mentions_in_defaults(defaults: Mapping[str, Any]) -> Iterator[Mention]:
    """Yield every id that raw defaults name."""
    return _mentions("", defaults)


def _mentions(kind: str, record: Mapping[str, Any]) -> Iterator[Mention]:
    for name, value in record.items():
        if name in _holders(kind):
            yield from (Mention(path, target) for path, target in targets(value, (name,)))
    for reference in _references(kind):
        if reference.path[0] in record:
            for path, target in reach(dict(record), reference.path, ()):
                yield Mention(path, target, is_key=reference.path[-1] == "#")
    if kind == "project":
        yield from _in_changes(record.get("changes"))


def _in_changes(changes: Any) -> Iterator[Mention]:  # noqa: ANN401 - raw
    """Yield what the new values of a project's changes name."""
    for position, change in enumerate(changes if isinstance(changes, list) else ()):
        fields = change.get("set") if isinstance(change, dict) else None
        for found in _mentions("", fields) if isinstance(fields, dict) else ():
            path = ("changes", position, "set", *found.path)
            yield Mention(path, found.target, found.is_key)
