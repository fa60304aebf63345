"""What follows from the estate: facts, each computed once and only when a rule asks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from estate.facts.backups import BACKUPS
from estate.facts.circles import CIRCLE, CIRCLE_FACTS
from estate.facts.commerce import COMMERCE
from estate.facts.contradictions import CONTRADICTIONS
from estate.facts.departures import DEPARTURES
from estate.facts.dependencies import DEPENDENCY, DEPENDENCY_FACTS
from estate.facts.dictionary import Dictionary, Fact, Type
from estate.facts.documentation import documented
from estate.facts.duplication import DUPLICATION, DUPLICATION_FACTS, Duplication
from estate.facts.entries import ENTRIES, ENTRY_FACTS, ENTRY_KINDS
from estate.facts.facts import Column, Derived, Facts, Kind
from estate.facts.hosting import HOSTING, HOSTING_FACTS
from estate.facts.information import INFORMATION
from estate.facts.installations import (
    INSTALLATION,
    INSTALLATION_FACTS,
    INSTALLATIONS,
    UNMANAGED,
    Installation,
)
from estate.facts.integrations import INTEGRATION, INTEGRATION_FACTS, INTEGRATIONS
from estate.facts.legacy import LEGACY
from estate.facts.licence_cover import ENTITLEMENT
from estate.facts.licensing import LICENSING, LICENSING_FACTS
from estate.facts.life import LIFE, PRESENT
from estate.facts.local import local_products
from estate.facts.locks import LOCK_FACTS, LOCKS
from estate.facts.money import MONEY
from estate.facts.own import own_facts, wider_kinds
from estate.facts.places import PLACES
from estate.facts.plans import PLANS
from estate.facts.products import PRODUCT, PRODUCT_FACTS, PRODUCTS
from estate.facts.projects import COLLISION_FACTS, PROJECTS
from estate.facts.reach import PATH_FACTS, REACH, InternetPath
from estate.facts.recovery import RECOVERY
from estate.facts.soles import SOLES
from estate.facts.standing import STANDING, STANDING_FACTS, Trail
from estate.facts.twins import TWINS
from estate.facts.vesting import VESTING
from estate.facts.years import FinancialYears
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
    *LICENSING,
    *ENTITLEMENT,
    *HOSTING,
    *LEGACY,
    *CONTRADICTIONS,
    *INFORMATION,
    *LOCKS,
    *TWINS,
    *RECOVERY,
    *SOLES,
    *PLACES,
    *BACKUPS,
    *DEPARTURES,
    *INTEGRATIONS,
    *ENTRIES,
    *PROJECTS,
    *MONEY,
    *VESTING,
)
KINDS: tuple[Kind, ...] = (
    INSTALLATION,
    PRODUCT,
    DUPLICATION,
    DEPENDENCY,
    INTEGRATION,
    CIRCLE,
    *ENTRY_KINDS,
)

_SCOPE = (
    Fact("estate", "today", Type("date"), "The day the estate is judged on.", "today", open=False),
    Fact("estate", "policy", Type("policy"), "What estate.yaml decides.", "policy", open=False),
    Fact("estate", "next_financial_year", Type("date"),
         "The first day of the next financial year, by `financial_year_starts` in estate.yaml.",
         "next_financial_year", open=False),
    Fact("estate", "catalogue_as_of", Type("date"),
         "The day of which the lifecycle catalogue speaks.", "catalogue_as_of", open=False),
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
        *LICENSING_FACTS,
        *HOSTING_FACTS,
        *DEPENDENCY_FACTS,
        *CIRCLE_FACTS,
        *INTEGRATION_FACTS,
        *ENTRY_FACTS,
        *COLLISION_FACTS,
        *(entry.fact for entry in DERIVED),
        *_SCOPE,
        *more,
    ]
    return Dictionary(facts, wider_kinds())


def derive(  # noqa: PLR0913 - the parts of the world, each passed in
    estate: Estate,
    today: date,
    catalogue: Catalogue,
    words: Dictionary,
    given: Mapping[str, Column] | None = None,
    *,
    financial_year_starts: str = FinancialYears().starts,
) -> Facts:
    """Return the facts of an estate on a day; each is computed when it is first asked for."""
    known = catalogue.laid_over(local_products(estate))
    years = FinancialYears(financial_year_starts)
    return Facts(estate, today, known, DERIVED, KINDS, words, given, years)
