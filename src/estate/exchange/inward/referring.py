"""References of a record in the making: those to nothing are taken out."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from estate.model import REFERENCES, SECTIONS, relations_of

__all__ = ["dangling", "targets_in", "targets_of"]


def dangling(
    section: str, fields: dict[str, Any], known: Collection[str]
) -> Iterator[tuple[str, str]]:
    """Take out of `fields` what names no known record, and yield each: field, id.

    Of a redundancy group the whole item goes. A list that loses all its members goes too: that it
    is empty would say that there is none.
    """
    kind = SECTIONS[section].kind
    for _, holder in relations_of(kind):
        if holder in fields:
            yield from _items(fields, holder, known)
    for reference in REFERENCES:
        if reference.owner == kind and reference.path[0] in fields:
            yield from _path(fields, reference.path, known)


def _items(fields: dict[str, Any], name: str, known: Collection[str]) -> Iterator[tuple[str, str]]:
    value = fields[name]
    items = value if isinstance(value, list) else [value]
    kept = [item for item in items if all(target in known for target in targets_of(item))]
    for item in items:
        yield from ((name, target) for target in targets_of(item) if target not in known)
    _put(fields, name, kept if isinstance(value, list) else (kept or [None])[0], value)


def targets_in(section: str, fields: dict[str, Any]) -> set[str]:
    """Return every id that a record's relations name."""
    values = (fields.get(holder) for _, holder in relations_of(SECTIONS[section].kind))
    items = (item for value in values for item in (value if isinstance(value, list) else [value]))
    return {target for item in items for target in targets_of(item)}


def targets_of(item: Any) -> list[str]:  # noqa: ANN401 - an item as the file writes it
    """Return the ids that an item of a relation names."""
    if isinstance(item, dict):
        named = item.get("any_of") or [item.get("to")]
        return [str(target) for target in named if target is not None]
    return [] if item is None else [str(item)]


def _path(
    holder: Any,  # noqa: ANN401 - any part of a record
    path: tuple[str, ...],
    known: Collection[str],
) -> Iterator[tuple[str, str]]:
    step, *rest = path
    if isinstance(holder, list) and step == "*":
        for member in holder:
            yield from _path(member, tuple(rest), known) if rest else ()
        return
    value = holder.get(step) if isinstance(holder, dict) else None
    if value in (None, []):
        return
    if step in {"*", "#"} or not isinstance(holder, dict):
        return
    if rest in ([], ["*"]):
        yield from _named(holder, step, known)
    elif rest == ["#"]:
        yield from _keys(holder, step, known)
    else:
        yield from _path(value, tuple(rest), known)


def _named(holder: dict[str, Any], step: str, known: Collection[str]) -> Iterator[tuple[str, str]]:
    value = holder[step]
    if isinstance(value, list):
        yield from ((step, str(name)) for name in value if str(name) not in known)
        _put(holder, step, [name for name in value if str(name) in known], value)
    elif str(value) not in known:
        yield step, str(value)
        del holder[step]


def _keys(holder: dict[str, Any], step: str, known: Collection[str]) -> Iterator[tuple[str, str]]:
    value = holder[step]
    if isinstance(value, dict) and any(key not in known for key in value):
        # Shares that lose a member no longer add up.
        yield from ((step, key) for key in value if key not in known)
        del holder[step]


def _put(holder: dict[str, Any], name: str, kept: Any, before: Any) -> None:  # noqa: ANN401
    if kept in ([], None) and before not in ([], None):
        del holder[name]
    else:
        holder[name] = kept
