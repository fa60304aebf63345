"""What people call sections, fields and values: the vocabulary by which headings are placed."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any, Final

from rapidfuzz import fuzz

from estate.exchange.columns import Column, columns_of

__all__ = ["BLANKS", "fits", "names_of", "normal", "section_words", "word_for"]

BLANKS: Final = frozenset(
    (
        *("n/a", "na", "n.a.", "#n/a", "not applicable", "-", "--", "\N{EN DASH}", "?", "??"),
        *("tbc", "t.b.c.", "tbd", "tba", "to be confirmed"),
        *("unknown", "not known", "not specified", "not recorded"),
    )
)
"""Texts that say nothing, in lower case. `none` is not among them: it may be an answer."""

_BRACKETS: Final = re.compile(r"[(\[].*?[)\]]")
_CAMEL: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z][a-z])")
_SIGNS: Final = re.compile(r"[^a-z0-9]+")
_CLOSE: Final = 88
"""From which likeness on two spellings are one word (0 to 100)."""


@cache
def _vocabulary() -> Mapping[str, Any]:
    text = resources.files(__package__).joinpath("vocabulary.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def normal(text: str) -> str:
    """Return a heading as its words in lower case, without what stands in brackets."""
    plain = _BRACKETS.sub(" ", text).strip() or text
    return _SIGNS.sub(" ", _CAMEL.sub(" ", plain).lower()).strip()


@cache
def names_of(section: str) -> Mapping[str, tuple[str, ...]]:
    """Return what each field of a section is called, by its name; `id` and `links` too."""
    vocabulary = _vocabulary()["fields"]
    names: dict[str, tuple[str, ...]] = {"id": tuple(vocabulary["any"]["id"])}
    for column in columns_of(section):
        own = vocabulary.get(section, {}).get(column.name, ())
        general = vocabulary["any"].get(column.name, ())
        itself = (normal(column.name),)
        names[column.name] = tuple(dict.fromkeys((*itself, *own, *general)))
    return names


@cache
def section_words(section: str) -> tuple[str, ...]:
    """Return what a section is called in titles of sheets and files."""
    return tuple(_vocabulary()["sections"].get(section, (normal(section),)))


@cache
def fits(heading: str, names: tuple[str, ...]) -> float:
    """Return how well a heading fits one of the names: 100 the same, 0 nothing in common."""
    said = normal(heading)
    if not said:
        return 0
    if said in names:
        return 100
    best = max((float(fuzz.token_sort_ratio(said, name)) for name in names), default=0)
    return best if best >= _CLOSE else max(0, *(_within(said, name) for name in names))


def _within(said: str, name: str) -> float:
    """Return how well a heading fits that has a name of several words in it, or at its end."""
    words, wanted = said.split(), name.split()
    if len(wanted) > 1 and set(wanted) < set(words):
        return 80
    long_enough = len(name) > 3  # noqa: PLR2004 - `os` ends too many words
    return 60 if long_enough and words[-1] == name and len(words) <= 3 else 0  # noqa: PLR2004


def word_for(column: Column, text: str) -> str | None:
    """Return the word of an enumeration that a text stands for, or None."""
    said = normal(text)
    plain = {normal(word): word for word in column.words}
    if said in plain:
        return plain[said]
    known = _vocabulary()["words"].get(column.path[-1], {})
    for word in column.words:
        if said in map(normal, known.get(word, ())):
            return word
    close = {word: fuzz.ratio(said, key) for key, word in plain.items()}
    best = max(close, key=lambda word: close[word], default=None)
    return best if best is not None and close[best] >= _CLOSE else None
