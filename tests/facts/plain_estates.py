"""Facts of estates that are written as plain sections, or made up for a law."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from estate.facts import Facts, derive, dictionary
from estate.lifecycle.nothing import empty
from estate.model import Estate, Policy
from estate.read import Document, inventory_of

TODAY = date(2026, 11, 21)
WORDS = dictionary()


def facts_of(sections: Mapping[str, Any]) -> Facts:
    """Read sections as a file would hold them; null is `NULL`."""
    documents = [Document("estate.yaml", "{}", values=dict(sections))]
    inventory = inventory_of(documents, name="Marram", policy=Policy(), defaults={})
    return facts_about(inventory.estate)


def facts_about(estate: Estate) -> Facts:
    """Return the facts of an estate that is made already."""
    return derive(estate, TODAY, empty(date.min), WORDS)
