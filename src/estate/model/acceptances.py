"""Accepted risks: who accepted which finding, on what ground, until when."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, WithJsonSchema, model_validator

from estate.model.record import Entry, record
from estate.model.types import DoneDay, Five, LastDay, Many, OneOrMany, Texts


@record
class Cover:
    """The subject that is covered, by the keys that the JSON output gives for it.

    A duplication may be named by its members alone.
    """

    asset: str | None = None
    product: str | None = None
    version: str | None = None
    targets: Texts | None = None
    relation: str | None = None
    members: Texts | None = None
    name: str | None = None
    year: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _bare_id(cls, value: object) -> object:
        return {"asset": value} if type(value) is str else value


CoverItem = Annotated[
    Cover,
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string"},
                {
                    "type": "object",
                    "minProperties": 1,
                    "additionalProperties": False,
                    "properties": {
                        "asset": {"type": "string"},
                        "product": {"type": "string"},
                        "version": {"type": ["string", "number"]},
                        "targets": {"type": "array", "items": {"type": "string"}},
                        "relation": {"type": "string"},
                        "members": {"type": "array", "items": {"type": "string"}},
                        "name": {"type": "string"},
                        "year": {"type": "string"},
                    },
                },
            ]
        }
    ),
]


@record
class Mitigation:
    """A control, what it claims, and where the evidence is."""

    control: str
    claims: Literal["isolated", "no-internet", "read-only"] | None = None
    evidence: str | None = None


@record
class TreatmentPlan:
    """What will be done about it, by which project, by when."""

    action: Literal["remove", "replace", "upgrade", "fix", "none"] | None = None
    project: str | None = None
    target: LastDay | None = None


@record
class Score:
    """Likelihood and impact, 1 to 5 each."""

    likelihood: Five
    impact: Five


@record
class Approval:
    """One organisation's acceptance of a shared risk."""

    organisation: str
    by: str
    on: DoneDay | None = None
    signature: str | None = None


@record
class Extension:
    """A new approval that moved the expiry."""

    begins: Annotated[DoneDay, Field(alias="from")]
    to: LastDay
    on: DoneDay | None = None
    reason: str | None = None
    accepted_by: str | None = None


@record
class Withdrawal:
    """The end of an acceptance before its time."""

    on: DoneDay | None = None
    by: str | None = None
    reason: str | None = None


@record
class RiskAcceptance(Entry):
    """A finding that somebody entitled to do so has accepted for a stated time."""

    kind: ClassVar[str] = "exception"

    name: str = ""
    rule: str
    covers: Many[CoverItem] | None = None
    organisation: OneOrMany | None = None
    risk: str | None = None
    mitigation: Many[Mitigation] | None = None
    treatment: Literal["tolerate", "treat", "transfer", "terminate"] | None = None
    plan: TreatmentPlan | None = None
    inherent: Score | None = None
    residual: Score | None = None
    requested_by: str | None = None
    requested_on: DoneDay | None = None
    accepted_by: str | None = None
    accepted_on: DoneDay | None = None
    approvals: Many[Approval] | None = None
    review_by: LastDay | None = None
    expires: LastDay | None = None
    extended: Many[Extension] | None = None
    withdrawn: Withdrawal | None = None
    facts: dict[str, Any] | None = None
    signature: str | None = None
