"""The bundled catalogue, and small ones made for a test."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

import pytest

from estate.lifecycle import Catalogue, Product, bundled
from estate.lifecycle.naming import Names
from estate.lifecycle.packing import snapshot_bytes
from estate.lifecycle.snapshot import read_snapshot

MADE_OF = date(2026, 8, 22)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """Return the catalogue that ships with the program."""
    return bundled()


@pytest.fixture(scope="session")
def made() -> Callable[..., Catalogue]:
    """Return a maker of catalogues from products, and from names if a test has some."""

    def make(products: Iterable[Product], names: Names | None = None) -> Catalogue:
        data = snapshot_bytes(products, names or Names(), MADE_OF, "a test")
        return Catalogue(read_snapshot(data, "made.json"))

    return make
