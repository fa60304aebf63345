"""From a value in the mapping to a function that reads it from a row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Final, TypeAlias

from estate.exchange.table.bound import Bound, Reader, Scope
from estate.exchange.table.cells import UNKNOWN, Cell, Misfit
from estate.exchange.table.mapping import Condition, Where
from estate.exchange.table.pattern import LONGEST_TEXT, compiled
from estate.exchange.table.slug import clipped, is_id, slug
from estate.exchange.table.value import PLACEHOLDER, Value, placeholders
from estate.exchange.table.verbs import run_of, text_of, united

__all__ = ["Test", "id_reader", "reader_of", "test_of"]

Tables: TypeAlias = Mapping[str, Bound]
Test: TypeAlias = Callable[[Scope], bool]


def reader_of(value: Value, table: Bound, tables: Tables) -> Reader:
    """Return what reads the value from a row of the table."""
    source = _SOURCES[value.kind](value, table, tables)
    runs = [run_of(step, tables) for step in value.then]
    if not runs:
        return source
    label = label_of(value, table)

    def read(scope: Scope) -> Cell:
        cell = source(scope)
        for run in runs:
            if cell is UNKNOWN:
                break
            cell = run(cell, scope, label)
        return cell

    return read


def id_reader(value: Value, table: Bound, tables: Tables) -> Reader:
    """Return what reads an id: each part that a template takes from the row made fit for one."""
    if value.kind == "template":
        shape = _template(value, table, tables, _id_part)
        runs = [run_of(step, tables) for step in value.then]
    else:
        shape, runs = reader_of(value, table, tables), []
    label = label_of(value, table)

    def read(scope: Scope) -> Cell:
        cell = shape(scope)
        for run in runs:
            cell = UNKNOWN if cell is UNKNOWN else run(cell, scope, label)
        if cell is UNKNOWN:
            return UNKNOWN
        text = clipped(_id_part(text_of(cell)))
        return text if is_id(text) else UNKNOWN

    return read


def _id_part(text: str) -> str:
    """Return the text itself where it is an id but for its case, else its slug."""
    lowered = text.strip().lower()
    return lowered if is_id(lowered) else slug(text)


def label_of(value: Value, table: Bound) -> str:
    """Return the columns that a value comes from, as their file writes them."""
    if value.column is not None:
        return table.shown(value.column)
    names = placeholders(value.template or "")
    return ", ".join(dict.fromkeys(table.shown(name) for name in names))


def _template(value: Value, table: Bound, _: Tables, shape: Callable[[str], str] = str) -> Reader:
    pieces = PLACEHOLDER.split(value.template or "")
    readers = [table.column(name.strip()) for name in pieces[1::2]]
    label = label_of(value, table)

    def read(scope: Scope) -> Cell:
        written = [pieces[0]]
        for column, after in zip(readers, pieces[2::2], strict=True):
            cell = column(scope)
            try:
                text = shape(text_of(cell))
            except Misfit as misfit:
                scope.misfits.append((label, str(cell), str(misfit)))
                return UNKNOWN
            if not text:
                return UNKNOWN
            written += [text, after]
        return "".join(written).strip() or UNKNOWN

    return read


def _first(value: Value, table: Bound, tables: Tables) -> Reader:
    readers = [reader_of(inner, table, tables) for inner in value.first or ()]

    def read(scope: Scope) -> Cell:
        return next((cell for one in readers if (cell := one(scope)) is not UNKNOWN), UNKNOWN)

    return read


def _list(value: Value, table: Bound, tables: Tables) -> Reader:
    readers = [reader_of(inner, table, tables) for inner in value.list or ()]
    return lambda scope: united([read(scope) for read in readers])


def _record(value: Value, table: Bound, tables: Tables) -> Reader:
    readers = {k: reader_of(inner, table, tables) for k, inner in (value.record or {}).items()}

    def read(scope: Scope) -> Cell:
        made: dict[str, Cell] = {
            key: cell for key, one in readers.items() if (cell := one(scope)) is not UNKNOWN
        }
        return made or UNKNOWN

    return read


def _software(value: Value, table: Bound, tables: Tables) -> Reader:
    record = _record(Value(record=value.software), table, tables)

    def read(scope: Scope) -> Cell:
        made = record(scope)
        if not isinstance(made, dict):
            return UNKNOWN
        product, version = made.get("product"), made.get("version")
        if product is None:
            scope.misfits.append(("", str(version or made), "software without a product"))
            return UNKNOWN
        short = isinstance(product, str) and "@" not in product and not product.startswith("pkg:")
        if not short or made.keys() - {"product", "version"}:
            return made
        return str(product) if version is None else f"{product}@{text_of(version)}"

    return read


def _made(value: Value, _: Bound, __: Tables) -> Reader:
    label = value.made or ""

    def read(scope: Scope) -> Cell:
        ids = scope.row.made.get(label, [])
        return UNKNOWN if not ids else ids[0] if len(ids) == 1 else list(ids)

    return read


_SOURCES: Final[dict[str, Callable[[Value, Bound, Tables], Reader]]] = {
    "column": lambda value, table, _: table.column(value.column or ""),
    "template": _template,
    "constant": lambda value, *_: lambda _: deepcopy(value.constant),
    "first": _first,
    "list": _list,
    "record": _record,
    "software": _software,
    "made": _made,
}


def test_of(where: Where, table: Bound) -> Test:
    """Return whether a row fits one of the alternatives; every row does where there is none."""
    alternatives = [
        [(table.column(name), _holds(condition)) for name, condition in alternative.items()]
        for alternative in where
    ]

    def test(scope: Scope) -> bool:
        return not alternatives or any(
            all(holds(column(scope)) for column, holds in alternative)
            for alternative in alternatives
        )

    return test


def _holds(condition: Condition) -> Callable[[Cell], bool]:
    if condition.empty is not None:
        return lambda cell: (cell is UNKNOWN) == condition.empty
    if condition.matches is not None:
        pattern = compiled(condition.matches)
        return lambda cell: any(
            len(text) <= LONGEST_TEXT and pattern.search(text) for text in _texts(cell)
        )
    if condition.not_ is not None:
        refused = frozenset(condition.not_)
        return lambda cell: not any(text in refused for text in _texts(cell))
    wanted = frozenset(condition.in_ or (condition.equals or "",))
    return lambda cell: any(text in wanted for text in _texts(cell))


def _texts(cell: Cell) -> list[str]:
    """Return the texts of a cell: of a list, of each member; of an empty one, none."""
    if cell is UNKNOWN:
        return []
    members = cell if isinstance(cell, list) else [cell]
    return [text_of(member) for member in members if not isinstance(member, list | dict)]
