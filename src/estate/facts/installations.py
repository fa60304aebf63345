"""Installations: one product at one version on one asset, and how it is supported.

This is what support rules judge. What is not recorded of a licence, and would decide the answer,
leaves the answer unknown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from datetime import date
from typing import Any

from estate.facts.dictionary import Fact, Type
from estate.facts.entitlement import Entitlement, Entitlements
from estate.facts.facts import Derived, Facts, Kind
from estate.facts.identity import Identity
from estate.facts.listing import Listed, Path, listing_of
from estate.findings import Place, Subject
from estate.frozen import frozen
from estate.lifecycle import Match, Product, Support, judge_support
from estate.model import Application, Asset, Licence, Software
from estate.model.scalars import NEVER

STATUSES = ("supported", "extended", "extended-unpaid", "ended")
UNMANAGED = ("extended-unpaid", "ended")
"""The kinds of support that must not run without an acceptance (Stockton P8)."""

_UNSETTLED = "whether a licence buys its extended support is not recorded"
_UNDATED = "nobody says when its support ends"

_FOLLOWS: Mapping[str, str] = {
    "automatic": "extended support then begins by itself, and is charged for,",
    "included": "extended support then follows at no further charge",
    "paid": "extended support can then be bought",
}


@frozen
class Installation:
    """One product at one version on one asset.

    `identity` is what it was matched to, `software` what its items say, `entitlement` the licence
    that buys extended support for it today, `path` where it stands in the asset.
    """

    id: str
    asset: Asset
    identity: Identity
    software: Software
    support: Support
    entitlement: Licence | None
    path: Path

    @property
    def given(self) -> str:
        """The product as it was written, "" where none is recorded."""
        return self.identity.given

    @property
    def product(self) -> Product | None:
        """The product it matched; of a distribution's package, the package."""
        return self.identity.product

    @property
    def product_id(self) -> str:
        """The matched product's id; else the product as it was written, without a version."""
        return self.identity.product_id

    @property
    def version(self) -> str | None:
        """The version as it was written, beside the product or in its text."""
        return self.identity.version

    @property
    def cycle(self) -> str | None:
        """The release cycle that it matched."""
        return self.identity.match.cycle.id if self.identity.match.cycle else None

    @property
    def match(self) -> str:
        """How it was matched."""
        return self.identity.match.outcome

    @property
    def called(self) -> str:
        """Product and version as they were written; what is not recorded is just software."""
        return f"{self.given} {self.software.version or ''}".strip() or "its software"

    @property
    def title(self) -> str:
        """Product and version as people know them; what matched nothing as it was written."""
        if self.product is None:
            return self.called
        return f"{self.product.name} {self.version or ''}".strip()

    @property
    def candidates(self) -> tuple[str, ...]:
        """What it may be, where it did not match."""
        return self.identity.match.candidates

    @property
    def reason(self) -> str:
        """Why its support is unknown, in words; "" where it is known."""
        if self.support.status is not None or self.identity.match.cycle is None:
            return self.identity.match.reason
        undated = self.identity.match.cycle.support_ends is None
        return _UNDATED if undated else _UNSETTLED

    @property
    def afterwards(self) -> str:
        """What follows when its support ends, in words: whether it goes on, and at whose cost."""
        cycle, product = self.identity.match.cycle, self.identity.match.product
        until = cycle.extended_support_ends if cycle else None
        extended = product.extended if product else None
        if not isinstance(until, date) or self.support.status != "supported" or not extended:
            return "no extended support is known to follow"
        return f"{_FOLLOWS[extended]} until {until}"

    @property
    def wanted(self) -> str:
        """The field that would make its support known: of its asset, or of a local product.

        A version helps nobody where the product is unknown, nor where the catalogue has neither.
        """
        match, known = self.identity.match, self.identity.match.product
        if not self.given:
            return "product" if isinstance(self.asset, Application) else "software"
        if known is None:
            ambiguous = match.outcome == "ambiguous"
            return "product" if ambiguous else f"products[{self.product_id}].versions"
        if match.cycle is None:
            unheard = match.outcome == "none" and self.version
            return f"products[{known.id}].versions" if unheard else "version"
        undated = match.cycle.support_ends is None
        return f"products[{known.id}].versions" if undated else "licences"

    @property
    def patched(self) -> date | None:
        """The day on which its last fix was installed."""
        return self.software.patched

    @property
    def patch_days(self) -> float | None:
        """Days from a fix's release to its installation."""
        return self.software.patch_days

    @property
    def count(self) -> float | None:
        """How many of a fleet have it."""
        return self.software.count


def installations(facts: Facts) -> tuple[Installation, ...]:
    """Return every installation, in the order of assets and of their lists."""
    judge = _Judge(facts)
    return tuple(judge.made(listed) for listed in facts.once(listing_of).listed)


class _Judge:
    """Judges the support of what is installed, each case once."""

    def __init__(self, facts: Facts) -> None:
        self._today = facts.today
        self._entitlements = Entitlements(facts)
        self._judged: dict[tuple[int, date | None, bool], Support] = {}

    def made(self, listed: Listed) -> Installation:
        entitlement = self._entitlements.of(listed)
        return Installation(
            listed.id,
            listed.asset,
            listed.identity,
            listed.software(),
            self._support(listed.identity.match, entitlement),
            entitlement.licence,
            listed.path,
        )

    def _support(self, match: Match, entitlement: Entitlement) -> Support:
        until = entitlement.licence.ends if entitlement.licence else None
        key = (id(match), until, entitlement.unsure)
        if key not in self._judged:
            support = judge_support(match.cycle, match.product, self._today, until)
            if entitlement.unsure:
                bought = judge_support(match.cycle, match.product, self._today, NEVER)
                support = _agreed(support, bought)
            self._judged[key] = support
        return self._judged[key]


def _agreed(one: Support, other: Support) -> Support:
    """Return what holds of a support either way, and of all that lies between; else unknown."""
    disputed = {
        field.name
        for field in fields(Support)
        if getattr(one, field.name) != getattr(other, field.name)
    }
    if "status" in disputed:
        disputed |= {"ends", "extended_until"}  # as long as the licence may last
    unknown: dict[str, Any] = dict.fromkeys(disputed)
    return replace(one, **unknown)


def _describe(_: Facts, found: Installation) -> tuple[Subject, Place]:
    asset = found.asset
    detail = (("product", found.product_id), ("version", found.version or ""))
    subject = Subject("installation", asset.id, detail, asset.name, asset.organisation or ())
    return subject, Place(asset.id, found.path)


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
        beside = name != "status"
        yield Fact(
            "support", name, typed, doc, attribute=name, settles=("version",), catalogue=beside
        )


def _own_facts() -> Iterator[Fact]:
    matches = ("exact", "alias", "identifier", "ambiguous", "none")
    texts = (
        ("asset", Type("asset"), "What it is installed on.", False),
        ("given", Type("text"), "The product as it was written; empty where none is.", False),
        ("product", Type("product"), "The product that it matched.", True),
        ("called", Type("text"), "Product and version as they were written.", False),
        ("title", Type("text"), "Product and version as people know them.", False),
        ("version", Type("text"), "Its version as it was written.", True),
        ("cycle", Type("text"), "The release cycle of the catalogue that it matched.", True),
        ("match", Type("enumeration", values=matches), "How it was matched.", False),
        ("candidates", Type("text", many=True), "What it may be, where it did not match.", False),
        ("reason", Type("text"), "Why its support is unknown, in words.", False),
        ("afterwards", Type("text"), "What follows when its support ends, in words.", False),
        ("support", Type("support"), "How it is supported today.", False),
        ("entitlement", Type("licence"), "The licence that buys it extended support.", True),
        ("patched", Type("date"), "The day on which its last fix was installed.", True),
        ("patch_days", Type("number"), "Days from a fix's release to its installation.", True),
        ("count", Type("number"), "How many of a fleet have it.", True),
    )
    for name, typed, doc, is_open in texts:
        null = "never" if name == "patched" else ""
        yield Fact("installation", name, typed, doc, attribute=name, open=is_open, null=null)


INSTALLATION = Kind("installation", installations, _describe)

INSTALLATION_FACTS: tuple[Fact, ...] = (*_own_facts(), *_support_facts())

INSTALLATIONS = (
    Derived(
        Fact(
            "installation",
            "software_as_a_service",
            Type("boolean"),
            "Whether it belongs to an application that is stated to be software as a service, "
            "whose versions are its supplier's affair.",
            open=False,
        ),
        lambda facts: {
            found.id: getattr(found.asset, "service_model", None) == "saas"
            for found in facts.subjects("installation")
        },
    ),
)
