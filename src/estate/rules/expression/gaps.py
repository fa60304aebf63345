"""What would settle a condition that is unknown: the fields to fill in."""

from __future__ import annotations

from dataclasses import field

from estate.frozen import frozen
from estate.rules.expression.interpret import Interpreter
from estate.rules.expression.track import Bindings, follow, members
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

__all__ = ["Gaps"]


@frozen
class Gaps:
    """Gathers the fields that unknown conditions lack, in the order in which they are written.

    Of a derived fact: what settles it. Of a part of an absent record: the record.
    """

    interpreter: Interpreter
    fields: dict[str, None] = field(default_factory=dict)

    def find(self, condition: Condition, at: Bindings) -> None:
        """Add what a condition lacks, if it is unknown."""
        if self.interpreter.truth(condition, at.frame) is not None:
            return
        match condition:
            case Negation(part):
                self.find(part, at)
            case Junction(parts=parts):
                for part in parts:
                    self.find(part, at)
            case Quantifier(_, variable, source, body):
                self._list(source, variable, at, body)
            case Missing(fact):
                self._add(fact, at)
            case Truth(value):
                self._value(value, at)
            case Comparison(_, left, right) | Member(left, right) | Affix(_, left, right):
                self._value(left, at)
                self._value(right, at)

    def _value(self, value: Value, at: Bindings) -> None:  # noqa: C901 - one case per kind of node
        match value:
            case Path():
                found = self.interpreter.value(value, at.frame)
                if found is None or (value.type.many and None in found):
                    self._add(value, at)
            case Element(source):
                self._value(source, at)
            case Operation(operands=operands):
                for operand in operands:
                    self._value(operand, at)
            case Count(variable, source, body):
                self._list(source, variable, at, body)
            case Fold(_, variable, source, held, body):
                self._list(source, variable, at, held)
                for member, bound in members(self.interpreter, source, variable, at):
                    if member is not None and self._may(held, bound):
                        self._value(body, bound)
            case Constant():
                pass

    def _list(
        self, source: Value, variable: Variable, at: Bindings, body: Condition | None
    ) -> None:
        """Add what is unknown about a list, or about its members."""
        self._value(source, at)
        for member, bound in members(self.interpreter, source, variable, at):
            if body is not None and member is not None:
                self.find(body, bound)

    def _may(self, condition: Condition | None, at: Bindings) -> bool:
        return condition is None or self.interpreter.truth(condition, at.frame) is not False

    def _add(self, path: Path, at: Bindings) -> None:
        for name in follow(self.interpreter, path, at).fills:
            self.fields.setdefault(name)
