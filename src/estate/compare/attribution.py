"""Which edit brought a finding about: what it rests on, held against what was changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import field
from typing import Final

from estate.findings import (
    Edit,
    FieldChange,
    Finding,
    Place,
    RecordChange,
    RelationChange,
)
from estate.frozen import frozen

__all__ = ["Edited", "edits_of"]

Reach = Callable[[str], Iterable[str]]
"""From a record's id to the ids of all that it needs."""

_MOST: Final = 5
"""Edits that are told of one finding."""
_NAMES: Final = re.compile(r"[\w-]+")
_SUPPORT: Final = "support."

_HERE, _NAMED, _SUBJECT, _AROUND, _RULED, _NEEDED = range(6)
"""How near an edit is to a finding: where it stands, a field that it reads, its own record, a
record on its way, the rule that finds it, and what its subject needs."""


@frozen
class _Told:
    """An edit with the record that it was made in, and the field."""

    asset: str
    path: tuple[str | int, ...]
    edit: Edit


@frozen
class Edited:
    """Everything that a change did, by the record that it was done to."""

    records: dict[str, list[_Told]] = field(default_factory=dict)
    rules: dict[str, Edit] = field(default_factory=dict)
    settings: list[_Told] = field(default_factory=list)
    catalogue: list[Edit] = field(default_factory=list)

    @classmethod
    def of(
        cls,
        records: Iterable[RecordChange],
        relations: Iterable[RelationChange],
        settings: Iterable[RecordChange],
    ) -> Edited:
        """Sort what was changed by the record that it was changed in."""
        edited = cls()
        for change in records:
            for told in _of_record(change):
                edited.records.setdefault(change.id, []).append(told)
        for relation in relations:
            told = _of_relation(relation)
            for key in (relation.source, *relation.targets):
                edited.records.setdefault(key, []).append(told)
        for change in settings:
            if change.kind == "rule":
                edited.rules[change.id] = Edit(
                    f"the rule {change.id} {change.turn}", change.place, change.turn == "went"
                )
            elif change.kind == "catalogue":
                edited.catalogue.extend(told.edit for told in _of_record(change))
            else:
                edited.settings.extend(_of_record(change))
        return edited


def edits_of(finding: Finding, edited: Edited, needs: Reach) -> tuple[Edit, ...]:
    """Return what the change did to what a finding rests on, the nearest first.

    Where something is at its place, or at a field that it reads, that alone is told. Where nothing
    was done to all that it rests on, it is what was done to the records that its subject needs
    through the graph. Nothing, where that is nothing either: it is the change as a whole then.
    """
    ranked = sorted(_near(finding, edited), key=lambda each: each[0])
    if ranked and ranked[0][0] < _SUBJECT:
        ranked = [each for each in ranked if each[0] < _SUBJECT]
    if not ranked:
        further = (edited.records.get(key, ()) for key in needs(finding.subject.id))
        ranked = [(_NEEDED, told.edit) for found in further for told in found]
    return tuple(dict.fromkeys(edit for _, edit in ranked))[:_MOST]


def _near(finding: Finding, edited: Edited) -> Iterator[tuple[int, Edit]]:
    names = _names(finding)
    for key in _around(finding):
        for told in edited.records.get(key, ()):
            yield _rank(finding, told, names), told.edit
    if finding.rule in edited.rules:
        yield _RULED, edited.rules[finding.rule]
    for told in edited.settings:
        if finding.rule in told.path or _policy(told) & names:
            yield _RULED, told.edit
    if any(name.startswith(_SUPPORT) for name, _ in finding.facts):
        yield from ((_RULED, edit) for edit in edited.catalogue)


def _rank(finding: Finding, told: _Told, names: frozenset[str]) -> int:
    own = finding.place
    if told.asset == own.asset and told.path and own.path and told.path[0] == own.path[0]:
        return _HERE if _one_way(told.path, own.path) else _SUBJECT
    if names.intersection(map(str, told.path)):
        return _NAMED
    return _SUBJECT if told.asset == finding.subject.id else _AROUND


def _one_way(one: tuple[str | int, ...], other: tuple[str | int, ...]) -> bool:
    """Whether one of two paths leads to the other, or through it."""
    length = min(len(one), len(other))
    return one[:length] == other[:length]


def _names(finding: Finding) -> frozenset[str]:
    """Return the names of the fields that a finding's facts speak of."""
    return frozenset(word for name, _ in finding.facts for word in _NAMES.findall(name))


def _policy(told: _Told) -> frozenset[str]:
    """Return the fields of the policy that a setting is about."""
    return frozenset(str(step) for step in told.path[1:] if told.path[0] == "policy")


def _around(finding: Finding) -> Iterable[str]:
    """Return the ids of all records that a finding names, its own first."""
    found = dict.fromkeys([finding.place.asset, finding.subject.id])
    for _, value in finding.subject.detail:
        found.update(dict.fromkeys((value,) if isinstance(value, str) else value))
    found.update(dict.fromkeys(other.place.asset for other in finding.related))
    found.update(dict.fromkeys(finding.path))
    for name, value in finding.facts:
        found.update(dict.fromkeys(_NAMES.findall(name)))
        found.update(dict.fromkeys(part.strip() for part in value.split(",")))
    return found


def _of_record(change: RecordChange) -> Iterator[_Told]:
    for each in change.fields:
        text = f"{change.id}: {_field_words(each)}"
        yield _Told(change.id, each.place.path, Edit(text, each.place))
    if not change.fields:
        text = f"{change.kind} {change.id} {change.turn}"
        yield _Told(change.id, (), Edit(text, Place(change.id), change.turn == "went"))


def _field_words(each: FieldChange) -> str:
    return f"{each.name} {each.before or 'not recorded'} → {each.after or 'not recorded'}"


def _of_relation(change: RelationChange) -> _Told:
    targets = ", ".join(change.targets) + (f" ({change.detail})" if change.detail else "")
    text = f"{change.source}: {change.relation} {targets} {change.turn}"
    return _Told(change.source, change.place.path, Edit(text, change.place, change.turn == "went"))
