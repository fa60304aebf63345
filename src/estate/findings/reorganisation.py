"""What a reorganisation of councils asks of an estate, and what merging estates has done."""

from __future__ import annotations

from datetime import date
from typing import Final, Literal

from estate.frozen import frozen

__all__ = [
    "PATTERNS",
    "ZONES",
    "Decision",
    "Handover",
    "Lapse",
    "Match",
    "Merging",
    "Need",
    "One",
    "Pattern",
    "Renamed",
    "Reorganisation",
    "Shared",
    "Terms",
    "Zone",
]

Zone = Literal["pre-vesting", "year-1", "natural-expiry", "long-tail", "unknown"]
"""Where the end of a term lies around vesting day V, as GDS Local's transition work names it.

Before V; from V to before V and 12 months; from there to before V and 36 months; later, or never.
`unknown` where the end, or whose it is, is not recorded.
"""

ZONES: Final[tuple[Zone, ...]] = (
    "pre-vesting",
    "year-1",
    "natural-expiry",
    "long-tail",
    "unknown",
)

Pattern = Literal[
    "inherit",
    "choose and consolidate",
    "extract and partition",
    "extract, partition and consolidate",
]
"""How systems come to a successor, as GDS Local's transition work names it."""

PATTERNS: Final[tuple[Pattern, ...]] = (
    "inherit",
    "choose and consolidate",
    "extract and partition",
    "extract, partition and consolidate",
)


@frozen
class Handover:
    """An organisation with those who take over from it and from which day.

    `records` counts the assets that are its own or shared by it. `known` says whether each
    successor has a record, `siro` whether one of its people is named for that role on that day.
    """

    id: str
    name: str
    kind: str
    successors: tuple[tuple[str, str, date], ...]
    records: int
    known: bool
    siro: bool


@frozen
class One:
    """One record among those that are compared: its id and name, and whose it is."""

    id: str
    name: str
    organisations: tuple[str, ...]


@frozen
class Match:
    """Records that are probably one, or do the same job, and why they are thought to."""

    kind: Literal["system", "supplier", "service"]
    records: tuple[One, ...]
    reasons: tuple[str, ...]
    pattern: Pattern | Literal[""] = ""


@frozen
class Terms:
    """A contract or an agreement by its end, against vesting day.

    `end` is the last day of the term it is in, None where it is not recorded; `endless` one that
    has none. `notice_by` is the last day for notice, None where that cannot be told. `assignable`
    is what is recorded of novation.
    """

    id: str
    name: str
    kind: str
    organisations: tuple[str, ...]
    zone: Zone
    vesting: date | None
    end: date | None
    endless: bool
    notice_by: date | None
    assignable: bool | None
    value: float | None


@frozen
class Shared:
    """An asset of several organisations: whether it stays whole, and how it may be parted."""

    id: str
    name: str
    kind: str
    organisations: tuple[str, ...]
    successors: tuple[str, ...]
    pattern: Pattern


@frozen
class Lapse:
    """An acceptance that stops counting: by the merge, or on vesting day, and why."""

    id: str
    rule: str
    organisations: tuple[str, ...]
    when: Literal["merge", "vesting"]
    on: date | None
    reasons: tuple[str, ...]


@frozen
class Need:
    """One thing that has to be there, or to be known, on vesting day.

    `topic` groups them: `services`, `terms`, `agreements`, `people` or `unknown`. `met` says
    whether it is (None: not known); `about` is the record, "" where it is about several.
    """

    topic: Literal["services", "terms", "agreements", "people", "unknown"]
    about: str
    name: str
    text: str
    met: bool | None


@frozen
class Renamed:
    """A record under another id, because another estate uses its own too."""

    estate: str
    old: str
    new: str


@frozen
class Decision:
    """A setting on which the estates differ: what each says, and what the merged one says."""

    setting: str
    said: tuple[tuple[str, str], ...]
    decided: str
    why: str


@frozen
class Merging:
    """What merging has done.

    `same` are records that were the same in several estates, and are one: id, kind, name, estates.
    `stood_for` are those of them that replaced a stand-in. `remarks` are other things to know.
    """

    estates: tuple[str, ...]
    records: int
    renamed: tuple[Renamed, ...]
    same: tuple[tuple[str, str, str, tuple[str, ...]], ...]
    stood_for: tuple[str, ...]
    decisions: tuple[Decision, ...]
    lapses: tuple[Lapse, ...]
    remarks: tuple[str, ...] = ()


@frozen
class Reorganisation:
    """What a reorganisation asks of one estate on a day.

    `currency` is the code of its amounts. `merging` is None for an estate that was not merged just
    now. `vesting` is the first vesting day of any organisation, None where none is recorded. `lapses` are the acceptances that stop
    counting at vesting.
    """

    estate: str
    as_of: date
    tool: str
    digest: str
    currency: str
    vesting: date | None
    handovers: tuple[Handover, ...]
    matches: tuple[Match, ...]
    terms: tuple[Terms, ...]
    shared: tuple[Shared, ...]
    lapses: tuple[Lapse, ...]
    needs: tuple[Need, ...]
    merging: Merging | None = None

    def zone(self, zone: Zone) -> tuple[Terms, ...]:
        """Return the terms that end in a zone."""
        return tuple(each for each in self.terms if each.zone == zone)
