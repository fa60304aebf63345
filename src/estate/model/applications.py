"""Applications: the systems that people use."""

from typing import ClassVar, Literal

from estate.model.asset import (
    Asset,
    Certificate,
    Classification,
    LegacyAssessment,
    PersonalData,
    Recovery,
    Requirement,
    Software,
)
from estate.model.links import Links, SingleLink
from estate.model.record import Record, record
from estate.model.types import (
    DoneDay,
    Duration,
    Five,
    Flag,
    Many,
    Number,
    Percent,
    Quantity,
    Texts,
)


@record
class Users(Record):
    """How many people have an account, and how many use it."""

    named: Quantity | None = None
    active: Quantity | None = None


@record
class Skills(Record):
    """How many people can keep it running, and what share of its users is trained."""

    people: Quantity | None = None
    trained_percent: Percent | None = None


@record
class Fit(Record):
    """How well it serves: 1 poor to 5 good."""

    functional: Five | None = None
    technical: Five | None = None


@record
class ServiceLevel(Record):
    """What the supplier promises."""

    rto: Duration | None = None
    rpo: Duration | None = None
    availability_percent: Number | None = None


@record
class HostedAssessment(Record):
    """The hosted services guide, answered."""

    assessed: DoneDay | None = None
    options_appraisal: Flag | None = None
    driver: Literal["choice", "supplier-forced"] | None = None
    data_location: str | None = None
    impact_assessment: DoneDay | None = None
    exit_plan: Flag | None = None
    certificates: Many[Certificate] | None = None
    sub_processors: Texts | None = None
    sla: ServiceLevel | None = None


@record
class Partner(Record):
    """Who leads a system that a partner runs, under which agreement, and how one reaches it."""

    lead: str | None = None
    agreement: str | None = None
    access_route: str | None = None
    contact: str | None = None


@record
class Application(Asset):
    """A system that people use."""

    kind: ClassVar[str] = "application"

    product: str | None = None
    version: str | None = None
    support_model: Literal["vendor", "in-house", "community"] | None = None
    access: Many[Literal["office", "remote", "mobile"]] | None = None
    supplier: SingleLink | None = None
    hosting: Literal["on-premise", "hosted", "partner", "hybrid"] | None = None
    service_model: Literal["saas", "paas", "iaas", "managed"] | None = None
    cloud: Literal["native", "adapted", "rehosted"] | None = None
    category: Literal["line-of-business", "corporate", "platform", "shared-service"] | None = None
    capabilities: Texts | None = None
    software: Many[Software] | None = None
    requires: Many[Requirement] | None = None
    supports: Links | None = None
    runs_on: Links | None = None
    uses: Links | None = None
    consumes: Links | None = None
    provides: Links | None = None
    stores_in: Links | None = None
    holds: Links | None = None
    sends_to: Links | None = None
    users: Users | None = None
    skills: Skills | None = None
    classification: Classification | None = None
    personal_data: PersonalData | None = None
    recovery: Recovery | None = None
    authentication: Literal["sso", "local", "none"] | None = None
    mfa: Flag | None = None
    fit: Fit | None = None
    legacy_assessment: LegacyAssessment | None = None
    hosted_assessment: HostedAssessment | None = None
    organisation_unit: str | None = None
    partner: Partner | None = None
