"""From documents to typed records: sections, defaults, validation, references."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Any, Final

from pydantic_core import ValidationError

from estate.errors import Location, Problem, nearest
from estate.model.consistency import impossible_dates, uneven_shares
from estate.model.estate import SECTIONS
from estate.model.fields import fields_of
from estate.model.record import Entry
from estate.model.types import ID_PATTERN, LONGEST_ID
from estate.model.validation import section_validator
from estate.read.document import Document
from estate.read.problems import Locator, field_problem, shown
from estate.read.references import reference_problems
from estate.read.spans import Spans

_ID: Final = re.compile(ID_PATTERN)

Raw = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record came from: its file, its section, and what its defaults filled in."""

    document: Document
    section: str
    filled: frozenset[str] = frozenset()


@dataclass(slots=True)
class Gathered:
    """Every record of all documents, still raw, and where it came from."""

    raw: dict[str, dict[str, Raw]] = field(default_factory=dict)
    origins: dict[str, Origin] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    broken: list[Document] = field(default_factory=list)
    spans: dict[str, Spans] = field(default_factory=dict)

    def span(self, document: Document) -> Spans:
        """Return the places of a document."""
        return self.spans.setdefault(document.name, Spans(document))

    def locate(self, key: str, path: tuple[str | int, ...]) -> Location:
        """Return where a path of a record stands; a default's, where a default filled it in."""
        origin = self.origins[key]
        if path and path[0] in origin.filled:
            return self.span(origin.document).find(("defaults", *path))
        return self.span(origin.document).find((origin.section, key, *path))

    def locate_key(self, key: str, path: tuple[str | int, ...]) -> Location:
        """Return where the key of a record's field stands."""
        origin = self.origins[key]
        return self.span(origin.document).find_key((origin.section, key, *path))


def assemble(
    documents: Iterable[Document], defaults: Mapping[str, Any]
) -> tuple[Gathered, dict[str, dict[str, Entry]]]:
    """Return what was gathered, with its problems, and the valid records by section and id.

    Raw records are let go as typed ones take their place.
    """
    gathered = Gathered(raw={section: {} for section in SECTIONS})
    for document in documents:
        if not document.whole:
            gathered.broken.append(document)
        _gather(gathered, document, defaults)
    gathered.problems += reference_problems(gathered)
    sections = {section: _typed(gathered, section) for section in SECTIONS}
    for records in sections.values():
        for entry in records.values():
            _judge_record(gathered, entry)
    return gathered, sections


@cache
def _accepted(section: str) -> frozenset[str]:
    """Return the names of the fields that a record of a section may have, as they are written."""
    fields = fields_of(SECTIONS[section])
    return frozenset(field.written for name, field in fields.items() if name != "id")


def _gather(gathered: Gathered, document: Document, estate_defaults: Mapping[str, Any]) -> None:
    defaults = dict(estate_defaults)
    own = document.values.get("defaults", {})
    if isinstance(own, dict):
        _check_defaults(gathered, document, own)
        defaults.update(own)
    elif own:
        _note(gathered, document, ("defaults",), shown(own), "a mapping of fields")
    for section, records in document.values.items():
        if section == "defaults":
            continue
        if section not in SECTIONS:
            _unknown_section(gathered, document, section)
        elif isinstance(records, dict):
            _gather_section(gathered, document, section, records, defaults)
        elif records:
            _note(gathered, document, (section,), shown(records), "a mapping from id to record")


def _gather_section(
    gathered: Gathered, document: Document, section: str, records: Raw, defaults: Raw
) -> None:
    accepted = _accepted(section)
    usable = {name: value for name, value in defaults.items() if name in accepted}
    target, origins = gathered.raw[section], gathered.origins
    shared: dict[frozenset[str], Origin] = {}
    for key, record in records.items():
        if not isinstance(record, dict):
            _note(gathered, document, (section, key), shown(record), "a mapping of fields")
        elif key in origins:
            _duplicate(gathered, document, section, key)
        else:
            filled = frozenset(usable.keys() - record.keys())
            if filled not in shared:
                shared[filled] = Origin(document, section, filled)
            origins[key] = shared[filled]
            if "id" in record:
                _id_field(gathered, key)
            if not _ID.fullmatch(key) or len(key) > LONGEST_ID:
                _bad_id(gathered, document, section, key)
            target[key] = {**usable, **record, "id": key}


def _typed(gathered: Gathered, section: str) -> dict[str, Entry]:
    raw = gathered.raw.pop(section)
    if not raw:
        return {}
    ordered = {key: raw[key] for key in sorted(raw)}
    raw.clear()
    read: Callable[[Any], dict[str, Entry]] = section_validator(SECTIONS[section]).validate_python
    try:
        return read(ordered)
    except ValidationError as error:
        failed = _note_errors(gathered, section, error)
        return read({key: record for key, record in ordered.items() if key not in failed})


def _note_errors(gathered: Gathered, section: str, error: ValidationError) -> set[str]:
    """Note a problem for each error, and return the ids of the records that have one."""
    failed = set()
    for detail in error.errors(include_url=False):
        key = str(detail["loc"][0])
        where = Locator(partial(gathered.locate, key), partial(gathered.locate_key, key))
        problem = field_problem(detail, detail["loc"][1:], SECTIONS[section], where)
        gathered.problems.append(problem)
        failed.add(key)
    return failed


def _judge_record(gathered: Gathered, entry: Entry) -> None:
    for path, found, expected in impossible_dates(entry):
        place = gathered.locate(entry.id, path)
        gathered.problems.append(Problem("impossible-dates", found, place, expected))
    for path, found, expected in uneven_shares(entry):
        place = gathered.locate(entry.id, path)
        gathered.problems.append(Problem("invalid-field", found, place, expected))


def _note(
    gathered: Gathered, document: Document, path: tuple[str, ...], found: str, expected: str
) -> None:
    place = gathered.span(document).find(path)
    gathered.problems.append(Problem("invalid-field", f"found {found}", place, expected))


def _unknown_section(gathered: Gathered, document: Document, section: str) -> None:
    place = gathered.span(document).find_key((section,))
    close = nearest(section, [*SECTIONS, "defaults"])
    problem = Problem(
        "invalid-field", f"unknown section {section!r}", place, "a section of the format", close
    )
    gathered.problems.append(problem)


def _check_defaults(gathered: Gathered, document: Document, defaults: Raw) -> None:
    known = frozenset().union(*(_accepted(section) for section in SECTIONS))
    for name in defaults:
        if name not in known:
            place = gathered.span(document).find_key(("defaults", name))
            message, close = f"unknown field {name!r} in defaults", nearest(name, known)
            expected = "a field that some record accepts"
            problem = Problem("invalid-field", message, place, expected, close)
            gathered.problems.append(problem)


def _duplicate(gathered: Gathered, document: Document, section: str, key: str) -> None:
    place = gathered.span(document).find_key((section, key))
    first = gathered.locate_key(key, ())
    message = f"the id {key!r} a second time"
    related = ((first, "it stands here first"),)
    expected = "an id that no other record has"
    gathered.problems.append(Problem("duplicate-id", message, place, expected, "", related))


def _bad_id(gathered: Gathered, document: Document, section: str, key: str) -> None:
    place = gathered.span(document).find_key((section, key))
    form = f"letters a-z, digits, and - . _ / between them, at most {LONGEST_ID} characters"
    better = re.sub(r"[^a-z0-9]+", "-", key.lower()).strip("-")[:LONGEST_ID]
    message = f"the id {key[:60]!r} is not well formed"
    gathered.problems.append(Problem("invalid-field", message, place, form, better))


def _id_field(gathered: Gathered, key: str) -> None:
    place = gathered.locate_key(key, ("id",))
    message = "unknown field 'id'"
    gathered.problems.append(Problem("invalid-field", message, place, "the id as the record's key"))
