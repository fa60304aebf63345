"""How a column's values become those of a field: the steps, how many fit, and what is in doubt."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from estate.exchange.columns import Column
from estate.exchange.table.dates import ISO
from estate.exchange.table.guess.looks import (
    Look,
    days_of,
    is_flag,
    is_money,
    is_number,
    separators_of,
    share,
)
from estate.exchange.table.guess.words import word_for
from estate.frozen import frozen
from estate.lifecycle import Catalogue

__all__ = ["Recipe", "recipe_of"]

_MONEY: Final = frozenset(("capital", "revenue", "value", "running_cost"))
_ENDS: Final = frozenset(
    ("until", "ends", "expires", "renewal", "closes", "support_ends", "review_by", "withdrawn")
)
_TERM: Final = re.compile(r"\d+ ?(?:day|week|month|year)s?|\d+[smhdw]|P\w+")
_MOST_PRODUCTS: Final = 200
_MOST_TOLD: Final = 5


@frozen
class Recipe:
    """The steps from a column to a field.

    `fits` is the share of the cells that they read, 0 to 1. `why` says what the values show,
    `told` what a person should look at. `doubt` holds the steps among which only a person can
    choose; then there are none here.
    """

    steps: tuple[Any, ...] = ()
    fits: float = 1
    why: str = ""
    told: tuple[str, ...] = ()
    doubt: tuple[tuple[Any, ...], ...] = ()
    listed: bool = False


def recipe_of(column: Column, look: Look, catalogue: Catalogue) -> Recipe:
    """Return how the values of a column fit a field."""
    if column.form == "software":
        return _software(look, catalogue)
    return _RECIPES.get(column.form, _text)(column, look)


def _text(_: Column, __: Look) -> Recipe:
    return Recipe()


def _number(column: Column, look: Look) -> Recipe:
    money = column.path[-1] in _MONEY
    fits = share(look, is_money if money else is_number)
    what = "amounts of money" if money else "numbers"
    return Recipe(
        ("money" if money else "number",), fits, _read(look, fits, what), _rest(look, fits)
    )


def _flag(_: Column, look: Look) -> Recipe:
    fits = share(look, is_flag)
    return Recipe(("boolean",), fits, _read(look, fits, "yes or no"), _rest(look, fits))


def _term(_: Column, look: Look) -> Recipe:
    fits = share(look, lambda text: _TERM.fullmatch(text) is not None)
    steps = ({"extract": "^[0-9]+ ?(?:days?|weeks?|months?|years?|[smhdw])$"},)
    return Recipe(steps, fits, _read(look, fits, "lengths of time"), _rest(look, fits))


def _day(column: Column, look: Look) -> Recipe:
    days = days_of(look)
    end = {"day": "last" if column.path[-1] in _ENDS else "first"} if days.vague else {}
    steps = ({"date": list(days.formats) or [ISO], **end},)
    if days.doubt:
        choice = tuple(({"date": list(forms), **end},) for forms in days.choice)
        return Recipe((), days.share, "", (days.doubt,), choice)
    why = ", ".join(filter(None, (_read(look, days.share, "days"), days.why)))
    told = _rest(look, days.share)
    if days.vague:
        edge = "last" if end["day"] == "last" else "first"
        told = (*told, f"a month or a year alone stands for its {edge} day")
    return Recipe(steps, days.share, why, told)


def _word(column: Column, look: Look) -> Recipe:
    return _mapped(look, lambda text: word_for(column, text), f"one of {', '.join(column.words)}")


def _words(column: Column, look: Look) -> Recipe:
    marks = separators_of(look)
    parted = _parted(look, marks)
    found = _mapped(parted, lambda text: word_for(column, text), "words of the format")
    steps = (*_split(marks), *found.steps)
    return Recipe(steps, found.fits, found.why, found.told, listed=True)


def _mapped(look: Look, word: Callable[[str], str | None], what: str) -> Recipe:
    known = {text: found for text in sorted(look.counts) if (found := word(text)) is not None}
    fits = sum(look.counts[text] for text in known) / look.filled if look.filled else 0
    missing = sorted(look.counts.keys() - known.keys(), key=lambda text: -look.counts[text])
    steps: tuple[Any, ...] = ()
    if missing or any(text != word for text, word in known.items()):
        steps = ({"map": known},)
    told = tuple(
        f"no word for {text!r}, {_cells(look.counts[text])}" for text in missing[:_MOST_TOLD]
    )
    if len(missing) > _MOST_TOLD:
        told = (*told, f"and none for {len(missing) - _MOST_TOLD:,} more texts")
    return Recipe(steps, fits, _read(look, fits, what), told)


def _texts(_: Column, look: Look) -> Recipe:
    return Recipe(_split(separators_of(look)), listed=True)


def _software(look: Look, catalogue: Catalogue) -> Recipe:
    marks = separators_of(look)
    parted = _parted(look, marks)
    names: dict[str, str] = {}
    known = 0
    common = sorted(parted.counts, key=lambda text: (-parted.counts[text], text))
    for text in common[:_MOST_PRODUCTS]:
        if found := product_of(text, catalogue):
            names[text] = found
            known += parted.counts[text]
    fits = known / parted.filled if parted.filled else 0
    steps = [*_split(marks)]
    if names:
        steps.append({"map": names, "otherwise": "keep"})
    why = f"the catalogue knows {known:,} of {_cells(parted.filled)}"
    told = () if fits == 1 else ("what the catalogue does not know keeps its name",)
    return Recipe(tuple(steps), fits, why, told, listed=True)


def product_of(text: str, catalogue: Catalogue) -> str | None:
    """Return a product as an inventory would write it, with its version where one is said."""
    found = catalogue.match(text)
    if found.product is None:
        return None
    if found.cycle is not None:
        return f"{found.product.id}@{found.cycle.id}"
    return found.product.id if found.reason.startswith("no version") else None


def _parted(look: Look, marks: tuple[str, ...]) -> Look:
    """Return the look of the members of cells that hold several."""
    if not marks:
        return look
    counts: dict[str, int] = {}
    for text, times in look.counts.items():
        for part in text.split(marks[0]):
            if part.strip():
                counts[part.strip()] = counts.get(part.strip(), 0) + times
    return Look(look.heading, look.key, counts, look.rows)


def _split(marks: tuple[str, ...]) -> tuple[Any, ...]:
    return ({"split": marks[0]},) if marks else ()


def _read(look: Look, fits: float, what: str) -> str:
    if not look.filled:
        return ""
    return f"{round(fits * look.filled):,} of {_cells(look.filled)} read as {what}"


def _rest(look: Look, fits: float) -> tuple[str, ...]:
    rest = look.filled - round(fits * look.filled)
    return (f"{_cells(rest)} will be listed as lost",) if rest and fits else ()


def _cells(number: int) -> str:
    return f"{number:,} cell{'' if number == 1 else 's'}"


_RECIPES: Final[Mapping[str, Callable[[Column, Look], Recipe]]] = {
    "number": _number,
    "flag": _flag,
    "term": _term,
    "day": _day,
    "word": _word,
    "words": _words,
    "texts": _texts,
    "ids": _texts,
    "id": _text,
}
