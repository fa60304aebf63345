"""Which records of several estates are one, which clash, and what those are called then.

An id that only one estate uses stays. Where several use it, each gets its estate's name before it
(`marram/srv-web`), whatever the order of the estates, unless it is the very same record in all of
them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from estate.errors import Location, MergeError, Problem, quoted
from estate.frozen import frozen
from estate.merge.part import Part
from estate.model import SECTION_OF, Entry
from estate.model.types import LONGEST_ID

__all__ = ["LEFT_BEHIND", "Sameness", "Standings", "sameness"]

LEFT_BEHIND: Final = "left-behind"
"""The tag of a record that only stands for one that stayed with another organisation."""

_OF_ALL: Final = frozenset({"organisation", "supplier", "product"})
"""The kinds of which two records that say the same are one: they belong to nobody."""

Standings = Mapping[str, Part]
"""The estates of a merge by what they are called in it."""


@frozen
class Sameness:
    """What is one, and what is called otherwise.

    `names` gives, by estate, the new id of each old one. `kept` gives, for an id that is one, the
    estate whose record stays; `stood_for` are those of them of which the other estates held only a
    stand-in; `laid_over` are products of which several estates say something.
    """

    names: Mapping[str, Mapping[str, str]]
    kept: Mapping[str, str]
    stood_for: frozenset[str]
    laid_over: tuple[str, ...]


def sameness(parts: Standings, origin: Mapping[str, str]) -> Sameness:
    """Decide it for every id. `origin` says, by estate, of which one it was split off.

    Raises MergeError with every id that has no room for a name before it, or of which the new one
    is taken.
    """
    found = _Deciding(parts, origin)
    found.compare()
    found.spread()
    names = {
        name: {key: f"{name}/{key}" for key in sorted(found.clashing) if key in found.used[name]}
        for name in parts
    }
    for key, name in found.products.items():  # of a product, what names it are words
        names[name].pop(key, None)
    _refuse(parts, names)
    kept = {key: name for key, name in found.kept.items() if key not in found.clashing}
    stood_for = frozenset(found.stood_for - found.clashing)
    return Sameness(names, kept, stood_for, tuple(sorted(found.laid_over)))


class _Deciding:
    """The ids that several estates use, and what becomes of them."""

    def __init__(self, parts: Standings, origin: Mapping[str, str]) -> None:
        self.parts = parts
        self.entries = {name: part.entries() for name, part in parts.items()}
        self._one_origin = len(set(origin.values())) == 1 and all(origin.values())
        self.clashing: set[str] = set()
        self.kept: dict[str, str] = {}
        self.stood_for: set[str] = set()
        self.laid_over: set[str] = set()
        self.products: dict[str, str] = {}
        self._naming: dict[str, set[str]] = {}  # by id: the records that name it and may be one
        self._loose: dict[str, set[str]] = {name: set() for name in parts}
        shared = self._shared()
        for name, part in parts.items():
            self._read(name, part, shared)
        self.used = {name: self.entries[name].keys() | self._loose[name] for name in parts}

    def _shared(self) -> set[str]:
        seen: set[str] = set()
        twice: set[str] = set()
        for entries in self.entries.values():
            twice |= seen & entries.keys()
            seen |= entries.keys()
        return twice

    def _read(self, name: str, part: Part, shared: set[str]) -> None:
        """Note what is named: by records that several have, and where there is no record of it."""
        own = self.entries[name]
        for _, key, named in part.mentions():
            for mention in named:
                if mention.target not in own:
                    self._loose[name].add(mention.target)
                if key in shared:
                    self._naming.setdefault(mention.target, set()).add(key)

    def compare(self) -> None:
        """Compare what several estates have under one id."""
        for key in sorted(self._shared()):
            self._compare(key)
        for name, loose in self._loose.items():
            # What an acceptance or a plan names must not become another estate's record.
            for other, entries in self.entries.items():
                if other != name:
                    met = (key for key in loose if key in entries)
                    self.clashing |= {k for k in met if entries[k].kind not in _OF_ALL}

    def _compare(self, key: str) -> None:
        held = {name: own[key] for name, own in sorted(self.entries.items()) if key in own}
        kinds = {entry.kind for entry in held.values()}
        full = {name: e for name, e in held.items() if not (self._one_origin and _stands_in(e))}
        first, *rest = (full or held).values()
        if len(kinds) == 1 and all(entry == first for entry in rest) and self._is_one(first):
            self.kept[key] = min(full or held)
            if full and len(full) < len(held):
                self.stood_for.add(key)
        elif kinds == {"product"}:
            self.laid_over.add(key)
        else:
            self.clashing.add(key)
            for name, entry in held.items():
                if entry.kind == "product":
                    self.products[key] = name

    def _is_one(self, entry: Entry) -> bool:
        if self._one_origin or entry.kind in _OF_ALL:
            return True
        return bool(getattr(entry, "organisation", None))

    def spread(self) -> None:
        """Part the records that name what is parted: they do not say the same."""
        todo = list(self.clashing)
        while todo:
            for key in self._naming.get(todo.pop(), ()):
                if key in self.kept and key not in self.clashing and key not in self.stood_for:
                    self.clashing.add(key)
                    todo.append(key)


def _stands_in(entry: Entry) -> bool:
    return LEFT_BEHIND in (entry.tags or ())


def _refuse(parts: Standings, names: Mapping[str, Mapping[str, str]]) -> None:
    problems = list(_problems(parts, names))
    if problems:
        message = "the estates cannot be merged: another --prefix may help"
        raise MergeError(message, problems)


def _problems(parts: Standings, names: Mapping[str, Mapping[str, str]]) -> Iterator[Problem]:
    taken = {entry.id: name for name, part in parts.items() for entry in part.estate}
    for name, renamed in names.items():
        entries: Mapping[str, Any] = parts[name].entries()
        for old, new in renamed.items():
            place = _place(parts[name], old, entries)
            if len(new) > LONGEST_ID:
                found = f"{quoted(new)} would have {len(new)} characters"
                yield Problem("merge", found, place, f"at most {LONGEST_ID}")
            elif new in taken:
                found = f"{quoted(old)} would become {quoted(new)}, which {taken[new]} has"
                yield Problem("merge", found, place, "an id that is free")


def _place(part: Part, key: str, entries: Mapping[str, Entry]) -> Location:
    section = SECTION_OF[entries[key].kind] if key in entries else ""
    for source in part.sources:
        records = source.document.values.get(section)
        if isinstance(records, dict) and key in records:
            line = source.document.lines.get((section, key))
            if line is not None:
                there = source.document.source.line(line)
                return replace(there, file=str(part.root / there.file))
    return Location(str(part.root), 0, 0, 0, 0)
