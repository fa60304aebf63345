"""What applications stand on: servers, devices, sites and the connections between them."""

from datetime import date
from typing import ClassVar, Literal

from estate.model.asset import Asset, LegacyAssessment, Recovery, Requirement, Software
from estate.model.links import Links
from estate.model.record import Record, record
from estate.model.types import LastDay, Many, Quantity


@record
class Hardware(Record):
    """A make and model, and the last day its maker supports it."""

    product: str | None = None
    support_ends: LastDay | None = None


@record
class Server(Asset):
    """A machine, real or virtual, a cluster of them, an appliance, or a managed service."""

    kind: ClassVar[str] = "server"

    form: Literal["physical", "virtual", "cluster", "appliance", "managed"] | None = None
    cores: Quantity | None = None
    software: Many[Software] | None = None
    requires: Many[Requirement] | None = None
    hosted_on: Links | None = None
    located_at: Links | None = None
    supports: Links | None = None
    holds: Links | None = None
    hardware: Hardware | None = None
    renewal: LastDay | None = None
    energy_kwh: Quantity | None = None
    recovery: Recovery | None = None
    legacy_assessment: LegacyAssessment | None = None


@record
class Device(Asset):
    """A network device, an appliance, or a fleet of end-user devices."""

    kind: ClassVar[str] = "device"

    form: Literal["network", "fleet", "appliance"] | None = None
    count: Quantity | None = None
    software: Many[Software] | None = None
    requires: Many[Requirement] | None = None
    located_at: Links | None = None
    hardware: Hardware | None = None
    renewal: LastDay | None = None
    energy_kwh: Quantity | None = None


@record
class Site(Asset):
    """A place where things stand."""

    kind: ClassVar[str] = "site"

    purpose: (
        Many[
            Literal[
                "office",
                "server-room",
                "data-centre",
                "depot",
                "library",
                "contact-centre",
                "other",
            ]
        ]
        | None
    ) = None
    address: str | None = None
    uprn: str | None = None
    closes: LastDay = date.max
    running_cost: Quantity | None = None


@record
class Connection(Asset):
    """A line between sites, or into one."""

    kind: ClassVar[str] = "connection"

    connects: Links | None = None
    located_at: Links | None = None
    supports: Links | None = None
    technology: (
        Literal["fibre", "copper", "pstn", "isdn", "wireless", "mobile", "vpn", "internet"] | None
    ) = None
