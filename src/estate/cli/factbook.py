"""The fact dictionary in words, for the screen."""

from __future__ import annotations

from collections.abc import Iterator

from estate.errors import UsageError, nearest
from estate.facts import Dictionary, Fact, documented


def as_text(words: Dictionary, owner: str | None) -> Iterator[str]:
    """Yield the facts of each kind, aligned."""
    for kind, facts in _by_kind(words, owner):
        yield kind
        for fact, doc in facts:
            yield f"  {fact.name:<28}{type_of(fact):<32}{doc}"
        yield ""


def _by_kind(words: Dictionary, owner: str | None) -> Iterator[tuple[str, list[tuple[Fact, str]]]]:
    found: dict[str, list[tuple[Fact, str]]] = {}
    for fact, doc in documented(words):
        found.setdefault(fact.owner, []).append((fact, doc))
    if owner is not None and owner not in words.kinds():
        near = nearest(owner, words.kinds())
        hint = f"; did you mean {near!r}?" if near else ""
        message = f"no facts are about {owner!r}{hint}"
        raise UsageError(message)
    for kind in sorted(found):
        if owner is None or kind == owner:
            yield kind, sorted(found[kind], key=lambda pair: pair[0].name)


def type_of(fact: Fact) -> str:
    """Return the type of a fact in words, with the values of an enumeration."""
    many = "list of " if fact.type.many else ""
    values = f": {', '.join(fact.type.values)}" if fact.type.values else ""
    return f"{many}{fact.type.name}{values}"
