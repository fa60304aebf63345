"""Families of products: what software is, without saying which release of it."""

from __future__ import annotations

import re
from typing import Final

from estate.facts import Installation
from estate.lifecycle import Catalogue, Product
from estate.redaction.secrets import Secrets
from estate.redaction.wording import UNLISTED

__all__ = ["UNNAMED", "Families", "Family"]

Family = tuple[str, str]
"""The id and the name of a product."""

_PLAIN_ID: Final = re.compile(r"[a-z0-9]+([-._][a-z0-9]+)*")
_SOFTWARE: Final = ("software", "Software")
"""Stands for a family whose own name holds a secret."""
UNNAMED: Final = frozenset({UNLISTED[0], _SOFTWARE[0]})
"""The ids that stand for many products, of which nothing more is said."""


class Families:
    """Names families. What the bundled catalogue calls its products everybody knows.

    What the inventory calls one is shown unless it holds a secret; what matched nothing never is,
    since it is free text.
    """

    def __init__(self, secrets: Secrets) -> None:
        self._secrets = secrets

    def of_product(self, product: Product | None) -> Family:
        """Return the family of a product of a catalogue."""
        if product is None:
            return UNLISTED
        name = product.name or product.id
        if product.local or not _PLAIN_ID.fullmatch(product.id):
            key = product.id if _PLAIN_ID.fullmatch(product.id) else _slug(name)
            return _SOFTWARE if self._tells(key) or self._tells(name) else (key, name)
        return product.id, name

    def of_installation(self, found: Installation) -> Family:
        """Return the family of what is installed; empty where no product is recorded."""
        return self.of_product(found.product) if found.given else ("", "")

    def of_text(self, text: str, catalogue: Catalogue) -> Family:
        """Return the family of a product as it is written."""
        return self.of_product(catalogue.identify(text)[0])

    def of_outcome(self, product: str) -> Family:
        """Return the family of what an outcome names, whose catalogue is not at hand."""
        if not product:
            return "", ""
        tells = not _PLAIN_ID.fullmatch(product) or self._tells(product)
        return _SOFTWARE if tells else (product, product)

    def _tells(self, text: str) -> bool:
        return self._secrets.held_by(text)


def _slug(name: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", name.casefold())) or _SOFTWARE[0]
