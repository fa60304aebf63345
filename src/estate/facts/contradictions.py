"""Where a legacy assessment says better than the inventory shows.

Four criteria of the GOV.UK Legacy IT Risk Assessment Framework can be held against records:

- `end_of_life` below 6 (6 is certain, or already so), while software or hardware of the asset is
  past its support;
- `expired_contract` below 6, while every contract that covers it has ended;
- `skills` below 3 (the score from which a system is legacy), while one person or nobody can keep
  it running; for a critical one, two or fewer;
- `business_needs` below 3, while its functional fit is 1 or 2 of 5.

A criterion that is not scored is unknown where the record is bad, and none where it is good.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from estate.facts.dictionary import Fact, Type
from estate.facts.facts import Derived, Facts
from estate.facts.installations import UNMANAGED
from estate.facts.legacy import assessment_of, called
from estate.facts.places import own_hardware
from estate.model import Asset
from estate.model.asset import Likelihood

CERTAIN: Final = 6
"""The likelihood of what has happened already."""
LEGACY: Final = 3
"""The likelihood from which a criterion makes a system legacy."""
POOR: Final = 2
"""The functional fit up to which a system serves its business badly."""

_Shown = tuple[bool | None, str]
"""Whether the inventory shows a criterion at its worst, and what it shows in words."""


def _contradictions(facts: Facts) -> dict[str, tuple[str | None, ...] | None]:
    """For each asset with an assessment, what contradicts it; None where there is none."""
    expired = _expired(facts)
    found: dict[str, tuple[str | None, ...] | None] = {}
    for asset in facts.assets:
        assessment = assessment_of(asset)
        if assessment is None or assessment.likelihood is None:
            found[asset.id] = None
        else:
            found[asset.id] = tuple(
                _against(assessment.likelihood, facts, asset, expired[asset.id])
            )
    return found


def _against(
    likelihood: Likelihood, facts: Facts, asset: Asset, expired: _Shown
) -> Iterator[str | None]:
    shown = (
        ("end_of_life", CERTAIN, expired),
        ("expired_contract", CERTAIN, _lapsed(facts, asset)),
        ("skills", LEGACY, few_people(asset)),
        ("business_needs", LEGACY, _unfit(asset)),
    )
    for name, least, (bad, words) in shown:
        score = getattr(likelihood, name)
        if bad is False or (score is not None and score >= least):
            continue
        certain = bad is True and score is not None
        yield f"{name.replace('_', ' ')} is {score} of 6, and {words}" if certain else None


def _expired(facts: Facts) -> dict[str, _Shown]:
    """Show for each asset whether its own software or hardware is past its support."""
    shown: dict[str, _Shown] = {asset.id: _old_hardware(facts, asset) for asset in facts.assets}
    saas = facts.column("installation.software_as_a_service")
    for found in facts.subjects("installation"):
        bad, _ = shown[found.asset.id]
        status = found.support.status
        if bad is True or (saas[found.id] and found.version is None):
            continue
        if status in UNMANAGED:
            shown[found.asset.id] = (True, f"{called(found)} is past its support")
        elif status is None:
            shown[found.asset.id] = (None, "")
    return shown


def _old_hardware(facts: Facts, asset: Asset) -> _Shown:
    ends = getattr(getattr(asset, "hardware", None), "support_ends", None)
    if ends is None:
        return (False if own_hardware(asset) is False else None), ""
    return ends < facts.today, f"its hardware is unsupported since {ends}"


def _lapsed(facts: Facts, asset: Asset) -> _Shown:
    """Show whether every contract that covers it has ended: not where none does."""
    contracts = facts.column("asset.contracts")[asset.id]
    if contracts is None:
        return None, ""
    force = facts.column("contract.in_force")
    answers = {force[contract.id] for contract in contracts}
    words = f"no contract that covers it is in force ({', '.join(c.id for c in contracts)})"
    if True in answers or not answers:
        return False, words
    return None if None in answers else True, words


def few_people(asset: Asset) -> _Shown:
    """Show whether it hangs on one skilled person or none; on two or fewer where critical."""
    skills = getattr(asset, "skills", None)
    if asset.kind != "application":
        return False, ""
    people = skills.people if skills else None
    if people is None:
        return None, ""
    words = f"{people:g} can keep it running"
    if people <= 1:
        return True, words
    if people > 2:  # noqa: PLR2004 - two for a critical system
        return False, words
    return None if asset.criticality is None else asset.criticality == "critical", words


def _unfit(asset: Asset) -> _Shown:
    if asset.kind != "application":
        return False, ""
    fit = getattr(asset, "fit", None)
    functional = fit.functional if fit else None
    if functional is None:
        return None, ""
    return functional <= POOR, f"its functional fit is {functional} of 5"


CONTRADICTIONS = (
    Derived(
        Fact(
            "asset",
            "contradictions",
            Type("text", many=True),
            "Where its legacy assessment says better than the inventory shows: end_of_life below "
            "6 with something past its support, expired_contract below 6 with every contract "
            "ended, skills below 3 with one skilled person or none (two on a critical system), "
            "business_needs below 3 with a functional fit of 1 or 2.",
            settles=(
                "software",
                "hardware.support_ends",
                "covered_by",
                "skills.people",
                "fit.functional",
            ),
        ),
        _contradictions,
    ),
)
