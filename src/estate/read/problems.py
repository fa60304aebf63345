"""From pydantic's errors to problems that a person can mend."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, Final, get_args, get_origin

from pydantic_core import ErrorDetails

from estate.errors import Location, Problem, nearest, quoted
from estate.frozen import frozen
from estate.model.estate import SECTION_OF, SECTIONS
from estate.model.fields import fields_of
from estate.model.record import record_in
from estate.model.relations import RELATIONS
from estate.model.types import NULL
from estate.model.validation import SHAPES

Path = tuple[str | int, ...]

_KEY: Final = "[key]"
"""The last step of pydantic's path to the key of an entry."""

_WORD: Final = re.compile(r"'([^']*)'")
_MOST_KINDS: Final = 4
_MOST_LISTED: Final = 12
_LONGEST_OFFERED: Final = 60


def shown(value: object) -> str:
    """Return a raw value as a message shows it: what kind of thing, and its text if short."""
    if value is NULL:
        return "null"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list | tuple):
        return "a list"
    return quoted(str(value))


@frozen
class Locator:
    """Finds where a value, or the key of a field, stands: by its path below a record."""

    value: Callable[[Path], Location]
    key: Callable[[Path], Location]


def field_problem(detail: ErrorDetails, path: Path, kind: type, where: Locator) -> Problem:
    """Return the problem of one of pydantic's errors about a record of type `kind`."""
    if detail["type"] == "unexpected_keyword_argument":
        return _unknown_field(path, kind, where)
    if detail["type"] == "missing":
        return _missing_field(path, kind, where)
    if len(path) > 1 and path[-1] == _KEY and path[-2] == detail["input"]:
        found = f"{_name(path[:-2])} has the key {shown(detail['input'])}"
        return Problem("invalid-field", found, where.key(path[:-1]), *_wanted(detail))
    if detail["type"] == "unfit":
        context = detail.get("ctx", {})
        found = f"{_owner(path, kind)} {context['found']}"
        return Problem("invalid-field", found, where.value(path), context["expected"])
    found = f"{_name(path) or _label(kind)} is {shown(detail['input'])}"
    expected, close = _wanted(detail)
    return Problem("invalid-field", found, where.value(path), expected, close)


def _wanted(detail: ErrorDetails) -> tuple[str, str]:
    """Return what was expected, and what may have been meant."""
    context, value = detail.get("ctx", {}), detail["input"]
    if detail["type"] == "literal_error":
        words = _WORD.findall(str(context.get("expected", "")))
        return _listed(words), nearest(str(value), words) if type(value) is str else ""
    if detail["type"] == "tuple_type" and type(value) is str:
        return "a list", f"[{value}]" if len(value) <= _LONGEST_OFFERED else ""
    expected = SHAPES.get(detail["type"]) or context.get("expected", detail["msg"])
    return str(expected), str(context.get("nearest", ""))


def _name(path: Path) -> str:
    return ".".join(str(step) for step in path if isinstance(step, str))


def one_of(kinds: Sequence[str]) -> str:
    """Return kinds as the words `a server or a device`; many are an asset."""
    return _listed([_article(kind) for kind in kinds]) if len(kinds) <= _MOST_KINDS else "an asset"


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


def _unknown_field(path: Path, kind: type, where: Locator) -> Problem:
    name, known = str(path[-1]), accepted(kind, path[:-1])
    close, place = nearest(name, known), where.key(path)
    if len(path) == 1 and (owners := _owners(name, _word(kind))):
        message = f"{_label(kind)} has no {name!r}"
        return Problem("illegal-relation", message, place, f"it on {one_of(owners)}")
    message = f"unknown field {quoted(name)} of {_name(path[:-1]) or _label(kind)}"
    return Problem("invalid-field", message, place, _fields(kind, known, close), close)


def _owners(name: str, asked: str) -> tuple[str, ...]:
    """Return the kinds that have the relation of this name, if the kind that was asked has not."""
    return tuple(
        kind
        for relation in RELATIONS
        if name in relation.holders and asked not in relation.owners
        for kind in relation.owners
        if name in fields_of(SECTIONS[SECTION_OF[kind]])
    )


def _fields(kind: type, known: frozenset[str], close: str) -> str:
    if len(known) <= _MOST_LISTED:
        return f"one of {', '.join(sorted(known))}"
    where = "" if close else "; 'estate schema' lists them"
    return f"a field of {_label(kind)}{where}"


def _label(kind: type) -> str:
    return _article(_word(kind))


def _word(kind: type) -> str:
    return str(getattr(kind, "kind", kind.__name__.lower()))


def _article(word: str) -> str:
    return f"{'an' if word[0] in 'aeo' else 'a'} {word}"


def _owner(path: Path, kind: type) -> str:
    """Name the record at a path, as the beginning of a sentence."""
    if not path:
        return f"this {_word(kind)}"
    return f"this item of {_name(path)}" if isinstance(path[-1], int) else _name(path)


def _missing_field(path: Path, kind: type, where: Locator) -> Problem:
    owner = _owner(path[:-1], kind)
    expected = f"a line '{path[-1]}: …'"
    return Problem("invalid-field", f"{owner} has no {path[-1]!r}", where.value(path), expected)


def accepted(kind: Any, path: Path) -> frozenset[str]:  # noqa: ANN401 - a record type
    """Return the fields that the record at `path` below one of a kind accepts, as written."""
    steps = [step for step in path if isinstance(step, str)]
    while steps and kind is not None:
        named = {field.written: field.annotation for field in fields_of(kind).values()}
        annotation = named.get(steps.pop(0))
        if _is_mapping(annotation):
            del steps[:1]  # the key of an entry: any text
        kind = record_in(annotation)
    fields = () if kind is None else fields_of(kind).values()
    return frozenset(field.written for field in fields if field.name != "id")


def _is_mapping(annotation: Any) -> bool:  # noqa: ANN401 - an annotation
    return any(get_origin(part) is dict for part in (annotation, *get_args(annotation)))
