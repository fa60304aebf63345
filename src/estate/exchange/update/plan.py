"""What an import that comes again would change, field by field: three sides, one plan.

The three sides are what was imported before (`base`), what is imported now (`new`), and what the
estate says (`current`). A field changes where only the import has changed it. What somebody has
changed by hand stays, and where both have, that is a conflict and told.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Final, Literal

from estate.exchange.update.values import Fields, Path, Records, same
from estate.frozen import frozen

__all__ = ["ABSENT", "Change", "Kind", "Plan", "planned"]

Kind = Literal["added", "changed", "removed", "gone", "conflict", "ambiguous"]
Side = Literal["keep", "take"]


class _Absent:
    """The value of a field that is not there: nobody said."""

    def __repr__(self) -> str:
        return "ABSENT"


ABSENT: Final = _Absent()


@frozen
class Change:
    """One thing that an import would do, or leave to a person.

    `added` is a record, with its `fields`; `changed` and `removed` a field, from `before` to
    `after`; `gone` a record that was imported before and is not any more. `conflict` and
    `ambiguous` are not done; `why` says what stands against it.
    """

    kind: Kind
    section: str
    id: str
    path: Path = ()
    before: Any = ABSENT
    after: Any = ABSENT
    why: str = ""
    fields: Fields | None = None

    @property
    def place(self) -> str:
        """Where it happens, for people."""
        return ".".join((self.section, self.id, *self.path))


@frozen
class Plan:
    """Everything that an import would change, and how many of its records stay as they are."""

    changes: tuple[Change, ...]
    same: int

    def of(self, *kinds: Kind) -> tuple[Change, ...]:
        """Return the changes of some kinds."""
        return tuple(change for change in self.changes if change.kind in kinds)


def planned(
    base: Records | None,
    new: Records,
    current: Records,
    *,
    conflicts: Side = "keep",
    following: Collection[Path] = (),
) -> Plan:
    """Compare the three sides. `conflicts` says which side wins where both have changed a field.

    `following` are fields that change only where another of the record does. Without a base
    nobody knows who changed what, so that every difference is a conflict.
    """
    changes: list[Change] = []
    unchanged = 0
    where = {key: section for section, records in current.items() for key in records}
    names = _names(current, new)
    for section, records in new.items():
        for key, fields in records.items():
            known = (base or {}).get(section, {}).get(key)
            if key not in where:
                changes.append(_missing(section, key, fields, known, names))
            elif where[key] != section:
                why = f"{key} is one of {where[key]} here"
                changes.append(Change("ambiguous", section, key, why=why))
            else:
                sides = known, fields, current[section][key]
                found = _worth_telling(_fields(section, key, sides, conflicts), following)
                changes += found
                unchanged += not found
    changes += _gone(base or {}, new, current)
    return Plan(tuple(changes), unchanged)


def _names(current: Records, new: Records) -> dict[tuple[str, str], str]:
    """Return which record of a section has a name, of those that the import does not speak of."""
    return {
        (section, str(fields[("name",)]).casefold()): key
        for section, records in current.items()
        for key, fields in records.items()
        if ("name",) in fields and key not in new.get(section, {})
    }


def _missing(
    section: str,
    key: str,
    fields: Fields,
    known: Fields | None,
    names: Mapping[tuple[str, str], str],
) -> Change:
    """Return what becomes of a record that the estate does not have."""
    if known is not None:
        why = "it was imported before, and somebody has taken it out"
        return Change("conflict", section, key, why=why)
    alike = names.get((section, str(fields.get(("name",), "")).casefold()))
    if alike is not None:
        why = f"{alike} has the same name: is it this one?"
        return Change("ambiguous", section, key, why=why)
    return Change("added", section, key, fields=fields)


def _worth_telling(found: Iterable[Change], following: Collection[Path]) -> list[Change]:
    """Return the changes of a record, if there are others than of fields that only follow."""
    kept = [c for c in found if c.path not in following or c.kind == "changed"]
    moved = any(c.path not in following and c.kind != "conflict" for c in kept)
    return [c for c in kept if moved or c.path not in following]


def _fields(
    section: str, key: str, sides: tuple[Fields | None, Fields, Fields], conflicts: Side
) -> Iterator[Change]:
    base, new, current = sides
    for path in dict.fromkeys((*new, *(base or {}))):
        now, there = new.get(path, ABSENT), current.get(path, ABSENT)
        before = (base or {}).get(path, ABSENT)
        if base is not None and _same(now, before):
            continue
        if _same(now, there) or (base is None and now is ABSENT):
            continue
        clash = _clash(base, before, there)
        if clash and conflicts == "keep":
            yield Change("conflict", section, key, path, there, now, clash)
        elif now is ABSENT:
            yield Change("removed", section, key, path, there)
        else:
            yield Change("changed", section, key, path, there, now)


def _clash(base: Fields | None, before: object, there: object) -> str:
    """Say why a change is in conflict with what the estate says; "" where it is not."""
    if base is None:
        return "" if there is ABSENT else "what was imported before is not known"
    if _same(before, there):
        return ""
    return "it was changed here too" if there is not ABSENT else "it was taken out here"


def _same(one: object, other: object) -> bool:
    if one is ABSENT or other is ABSENT:
        return one is other
    return same(one, other)


def _gone(base: Records, new: Records, current: Records) -> Iterator[Change]:
    for section, records in base.items():
        for key in records:
            if key not in new.get(section, {}) and key in current.get(section, {}):
                yield Change("gone", section, key, why="the import does not have it any more")
