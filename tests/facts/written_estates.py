"""Estates written down as inventories are, and their facts."""

from __future__ import annotations

from datetime import date
from textwrap import dedent
from typing import Any

from estate.facts import Facts, derive, dictionary
from estate.lifecycle.nothing import empty
from estate.model import Policy
from estate.read import inventory_of, read_document

TODAY = date(2026, 11, 21)
WORDS = dictionary()


def facts_of(text: str, today: date = TODAY) -> Facts:
    """Read an inventory; it sees only the products that it describes."""
    document = read_document("inventory/estate.yaml", dedent(text).encode())
    inventory = inventory_of([document], name="Marram", policy=Policy(), defaults={})
    return derive(inventory.estate, today, empty(date.min), WORDS)


def fact(facts: Facts, name: str, key: str) -> Any:  # noqa: ANN401 - facts of every type
    """Return one derived fact (`licence.deployed`) of one record."""
    return facts.column(name)[key]
