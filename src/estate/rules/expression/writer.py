"""Writes a checked condition as plain Python, in two readings: certainly true, possibly true.

`not` swaps the readings. What looks at lists becomes loops, so a condition comes with lines that
run first.
"""

from __future__ import annotations

from typing import Final, assert_never

from estate.frozen import frozen
from estate.rules.expression import loops, values
from estate.rules.expression.register import Code, Operand, Register, indented, known, unknown
from estate.rules.expression.tree import (
    Affix,
    Comparison,
    Condition,
    Constant,
    Count,
    Element,
    Fold,
    Junction,
    Member,
    Missing,
    Negation,
    Operation,
    Path,
    Quantifier,
    Truth,
    Value,
)

__all__ = ["Writer"]

_NULLS: Final = {
    "text": "not {0}",
    "enumeration": "not {0}",
    "number": "{0} is None or {1} == UNLIMITED",
    "duration": "{0} is None or {1} == UNLIMITED_DURATION",
}


class Writer:
    """Writes conditions and values with the names of one register."""

    def __init__(self, register: Register) -> None:
        self.register = register

    def test(  # noqa: PLR0911 - one answer per kind of node
        self, condition: Condition, *, sure: bool
    ) -> Code:
        """Write whether a condition is certainly true (`sure`), or possibly."""
        match condition:
            case Truth(value):
                return _test(self.operand(value), sure=sure)
            case Negation(part):
                inner = self.test(part, sure=not sure)
                return Code(inner.lines, f"not ({inner.text})")
            case Junction():
                return self._junction(condition, sure=sure)
            case Quantifier():
                return loops.quantifier(self, condition, sure=sure)
            case Comparison(_, left, right):
                if isinstance(left, Count) or isinstance(right, Count):
                    return self._ranges(condition, sure=sure)
                return self._joined(left, right, f"{{}} {condition.operator} {{}}", sure=sure)
            case Member():
                return self._member(condition, sure=sure)
            case Affix(end, text, affix):
                method = "endswith" if end else "startswith"
                return self._joined(text, affix, f"{{}}.{method}({{}})", sure=sure)
            case Missing(fact):
                return self._missing(fact, sure=sure)
            case _:
                assert_never(condition)

    def operand(self, value: Value) -> Operand:  # noqa: PLR0911 - one answer per kind of node
        """Write a value."""
        match value:
            case Constant():
                return Operand(text=self.register.constant(value.value))
            case Path(root="scope"):
                return self.register.once(value, self.register.path(value))
            case Path():
                return self.register.path(value)
            case Element(source, position):
                found = self.operand(source)
                return self.register.once(value, self._partial(found, "element", str(position)))
            case Operation():
                found = self._operation(value)
                return self.register.once(value, found) if _invariant(value) else found
            case Count():
                return loops.counted(self, value)
            case Fold():
                return loops.fold(self, value)
            case _:
                assert_never(value)

    def _partial(self, operand: Operand, function: str, *more: str) -> Operand:
        """Write a call that may have no answer."""
        name = self.register.fresh("t")
        call = f"({name} := {function}({', '.join([operand.text, *more])}))"
        return Operand(operand.lines, [*operand.guards, call], name)

    def _operation(self, value: Operation) -> Operand:
        operands = [self.operand(part) for part in value.operands]
        lines = [line for part in operands for line in part.lines]
        guards = list(dict.fromkeys(guard for part in operands for guard in part.guards))
        first = Operand(lines, guards, operands[0].text)
        second = operands[1].text
        if value.name not in values.TOTAL:
            return self._partial(first, value.name, second)
        return Operand(lines, guards, f"{value.name}({first.text}, {second})")

    def _joined(self, left: Value, right: Value, shape: str, *, sure: bool) -> Code:
        one, other = self.operand(left), self.operand(right)
        guards = list(dict.fromkeys([*one.guards, *other.guards]))
        text = shape.format(one.text, other.text)
        return _test(Operand([*one.lines, *other.lines], guards, text), sure=sure)

    def _junction(self, junction: Junction, *, sure: bool) -> Code:
        """Join parts; as soon as one needs lines of its own, it waits for those before it."""
        first, *rest = [self.test(part, sure=sure) for part in junction.parts]
        word = " and " if junction.every else " or "
        code = Code(first.lines, f"({first.text})")
        for part in rest:
            if not part.lines:
                code.text += f"{word}({part.text})"
                continue
            flag = self.register.fresh("q")
            wait = flag if junction.every else f"not {flag}"
            inner = indented([*part.lines, f"{flag} = {part.text}"])
            code = Code([*code.lines, f"{flag} = {code.text}", f"if {wait}:", *inner], flag)
        return code

    def _ranges(self, comparison: Comparison, *, sure: bool) -> Code:
        """Compare what is counted: a number between a least and a greatest."""
        sign, left, right = comparison.operator, comparison.left, comparison.right
        if sign in {"==", "!="}:
            return self._equality(left, right, equal=sign == "==", sure=sure)
        if sign in {">", ">="}:
            left, right = right, left
        one = self._range(left, low=not sure, high=sure)
        other = self._range(right, low=sure, high=not sure)
        strict = sign.replace(">", "<")
        text = f"{one.most if sure else one.least} {strict} {other.least if sure else other.most}"
        return _test(one.joined(other, text), sure=sure)

    def _equality(self, left: Value, right: Value, *, equal: bool, sure: bool) -> Code:
        one = self._range(left, low=True, high=True)
        other = self._range(right, low=True, high=True)
        same = f"{one.least} == {one.most} == {other.least} == {other.most}"
        apart = f"({one.most} < {other.least} or {other.most} < {one.least})"
        # What is certain needs the one test, what is possible only that the other fails.
        text = (same if equal else apart) if sure else f"not {apart if equal else f'({same})'}"
        return _test(one.joined(other, text), sure=sure)

    def _range(self, value: Value, *, low: bool, high: bool) -> _Range:
        if isinstance(value, Count):
            lines, least, most = loops.bounds(self, value, low=low, high=high)
            return _Range(lines, [], least, most)
        operand = self.operand(value)
        return _Range(operand.lines, operand.guards, operand.text, operand.text)

    def _member(self, member: Member, *, sure: bool) -> Code:
        item, container = self.operand(member.item), self.operand(member.container)
        lines = [*item.lines, *container.lines]
        inside = f"{item.text} in {container.text}"
        if isinstance(member.container, Constant) and member.container.value == ():
            return Code([], "False")
        if isinstance(member.container, Constant) or sure:
            guards = [*container.guards, *item.guards]
            return _test(Operand(lines, guards, inside), sure=sure)
        inner = unknown(item.guards, inside, f"None in {container.text}")
        text = unknown(container.guards, f"len({container.text}) > 0 and ({inner})")
        return Code(lines, text)

    def _missing(self, fact: Path, *, sure: bool) -> Code:
        guards, first, then = self.register.last(fact)
        kind = fact.type
        if kind.many:
            shape = "not {0}" if sure else "not {0} or hollow({1})"
        elif kind.name == "date":
            shape = f"{{0}} is None or {{1}} == {'NEVER' if kind.ends else 'ALWAYS'}"
        else:
            shape = _NULLS.get(kind.name, "{0} is None")
        return _test(Operand([], guards, f"({shape.format(first, then)})"), sure=sure)


@frozen
class _Range:
    """A number between two others, as code."""

    lines: list[str]
    guards: list[str]
    least: str
    most: str

    def joined(self, other: _Range, text: str) -> Operand:
        guards = list(dict.fromkeys([*self.guards, *other.guards]))
        return Operand([*self.lines, *other.lines], guards, text)


def _test(operand: Operand, *, sure: bool) -> Code:
    join = known if sure else unknown
    return Code(operand.lines, join(operand.guards, operand.text))


def _invariant(value: Value) -> bool:
    """Whether a value is the same for every subject, and has no loop in it."""
    match value:
        case Constant() | Element() | Path(root="scope"):
            return True
        case Operation(operands=operands):
            return all(_invariant(part) for part in operands)
    return False
