"""The tree of a condition that was checked: facts found, types known, texts read.

Values and conditions are apart: a value may be unknown (`None`), a condition is true, false or
unknown. Trees are hashable, and equal where they mean the same, so that rules can share them.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Hashable, Iterator
from typing import Final, Literal, TypeAlias

from estate.facts.dictionary import Fact, Type
from estate.frozen import frozen

TEXT: Final = Type("text")
NUMBER: Final = Type("number")
DATE: Final = Type("date")
DURATION: Final = Type("duration")
TERM: Final = Type("term")
BOOLEAN: Final = Type("boolean")
SCALARS: Final = frozenset({"text", "number", "date", "duration", "term", "boolean", "enumeration"})


@frozen
class Variable:
    """What `for x in …` binds, numbered from the outside in."""

    number: int
    type: Type


@frozen
class Path:
    """A fact, reached from the subject, from what is known everywhere, or from a variable."""

    root: Literal["subject", "scope"] | Variable
    steps: tuple[Fact, ...]

    @property
    def type(self) -> Type:
        """The type of what stands at the end."""
        if self.steps:
            return self.steps[-1].type
        assert isinstance(self.root, Variable)  # noqa: S101 - only a variable stands alone
        return self.root.type


@frozen
class Constant:
    """A literal, or a parameter (which has a name). A list of them is a tuple.

    `text` is what stood in quotes or in the parameter, to be read as its neighbour asks.
    """

    value: Hashable
    type: Type
    name: str = ""
    text: str | tuple[str, ...] | None = None


@frozen
class Element:
    """One member of a list by its position, from 0."""

    source: Path
    position: int

    @property
    def type(self) -> Type:
        """The type of the member."""
        return self.source.type.member


@frozen
class Operation:
    """Arithmetic: the operation is one of `values.OPERATIONS`."""

    name: str
    operands: tuple[Value, ...]
    type: Type


@frozen
class Count:
    """How many members of a list there are, or for how many the body holds: a range."""

    variable: Variable
    source: Value
    body: Condition | None
    type: Type = NUMBER


@frozen
class Fold:
    """The sum, least or greatest of a value over those members for which a condition holds."""

    name: Literal["sum", "min", "max"]
    variable: Variable
    source: Value
    filter: Condition | None
    body: Value
    type: Type


@frozen
class Truth:
    """A boolean value as a condition."""

    value: Value


@frozen
class Comparison:
    """Two values side by side: `==`, `!=`, `<`, `<=`, `>` or `>=`."""

    operator: str
    left: Value
    right: Value


@frozen
class Member:
    """Whether a value is in a list."""

    item: Value
    container: Value


@frozen
class Affix:
    """Whether a text starts, or ends, with another, or with one of several."""

    end: bool
    text: Value
    affix: Value


@frozen
class Missing:
    """Whether a fact is absent, null or empty."""

    fact: Path


@frozen
class Junction:
    """All of several conditions (`and`), or any of them (`or`)."""

    every: bool
    parts: tuple[Condition, ...]


@frozen
class Negation:
    """The opposite of a condition."""

    part: Condition


@frozen
class Quantifier:
    """Whether a condition holds for every member of a list, or for any."""

    every: bool
    variable: Variable
    source: Value
    body: Condition


Value: TypeAlias = Path | Constant | Element | Operation | Count | Fold
Condition: TypeAlias = (
    Truth | Comparison | Member | Affix | Missing | Junction | Negation | Quantifier
)
Node: TypeAlias = Value | Condition


def conjunction(parts: list[Condition]) -> Condition:
    """Return all of the parts as one condition."""
    return parts[0] if len(parts) == 1 else Junction(every=True, parts=tuple(parts))


def paths(node: Node) -> Iterator[Path]:
    """Yield every fact that a tree reads, from left to right."""
    if isinstance(node, Path):
        yield node
        return
    for field in dataclasses.fields(node):
        child = getattr(node, field.name)
        for part in child if isinstance(child, tuple) else (child,):
            if isinstance(part, Value | Condition):
                yield from paths(part)
