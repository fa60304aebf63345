"""What goes with systems, what that saves a year, and from when.

An asset's own cost ends when it does. What is bought is paid for to the end of its term: of a
contract that renews itself, to the end of the first term for which notice can still be given.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from estate.duplicates.candidate import Going, Kept, Retirement, When
from estate.duplicates.cost import own_cost, paid_by
from estate.duplicates.release import released, users_of
from estate.facts import PRESENT, Facts
from estate.facts.commerce import current_end
from estate.model import Asset, Contract, Licence
from estate.model.scalars import ALWAYS, NEVER

__all__ = ["retirement_of"]

_MOST: Final = 3
"""How many of the others that need something are named."""

_Had = tuple[When, date | None, str]


def retirement_of(facts: Facts, systems: Iterable[str]) -> Retirement:
    """Return what goes when systems go, what stays that they use, and who needs them."""
    leaving = sorted(set(systems))
    found = released(facts, leaving)
    going = [_going(facts, key, (key,)) for key in leaving]
    going += [_going(facts, key, found.users[key]) for key in found.gone]
    kept = (_kept(facts, key, others) for key, others in found.kept)
    return Retirement(tuple(going), tuple(kept), tuple(_needed(facts, {*leaving, *found.gone})))


def _last_of(facts: Facts, systems: Iterable[str]) -> date | None:
    """Return the last day that is planned for any of them; None where none is planned."""
    ends = [facts.column("asset.planned_end")[key] for key in systems]
    return max((end for end in ends if end is not None and end < NEVER), default=None)


def _going(facts: Facts, key: str, by: tuple[str, ...]) -> Going:
    asset = facts.estate.get(key)
    assert isinstance(asset, Asset)  # noqa: S101 - whatever goes is one
    when, begins, reason = _had(facts, asset, _last_of(facts, by))
    return Going(
        id=asset.id,
        name=asset.name,
        kind=asset.kind,
        amount=own_cost(asset),
        when=when,
        begins=begins,
        reason=reason,
        by=by,
        paid_by=paid_by(facts, asset),
    )


def _had(facts: Facts, asset: Asset, last: date | None) -> _Had:
    """Return from when it is saved what an asset costs, if it is used until a day."""
    if isinstance(asset, Contract):
        return _contract(asset, last, facts.today)
    if isinstance(asset, Licence):
        if asset.ends is None:
            return "unknown", None, "the end of the licence is not recorded"
        if facts.today <= asset.ends < NEVER:
            return _from(asset.ends, last, f"the licence runs to {asset.ends}")
    return _retired(last)


def _retired(last: date | None) -> _Had:
    if last is None:
        return "retired", None, "once it is retired"
    return "dated", _after(last), f"the end is planned for {last}"


def _contract(contract: Contract, last: date | None, today: date) -> _Had:
    if contract.ends is None:
        return "unknown", None, "the end of the contract is not recorded"
    if contract.ends == NEVER:
        return _from(ALWAYS, last, "the contract has no term")
    if contract.auto_renews is False:
        return _from(contract.ends, last, f"its term ends on {contract.ends}")
    term = current_end(contract, max(today, last or today))
    if term is None:
        return "unknown", None, f"what follows its term to {contract.ends} is not recorded"
    return _renewing(contract, term, last, today)


def _renewing(contract: Contract, term: date, last: date | None, today: date) -> _Had:
    """Return when a contract that renews itself can be over, at the end of `term` or later."""
    notice = contract.notice
    if notice is None:
        return _from(term, last, f"its term ends on {term}; the notice to give is not recorded")
    missed = ""
    while (by := notice.before(term)) < today:
        missed = missed or f"notice for {term} was due by {by}; "
        following = current_end(contract, _after(term))
        if following is None or following <= term:
            return "unknown", None, f"{missed}when it can end after that is not recorded"
        term = following
    return _from(term, last, f"{missed}notice by {by} ends it on {term}")


def _from(end: date, last: date | None, reason: str) -> _Had:
    """Return that something is saved after an end, and not before it is used for the last time."""
    day = max(end, last or ALWAYS)
    if day == ALWAYS:
        return "retired", None, reason
    more = f"; the end is planned for {last}" if last is not None and last > end else ""
    return "dated", _after(day), reason + more


def _after(day: date) -> date:
    return day if day == NEVER else day + timedelta(days=1)


def _kept(facts: Facts, key: str, others: tuple[str, ...]) -> Kept:
    asset = facts.estate.get(key)
    kind = "" if asset is None else asset.kind
    return Kept(key, "" if asset is None else asset.name, kind, others[:_MOST], len(others))


def _needed(facts: Facts, going: set[str]) -> list[tuple[str, str, str]]:
    """Return what is in use, stays, and needs something that goes; services are told apart."""
    state, found = facts.column("asset.state"), {}
    for key in sorted(going):
        entry = facts.estate.get(key)
        named = facts.graph.direct_needers(key) if entry is not None else ()
        for user in (*named, *(() if entry is None else users_of(facts, key))):
            asset = facts.estate.get(user)
            inside = user in going or asset is None or asset.kind == "service"
            if not inside and state.get(user) in PRESENT:
                found[user] = (user, asset.name, asset.kind)  # type: ignore[union-attr]  # inside says so
    return [found[key] for key in sorted(found)]
