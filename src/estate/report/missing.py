"""What to ask for next: each missing field, what it would settle alone, and on which records."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterator
from dataclasses import field
from typing import Final

from estate.findings import Outcome, Subject, Unknown
from estate.frozen import frozen, slotted
from estate.report.wording import counted

__all__ = ["Missing", "missing_fields", "plain_field", "settles"]

_OF_RECORD: Final = re.compile(r".*?\[([^\[\]]+)\]\.(.+)")
"""A field of another record that a rule names by its id: `contracts[con-1].ends`."""
_OF_PRODUCT: Final = re.compile(r"products\[(.+)\]\.(\w+)")
"""A field of a product that the catalogue lacks, or knows too little of: it can be stated here."""
_OWN: Final = ("source.", "asset.")
"""What a dependency and an installation call the record whose id is theirs."""


@frozen
class Missing:
    """A field that nobody has filled in.

    `records` are the ids of those that lack it, the one that settles most first. `rules` wait for
    it, in so many `questions` (a rule and a subject). It alone settles `settled_rules` on so many
    `subjects`: they lack nothing else.
    """

    field: str
    records: tuple[str, ...]
    rules: tuple[str, ...]
    questions: int
    settled_rules: tuple[str, ...]
    subjects: int


@slotted
class _Tally:
    """What waits for one field, while it is gathered."""

    records: Counter[str] = field(default_factory=Counter)
    rules: set[str] = field(default_factory=set)
    questions: int = 0
    settled_rules: set[str] = field(default_factory=set)
    subjects: set[Subject] = field(default_factory=set)


def missing_fields(outcome: Outcome) -> list[Missing]:
    """Return every missing field, the one that settles most subjects first.

    The same field of the two ends of a dependency is one field: it is asked for by one name.
    """
    known = {place.asset for place in outcome.places}
    tallies: dict[str, _Tally] = defaultdict(_Tally)
    for entry in outcome.unknown:
        lacking: dict[str, set[str]] = defaultdict(set)
        for name in entry.missing:
            plain, records = _asked(name, entry, known)
            lacking[plain].update(records)
        for plain, lacked in lacking.items():
            _count(tallies[plain], entry, lacked, alone=len(lacking) == 1)
    found = [_missing(name, tally) for name, tally in tallies.items()]
    return sorted(found, key=lambda each: (-each.subjects, -each.questions, each.field))


def plain_field(name: str) -> str:
    """Return a missing field without the record or the part of a group that lacks it."""
    if match := _OF_PRODUCT.fullmatch(name):
        return f"products.<id>.{match[2]}"
    match = _OF_RECORD.fullmatch(name)
    return match[2] if match else name


def settles(row: Missing) -> str:
    """Return in words what a field would settle alone."""
    if not row.subjects:
        wait = "waits" if row.questions == 1 else "wait"
        return f"nothing alone; {counted(row.questions, 'question')} {wait} for it and others"
    rules = counted(len(row.settled_rules), "rule")
    return f"{rules} on {counted(row.subjects, 'subject')}"


def _count(tally: _Tally, entry: Unknown, records: set[str], *, alone: bool) -> None:
    tally.rules.add(entry.rule)
    tally.questions += 1
    # Also where it settles nothing, the record is one of those that lack the field.
    tally.records.update(dict.fromkeys(records, int(alone)))
    if alone:
        tally.settled_rules.add(entry.rule)
        tally.subjects.add(entry.subject)


def _missing(name: str, tally: _Tally) -> Missing:
    return Missing(
        field=name,
        records=tuple(sorted(tally.records, key=lambda key: (-tally.records[key], key))),
        rules=tuple(sorted(tally.rules)),
        questions=tally.questions,
        settled_rules=tuple(sorted(tally.settled_rules)),
        subjects=len(tally.subjects),
    )


def _asked(name: str, entry: Unknown, known: Container[str]) -> tuple[str, tuple[str, ...]]:
    """Return a field as its record calls it, and the records that lack it.

    What a member of a group lacks (`by_organisation[…].category`) is asked of all members.
    """
    if match := _OF_PRODUCT.fullmatch(name):
        return f"products.<id>.{match[2]}", (match[1],)
    if (match := _OF_RECORD.fullmatch(name)) and match[1] in known:
        return match[2], (match[1],)
    if name.startswith("target.") and (targets := tuple(_listed(entry.subject, "targets"))):
        return name.removeprefix("target."), targets
    for prefix in _OWN:
        if name.startswith(prefix) and entry.subject.kind in {"dependency", "installation"}:
            return name.removeprefix(prefix), (entry.subject.id,)
    members = tuple(_listed(entry.subject, "members"))
    if members and (match := _OF_RECORD.fullmatch(name)):
        return match[2], members
    return name, members or (entry.subject.id,)


def _listed(subject: Subject, wanted: str) -> Iterator[str]:
    for key, value in subject.detail:
        if key == wanted:
            yield from (value,) if isinstance(value, str) else value
