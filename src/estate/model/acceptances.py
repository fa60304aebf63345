"""Accepted risks: who accepted which finding, on what ground, until when."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Final, Literal, Self

from estate.model.fields import Written, fields_of
from estate.model.record import Entry, Record, record
from estate.model.types import (
    ID_SCHEMA,
    NULL,
    Day,
    DoneDay,
    Five,
    Given,
    LastDay,
    Listed,
    Many,
    Name,
    OneOrMany,
    unfit,
    wrong,
)


@record
class Cover(Record):
    """The subject that is covered, by the keys that the JSON output gives for it.

    A duplication may be named by its members alone.
    """

    short_schema: ClassVar = ID_SCHEMA
    more_schema: ClassVar = {"minProperties": 1}

    asset: Given | None = None
    product: Given | None = None
    version: Given | None = None
    targets: Listed | None = None
    relation: Given | None = None
    members: Listed | None = None
    name: Given | None = None
    year: Given | None = None

    @staticmethod
    def short_form(value: object) -> object:
        """Read a bare id as the asset's."""
        if value is NULL or type(value) is list:
            raise wrong("an id, or a mapping with the keys of the subject")
        return {"asset": value} if type(value) is str else value

    def check(self) -> Self:
        """Refuse one that names nothing."""
        if all(getattr(self, name) is None for name in fields_of(Cover)):
            raise unfit("names nothing", "the keys of the subject, such as 'asset'")
        return self


@record
class Mitigation(Record):
    """A control, what it claims, and where the evidence is."""

    control: Name
    claims: Literal["isolated", "no-internet", "read-only"] | None = None
    evidence: str | None = None


@record
class TreatmentPlan(Record):
    """What will be done about it, by which project, by when."""

    action: Literal["remove", "replace", "upgrade", "fix", "none"] | None = None
    project: str | None = None
    target: LastDay | None = None


@record
class Score(Record):
    """Likelihood and impact, 1 to 5 each."""

    likelihood: Five
    impact: Five


@record
class Approval(Record):
    """One organisation's acceptance of a shared risk."""

    organisation: Given
    by: Given
    on: DoneDay | None = None
    signature: str | None = None


@record
class Extension(Record):
    """A new approval that moved the expiry; of a shared risk, one by each organisation."""

    begins: Annotated[Day, Written("from")]
    to: LastDay
    organisation: Given | None = None
    on: DoneDay | None = None
    reason: str | None = None
    accepted_by: str | None = None


@record
class Withdrawal(Record):
    """The end of an acceptance before its time."""

    on: DoneDay | None = None
    by: str | None = None
    reason: str | None = None


@record
class PinnedFacts(Record):
    """What the rule read of each covered subject on a day, in words, by the fact's name."""

    on: Day
    subjects: dict[Given, dict[Given, Given]]


@record
class RiskAcceptance(Entry):
    """A finding that somebody entitled to do so has accepted for a stated time."""

    kind: ClassVar[str] = "exception"

    name: str = ""
    rule: Name
    covers: Many[Cover] | None = None
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
    facts: PinnedFacts | None = None
    signature: str | None = None


NEEDS: Final[Mapping[str, str]] = {
    "accepted_by": "who accepts: here, or `by` of every approval; in every extension",
    "accepted_on": "the day of recognition: here, or `on` of every approval; in every extension",
    "organisation": "for whom: here, or in every approval",
    "covers": "what is accepted",
    "risk": "the risk, in words",
    "mitigation": "what is done about it meanwhile: at least one `control`",
    "plan": "how and by when it ends: `treatment`, `plan.action` and `plan.target`",
    "treatment": "the treatment plan: tolerate, treat, transfer or terminate",
    "action": "what will be done: `plan.action`",
    "target": "by when: `plan.target`",
    "inherent": "the risk as it is without mitigation, scored",
    "residual": "the risk that is left, scored",
    "requested_by": "who asked for it",
    "requested_on": "when it was asked for",
    "review_by": "when it is looked at again",
    "expires": "its last day: here, or `to` of an extension",
    "facts": "what the rule read when it was accepted, as the tool wrote it",
}
"""What a rule may ask of an acceptance, each part with its meaning and its fields."""
