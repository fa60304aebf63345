"""What has to be there on vesting day, or has to be known by then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final

from estate.facts import Facts
from estate.findings.reorganisation import Handover, Need, Terms
from estate.model import Asset, Contract, Licence, Service
from estate.model.scalars import NEVER

__all__ = ["needs_of"]

_AFTER: Final = timedelta(days=90)
"""How long after vesting day a contract should still run: nobody has time for it before."""


def needs_of(
    facts: Facts, handovers: Iterable[Handover], terms: Iterable[Terms]
) -> tuple[Need, ...]:
    """Return the day-one list: services, terms, agreements, people, and what nobody has recorded.

    Source: the preparatory lists for reorganisation of MHCLG and the LGA ask for systems with
    their contracts, licences and agreements; the rest is this estate's own.
    """
    terms = tuple(terms)
    return (
        *_services(facts),
        *_ending(terms, facts.today),
        *_licences(facts),
        *_fixed(terms),
        *_agreements(terms),
        *_people(handovers),
        *_unknown(facts, terms),
    )


def _services(facts: Facts) -> Iterator[Need]:
    """Yield each critical service with what serves it then."""
    vesting, ends = facts.column("asset.vesting"), facts.column("asset.planned_end")
    state = facts.column("asset.state")
    for key, service in facts.estate.of("service").items():
        day = vesting[key]
        if not isinstance(service, Service) or service.criticality != "critical" or day == NEVER:
            continue
        if state[key] == "retired":
            continue
        serving = [
            entry
            for holder in facts.graph.holders(key, "supports")
            if isinstance(entry := facts.estate.get(holder), Asset) and state[holder] != "retired"
        ]
        yield _service(service, serving, day, {e.id: ends[e.id] for e in serving})


def _service(
    service: Service,
    serving: list[Asset],
    day: date | None,
    ends: dict[str, date | None],
) -> Need:
    if not serving:
        text = "no system is recorded that serves it"
        return Need("services", service.id, service.name, text, None)
    if day is None:
        text = f"served by {_named(serving)}; whose it is is not recorded"
        return Need("services", service.id, service.name, text, None)
    staying = [each for each in serving if (end := ends[each.id]) is None or end >= day]
    gone = [each for each in serving if each not in staying]
    unsure = [each for each in staying if ends[each.id] is None]
    text = f"served on {day} by {_named(staying)}" if staying else "nothing serves it by then"
    if gone:
        text += f"; {_named(gone)} will have gone before"
    met = None if staying and len(unsure) == len(staying) else bool(staying)
    return Need("services", service.id, service.name, text, met)


def _named(entries: Iterable[Asset]) -> str:
    return ", ".join(sorted(entry.name for entry in entries))


def _ending(terms: Iterable[Terms], today: date) -> Iterator[Need]:
    """Yield what ends before vesting day, or too soon after it for the successor to act.

    What has ended already is no matter of vesting day.
    """
    for each in terms:
        if each.end is None or each.vesting is None or each.kind != "contract":
            continue
        if each.end < today:
            continue
        if each.end < each.vesting:
            text = f"ends on {each.end}, before vesting day: extend, replace or let it go"
        elif each.end < each.vesting + _AFTER:
            text = f"ends on {each.end}, within 90 days after vesting day"
        else:
            continue
        if each.notice_by is not None:
            due = "by" if each.notice_by >= today else "was due by"
            text += f"; notice {due} {each.notice_by}"
        yield Need("terms", each.id, each.name, text, met=False)


def _licences(facts: Facts) -> Iterator[Need]:
    """Yield the licences that end by then, as contracts do."""
    vesting, state = facts.column("asset.vesting"), facts.column("asset.state")
    for key, entry in facts.estate.of("licence").items():
        day = vesting[key]
        if not isinstance(entry, Licence) or day in (None, NEVER) or state[key] == "retired":
            continue
        if entry.ends is not None and facts.today <= entry.ends < day + _AFTER:
            where = "before" if entry.ends < day else "within 90 days after"
            text = f"the licence ends on {entry.ends}, {where} vesting day"
            yield Need("terms", key, entry.name, text, met=False)


def _fixed(terms: Iterable[Terms]) -> Iterator[Need]:
    """Yield the contracts that stay in force, and are recorded not to pass to another body."""
    for each in terms:
        lasts = each.endless or (each.end and each.vesting and each.end >= each.vesting)
        if each.assignable is False and lasts:
            text = "may not be assigned: the supplier has to agree before vesting day"
            yield Need("terms", each.id, each.name, text, met=False)


def _agreements(terms: Iterable[Terms]) -> Iterator[Need]:
    """Yield the agreements with a body that ends: each is to be made anew, or to end."""
    for each in terms:
        if each.kind != "agreement" or each.zone == "pre-vesting":
            continue
        if each.zone == "unknown":
            told = "nobody has recorded when it ends, or whose it is"
        else:
            until = "has no end" if each.endless else f"runs until {each.end}"
            told = f"{until}, beyond vesting day"
        text = f"{told}: the successor is no party to it yet"
        yield Need("agreements", each.id, each.name, text, None)


def _people(handovers: Iterable[Handover]) -> Iterator[Need]:
    """Yield the successors without a record, or without somebody who may accept a risk."""
    seen = set()
    for each in handovers:
        for successor, name, day in each.successors:
            if successor in seen:
                continue
            seen.add(successor)
            if not each.known:
                text = f"takes over on {day} and has no record here"
                yield Need("people", successor, name, text, met=False)
            elif not each.siro:
                text = f"takes over on {day}; nobody is named as its SIRO from then on"
                yield Need("people", successor, name, text, met=False)


def _unknown(facts: Facts, terms: Iterable[Terms]) -> Iterator[Need]:
    """Yield what nobody has recorded, counted."""
    vesting, state = facts.column("asset.vesting"), facts.column("asset.state")
    ending = [a for a in facts.assets if vesting[a.id] != NEVER and state[a.id] != "retired"]
    unowned = sum(vesting[asset.id] is None for asset in ending)
    unallotted = sum(a.successor is None and vesting[a.id] is not None for a in ending)
    endless = sum(each.zone == "unknown" for each in terms)
    novation = sum(
        isinstance(each, Contract) and each.novation is None
        for each in ending
        if each.kind == "contract"
    )
    notice = sum(
        each.kind == "contract" and each.notice_by is None and not each.endless for each in terms
    )
    for number, text in (
        (unowned, "assets of which nobody has recorded whose they are"),
        (unallotted, "assets for which no successor is named"),
        (endless, "contracts and agreements whose end, or whose organisation, is not recorded"),
        (notice, "contracts of which the last day for notice cannot be told"),
        (novation, "contracts of which nobody has recorded whether they may be assigned"),
    ):
        if number:
            yield Need("unknown", "", f"{number:,}", text, None)
