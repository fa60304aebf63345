"""What the answer to "what stops?" is made of."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from estate.frozen import frozen
from estate.model import Entry

Way = Literal["group", "standby"]


@frozen
class Redundancy:
    """Something held ready: `left` of `members` are available where `at_least` are needed.

    Of a `group` the owner needs so many members; of a `standby` any is enough that the owner fails
    over to. `lost` are the members that are no longer available.
    """

    owner: str
    way: Way
    members: tuple[str, ...]
    lost: tuple[str, ...]
    at_least: int

    @property
    def left(self) -> int:
        """How many members are still available."""
        return len(self.members) - len(self.lost)

    @property
    def holds(self) -> bool:
        """Whether enough is left."""
        return self.left >= self.at_least


@frozen
class Loss:
    """A thing that stops: at which stage, along which path, in spite of which redundancy.

    `path` leads from it to what was stopped, both ends included. `people` are the users of the
    applications that stop, of a service those it needs directly; `uncounted` is how many of these
    applications record none. `serves` says that what it fails over to carries on in its place.
    """

    entry: Entry
    stage: int
    because: tuple[str, ...]
    path: tuple[str, ...]
    failed: tuple[Redundancy, ...] = ()
    criticality: str | None = None
    people: int = 0
    uncounted: int = 0
    serves: bool = False


@frozen
class Spared:
    """A thing that goes on because of a redundancy, though part of it is lost."""

    entry: Entry
    by: Redundancy


@frozen
class Degraded:
    """A thing that goes on without something that it can do without (a soft need)."""

    entry: Entry
    relation: str
    without: tuple[str, ...]
    purpose: str | None = None


@frozen
class Time:
    """A time that something takes: known, or so long at the least.

    `timedelta.max` is a time without end: the objective is recorded as unlimited.
    """

    least: timedelta
    known: bool = True


@frozen
class Restored:
    """A thing that is brought back, in the order of `step`, counted from 1.

    Things of one step need one another and are brought back together. `after` are the things of
    earlier steps that it needs. `own` is its own recovery time objective, None where its kind
    states none. `at_once` is when it is back if all is recovered at once, `in_turn` if each is
    begun when what it needs is back.
    """

    entry: Entry
    step: int
    after: tuple[str, ...]
    own: Time | None
    at_once: Time
    in_turn: Time


@frozen
class Note:
    """Something about what was selected that the graph alone does not say: things, and why."""

    title: str
    why: str
    entries: tuple[tuple[Entry, str], ...]


@frozen
class Selection:
    """What is stopped: `seeds` are ids, ascending; `named` says it in words.

    `reads` says how it is read, `aside` what the answer adds; `notes` tell of what the selection
    touches without stopping it.
    """

    named: str
    seeds: tuple[str, ...]
    reads: tuple[str, ...] = ()
    aside: str = ""
    notes: tuple[Note, ...] = ()


@frozen
class Impact:
    """What stops when a selection stops, on a day.

    `losses` come services first, by criticality. `chain` is the longest chain of recovery, from
    the first thing to the last; `circles` are the things that need one another.
    """

    estate: str
    on: date
    selection: Selection
    losses: tuple[Loss, ...]
    spared: tuple[Spared, ...]
    degraded: tuple[Degraded, ...]
    recovery: tuple[Restored, ...]
    chain: tuple[str, ...]
    circles: tuple[tuple[str, ...], ...]
    organisations: dict[str, str]

    def of(self, kind: str) -> tuple[Loss, ...]:
        """Return the losses of a kind, those that an alternative carries left out."""
        return tuple(each for each in self.losses if each.entry.kind == kind and not each.serves)

    @property
    def people(self) -> tuple[int, int]:
        """The users of all applications that stop, and how many of these record none."""
        found = self.of("application")
        return sum(each.people for each in found), sum(each.uncounted for each in found)
