"""What each fact means, for people: a derived fact says so itself, a field's meaning is looked up.

Judging needs none of it, so the table of meanings is read only when somebody asks.
"""

from __future__ import annotations

from collections.abc import Iterator

from estate.facts.dictionary import Dictionary, Fact
from estate.facts.own import kind_of, records


def documented(words: Dictionary) -> Iterator[tuple[Fact, str]]:
    """Yield every fact of a dictionary with its meaning, by kind of record, then by name.

    Raises KeyError for a field of a record whose meaning nobody has written down.
    """
    from estate.model.meanings import meaning  # noqa: PLC0415 - no check needs it

    types = {kind_of(record): record for record in records()}
    for fact in words.facts():
        yield fact, fact.doc or meaning(types[fact.owner], fact.settles[0])
