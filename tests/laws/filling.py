"""The fields of an estate that say nothing yet, and what they may come to say.

What may be filled in is what some example of the pack says in the same field of the same type of
record, what the field's enumeration allows, and null where the field takes it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Final, NamedTuple

from tests.laws.corpus import Small, corpus

from estate.model import SECTIONS
from estate.model.fields import Field, fields_of
from estate.model.record import record_in
from estate.model.schema import inventory_schema
from estate.model.types import NULL

Path = tuple[str | int, ...]

CLOSED: Final = frozenset(
    [
        "status",
        "environment",
        "strength",
        "at_least",
        "from",
        "until",
        "closes",
        "withdrawn",
        "deprecated",
        "done",
        "standard",
        "extended_support",
        "funded",
        "joint",
        "claims",
    ]
)
"""What the inventory format gives a value where it is absent: nobody asks for it."""

SAID: Final = {
    ("Version", "extended_support_ends"): "without it, support is over: how support is judged",
    ("RiskAcceptance", "extended"): "an extension is an approval more, and is judged as one",
    ("RiskAcceptance", "approvals"): "without them, one person accepts for all",
    ("RiskAcceptance", "signature"): "without it, nobody has signed",
    ("Approval", "signature"): "without it, that person has not signed",
    ("RiskAcceptance", "facts"): "without them, it is bound to none",
    ("Server", "hardware"): "without it, a virtual or managed server has none of its own",
    ("BudgetLine", "organisation"): "without it, the project's organisation pays",
    ("Licence", "versions"): "without them, it is for all versions of its product",
    ("Organisation", "members"): "without them, it stands for itself: its assets are no others'",
}
"""The other fields whose absence says something, and what."""


class Hole(NamedTuple):
    """A field that is absent from the record at a path, and what it may be."""

    path: Path
    type: str
    field: str
    answers: tuple[Any, ...]

    def fill(self, sections: Any, answer: object) -> None:  # noqa: ANN401 - raw
        """Say something in the field."""
        for step in self.path:
            sections = sections[step]
        sections[self.field] = answer


def holes(small: Small) -> Iterator[Hole]:
    """Yield every field of an estate that is open and absent."""
    for section, records in small.sections.items():
        for key, record in records.items():
            for kind, path, raw in records_in(SECTIONS[section], record, (section, key)):
                for field in fields_of(kind).values():
                    name = field.written
                    if name not in raw and name not in small.defaults and _open(kind, field):
                        yield Hole(path, kind.__name__, name, answers()[kind.__name__, name])


def _open(kind: type, field: Field) -> bool:
    said = field.written in CLOSED or (kind.__name__, field.written) in SAID
    return field.default is None and not said


def records_in(kind: type, raw: Any, path: Path) -> Iterator[tuple[type, Path, Any]]:  # noqa: ANN401 - raw
    """Yield a record and all records within it that are written as mappings."""
    if not isinstance(raw, dict):
        return
    yield kind, path, raw
    for field in fields_of(kind).values():
        inner, value = record_in(field.annotation), raw.get(field.written)
        if inner is not None:
            for step, item in _items(inner, value):
                yield from records_in(inner, item, (*path, field.written, *step))


def _items(inner: type, value: Any) -> Iterator[tuple[Path, Any]]:  # noqa: ANN401 - raw
    """Yield the records of one field: those of a list, those under keys, or the one there is."""
    if isinstance(value, list):
        yield from (((number,), item) for number, item in enumerate(value))
    elif isinstance(value, dict):
        if value.keys() <= {field.written for field in fields_of(inner).values()}:
            yield (), value
        else:
            yield from (((key,), item) for key, item in value.items())


class _Answers(dict[tuple[str, str], tuple[Any, ...]]):
    """What is said of a field; of one that nobody says anything of, null alone."""

    def __missing__(self, key: tuple[str, str]) -> tuple[Any, ...]:
        return (NULL,)


@cache
def answers() -> _Answers:
    """Return what every field may be, by the type of its record."""
    found: dict[tuple[str, str], list[Any]] = {}
    for name, definition in inventory_schema()["$defs"].items():
        for field, schema in definition.get("properties", {}).items():
            flags = ("true", "false") if schema.get("type") == "boolean" else ()
            found[name, field] = [NULL, *schema.get("enum", ()), *flags]
    for small in corpus():
        for section, records in small.sections.items():
            for key, record in records.items():
                for kind, _, raw in records_in(SECTIONS[section], record, (section, key)):
                    for field, value in raw.items():
                        known = found.setdefault((kind.__name__, field), [NULL])
                        if value not in known:
                            known.append(value)
    return _Answers({key: tuple(values) for key, values in found.items()})
