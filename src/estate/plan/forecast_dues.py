"""What falls due, from the day of some facts to a later one, and what the plan does about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, Final

from estate.facts import PRESENT, Facts, Installation
from estate.facts.plans import projects_under_way
from estate.findings import Place
from estate.model import Asset
from estate.model.scalars import NEVER
from estate.plan.forecast import Due

__all__ = ["KINDS", "dues_of"]

KINDS: Final = {
    "support": "support ends",
    "hardware": "hardware support ends",
    "site": "site closes",
    "notice": "last day to give notice",
    "contract": "contract ends",
    "licence": "licence ends",
    "renewal": "renewal",
    "acceptance": "acceptance ends",
    "milestone": "milestone",
    "vesting": "vesting day",
}
"""The kinds of what falls due, in words."""


def dues_of(facts: Facts, until: date) -> tuple[Due, ...]:
    """Return what falls due after the day of the facts and up to another, by day.

    Acceptances are not among it: what counts of them is known only after judging.
    """
    found = [
        *_support(facts),
        *_hardware(facts),
        *_agreements(facts),
        *_sites(facts),
        *_milestones(facts),
        *_vesting(facts),
    ]
    order = list(KINDS)
    due = (each for each in found if facts.today < each.on <= until)
    return tuple(sorted(due, key=lambda each: (each.on, order.index(each.kind), each.id)))


def _support(facts: Facts) -> Iterator[Due]:
    """Yield the ends of support, each with the number of installations in use that it concerns."""
    state, ends = facts.column("asset.state"), facts.column("installation.planned_end")
    groups: dict[tuple[date, str], list[Installation]] = {}
    for found in facts.subjects("installation"):
        if state[found.asset.id] in PRESENT and found.support.ends not in (None, NEVER):
            groups.setdefault((found.support.ends, found.title), []).append(found)
    for (on, title), members in groups.items():
        first = min(members, key=lambda each: each.id)
        told, settled = _taken([ends[each.id] for each in members], on, "installation")
        place = Place(first.asset.id, first.path)
        yield Due(on, "support", first.product_id, title, told, place, settled)


def _taken(ends: list[date | None], on: date, noun: str) -> tuple[str, bool | None]:
    """Return of how many things the plan takes some away by a day, in words and as a whole."""
    gone = sum(end is not None and end <= on for end in ends)
    number = f"{len(ends):,} {noun}{'' if len(ends) == 1 else 's'}"
    settled = True if gone == len(ends) else None if None in ends else False
    if gone == len(ends):
        return f"{number}; the plan takes {'it' if gone == 1 else 'all'} away by then", settled
    return f"{number}; the plan takes {f'{gone:,}' if gone else 'none'} away by then", settled


def _in_use(facts: Facts, kinds: Iterable[str]) -> Iterator[Asset]:
    state = facts.column("asset.state")
    for kind in kinds:
        for entry in facts.estate.of(kind).values():
            if isinstance(entry, Asset) and state[entry.id] in PRESENT:
                yield entry


def _hardware(facts: Facts) -> Iterator[Due]:
    ends = facts.column("asset.planned_end")
    for entry in _in_use(facts, ("server", "device")):
        renewal, hardware = getattr(entry, "renewal", None), getattr(entry, "hardware", None)
        if renewal is not None:
            yield _of_asset(entry, renewal, "renewal", ("renewal",), ends)
        last = getattr(hardware, "support_ends", None)
        if last is not None:
            yield _of_asset(entry, last, "hardware", ("hardware", "support_ends"), ends)


def _of_asset(
    entry: Asset,
    on: date,
    kind: str,
    path: tuple[str, ...],
    ends: Any,  # noqa: ANN401 - a column
) -> Due:
    end = ends[entry.id]
    settled = None if end is None else end <= on
    told = f"the plan takes it away on {end}" if settled else ""
    return Due(on, kind, entry.id, entry.name, told, Place(entry.id, path), settled)


def _agreements(facts: Facts) -> Iterator[Due]:
    current, notice = facts.column("contract.current_end"), facts.column("contract.notice_by")
    needed = facts.column("contract.needed_until")
    for entry in _in_use(facts, ("contract",)):
        rolls = "renews itself unless notice is given" if getattr(entry, "auto_renews", 0) else ""
        end = needed[entry.id]
        for kind, on, path in (
            ("notice", notice[entry.id], "notice"),
            ("contract", current[entry.id], "ends"),
        ):
            if on is not None:
                over = None if end in (None, NEVER) else bool(end <= current[entry.id])
                leaves = f"what it covers leaves by {end}" if over else ""
                told = "; ".join(filter(None, [rolls, leaves]))
                yield Due(on, kind, entry.id, entry.name, told, Place(entry.id, (path,)), over)
    for entry in _in_use(facts, ("licence",)):
        on = getattr(entry, "ends", None)
        if on is not None:
            yield Due(on, "licence", entry.id, entry.name, "", Place(entry.id, ("ends",)))


def _sites(facts: Facts) -> Iterator[Due]:
    ends = facts.column("asset.planned_end")
    for site in _in_use(facts, ("site",)):
        closes = getattr(site, "closes", NEVER)
        if closes == NEVER:
            continue
        there = [entry for entry in _in_use(facts, ("server", "device", "connection"))
                 if site.id in _places(entry)]  # fmt: skip
        told, settled = _taken([ends[entry.id] for entry in there], closes, "record")
        told = f"{told}, those that move are not counted" if there else "nothing stands there"
        place = Place(site.id, ("closes",))
        yield Due(closes, "site", site.id, site.name, told, place, settled)


def _places(entry: Asset) -> set[str]:
    named: Callable[[str], Any] = lambda field: getattr(entry, field, None) or ()  # noqa: E731
    links = (*named("located_at"), *named("connects"))
    return {key for link in links for key in link.targets}


def _milestones(facts: Facts) -> Iterator[Due]:
    for project, sure in projects_under_way(facts):
        for number, each in enumerate(project.milestones or ()):
            if each.due is not None and each.done > facts.today:
                told = each.name if sure else f"{each.name}; the project's status is not recorded"
                place = Place(project.id, ("milestones", number, "due"))
                yield Due(each.due, "milestone", project.id, project.name, told, place)


def _vesting(facts: Facts) -> Iterator[Due]:
    for entry in facts.estate.of("organisation").values():
        for number, each in enumerate(getattr(entry, "successors", None) or ()):
            place = Place(entry.id, ("successors", number, "vesting"))
            told = f"{each.organisation} takes over"
            yield Due(each.vesting, "vesting", entry.id, entry.name, told, place)
