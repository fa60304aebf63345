"""Comparisons in a condition: whether two values can stand side by side at all."""

from __future__ import annotations

import ast
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from estate.facts.dictionary import Type
from estate.rules.expression.literals import Misread, read_as
from estate.rules.expression.tree import (
    SCALARS,
    Comparison,
    Condition,
    Constant,
    Junction,
    Member,
    Negation,
    Value,
    conjunction,
)
from estate.rules.expression.vocabulary import article

if TYPE_CHECKING:
    from estate.rules.expression.checking import Checker

OPERATORS: Final[dict[type[ast.cmpop], str]] = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Is: "==",
    ast.IsNot: "!=",
}
_ORDERED: Final = frozenset({"number", "date", "duration"})
_WORDS: Final = frozenset({"text", "enumeration"})


def comparison(checker: Checker, node: ast.Compare) -> Condition | None:
    """Check a comparison, or a chain of them."""
    pairs = zip(node.ops, pairwise([node.left, *node.comparators]), strict=True)
    parts = [_pair(checker, left, operator, right) for operator, (left, right) in pairs]
    known = [part for part in parts if part is not None]
    return conjunction(known) if len(known) == len(parts) else None


def _pair(
    checker: Checker, left: ast.expr, operator: ast.cmpop, right: ast.expr
) -> Condition | None:
    if isinstance(operator, ast.In | ast.NotIn):
        found = _membership(checker, left, right)
        return Negation(found) if found and isinstance(operator, ast.NotIn) else found
    sign = OPERATORS[type(operator)]
    if _is_none(left) or _is_none(right):
        _absence(checker, left, sign, right)
        return None
    if isinstance(operator, ast.Is | ast.IsNot):
        checker.note(right, "`is` does not compare values", f"`{sign}`")
    one = checker.value(left, rising=sign in {">", ">="})
    other = checker.value(right, rising=sign in {"<", "<="})
    if one is None or other is None:
        return None
    return _compared(checker, (left, one), sign, (right, other))


def _is_none(node: ast.expr) -> bool:
    absent = isinstance(node, ast.Constant) and node.value is None
    return absent or (isinstance(node, ast.Name) and node.id in {"null", "none", "nil"})


def _absence(checker: Checker, left: ast.expr, sign: str, right: ast.expr) -> None:
    fact, none = (right, left) if _is_none(left) else (left, right)
    instead = f"`missing({checker.text(fact)})`"
    if sign == "!=":
        instead = f"`not missing({checker.text(fact)})`, in where"
    checker.note(none, "what is absent cannot be compared", instead)
    if not _is_none(fact):
        checker.value(fact)


def _compared(
    checker: Checker, left: tuple[ast.expr, Value], sign: str, right: tuple[ast.expr, Value]
) -> Condition | None:
    if not (_single(checker, *left) and _single(checker, *right)):
        return None
    one: Value | None
    other: Value | None
    (left_node, one), (right_node, other) = left, right
    if isinstance(other, Constant):
        other = _read(checker, right_node, other, one.type)
    elif isinstance(one, Constant):
        one = _read(checker, left_node, one, other.type)
    if one is None or other is None:
        return None
    return _typed(checker, left_node, one, sign, right_node, other)


def _single(checker: Checker, node: ast.expr, value: Value) -> bool:
    """Whether a value is one, that can be compared; notes why not."""
    text, kind = checker.text(node), value.type
    if kind.many:
        scalar = kind.name in SCALARS
        instead = f"`… in {text}`" if scalar else f"`any(x.… for x in {text})`"
        checker.note(node, f"{text} is a list, and cannot be compared", instead)
    elif kind.name not in SCALARS:
        facts = checker.scope.vocabulary.dictionary.of(kind.name)
        first = next((name for name in ("id", "name", *sorted(facts)) if name in facts), "…")
        message = f"{text} is {article(kind.name)}, and cannot be compared"
        checker.note(node, message, f"one of its facts, such as `{text}.{first}`")
    elif kind.name == "term" and not isinstance(value, Constant):
        message = f"{text} has no fixed length: it is added to a date, never compared"
        checker.note(node, message, f"`… <= today + {text}`")
    else:
        return True
    return False


def _read(checker: Checker, node: ast.expr, constant: Constant, wanted: Type) -> Constant | None:
    """Read a literal as its neighbour's type; notes where it cannot be."""
    try:
        return read_as(constant, wanted)
    except Misread as misread:
        checker.note(node, misread.message, misread.expected, misread.nearest)
        return None


def _typed(  # noqa: PLR0913 - a comparison is two sides, each with its place
    checker: Checker, left: ast.expr, one: Value, sign: str, right: ast.expr, other: Value
) -> Condition | None:
    first, second = one.type, other.type
    if first.name != second.name and not {first.name, second.name} <= _WORDS:
        message = f"{article(first.name)} cannot be compared with {article(second.name)}"
        checker.note(right, message, article(first.name))
    elif first.values and second.values and not set(first.values) & set(second.values):
        message = f"{checker.text(left)} and {checker.text(right)} have no value in common"
        checker.note(right, message, _choice(first))
    elif sign not in {"==", "!="} and first.name not in _ORDERED:
        instead = f'`{checker.text(left)} in ("…", "…")`'
        checker.note(left, f"{article(first.name)} has no order", instead)
    else:
        return Comparison(sign, one, other)
    return None


def _choice(kind: Type) -> str:
    return "one of " + ", ".join(f'"{word}"' for word in kind.values)


def _membership(checker: Checker, left: ast.expr, right: ast.expr) -> Condition | None:
    item = checker.value(left)
    if isinstance(right, ast.Tuple | ast.List | ast.Set):
        return _among(checker, left, item, right)
    container = checker.value(right)
    if item is None or container is None:
        return None
    if not container.type.many:
        text = checker.text(right)
        instead = f"`({text},)`, or `==`" if isinstance(container, Constant) else "a list"
        checker.note(right, f"`in` looks into a list, and {text} is none", instead)
        return None
    return _inside(checker, (left, item), (right, container))


def _inside(
    checker: Checker, left: tuple[ast.expr, Value], right: tuple[ast.expr, Value]
) -> Condition | None:
    (left_node, item), (right_node, container) = left, right
    member: Value | None = container
    if not _single(checker, left_node, item):
        return None
    if isinstance(container, Constant):
        member = _read(checker, right_node, container, item.type)
    elif container.type.name not in SCALARS:
        text = checker.text(right_node)
        checker.note(right_node, f"{text} holds records", f"`any(x.… for x in {text})`")
        return None
    elif isinstance(item, Constant):
        read = _read(checker, left_node, item, container.type.member)
        return Member(read, container) if read else None
    typed = member and _typed(checker, left_node, item, "==", right_node, member)
    return Member(item, member) if member and typed else None


def _among(
    checker: Checker, left: ast.expr, item: Value | None, right: ast.Tuple | ast.List | ast.Set
) -> Condition | None:
    if not isinstance(right, ast.Tuple):
        inner = checker.text(right)[1:-1] + ("," if len(right.elts) == 1 else "")
        checker.note(right, "a list is written in round brackets", f"`({inner})`")
    values = [checker.value(part) for part in right.elts]
    known = [part for part in values if part is not None]
    if item is None or len(known) != len(values):
        return None
    if not known:
        checker.note(right, "nothing is in an empty list", '`("a", "b")`')
        return None
    pairs = zip(right.elts, known, strict=True)
    parts = [_compared(checker, (left, item), "==", pair) for pair in pairs]
    return _any_of(item, [part for part in parts if isinstance(part, Comparison)])


def _any_of(item: Value, parts: list[Comparison]) -> Condition | None:
    """Join comparisons with one value: a list of constants where it is one."""
    constants = [part.right for part in parts if isinstance(part.right, Constant)]
    if not parts:
        return None
    if len(constants) == len(parts) and all(part.left == item for part in parts):
        first = constants[0].type
        kind = Type(first.name, many=True, values=first.values)
        return Member(item, Constant(tuple(part.value for part in constants), kind))
    return Junction(every=False, parts=tuple(parts))
