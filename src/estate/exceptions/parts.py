"""The parts of an acceptance, by the names under which a rule's `needs` asks for them.

`accepted_by`, `accepted_on`, `organisation` and `covers` are asked of every acceptance, named or
not. The first two with `risk`, `mitigation` and `plan` (treatment, action and target) are the seven
parts that the strategy names (Stockton ICT Strategy 2017, principle 8).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from estate.exceptions.approvals import grants_of
from estate.model import RiskAcceptance
from estate.model.scalars import ALWAYS, NEVER

ALWAYS_NEEDED: Final = ("accepted_by", "accepted_on", "organisation", "covers")
PLAN: Final = ("treatment", "action", "target")

SAYS: Final[Mapping[str, str]] = {
    "accepted_by": "nobody is named who accepts it",
    "accepted_on": "it does not say on which day it was accepted",
    "organisation": "it does not say for which organisation it was accepted",
    "covers": "it covers nothing",
    "risk": "no risk is stated",
    "mitigation": "no mitigation is stated",
    "treatment": "no treatment is stated",
    "action": "no action is planned",
    "target": "no target date is stated",
    "inherent": "the inherent risk is not stated",
    "residual": "the residual risk is not stated",
    "requested_by": "nobody is named who asked for it",
    "requested_on": "it does not say when it was asked for",
    "review_by": "no review date is stated",
    "expires": "it has no expiry",
    "facts": "the facts it rests on are not pinned",
}
"""What is wrong where a part is missing, in words."""


def said(text: str | None) -> bool:
    """Whether a text says something: it has a letter or a digit."""
    return any(character.isalnum() for character in text or "")


def missing_parts(record: RiskAcceptance, parts: tuple[str, ...]) -> tuple[str, ...]:
    """Return which of these parts a record does not hold, in their order.

    A part that is there but open (`target: null`) is not missing: it makes the record open-ended.
    """
    return tuple(part for part in parts if not _HELD[part](record))


def _has_organisation(record: RiskAcceptance) -> bool:
    lines = record.approvals or ()
    named = [line.organisation for line in lines] if lines else (record.organisation or ())
    return bool(named) and all(said(name) for name in named)


def _has_person(record: RiskAcceptance) -> bool:
    return all(said(each.person) for grant in grants_of(record) for each in grant.signings)


def _has_recognition(record: RiskAcceptance) -> bool:
    return all(each.on is not None for grant in grants_of(record) for each in grant.signings)


def _has_target(record: RiskAcceptance) -> bool:
    return record.plan is not None and record.plan.target is not None


def _has_expiry(record: RiskAcceptance) -> bool:
    return grants_of(record)[-1].expires is not None


_HELD: Final[Mapping[str, Callable[[RiskAcceptance], bool]]] = {
    "accepted_by": _has_person,
    "accepted_on": _has_recognition,
    "organisation": _has_organisation,
    "covers": lambda record: bool(record.covers),
    "risk": lambda record: said(record.risk),
    "mitigation": lambda record: any(said(each.control) for each in record.mitigation or ()),
    "treatment": lambda record: said(record.treatment),
    "action": lambda record: record.plan is not None and said(record.plan.action),
    "target": _has_target,
    "inherent": lambda record: record.inherent is not None,
    "residual": lambda record: record.residual is not None,
    "requested_by": lambda record: said(record.requested_by),
    "requested_on": lambda record: record.requested_on not in (None, ALWAYS),
    "review_by": lambda record: record.review_by not in (None, NEVER),
    "expires": _has_expiry,
    "facts": lambda record: record.facts is not None and bool(record.facts.subjects),
}
