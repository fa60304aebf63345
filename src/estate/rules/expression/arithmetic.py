"""Arithmetic in a condition: on numbers, dates and durations."""

from __future__ import annotations

import ast
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from estate.facts.dictionary import Type
from estate.rules.expression.literals import Misread, read_as, read_span
from estate.rules.expression.tree import (
    DATE,
    DURATION,
    NUMBER,
    TERM,
    Constant,
    Operation,
    Value,
)
from estate.rules.expression.vocabulary import article

if TYPE_CHECKING:
    from estate.rules.expression.checking import Checker

_TABLE: Final[dict[tuple[str, str, str], tuple[str, Type]]] = {
    ("+", "number", "number"): ("add_numbers", NUMBER),
    ("-", "number", "number"): ("subtract_numbers", NUMBER),
    ("*", "number", "number"): ("multiply_numbers", NUMBER),
    ("/", "number", "number"): ("divide_numbers", NUMBER),
    ("+", "duration", "duration"): ("add_durations", DURATION),
    ("-", "duration", "duration"): ("subtract_durations", DURATION),
    ("*", "duration", "number"): ("multiply_duration", DURATION),
    ("/", "duration", "number"): ("divide_duration", DURATION),
    ("/", "duration", "duration"): ("ratio_of_durations", NUMBER),
    ("*", "term", "number"): ("multiply_term", TERM),
    ("+", "date", "duration"): ("add_duration", DATE),
    ("-", "date", "duration"): ("subtract_duration", DATE),
    ("+", "date", "term"): ("add_term", DATE),
    ("-", "date", "term"): ("subtract_term", DATE),
    ("-", "date", "date"): ("subtract_days", DURATION),
}
_SIGNS: Final[dict[type[ast.operator], str]] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
}


def operation(checker: Checker, node: ast.BinOp) -> Value | None:
    """Check `+ - * /` between two values."""
    one, other = checker.value(node.left), checker.value(node.right)
    sign = _SIGNS.get(type(node.op))
    if sign is None:
        checker.note(node, "this arithmetic has no place in a condition", "`+`, `-`, `*` or `/`")
        return None
    if one is None or other is None:
        return None
    left, right = _read(one, sign, other.type), _read(other, sign, one.type)
    found = _applied(sign, left, right)
    if found is None:
        _explain(checker, node, sign, (left, right))
    return found


def opposite(checker: Checker, node: ast.UnaryOp) -> Value | None:
    """Check a `-` before a number or a duration."""
    value = checker.value(node.operand)
    if value is None:
        return None
    if isinstance(value, Constant) and isinstance(value.value, int | float) and not value.name:
        return replace(value, value=-value.value)
    for nothing in (Constant(0, NUMBER), Constant(timedelta(0), DURATION)):
        if not value.type.many and (found := _applied("-", nothing, value)):
            return found
    checker.note(node, f"{article(value.type.name)} has no opposite", "a number or a duration")
    return None


def _applied(sign: str, left: Value, right: Value) -> Operation | None:
    if left.type.many or right.type.many:
        return None
    for one, other in ((left, right), (right, left)) if sign in "+*" else ((left, right),):
        if entry := _TABLE.get((sign, one.type.name, other.type.name)):
            return Operation(entry[0], (one, other), entry[1])
    return None


def _read(value: Value, sign: str, beside: Type) -> Value:
    """Read a text as the span or the date that stands well beside its neighbour."""
    if not isinstance(value, Constant) or value.text is None or value.type.name == "number":
        return value
    spans = {("+", "date"), ("-", "date"), ("+", "duration"), ("-", "duration"), ("*", "number")}
    if (sign, beside.name) not in spans:
        return value
    if span := read_span(value):
        return span
    try:
        return read_as(value, DATE) if (sign, beside.name) == ("-", "date") else value
    except Misread:
        return value


def _explain(checker: Checker, node: ast.BinOp, sign: str, sides: tuple[Value, Value]) -> None:
    for side, value in zip((node.left, node.right), sides, strict=True):
        if value.type.many:
            name = checker.text(side)
            checker.note(side, f"{name} is a list", f"`sum({name})` or `sum(x.… for x in {name})`")
            return
    kinds = tuple(value.type.name for value in sides)
    if set(kinds) == {"date", "number"} and sign in "+-":
        _explain_days(checker, node, sign, sides)
    elif "text" in kinds and set(kinds) & {"date", "duration"}:
        text = node.left if kinds[0] == "text" else node.right
        message = f"{checker.text(text)} is neither a date nor a span of time"
        checker.note(text, message, '"90 days", "12 months" or "4h"')
    else:
        joined = f"{article(kinds[0])} and {article(kinds[1])}"
        checker.note(node, f"`{sign}` does not join {joined}", "numbers, dates or durations")


def _explain_days(checker: Checker, node: ast.BinOp, sign: str, sides: tuple[Value, Value]) -> None:
    day, number = (
        (node.left, node.right) if sides[0].type.name == "date" else (node.right, node.left)
    )
    count = checker.text(number)
    span = f'"{count} days"' if isinstance(number, ast.Constant) else f'{count} * "1 day"'
    message = "a number has no unit, and cannot be added to a date"
    checker.note(number, message, f"`{checker.text(day)} {sign} {span}`")
