"""Records that came, went and changed between two estates, whatever files they stand in."""

from __future__ import annotations

from collections.abc import Container, Hashable, Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from estate.compare.words import in_words
from estate.findings import FieldChange, Place, RecordChange
from estate.findings.difference import Turn
from estate.frozen import frozen
from estate.model import Entry, Estate, relations_of
from estate.model.fields import fields_of
from estate.model.record import Record

__all__ = ["fields_between", "records_between"]

_Path: TypeAlias = "tuple[str | int, ...]"

_NAMES: Final = ("id", "product", "name", "organisation", "year", "to", "on", "asset")
"""The fields by which people know a member of a list."""
_IDENTITY: Final = frozenset({"id"})


def records_between(before: Estate, after: Estate) -> tuple[RecordChange, ...]:
    """Return the records that came, went or changed, section by section and by id.

    Relations are told apart. Where a record stands, and the order of lists, is no change. A record
    that stands in another section under its old id went and came.
    """
    found: list[RecordChange] = []
    for section, records in after.sections.items():
        earlier = before.sections[section]
        for key, entry in sorted({**earlier, **records}.items()):
            change = _change(entry, earlier.get(key), records.get(key))
            if change is not None:
                found.append(change)
    return tuple(found)


def fields_between(
    before: Record, after: Record, asset: str, apart: Container[str] = _IDENTITY
) -> tuple[FieldChange, ...]:
    """Return the fields in which two records of one type differ, down to the parts of each.

    `asset` is what places are named by; the fields of `apart` are left out.
    """
    return tuple(_Fields(asset).of(before, after, (), apart))


def _change(entry: Entry, before: Entry | None, after: Entry | None) -> RecordChange | None:
    if before is not None and after is not None:
        return None if before == after else _changed(before, after)
    turn: Turn = "came" if before is None else "went"
    return RecordChange(turn, entry.kind, entry.id, entry.name, Place(entry.id))


def _changed(before: Entry, after: Entry) -> RecordChange | None:
    """Return what changed in a record; None, where it is its relations alone."""
    holders = frozenset(holder for _, holder in relations_of(after.kind))
    fields = fields_between(before, after, after.id, _IDENTITY | holders)
    if not fields:
        return None
    return RecordChange("changed", after.kind, after.id, after.name, fields[0].place, fields)


@frozen
class _Fields:
    """Walks two values side by side, and tells where they part."""

    asset: str

    def of(
        self, before: Record, after: Record, path: _Path, apart: Container[str] = ()
    ) -> Iterator[FieldChange]:
        for name, field in fields_of(type(after)).items():
            if name not in apart:
                then, now = getattr(before, name), getattr(after, name)
                yield from self._differing(then, now, (*path, field.written))

    def _differing(self, then: object, now: object, path: _Path) -> Iterator[FieldChange]:
        if then == now and type(then) is type(now):
            return
        match then, now:
            case Record(), Record() if type(then) is type(now):
                yield from self.of(then, now, path)
            case tuple(), tuple():
                yield from self._lists(then, now, path)
            case Mapping(), Mapping():
                for key in dict.fromkeys([*then, *now]):
                    yield from self._differing(then.get(key), now.get(key), (*path, str(key)))
            case _:
                yield self._told(then, now, path)

    def _lists(
        self, then: Sequence[object], now: Sequence[object], path: _Path
    ) -> Iterator[FieldChange]:
        """Tell members apart by what they are called; plain values come and go as one list."""
        if not any(isinstance(each, Record) for each in (*then, *now)):
            if sorted(map(repr, then)) != sorted(map(repr, now)):
                yield self._told(then, now, path)
            return
        left, right = _unmatched(then, now)
        earlier: dict[Hashable, list[object]] = {}
        for number, member in left:
            earlier.setdefault(_name(member, number), []).append(member)
        for number, member in right:
            alike = earlier.get(_name(member, number))
            yield from self._differing(alike.pop(0) if alike else None, member, (*path, number))
        for gone in (member for members in earlier.values() for member in members):
            yield self._told(gone, None, path)

    def _told(self, then: object, now: object, path: _Path) -> FieldChange:
        place = Place(self.asset, path)
        return FieldChange(_label(path), in_words(then), in_words(now), place)


def _unmatched(
    then: Sequence[object], now: Sequence[object]
) -> tuple[list[tuple[int, object]], list[tuple[int, object]]]:
    """Return what is in one list alone, each with its position; equal members cancel out."""
    left, right = list(enumerate(then)), []
    for number, member in enumerate(now):
        same = next((each for each in left if each[1] == member), None)
        if same is None:
            right.append((number, member))
        else:
            left.remove(same)
    return left, right


def _name(member: object, number: int) -> Hashable:
    """Return what a member of a list is known by: its first name, else its position."""
    for name in _NAMES:
        value = getattr(member, name, None)
        if isinstance(value, Hashable) and value is not None:
            return name, value
    return number


def _label(path: _Path) -> str:
    """Return a path as people write it: `software[0].version`."""
    return str(Place("", path)).removeprefix(".")
