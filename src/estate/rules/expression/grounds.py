"""Why a condition holds over a subject.

What it rests on are the facts that suffice for it: the true operands of `or`, all of `and`, the
witnesses of `any`.
"""

from __future__ import annotations

from dataclasses import field, replace
from typing import Final, NamedTuple

from estate.facts.dictionary import Type
from estate.frozen import frozen, slotted
from estate.rules.expression.interpret import Interpreter
from estate.rules.expression.track import Bindings, Step, Track, follow, members
from estate.rules.expression.tree import (
    SCALARS,
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

__all__ = ["Cause", "Grounds", "Reasoner", "Witness"]

CALENDAR: Final = frozenset({"today"})
"""What is known everywhere and changes by itself: shown nowhere, pinned nowhere."""


class Cause(NamedTuple):
    """A fact that something rests on.

    `fields` lead to it in `record` (of the kind `kind`, with an id), empty where it is derived.
    `catalogue` marks what the lifecycle catalogue says beside a status.
    """

    name: str
    value: object
    type: Type
    null: str = ""
    record: object = None
    kind: str = "estate"
    fields: tuple[Step, ...] = ()
    catalogue: bool = False


@frozen
class Witness:
    """A record of a list for which a condition holds; `label` is how the facts call it."""

    label: str
    record: object
    kind: str


@slotted
class Grounds:
    """What a condition rests on, in the order in which it is written."""

    causes: dict[str, Cause] = field(default_factory=dict)
    witnesses: dict[str, Witness] = field(default_factory=dict)


@frozen
class Reasoner:
    """Follows conditions to the facts that they rest on."""

    interpreter: Interpreter
    grounds: Grounds = field(default_factory=Grounds)

    def rest(self, condition: Condition, at: Bindings, *, holds: bool = True) -> None:
        """Add what a condition rests on that is known to hold, or known not to."""
        match condition:
            case Comparison(_, left, right) | Member(left, right) | Affix(_, left, right):
                self._value(left, at)
                self._value(right, at)
            case Junction(every, parts):
                for part in parts:
                    # All parts of an `and` hold if it does, none of an `or` if it does not.
                    if every is holds or self.interpreter.truth(part, at.frame) is holds:
                        self.rest(part, at, holds=holds)
            case Negation(part):
                self.rest(part, at, holds=not holds)
            case Quantifier():
                self._quantified(condition, at, holds=holds)
            case Missing(fact):
                self.add(fact, at)
            case Truth(value):
                self._value(value, at)

    def add(self, path: Path, at: Bindings) -> None:
        """Add one fact."""
        if path.root == "scope" and path.steps[0].name in CALENDAR:
            return
        track = follow(self.interpreter, path, at)
        if not path.steps and track.type.name in SCALARS:
            self._gather(track)
        elif path.steps:
            self._note(_cause(track))

    def _value(self, value: Value, at: Bindings) -> None:
        match value:
            case Path():
                self.add(value, at)
            case Element(source, position):
                name = f"{'.'.join(step.name for step in source.steps)}[{position}]"
                self._note(Cause(name, self.interpreter.value(value, at.frame), value.type))
            case Constant(known, kind, name) if name:
                self._note(Cause(name, known, kind))
            case Operation(operands=operands):
                for operand in operands:
                    self._value(operand, at)
            case Count():
                self._counted(value, at)
            case Fold():
                self._folded(value, at)

    def _quantified(self, condition: Quantifier, at: Bindings, *, holds: bool) -> None:
        """Add the witnesses, where they decide; else the list and all its members."""
        decided = condition.every is not holds
        if not decided:
            self._value(condition.source, at)
        for member, bound in members(self.interpreter, condition.source, condition.variable, at):
            unknown = member is None and decided
            if unknown or self.interpreter.truth(condition.body, bound.frame) is not holds:
                continue
            self.rest(condition.body, bound, holds=holds)
            if decided:
                self._witness(condition.variable.number, bound, at, condition.source)

    def _counted(self, count: Count, at: Bindings) -> None:
        self._value(count.source, at)
        if count.body is None:
            return
        for member, bound in members(self.interpreter, count.source, count.variable, at):
            if member is not None and self.interpreter.truth(count.body, bound.frame):
                self._witness(count.variable.number, bound, at, count.source)
                self.rest(count.body, bound)

    def _folded(self, fold: Fold, at: Bindings) -> None:
        self._value(fold.source, at)
        for member, bound in members(self.interpreter, fold.source, fold.variable, at):
            if member is None:
                continue
            if fold.filter is None:
                self._value(fold.body, bound)
            elif self.interpreter.truth(fold.filter, bound.frame):
                self.rest(fold.filter, bound)
                self._value(fold.body, bound)

    def _witness(self, number: int, bound: Bindings, at: Bindings, source: Value) -> None:
        """Add a member that decides; one without an id that no fact names, by its list."""
        label, stand, _ = bound.variables[number]
        record = bound.frame.variables[number]
        if record is stand.record:
            self.grounds.witnesses.setdefault(label, Witness(label, record, stand.kind))
        elif not any(name.startswith(label) for name in self.grounds.causes):
            self._value(source, at)

    def _note(self, cause: Cause) -> None:
        self.grounds.causes.setdefault(cause.name, cause)

    def _gather(self, track: Track) -> None:
        """Add a member of a list of scalars to those that are known already."""
        known = self.grounds.causes.get(track.name)
        values = known.value if known and isinstance(known.value, tuple) else ()
        if track.value not in values:
            cause = _cause(track)
            kind = replace(track.type, many=True)
            gathered = cause._replace(value=(*values, track.value), type=kind)
            self.grounds.causes[track.name] = gathered


def _cause(track: Track) -> Cause:
    return Cause(
        track.name,
        track.value,
        track.type,
        track.null,
        track.at.record,
        track.at.kind,
        track.fields,
        track.last is not None and track.last.catalogue,
    )
