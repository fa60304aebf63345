"""A newer catalogue from a file: read, compared with the one in use, and written in one step."""

from __future__ import annotations

from datetime import date

from estate.frozen import frozen
from estate.lifecycle.catalogue import Catalogue
from estate.lifecycle.changes import Changes, diff
from estate.lifecycle.foreign import read_foreign
from estate.lifecycle.naming import bundled_names, named
from estate.lifecycle.packing import snapshot_bytes
from estate.lifecycle.product import Product
from estate.lifecycle.snapshot import FORMAT, read_snapshot

__all__ = ["Update", "prepare_update"]


@frozen
class Update:
    """A catalogue that might replace the one in use: its file's bytes, itself, what it changes."""

    data: bytes
    catalogue: Catalogue
    changes: Changes


def prepare_update(data: bytes, file: str, current: Catalogue, today: date) -> Update:
    """Read lifecycle data from a file and compare it with the catalogue in use; write nothing.

    The file is a snapshot, or has one of the shapes of endoflife.date. One that holds single
    products changes only these, and the catalogue's day stays the older one. `today` is the day of
    data that says none. Raises CatalogueError with everything that is wrong with the file.
    """
    if data.lstrip()[:200].find(FORMAT.encode()) < 0:
        data = _made_from(data, file, current, today)
    catalogue = Catalogue(read_snapshot(data, file))
    return Update(data, catalogue, diff(current, catalogue))


def _made_from(data: bytes, file: str, current: Catalogue, today: date) -> bytes:
    names, foreign = bundled_names(), read_foreign(data, file)
    products: dict[str, Product] = {}
    as_of = foreign.as_of or today
    if not foreign.whole:
        kept = ((key, current.product(key)) for key in current.ids)
        products |= {key: product for key, product in kept if product is not None}
        as_of = current.as_of
    products |= {product.id: named(product, names) for product in foreign.products}
    return snapshot_bytes(products.values(), names, as_of)
