"""The facts of an estate for the public: what follows from public records, and from them alone.

Only how software is supported cannot follow from them, since its release is withheld: its status
is carried over, without the days on which it changes: product and day would tell the release.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from estate.facts import Facts, Installation, derive
from estate.facts.identity import Identity
from estate.facts.listing import listing_of
from estate.lifecycle import LocalProduct, Match, Product, Support
from estate.lifecycle.nothing import empty
from estate.model import SECTIONS, Asset, Entry, Estate, Policy, Software
from estate.redaction.records import public_record
from estate.redaction.stand_ins import StandIns
from estate.redaction.wording import WITHHELD

__all__ = ["public_estate", "public_facts"]

_MATCHED: Final = frozenset({"exact", "alias", "identifier"})


def public_estate(facts: Facts, names: StandIns) -> Estate:
    """Return an estate of public records, and of nothing else."""
    estate, software, products = facts.estate, _software(facts, names), _products(facts, names)
    sections: dict[str, dict[str, Entry]] = {section: {} for section in SECTIONS}
    for section, records in estate.sections.items():
        made = [
            public_record(
                entry,
                software.get(entry.id, _none_known(entry)),
                products.get(entry.id),
                names,
            )
            for entry in records.values()
        ]
        sections[section] = {entry.id: entry for entry in sorted(made, key=lambda each: each.id)}
    policy = estate.policy
    return Estate(
        name=names.estate(estate.name),
        sections=sections,
        policy=Policy(
            fail_on=policy.fail_on, gaps=policy.gaps, horizons=policy.horizons, internet_zones=()
        ),
        digest=WITHHELD,
    )


def public_facts(facts: Facts, names: StandIns) -> Facts:
    """Return facts for the public, derived from a public estate on the same day."""
    estate = public_estate(facts, names)
    made = derive(
        estate,
        facts.today,
        empty(facts.catalogue.as_of).laid_over(_families(names)),
        facts.dictionary,
        financial_year_starts=facts.years.starts,
    )
    return made.with_only("installation", _installations(facts, estate, names))


def _families(names: StandIns) -> Iterator[LocalProduct]:
    """Yield what is known of products: their names."""
    for key, name in names.products.items():
        if key:
            yield LocalProduct(id=key, name=name)


def _products(facts: Facts, names: StandIns) -> dict[str, tuple[str, str]]:
    """Return what stands for the product and the version that an application is itself."""
    installed = {each.id: each for each in facts.subjects("installation")}
    told = {}
    for key, own in facts.once(listing_of).own.items():
        (family, _), version = names.software[_key(installed[own])]
        told[key] = family, version
    return told


def _none_known(entry: Entry) -> list[tuple[str, str]] | None:
    """Return no software for what is known to have none, None where nobody says."""
    return None if getattr(entry, "software", None) is None else []


def _software(facts: Facts, names: StandIns) -> dict[str, list[tuple[str, str]]]:
    """Return what stands for the software of each record, in the order of what is shown."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for each in facts.subjects("installation"):
        (family, _), version = names.software[_key(each)]
        if family:
            found[each.asset.id].append((family, version))
    return {key: sorted(items) for key, items in found.items()}


def _key(found: Installation) -> tuple[str, str, str]:
    return found.asset.id, found.product_id, found.version or ""


def _installations(facts: Facts, estate: Estate, names: StandIns) -> Iterable[Installation]:
    made = _made(facts, estate, names)
    return sorted(made, key=lambda each: (each.asset.kind, each.asset.id, each.id))


def _made(facts: Facts, estate: Estate, names: StandIns) -> Iterator[Installation]:
    for found in facts.subjects("installation"):
        asset = estate.get(names.id(found.asset.id))
        (family, title), version = names.software[_key(found)]
        if isinstance(asset, Asset):
            yield Installation(
                id=f"{asset.id}:{family}@{version}",
                asset=asset,
                identity=_identity(found, family, title, version),
                software=Software(product=family or WITHHELD, version=version or None),
                support=Support(status=found.support.status),
                entitlement=None,
                path=(),
            )


def _identity(found: Installation, family: str, title: str, version: str) -> Identity:
    """Return what software is by its family; how well it matched stays, why not is withheld."""
    product = Product(id=family, name=title) if found.product is not None else None
    return Identity(
        given=family,
        match=Match(found.match if found.match in _MATCHED else "none", product),  # type: ignore[arg-type]  # of the same words
        product=product,
        product_id=family,
        version=version or None,
        release=(family, (version,)),
        detail=(),
    )
