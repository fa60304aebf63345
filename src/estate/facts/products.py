"""Products in use, and the versions of them that are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from estate.facts.dictionary import Fact, Type
from estate.facts.facts import Derived, Facts, Kind
from estate.facts.installations import Installation
from estate.facts.life import PRESENT
from estate.findings import Place, Subject
from estate.lifecycle import Product
from estate.model.scalars import NEVER, NO_TEXT


def _in_use(facts: Facts) -> tuple[Product, ...]:
    """Every product of the catalogue that is installed somewhere in use, by id."""
    used = {product.id: product for product, found in _products(facts) if _is_used(facts, found)}
    return tuple(used[key] for key in sorted(used))


def _products(facts: Facts) -> Iterator[tuple[Product, Installation]]:
    for found in facts.subjects("installation"):
        if (product := found.identity.match.product) is not None:
            yield product, found


def _is_used(facts: Facts, found: Installation) -> bool:
    return facts.column("asset.state")[found.asset.id] in PRESENT


def _versions_in_use(facts: Facts) -> dict[str, tuple[str | None, ...]]:
    """For each product its releases in use, and an unknown one for each that nobody can tell."""
    known: dict[str, set[str]] = {}
    unknown: dict[str, int] = {}
    for product, found in _products(facts):
        for key, release in _releases(product, found):
            releases = known.setdefault(key, set())
            if _is_used(facts, found):
                if release is None:
                    unknown[key] = unknown.get(key, 0) + 1
                else:
                    releases.add(release)
    return {
        key: (*sorted(releases, key=_in_order), *[None] * unknown.get(key, 0))
        for key, releases in known.items()
    }


def _in_order(version: str) -> tuple[tuple[tuple[int, int, str], ...], str]:
    """Return what versions are sorted by: their components, numbers by size, then as written."""
    parts = re.findall(r"[0-9]+|[^\W\d_]+", version)
    return tuple((0, int(p), "") if p.isdecimal() else (1, 0, p) for p in parts), version


def _releases(product: Product, found: Installation) -> Iterator[tuple[str, str | None]]:
    """Yield what is in use of which product; of a package, also of the distribution's."""
    certain = None if found.match == "ambiguous" else found.version
    yield product.id, found.cycle or (certain if found.product is product else None)
    if found.product is not None and found.product is not product:
        yield found.product.id, found.version


def _every(facts: Facts, tell: Callable[[Product], object]) -> dict[str, object]:
    """Return what to tell of every product that is installed anywhere, packages included."""
    return {key: tell(product) for key, product in facts.once(_known).items()}


def _known(facts: Facts) -> dict[str, Product]:
    """Return every product that is installed anywhere, packages included, by id."""
    return {
        known.id: known
        for product, found in _products(facts)
        for known in (product, found.product)
        if known
    }


def _describe(facts: Facts, product: Product) -> tuple[Subject, Place]:
    subject = Subject("product", product.id, (), product.name, ())
    if facts.estate.get(product.id) is not None:
        return subject, Place(product.id)
    first = next(found for known, found in _products(facts) if known.id == product.id)
    return subject, Place(first.asset.id, first.path)


_STANDARDS = ("approved", "contain", "prohibited")
_EXTENDED = ("paid", "included", "automatic")

PRODUCT = Kind("product", _in_use, _describe)

PRODUCT_FACTS: tuple[Fact, ...] = (
    Fact("product", "id", Type("text"), "Its id in the catalogue.", "id", open=False),
    Fact("product", "name", Type("text"), "Its name.", "name", open=False),
    Fact(
        "product",
        "extended",
        Type("enumeration", values=_EXTENDED),
        "Whether its extended support must be bought.",
        "extended",
    ),
)


def _told(
    name: str, typed: Type, doc: str, tell: Callable[[Product], object], null: str = ""
) -> Derived:
    is_open = name == "vendor"
    fact = Fact("product", name, typed, doc, open=is_open, settles=(name,), null=null)
    return Derived(fact, lambda facts: _every(facts, tell))


PRODUCTS = (
    _told("vendor", Type("text"), "Who makes it.", lambda product: product.vendor or None),
    _told(
        "standard",
        Type("enumeration", values=_STANDARDS),
        "Its mark in the technology standards catalogue.",
        lambda product: product.standard or NO_TEXT,
        null="unmarked",
    ),
    _told(
        "withdrawn",
        Type("date", ends=True),
        "The last day on which its supplier offers it.",
        lambda product: product.withdrawn or NEVER,
        null="not announced",
    ),
    _told(
        "withdrawal_announced",
        Type("boolean"),
        "Whether its supplier has said when it stops offering it.",
        lambda product: (product.withdrawn or NEVER) < NEVER,
    ),
    Derived(
        Fact(
            "product",
            "versions_in_use",
            Type("text", many=True),
            "The releases of it that are in use: by release cycle, else by version. One is unknown "
            "for each installation of which nobody can tell.",
            open=False,
            settles=("version",),
        ),
        _versions_in_use,
    ),
)
