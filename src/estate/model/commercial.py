"""What is bought, from whom, under which terms."""

from datetime import date
from typing import ClassVar, Literal

from estate.model.asset import Asset, Certificate
from estate.model.links import SingleLink
from estate.model.record import Entry, Record, record
from estate.model.types import (
    DoneDay,
    Flag,
    LastDay,
    Many,
    Name,
    OneOrMany,
    Quantity,
    SupportEnd,
    TermText,
    Texts,
)


@record
class Licence(Asset):
    """A right to use a product."""

    kind: ClassVar[str] = "licence"

    product: str | None = None
    versions: OneOrMany | None = None
    metric: Literal["user", "device", "core", "instance", "concurrent", "enterprise"] | None = None
    quantity: Quantity | None = None
    starts: DoneDay = date.min
    ends: LastDay | None = None
    extended_support: Flag = False


@record
class Published(Record):
    """What the Local Government Transparency Code 2015 has a council publish of a contract."""

    title: str | None = None
    description: str | None = None
    department: str | None = None
    process: str | None = None
    sme: Flag | None = None


@record
class Contract(Asset):
    """An agreement with a supplier, with its term, notice and yearly value."""

    kind: ClassVar[str] = "contract"

    supplier: SingleLink | None = None
    reference: str | None = None
    covers: Texts | None = None
    support: Flag | None = None
    starts: DoneDay | None = None
    ends: LastDay | None = None
    notice: TermText | None = None
    auto_renews: Flag | None = None
    renews_for: TermText | None = None
    value: Quantity | None = None
    novation: Flag | None = None
    published: Published | None = None


@record
class Supplier(Entry):
    """A company or body that sells, and those it passes data on to."""

    kind: ClassVar[str] = "supplier"

    sub_processors: Texts | None = None
    certificates: Many[Certificate] | None = None


@record
class Agreement(Asset):
    """An agreement between public bodies."""

    kind: ClassVar[str] = "agreement"

    parties: Texts | None = None
    lead: str | None = None
    starts: DoneDay | None = None
    ends: LastDay | None = None


@record
class Version(Record):
    """One version of a product: released, and the last days of its kinds of support."""

    released: DoneDay | None = None
    active_support_ends: SupportEnd | None = None
    support_ends: SupportEnd | None = None
    extended_support_ends: SupportEnd | None = None
    source: str | None = None


@record
class Product(Entry):
    """A local entry of the product catalogue, laid over the bundled one field by field."""

    kind: ClassVar[str] = "product"

    vendor: str | None = None
    aliases: Texts | None = None
    standard: Literal["approved", "contain", "prohibited"] | None = None
    withdrawn: LastDay = date.max
    extended: Literal["paid", "included", "automatic"] | None = None
    versions: dict[Name, Version] | None = None
