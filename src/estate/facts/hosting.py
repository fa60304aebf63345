"""Hosting: what others run for us, by what certificates, under which agreement, and how much."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from estate.facts.dictionary import Fact, Type
from estate.facts.facts import Derived, Facts
from estate.facts.life import PRESENT
from estate.findings import Place
from estate.frozen import frozen
from estate.model import Agreement, Application, Service, Supplier
from estate.model.asset import Certificate
from estate.model.scalars import day_text

_CLOUD: Final = ("saas", "paas", "iaas")
"""Service models that are hosted by definition."""


@frozen
class Proof:
    """A certificate that a hosted application rests on; `expires` None is not recorded."""

    id: str
    name: str
    expires: date | None
    place: Place

    def __str__(self) -> str:
        """Return its name, and its last day where that is known."""
        return f"{self.name} until {day_text(self.expires)}" if self.expires else self.name


def hosted(application: Application) -> bool | None:
    """Whether a supplier hosts an application, wholly or in part; None where that is not said."""
    if application.hosting is not None:
        return application.hosting in {"hosted", "hybrid"}
    return True if application.service_model in _CLOUD else None


def in_force(agreement: Agreement, today: date) -> bool | None:
    """Whether an agreement holds today; None where its beginning or end is not recorded."""
    starts, ends = agreement.starts, agreement.ends
    if (starts is not None and starts > today) or (ends is not None and ends < today):
        return False
    return None if starts is None or ends is None else True


def _applications(facts: Facts) -> Iterator[Application]:
    for entry in facts.estate.of("application").values():
        if isinstance(entry, Application):
            yield entry


def _proofs(facts: Facts) -> dict[str, tuple[Proof | None, ...]]:
    return {application.id: _proofs_of(facts, application) for application in _applications(facts)}


def _proofs_of(facts: Facts, application: Application) -> tuple[Proof | None, ...]:
    """Return an application's certificates: those of its assessment and of its suppliers.

    Of certificates of one name, whether in the assessment or of a supplier, the latest counts.
    Without an assessment there may be more.
    """
    assessment = application.hosted_assessment
    assessed = assessment.certificates or () if assessment else ()
    latest = _latest(assessed, Place(application.id, ("hosted_assessment", "certificates")))
    proofs: list[Proof | None] = []
    for key in facts.graph.related(application.id, "supplied_by"):
        supplier = facts.estate.get(key)
        held = supplier.certificates or () if isinstance(supplier, Supplier) else ()
        for name, proof in _latest(held, Place(key, ("certificates",))).items():
            proofs.append(_later(proof, latest[name]) if name in latest else proof)
    named = {proof.name.casefold() for proof in proofs if proof}
    proofs.extend(proof for name, proof in latest.items() if name not in named)
    return tuple(proofs) if assessment else (*proofs, None)


def _latest(certificates: Iterable[Certificate], place: Place) -> dict[str, Proof]:
    latest: dict[str, Proof] = {}
    for position, held in enumerate(certificates):
        name = held.name.casefold()
        here = Place(place.asset, (*place.path, position))
        proof = Proof(f"{place.asset}:{name}", held.name, held.expires, here)
        latest[name] = _later(latest[name], proof) if name in latest else proof
    return latest


def _later(one: Proof, other: Proof) -> Proof:
    """Return the one that lasts longer; one whose end is not recorded may."""
    if one.expires is None or other.expires is None:
        return one if one.expires is None else other
    return max(one, other, key=lambda proof: proof.expires or date.min)


def _agreements(facts: Facts) -> dict[str, tuple[Agreement | None, ...] | None]:
    """For each application its agreements; None where no record says, () where known none."""
    return {
        application.id: _agreements_of(facts, application) for application in _applications(facts)
    }


def _agreements_of(facts: Facts, application: Application) -> tuple[Agreement | None, ...] | None:
    partner = application.partner
    named = (partner.agreement,) if partner and partner.agreement else ()
    keys = dict.fromkeys((*named, *facts.graph.related(application.id, "covered_by")))
    entries = (facts.estate.get(key) for key in keys)
    found = tuple(entry for entry in entries if isinstance(entry, Agreement))
    if not found and partner is None and application.covered_by is None:
        return None
    return found


def _supplied(facts: Facts) -> dict[str, tuple[Service | None, ...]]:
    """For each supplier, the critical services behind which it stands; an unrated one is unknown.

    It stands behind a service where it supplies it, or something in use that it needs, hard.
    """
    behind: dict[str, list[Service | None]] = {key: [] for key in facts.estate.of("supplier")}
    state = facts.column("asset.state")
    suppliers = {
        asset.id: facts.graph.related(asset.id, "supplied_by")
        for asset in facts.assets
        if state[asset.id] in PRESENT
    }
    for service in _ratable(facts):
        needs = (service.id, *facts.graph.all_needs(service.id))
        member = service if service.criticality else None
        for supplier in {one for need in needs for one in suppliers.get(need, ())}:
            behind[supplier].append(member)
    return {key: tuple(services) for key, services in behind.items()}


def _ratable(facts: Facts) -> Iterator[Service]:
    """Yield the services in use that are critical, then those that nobody has rated."""
    state = facts.column("asset.state")
    services = [
        entry
        for key, entry in facts.estate.of("service").items()
        if isinstance(entry, Service) and state[key] in PRESENT
    ]
    yield from (service for service in services if service.criticality == "critical")
    yield from (service for service in services if service.criticality is None)


HOSTING_FACTS: tuple[Fact, ...] = (
    Fact("proof", "name", Type("text"), "Its name.", attribute="name", open=False),
    Fact(
        "proof",
        "expires",
        Type("date", ends=True),
        "Its last day.",
        attribute="expires",
        settles=("expires",),
        null="never expires",
    ),
)

HOSTING = (
    Derived(
        Fact(
            "application",
            "hosted",
            Type("boolean"),
            "Whether a supplier hosts it, wholly or in part: by its hosting, else by its service "
            "model.",
            settles=("hosting",),
        ),
        lambda facts: {one.id: hosted(one) for one in _applications(facts)},
    ),
    Derived(
        Fact(
            "application",
            "proofs",
            Type("proof", many=True),
            "The certificates of its hosted assessment and of its suppliers; of those of one name "
            "the latest.",
            open=False,
            settles=("hosted_assessment",),
        ),
        _proofs,
    ),
    Derived(
        Fact(
            "agreement",
            "in_force",
            Type("boolean"),
            "Whether it holds today.",
            settles=("starts", "ends"),
        ),
        lambda facts: {
            entry.id: in_force(entry, facts.today)
            for entry in facts.estate.of("agreement").values()
            if isinstance(entry, Agreement)
        },
    ),
    Derived(
        Fact(
            "application",
            "agreements",
            Type("agreement", many=True),
            "The agreements between bodies that it rests on: its partner's, and those that cover "
            "it.",
            settles=("partner",),
        ),
        _agreements,
    ),
    Derived(
        Fact(
            "supplier",
            "critical_services",
            Type("service", many=True),
            "The critical services that it stands behind: it supplies them, or something in use "
            "that they need, hard, directly or through others.",
            open=False,
            settles=("criticality",),
        ),
        _supplied,
    ),
)
