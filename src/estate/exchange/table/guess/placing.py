"""Which section a table is of, and which of its columns are which fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from estate.exchange.columns import UNLISTED, Column, columns_of
from estate.exchange.table.guess.looks import Look, share
from estate.exchange.table.guess.recipes import Recipe, recipe_of
from estate.exchange.table.guess.sources import Source
from estate.exchange.table.guess.words import fits, names_of, normal, section_words
from estate.exchange.table.path import steps
from estate.exchange.table.slug import is_id, slug
from estate.frozen import frozen
from estate.lifecycle import Catalogue
from estate.model import SECTIONS

__all__ = ["Placed", "Placing", "confidence", "placed_in"]

_LEAST: Final = 50
_GENERAL: Final = frozenset.intersection(
    *(frozenset(column.name for column in columns_of(each)) for each in ("sites", "contracts"))
)
"""Fields that nearly every section has: they say little of which section a table is."""
_SHORT: Final = frozenset(("supplier", "source"))
"""Fields that are short for another, or that the import fills in itself."""
_MANY: Final = frozenset(("texts", "software"))
"""Forms of fields that may take several columns."""
_UNDER_CONTRACT: Final = frozenset(("applications", "servers", "devices", "connections"))
_TERMS: Final = frozenset(
    ("reference", "starts", "ends", "notice", "auto_renews", "renews_for", "value", "novation")
)
_TITLE: Final = 1.5
_URL: Final = "http"
_MOST: Final = 0.8


@frozen
class Placed:
    """A column in its field, how well it fits (0 to 100), and why."""

    look: Look
    column: Column
    recipe: Recipe
    score: float
    why: str


@frozen
class Placing:
    """A table as one of a section: where its columns go, and which of them is its id.

    `left` are the columns that found no field, `terms` those of a contract for each record.
    `score` compares sections.
    """

    section: str
    score: float
    why: str
    fields: tuple[Placed, ...]
    id: Look | None
    left: tuple[Look, ...]
    terms: tuple[Placed, ...] = ()

    @property
    def name(self) -> Placed | None:
        """The column that names the records."""
        return next((placed for placed in self.fields if placed.column.name == "name"), None)


def confidence(score: float) -> str:
    """Say how sure a guess is."""
    return "sure" if score >= 90 else "likely" if score >= 70 else "perhaps"  # noqa: PLR2004 - steps of a scale


def placed_in(source: Source, catalogue: Catalogue, section: str | None = None) -> Placing:
    """Place a table's columns in the section that takes most of them; in the one that is said."""
    sections = [section] if section else [each for each in SECTIONS if each not in UNLISTED]
    found = [_in_section(source, each, catalogue) for each in sections]
    return max(found, key=lambda placing: placing.score)


def _in_section(source: Source, section: str, catalogue: Catalogue) -> Placing:
    fields = list(_assigned(source, section, catalogue))
    fields += _named(source, section, fields)
    fields += _linked(source, fields)
    used = {placed.look.key for placed in fields}
    identifier = _identifier(source, section)
    title = fits(source.title, section_words(section))
    own = sum(p.score for p in fields if p.column.name not in _GENERAL or p.column.name == "name")
    general = sum(p.score for p in fields) - own
    names = [placed.score for placed in fields if placed.column.name == "name"]
    score = own + general / 2 + title * _TITLE + (50 if max(names, default=0) >= _LEAST else 0)
    score = score if names else 0  # a record without a name is none
    left = [look for look in source.looks if look.key not in used and look is not identifier]
    terms = tuple(_terms(source, section, left, catalogue))
    taken = {placed.look.key for placed in terms}
    rest = tuple(look for look in left if look.key not in taken)
    why = _why(section, title, fields)
    return Placing(section, score, why, tuple(fields), identifier, rest, terms)


def _terms(
    source: Source, section: str, left: Sequence[Look], catalogue: Catalogue
) -> Iterator[Placed]:
    """Place what an asset's own sheet says of its contract: its first day, its last, its value."""
    if section not in _UNDER_CONTRACT:
        return
    for placed in _assigned(replace(source, looks=list(left)), "contracts", catalogue):
        if placed.column.name in _TERMS:
            yield placed


def _why(section: str, title: float, fields: Iterable[Placed]) -> str:
    reasons = [f"its title fits {section}"] if title >= _LEAST else []
    own = [
        p.look.heading for p in fields if p.column.name not in _GENERAL or p.column.name == "name"
    ]
    if own:
        reasons.append(f"{', '.join(own[:4])} fit {section}")
    return "; ".join(reasons) or "nothing speaks for another section"


def _said(source: Source, look: Look) -> str:
    """Return what a column is called: of a path, its last key."""
    return look.heading if source.flat else steps(look.key)[-1]


def _assigned(source: Source, section: str, catalogue: Catalogue) -> Iterator[Placed]:
    """Give each column the field that fits best, the best fits first."""
    names = names_of(section)
    wanted: list[tuple[float, int, int, Look, Column]] = []
    for at, look in enumerate(source.looks):
        for rank, column in enumerate(columns_of(section)):
            if column.form == "other" or column.name in _SHORT:
                continue
            likeness = fits(_said(source, look), names[column.name])
            if likeness >= _LEAST and look.filled:
                own = column.name not in _GENERAL or column.name == "name"
                wanted.append((-likeness - own, at, rank, look, column))
    used: set[str] = set()
    taken: set[str] = set()
    for likeness, _, _, look, column in sorted(wanted, key=lambda one: one[:3]):
        if look.key in used or (column.name in taken and column.form not in _MANY):
            continue
        placed = _placed(look, column, min(-likeness, 100), catalogue)
        if placed is not None:
            used.add(look.key)
            taken.add(column.name)
            yield placed


def _placed(look: Look, column: Column, likeness: float, catalogue: Catalogue) -> Placed | None:
    recipe = recipe_of(column, look, catalogue)
    if column.form not in {"software", "texts", "text", "ids", "id"} and recipe.fits < 0.5:  # noqa: PLR2004 - else more is lost than kept
        return None
    score = likeness * (0.6 + 0.4 * recipe.fits)
    heading = "the heading" if likeness >= 100 else f"the heading is like {column.name}"  # noqa: PLR2004 - the same
    why = "; ".join(filter(None, (heading, recipe.why)))
    return Placed(look, column, recipe, score, why)


def _identifier(source: Source, section: str) -> Look | None:
    """Return the column that identifies records: by its heading, and each value once."""
    best: tuple[float, Look] | None = None
    for look in source.looks:
        likeness = fits(_said(source, look), names_of(section)["id"])
        ids = {slug(text) for text in look.counts}
        if likeness >= _LEAST and look.distinct and len(ids) == len(look.counts) and "" not in ids:
            spoken = likeness + 5 * all(is_id(text) and not text.isdigit() for text in look.counts)
            best = max(best or (0, look), (spoken, look), key=lambda one: one[0])
    return best[1] if best else None


def _named(source: Source, section: str, fields: list[Placed]) -> list[Placed]:
    """Take the first column of words for the name, where no heading says which it is."""
    if any(placed.column.name == "name" for placed in fields):
        return []
    column = next(column for column in columns_of(section) if column.name == "name")
    used = {placed.look.key for placed in fields}
    for look in sorted(source.looks, key=lambda look: not look.distinct):
        words = share(look, lambda text: any(letter.isalpha() for letter in text))
        if look.key not in used and look.filled and words >= _MOST:
            why = "no heading says name; it is the first with words"
            return [Placed(look, column, Recipe(), _LEAST - 1, why)]
    return []


def _linked(source: Source, fields: list[Placed]) -> list[Placed]:
    """Take columns of web addresses for links."""
    used = {placed.look.key for placed in fields}
    found = []
    for look in source.looks:
        if look.key in used or share(look, lambda text: text.startswith(_URL)) < _MOST:
            continue
        name = slug(normal(_said(source, look))) or "page"
        column = Column("", ("links", name), "text", "")
        found.append(Placed(look, column, Recipe(), 80, "its values are web addresses"))
    return found
