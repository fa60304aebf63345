"""A candidate for rationalisation: its members, and what goes with whom.

Money is per year, in the estate's currency, to a hundredth. None is: not recorded.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from estate.duplicates.quadrant import Quadrant
from estate.frozen import frozen

Scope = Literal["organisation", "across"]
Trust = Literal["strong", "weak"]
When = Literal["retired", "dated", "unknown"]


@frozen
class Line:
    """What one asset costs a year, or one system's part of it.

    `amount` is the part, `whole` all of it; `split` says over how many systems it is shared evenly.
    `note` says what else there is to it.
    """

    id: str
    name: str
    kind: str
    amount: Decimal | None
    whole: Decimal | None
    split: int = 1
    note: str = ""


@frozen
class Going:
    """One asset that goes, what that saves a year, and from when.

    `when` is `retired` where nothing but its own end stands before the saving, `dated` where it is
    had from the day `begins` on, and `unknown` where nobody says. `paid_by` names what its cost is
    part of, where it has none of its own. `by` are the systems with which it goes.
    """

    id: str
    name: str
    kind: str
    amount: Decimal | None
    when: When
    begins: date | None
    reason: str
    by: tuple[str, ...]
    paid_by: tuple[str, ...] = ()

    @property
    def unknown(self) -> bool:
        """Whether it costs something that is not recorded."""
        return self.amount is None and not self.paid_by


@frozen
class Kept:
    """What a system uses and others need as well, so that it stays: who, the first of `number`."""

    id: str
    name: str
    kind: str
    others: tuple[str, ...]
    number: int


@frozen
class Retirement:
    """What goes when some systems go: they themselves, and what nothing else needs.

    `needed_by` are the assets in use that need one of the systems and stay.
    """

    going: tuple[Going, ...]
    kept: tuple[Kept, ...]
    needed_by: tuple[tuple[str, str, str], ...]

    @property
    def saving(self) -> Decimal | None:
        """What is saved a year, as far as it is recorded; None where nothing is."""
        known = [each.amount for each in self.going if each.amount is not None]
        return sum(known, Decimal(0)) if known else None

    @property
    def unknown(self) -> tuple[str, ...]:
        """The ids of what goes and costs something that is not recorded."""
        return tuple(each.id for each in self.going if each.unknown)

    @property
    def steps(self) -> tuple[tuple[When, date | None, Decimal], ...]:
        """What is saved from when: once retired, then by day, then where no day is known."""
        sums: dict[tuple[When, date | None], Decimal] = {}
        for each in self.going:
            if each.amount:
                key = each.when, each.begins
                sums[key] = sums.get(key, Decimal(0)) + each.amount
        order = {"retired": 0, "dated": 1, "unknown": 2}
        keys = sorted(sums, key=lambda key: (order[key[0]], key[1] or date.min))
        return tuple((*key, sums[key]) for key in keys)

    @property
    def begins(self) -> date | None:
        """The first day on which all that is recorded is saved; None where no day is known.

        It is None too where all of it waits for nothing but the systems' end.
        """
        steps = self.steps
        if any(when == "unknown" for when, _, _ in steps):
            return None
        return max((day for _, day, _ in steps if day), default=None)


@frozen
class Member:
    """A system that competes: all that decides whether it stays.

    `organisations` are those it serves here. `support` is `supported`, `extended`, `ended` or None;
    `support_note` says of what. `planned_end` is the day on which it leaves by the plan or by its
    own `until`; `projects` end it. `services` are those it supports, `only` those whose job none of
    the others does. `cost` has a line for each asset of which it bears a part. `alone` is what goes
    with it and it alone.
    """

    id: str
    name: str
    organisations: tuple[str, ...]
    product: str | None
    version: str | None
    category: str | None
    hosting: str | None
    support: str | None
    support_note: str
    named: int | None
    active: int | None
    quadrant: Quadrant
    status: str
    planned_end: date | None
    projects: tuple[tuple[str, str], ...]
    services: tuple[tuple[str, str], ...]
    only: tuple[str, ...]
    cost: tuple[Line, ...]
    alone: Retirement

    @property
    def known_cost(self) -> Decimal | None:
        """What it costs a year, as far as it is recorded; None where nothing is."""
        known = [line.amount for line in self.cost if line.amount is not None]
        return sum(known, Decimal(0)) if known else None

    @property
    def unknown_cost(self) -> tuple[str, ...]:
        """The ids of what it pays for at a price that is not recorded."""
        return tuple(line.id for line in self.cost if line.amount is None and not line.note)

    @property
    def users(self) -> int | None:
        """How many use it; where that is not recorded, how many could."""
        return self.named if self.active is None else self.active


@frozen
class Judged:
    """A finding about a match: its rule, its status, and the acceptance with its last day."""

    rule: str
    status: str
    exception: str | None
    until: date | None


@frozen
class Match:
    """What systems match in, at which level, and how far that can be trusted.

    `basis` says what the level rests on. `others` match in it too and do not compete: id, name.
    """

    id: str
    level: str
    key: str
    name: str
    trust: Trust
    basis: str
    services: tuple[str, ...]
    findings: tuple[Judged, ...]
    others: tuple[tuple[str, str], ...]


@frozen
class Candidate:
    """Systems that do one job, within one organisation or across several.

    `members` come in the order in which they should stay: the `survivor` first, where the criteria
    leave one, else those first among whom it is `undecided`; `reasons` say how. `retirement` is
    what goes when the others go; None where there are none. `accepted` says that each finding
    about it is accepted.
    """

    scope: Scope
    organisations: tuple[str, ...]
    matches: tuple[Match, ...]
    members: tuple[Member, ...]
    survivor: str | None
    undecided: tuple[str, ...]
    reasons: tuple[str, ...]
    retirement: Retirement | None
    accepted: bool

    @property
    def id(self) -> str:
        """What it is called: its scope and its members."""
        members = "+".join(sorted(member.id for member in self.members))
        return f"{self.scope}:{members}"

    @property
    def leavers(self) -> tuple[str, ...]:
        """The ids of those that would go, whichever of the undecided stays."""
        stay = {self.survivor, *self.undecided}
        return tuple(member.id for member in self.members if member.id not in stay)
