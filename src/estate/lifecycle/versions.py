"""Which release cycle a version belongs to: whole components, the longest first, no guess."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from estate.frozen import frozen
from estate.lifecycle.product import Product
from estate.lifecycle.wording import components, key_of

__all__ = ["Reading", "VersionIndex"]

_Key = tuple[str, ...]


@frozen
class Reading:
    """What a version was read as.

    `found` holds one cycle id where `outcome` is `cycle`, the possible ones where `ambiguous`, the
    nearest by components where `none`, and one `product@version` where `elsewhere`: the name
    belongs to another product. `parts` are the components after people's names were mapped.
    """

    outcome: Literal["cycle", "ambiguous", "elsewhere", "none"]
    found: tuple[str, ...]
    parts: _Key
    named: bool = False


class VersionIndex:
    """The cycles of one product and people's names for them, by components.

    `noise` are the words that carry no meaning in a version (`standard`, `edition`); a word that
    is part of one of the product's own cycles or names is never noise.
    """

    __slots__ = ("_cycles", "_editions", "_names", "_noise", "_order", "_own_names")

    def __init__(self, product: Product, noise: Iterable[str] = ()) -> None:
        self._order = tuple(cycle.id for cycle in product.cycles)
        self._cycles: dict[_Key, tuple[str, ...]] = {}
        for cycle_id in self._order:
            key = components(cycle_id)
            self._cycles[key] = (*self._cycles.get(key, ()), cycle_id)
        self._names = {tuple(name.split("-")): targets for name, targets in product.version_names}
        meaning = {part for key in (*self._cycles, *self._names) for part in key}
        self._noise = frozenset(noise) - meaning
        self._editions = dict(product.editions)
        self._own_names = {key_of(name) for name in (product.id, product.name, *product.aliases)}

    def starts(self, version: str) -> bool:
        """Return whether the text begins as a version of the product does, or with a digit."""
        parts = self._meaningful(components(version))
        known = (key for keys in (self._cycles, self._names) for key in keys)
        return bool(parts) and (parts[0][0].isdigit() or any(k[:1] == parts[:1] for k in known))

    def read(self, version: str) -> Reading:
        """Read a version as people write it."""
        if version in self._order:
            return Reading("cycle", (version,), components(version))
        parts = self._meaningful(components(version))
        reading = self._find(parts)
        if reading.outcome == "none" and (rest := self._without_own_name(parts)) != parts:
            again = self._find(rest)
            return again if again.outcome != "none" else reading
        return reading

    def exactly(self, version: str) -> str:
        """Return the one cycle whose id or name is precisely this, in other spelling; else ""."""
        key = components(version)
        found = self._cycles.get(key) or self._names.get(key, ())
        return found[0] if len(found) == 1 and "@" not in found[0] else ""

    def _meaningful(self, parts: _Key) -> _Key:
        """Leave out noise, and bring the words for editions to the end, as marks, in order."""
        said = {self._editions[part] for part in parts if part in self._editions}
        marks = [mark for mark in dict.fromkeys(self._editions.values()) if mark and mark in said]
        words = [p for p in parts if p not in self._noise and p not in self._editions]
        return (*words, *(mark for mark in marks if mark not in words))

    def _without_own_name(self, parts: _Key) -> _Key:
        """Leave out the product's name where it leads: `OpenSearch_3.1`."""
        for end in range(1, len(parts)):
            if "".join(parts[:end]) in self._own_names:
                return parts[end:]
        return parts

    def _find(self, parts: _Key) -> Reading:
        cycle = _longest(self._cycles, parts)
        name = _longest(self._names, parts)
        if name is None or (cycle is not None and len(name) <= len(cycle)):
            return self._within(cycle, parts, named=False)
        targets = self._names[name]
        if len(targets) > 1:
            return Reading("ambiguous", self._in_order(targets), parts, named=True)
        if "@" in targets[0]:
            rest = "".join(f" {part}" for part in parts[len(name) :])
            return Reading("elsewhere", (targets[0] + rest,), parts, named=True)
        target, more = components(targets[0]), parts[len(name) :]
        if any(map(_is_pack, more)) and any(map(_is_pack, target)):
            return Reading("ambiguous", targets, parts, named=True)
        mapped = target + more
        return self._within(_longest(self._cycles, mapped), mapped, named=True)

    def _within(self, cycle: _Key | None, parts: _Key, *, named: bool) -> Reading:
        if cycle is None:
            return self._shorter(parts)
        found = set(self._cycles[cycle])
        if len(parts) > len(cycle):
            found |= self._extending(cycle, by_number=False)
        outcome: Literal["cycle", "ambiguous"] = "cycle" if len(found) == 1 else "ambiguous"
        return Reading(outcome, self._in_order(found), parts, named)

    def _shorter(self, parts: _Key) -> Reading:
        """Return what a version stops short of, or what shares its beginning."""
        for end in range(len(parts), 0, -1):
            if found := self._extending(parts[:end], by_number=True):
                outcome: Literal["none", "ambiguous"] = "none" if end < len(parts) else "ambiguous"
                return Reading(outcome, self._in_order(found), parts)
        return Reading("none", (), parts)

    def _extending(self, start: _Key, *, by_number: bool) -> set[str]:
        """Return the cycles that extend `start`; by a number only where that is asked for.

        A service pack or an edition is a component that is no number.
        """
        end = len(start)
        keys = [
            (key, found)
            for table in (self._cycles, self._names if by_number else {})
            for key, found in table.items()
            if len(key) > end and key[:end] == start and (by_number or not key[end].isdigit())
        ]
        return {target for _, found in keys for target in found}

    def _in_order(self, found: Iterable[str]) -> tuple[str, ...]:
        known = set(found)
        first = tuple(cycle for cycle in self._order if cycle in known)
        return (*first, *sorted(known.difference(first)))


def _is_pack(part: str) -> bool:
    """Return whether a component is a service pack: a name that implies one denies another."""
    return part[:2] == "sp" and part[2:3].isdigit()


def _longest(table: dict[_Key, tuple[str, ...]], parts: _Key) -> _Key | None:
    """Return the longest key that `parts` begins with."""
    ends = range(len(parts), 0, -1)
    return next((parts[:end] for end in ends if parts[:end] in table), None)
