"""What a condition could have been by a slip of the pen: each mutation of its text.

A mutation is cut into the text where its node stands, in brackets, so that all else stays as it
is written.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal

_SIGNS: Mapping[type[ast.cmpop], str] = {
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "==",
    ast.NotEq: "!=",
}
_MEMBERSHIP: Mapping[type[ast.cmpop], str] = {ast.In: "in", ast.NotIn: "not in"}
_SAME_OF_A_COUNT = ({">", "!="}, {"==", "<="})
_ARITHMETIC: Mapping[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*"}
_OTHER_CALL: Mapping[str, str] = {"any": "all", "all": "any", "min": "max", "max": "min"}
_SPAN = re.compile(r"(\d+)( ?[a-z]+)")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NUMBER = re.compile(r"\d+(\.\d+)?")

Words = Mapping[str, frozenset[str]]
"""What else could stand where a word of an enumeration stands."""


def mutations(text: str, words: Words) -> Iterator[str]:
    """Yield every mutation of a condition."""
    code = " ".join(text.split())
    tree = ast.parse(code, mode="eval").body
    yield f"not ({code})"
    for node in ast.walk(tree):
        if isinstance(node, ast.expr):
            for instead in _instead(node, code, words):
                yield f"{code[: node.col_offset]}({instead}){code[node.end_col_offset :]}"


def steps(text: str) -> Iterator[str]:
    """Yield a number, a day or a span of time one step up and one down; of other texts nothing."""
    for step in (1, -1):
        if _DAY.fullmatch(text):
            yield (date.fromisoformat(text) + timedelta(days=step)).isoformat()
        elif _NUMBER.fullmatch(text):
            number = Decimal(text)
            yield str(number + step * Decimal((0, (1,), int(number.as_tuple().exponent))))
        elif span := _SPAN.fullmatch(text):
            yield f"{int(span[1]) + step}{span[2]}"


def _instead(node: ast.expr, code: str, words: Words) -> Iterator[str]:
    """Yield what could stand instead of a node, apart from what changes inside it."""
    match node:
        case ast.BoolOp():
            yield from _junction(node, code)
        case ast.UnaryOp(op=ast.Not()):
            yield _text(node.operand, code)
        case ast.Compare():
            yield from _comparison(node, code)
        case ast.BinOp():
            yield from _arithmetic(node, code)
        case ast.Call(func=ast.Name(id=name)):
            yield from _call(node, name, code)
        case ast.Tuple(elts=elements) if len(elements) > 1:
            for left_out in elements:
                yield "".join(_text(part, code) + "," for part in elements if part is not left_out)
        case ast.Constant():
            yield from _constant(node, words)


def _text(node: ast.expr, code: str) -> str:
    return f"({code[node.col_offset : node.end_col_offset]})"


def _arithmetic(node: ast.BinOp, code: str) -> Iterator[str]:
    for kind, sign in _ARITHMETIC.items():
        if not isinstance(node.op, kind):
            yield f"{_text(node.left, code)} {sign} {_text(node.right, code)}"


def _junction(node: ast.BoolOp, code: str) -> Iterator[str]:
    parts = [_text(part, code) for part in node.values]
    word, other = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
    yield f" {other} ".join(parts)
    for number, part in enumerate(parts):
        before, after = parts[:number], parts[number + 1 :]
        yield f" {word} ".join([*before, *after])
        yield f" {word} ".join([*before, f"(not {part})", *after])


def _comparison(node: ast.Compare, code: str) -> Iterator[str]:
    sides = [_text(side, code) for side in (node.left, *node.comparators)]
    for number, operator in enumerate(node.ops):
        signs = _MEMBERSHIP if type(operator) in _MEMBERSHIP else _SIGNS
        same = _SAME_OF_A_COUNT if _counts_from_none(node) else ()
        for other in signs.values():
            if other != signs[type(operator)] and {other, signs[type(operator)]} not in same:
                written = [{**_SIGNS, **_MEMBERSHIP}[type(op)] for op in node.ops]
                written[number] = other
                rest = (f" {sign} {side}" for sign, side in zip(written, sides[1:], strict=True))
                yield sides[0] + "".join(rest)


def _counts_from_none(node: ast.Compare) -> bool:
    """Whether a number of members is held against 0, below which there is none."""
    match node:
        case ast.Compare(
            left=ast.Call(func=ast.Name(id="len" | "count")), comparators=[ast.Constant(value=0)]
        ):
            return True
    return False


def _call(node: ast.Call, name: str, code: str) -> Iterator[str]:
    start, end = node.col_offset, node.end_col_offset
    if name in _OTHER_CALL:
        yield _OTHER_CALL[name] + code[start + len(name) : end]
    for argument in node.args:
        if isinstance(argument, ast.GeneratorExp) and name in {"any", "all"}:
            loop = code[argument.elt.end_col_offset : end]
            yield f"{name}(not {_text(argument.elt, code)}{loop}"


def _constant(node: ast.Constant, words: Words) -> Iterator[str]:
    if not isinstance(node.value, str):
        yield from steps(str(node.value))
        return
    for text in (*steps(node.value), *sorted(words.get(node.value, ()))):
        yield f'"{text}"'
