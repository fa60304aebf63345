"""The fact dictionary: what a condition may speak of, by subject."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from estate.cli.factbook import type_of
from estate.cli.handbook.shelf import Shelf
from estate.facts import Fact, documented
from estate.report.markup import anchor, code, escaped, link, prose, table
from estate.report.wording import counted, listed
from estate.rules import SUBJECTS

__all__ = ["facts"]

_MANY: Final = 6
"""Rules of which a cell of the table names each; more are folded."""
_INTRODUCTION: Final = """\
A condition reaches facts from its subject by dots: in a rule about an installation,
`asset.exposure` is the exposure of the asset that it is on. The facts of the estate, such as
`today` and `policy`, are known everywhere.

A fact is unknown until the fields that settle it are filled in; a field that is left out is
unknown, a field that is null is known, and the table says what null means. A rule reads a fact
where its population, its condition, its severity or its evidence does; what only its message
names is left out."""


def facts(shelf: Shelf) -> Iterator[str]:
    """Yield the page of facts."""
    words = shelf.pack.dictionary
    known = sorted(documented(words), key=lambda pair: (pair[0].owner, pair[0].name))
    kinds = [(kind, list(pairs)) for kind, pairs in groupby(known, lambda pair: pair[0].owner)]
    yield "# Facts"
    yield ""
    yield f"{counted(len(known), 'fact')} about {counted(len(kinds), 'kind')} of record."
    yield ""
    yield from _INTRODUCTION.splitlines()
    yield ""
    owners = [kind for kind, _ in kinds]
    subjects = [kind for kind in owners if kind in SUBJECTS]
    yield f"What a rule can be about: {_listing(subjects)}."
    yield ""
    yield f"What is reached from there: {_listing(k for k in owners if k not in SUBJECTS)}."
    for kind, pairs in kinds:
        yield from _kind(shelf, kind, pairs, frozenset(owners))


def _listing(kinds: Iterator[str] | list[str]) -> str:
    return ", ".join(link(kind, "", kind) for kind in kinds)


def _kind(
    shelf: Shelf, kind: str, pairs: list[tuple[Fact, str]], owners: frozenset[str]
) -> Iterator[str]:
    yield ""
    yield f"## {kind}"
    yield ""
    known = shelf.pack.dictionary.of(kind).values()
    wider = sorted({fact.owner for fact in known} - {kind})
    if wider:
        yield f"It has the facts of {listed([link(each, '', each) for each in wider])} as well."
        yield ""
    head = ("fact", "type", "what it is", "settled by", "null means", "read by")
    yield from table(head, (_row(shelf, fact, doc, owners) for fact, doc in pairs))


def _row(shelf: Shelf, fact: Fact, doc: str, owners: frozenset[str]) -> tuple[str, ...]:
    return (
        f"{anchor(fact.column)}{code(fact.name)}",
        _type(fact, owners),
        prose(doc),
        ", ".join(map(code, fact.settles)) if fact.open else "never unknown",
        escaped(fact.null),
        _readers(shelf, fact),
    )


def _type(fact: Fact, owners: frozenset[str]) -> str:
    if fact.type.name not in owners:
        return escaped(type_of(fact))
    many = "list of " if fact.type.many else ""
    return f"{many}{link(fact.type.name, '', fact.type.name)}"


def _readers(shelf: Shelf, fact: Fact) -> str:
    readers = sorted(shelf.readers.get(fact.column, ()))
    named = ", ".join(map(shelf.rule, readers))
    if len(readers) <= _MANY:
        return named
    return f"<details><summary>{len(readers)} rules</summary>{named}</details>"
