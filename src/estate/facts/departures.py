"""What the plan leaves where: at a site when it closes, on a machine when it is due for renewal.

The plan is what planned and live projects do (retire, and set relations), and each record's own
dates.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import date, timedelta
from typing import Any, Final

from estate.facts.dictionary import Fact, Type
from estate.facts.facts import Derived, Facts
from estate.facts.life import PRESENT
from estate.facts.places import physical, upon
from estate.facts.plans import changes_of, spans_of
from estate.frozen import slotted
from estate.graph import NEEDS
from estate.model import SECTIONS, Asset, Connection, Link, Site, relations_of
from estate.model.scalars import NEVER

_WHERE: Final = "located_at"
_TURNED: Final = frozenset({"provides", "supports"})
_COMING: Final = ("planned", *PRESENT)


class _Plan:
    """The relations of records on a later day, as projects will have set them."""

    def __init__(self, facts: Facts) -> None:
        self._sets: dict[tuple[str, str], list[tuple[date, tuple[str, ...]]]] = {}
        for _, change in changes_of(facts):
            for name, value in (change.sets or {}).items():
                if name == _WHERE or name in NEEDS:
                    moves = self._sets.setdefault((change.asset, name), [])
                    moves.append((change.on, tuple(_named(value))))

    def names(self, owner: Asset, relation: str, by: date, on: date) -> tuple[str, ...] | None:
        """Return whom a record names on a day, by what is set until another; None is unknown."""
        moves = [move for move in self._sets.get((owner.id, relation), ()) if move[0] <= by]
        if moves:
            return max(moves, key=lambda move: move[0])[1]
        links: tuple[Link, ...] | None = getattr(owner, relation, None)
        if links is None:
            return None
        return tuple(
            key for link in links if link.begins <= on <= link.until for key in link.targets
        )

    def ever(self, owner: Asset, relation: str) -> set[str]:
        """Return whom a record names on any day, now or as it will be set."""
        links: tuple[Link, ...] = getattr(owner, relation, None) or ()
        moves = self._sets.get((owner.id, relation), ())
        return {key for link in links for key in link.targets}.union(*(names for _, names in moves))

    def set_by(self) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        """Yield every relation that is set: its owner, its name and whom it will name."""
        for (owner, relation), moves in self._sets.items():
            for _, names in moves:
                yield owner, relation, names


def _named(value: Any) -> Iterator[str]:  # noqa: ANN401 - a change's values are raw
    for item in value if isinstance(value, list | tuple) else ():
        if isinstance(item, dict):
            yield from map(str, [item["to"]] if "to" in item else item.get("any_of") or ())
        else:
            yield str(item)


def _closing(facts: Facts) -> dict[str, tuple[Site, ...] | None]:
    """For each asset the closing sites that no plan moves it from; None where it stands unknown."""
    sites = {k: s for k, s in facts.estate.of("site").items() if isinstance(s, Site)}
    closing = {key: site for key, site in sites.items() if site.closes != NEVER}
    plan = _Plan(facts)
    return {
        asset.id: _staying(facts, plan, asset, closing)
        if closing and hasattr(asset, _WHERE)
        else ()
        for asset in facts.assets
    }


def _losing_place(facts: Facts) -> dict[str, tuple[Asset, ...]]:
    """For each asset that stays at a closing site, what stands on it today."""
    staying = [key for key, sites in facts.column("asset.closing_sites").items() if sites]
    return dict.fromkeys((asset.id for asset in facts.assets), ()) | upon(facts, staying)


def _staying(
    facts: Facts, plan: _Plan, asset: Asset, closing: Mapping[str, Site]
) -> tuple[Site, ...] | None:
    said, ever = getattr(asset, _WHERE) is not None, plan.ever(asset, _WHERE)
    if not said and _stands_somewhere(asset):
        by = max(min(site.closes for site in closing.values()), facts.today)
        if plan.names(asset, _WHERE, by, by) is None:
            return None
    stays: list[Site] = []
    for key in sorted(ever & closing.keys()):
        site = closing[key]
        by = max(site.closes, facts.today)
        after = max(site.closes + timedelta(days=1), facts.today)
        if key in (plan.names(asset, _WHERE, by, after) or ()):
            stays.append(site)
    return tuple(stays)


def _stands_somewhere(asset: Asset) -> bool:
    """Whether it may stand at a site of its own though it names none; a line joins sites."""
    return not isinstance(asset, Connection) and physical(asset) is not False


@slotted
class _Renewal:
    """Who will still need what on a day."""

    facts: Facts
    plan: _Plan
    leaves: Mapping[str, date]
    needers: dict[str, list[tuple[str, str]]] = field(default_factory=dict)

    def gather(self) -> None:
        """Note who needs whom, today or once something is set."""
        for kind in SECTIONS.values():
            held = [held.name for held, field in relations_of(kind.kind) if held.name == field]
            stated = [relation for relation in NEEDS if relation in held]
            for key, entry in self.facts.estate.of(kind.kind).items() if stated else ():
                for relation in stated:
                    for link in getattr(entry, relation) or ():
                        self._note(key, relation, link.targets)
        for owner, relation, names in self.plan.set_by():
            self._note(owner, relation, names)

    def _note(self, owner: str, relation: str, names: tuple[str, ...]) -> None:
        for name in names:
            key, needer = (owner, name) if relation in _TURNED else (name, owner)
            self.needers.setdefault(key, []).append((needer, relation))

    def wanted(self, key: str, on: date) -> tuple[Asset, ...]:
        """Return what will need an asset on a day; a machine that nothing needs then does not.

        Of a machine that nothing is ever said to need, nobody knows what it is for: it counts.
        """
        above: dict[str, list[str]] = {}
        queue, seen = [key], {key}
        for each in queue:  # grows while it is read
            above[each] = [needer.id for needer in self._needing(each, on)]
            queue.extend(n for n in above[each] if n not in seen and self._carries(n))
            seen.update(above[each])
        counted = {n for needers in above.values() for n in needers if not self._carries(n)}
        fresh = set(counted)
        while fresh:  # down from what counts to the machines that it makes count
            fresh = {n for n in above if n not in counted and not fresh.isdisjoint(above[n])}
            counted |= fresh
        found = (self.facts.estate.get(needer) for needer in above[key] if needer in counted)
        return tuple(asset for asset in found if isinstance(asset, Asset))

    def _needing(self, key: str, on: date) -> Iterator[Asset]:
        state = self.facts.column("asset.state")
        said: dict[str, dict[str, None]] = {}
        for needer, relation in self.needers.get(key, ()):
            said.setdefault(needer, {})[relation] = None
        for needer, relations in said.items():
            asset = self.facts.estate.get(needer)
            if isinstance(asset, Asset) and state[needer] in _COMING:
                holds = any(self._holds(key, needer, relation, on) for relation in relations)
                if holds and asset.begins <= on <= self.leaves[needer]:
                    yield asset

    def _carries(self, key: str) -> bool:
        """Whether it is a machine, which counts as long as something needs it."""
        asset = self.facts.estate.get(key)
        return asset is not None and asset.kind in {"server", "device"} and key in self.needers

    def _holds(self, key: str, needer: str, relation: str, on: date) -> bool:
        owner, named = (key, needer) if relation in _TURNED else (needer, key)
        asset = self.facts.estate.get(owner)
        if not isinstance(asset, Asset):
            return False
        return named in (self.plan.names(asset, relation, on, on) or ())


def _needed_at_renewal(facts: Facts) -> dict[str, tuple[Asset | None, ...]]:
    """For each asset what will need it on the day of its renewal; None for each that may."""
    spans, plan = facts.once(spans_of), _Plan(facts)
    earliest = {key: span.earliest for key, span in spans.items()}
    latest = {key: span.latest for key, span in spans.items()}
    surely = _wanted(facts, plan, earliest)
    possibly = surely if earliest == latest else _wanted(facts, plan, latest)
    return {
        key: (*certain, *[None] * (len(possibly[key]) - len(certain)))
        for key, certain in surely.items()
    }


def _wanted(facts: Facts, plan: _Plan, leaves: Mapping[str, date]) -> dict[str, tuple[Asset, ...]]:
    renewal = _Renewal(facts, plan, leaves)
    renewal.gather()
    days = {asset.id: getattr(asset, "renewal", None) for asset in facts.assets}
    return {key: () if day is None else renewal.wanted(key, day) for key, day in days.items()}


DEPARTURES: Final = (
    Derived(
        Fact(
            "asset",
            "closing_sites",
            Type("site", many=True),
            "The closing sites at which it stands and from which no plan moves it by the day they "
            "close.",
            settles=("located_at",),
        ),
        _closing,
    ),
    Derived(
        Fact(
            "asset",
            "losing_place",
            Type("asset", many=True),
            "What is in use and ultimately stands on it, where it stays at a site that closes.",
            open=False,
            null="nothing on record",
        ),
        _losing_place,
    ),
    Derived(
        Fact(
            "asset",
            "needed_at_renewal",
            Type("asset", many=True),
            "What will still need it on the day of its renewal, as planned and live projects have "
            "it; a machine that nothing needs by then does not count. Without a renewal day: none.",
            open=False,
        ),
        _needed_at_renewal,
    ),
)
