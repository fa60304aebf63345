"""Legacy: scores of the GOV.UK Legacy IT Risk Assessment Framework, and who remedies them.

The total of a category is the mean of its average and its highest score; the risk score is that
of likelihood (1 to 6) times that of impact (1 to 5), at most 30. From 16 it is red.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from estate.facts.dictionary import Fact, Type
from estate.facts.facts import Derived, Facts
from estate.facts.installations import Installation
from estate.facts.places import own_hardware
from estate.facts.plans import paid_for, projects_by_asset
from estate.model import Asset
from estate.model.asset import Impact, LegacyAssessment, Likelihood
from estate.model.fields import fields_of
from estate.model.projects import Project

LEGACY_SUPPORT: Final = ("extended", "extended-unpaid", "ended")
"""The kinds of support that make a product legacy: extended support is legacy still."""


def category_total(scores: Sequence[float | None]) -> float | None:
    """Return the mean of the average and the highest of some scores; None if one is missing."""
    known = [score for score in scores if score is not None]
    if not known or len(known) < len(scores):
        return None
    return (sum(known) / len(known) + max(known)) / 2


def scores_of(category: Likelihood | Impact | None) -> tuple[float | None, ...]:
    """Return the scores of a category in the order of the framework; () where it is absent."""
    if category is None:
        return ()
    return tuple(getattr(category, name) for name in fields_of(type(category)))


def legacy_score(assessment: LegacyAssessment) -> float | None:
    """Return the risk score of an assessment, 1 to 30; None if a criterion is not scored."""
    likelihood = category_total(scores_of(assessment.likelihood))
    impact = category_total(scores_of(assessment.impact))
    return None if likelihood is None or impact is None else likelihood * impact


def assessment_of(asset: Asset) -> LegacyAssessment | None:
    """Return an asset's legacy assessment; applications and servers may have one."""
    found: LegacyAssessment | None = getattr(asset, "legacy_assessment", None)
    return found


def _scores(facts: Facts) -> dict[str, float | None]:
    return {
        asset.id: legacy_score(assessment) if (assessment := assessment_of(asset)) else None
        for asset in facts.assets
    }


def _likelihoods(facts: Facts) -> dict[str, tuple[float | None, ...] | None]:
    """For each asset the likelihood of each criterion; None where there is no assessment."""
    return {
        asset.id: scores_of(assessment.likelihood) or None
        if (assessment := assessment_of(asset))
        else None
        for asset in facts.assets
    }


def _causes(facts: Facts) -> dict[str, tuple[str | None, ...]]:
    """For each asset what is past its support, or on extended support, in words."""
    saas = facts.column("installation.software_as_a_service")
    causes: dict[str, list[str | None]] = {
        asset.id: _hardware(facts, asset) for asset in facts.assets
    }
    for found in facts.subjects("installation"):
        if not (saas[found.id] and found.version is None):
            causes[found.asset.id].extend(_software(found))
    return {key: tuple(listed) for key, listed in causes.items()}


def _hardware(facts: Facts, asset: Asset) -> list[str | None]:
    ends = getattr(getattr(asset, "hardware", None), "support_ends", None)
    if ends is None:
        return [] if own_hardware(asset) is False else [None]
    return [f"hardware unsupported since {ends}"] if ends < facts.today else []


def called(found: Installation) -> str:
    """Return the product of an installation and its version, in words."""
    name = found.product.name if found.product else found.given
    return f"{name} {found.version or ''}".rstrip()


def _software(found: Installation) -> Iterator[str | None]:
    status = found.support.status
    if status is None:
        yield None
    elif status in LEGACY_SUPPORT:
        how = "on extended support" if status == "extended" else "past its support"
        yield f"{called(found)} {how}"


def _funded_plans(facts: Facts) -> dict[str, tuple[Project | None, ...]]:
    """For each asset the projects with funded money that change it, replace it or pay for it."""

    def concern(project: Project) -> Iterator[str]:
        yield from paid_for(project)
        if any(line.funded for line in project.budget or ()):
            for change in project.changes or ():
                yield change.asset
                if change.go_live and facts.estate.get(change.asset) is not None:
                    yield from facts.graph.related(change.asset, "replaces")

    return projects_by_asset(facts, concern)


LEGACY = (
    Derived(
        Fact(
            "asset",
            "legacy_likelihoods",
            Type("number", many=True),
            "The likelihood of each criterion of its legacy assessment, 1 to 6.",
            settles=("legacy_assessment.likelihood",),
        ),
        _likelihoods,
    ),
    Derived(
        Fact(
            "asset",
            "legacy_score",
            Type("number"),
            "The risk score of its legacy assessment, 1 to 30: likelihood times impact, each the "
            "mean of its average and its highest criterion. Red from 16.",
            settles=("legacy_assessment.likelihood", "legacy_assessment.impact"),
        ),
        _scores,
    ),
    Derived(
        Fact(
            "asset",
            "legacy_causes",
            Type("text", many=True),
            "What of its own software and hardware is out of support, or on extended support.",
            open=False,
            settles=("software", "hardware.support_ends"),
        ),
        _causes,
    ),
    Derived(
        Fact(
            "asset",
            "funded_plan",
            Type("project", many=True),
            "The planned or live projects with funded money that change it, pay for it, or bring "
            "in what replaces it.",
            open=False,
            settles=("plan.status",),
        ),
        _funded_plans,
    ),
)
