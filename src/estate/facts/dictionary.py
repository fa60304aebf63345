"""The fact dictionary: what a condition may speak of, and of what type it is.

A fact is either a record's own field or derived: computed once over the whole estate. Conditions
are checked against this dictionary before anything runs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from estate.frozen import frozen

__all__ = ["Dictionary", "Fact", "Scalar", "Type"]

Scalar = Literal["text", "number", "date", "duration", "term", "boolean", "enumeration"]


@frozen
class Type:
    """The type of a fact.

    `name` is one of the scalars or the name of a kind of record (`asset`, `support`, …). `many`
    says that it is a list of them. `values` are the words of an enumeration. `ends` says of a
    date that it is a last day, so that its null lies after every date (else before).

    At run time: text and enumeration are `str`, number `int` or `float`, date `date`, duration
    `timedelta`, term `Term`, boolean `bool`, a record an object, a list a tuple. `None` is
    unknown everywhere; a list may hold `None`, an unknown member. Null is ``""``, infinity,
    `date.max` or `date.min`, `timedelta.max`, or an empty tuple.
    """

    name: str
    many: bool = False
    values: tuple[str, ...] = ()
    ends: bool = False

    @property
    def member(self) -> Type:
        """The type of one member of this list."""
        return Type(self.name, values=self.values, ends=self.ends)


@frozen
class Fact:
    """One entry of the dictionary.

    `doc` says what it means; it is empty for a field of a record, whose meaning stands with the
    model. `owner` is the kind of record that has it. A fact of a record's own is read from
    `attribute`; a derived one (`attribute` empty) is looked up by the record's id in the column
    `owner.name`. `open` says that it may be unknown. `settles` names the fields that a user fills
    in to make it known (by default the field itself). `null` says what null means. `catalogue`
    marks what the lifecycle catalogue says beside a status: a correction of it changes no risk.
    """

    owner: str
    name: str
    type: Type
    doc: str
    attribute: str = ""
    open: bool = True
    settles: tuple[str, ...] = ()
    null: str = ""
    catalogue: bool = False

    @property
    def derived(self) -> bool:
        """Whether it is computed over the estate, not read from the record."""
        return not self.attribute

    @property
    def column(self) -> str:
        """The name of a derived fact's column."""
        return f"{self.owner}.{self.name}"


class Dictionary:
    """All facts by kind of record; a kind may take over the facts of a wider one.

    `wider` maps a kind to the kinds whose facts it has as well: an application has those of an
    asset. `estate` facts (`today`, `policy`) are known everywhere.
    """

    def __init__(self, facts: Iterable[Fact], wider: Mapping[str, tuple[str, ...]]) -> None:
        self._facts: dict[str, dict[str, Fact]] = {}
        self._wider = dict(wider)
        for fact in facts:
            self._facts.setdefault(fact.owner, {})[fact.name] = fact

    def kinds(self) -> tuple[str, ...]:
        """All kinds of record that have facts, sorted."""
        return tuple(sorted({*self._facts, *self._wider}))

    def facts(self) -> Iterator[Fact]:
        """Yield every fact once, by the kind of record that has it, then by name."""
        for owner in sorted(self._facts):
            yield from (self._facts[owner][name] for name in sorted(self._facts[owner]))

    def of(self, kind: str) -> dict[str, Fact]:
        """Return the facts of one kind by name, those of wider kinds included."""
        merged: dict[str, Fact] = {}
        for wider in self._wider.get(kind, ()):
            merged.update(self.of(wider))
        merged.update(self._facts.get(kind, {}))
        return merged

    def find(self, kind: str, name: str) -> Fact | None:
        """Return the fact `name` of `kind`, or None."""
        own = self._facts.get(kind, {}).get(name)
        if own is not None:
            return own
        for wider in self._wider.get(kind, ()):
            if found := self.find(wider, name):
                return found
        return None
