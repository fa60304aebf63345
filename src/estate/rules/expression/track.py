"""Where a fact stands: the record it belongs to, the way to it, and what would make it known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any, NamedTuple

from estate.facts.dictionary import Dictionary, Fact, Type
from estate.frozen import frozen
from estate.rules.expression.interpret import Frame, Interpreter
from estate.rules.expression.tree import SCALARS, Constant, Path, Value, Variable

__all__ = ["Bindings", "Stand", "Track", "follow", "members"]

Step = str | int


class Stand(NamedTuple):
    """The last record with an id on the way, and the fields from it to where the way has come.

    `label` is how that record is called from the subject; `settles` are the fields that settle
    what lies below a derived part of it.
    """

    record: object
    kind: str
    label: str = ""
    fields: tuple[Step, ...] = ()
    derived: bool = False
    settles: tuple[str, ...] = ()

    def fills(self, fact: Fact, dictionary: Dictionary) -> tuple[str, ...]:
        """Return the names of the fields that settle a fact that stands here."""
        names = fact.settles or (self.settles if self.derived else ())
        whole = fact.derived or (self.derived and bool(names)) or self._elsewhere(fact, dictionary)
        fields = () if whole else self.fields
        return tuple(_dotted(self.label, (*fields, name)) for name in names or (fact.name,))

    def is_own(self, fact: Fact, dictionary: Dictionary) -> bool:
        """Whether a fact that stands here is written in the record itself."""
        return not (self.derived or fact.derived or self._elsewhere(fact, dictionary))

    def _elsewhere(self, fact: Fact, dictionary: Dictionary) -> bool:
        """Whether a part's fact follows from a field of the whole: support from the version."""
        first = fact.settles[0].split(".")[0] if fact.settles and self.fields else ""
        if not first or first == fact.name or dictionary.find(fact.owner, first):
            return False
        return dictionary.find(self.kind, first) is not None

    def through(self, fact: Fact, value: object) -> Stand:
        """Return where the next step starts: at a record of its own, or at a part of this one."""
        if hasattr(value, "id"):
            return Stand(value, fact.type.name, _dotted(self.label, (*self.fields, fact.name)))
        derived = self.derived or fact.derived
        settles = self.settles or (fact.settles if fact.derived else ())
        return self._replace(fields=self.below(fact), derived=derived, settles=settles)

    def below(self, fact: Fact) -> tuple[Step, ...]:
        """Return the way to a field that stands here."""
        names = fact.settles[0].split(".") if fact.settles and not fact.derived else [fact.name]
        return (*self.fields, *names)


@frozen
class Bindings:
    """The subject, and what each variable stands for: how it is called, and where it stands."""

    frame: Frame
    kind: str
    variables: Mapping[int, tuple[str, Stand, tuple[str, ...]]] = field(default_factory=dict)

    def bind(
        self, variable: Variable, member: object, label: str, stand: Stand, fills: tuple[str, ...]
    ) -> Bindings:
        """Return the bindings with one more variable; `fills` settle whether it is there."""
        number = variable.number
        known = {**self.variables, number: (label, stand, fills)}
        return Bindings(self.frame.bind(number, member), self.kind, known)


class Track(NamedTuple):
    """A fact that was followed from the subject, to its end or to where the way was lost.

    `at` is where the last fact on the way stands, `last` that fact: None for a variable alone,
    which `given` names what settles.
    """

    name: str
    value: Any
    type: Type
    at: Stand
    dictionary: Dictionary
    last: Fact | None = None
    null: str = ""
    given: tuple[str, ...] = ()

    @property
    def fields(self) -> tuple[Step, ...]:
        """The way to the fact from the record at which it stands; empty if it is not its own."""
        if self.last is None:
            return () if self.at.derived else self.at.fields
        return self.at.below(self.last) if self.at.is_own(self.last, self.dictionary) else ()

    @property
    def fills(self) -> tuple[str, ...]:
        """The fields that make it known; of a part of an absent record, that record."""
        return self.given if self.last is None else self.at.fills(self.last, self.dictionary)

    @property
    def stand(self) -> Stand:
        """Where its own parts stand."""
        return self.at if self.last is None else self.at.through(self.last, self.value)


def follow(interpreter: Interpreter, path: Path, bindings: Bindings) -> Track:
    """Follow a path over the subject."""
    value: Any = bindings.frame.subject
    names = [fact.name for fact in path.steps]
    given: tuple[str, ...] = ()
    at = Stand(None, "estate") if path.root == "scope" else Stand(value, bindings.kind)
    if isinstance(path.root, Variable):
        label, at, given = bindings.variables[path.root.number]
        value, names = bindings.frame.variables[path.root.number], [label, *names]
    last = None
    for fact in path.steps:
        if value is None:
            break
        at = at if last is None else at.through(last, value)
        value, last = interpreter.step(value, fact), fact
    null = path.steps[-1].null if path.steps else ""
    dictionary = interpreter.dictionary
    return Track(".".join(names), value, path.type, at, dictionary, last, null, given)


def members(
    interpreter: Interpreter, source: Value, variable: Variable, bindings: Bindings
) -> Iterator[tuple[object, Bindings]]:
    """Yield the members of a list, each with the bindings under which to look at it."""
    found = interpreter.value(source, bindings.frame)
    if isinstance(source, Path):
        track = follow(interpreter, source, bindings)
    else:
        name, at = source.name if isinstance(source, Constant) else "", Stand(None, "estate")
        track = Track(name, found, source.type, at, interpreter.dictionary)
    fills, stand = track.fills, track.stand
    for number, member in enumerate(found or ()):
        label, below = _member(track, stand, number, member)
        yield member, bindings.bind(variable, member, label, below, fills)


def _member(track: Track, stand: Stand, number: int, member: object) -> tuple[str, Stand]:
    if hasattr(member, "id"):
        label = f"{track.name}[{member.id}]"
        return label, Stand(member, track.type.name, label)
    if track.type.name in SCALARS:
        return track.name, stand
    label = f"{track.name}[{getattr(member, 'name', None) or number}]"
    return label, stand._replace(fields=(*stand.fields, number))


def _dotted(label: str, fields: tuple[Step, ...]) -> str:
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in fields)
    return (label + "".join(steps)).removeprefix(".")
