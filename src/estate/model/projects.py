"""The ICT work plan: projects and the dated changes they make to the estate."""

from datetime import date
from typing import Annotated, Any, ClassVar, Literal, Self

from estate.model.asset import Cost
from estate.model.fields import Described, Written
from estate.model.organisations import BudgetLine
from estate.model.record import Entry, Record, record
from estate.model.types import Day, DoneDay, LastDay, Many, Name, OneOrMany, Quantity, unfit


@record
class Change(Record):
    """One dated change: exactly one of retire, go_live and set.

    `sets` (written `set`) holds an `asset` and the new values of its fields, as raw text.
    """

    on: Day
    retire: Name | None = None
    go_live: Name | None = None
    sets: Annotated[
        dict[str, Any] | None,
        Written("set"),
        Described({"type": "object", "required": ["asset"]}),
    ] = None

    def check(self) -> Self:
        """Refuse none, several, and a `set` that names no asset."""
        actions = {"retire": self.retire, "go_live": self.go_live, "set": self.sets}
        given = [f"'{name}'" for name, action in actions.items() if action is not None]
        if len(given) != 1:
            found = f"has {' and '.join(given) or 'no action'}"
            raise unfit(found, "exactly one of 'retire', 'go_live' and 'set'")
        if self.sets is not None and not self.sets.get("asset"):
            raise unfit("has a 'set' that names no asset", "'asset', with an id, in it")
        return self

    @property
    def asset(self) -> str:
        """The id of the asset that it changes."""
        return self.retire or self.go_live or str((self.sets or {})["asset"])


@record
class Milestone(Record):
    """Something due by a day; done, and reported on, when it says so."""

    name: Name
    due: LastDay | None = None
    done: LastDay = date.max
    reported: DoneDay | None = None


@record
class BusinessCase(Record):
    """The two tests of any technology business case (Stockton ICT Strategy 2017, principle 1)."""

    appropriateness: Literal["pass", "fail"] | None = None
    value_for_money: Literal["pass", "fail"] | None = None
    approved: DoneDay | None = None


@record
class Benefit(Record):
    """What a project promised per year, and what came of it."""

    name: Name
    planned: Quantity | None = None
    actual: Quantity | None = None
    due: LastDay | None = None


@record
class Project(Entry):
    """A project of the work plan."""

    kind: ClassVar[str] = "project"

    organisation: OneOrMany | None = None
    owner: str | None = None
    starts: DoneDay | None = None
    ends: LastDay | None = None
    status: Literal["proposed", "planned", "live", "done", "stopped"] | None = None
    team: OneOrMany | None = None
    programme: str | None = None
    cost: Cost | None = None
    changes: Many[Change] | None = None
    milestones: Many[Milestone] | None = None
    business_case: BusinessCase | None = None
    budget: Many[BudgetLine] | None = None
    benefits: Many[Benefit] | None = None
