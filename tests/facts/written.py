"""Estates as a test writes them down: YAML, a day, and the products they name themselves."""

from __future__ import annotations

from datetime import date
from typing import Any

from estate.facts import Facts, Installation, derive, dictionary
from estate.lifecycle import Catalogue, bundled
from estate.lifecycle.nothing import empty
from estate.model import Estate, Policy
from estate.read import inventory_of, read_document

TODAY = date(2026, 11, 21)
YESTERDAY = date(2026, 11, 20)
TOMORROW = date(2026, 11, 22)

PRODUCTS = """
products:
  dune-os:
    name: Dune OS
    vendor: Dune
    extended: paid
    versions:
      "1": {support_ends: 2020-01-31, extended_support_ends: 2021-01-31}
      "2": {support_ends: 2024-01-31, extended_support_ends: 2028-01-31}
      "3": {support_ends: 2027-03-31}
      "4": {support_ends: false}
  dune-db:
    name: Dune Database
    aliases: [Dune SQL]
    versions:
      "12.2": {support_ends: 2022-03-31}
      "19": {support_ends: 2029-12-31}
"""

WORDS = dictionary()


def estate_of(*texts: str, policy: Policy | None = None) -> Estate:
    """Read inventory files, one from each text."""
    documents = [read_document(f"{n}.yaml", text.encode()) for n, text in enumerate(texts)]
    inventory = inventory_of(documents, name="Marram", policy=policy or Policy(), defaults={})
    return inventory.estate


def facts_of(
    *texts: str, on: date = TODAY, policy: Policy | None = None, real: bool = False
) -> Facts:
    """Return the facts of an estate; `real` gives it the bundled catalogue beside its own."""
    estate = estate_of(*texts, policy=policy)
    return derive(estate, on, bundled() if real else _nothing(), WORDS)


def dune(text: str, on: date = TODAY) -> Facts:
    """Return the facts of an estate that has the products above."""
    return facts_of(PRODUCTS, text, on=on)


def installed(facts: Facts) -> dict[str, Installation]:
    """Return every installation by its id."""
    return {found.id: found for found in facts.subjects("installation")}


def only(facts: Facts) -> Installation:
    """Return the one installation that there is."""
    (found,) = facts.subjects("installation")
    assert isinstance(found, Installation)
    return found


def ids(records: Any) -> list[str | None]:  # noqa: ANN401 - a list of records of any kind
    """Return the ids of records, in order; an unknown member has none."""
    return [record and record.id for record in records]


def _nothing() -> Catalogue:
    return empty(date.min)
