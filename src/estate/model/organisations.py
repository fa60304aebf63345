"""Who: organisations with the people who may accept risk, and the services they give."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from estate.model.asset import Asset
from estate.model.fields import Written
from estate.model.links import Links
from estate.model.record import Entry, Record, record
from estate.model.types import Day, DoneDay, Flag, Given, LastDay, Many, Name, Number, Texts


@record
class RoleHolder(Record):
    """A person, by title, who holds a role from a day to a day, and the keys they sign with."""

    name: Given
    begins: Annotated[DoneDay, Written("from")] = date.min
    until: LastDay = date.max
    keys: Texts = ()


@record
class Successor(Record):
    """The organisation that takes over on vesting day."""

    organisation: Name
    vesting: Day


@record
class BudgetLine(Record):
    """Money for one financial year; `displaced` is the part met by costs that stop.

    `assets` (written `for`) names what it pays for.
    """

    year: Name
    organisation: str | None = None
    capital: Number = 0
    revenue: Number = 0
    assets: Annotated[Texts, Written("for")] = ()
    envelope: str | None = None
    funded: Flag = False
    displaced: Number = 0


@record
class Envelope(Record):
    """A sum approved for a purpose over some years."""

    name: Name
    begins: Annotated[DoneDay, Written("from")] = date.min
    until: LastDay = date.max
    capital: Number = 0
    revenue: Number = 0


@record
class Organisation(Entry):
    """A council, a partner, or a service that several share."""

    kind: ClassVar[str] = "organisation"

    type: Literal["council", "partner", "shared-service", "other"] | None = None
    members: Texts | None = None
    gss: str | None = None
    roles: dict[str, Many[RoleHolder]] | None = None
    successors: Many[Successor] | None = None
    budget: Many[BudgetLine] | None = None
    envelopes: Many[Envelope] | None = None


@record
class ServiceRequirement(Record):
    """What a service asks of ICT, and by when."""

    capability: Name
    by: LastDay | None = None


@record
class Service(Asset):
    """Something an organisation does for people."""

    kind: ClassVar[str] = "service"

    directorate: str | None = None
    lgsl: Number | None = None
    function: Number | None = None
    public: Flag | None = None
    channels: Many[Literal["online", "phone", "face-to-face", "post"]] | None = None
    online_barrier: str | None = None
    joint: Flag = False
    requirements: Many[ServiceRequirement] | None = None
    consumes: Links | None = None
