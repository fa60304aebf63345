"""What the closing of a site asks for: what must move, what goes, and what the plan forgets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Final, Literal

from estate.errors import UsageError
from estate.facts import PRESENT, Facts
from estate.facts.places import upon
from estate.facts.plans import Step, spans_of, steps_of
from estate.frozen import frozen
from estate.impact.answer import Impact, Selection
from estate.impact.failing import impact_of
from estate.impact.in_use import InUse, in_use
from estate.impact.selecting import Wanted, select
from estate.model import Asset, Entry, Service, Site
from estate.model.projects import Change
from estate.model.scalars import NEVER

_MACHINES: Final = ("server", "device", "connection")
_PLACES: Final = frozenset({"located_at", "hosted_on", "runs_on", "connects"})
"""The fields that say where a thing stands."""
Standing = Literal["stops", "one site", "two sites", "elsewhere", "unknown"]


@frozen
class Placed:
    """A thing that stands at the site today: what becomes of it, in words, and when, if planned.

    `carries` are the names of the applications and services that need it directly afterwards.
    `purpose` is whether something in use still needs it afterwards; None where nobody ever said
    that anything does.
    """

    entry: Asset
    says: str
    on: date | None = None
    purpose: bool | None = True
    carries: tuple[str, ...] = ()


@frozen
class Released:
    """What stops being spent: money per year and energy in kilowatt hours per year.

    `unknown_cost` and `unknown_energy` count what goes without recording either.
    """

    running_cost: Decimal | None
    cost: Decimal
    unknown_cost: int
    energy: Decimal
    unknown_energy: int


@frozen
class Footing:
    """On how many sites a critical service stands, before and after; each of `alone` stops it.

    An unrated service may be critical.
    """

    entry: Service
    before: Standing
    after: Standing
    alone: tuple[str, ...]


@frozen
class Closing:
    """The closing of a site whose last day is `day`, as the work plan has it.

    `left` is what neither goes nor moves. `lines` are those that lose an end, `cut_off` the other
    sites that no line reaches any more. `loses` is what stops on the day after, with what is left.
    """

    estate: str
    today: date
    day: date
    site: Site
    left: tuple[Placed, ...]
    goes: tuple[Placed, ...]
    moves: tuple[Placed, ...]
    lines: tuple[Placed, ...]
    cut_off: tuple[Asset, ...]
    unsure: tuple[tuple[str, str], ...]
    footings: tuple[Footing, ...]
    released: Released
    loses: Impact


def closing_of(
    now: Facts, then: Facts, key: str, day: date, unsure: Iterable[tuple[str, str]]
) -> Closing:
    """Return what the closing of a site asks for.

    `then` are the facts of the day after the last, as the work plan will have made the estate.
    `unsure` gives asset and project of changes that may or may not come. Raises UsageError.
    """
    select(now, Wanted(sites=(key,)))
    site = now.estate.get(key)
    assert isinstance(site, Site)  # noqa: S101 - else the selection has raised
    if day < now.today:
        raise UsageError(f"--closing {day} is before {now.today}; give a day that is still to come")
    found = _Fate(now, then, site)
    machines = [each for each in upon(now, [key])[key] if each.kind in _MACHINES]
    fates = [found.of(each) for each in machines]
    left = tuple(each for fate, each in fates if fate == "left")
    goes = tuple(each for fate, each in fates if fate == "goes")
    lines = tuple(found.lines({each.id for each in machines}))
    seeds = tuple(sorted({key, *(each.entry.id for each in left)}))
    named = f"{site.name} and what is left there"
    here = {each.id for each in machines}
    return Closing(
        estate=now.estate.name,
        today=now.today,
        day=day,
        site=site,
        left=left,
        goes=goes,
        moves=tuple(each for fate, each in fates if fate == "moves"),
        lines=lines,
        cut_off=tuple(found.cut_off()),
        unsure=tuple(sorted({(asset, by) for asset, by in unsure if asset in here})),
        footings=tuple(_footings(now, then, seeds)),
        released=_released(site, [*goes, *lines]),
        loses=impact_of(then, Selection(named, seeds)),
    )


class _Fate:
    """What becomes of things that stand at a site."""

    def __init__(self, now: Facts, then: Facts, site: Site) -> None:
        self._now, self._then, self._site = now, then, site
        self._state: Mapping[str, str] = then.column("asset.state")
        self._spans, self._steps = now.once(spans_of), now.once(steps_of)
        self._used: InUse = then.once(in_use)

    def of(self, asset: Asset) -> tuple[str, Placed]:
        """Return whether it goes, moves or is left, with the reason."""
        key = asset.id
        if self._state[key] not in PRESENT:
            return "goes", self._going(asset)
        places = {
            None if each is None else each.id for each in self._then.column("asset.sites")[key]
        }
        if self._site.id in places:
            why = self._staying(key)
            return "left", Placed(asset, why, None, self._needed(key), self._carries(key))
        named = ", ".join(sorted(place for place in places if place))
        to = f"to {named}" if named else "to a place that is not recorded"
        due = [step for step in self._due(key) if _PLACES.intersection(step.change.sets or {})]
        on = max((step.on for step in due), default=None)
        needed, carries = self._needed(key), self._carries(key)
        return "moves", Placed(asset, f"{to}{_by(due)}", on, needed, carries)

    def _going(self, asset: Asset) -> Placed:
        last = self._spans[asset.id].latest
        on = None if last == NEVER else last
        ends = [each for each in self._due(asset.id) if _ends(each.change)]
        return Placed(asset, f"goes{_by(ends) or ', by its own last day'}", on)

    def _due(self, key: str) -> list[Step]:
        return [
            each for each in self._steps.get(key, ()) if each.sure and each.on < self._then.today
        ]

    def _staying(self, key: str) -> str:
        """Say why it is still there: it stands there itself, or on something that does, or did."""
        if self._site.id in self._then.graph.related(key, "located_at"):
            return "nothing moves or retires it"
        hosts = self._then.graph.related(key, "hosted_on")
        gone = [host for host in hosts if self._state[host] not in PRESENT]
        if gone:
            return f"its host {', '.join(gone)} goes, and nothing moves it"
        return f"it stands on {', '.join(hosts)}, which is left" if hosts else "nothing moves it"

    def _needed(self, key: str) -> bool | None:
        if self._used.graph.direct_needers(key):
            return True
        return False if self._now.graph.direct_needers(key) else None

    def _carries(self, key: str) -> tuple[str, ...]:
        needers = map(self._used.entry, self._used.graph.direct_needers(key))
        return tuple(each.name for each in needers if each.kind in {"application", "service"})

    def lines(self, here: set[str]) -> Iterator[Placed]:
        """Yield the lines that lose an end and stand elsewhere."""
        key, graph = self._site.id, self._then.graph
        for each in self._now.graph.holders(key, "connects"):
            line = self._now.estate.get(each)
            if each in here or not isinstance(line, Asset) or each in self._now.once(in_use).absent:
                continue
            if self._state[each] not in PRESENT:
                yield self._going(line)
            elif key in graph.related(each, "connects"):
                ends = [end for end in graph.related(each, "connects") if end != key]
                joins = f"only {ends[0]} is left at its end" if len(ends) == 1 else "no end is left"
                says = f"still joins {', '.join(ends)}" if len(ends) > 1 else joins
                yield Placed(line, says, None, len(ends) > 1)

    def cut_off(self) -> Iterator[Asset]:
        """Yield the other sites that had a line and are left without any."""
        key, graph = self._site.id, self._then.graph
        neighbours = {
            end
            for line in graph.holders(key, "connects")
            for end in graph.related(line, "connects")
        }
        for end in sorted(neighbours - {key}):
            lines = [line for line in self._then.column("site.lines")[end] if line is not None]
            others = [line for line in lines if key not in graph.related(line.id, "connects")]
            site = self._then.estate.get(end)
            if not others and isinstance(site, Asset):
                yield site


def _ends(change: Change) -> bool:
    return bool(change.retire) or bool({"status", "until"}.intersection(change.sets or {}))


def _by(steps: Iterable[Step]) -> str:
    """Say which projects do something."""
    projects = dict.fromkeys(each.project for each in steps)
    return f", by {', '.join(projects)}" if projects else ""


def _footings(now: Facts, then: Facts, seeds: tuple[str, ...]) -> Iterator[Footing]:
    """Yield the services that are critical or unrated, the critical first."""
    state = then.column("asset.state")
    services = [
        each
        for each in then.estate.of("service").values()
        if isinstance(each, Service)
        and state[each.id] in PRESENT
        and each.criticality in {"critical", None}
    ]
    before, after = _Stops(now, ()), _Stops(then, seeds)
    for each in sorted(services, key=lambda each: (each.criticality is None, each.id)):
        yield Footing(each, before.standing(each.id)[0], *after.standing(each.id))


class _Stops:
    """Which sites alone stop a service, once some things are gone."""

    def __init__(self, facts: Facts, gone: tuple[str, ...]) -> None:
        graph = facts.once(in_use).graph
        self._facts = facts
        self._gone = graph.stops_when(gone)
        self._alone = {
            site: graph.stops_when([site, *gone])
            for site in facts.estate.of("site")
            if site not in gone
        }

    def standing(self, key: str) -> tuple[Standing, tuple[str, ...]]:
        """Return on how many sites a service stands, and those each of which stops it."""
        if key in self._gone:
            return "stops", ()
        alone = tuple(site for site, stops in self._alone.items() if key in stops)
        if alone:
            return "one site", alone
        if None in self._facts.column("service.single_sites")[key]:
            return "unknown", ()
        return ("two sites" if self._facts.column("asset.sites")[key] else "elsewhere"), ()


def _released(site: Site, gone: Iterable[Placed]) -> Released:
    """Add up what goes: things that are retired, and lines that lose their purpose."""
    entries: list[Entry] = [each.entry for each in gone if each.on is not None or not each.purpose]
    costs = [getattr(each, "annual_cost", None) for each in entries]
    machines = [each for each in entries if hasattr(each, "energy_kwh") and _draws(each)]
    energy = [getattr(each, "energy_kwh", None) for each in machines]
    return Released(
        None if site.running_cost is None else Decimal(str(site.running_cost)),
        sum((Decimal(str(cost.revenue)) for cost in costs if cost), Decimal(0)),
        costs.count(None),
        sum((Decimal(str(each)) for each in energy if each is not None), Decimal(0)),
        energy.count(None),
    )


def _draws(entry: Entry) -> bool:
    """Whether it is a machine that draws energy of its own: what is virtual draws its host's."""
    return getattr(entry, "form", None) not in {"virtual", "managed"}
