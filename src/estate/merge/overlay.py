"""Products of which several estates say something, laid over one another field by field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from estate.frozen import frozen
from estate.merge.part import Part
from estate.model.types import NULL

__all__ = ["Conflict", "laid_over"]

_EARLIER: Final = ("_ends", "withdrawn")
"""What the names of days end with of which the earlier is taken: it is the safe one."""

_STRICTER: Final = ("approved", "contain", "prohibited")


@frozen
class Conflict:
    """A field of a product of which estates say different things, and what stands now."""

    product: str
    field: str
    said: tuple[tuple[str, str], ...]
    taken: str
    why: str


def laid_over(
    parts: Mapping[str, Part], products: Iterable[str]
) -> tuple[dict[str, dict[str, Any]], tuple[Conflict, ...]]:
    """Return the products as one says them, raw, and every field on which the estates differ.

    Of days on which something ends the earlier is taken, of standings the stricter, of lists all,
    and of anything else what the alphabetically first estate says.
    """
    wanted, found = frozenset(products), {}
    conflicts: list[Conflict] = []
    held: dict[str, dict[str, Mapping[str, Any]]] = {}
    for name, part in parts.items():
        for source in part.sources:
            for section, key, record in source.records():
                if section == "products" and key in wanted:
                    usable = {**part.config.defaults, **source.defaults}
                    own = {k: v for k, v in usable.items() if k in ("source", "verified")}
                    held.setdefault(key, {})[name] = {**own, **record}
    for key in sorted(held):
        found[key] = _laid(key, "", held[key], conflicts)
    return found, tuple(conflicts)


def _laid(
    product: str, above: str, said: Mapping[str, Mapping[str, Any]], conflicts: list[Conflict]
) -> dict[str, Any]:
    fields = dict.fromkeys(field for record in said.values() for field in record)
    found = {}
    for field in fields:
        values = {name: record[field] for name, record in said.items() if field in record}
        found[field] = _value(product, f"{above}{field}", values, conflicts)
    return found


def _value(product: str, field: str, said: Mapping[str, Any], conflicts: list[Conflict]) -> Any:  # noqa: ANN401 - raw
    values = list(said.values())
    if all(isinstance(value, dict) for value in values):
        return _laid(product, f"{field}.", said, conflicts)
    if all(isinstance(value, list) for value in values):
        return list(dict.fromkeys(str(item) for value in values for item in value))
    if all((value is NULL) == (values[0] is NULL) and value == values[0] for value in values):
        return _plain(values[0])
    chosen, why = _choice(field, values)
    taken = _plain(chosen)
    told = tuple((name, str(_plain(value))) for name, value in said.items())
    conflicts.append(Conflict(product, field, told, str(taken), why))
    return taken


def _choice(field: str, values: list[Any]) -> tuple[Any, str]:
    days = [value for value in values if isinstance(value, str) and value[:4].isdigit()]
    if field.endswith(_EARLIER) and days:
        return min(days), "the earlier"
    known = [value for value in values if value in _STRICTER]
    if field == "standard" and known:
        return max(known, key=_STRICTER.index), "the stricter"
    return values[0], "that of the first"


def _plain(value: Any) -> Any:  # noqa: ANN401 - raw
    return None if value is NULL else value
