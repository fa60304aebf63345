"""The steps that a value goes through, one verb each."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Final, TypeAlias

from estate.exchange.table.bound import Bound, Reader, Scope
from estate.exchange.table.cells import UNKNOWN, Cell, Misfit, Row, shown
from estate.exchange.table.dates import date_format, read_date
from estate.exchange.table.numbers import read_boolean, read_money, read_number
from estate.exchange.table.pattern import compiled, search
from estate.exchange.table.slug import slug
from estate.exchange.table.value import Step

__all__ = ["Run", "run_of", "text_of"]

Verb: TypeAlias = Callable[[str], Cell]
Run: TypeAlias = Callable[[Cell, Scope, str], Cell]
_WORD: Final = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*|[^\w\s]|_|\s+")


def text_of(cell: Cell) -> str:
    """Return a single value as text. Raises Misfit for a list or a record."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, list | dict):
        raise Misfit(f"{'a list' if isinstance(cell, list) else 'a record'}, not a single value")
    return "" if cell is None or cell is UNKNOWN else str(cell)


def run_of(step: Step, tables: Mapping[str, Bound]) -> Run:
    """Return what a step does to a cell; to each member, where the cell is a list.

    Null stays null. What does not fit becomes what `otherwise` says; without it the misfit goes to
    the scope and the value is unknown.
    """
    if step.labelled:
        return _labelled(step.labelled)
    verb = _lookup(step, tables[step.lookup]) if step.lookup else _VERBS[step.verb](step)
    otherwise = step.otherwise

    def one(cell: Cell, scope: Scope, column: str) -> Cell:
        if cell is None:
            return None
        try:
            return verb(text_of(cell))
        except Misfit as misfit:
            if otherwise is None:
                scope.misfits.append((column, shown(cell), str(misfit)))
                return UNKNOWN
            if isinstance(otherwise, dict):
                constant: Cell = otherwise["constant"]
                return constant
            return cell if otherwise == "keep" else UNKNOWN

    def run(cell: Cell, scope: Scope, column: str) -> Cell:
        if not isinstance(cell, list):
            return one(cell, scope, column)
        return united([one(member, scope, column) for member in cell])

    return run


def _labelled(label: str) -> Run:
    """Return what makes a list a mapping: its members under label, label 2, label 3 and so on."""

    def run(cell: Cell, _: Scope, __: str) -> Cell:
        members = cell if isinstance(cell, list) else [cell]
        return {f"{label} {n}" if n > 1 else label: one for n, one in enumerate(members, 1)}

    return run


def united(cells: list[Cell]) -> Cell:
    """Return the members of a list once each, lists within taken apart; unknown if none."""
    members: list[Cell] = []
    for cell in cells:
        for member in cell if isinstance(cell, list) else [cell]:
            if member is not UNKNOWN and member not in members:
                members.append(member)
    return members or UNKNOWN


def _lookup(step: Step, table: Bound) -> Verb:
    take: Reader | None = table.column(step.take) if step.take else None

    def verb(text: str) -> Cell:
        rows = table.by_key(text)
        if not rows:
            raise Misfit(f"{table.name} has no {table.noun} with this key")
        found = [_taken(row, take, step.made or "") for row in rows]
        if any(other != found[0] for other in found):
            raise Misfit(f"{table.name} has {len(rows)} {table.noun}s with this key that differ")
        return found[0]

    return verb


def _taken(row: Row, take: Reader | None, made: str) -> Cell:
    row.used = True
    if take is not None:
        return take(Scope(row))
    ids = row.made.get(made)
    if not ids:
        raise Misfit(f"the row it leads to made no {made}")
    return ids[0] if len(ids) == 1 else list(ids)


def _drop_words(step: Step) -> Verb:
    dropped = {word.casefold() for word in step.drop_words or ()}

    def verb(text: str) -> Cell:
        kept = [word for word in _WORD.findall(text) if word.casefold() not in dropped]
        return _left(re.sub(r"\(\s*\)", "", " ".join("".join(kept).split())).strip(" ,.-"))

    return verb


def _left(text: str | None) -> str:
    if not text:
        raise Misfit("nothing is left of it")
    return text


def _extract(step: Step) -> Verb:
    pattern = compiled(step.extract or "")

    def verb(text: str) -> Cell:
        found = search(pattern, text)
        if found is None:
            raise Misfit(f"it does not match {pattern.pattern}")
        return _left(found[1] if pattern.groups else found[0])

    return verb


def _split(step: Step) -> Verb:
    marks = re.compile("|".join(re.escape(mark) for mark in step.split or ()))

    def verb(text: str) -> Cell:
        return united([part.strip() or UNKNOWN for part in marks.split(text)])

    return verb


def _map(step: Step) -> Verb:
    known: dict[str, Any] = step.map or {}

    def verb(text: str) -> Cell:
        if text not in known:
            raise Misfit("the mapping has no entry for it")
        cell: Cell = known[text]
        return cell

    return verb


def _date(step: Step) -> Verb:
    formats = [date_format(text) for text in step.date or ()]
    return lambda text: read_date(text, formats, step.day or "first")


def _relation(step: Step) -> Verb:
    more: dict[str, Cell] = step.relation or {}
    return lambda text: {"to": text, **more}


def _plain(read: Callable[[str], str | int | Decimal]) -> Callable[[Step], Verb]:
    return lambda _: lambda text: read(text) if text else UNKNOWN


_VERBS: Final[dict[str, Callable[[Step], Verb]]] = {
    "lower": _plain(str.lower),
    "slug": _plain(lambda text: _left(slug(text))),
    "number": _plain(read_number),
    "money": _plain(read_money),
    "boolean": _plain(read_boolean),
    "strip": lambda step: lambda text: _left(text.strip(step.strip).strip()),
    "drop_words": _drop_words,
    "extract": _extract,
    "split": _split,
    "map": _map,
    "date": _date,
    "relation": _relation,
}
