"""From documents to typed records: sections, defaults, validation, references."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import cache, partial
from typing import Any, Final
from unicodedata import normalize

from pydantic_core import ValidationError

from estate.errors import Location, Problem, nearest, quoted
from estate.model.consistency import impossible_dates, uneven_shares
from estate.model.estate import SECTIONS
from estate.model.fields import fields_of
from estate.model.record import Entry
from estate.model.types import ID_PATTERN, LONGEST_ID, NULL
from estate.model.validation import section_validator
from estate.read.document import Document
from estate.read.gathered import Gathered, Origin, Path, Raw
from estate.read.problems import Locator, field_problem, shown
from estate.read.references import reference_problems
from estate.read.rings import ring_problems
from estate.second import beside

_FOR_TWO: Final = 2000
"""From how many records a second process pays."""

_ID: Final = re.compile(ID_PATTERN)
_NOTHING: Final = frozenset[str]()
_NO_ENTRIES: Final[Mapping[str, Entry]] = {}


def assemble(
    documents: Iterable[Document],
    defaults: Mapping[str, Any],
    settings: Callable[[], Document | None] = lambda: None,
) -> tuple[Gathered, dict[str, dict[str, Entry]]]:
    """Return what was gathered, with its problems, and the valid records by section and id.

    Of many, a second process judges the references, but for rings. Raw records are let go at the
    end.
    """
    gathered = Gathered(raw={section: {} for section in SECTIONS}, settings=settings)
    for document in documents:
        if not document.whole:
            gathered.broken.append(document)
        _gather(gathered, document, defaults)
    known = len(gathered.problems)
    referring, own = partial(_references, gathered), partial(_ringed_and_typed, gathered)
    if len(gathered.origins) >= _FOR_TWO:
        misdirected, (rings, sections) = beside(referring, own)
    else:
        misdirected, (rings, sections) = referring(), own()
    gathered.problems[known:known] = [*misdirected, *rings]
    gathered.raw.clear()
    return gathered, sections


def type_ahead(document: Document, defaults: Mapping[str, Any]) -> None:
    """Validate the records of a document before the others are there.

    Sections in which something is wrong are left to `assemble`, which says so.
    """
    own = document.values.get("defaults")
    nearer = own if isinstance(own, dict) else {}
    for section, records in document.values.items():
        if section in SECTIONS and isinstance(records, dict):
            usable = {**_usable(section, defaults), **_usable(section, nearer)}
            raw = {key: {**usable, **r, "id": key} for key, r in records.items() if type(r) is dict}
            with suppress(ValidationError):
                document.typed[section] = section_validator(SECTIONS[section]).validate_python(raw)


def _usable(section: str, defaults: Mapping[str, Any]) -> Raw:
    """Return the defaults that a section's records take."""
    accepted = _accepted(section)
    return {name: value for name, value in defaults.items() if name in accepted}


def _references(gathered: Gathered) -> list[Problem]:
    return list(reference_problems(gathered))


def _ringed_and_typed(gathered: Gathered) -> tuple[list[Problem], dict[str, dict[str, Entry]]]:
    return list(ring_problems(gathered)), _all_typed(gathered)


def _all_typed(gathered: Gathered) -> dict[str, dict[str, Entry]]:
    """Return the valid records by section and id, and note what is wrong with the others."""
    sections = {section: _typed(gathered, section) for section in SECTIONS}
    for records in sections.values():
        for entry in records.values():
            _judge_record(gathered, entry)
    return sections


@cache
def _accepted(section: str) -> frozenset[str]:
    """Return the names of the fields that a record of a section may have, as they are written."""
    fields = fields_of(SECTIONS[section])
    return frozenset(field.written for name, field in fields.items() if name != "id")


def default_problems(names: Iterable[str], find_key: Callable[[Path], Location]) -> list[Problem]:
    """Return the problems of defaults whose names no record accepts."""
    known = frozenset().union(*(_accepted(section) for section in SECTIONS))
    return [
        Problem(
            "invalid-field",
            f"unknown field {quoted(name)} in defaults",
            find_key(("defaults", name)),
            "a field that some record accepts",
            nearest(name, known),
        )
        for name in names
        if name not in known
    ]


def _gather(gathered: Gathered, document: Document, estate_defaults: Mapping[str, Any]) -> None:
    own = document.values.get("defaults", NULL)
    if not isinstance(own, dict):
        if own is not NULL:
            _note(gathered, document, ("defaults",), shown(own), "a mapping of fields")
        own = {}
    spans = gathered.span(document)
    gathered.problems += default_problems(own, spans.find_key)
    for section, records in document.values.items():
        if section == "defaults":
            continue
        if section not in SECTIONS:
            _unknown_section(gathered, document, section)
            gathered.lost.update(records if isinstance(records, dict) else ())
        elif isinstance(records, dict):
            _gather_section(gathered, document, section, own, estate_defaults)
        elif records is not NULL and records != []:
            _note(gathered, document, (section,), shown(records), "a mapping from id to record")


def _gather_section(
    gathered: Gathered, document: Document, section: str, own: Raw, estate: Mapping[str, Any]
) -> None:
    nearer = _usable(section, own)
    usable = {**_usable(section, estate), **nearer}
    shared: dict[frozenset[str], Origin] = {}
    for key, record in document.values[section].items():
        if not isinstance(record, dict):
            _note(gathered, document, (section, key), shown(record), "a mapping of fields")
            gathered.lost.add(key)
        elif key in gathered.origins:
            _duplicate(gathered, document, section, key)
        else:
            given = frozenset(usable.keys() - record.keys()) if usable else _NOTHING
            if given not in shared:
                filled = given & nearer.keys()
                shared[given] = Origin(document, section, filled, given - filled)
            gathered.origins[key] = shared[given]
            gathered.raw[section][key] = {**usable, **record, "id": key}
            _judge_key(gathered, key, record)


def _judge_key(gathered: Gathered, key: str, record: Raw) -> None:
    if "id" in record:
        place, expected = gathered.locate_key(key, ("id",)), "the id as the record's key"
        problem = Problem("invalid-field", "unknown field 'id'", place, expected)
        gathered.problems.append(problem)
    if not _ID.fullmatch(key) or len(key) > LONGEST_ID:
        place = gathered.locate_key(key, ())
        gathered.problems.append(_bad_id(key, place))


def _typed(gathered: Gathered, section: str) -> dict[str, Entry]:
    raw = gathered.raw[section]
    if not raw:
        return {}
    known, rest = _validated(gathered, section), {}
    order = sorted(raw)
    if len(known) < len(raw):
        rest = {key: raw[key] for key in order if key not in known}
    read: Callable[[Any], dict[str, Entry]] = section_validator(SECTIONS[section]).validate_python
    try:
        found = read(rest)
    except ValidationError as error:
        failed = _note_errors(gathered, section, error)
        found = read({key: record for key, record in rest.items() if key not in failed})
    if known:
        found |= known
        return {key: found[key] for key in order if key in found}
    return found


def _validated(gathered: Gathered, section: str) -> dict[str, Entry]:
    """Return the records that were validated while others were read."""
    found = {}
    for key in gathered.raw[section]:
        entry = gathered.origins[key].document.typed.get(section, _NO_ENTRIES).get(key)
        if entry is not None:
            found[key] = entry
    return found


def _note_errors(gathered: Gathered, section: str, error: ValidationError) -> set[str]:
    """Note a problem for each error, and return the ids of the records that have one."""
    failed = set()
    for detail in error.errors(include_url=False):
        key, path = str(detail["loc"][0]), detail["loc"][1:]
        where = Locator(partial(gathered.locate, key), partial(gathered.locate_key, key))
        problem = field_problem(detail, path, SECTIONS[section], where)
        if gathered.from_defaults(key, path):
            related = ((gathered.locate_key(key, ()), f"{key} takes it from the defaults"),)
            problem = replace(problem, related=related)
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
    message = f"{quoted(path[-1])} is {found}"
    gathered.problems.append(Problem("invalid-field", message, place, expected))


def _unknown_section(gathered: Gathered, document: Document, section: str) -> None:
    place = gathered.span(document).find_key((section,))
    message, close = f"unknown section {quoted(section)}", nearest(section, SECTIONS)
    expected = "a section of the format" if close else f"one of {', '.join(SECTIONS)}"
    gathered.problems.append(Problem("invalid-field", message, place, expected, close))


def _duplicate(gathered: Gathered, document: Document, section: str, key: str) -> None:
    place = gathered.span(document).find_key((section, key))
    related = ((gathered.locate_key(key, ()), "it stands here first"),)
    message, expected = f"the id {quoted(key)} a second time", "an id of its own"
    gathered.problems.append(Problem("duplicate-id", message, place, expected, related=related))


def _bad_id(key: str, place: Location) -> Problem:
    if _ID.fullmatch(key):
        message = f"the id {quoted(key)} has {len(key)} characters"
        return Problem("invalid-field", message, place, f"at most {LONGEST_ID}")
    form = "lower-case letters a-z and digits, with one of - . _ / between them"
    plain = normalize("NFKD", key.lower()).encode("ascii", "ignore").decode()
    better = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    better = better if len(better) <= LONGEST_ID else ""
    return Problem("invalid-field", f"the id {quoted(key)} is not well formed", place, form, better)
