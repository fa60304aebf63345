"""What every report of a comparison tells: its parts, its counts, and where things stand."""

from __future__ import annotations

from collections import Counter

from estate.errors import Location
from estate.findings import (
    Difference,
    Edit,
    FieldChange,
    FindingChange,
    RecordChange,
    RelationChange,
)
from estate.findings.difference import Cause, Turn
from estate.frozen import frozen
from estate.report.locate import locate
from estate.report.wording import counted

__all__ = [
    "ABOUT",
    "AS_A_WHOLE",
    "Part",
    "edited_at",
    "field_words",
    "found_at",
    "numbers",
    "parts",
    "record_at",
    "relation_at",
    "relation_words",
    "sides",
]

ABOUT = "about"
"""The part of what is found about the change itself: it is no owner's."""
AS_A_WHOLE = "the change as a whole: no single edit is at a place that it rests on"

_PARTS: tuple[tuple[str, Turn, Cause, str], ...] = (
    ("brought", "came", "change", "The change brings"),
    ("altered", "changed", "change", "The change alters"),
    ("ended", "went", "change", "The change ends"),
    ("calendar", "came", "calendar", "The calendar brings"),
    ("calendar-altered", "changed", "calendar", "The calendar alters"),
    ("calendar-ended", "went", "calendar", "The calendar ends"),
)


@frozen
class Part:
    """Findings that are told of together, under one heading."""

    id: str
    title: str
    changes: tuple[FindingChange, ...]


def parts(difference: Difference) -> list[Part]:
    """Return the findings by what became of them and why; parts without any are left out."""
    about = tuple(FindingChange("came", each, "change") for each in difference.about_change)
    found = [Part(ABOUT, "About the change itself", about)]
    for key, turn, cause, says in _PARTS:
        changes = difference.of(turn, cause)
        told = says.replace("change", difference.by)
        found.append(Part(key, f"{told} {counted(len(changes), 'finding')}", changes))
    return [part for part in found if part.changes]


def numbers(difference: Difference) -> list[tuple[str, int, int, int | None]]:
    """Return rows of what came, went and changed; a relation never changes."""
    records = Counter(each.turn for each in difference.records)
    relations = Counter(each.turn for each in difference.relations)
    settings = Counter(each.turn for each in difference.settings)
    rows: list[tuple[str, int, int, int | None]] = [
        ("records", *_turns(records)),
        ("relations", relations["came"], relations["went"], None),
        ("rules and settings", *_turns(settings)),
    ]
    causes: tuple[Cause, ...] = ("change", "calendar")
    for cause in causes:
        tally = Counter(each.turn for each in difference.findings if each.cause == cause)
        by = difference.by if cause == "change" else cause
        rows.append((f"findings, by the {by}", *_turns(tally)))
    return rows


def sides(difference: Difference) -> str:
    """Return what is compared with what, in words."""
    base, head = difference.base, difference.head
    if base.name == head.name:
        return f"{base.name} on {base.as_of} and on {head.as_of}"
    return f"{base.name} on {base.as_of} and {head.name} on {head.as_of}"


def found_at(difference: Difference, change: FindingChange) -> Location | None:
    """Return where a finding stands; one that went, where it stood."""
    places = difference.places_before if change.turn == "went" else difference.places
    return locate(places, change.finding.place)


def edited_at(difference: Difference, edit: Edit) -> Location | None:
    """Return where an edit stands, or stood."""
    return locate(difference.places_before if edit.before else difference.places, edit.place)


def record_at(difference: Difference, change: RecordChange) -> Location | None:
    """Return where a record, rule or setting stands; one that went, where it stood."""
    places = difference.places_before if change.turn == "went" else difference.places
    return locate(places, change.place)


def relation_at(difference: Difference, change: RelationChange) -> Location | None:
    """Return where a relation stands; one that went, where it stood."""
    places = difference.places_before if change.turn == "went" else difference.places
    return locate(places, change.place)


def field_words(change: FieldChange) -> str:
    """Return a field before and after in words: `version: 14.2 → 17`."""
    before, after = change.before or "not recorded", change.after or "not recorded"
    return f"{change.name}: {before} → {after}"


def relation_words(change: RelationChange) -> str:
    """Return a relation in words: `academy runs_on srv-1`."""
    detail = f" ({change.detail})" if change.detail else ""
    return f"{change.source} {change.relation} {', '.join(change.targets)}{detail}"


def _turns(tally: Counter[Turn]) -> tuple[int, int, int]:
    return tally["came"], tally["went"], tally["changed"]
