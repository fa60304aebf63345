"""The words that stand for what the public is not told."""

from __future__ import annotations

from typing import Final

__all__ = ["ANYTHING", "NOTICE", "UNLISTED", "VERSION", "WITHHELD", "version_of"]

WITHHELD: Final = "withheld"
"""Stands for a text that is recorded."""

VERSION: Final = "(version withheld)"
"""Stands for a version that is recorded."""

UNLISTED: Final = ("unlisted-software", "Software that no catalogue lists")
"""Family of every product that matched nothing, since its text may say anything."""

ANYTHING: Final = "a thing that is not named"
"""Stands for an id that no record has."""

NOTICE: Final = (
    "Copy for the public. Versions and the days on which support ends, the names of systems, hosts "
    "and people, addresses, amounts and what people wrote are withheld."
)
"""What every report on a public version says first."""


def version_of(number: int, several: int) -> str:
    """Return what stands for one of several versions of a product on one thing, from 1."""
    return VERSION if several == 1 else f"(version withheld, {number} of {several})"
