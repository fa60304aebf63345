"""What a condition may speak of: the dictionary, looked at from a rule's subject."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from functools import cached_property

from estate.facts.dictionary import Dictionary, Fact, Type
from estate.frozen import frozen
from estate.rules.expression.tree import SCALARS, Constant

__all__ = ["Scope", "Vocabulary", "article"]


def article(word: str) -> str:
    """Return a word with its article."""
    return f"{'an' if word[:1] in 'aeiou' else 'a'} {word}"


class Vocabulary:
    """A fact dictionary with what helps to explain a wrong word."""

    def __init__(self, dictionary: Dictionary) -> None:
        self.dictionary = dictionary

    @cached_property
    def words(self) -> frozenset[str]:
        """The values of all enumerations."""
        kinds = self.dictionary.kinds()
        facts = (fact for kind in kinds for fact in self.dictionary.of(kind).values())
        return frozenset(value for fact in facts for value in fact.type.values)

    def owners(self, name: str) -> tuple[str, ...]:
        """Return the kinds of record that have a fact of this name as their own."""
        found = (self.dictionary.find(kind, name) for kind in self.dictionary.kinds())
        return tuple(sorted({fact.owner for fact in found if fact}))


@frozen
class Scope:
    """The names that hold in one condition: the subject's kind and the rule's parameters."""

    vocabulary: Vocabulary
    kind: str
    parameters: Mapping[str, Constant] = field(default_factory=dict)

    def fact(self, name: str) -> tuple[Fact, bool] | None:
        """Return the fact of a name, and whether it is known everywhere."""
        find = self.vocabulary.dictionary.find
        own = find(self.kind, name)
        if own is not None and own.owner != "estate":
            return own, False
        everywhere = find("estate", name)
        return (everywhere, True) if everywhere else None

    def names(self) -> list[str]:
        """Return every name that a condition may begin with."""
        of = self.vocabulary.dictionary.of
        return sorted({*self.parameters, *of(self.kind), *of("estate")})

    def through(self, name: str) -> str:
        """Return how a fact is reached through a record of the subject, or ""."""
        for own in self.vocabulary.dictionary.of(self.kind).values():
            if self._is_record(own.type) and self.vocabulary.dictionary.find(own.type.name, name):
                return f"{own.name}.{name}"
        return ""

    @staticmethod
    def _is_record(kind: Type) -> bool:
        return not kind.many and kind.name not in SCALARS
