"""From pydantic's errors to problems that a person can mend."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from estate.errors import Problem, nearest
from estate.model.estate import SECTIONS
from estate.model.relations import RELATIONS
from estate.model.types import NULL

if TYPE_CHECKING:
    from estate.read.assemble import Gathered

_WORD: Final = re.compile(r"'([^']*)'")
_RELATIONS: Final = frozenset(holder for relation in RELATIONS for holder in relation.holders)
_LONGEST_SHOWN: Final = 60
_SHAPES: Final = {
    "dataclass_type": "a mapping of fields",
    "tuple_type": "a list",
    "dict_type": "a mapping",
    "string_type": "a text",
    "string_too_short": "a text that is not empty",
}


def shown(value: object) -> str:
    """Return a raw value as a message shows it: what kind of thing, and its text if short."""
    if value is NULL:
        return "null"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list | tuple):
        return "a list"
    text = str(value)
    return repr(text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "…")


def field_problems(
    gathered: Gathered, section: str, error: ValidationError
) -> tuple[list[Problem], set[str]]:
    """Return a problem for each error of a section's records, and the ids that have one."""
    problems, failed = [], set()
    for detail in error.errors(include_url=False):
        key = str(detail["loc"][0])
        failed.add(key)
        problems.append(_problem(gathered, section, key, detail))
    return problems, failed


def _problem(gathered: Gathered, section: str, key: str, detail: ErrorDetails) -> Problem:
    path = detail["loc"][1:]
    if detail["type"] == "unexpected_keyword_argument":
        return _unknown_field(gathered, section, key, path)
    if detail["type"] == "missing":
        return _missing_field(gathered, section, key, path)
    place = gathered.locate(key, path)
    name = ".".join(str(step) for step in path if isinstance(step, str))
    if detail["type"] == "literal_error":
        words = _WORD.findall(str(detail.get("ctx", {}).get("expected", "")))
        close = nearest(str(detail["input"]), words)
        return Problem(
            "invalid-field", f"{name} is {shown(detail['input'])}", place, _listed(words), close
        )
    expected = _SHAPES.get(detail["type"]) or detail.get("ctx", {}).get("expected", detail["msg"])
    found = shown(detail["input"])
    return Problem("invalid-field", f"{name} is {found}", place, expected)


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


def _unknown_field(
    gathered: Gathered, section: str, key: str, path: tuple[str | int, ...]
) -> Problem:
    name = str(path[-1])
    place = gathered.locate_key(key, path)
    known = accepted(section, path[:-1])
    close = nearest(name, known)
    kind = SECTIONS[section].kind
    if len(path) == 1 and name in _RELATIONS:
        owners = next(r.owners for r in RELATIONS if name in r.holders)
        message = f"the relation {name!r} on {_article(kind)}"
        return Problem("illegal-relation", message, place, f"it on {_listed(list(owners))}", close)
    within = ".".join(str(step) for step in path[:-1] if isinstance(step, str))
    message = f"unknown field {name!r} of {within or _article(kind)}"
    expected = "a field of the format" if close else f"one of {', '.join(sorted(known))}"
    return Problem("invalid-field", message, place, expected, close)


def _article(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeo' else 'a'} {kind}"


def _missing_field(
    gathered: Gathered, section: str, key: str, path: tuple[str | int, ...]
) -> Problem:
    place = gathered.locate(key, path)
    owner = ".".join(str(step) for step in path[:-1]) or _article(SECTIONS[section].kind)
    return Problem("invalid-field", f"no {path[-1]!r}", place, f"{owner} to have it")


def accepted(section: str, path: tuple[str | int, ...]) -> frozenset[str]:
    """Return the fields that the record at `path` below one of a section accepts, as written."""
    kind: Any = SECTIONS[section]
    for step in path:
        if isinstance(step, str) and (fields := getattr(kind, "__pydantic_fields__", None)):
            named = {info.alias or name: info for name, info in fields.items()}
            kind = _record_in(named[step].annotation) if step in named else None
    fields = getattr(kind, "__pydantic_fields__", {})
    return frozenset(info.alias or name for name, info in fields.items() if name != "id")


def _record_in(annotation: Any) -> Any:  # noqa: ANN401 - an annotation, taken apart
    """Return the record type inside an annotation such as `tuple[X, ...] | None`."""
    if hasattr(annotation, "__pydantic_fields__"):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        if (found := _record_in(part)) is not None:
            return found
    return None
