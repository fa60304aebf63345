"""Installations: one product at one version on one asset, and how it is supported.

This is what support rules judge. A product is matched to the lifecycle catalogue once; extended
support counts only where a licence in force buys it for this product, version and asset.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from estate.facts.dictionary import Fact, Type
from estate.facts.facts import Derived, Facts, Kind
from estate.facts.life import PRESENT, changes_of
from estate.findings import Place, Subject
from estate.lifecycle import Catalogue, Match, Product, Support, judge_support
from estate.lifecycle.identifiers import package_url
from estate.model import Asset, Licence, Software
from estate.model.types import Null

STATUSES = ("supported", "extended", "extended-unpaid", "ended")
UNMANAGED = ("extended-unpaid", "ended")
"""The kinds of support that must not run without an acceptance (Stockton P8)."""


_NO_PRODUCT = Match("none", reason="no product is recorded")


@dataclass(frozen=True, slots=True)
class Installation:
    """One product at one version on one asset.

    `given` is the product as it was written, "" where none is recorded. `product` and `cycle` are
    what it matched; `candidates` what it may be where it did not. `entitlement` is the licence
    that buys extended support for it today.
    """

    id: str
    asset: Asset
    given: str
    version: str | None
    product: Product | None
    cycle: str | None
    match: str
    candidates: tuple[str, ...]
    reason: str
    support: Support
    entitlement: Licence | None
    patched: date | None
    patch_days: float | None
    count: float | None
    path: tuple[str | int, ...]

    @property
    def product_id(self) -> str:
        """The matched product's id; else the product as it was written."""
        return self.product.id if self.product else self.given


def installations(facts: Facts) -> tuple[Installation, ...]:
    """Return every installation, in the order of assets and of their lists."""
    found: dict[str, Installation] = {}
    makers = _Maker(facts)
    on_servers = makers.on_servers()
    for asset in facts.assets:
        for software, path in recorded(asset):
            if (software.product, software.version) in on_servers.get(asset.id, ()):
                continue
            made = makers.make(asset, software, path)
            found.setdefault(made.id, made)
    return tuple(found.values())


def recorded(asset: Asset) -> Iterator[tuple[Software, tuple[str | int, ...]]]:
    """Yield what an asset says is installed, with its path.

    Where it says nothing and something must be there, an unrecorded product is.
    """
    software = getattr(asset, "software", None)
    product = getattr(asset, "product", None) if asset.kind == "application" else None
    if product:
        version = getattr(asset, "version", None)
        path = ("version",) if version else ("product",)
        yield Software(product=product, version=version or None), path
    for position, item in enumerate(software or ()):
        yield item, ("software", position)
    if software is None and product is None and _must_run_something(asset):
        yield Software(product=""), ()


def _must_run_something(asset: Asset) -> bool:
    if asset.kind == "application":
        return getattr(asset, "support_model", None) != "in-house"
    return asset.kind in {"server", "device"}


class _Maker:
    """Makes installations: matches products, finds entitlements, judges support."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._catalogue: Catalogue = facts.catalogue
        self._matches: dict[tuple[str, str | None], Match] = {}
        self._judged: dict[tuple[int, date | None], Support] = {}

    def on_servers(self) -> dict[str, set[tuple[str, str | None]]]:
        """Return what the servers that an application runs on have installed already."""
        graph, estate = self._facts.graph, self._facts.estate
        standing: dict[str, set[tuple[str, str | None]]] = {}
        for application in estate.of("application"):
            for host in graph.related(application, "runs_on"):
                for item in getattr(estate.get(host), "software", None) or ():
                    standing.setdefault(application, set()).add((item.product, item.version))
        return standing

    def make(self, asset: Asset, software: Software, path: tuple[str | int, ...]) -> Installation:
        """Make the installation of one item of software on an asset."""
        key = (software.product, software.version)
        match = self._matches.get(key)
        if match is None:
            found = self._catalogue.match(*key) if software.product else _NO_PRODUCT
            match = self._matches[key] = found
        entitlement, unsure = self._entitled(asset, software, match)
        product_id = match.product.id if match.product else software.product
        version = software.version or _version_in(software.product)
        return Installation(
            id=f"{asset.id}:{product_id}@{version or ''}",
            asset=asset,
            given=software.product,
            version=version,
            product=match.product,
            cycle=match.cycle.id if match.cycle else None,
            match=match.outcome,
            candidates=match.candidates,
            reason=match.reason,
            support=self._support(match, entitlement, unsure=unsure),
            entitlement=entitlement,
            patched=software.patched,
            patch_days=software.patch_days,
            count=software.count,
            path=path,
        )

    def _support(self, match: Match, entitlement: Licence | None, *, unsure: bool) -> Support:
        until = entitlement.ends if entitlement else None
        key = (id(match), until)
        if key not in self._judged:
            today = self._facts.today
            self._judged[key] = judge_support(match.cycle, match.product, today, until)
        support = self._judged[key]
        if unsure and support.status == "extended-unpaid":
            return Support(status=None, source=support.source, as_of=support.as_of)
        return support

    def _entitled(
        self, asset: Asset, software: Software, match: Match
    ) -> tuple[Licence | None, bool]:
        """Return the licence that buys extended support today, and whether one may, unrecorded."""
        unsure = False
        for key in self._licences(asset, software):
            licence = self._facts.estate.get(key)
            if not isinstance(licence, Licence) or not self._buys(licence, software, match):
                continue
            if licence.ends is None:
                unsure = True
            elif licence.starts <= self._facts.today <= licence.ends:
                return licence, False
        return None, unsure

    def _licences(self, asset: Asset, software: Software) -> Iterator[str]:
        if software.extended_support and not isinstance(software.extended_support, Null):
            yield software.extended_support
        for link in asset.licensed_by or ():
            if link.begins <= self._facts.today <= link.until:
                yield from link.targets

    def _buys(self, licence: Licence, software: Software, match: Match) -> bool:
        if not licence.extended_support or not licence.product:
            return False
        bought = self._catalogue.match(licence.product, None).product
        same = bought is not None and match.product is not None and bought.id == match.product.id
        if not same and licence.product != software.product:
            return False
        if not licence.versions:
            return True
        wanted = match.cycle.id if match.cycle else software.version
        cycles = (self._catalogue.match(licence.product, version) for version in licence.versions)
        return software.version in licence.versions or wanted in {
            cycle.cycle.id for cycle in cycles if cycle.cycle
        }


def _version_in(product: str) -> str | None:
    """Return the version that a package URL names."""
    url = package_url(product)
    return url.version if url else None


def _describe(_: Facts, found: Installation) -> tuple[Subject, Place]:
    asset = found.asset
    detail = (("product", found.product_id), ("version", found.version or ""))
    organisations = asset.organisation or ()
    subject = Subject("installation", asset.id, detail, asset.name, organisations)
    return subject, Place(asset.id, found.path)


def _planned_ends(facts: Facts) -> dict[str, date]:
    """Return, by installation, the day on which it is retired, upgraded or replaced."""
    leaving = facts.column("asset.planned_end")
    changed: dict[str, list[tuple[date, Any]]] = {}
    for _, change in changes_of(facts):
        if change.sets:
            changed.setdefault(change.asset, []).append((change.on, change.sets))
    ends = {}
    for found in facts.subjects("installation"):
        days = [on for on, sets in changed.get(found.asset.id, ()) if _removes(sets, found)]
        ends[found.id] = min([leaving[found.asset.id], *days])
    return ends


def _removes(sets: dict[str, Any], found: Installation) -> bool:
    """Whether setting these fields leaves the installation behind."""
    if found.path[:1] == ("software",):
        return "software" in sets and not any(
            _same(item, found) for item in _listed(sets["software"])
        )
    if found.path:
        return sets.get("product", found.given) != found.given or (
            "version" in sets and sets["version"] != found.version
        )
    return False


def _listed(value: Any) -> Sequence[Any]:  # noqa: ANN401 - raw text of a change
    return value if isinstance(value, list) else ()


def _same(item: Any, found: Installation) -> bool:  # noqa: ANN401 - raw text of a change
    if isinstance(item, dict):
        return item.get("product") == found.given and item.get("version") == found.version
    product, _, version = str(item).partition("@")
    return product == found.given and (version or None) == found.version


def _support_facts() -> Iterator[Fact]:
    texts = (
        ("status", Type("enumeration", values=STATUSES), "How it stands today."),
        ("ends", Type("date", ends=True), "The last day of the support it has now."),
        ("ended", Type("date"), "The last day of the security support that is over."),
        ("extended_until", Type("date", ends=True), "The last day of its extended support."),
        ("source", Type("text"), "Who says so."),
        ("as_of", Type("date"), "The day of that saying."),
    )  # fmt: skip
    for name, typed, doc in texts:
        yield Fact("support", name, typed, doc, attribute=name, settles=("version",))


def _product_facts() -> Iterator[Fact]:
    texts = (
        ("id", Type("text"), "Its id in the catalogue."),
        ("name", Type("text"), "Its name."),
        ("vendor", Type("text"), "Who makes it."),
        ("standard", Type("enumeration", values=("approved", "contain", "prohibited")),
         "Its mark in the technology standards catalogue."),
        ("withdrawn", Type("date", ends=True), "The day on which its supplier stops offering it."),
        ("extended", Type("enumeration", values=("paid", "included", "automatic")),
         "Whether its extended support must be bought."),
    )  # fmt: skip
    for name, typed, doc in texts:
        yield Fact("product", name, typed, doc, attribute=name)


def _own_facts() -> Iterator[Fact]:
    matches = ("exact", "alias", "identifier", "ambiguous", "none")
    texts = (
        ("asset", Type("asset"), "What it is installed on.", False),
        ("given", Type("text"), "The product as it was written; empty where none is.", False),
        ("product", Type("product"), "The product of the catalogue that it matched.", True),
        ("version", Type("text"), "Its version as it was written.", True),
        ("cycle", Type("text"), "The release cycle of the catalogue that it matched.", True),
        ("match", Type("enumeration", values=matches), "How it was matched.", False),
        ("candidates", Type("text", many=True), "What it may be, where it did not match.", False),
        ("reason", Type("text"), "Why it matched nothing, in words.", False),
        ("support", Type("support"), "How it is supported today.", False),
        ("entitlement", Type("licence"), "The licence that buys it extended support.", True),
        ("patched", Type("date"), "The day on which its last fix was installed.", True),
        ("patch_days", Type("number"), "Days from a fix's release to its installation.", True),
        ("count", Type("number"), "How many of a fleet have it.", True),
    )
    for name, typed, doc, is_open in texts:
        yield Fact("installation", name, typed, doc, attribute=name, open=is_open)


def _in_use(facts: Facts) -> tuple[Product, ...]:
    """Every product of the catalogue that is installed somewhere in use, by id."""
    state = facts.column("asset.state")
    used = {
        found.product.id: found.product
        for found in facts.subjects("installation")
        if found.product and state[found.asset.id] in PRESENT
    }
    return tuple(used[key] for key in sorted(used))


def _versions_in_use(facts: Facts) -> dict[str, tuple[str | None, ...]]:
    state = facts.column("asset.state")
    used: dict[str, set[str | None]] = {product.id: set() for product in facts.subjects("product")}
    for found in facts.subjects("installation"):
        if found.product and state[found.asset.id] in PRESENT:
            used[found.product.id].add(found.cycle or found.version)
    return {
        key: (*sorted(v for v in versions if v), *(v for v in versions if v is None))
        for key, versions in used.items()
    }


def _describe_product(facts: Facts, product: Product) -> tuple[Subject, Place]:
    subject = Subject("product", product.id, (), product.name, ())
    if facts.estate.get(product.id) is not None:
        return subject, Place(product.id)
    first = next(f for f in facts.subjects("installation") if f.product_id == product.id)
    return subject, Place(first.asset.id, first.path)


INSTALLATION = Kind("installation", installations, _describe)
PRODUCT = Kind("product", _in_use, _describe_product)

INSTALLATION_FACTS: tuple[Fact, ...] = (*_own_facts(), *_support_facts(), *_product_facts())

INSTALLATIONS = (
    Derived(
        Fact(
            "installation",
            "planned_end",
            Type("date", ends=True),
            "The day on which a planned or live project retires, replaces or upgrades it.",
            open=False,
            null="nothing takes it away",
        ),
        _planned_ends,
    ),
    Derived(
        Fact(
            "installation",
            "software_as_a_service",
            Type("boolean"),
            "Whether it is the product of an application that is stated to be software as a "
            "service, whose versions are its supplier's affair.",
            open=False,
        ),
        lambda facts: {
            found.id: getattr(found.asset, "service_model", None) == "saas"
            for found in facts.subjects("installation")
        },
    ),
    Derived(
        Fact(
            "product",
            "versions_in_use",
            Type("text", many=True),
            "The versions of it that are installed in the estate.",
            open=False,
            settles=("version",),
        ),
        _versions_in_use,
    ),
    Derived(
        Fact(
            "product",
            "withdrawal_announced",
            Type("boolean"),
            "Whether its supplier has said when it stops offering it.",
            open=False,
        ),
        lambda facts: {
            product.id: product.withdrawn is not None and product.withdrawn < date.max
            for product in facts.subjects("product")
        },
    ),
)
