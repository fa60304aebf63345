"""Functions in a condition: any, all, count, sum, min, max, len, missing, startswith, endswith."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Final, Literal, cast

from estate.errors import nearest
from estate.facts.dictionary import Type
from estate.rules.expression.tree import (
    BOOLEAN,
    TEXT,
    Affix,
    Condition,
    Constant,
    Count,
    Fold,
    Junction,
    Missing,
    Negation,
    Path,
    Quantifier,
    Truth,
    Value,
    Variable,
    conjunction,
)
from estate.rules.expression.vocabulary import article

if TYPE_CHECKING:
    from estate.rules.expression.checking import Checker

_CONDITIONS: Final = frozenset({"any", "all", "missing"})
_VALUES: Final = frozenset({"count", "len", "sum", "min", "max"})
_METHODS: Final = ("endswith", "startswith")
_SUMMED: Final = frozenset({"number", "duration"})
_ORDERED: Final = frozenset({"number", "duration", "date"})
DEEPEST: Final = 4


def is_condition(node: ast.Call) -> bool:
    """Whether a call is true or false, as far as its name says."""
    if isinstance(node.func, ast.Name):
        return node.func.id in _CONDITIONS
    return isinstance(node.func, ast.Attribute)


def condition(checker: Checker, node: ast.Call) -> Condition | None:
    """Check a call that is true or false."""
    if isinstance(node.func, ast.Attribute):
        return _affix(checker, node, node.func)
    argument = _argument(checker, node)
    if argument is None:
        return None
    name = checker.text(node.func)
    return (
        _missing(checker, argument) if name == "missing" else _quantifier(checker, name, argument)
    )


def value(checker: Checker, node: ast.Call, *, rising: bool) -> Value | None:
    """Check a call that has a value; `rising` as in `Checker.value`."""
    name = node.func.id if isinstance(node.func, ast.Name) else ""
    if is_condition(node):
        if condition(checker, node):
            text = checker.text(node)
            checker.note(node, f"`{text}` is true or false, which is no value", "`and` or `or`")
        return None
    if name not in _VALUES:
        checker.unknown_function(node)
        return None
    argument = _argument(checker, node)
    if argument is None:
        return None
    if name in {"count", "len"}:
        with checker.negative(unless=rising):
            return _count(checker, argument)
    with checker.negative():
        return _fold(checker, cast("Literal['sum', 'min', 'max']", name), argument)


def _argument(checker: Checker, node: ast.Call) -> ast.expr | None:
    name = checker.text(node.func)
    if len(node.args) == 1 and not node.keywords and not isinstance(node.args[0], ast.Starred):
        argument = node.args[0]
        if isinstance(argument, ast.ListComp | ast.SetComp):
            inner = checker.text(argument)[1:-1]
            checker.note(argument, "no brackets around `for`", f"`{name}({inner})`")
            generator = ast.GeneratorExp(argument.elt, argument.generators)
            return ast.copy_location(generator, argument)
        return argument
    shapes = {"missing": "a fact", "any": "… for x in …", "all": "… for x in …"}
    shape = shapes.get(name, '"…"' if isinstance(node.func, ast.Attribute) else "x.… for x in …")
    checker.note(node, f"{name} takes one argument", f"`{name}({shape})`")
    return None


def _affix(checker: Checker, node: ast.Call, method: ast.Attribute) -> Condition | None:
    if method.attr not in _METHODS:
        near = nearest(method.attr, _METHODS)
        checker.note(method, f"{method.attr} is no method of texts", " or ".join(_METHODS), near)
        return None
    argument = _argument(checker, node)
    text = checker.value(method.value)
    if argument is None or text is None:
        return None
    if text.type != TEXT:
        kind = "a list" if text.type.many else article(text.type.name)
        checker.note(method.value, f"{checker.text(method.value)} is {kind}, no text", "a text")
        return None
    affix = _affixes(checker, argument)
    return Affix(method.attr == "endswith", text, affix) if affix else None


def _affixes(checker: Checker, node: ast.expr) -> Value | None:
    if isinstance(node, ast.Tuple):
        parts = [checker.value(part) for part in node.elts]
        texts = [part.text for part in parts if isinstance(part, Constant)]
        if len(texts) == len(parts) and all(isinstance(text, str) for text in texts):
            return Constant(tuple(texts), Type("text", many=True))
    else:
        found = checker.value(node)
        if found is None:
            return None
        if isinstance(found, Constant) and found.text is not None:
            return Constant(found.text, Type("text", many=found.type.many), found.name)
        if found.type == TEXT:
            return found
    checker.note(node, "a text starts or ends with a text", '`"…"` or `("…", "…")`')
    return None


def _missing(checker: Checker, node: ast.expr) -> Condition | None:
    fact = checker.value(node)
    if fact is None:
        return None
    text = checker.text(node)
    if not isinstance(fact, Path) or not fact.steps:
        checker.note(node, f"{text} is no fact that could be missing", "the name of a fact")
    elif not checker.may_miss:
        message = f"here whoever never said would pass: missing({text}) under not is for where"
        checker.note(node, message, f"`where: not missing({text})`")
    else:
        return Missing(fact)
    return None


def _quantifier(checker: Checker, name: str, node: ast.expr) -> Condition | None:
    every = name == "all"
    if not isinstance(node, ast.GeneratorExp):
        return _quantified_list(checker, name, node)
    bound = _bound(checker, node)
    if bound is None:
        return None
    variable, source, target = bound
    with checker.binding(target, variable):
        filters = _filters(checker, node, negative=every)
        body = checker.condition(node.elt)
    if filters is None or body is None:
        return None
    if not every or not filters:
        return Quantifier(every, variable, source, conjunction([*filters, body]))
    apart = tuple(Negation(part) for part in filters)
    return Quantifier(every, variable, source, Junction(every=False, parts=(*apart, body)))


def _quantified_list(checker: Checker, name: str, node: ast.expr) -> Condition | None:
    """Check any and all of a list of truths, without a loop."""
    source = checker.value(node)
    if source is None or not _is_list(checker, node, source):
        return None
    if source.type.name != "boolean":
        text = checker.text(node)
        checker.note(node, f"{text} holds no truths", f"`{name}(x.… for x in {text})`")
        return None
    variable = Variable(len(checker.variables), BOOLEAN)
    return Quantifier(name == "all", variable, source, Truth(Path(variable, ())))


def _bound(checker: Checker, node: ast.GeneratorExp) -> tuple[Variable, Value, str] | None:
    """Check `for x in a list`, and return the variable, the list and the name."""
    loop = node.generators[0]
    if len(node.generators) > 1 or loop.is_async:
        checker.note(node, "one `for` at a time", "`any(any(… for y in x.…) for x in …)`")
        return None
    source = checker.value(loop.iter)
    if source is None or not _is_list(checker, loop.iter, source):
        return None
    target = loop.target
    if not isinstance(target, ast.Name):
        checker.note(target, "`for` takes one name", "`for x in …`")
    elif target.id in {*checker.variables, *checker.scope.names()}:
        checker.note(target, f"{target.id} has a meaning already", "another name, such as `x`")
    elif len(checker.variables) >= DEEPEST:
        checker.note(node, f"lists lie more than {DEEPEST} deep", "a new fact")
    else:
        return Variable(len(checker.variables), source.type.member), source, target.id
    return None


def _is_list(checker: Checker, node: ast.expr, source: Value) -> bool:
    if not source.type.many:
        kind = article(source.type.name)
        checker.note(node, f"{checker.text(node)} is {kind}, no list", "a list")
    return source.type.many


def _filters(checker: Checker, node: ast.GeneratorExp, *, negative: bool) -> list[Condition] | None:
    with checker.negative(unless=not negative):
        found = [checker.condition(part) for part in node.generators[0].ifs]
    known = [part for part in found if part is not None]
    return known if len(known) == len(found) else None


def _count(checker: Checker, node: ast.expr) -> Value | None:
    if not isinstance(node, ast.GeneratorExp):
        source = checker.value(node)
        if source is None or not _is_list(checker, node, source):
            return None
        return Count(Variable(len(checker.variables), source.type.member), source, None)
    bound = _bound(checker, node)
    if bound is None:
        return None
    variable, source, target = bound
    with checker.binding(target, variable):
        parts = _filters(checker, node, negative=False)
        member = isinstance(node.elt, ast.Name) and node.elt.id == target
        if parts is not None and (not member or variable.type == BOOLEAN):
            held = checker.condition(node.elt)
            parts = [*parts, held] if held else None
    if parts is None:
        return None
    return Count(variable, source, conjunction(parts) if parts else None)


def _fold(checker: Checker, name: Literal["sum", "min", "max"], node: ast.expr) -> Value | None:
    if isinstance(node, ast.GeneratorExp):
        bound = _bound(checker, node)
        if bound is None:
            return None
        variable, source, target = bound
        with checker.binding(target, variable):
            parts = _filters(checker, node, negative=False)
            body = checker.value(node.elt)
    else:
        found = checker.value(node)
        if found is None or not _is_list(checker, node, found):
            return None
        source, parts = found, []
        variable = Variable(len(checker.variables), found.type.member)
        body = Path(variable, ())
    if parts is None or body is None:
        return None
    kinds = _SUMMED if name == "sum" else _ORDERED
    if body.type.many or body.type.name not in kinds:
        text = checker.text(node)
        checker.note(node, f"{text} cannot be put together by {name}", " or ".join(sorted(kinds)))
        return None
    return Fold(name, variable, source, conjunction(parts) if parts else None, body, body.type)
