"""Checks a condition against the fact dictionary, before anything runs.

What comes out is a tree in which every name is a fact and every type suits, or the mistakes: all
of them, each with its place in the text and what to write instead.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import astuple
from typing import Final

from estate.errors import nearest
from estate.rules.expression import arithmetic, calls, comparing, names
from estate.rules.expression.mistakes import Mistake
from estate.rules.expression.parse import parse
from estate.rules.expression.source import Source
from estate.rules.expression.tree import (
    BOOLEAN,
    NUMBER,
    TEXT,
    Condition,
    Constant,
    Junction,
    Negation,
    Path,
    Truth,
    Value,
    Variable,
)
from estate.rules.expression.vocabulary import Scope, article

__all__ = ["Checker", "check", "check_path"]

FUNCTIONS: Final = ("all", "any", "count", "len", "max", "min", "missing", "sum")
PARTS: Final = "comparisons, and, or, not, in, missing(…), any, all, count, sum, min, max, len"


def check(
    text: str, scope: Scope, *, where: bool = False
) -> tuple[Condition | None, list[Mistake]]:
    """Check a condition; the tree is None where there are mistakes.

    `where` says that it narrows a population: there alone `missing` may stand under `not`.
    """
    source, parsed = parse(text, scope.vocabulary.words)
    tree = None
    if parsed is not None:
        tree = Checker(source, scope, where=where).condition(parsed)
    return (None if source.mistakes else tree), sorted(set(source.mistakes), key=astuple)


def check_path(text: str, scope: Scope) -> tuple[Path | Constant | None, list[Mistake]]:
    """Check the dotted name of a fact, as a message or a list of evidence gives it.

    A name may lead through lists.
    """
    if plain := _plain_path(text, scope):
        return plain, []
    source, parsed = parse(text, scope.vocabulary.words)
    found = None
    if isinstance(parsed, ast.Name | ast.Attribute):
        found = names.find(Checker(source, scope, where=True, lists=True), parsed)
    elif parsed is not None:
        source.mistakes.append(Mistake(0, len(text), f"{text} is no fact", "the name of a fact"))
    return (None if source.mistakes else found), sorted(set(source.mistakes), key=astuple)


def _plain_path(text: str, scope: Scope) -> Path | None:
    """Return the fact of a dotted name where nothing is wrong with it: nearly always."""
    first, *rest = text.split(".")
    start = None if first in scope.parameters else scope.fact(first)
    if start is None:
        return None
    steps = [start[0]]
    for name in rest:
        step = scope.vocabulary.dictionary.find(steps[-1].type.name, name)
        if step is None:
            return None
        steps.append(step)
    return Path("scope" if start[1] else "subject", tuple(steps))


class Checker:
    """Turns Python's syntax tree into a checked one. What is wrong becomes None, and is noted."""

    def __init__(self, source: Source, scope: Scope, *, where: bool, lists: bool = False) -> None:
        self.source = source
        self.scope = scope
        self.lists = lists
        self.variables: dict[str, Variable] = {}
        self._where = where
        self._negative = 0

    @property
    def may_miss(self) -> bool:
        """Whether `missing` may stand here: filling in a field must never make a finding."""
        return self._where or not self._negative

    @contextmanager
    def negative(self, *, unless: bool = False) -> Iterator[None]:
        """Check what follows as standing under a `not`."""
        self._negative += not unless
        yield
        self._negative -= not unless

    @contextmanager
    def binding(self, name: str, variable: Variable) -> Iterator[None]:
        """Check what follows with a variable."""
        self.variables[name] = variable
        yield
        del self.variables[name]

    def note(self, node: ast.expr, message: str, expected: str = "", near: str = "") -> None:
        """Note a mistake at a node."""
        self.source.mistakes.append(Mistake(*self.span(node), message, expected, near))

    def span(self, node: ast.expr) -> tuple[int, int]:
        """Return where a node stands in the text."""
        start, end = (
            self.source.offset(node.col_offset),
            self.source.offset(node.end_col_offset or 0),
        )
        return self.source.span(start, end)

    def text(self, node: ast.expr) -> str:
        """Return a node as it is read."""
        start, end = (
            self.source.offset(node.col_offset),
            self.source.offset(node.end_col_offset or 0),
        )
        return self.source.code[start:end]

    def condition(self, node: ast.expr) -> Condition | None:
        """Check what must be true, false or unknown."""
        match node:
            case ast.BoolOp():
                return self._junction(node)
            case ast.UnaryOp(op=ast.Not()):
                with self.negative():
                    part = self.condition(node.operand)
                return part and Negation(part)
            case ast.Compare():
                return comparing.comparison(self, node)
            case ast.Call() if calls.is_condition(node):
                return calls.condition(self, node)
        return self._truth(node)

    def value(  # noqa: PLR0911 - one answer per kind of node
        self, node: ast.expr, *, rising: bool = False
    ) -> Value | None:
        """Check what has a value.

        `rising` says that a greater value can only make the condition true, never false.
        """
        match node:
            case ast.Constant():
                return self._constant(node)
            case ast.Name() | ast.Attribute():
                return names.find(self, node)
            case ast.Subscript():
                return names.element(self, node)
            case ast.BinOp():
                return arithmetic.operation(self, node)
            case ast.UnaryOp(op=ast.USub()):
                return arithmetic.opposite(self, node)
            case ast.Call():
                return calls.value(self, node, rising=rising)
        self._refuse(node)
        return None

    def _junction(self, node: ast.BoolOp) -> Condition | None:
        every = isinstance(node.op, ast.And)
        for part in node.values:
            if isinstance(part, ast.BoolOp) and not self._bracketed(part):
                text = self.text(part)
                self.note(part, "and beside or needs brackets", f"`({text})`")
        parts = [self.condition(part) for part in node.values]
        known = tuple(part for part in parts if part is not None)
        return Junction(every, known) if len(known) == len(parts) else None

    def _bracketed(self, node: ast.expr) -> bool:
        start, end = (
            self.source.offset(node.col_offset),
            self.source.offset(node.end_col_offset or 0),
        )
        before, after = self.source.code[:start].rstrip(), self.source.code[end:].lstrip()
        return before.endswith("(") and after.startswith(")")

    def _truth(self, node: ast.expr) -> Condition | None:
        value = self.value(node)
        if value is None:
            return None
        if value.type == BOOLEAN:
            return Truth(value)
        text = self.text(node)
        if value.type.many:
            self.note(node, f"{text} is a list", f"`any(x.… for x in {text})`")
        else:
            kind = article(value.type.name)
            self.note(node, f"{text} is {kind}, which is no condition", f"a comparison of {text}")
        return None

    def _constant(self, node: ast.Constant) -> Constant | None:
        match node.value:
            case bool():
                return Constant(node.value, BOOLEAN)
            case int() | float():
                return Constant(node.value, NUMBER)
            case str():
                return Constant(node.value, TEXT, text=node.value)
        if node.value is None:
            self.note(node, "None is no value of a fact", "`missing(…)`")
        else:
            self._refuse(node)
        return None

    def _refuse(self, node: ast.expr) -> None:
        text = self.text(node)
        match node:
            case ast.BoolOp() | ast.Compare() | ast.UnaryOp(op=ast.Not()):
                self.note(node, f"`{text}` is true or false, which is no value", "`and` or `or`")
            case ast.Tuple() | ast.List() | ast.Set():
                self.note(node, "a list of values stands after `in` alone", '`… in ("a", "b")`')
            case ast.Lambda() | ast.IfExp():
                self.note(node, "a condition has no lambda and no if … else", f"only {PARTS}")
            case ast.ListComp() | ast.SetComp() | ast.GeneratorExp() | ast.DictComp():
                self.note(node, "`for` stands inside a function alone", "`any(x.… for x in …)`")
            case _:
                self.note(node, f"`{text}` has no place in a condition", f"only {PARTS}")

    def unknown_function(self, node: ast.Call) -> None:
        """Note a call to something that is no function of conditions."""
        name = self.text(node.func)
        functions = "one of " + ", ".join(FUNCTIONS)
        self.note(
            node.func, f"{name} is no function of conditions", functions, nearest(name, FUNCTIONS)
        )
