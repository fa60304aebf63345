"""Questions that need no judging: files → estate → facts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from estate.config import Config, load_config
from estate.facts import Facts, derive, dictionary
from estate.frozen import frozen
from estate.pipeline.catalogue import catalogue_of
from estate.read import Inventory, read_inventory

__all__ = ["Asked", "ask"]


@frozen
class Asked:
    """What questions are answered from: the settings, where things stand, and the facts."""

    config: Config
    inventory: Inventory
    facts: Facts


def ask(root: Path, today: Callable[[str], date]) -> Asked:
    """Read an estate, and derive its facts on a day; no rule is read.

    `today` gives the day for the estate's timezone. Raises EstateError with all that is wrong.
    """
    config = load_config(root)
    inventory = read_inventory(
        root, config.inventory, name=config.name, policy=config.policy, defaults=config.defaults
    )
    facts = derive(
        inventory.estate,
        today(config.timezone),
        catalogue_of(root),
        dictionary(),
        financial_year_starts=config.financial_year_starts,
    )
    return Asked(config, inventory, facts)
