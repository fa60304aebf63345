"""What follows from the estate: facts, each computed once and only when a rule asks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from estate.facts.commerce import COMMERCE
from estate.facts.dictionary import Dictionary, Fact, Type
from estate.facts.documentation import documented
from estate.facts.duplication import DUPLICATION, DUPLICATION_FACTS, Duplication
from estate.facts.facts import Column, Derived, Facts, Kind
from estate.facts.information import INFORMATION
from estate.facts.installations import (
    INSTALLATION,
    INSTALLATION_FACTS,
    INSTALLATIONS,
    UNMANAGED,
    Installation,
)
from estate.facts.life import LIFE, PRESENT
from estate.facts.local import local_products
from estate.facts.locks import LOCK_FACTS, LOCKS
from estate.facts.own import own_facts, wider_kinds
from estate.facts.plans import PLANS
from estate.facts.products import PRODUCT, PRODUCT_FACTS, PRODUCTS
from estate.facts.reach import PATH_FACTS, REACH, InternetPath
from estate.facts.standing import STANDING, STANDING_FACTS, Trail
from estate.facts.twins import TWINS
from estate.lifecycle import Catalogue
from estate.model import ANY, Estate

__all__ = [
    "PRESENT",
    "UNMANAGED",
    "Column",
    "Dictionary",
    "Duplication",
    "Fact",
    "Facts",
    "Installation",
    "InternetPath",
    "Trail",
    "Type",
    "derive",
    "dictionary",
    "documented",
]

DERIVED: tuple[Derived, ...] = (
    *LIFE,
    *INSTALLATIONS,
    *PRODUCTS,
    *PLANS,
    *STANDING,
    *REACH,
    *COMMERCE,
    *INFORMATION,
    *LOCKS,
    *TWINS,
)
KINDS: tuple[Kind, ...] = (INSTALLATION, PRODUCT, DUPLICATION)

_SCOPE = (
    Fact("estate", "today", Type("date"), "The day the estate is judged on.", "today", open=False),
    Fact("estate", "policy", Type("policy"), "What estate.yaml decides.", "policy", open=False),
    Fact("asset", "kind", Type("enumeration", values=ANY), "Which kind of asset it is.", "kind",
         open=False),
)  # fmt: skip


def dictionary(more: Iterable[Fact] = ()) -> Dictionary:
    """Return the dictionary of all facts: of records, derived ones, and `more` from elsewhere."""
    facts = [
        *own_facts(),
        *INSTALLATION_FACTS,
        *PRODUCT_FACTS,
        *STANDING_FACTS,
        *PATH_FACTS,
        *DUPLICATION_FACTS,
        *LOCK_FACTS,
        *(entry.fact for entry in DERIVED),
        *_SCOPE,
        *more,
    ]
    return Dictionary(facts, wider_kinds())


def derive(
    estate: Estate,
    today: date,
    catalogue: Catalogue,
    words: Dictionary,
    given: Mapping[str, Column] | None = None,
) -> Facts:
    """Return the facts of an estate on a day; each is computed when it is first asked for."""
    known = catalogue.laid_over(local_products(estate))
    return Facts(estate, today, known, DERIVED, KINDS, words, given)
