"""One council of a made-up estate: its name, its shares of everything, the ids of its records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from benchmarks.made_up.defects import Chance
from benchmarks.made_up.software import Release
from benchmarks.made_up.words import COMMENTS, MAKERS, PLACES, REMARKS, TOPICS

SHARES: Final = {
    "organisations": 0.0,
    "services": 0.075,
    "applications": 0.2,
    "servers": 0.22,
    "devices": 0.06,
    "sites": 0.02,
    "connections": 0.025,
    "licences": 0.06,
    "contracts": 0.075,
    "suppliers": 0.03,
    "agreements": 0.005,
    "apis": 0.15,
    "datasets": 0.035,
    "products": 0.02,
    "projects": 0.01,
    "exceptions": 0.005,
}
"""How the records of a council are shared out among the sections, its own one aside."""

_STEMS: Final = {
    "servers": "srv",
    "devices": "dev",
    "sites": "site",
    "connections": "line",
    "licences": "lic",
    "contracts": "con",
    "agreements": "agr",
    "apis": "api",
    "datasets": "data",
    "projects": "prj",
    "exceptions": "ex",
}


@dataclass(frozen=True, slots=True)
class Unsupported:
    """An installation past its support, which an exception may cover."""

    asset: str
    release: Release


@dataclass(slots=True)
class Council:
    """A council, the ids of all its records by section, and what it has too old.

    `number` counts councils from 0, of `of` in all, which have `usual` records but for the last;
    `chance` is its own, so that a council is the same whatever was written before it.
    """

    number: int
    of: int
    usual: int
    size: int
    seed: int
    chance: Chance = field(init=False)
    name: str = field(init=False)
    id: str = field(init=False)
    ids: dict[str, list[str]] = field(init=False)
    unsupported: list[Unsupported] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Name it and all its records."""
        self.chance = Chance(f"{self.seed}:{self.number}")
        place = PLACES[self.number % len(PLACES)]
        again = self.number // len(PLACES)
        self.name = place if not again else f"{place} {again + 1}"
        self.id = self.name.lower().replace(" ", "-")
        counts = shared_out(self.size - 1)
        self.ids = {section: list(self._named(section, n)) for section, n in counts.items()}
        self.ids["organisations"] = [self.id]

    def _named(self, section: str, count: int) -> Iterator[str]:
        for position in range(count):
            if section == "suppliers":
                yield maker_id(self.first(section) + position)
            elif section == "products":
                yield product_id(self.first(section) + position)
            elif section in _STEMS:
                yield f"{self.id}-{_STEMS[section]}-{position:03}"
            else:
                kind = "service" if section == "services" else "system"
                yield f"{self.id}-{slug(topic(position))}-{kind}-{position:03}"

    def first(self, section: str) -> int:
        """Return how many records of a section, one list for all, earlier councils have."""
        return self.number * shared_out(self.usual - 1)[section]

    def all_of(self, section: str) -> int:
        """Return how many records of a section there surely are in all."""
        return self.of * shared_out(self.usual - 1)[section]

    def vital(self, position: int) -> bool:
        """Whether the service at a position, or that of a system at it, is critical."""
        return position % len(self.ids["services"]) % 25 == 0

    def spread(self, section: str, position: int) -> str:
        """Return a record of a section, so that neighbours in another one share it evenly."""
        ids = self.ids[section]
        return ids[position % len(ids)]

    def any(self, section: str) -> str:
        """Return some record of a section."""
        return self.chance.one(self.ids[section])

    def remark(self, share: float) -> str:
        """Return a comment for so many records, else nothing."""
        return self.chance.one(COMMENTS) if self.chance.often(share) else ""

    def remarks(self) -> str:
        """Return what somebody wrote of a record: one to four sentences."""
        wanted = (self.chance.one(REMARKS) for _ in range(4))
        return " ".join(dict.fromkeys(wanted))

    def verified(self) -> date:
        """Return when somebody last checked a record."""
        stale = self.chance.strikes("stale record")
        return self.chance.ago(380, 900) if stale else self.chance.ago(5, 300)


def shared_out(size: int) -> dict[str, int]:
    """Share out records among the sections, at least one each; the largest takes the rest."""
    counts = {section: max(1, int(size * share)) for section, share in SHARES.items() if share}
    counts["applications"] += size - sum(counts.values())
    return counts


def topic(position: int) -> str:
    """Return what the service or system at a position is about."""
    return TOPICS[position % len(TOPICS)]


def slug(words: str) -> str:
    """Return words as part of an id."""
    return words.lower().replace(" ", "-")


def maker(number: int) -> str:
    """Return the name of a supplier."""
    again = number // len(MAKERS)
    return MAKERS[number % len(MAKERS)] + (f" {again + 1}" if again else "")


def maker_id(number: int) -> str:
    """Return the id of a supplier."""
    return slug(maker(number))


def product_id(number: int) -> str:
    """Return the id of a local product."""
    return f"{maker_id(number)}-{slug(topic(number))}"
