"""What every asset has: ownership, life, standing, cost, and whom it needs."""

import re
from datetime import date
from typing import Annotated, ClassVar, Final, Literal

from estate.model.fields import Written
from estate.model.links import Links
from estate.model.record import Entry, Record, record
from estate.model.types import (
    ID_SCHEMA,
    NULL,
    DoneDay,
    Duration,
    Five,
    Given,
    LastDay,
    Level,
    Name,
    Number,
    OneOrMany,
    Percent,
    Quantity,
    Six,
    wrong,
)

Status = Literal["proposed", "planned", "live", "retiring", "retired"]
Environment = Literal["production", "test", "training", "development"]
Exposure = Literal["internal", "partner", "internet"]
Classification = Literal["official", "official-sensitive"]
PersonalData = Literal["none", "personal", "special-category"]

_SHORT: Final = re.compile(r"pkg:.+|(?!pkg:)[^@]+(@[^@]+)?")
"""An installation in one word."""


@record
class Cost(Record):
    """Money per year, in the estate's currency."""

    capital: Number = 0
    revenue: Number = 0


@record
class Asset(Entry):
    """The fields that every asset accepts, and the relations that any asset may have."""

    organisation: OneOrMany | None = None
    shares: dict[str, Percent] | None = None
    status: Status = "live"
    environment: Environment = "production"
    begins: Annotated[DoneDay, Written("from")] = date.min
    until: LastDay = date.max
    owner: str | None = None
    successor: str | None = None
    technical_owner: str | None = None
    information_asset_owner: str | None = None
    criticality: Level | None = None
    zone: str | None = None
    exposure: Exposure | None = None
    annual_cost: Cost | None = None
    disposition: Literal["tolerate", "invest", "migrate", "eliminate"] | None = None
    reviewed: DoneDay | None = None
    review_by: LastDay | None = None
    depends_on: Links | None = None
    licensed_by: Links | None = None
    covered_by: Links | None = None
    supplied_by: Links | None = None
    backs_up_to: Links | None = None
    fails_over_to: Links | None = None
    replaces: Links | None = None


@record
class Software(Record):
    """One product at one version installed on an asset: what support rules judge.

    `product` is a catalogue id, a name or a package URL. `extended_support` names the licence
    that buys it. `patch_days` runs from a fix's release to its installation. `count` is that of
    a fleet.
    """

    short_schema: ClassVar = {**ID_SCHEMA, "pattern": f"^({_SHORT.pattern})$"}

    product: Given
    version: str | None = None
    extended_support: str | None = None
    patched: DoneDay | None = None
    patch_days: Quantity | None = None
    count: Quantity | None = None

    @staticmethod
    def short_form(value: object) -> object:
        """Read `product@version` and package URLs."""
        if value is NULL or type(value) is list:
            raise wrong("product@version, or a mapping with 'product'")
        if type(value) is not str:
            return value
        if not _SHORT.fullmatch(value):
            raise wrong("product@version, such as windows-server@2019")
        if value.startswith("pkg:"):
            return {"product": value}
        product, _, version = value.partition("@")
        return {"product": product, "version": version} if version else {"product": product}


@record
class Requirement(Record):
    """A product the asset is locked to, at any of these versions."""

    product: Name
    versions: OneOrMany | None = None


@record
class Recovery(Record):
    """Recovery objectives (ISO 22301): time, data loss, longest tolerable outage, last test."""

    rto: Duration | None = None
    rpo: Duration | None = None
    mtpd: Duration | None = None
    tested: DoneDay | None = None


@record
class Likelihood(Record):
    """Likelihood criteria of the GOV.UK Legacy IT Risk Assessment Framework, 1 to 6."""

    end_of_life: Six | None = None
    expired_contract: Six | None = None
    skills: Six | None = None
    business_needs: Six | None = None
    environment: Six | None = None
    vulnerabilities: Six | None = None
    past_issues: Six | None = None


@record
class Impact(Record):
    """Impact criteria of the GOV.UK Legacy IT Risk Assessment Framework, 1 to 5."""

    safety: Five | None = None
    reputation: Five | None = None
    financial: Five | None = None
    stakeholders: Five | None = None
    operations: Five | None = None
    other_systems: Five | None = None


@record
class LegacyAssessment(Record):
    """An assessment by the GOV.UK Legacy IT Risk Assessment Framework."""

    assessed: DoneDay | None = None
    by: str | None = None
    likelihood: Likelihood | None = None
    impact: Impact | None = None


@record
class Certificate(Record):
    """A certificate that somebody holds, and its last day."""

    name: Name
    expires: LastDay | None = None
