"""What can be offered for typing: words, fields, products and their versions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from lsprotocol.types import CompletionItemKind

from estate.lifecycle import Catalogue
from estate.model.fields import Field
from estate.model.meanings import meaning

__all__ = ["MOST", "Offer", "field_offer", "products", "versions", "words"]

MOST: Final = 200
"""How many are offered at once; more come when more has been typed."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that may stand at the cursor; `also` are other names that it is found by."""

    text: str
    kind: CompletionItemKind
    detail: str = ""
    meaning: str = ""
    also: str = ""
    first: bool = False
    is_key: bool = False


def words(found: Iterable[str]) -> Iterator[Offer]:
    """Yield words that may stand somewhere, the first of them first."""
    return (
        Offer(word, CompletionItemKind.EnumMember, first=rank == 0)
        for rank, word in enumerate(found)
    )


def field_offer(kind: type, field: Field) -> Offer:
    """Return a field of a record with its meaning."""
    detail = "required" if field.is_required() else ""
    return Offer(
        field.written,
        CompletionItemKind.Field,
        detail,
        meaning(kind, field.written),
        first=field.is_required(),
        is_key=True,
    )


def products(catalogue: Catalogue) -> Iterator[Offer]:
    """Yield the products of a catalogue, to be found by any of their names."""
    for key in catalogue.ids:
        product = catalogue.product(key)
        if product is not None:
            also = " ".join(product.aliases)
            yield Offer(key, CompletionItemKind.Class, product.name, product.vendor, also)


def versions(catalogue: Catalogue, text: str, lead: str) -> Iterator[Offer]:
    """Yield the versions of the product that a text stands for, each behind `lead`."""
    product, _, _ = catalogue.identify(text)
    for cycle in islice(product.cycles if product else (), MOST):
        end = cycle.support_ends
        said = "" if end is None or isinstance(end, bool) else f"security support until {end}"
        yield Offer(f"{lead}{cycle.id}", CompletionItemKind.Value, said)
