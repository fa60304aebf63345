"""A record as a planned change makes it, or every reason why the change does not fit it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, Final

from pydantic_core import ErrorDetails, ValidationError

from estate.errors import nearest, quoted
from estate.findings import Place
from estate.model import REFERENCES, Asset, Entry
from estate.model.consistency import impossible_dates, uneven_shares
from estate.model.estate import links_of
from estate.model.fields import fields_of
from estate.model.projects import Change
from estate.model.types import NULL
from estate.model.validation import section_validator

__all__ = ["Known", "Misfit", "amended"]

Known = Callable[[str], Entry | None]

_STANDING: Final = ("hosted_on", "runs_on")
"""The relations that may not lead back to where they began."""

_SHAPES: Final = {
    "dataclass_type": "a mapping of fields",
    "tuple_type": "a list",
    "dict_type": "a mapping",
    "string_type": "a text",
    "string_too_short": "a text that is not empty",
}


class Misfit(ValueError):  # noqa: N818 - a finding of the plan, not a fault
    """What a change sets does not fit the record; `reasons` say why, in words."""

    def __init__(self, reasons: Iterable[str]) -> None:
        self.reasons = tuple(reasons)
        super().__init__("; ".join(self.reasons))


def amended(entry: Asset, change: Change, known: Known) -> Asset:
    """Return a record as a change leaves it; `known` gives the records that it may name.

    What is retired is retired from that day on. What goes live is live, and its `from` is that day
    where it was a later one. Values are read as those of a file are, and the whole record is
    judged anew. Raises Misfit.
    """
    if change.retire:
        return _with(entry, {"status": "retired"})
    if change.go_live:
        return _with(entry, {"status": "live", "begins": min(entry.begins, change.on)})
    sets = {name: value for name, value in (change.sets or {}).items() if name != "asset"}
    changed = _read(entry, sets)
    made = _with(entry, changed)
    if reasons := [*_dates(made), *_strangers(made, changed.keys(), known)]:
        raise Misfit(reasons)
    if reasons := [*_rings(made, changed.keys(), known)]:
        raise Misfit(reasons)
    return made


def _with(entry: Asset, changed: dict[str, Any]) -> Asset:
    kind = type(entry)
    fields = {name: getattr(entry, name) for name in fields_of(kind)}
    try:
        return kind(**{**fields, **changed})
    except ValidationError as error:
        raise Misfit(_told(error, kind)) from error


def _read(entry: Asset, sets: dict[str, Any]) -> dict[str, Any]:
    """Return the values that raw texts stand for, by field, read as a record of a file is."""
    kind = type(entry)
    if "id" in sets:
        raise Misfit(["an id cannot be set"])
    raw = {"name": entry.name, **sets, "id": entry.id}
    try:
        read = section_validator(kind).validate_python({entry.id: raw})[entry.id]
    except ValidationError as error:
        raise Misfit(_told(error, kind, below=1)) from error
    fields = fields_of(kind).items()
    return {name: getattr(read, name) for name, field in fields if field.written in sets}


def _told(error: ValidationError, kind: type, below: int = 0) -> Iterator[str]:
    for detail in error.errors(include_url=False):
        yield _reason(detail, detail["loc"][below:], kind)


def _reason(detail: ErrorDetails, path: tuple[str | int, ...], kind: type) -> str:
    context = detail.get("ctx", {})
    name = str(Place("its ", path)).replace("its .", "its ")
    if detail["type"] == "unexpected_keyword_argument":
        written = [field.written for field in fields_of(kind).values()]
        near = nearest(str(path[-1]), written) if len(path) == 1 else ""
        hint = f"; did you mean {near!r}?" if near else ""
        return f"there is no field {quoted(name.removeprefix('its '))}{hint}"
    if detail["type"] == "missing":
        return f"{name} is missing"
    if "found" in context:
        return f"{name} {context['found']}, expected {context['expected']}"
    expected = context.get("expected") or _SHAPES.get(detail["type"], "another value")
    near = f"; did you mean {context['nearest']!r}?" if context.get("nearest") else ""
    return f"{name} is {_shown(detail['input'])}, expected {expected}{near}"


def _shown(value: object) -> str:
    if value is NULL:
        return "null"
    if isinstance(value, dict):
        return "a mapping"
    return "a list" if isinstance(value, list | tuple) else quoted(str(value))


def _dates(made: Asset) -> Iterator[str]:
    for _, found, expected in (*impossible_dates(made), *uneven_shares(made)):
        yield f"{found}, expected {expected}"


def _strangers(made: Asset, changed: Iterable[str], known: Known) -> Iterator[str]:
    """Yield what the fields that changed name and that may not stand there."""
    fields = set(changed)
    for relation, holder, _, link in links_of(made):
        for target in link.targets if holder in fields else ():
            yield from _judge(made, holder, target, relation.allowed(made.kind), known)
    for reference in REFERENCES:
        if reference.owner == made.kind and reference.path[0] in fields:
            for target in _reach(made, reference.path):
                yield from _judge(made, reference.path[0], target, reference.targets, known)


def _judge(
    made: Asset, field: str, target: str, kinds: tuple[str, ...], known: Known
) -> Iterator[str]:
    entry = known(target)
    if target == made.id:
        yield f"its {field} names itself"
    elif entry is None:
        yield f"its {field} names {quoted(target)}, and there is no such record"
    elif entry.kind not in kinds:
        yield f"its {field} names {target}, which is of the kind {entry.kind}"


def _reach(value: Any, steps: tuple[str, ...]) -> Iterator[str]:  # noqa: ANN401 - any part of a record
    """Yield the ids at the end of a path: `*` is every item of a list, `#` every key."""
    if not steps:
        yield from () if value is None else (value,)
    elif steps[0] in {"*", "#"}:
        for part in value or ():
            yield from _reach(part, steps[1:])
    elif value is not None:
        yield from _reach(getattr(value, steps[0]), steps[1:])


def _rings(made: Asset, changed: Iterable[str], known: Known) -> Iterator[str]:
    for field in _STANDING:
        if field in changed and _leads_back(made, field, known):
            yield f"its {field} leads back to {made.id}"


def _leads_back(made: Asset, field: str, known: Known) -> bool:
    """Whether a chain of one relation returns to its beginning on some day on which it holds."""
    seen, todo = set[tuple[str, date, date]](), [(made.id, date.min, date.max)]
    while todo:
        key, first, last = todo.pop()
        entry = made if key == made.id else known(key)
        for link in getattr(entry, field, None) or ():
            begins, until = max(first, link.begins), min(last, link.until)
            for target in link.targets if begins <= until else ():
                if target == made.id:
                    return True
                step = target, begins, until
                if step not in seen:
                    seen.add(step)
                    todo.append(step)
    return False
