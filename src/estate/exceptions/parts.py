"""The parts of an acceptance, by the names under which a rule's `needs` asks for them.

`person`, `recognition`, `organisation` and `subject` are asked of every acceptance. With `risk`,
`mitigation` and `plan` (treatment, action and target) they are the seven parts that the strategy
names (Stockton ICT Strategy 2017, principle 8), the organisation and the subject beside them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from estate.exceptions.approvals import grants_of
from estate.model import RiskAcceptance
from estate.model.scalars import ALWAYS, NEVER

ALWAYS_NEEDED: Final = ("person", "recognition", "organisation", "subject")
PLAN: Final = ("treatment", "action", "target")

NEEDS: Final[Mapping[str, str]] = {
    "person": "who accepts: `accepted_by`, or `by` of every approval, and of every extension",
    "recognition": "the day of recognition: `accepted_on`, or `on` of every approval and extension",
    "organisation": "for whom: `organisation`, or that of every approval",
    "subject": "what is accepted: `covers`",
    "risk": "the risk, in words: `risk`",
    "mitigation": "what is done about it meanwhile: a `control` in `mitigation`",
    "plan": "how and by when it ends: `treatment`, `plan.action` and `plan.target`",
    "treatment": "the treatment plan: `treatment`",
    "action": "what will be done: `plan.action`",
    "target": "by when: `plan.target`",
    "residual": "the risk that is left: `residual`",
    "review": "when it is looked at again: `review_by`",
}
"""What a rule may ask for, each with its meaning and its fields."""

SAYS: Final[Mapping[str, str]] = {
    "person": "nobody is named who accepts it",
    "recognition": "it does not say on which day it was accepted",
    "organisation": "it does not say for which organisation it was accepted",
    "subject": "it covers nothing",
    "risk": "no risk is stated",
    "mitigation": "no mitigation is stated",
    "treatment": "no treatment is stated",
    "action": "no action is planned",
    "target": "no target date is stated",
    "residual": "the residual risk is not stated",
    "review": "no review date is stated",
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


def _has_review(record: RiskAcceptance) -> bool:
    return record.review_by not in (None, NEVER, ALWAYS)


_HELD: Final[Mapping[str, Callable[[RiskAcceptance], bool]]] = {
    "person": _has_person,
    "recognition": _has_recognition,
    "organisation": _has_organisation,
    "subject": lambda record: bool(record.covers),
    "risk": lambda record: said(record.risk),
    "mitigation": lambda record: any(said(each.control) for each in record.mitigation or ()),
    "treatment": lambda record: said(record.treatment),
    "action": lambda record: record.plan is not None and said(record.plan.action),
    "target": _has_target,
    "residual": lambda record: record.residual is not None,
    "review": _has_review,
}
