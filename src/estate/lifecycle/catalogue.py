"""The catalogue: products found by id, name and identifier, decoded when first asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Literal

from estate.errors import CatalogueError
from estate.lifecycle.identifiers import canonical
from estate.lifecycle.matching import Match, match
from estate.lifecycle.overlay import merged
from estate.lifecycle.product import LocalProduct, Product
from estate.lifecycle.snapshot import Snapshot, read_snapshot, unpacked
from estate.lifecycle.spelling import Spelling
from estate.lifecycle.versions import Reading, VersionIndex
from estate.lifecycle.wording import key_of

__all__ = ["Catalogue", "How", "bundled", "load"]

How = Literal["exact", "alias", "identifier", "none"]
_Table = dict[str, tuple[str, ...]]


class Catalogue:
    """A snapshot, with what the inventory says of products laid over it.

    Its content never changes; products, indexes of versions and matches are kept once worked out.
    """

    def __init__(
        self,
        snapshot: Snapshot,
        local: Mapping[str, Product] | None = None,
        also: _Table | None = None,
    ) -> None:
        self._snapshot = snapshot
        self._local = dict(local or {})
        self._also = also or {}
        self._products: dict[str, Product] = dict(self._local)
        self._versions: dict[str, VersionIndex] = {}
        self._matches: dict[tuple[str, str | None], Match] = {}
        self._spelling: Spelling | None = None
        self._under: tuple[list[LocalProduct], Catalogue] | None = None

    @property
    def as_of(self) -> date:
        """The day of which the snapshot speaks."""
        return self._snapshot.as_of

    @property
    def digest(self) -> str:
        """The snapshot's digest, `sha256:…`; what the inventory says is no part of it."""
        return self._snapshot.digest

    @property
    def source(self) -> str:
        """Who says what the snapshot says."""
        return self._snapshot.source

    @property
    def licence(self) -> Mapping[str, str]:
        """The snapshot's licence: its `name` and its whole `text`, with the copyright notice."""
        return self._snapshot.licence

    @property
    def distributions(self) -> Mapping[str, str]:
        """The products of Linux distributions by the names that package URLs use."""
        return self._snapshot.distributions

    @property
    def ids(self) -> tuple[str, ...]:
        """Every product's id, in order."""
        return tuple(sorted({*self._snapshot.products, *self._local}))

    @property
    def names(self) -> Mapping[str, tuple[str, ...]]:
        """What every name stands for, by the key of the name: products, or `product@version`."""
        names = {key: tuple(to.split("|")) for key, to in self._snapshot.names.items()}
        return names | self._also

    @property
    def identifiers(self) -> Mapping[str, tuple[str, ...]]:
        """What every identifier of the snapshot stands for, as `names` does."""
        return {key: tuple(to.split("|")) for key, to in self._snapshot.identifiers.items()}

    def product(self, product_id: str) -> Product | None:
        """Return the product of exactly this id.

        Raises CatalogueError where its entry cannot be read.
        """
        found = self._products.get(product_id)
        if found is None and (packed := self._snapshot.products.get(product_id)) is not None:
            found = self._products[product_id] = unpacked(product_id, packed, self._snapshot)
        return found

    def targets_of(self, key: str) -> tuple[str, ...]:
        """Return what the key of a name or of an identifier stands for, as `names` does."""
        if found := self._also.get(key):
            return found
        snapshot = self._snapshot
        text = snapshot.names.get(key, "") or snapshot.identifiers.get(key, "")
        return tuple(text.split("|")) if text else ()

    def identify(self, name: str) -> tuple[Product | None, How, tuple[str, ...]]:
        """Find the product that a name, an id or an identifier stands for.

        The candidates are the products of an ambiguous name; beside a product, the one text
        `product@version` of a name that also says a version.
        """
        if (product := self.product(name)) is not None:
            return product, "exact", ()
        if name.startswith(("pkg:", "cpe:", "repology:")):
            how: How = "identifier"
            targets = self.targets_of(canonical(name))
        else:
            how, targets = "alias", self.targets_of(key_of(name)) or self._of_vendor(name)
        if len(targets) != 1:
            return None, how if targets else "none", targets
        product_id, _, version = targets[0].partition("@")
        return self.product(product_id), how, targets if version else ()

    def match(self, text: str, version: str | None = None) -> Match:
        """Match a product's text and version to a release cycle."""
        asked = (text, version)
        if asked not in self._matches:
            self._matches[asked] = match(self, text, version)
        return self._matches[asked]

    def reading(self, product: Product, version: str) -> Reading:
        """Read a version of a product."""
        return self._index(product).read(version)

    def starts_version(self, product: Product, text: str) -> bool:
        """Return whether a text begins as a version of the product does."""
        return self._index(product).starts(text)

    def nearest_products(self, text: str) -> tuple[str, ...]:
        """Return up to three ids whose names lie nearest to the text, the nearest first."""
        if self._spelling is None:
            self._spelling = Spelling(self.names)
        return self._spelling.nearest(text)

    def laid_over(self, locals_: Iterable[LocalProduct]) -> Catalogue:
        """Return the catalogue with local products over it, each field by field.

        A local id that is another name of a catalogue's product speaks of that product. Local
        names come before the catalogue's; two products that claim one name make it ambiguous.
        """
        ordered = sorted(locals_, key=lambda local: local.id)
        if not ordered:
            return self
        if self._under is None or self._under[0] != ordered:  # nearly always the same again
            self._under = ordered, self._laid_over(ordered)
        return self._under[1]

    def _laid_over(self, ordered: list[LocalProduct]) -> Catalogue:
        products, also = dict(self._local), {}
        claims: dict[str, set[str]] = {}
        for local in ordered:
            product = self._beneath(local.id)
            laid = merged(products.get(product.id, product) if product else None, local)
            products[laid.id] = laid
            for key in _keys(local):
                claims.setdefault(key, set()).add(laid.id)
        also = {key: tuple(sorted(claim)) for key, claim in claims.items()}
        also |= {key_of(local): (local,) for local in products}
        return Catalogue(self._snapshot, products, self._also | also)

    def _beneath(self, local_id: str) -> Product | None:
        """Return the catalogue's product that a local entry speaks of."""
        if (product := self.product(local_id)) is not None:
            return product
        targets = self.targets_of(key_of(local_id))
        return self.product(targets[0]) if len(targets) == 1 else None

    def _of_vendor(self, name: str) -> tuple[str, ...]:
        """Return the products of a name that its vendor's name leads: `Microsoft SQL Server`."""
        words = name.split()
        for end in range(1, len(words)):
            targets = self.targets_of(key_of(" ".join(words[end:])))
            product = self.product(targets[0].partition("@")[0]) if len(targets) == 1 else None
            if product is not None and self._is_vendor(" ".join(words[:end]), product.vendor):
                return targets
        return ()

    def _is_vendor(self, text: str, vendor: str) -> bool:
        forms = (vendor, *self._snapshot.prefixes.get(vendor, ()))
        return bool(vendor) and key_of(text) in {key_of(form) for form in forms}

    def _index(self, product: Product) -> VersionIndex:
        if product.id not in self._versions:
            self._versions[product.id] = VersionIndex(product, self._snapshot.noise)
        return self._versions[product.id]


def _keys(local: LocalProduct) -> Iterable[str]:
    """Yield the keys of a local product's names and identifiers."""
    yield from (key_of(name) for name in (local.id, local.name or local.id))
    for alias in local.aliases:
        yield canonical(alias) if alias.startswith(("pkg:", "cpe:")) else key_of(alias)


def load(path: Path) -> Catalogue:
    """Read a snapshot's file. Raises CatalogueError where it is missing or does not hold."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CatalogueError(f"{path} cannot be read: {error.strerror}") from error
    return Catalogue(read_snapshot(data, str(path)))


def bundled() -> Catalogue:
    """Return the catalogue that ships with the program."""
    return load(Path(__file__).with_name("snapshot.json"))
