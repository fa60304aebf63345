"""Fields made to fit the model: what it refuses is taken out, and said."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from pydantic_core import ValidationError

from estate.exchange.table.cells import shown
from estate.model import SECTIONS, Entry
from estate.model.consistency import impossible_dates, uneven_shares
from estate.model.fields import fields_of
from estate.model.types import NULL
from estate.model.validation import SHAPES, section_validator

__all__ = ["Misfits", "fitted", "raw"]

Misfits = list[tuple[str, str, str]]
"""Field, value and reason of everything that was taken out."""

_ROUNDS: Final = 50
"""How often a record is tried again: each time without what was wrong with it."""


def fitted(section: str, key: str, fields: Mapping[str, Any]) -> tuple[dict[str, Any], Misfits]:
    """Return the fields that the model takes, and those that it does not.

    A member of a list is taken out alone. Of a record that nothing can mend, the name is left.
    """
    kept, misfits = dict(fields), Misfits()
    for _ in range(_ROUNDS):
        try:
            entry = _typed(section, key, kept)
        except ValidationError as error:
            wrong = {detail["loc"][1:]: _reason(detail) for detail in error.errors()}
        else:
            pairs = [*impossible_dates(entry), *uneven_shares(entry)]
            wrong = {(_written(section, path[0]),): found for path, found, _ in pairs}
            if not wrong:
                return kept, misfits
        _take_out(kept, wrong, misfits)
    misfits.append(("", shown(kept), "the inventory takes no part of it"))
    return {"name": str(fields["name"])}, misfits


def _typed(section: str, key: str, fields: Mapping[str, Any]) -> Entry:
    values = {key: {"id": key, **{name: raw(value) for name, value in fields.items()}}}
    made: dict[str, Entry] = section_validator(SECTIONS[section]).validate_python(values)
    return made[key]


def _written(section: str, name: Any) -> str:  # noqa: ANN401 - a step of a path
    return fields_of(SECTIONS[section])[str(name)].written


def raw(value: Any) -> Any:  # noqa: ANN401 - whatever a field may hold
    """Return a value as the reader of an inventory would hand it to the model."""
    if isinstance(value, Mapping):
        return {key: raw(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [raw(item) for item in value]
    if isinstance(value, Decimal):
        return format(value, "f")
    if value is None:
        return NULL
    return value if isinstance(value, str | bool | int | float | date) else str(value)


def _reason(detail: Any) -> str:  # noqa: ANN401 - pydantic's own
    if detail["type"] == "unexpected_keyword_argument":
        return "the inventory has no such field here"
    if detail["type"] == "literal_error":
        return f"expected {detail.get('ctx', {}).get('expected', '')}"
    shape = SHAPES.get(detail["type"])
    return f"expected {shape}" if shape else str(detail["msg"])


def _take_out(
    kept: dict[str, Any], wrong: Mapping[tuple[int | str, ...], str], misfits: Misfits
) -> None:
    """Take out each field, and each member of a list, with something wrong in it."""
    parts = {_part(kept, path): reason for path, reason in wrong.items()}
    # From the back, so that the position of a member still means the same one.
    for (name, position), reason in sorted(parts.items(), reverse=True):
        if name not in kept:
            kept.clear()
            misfits.append((name, "", reason))
            return
        if position < 0:
            misfits.append((name, shown(kept.pop(name)), reason))
            continue
        misfits.append((name, shown(kept[name][position]), reason))
        kept[name] = [*kept[name][:position], *kept[name][position + 1 :]]
        if not kept[name]:
            del kept[name]


def _part(kept: Mapping[str, Any], path: tuple[int | str, ...]) -> tuple[str, int]:
    """Return the field that a path leads into, and the position in its list, or -1."""
    name = str(path[0]) if path else ""
    position = path[1] if len(path) > 1 and isinstance(kept.get(name), list) else None
    return name, position if isinstance(position, int) else -1
