"""Names in a condition: facts, what is known everywhere, parameters, variables."""

from __future__ import annotations

import ast
from dataclasses import replace
from typing import TYPE_CHECKING

from estate.errors import nearest
from estate.facts.dictionary import Fact
from estate.rules.expression.mistakes import Mistake
from estate.rules.expression.tree import SCALARS, Constant, Element, Path
from estate.rules.expression.vocabulary import article

if TYPE_CHECKING:
    from estate.rules.expression.checking import Checker


def find(checker: Checker, node: ast.Name | ast.Attribute) -> Path | Constant | None:
    """Check a name, or a fact of what a name stands for."""
    return _name(checker, node) if isinstance(node, ast.Name) else _attribute(checker, node)


def element(checker: Checker, node: ast.Subscript) -> Element | Constant | None:
    """Check `[0]` after a parameter or a list of the policy."""
    source = checker.value(node.value)
    if source is None:
        return None
    position = node.slice.value if isinstance(node.slice, ast.Constant) else None
    if isinstance(position, bool) or not isinstance(position, int):
        checker.note(node.slice, "a position is a whole number from 0", "`[0]`")
    elif not source.type.many:
        checker.note(node, f"{checker.text(node.value)} is no list", "a list before `[`")
    elif isinstance(source, Path) and source.root == "scope":
        return Element(source, position)
    elif isinstance(source, Constant):
        return _chosen(checker, node, source, position)
    else:
        text = checker.text(node.value)
        checker.note(node, "only parameters and policy have positions", f"`any(… for x in {text})`")
    return None


def _chosen(
    checker: Checker, node: ast.Subscript, source: Constant, position: int
) -> Constant | None:
    values, texts = source.value, source.text
    assert isinstance(values, tuple)  # noqa: S101 - a list's value is a tuple
    if position >= len(values):
        checker.note(node, f"{source.name} has {len(values)} members", "a position from 0")
        return None
    text = texts[position] if isinstance(texts, tuple) else None
    name = f"{source.name}[{position}]"
    return Constant(values[position], source.type.member, name, text)


def _name(checker: Checker, node: ast.Name) -> Path | Constant | None:
    if variable := checker.variables.get(node.id):
        return Path(variable, ())
    if parameter := checker.scope.parameters.get(node.id):
        return parameter
    if found := checker.scope.fact(node.id):
        fact, everywhere = found
        return Path("scope" if everywhere else "subject", (fact,))
    _unknown_name(checker, node)
    return None


def _unknown_name(checker: Checker, node: ast.Name) -> None:
    name, scope = node.id, checker.scope
    if name in {"true", "false"}:
        checker.note(node, f"{name} is no fact", f"`{name.title()}`, or the fact alone")
    elif name in {"null", "none", "nil", "unknown"}:
        checker.note(node, f"{name} is no fact", "`missing(…)`")
    elif name in {"any", "all", "count", "sum", "min", "max", "len", "missing"}:
        checker.note(node, f"{name} is a function", f"`{name}(…)`")
    elif path := scope.through(name):
        checker.note(node, f"{name} is no fact of {article(scope.kind)}", f"`{path}`")
    elif name in scope.vocabulary.words:
        checker.note(node, f"{name} is a value, not a fact", f'`"{name}"`')
    elif owners := scope.vocabulary.owners(name):
        message = f"{name} is a fact of {' or '.join(owners)}, not of {scope.kind}"
        checker.note(node, message, f"a fact of {article(scope.kind)}")
    else:
        near = nearest(name, [*scope.names(), *checker.variables])
        word = "" if near else nearest(name, scope.vocabulary.words)
        expected = f'`"{word}"`' if word else "a known fact"
        checker.note(node, f"{name} is no fact of {article(scope.kind)}", expected, near)


def _attribute(checker: Checker, node: ast.Attribute) -> Path | Constant | None:
    if not isinstance(node.value, ast.Name | ast.Attribute):
        checker.note(node, f"`{checker.text(node)}` is no fact", "a name before the full stop")
        return None
    whole = find(checker, node.value)
    if whole is None:
        return None
    text = checker.text(node.value)
    if isinstance(whole, Constant) or whole.type.name in SCALARS:
        kind = article(whole.type.name)
        checker.note(node, f"{text} is {kind} and has no facts of its own", f"`{text}`")
    elif whole.type.many and not checker.lists:
        instead = f"`any(x.{node.attr} … for x in {text})`"
        checker.note(node, f"{text} is a list", instead)
    elif fact := _fact_of(checker, node, whole.type.name):
        return replace(whole, steps=(*whole.steps, fact))
    return None


def _fact_of(checker: Checker, node: ast.Attribute, kind: str) -> Fact | None:
    vocabulary = checker.scope.vocabulary
    fact = vocabulary.dictionary.find(kind, node.attr)
    if fact is None:
        owners = vocabulary.owners(node.attr)
        message = f"{node.attr} is no fact of {article(kind)}"
        message += f", but of {' or '.join(owners)}" if owners else ""
        near = nearest(node.attr, vocabulary.dictionary.of(kind))
        _, end = checker.span(node)
        place = Mistake(end - len(node.attr), end, message, f"a fact of {article(kind)}", near)
        checker.source.mistakes.append(place)
    return fact
