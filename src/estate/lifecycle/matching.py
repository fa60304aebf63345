"""From what people write for a product and its version to one release cycle, or to none.

Order: exact id, alias, identifier (package URL or CPE); then, for a text that holds name and
version together, the longest beginning that is a name. Nothing is guessed: several possibilities
are `ambiguous`, and none is `none`, both with the candidates named.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal

from estate.frozen import frozen
from estate.lifecycle.distributions import distribution_of
from estate.lifecycle.identifiers import DISTRIBUTED, canonical, cpe, package_url
from estate.lifecycle.product import Cycle, Product
from estate.lifecycle.versions import Reading
from estate.lifecycle.wording import words_of

if TYPE_CHECKING:
    from estate.lifecycle.catalogue import Catalogue, How

__all__ = ["Match", "match"]

Found = Literal["exact", "alias", "identifier"]
_FEW: Final = 12


@frozen
class Match:
    """What a product and its version were matched to.

    `cycle` is set where `outcome` is `exact`, `alias` or `identifier`. `product` is also set where
    the product is known and its version is not. `candidates` are product ids, or `product@cycle`
    as an inventory would write it, newest first. `reason` says in words why there is no match.
    """

    outcome: Literal["exact", "alias", "identifier", "ambiguous", "none"]
    product: Product | None = None
    cycle: Cycle | None = None
    candidates: tuple[str, ...] = ()
    reason: str = ""


def match(catalogue: Catalogue, text: str, version: str | None) -> Match:
    """Match a product's id, name, package URL or CPE, and its version if it is given apart."""
    text, version = text.strip(), (version or "").strip() or None
    if text.startswith(("pkg:", "cpe:")):
        return _identified(catalogue, text, version)
    if version is None and "@" in text.lstrip("@"):
        text, _, version = (part.strip() for part in text.rpartition("@"))
    product, how, candidates = catalogue.identify(text)
    if product is not None:
        said = " ".join(_said_by(product, candidates))
        return _combined(catalogue, product, said, version, _found(how))
    if candidates:
        return Match("ambiguous", None, None, candidates, f"{text} may be any of several products")
    return _taken_apart(catalogue, text, version)


def _found(how: How) -> Found:
    return "exact" if how == "none" else how


def _said_by(product: Product | None, candidates: tuple[str, ...]) -> tuple[str, ...]:
    """Return the version that a product's name says itself: `Win10` is Windows at 10."""
    return tuple(to.partition("@")[2] for to in candidates) if product is not None else ()


def _versioned(catalogue: Catalogue, product: Product, version: str, how: Found) -> Match:
    """Match a version of a product that is known."""
    if not product.cycles:
        return Match("none", product, None, (), f"the catalogue has no versions of {product.name}")
    if not version:
        candidates = _within(product, [cycle.id for cycle in product.cycles])
        reason = f"no version of {product.name} is given"
        return Match("ambiguous", product, None, candidates, reason)
    return _concluded(catalogue, product, catalogue.reading(product, version), version, how)


def _concluded(
    catalogue: Catalogue, product: Product, reading: Reading, version: str, how: Found
) -> Match:
    if reading.outcome == "elsewhere":
        other, _, rest = reading.found[0].partition("@")
        target = catalogue.product(other)
        if target is not None:
            return _versioned(catalogue, target, rest, "alias")
    if reading.outcome == "cycle":
        outcome = "alias" if reading.named and how == "exact" else how
        return Match(outcome, product, product.cycle(reading.found[0]))
    if reading.outcome == "ambiguous":
        reason = f"{version} may be any of several versions of {product.name}"
        return Match("ambiguous", product, None, _within(product, reading.found), reason)
    near = reading.found or tuple(cycle.id for cycle in product.cycles)
    reason = f"the catalogue has no version {version} of {product.name}"
    return Match("none", product, None, _within(product, near)[:_FEW], reason)


def _within(product: Product, cycles: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return tuple(cycle if "@" in cycle else f"{product.id}@{cycle}" for cycle in cycles)


def _taken_apart(catalogue: Catalogue, text: str, version: str | None) -> Match:
    """Match a text that may begin with a name and go on with a version."""
    words = words_of(text)
    for end in range(len(words) - 1, 0, -1):
        product, _, candidates = catalogue.identify(" ".join(words[:end]))
        rest = " ".join((*_said_by(product, candidates), *words[end:]))
        if product is not None and catalogue.starts_version(product, rest):
            found = _combined(catalogue, product, rest, version, "alias")
            # Without its version, a text is no evidence for the product: Office 365 is no Office.
            return replace(found, product=None) if found.outcome == "none" else found
        if product is None and candidates and rest[0].isdigit():
            reason = f"{text} may be of any of several products"
            return Match("ambiguous", None, None, candidates, reason)
    reason = f"the catalogue has no product {text}"
    return Match("none", None, None, catalogue.nearest_products(text), reason)


def _combined(
    catalogue: Catalogue, product: Product, said: str, version: str | None, how: Found
) -> Match:
    """Match a version of which a part, or all, stands in the product's text or identifier.

    The two together or the given version alone may be known: `Windows 10` and `22H2`, `Windows 10`
    and `10.0.19045`. If both are, they must mean the same.
    """
    together = _versioned(catalogue, product, " ".join((said, version or "")).strip(), how)
    alone = _versioned(catalogue, product, version, how) if said and version else together
    if alone.cycle is None or alone.cycle == together.cycle:
        return together
    if together.cycle is None:
        return alone if together.outcome == "none" else together
    candidates = _within(product, [together.cycle.id, alone.cycle.id])
    reason = f"{said} and {version} are different versions of {product.name}"
    return Match("ambiguous", product, None, candidates, reason)


def _identified(catalogue: Catalogue, text: str, version: str | None) -> Match:
    """Match a package URL or a CPE name."""
    url = package_url(text)
    if url is not None and url.type in DISTRIBUTED:
        return _packaged(catalogue, text, version)
    if url is not None:
        given = url.version
    elif named := cpe(text):
        given = named[1]
    else:
        return Match("none", reason=f"{text} is neither a package URL nor a CPE name")
    candidates = catalogue.targets_of(canonical(text)) or (
        catalogue.targets_of(url.key) if url else ()
    )
    if not candidates:
        return Match("none", reason=f"the catalogue has no product with the identifier {text}")
    if len(candidates) > 1:
        return Match("ambiguous", None, None, candidates, f"{text} may be any of several products")
    product_id, _, named_version = candidates[0].partition("@")
    product = catalogue.product(product_id)
    if product is None:
        return Match("none", reason=f"the catalogue has no product {product_id}")
    return _combined(catalogue, product, named_version, version or given, "identifier")


def _packaged(catalogue: Catalogue, text: str, version: str | None) -> Match:
    """Match a distribution's package: to its distribution, never to the software's maker."""
    url = package_url(text)
    assert url is not None  # noqa: S101 - the caller has read it
    url = replace(url, version=version or url.version)
    found = distribution_of(url, catalogue.distributions)
    product = catalogue.product(found[0]) if found else None
    if found is None or product is None:
        reason = f"{text} takes the dates of its distribution, and that is not known"
        return Match("none", reason=reason)
    if not found[1]:
        candidates = _within(product, [cycle.id for cycle in product.cycles])
        reason = f"{text} takes the dates of its release of {product.name}; distro= would say which"
        return Match("ambiguous", product, None, candidates, reason)
    return _versioned(catalogue, product, found[1], "identifier")
