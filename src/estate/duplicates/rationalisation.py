"""What a rationalisation comes to: its candidates, what stands beside them, and the sums.

Money is per year, in the estate's currency, to a hundredth. None is: not recorded.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Literal

from estate.duplicates.candidate import Candidate, Retirement, Trust
from estate.findings.outcome import Planned
from estate.frozen import frozen

Standing = Literal["competing", "unknown", "complementary"]


@frozen
class Wanted:
    """What is asked for; None is everything.

    `service` is the id of a service, or a number of the Local Government Services List;
    `function` an ESD function.
    """

    organisation: str | None = None
    level: str | None = None
    service: str | None = None
    function: str | None = None

    @property
    def words(self) -> str:
        """What it is cut down to, in words; "" where it is not."""
        asked = (
            (name, getattr(self, name)) for name in ("organisation", "level", "service", "function")
        )
        return ", ".join(f"{name} {value}" for name, value in asked if value is not None)


@frozen
class Group:
    """A duplication group as the facts have it, and whether its members compete."""

    id: str
    level: str
    key: str
    name: str
    trust: Trust
    standing: Standing
    members: tuple[tuple[str, str], ...]
    missing: tuple[str, ...]


@frozen
class Twins:
    """A record, and later ones that are perhaps the same system, each with its id and name."""

    id: str
    name: str
    others: tuple[tuple[str, str], ...]
    accepted: str | None
    until: date | None


@frozen
class Row:
    """A service in use, and the systems in use that support it: id → whether it competes there."""

    id: str
    name: str
    organisations: tuple[str, ...]
    level: str
    key: str
    systems: Mapping[str, bool]


@frozen
class Matrix:
    """Services by systems: `systems` are the columns, id and name."""

    rows: tuple[Row, ...]
    systems: tuple[tuple[str, str], ...]


@frozen
class Totals:
    """What open candidates come to, each system and each contract counted once.

    `cost` is what their systems cost, `unpriced` how many of them have a cost that is not recorded
    in full. `retirement` is what goes when every system goes that some candidate lets go and none
    keeps; `within` the same for what candidates of one organisation let go, `planned` for those
    whose end is planned.
    """

    candidates: int
    systems: int
    cost: Decimal | None
    unpriced: int
    leavers: tuple[str, ...]
    retirement: Retirement
    within: Retirement
    planned: Retirement


@frozen
class Rationalisation:
    """The rationalisation candidates of an estate on a day, the largest saving first.

    `groups` are those in which nothing is known to compete. `planned` says what of the work plan
    was applied first; None where none of it was.
    """

    estate: str
    as_of: date
    tool: str
    digest: str
    currency: str
    mid_point: int
    wanted: Wanted
    organisations: Mapping[str, str]
    candidates: tuple[Candidate, ...]
    groups: tuple[Group, ...]
    twins: tuple[Twins, ...]
    matrix: Matrix
    totals: Totals
    planned: Planned | None = None

    @property
    def open(self) -> tuple[Candidate, ...]:
        """The candidates that nobody has accepted."""
        return tuple(each for each in self.candidates if not each.accepted)

    @property
    def accepted(self) -> tuple[Candidate, ...]:
        """The candidates that are accepted duplication."""
        return tuple(each for each in self.candidates if each.accepted)

    def of(self, standing: Standing) -> tuple[Group, ...]:
        """Return the groups without a candidate, of one standing."""
        return tuple(each for each in self.groups if each.standing == standing)
