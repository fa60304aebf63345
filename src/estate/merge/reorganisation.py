"""What a reorganisation asks of an estate: who takes over, what parts, ends and is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from estate.facts import Facts
from estate.findings import Outcome
from estate.findings.reorganisation import Handover, Lapse, Match, Merging, Reorganisation, Shared
from estate.merge.matches import matches_of, pattern_of
from estate.merge.needs import needs_of
from estate.merge.terms import terms_of
from estate.model import Organisation
from estate.model.scalars import NEVER

__all__ = ["handovers_of", "reorganisation_of", "shared_of"]

_SYSTEMS = ("application", "server", "device", "api", "dataset", "connection", "site", "service")
"""What is shared in such a way that it has to be parted, or that one has to serve the other."""


def reorganisation_of(
    facts: Facts, outcome: Outcome, currency: str, merging: Merging | None
) -> Reorganisation:
    """Return what a reorganisation asks of an estate that has been judged.

    `currency` is the code of the estate's amounts.
    """
    handovers, terms, matches = tuple(handovers_of(facts)), terms_of(facts), matches_of(facts)
    days = (day for each in handovers for _, _, day in each.successors)
    return Reorganisation(
        estate=outcome.estate,
        as_of=outcome.as_of,
        tool=outcome.tool,
        digest=outcome.digest,
        currency=currency,
        vesting=min(days, default=None),
        handovers=handovers,
        matches=matches,
        terms=terms,
        shared=tuple(shared_of(facts, matches)),
        lapses=tuple(_lapses(facts, outcome)),
        needs=needs_of(facts, handovers, terms),
        merging=merging,
    )


def handovers_of(facts: Facts) -> Iterator[Handover]:
    """Yield the organisations that are replaced, then the councils that nobody says that of."""
    organisations = facts.estate.of("organisation")
    counts: Counter[str] = Counter()
    for found in facts.column("asset.organisations").values():
        counts.update(found or ())
    named = {
        successor.organisation
        for entry in organisations.values()
        if isinstance(entry, Organisation)
        for successor in entry.successors or ()
    }
    found = []
    for key, entry in organisations.items():
        if isinstance(entry, Organisation) and (entry.successors or _may_end(entry, named)):
            found.append(_handover(facts, entry, counts[key]))
    yield from sorted(found, key=lambda each: (not each.successors, each.id))


def _may_end(entry: Organisation, named: set[str]) -> bool:
    return entry.type == "council" and entry.id not in named


def _handover(facts: Facts, entry: Organisation, records: int) -> Handover:
    organisations = facts.estate.of("organisation")
    successors = tuple(
        (each.organisation, _name(facts, each.organisation), each.vesting)
        for each in entry.successors or ()
    )
    return Handover(
        id=entry.id,
        name=entry.name,
        kind=entry.type or "",
        successors=successors,
        records=records,
        known=all(key in organisations for key, _, _ in successors),
        siro=all(_has_siro(facts, key, day) for key, _, day in successors),
    )


def _name(facts: Facts, key: str) -> str:
    entry = facts.estate.get(key)
    return entry.name if entry is not None else key


def _has_siro(facts: Facts, key: str, day: date) -> bool:
    entry = facts.estate.get(key)
    roles = entry.roles or {} if isinstance(entry, Organisation) else {}
    return any(holder.begins <= day <= holder.until for holder in roles.get("siro", ()))


def shared_of(facts: Facts, matches: Iterable[Match]) -> Iterator[Shared]:
    """Yield the systems of several organisations of which one is replaced."""
    sharing, successors = facts.column("asset.organisations"), facts.column("asset.successors")
    vesting, state = facts.column("asset.vesting"), facts.column("asset.state")
    alike = {one.id for match in matches if match.kind == "system" for one in match.records}
    for asset in facts.assets:
        found = sharing[asset.id]
        if asset.kind not in _SYSTEMS or not found or len(found) < 2:  # noqa: PLR2004 - shared
            continue
        if vesting[asset.id] == NEVER or state[asset.id] == "retired":
            continue
        pattern = pattern_of(facts, (asset.id,), alike_elsewhere=asset.id in alike)
        named = tuple(successors[asset.id] or ())
        yield Shared(asset.id, asset.name, asset.kind, tuple(found), named, pattern)


def _lapses(facts: Facts, outcome: Outcome) -> Iterator[Lapse]:
    """Yield the acceptances that count today and outlive those who gave them."""
    vesting = facts.column("exception.vesting")
    for each in outcome.acceptances:
        day = vesting.get(each.id)
        if not each.counts:
            continue
        if day is None:
            why = "who gave it is not recorded, so that nobody can tell whether that office ends"
            yield Lapse(each.id, each.rule, each.organisations, "vesting", None, (why,))
        elif day != NEVER and (each.last_day is None or each.last_day >= day):
            runs = "has no end" if each.last_day in (None, NEVER) else f"runs to {each.last_day}"
            why = f"it {runs}, and the office that accepted it ends on {day}"
            yield Lapse(each.id, each.rule, each.organisations, "vesting", day, (why,))
