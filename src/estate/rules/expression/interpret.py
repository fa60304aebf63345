"""Runs a checked condition over one subject: slow, plain, and the meaning of conditions.

Three values, as in SQL: true, false, and None for unknown (Kleene's strong logic). The compiled
form must agree with this one.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from typing import Any, Final, TypeAlias

from estate.facts.dictionary import Dictionary, Fact
from estate.frozen import frozen
from estate.model.scalars import UNLIMITED
from estate.rules.expression import values
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
    Variable,
)
from estate.rules.world import World

__all__ = ["Frame", "Interpreter", "Truth3"]

Truth3: TypeAlias = bool | None

_COMPARE: Final[dict[str, Callable[[Any, Any], bool]]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


@frozen
class Frame:
    """What a condition is run over: the subject, and the members that its variables stand for."""

    subject: object
    variables: Mapping[int, object] = field(default_factory=dict)

    def bind(self, number: int, member: object) -> Frame:
        """Return the frame with one more variable."""
        return Frame(self.subject, {**self.variables, number: member})


class Interpreter:
    """Conditions and values over the subjects of one world."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._columns: dict[tuple[str, str], Mapping[str, Any]] = {}

    @property
    def dictionary(self) -> Dictionary:
        """The facts that there are."""
        return self._world.dictionary

    def truth(  # noqa: PLR0911 - one answer per kind of node
        self, condition: Condition, frame: Frame
    ) -> Truth3:
        """Return whether a condition holds, or None where that is unknown."""
        match condition:
            case Truth(value):
                known = self.value(value, frame)
                return None if known is None else bool(known)
            case Comparison(sign, left, right):
                return self._compare(sign, self.range(left, frame), self.range(right, frame))
            case Member():
                return self._member(condition, frame)
            case Affix():
                return self._affix(condition, frame)
            case Missing(fact):
                return self._missing(fact, frame)
            case Negation(part):
                return _opposite(self.truth(part, frame))
            case Junction(every, parts):
                return _joined(every=every, truths=(self.truth(part, frame) for part in parts))
            case Quantifier():
                return self._quantified(condition, frame)

    def value(self, value: Value, frame: Frame) -> Any:  # noqa: ANN401 - values of every type
        """Return a value, or None where it is unknown."""
        match value:
            case Constant():
                return value.value
            case Path():
                return self.walk(value, frame)[0]
            case Element(source, position):
                members = self.value(source, frame)
                return None if members is None else values.element(members, position)
            case Operation(name, operands):
                found = [self.value(operand, frame) for operand in operands]
                return None if None in found else values.OPERATIONS[name](*found)
            case Count():
                low, high = self.counted(value, frame)
                return low if low == high else None
            case Fold():
                return self._folded(value, frame)

    def range(self, value: Value, frame: Frame) -> tuple[Any, Any] | None:
        """Return the least and the greatest that a value can be, or None where it is unknown."""
        if isinstance(value, Count):
            return self.counted(value, frame)
        known = self.value(value, frame)
        return None if known is None else (known, known)

    def walk(self, path: Path, frame: Frame) -> tuple[Any, int]:
        """Return what stands at the end of a path, and how many of its steps lead there."""
        found: Any = frame.subject
        if isinstance(path.root, Variable):
            found = frame.variables[path.root.number]
        for number, step in enumerate(path.steps):
            if found is None:
                return None, number
            found = self.step(found, step)
        return found, len(path.steps)

    def spread(self, path: Path, frame: Frame) -> Any:  # noqa: ANN401 - values of every type
        """Return what stands at the end of a path that may lead through lists: then a tuple."""
        found: Any = frame.subject
        for number, step in enumerate(path.steps):
            if found is None:
                return None
            if step.type.many:
                return self._spread(found, path.steps[number:])
            found = self.step(found, step)
        return found

    def _spread(self, record: Any, steps: Sequence[Fact]) -> Any:  # noqa: ANN401 - as above
        """Return what stands at the end of steps of which the first leads to a list."""
        found = [record]
        for step in steps:
            values = [None if record is None else self.step(record, step) for record in found]
            found = [
                member
                for value in values
                for member in (value if isinstance(value, tuple) else (value,))
            ]
        unknown = len(found) == 1 and found[0] is None
        return None if unknown else tuple(found)

    def step(self, record: Any, fact: Fact) -> Any:  # noqa: ANN401 - records of every kind
        """Return one fact of a record, or of what is known everywhere."""
        if fact.owner == "estate":
            return self._world.scope[fact.name]
        attribute = fact.attribute
        return getattr(record, attribute) if attribute else self._column(fact)[record.id]

    def members(self, source: Value, frame: Frame) -> Sequence[Any] | None:
        """Return the members of a list, or None where it is unknown."""
        found: Sequence[Any] | None = self.value(source, frame)
        return found

    def counted(self, count: Count, frame: Frame) -> tuple[float, float]:
        """Return how many members there are at least, and at most."""
        members = self.members(count.source, frame)
        if members is None:
            return 0, UNLIMITED
        low = high = 0
        for member in members:
            held = self._holds(count.body, frame.bind(count.variable.number, member))
            low += member is not None and held is True
            high += held is not False
        return low, high

    def _column(self, fact: Fact) -> Mapping[str, Any]:
        key = (fact.owner, fact.name)
        column = self._columns.get(key)
        if column is None:
            column = self._columns[key] = self._world.column(fact.column)
        return column

    def _holds(self, condition: Condition | None, frame: Frame) -> Truth3:
        return True if condition is None else self.truth(condition, frame)

    @staticmethod
    def _compare(sign: str, left: tuple[Any, Any] | None, right: tuple[Any, Any] | None) -> Truth3:
        if left is None or right is None:
            return None
        outcomes = {_COMPARE[sign](one, other) for one in left for other in right}
        if sign in {"==", "!="} and left[0] <= right[1] and right[0] <= left[1]:
            # Ranges that overlap may be equal; unless they are points, they may differ as well.
            outcomes.add(sign == "==")
        return outcomes.pop() if len(outcomes) == 1 else None

    def _member(self, member: Member, frame: Frame) -> Truth3:
        item, members = self.value(member.item, frame), self.value(member.container, frame)
        if members is None:
            return None
        return _joined(every=False, truths=(_equal(item, part) for part in members))

    def _affix(self, affix: Affix, frame: Frame) -> Truth3:
        text, part = self.value(affix.text, frame), self.value(affix.affix, frame)
        if text is None or part is None:
            return None
        return bool(text.endswith(part) if affix.end else text.startswith(part))

    def _missing(self, fact: Path, frame: Frame) -> Truth3:
        found, steps = self.walk(fact, frame)
        if steps < len(fact.steps):
            return None
        if fact.type.many:
            return None if found and values.hollow(found) else not found
        return found is None or found == values.null_of(fact.type)

    def _quantified(self, condition: Quantifier, frame: Frame) -> Truth3:
        members = self.members(condition.source, frame)
        if members is None:
            return None
        number = condition.variable.number
        return _joined(
            every=condition.every,
            truths=(
                self._of_member(condition, member, frame.bind(number, member)) for member in members
            ),
        )

    def _of_member(self, condition: Quantifier, member: object, frame: Frame) -> Truth3:
        """Judge one member; whether an unknown member is there at all is unknown."""
        truth = self.truth(condition.body, frame)
        decided = truth is (not condition.every)
        return None if member is None and decided else truth

    def _folded(self, fold: Fold, frame: Frame) -> Any:  # noqa: ANN401 - numbers, dates, durations
        members = self.members(fold.source, frame)
        if members is None:
            return None
        found = list(self._bodies(fold, members, frame))
        return None if None in found else values.fold(fold.name, fold.type, found)

    def _bodies(self, fold: Fold, members: Sequence[Any], frame: Frame) -> Iterator[Any]:
        """Yield what is put together; None where something about a member is unknown."""
        for member in members:
            bound = frame.bind(fold.variable.number, member)
            held = self._holds(fold.filter, bound)
            if held is not False:
                sure = held and member is not None
                yield self.value(fold.body, bound) if sure else None


def _opposite(truth: Truth3) -> Truth3:
    return None if truth is None else not truth


def _equal(one: object, other: object) -> Truth3:
    return None if one is None or other is None else one == other


def _joined(*, every: bool, truths: Iterator[Truth3]) -> Truth3:
    """Return Kleene's `and` (every) or `or` of truths."""
    unknown = False
    for truth in truths:
        if truth is (not every):
            return truth
        unknown = unknown or truth is None
    return None if unknown else every
