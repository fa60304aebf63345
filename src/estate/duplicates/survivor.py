"""Which of several systems should stay: criteria in order, and what each of them decided.

A criterion drops what is known to be worse than the best that is known; what is not recorded drops
nothing and nobody. Where several are left, nobody is chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from estate.duplicates.candidate import Member
from estate.model.scalars import NEVER

__all__ = ["Choice", "choose"]

_QUADRANTS: Final = ("invest", "tolerate", "migrate", "eliminate")
_SUPPORT: Final = ("supported", "extended", "ended")

_NAMED: Final = 4
"""How many of many members a reason names."""

Rank = Callable[[Member], "int | Decimal | None"]


class Choice(NamedTuple):
    """The members, those first that should stay; who is chosen, else among whom; and why."""

    order: tuple[Member, ...]
    survivor: str | None
    undecided: tuple[str, ...]
    reasons: tuple[str, ...]


class _Criterion(NamedTuple):
    """A rank, lower is better, and how a member's standing is told."""

    name: str
    rank: Rank
    told: Callable[[Member], str]


def choose(members: Sequence[Member], currency: str = "") -> Choice:
    """Return who should stay; ties are told in the order of ids, and leave nobody chosen."""
    left = sorted(members, key=lambda member: member.id)
    dropped: list[Member] = []
    reasons: list[str] = []
    for criterion in _criteria(currency):
        worse = _worse(left, criterion.rank)
        if worse:
            kept = [member for member in left if member not in worse]
            reasons.append(_reason(criterion, kept, worse))
            dropped = [*_ranked(worse, criterion.rank), *dropped]
            left = kept
        if len(left) == 1:
            return Choice((*left, *dropped), left[0].id, (), tuple(reasons))
    names = ", ".join(member.name for member in left[:_NAMED])
    more = f" and {len(left) - _NAMED:,} more" if len(left) > _NAMED else ""
    reasons.append(f"nothing recorded tells {names}{more} apart")
    undecided = tuple(member.id for member in left)
    return Choice((*left, *dropped), None, undecided, tuple(reasons))


def _worse(members: Sequence[Member], rank: Rank) -> list[Member]:
    ranks = {member.id: rank(member) for member in members}
    best = min((value for value in ranks.values() if value is not None), default=None)
    if best is None:
        return []
    return [m for m in members if (value := ranks[m.id]) is not None and value > best]


def _ranked(members: Sequence[Member], rank: Rank) -> list[Member]:
    return sorted(members, key=lambda member: (rank(member) or 0, member.id))


def _reason(criterion: _Criterion, kept: Sequence[Member], worse: Sequence[Member]) -> str:
    told = [*_told(criterion, kept), *_told(criterion, worse)]
    return f"{criterion.name}: {'; '.join(told)}"


def _told(criterion: _Criterion, members: Sequence[Member]) -> list[str]:
    told = [f"{member.name} {criterion.told(member)}" for member in members[:_NAMED]]
    left = len(members) - _NAMED
    return [*told, f"{left:,} more"] if left > 0 else told


def _criteria(currency: str) -> tuple[_Criterion, ...]:
    return (
        _Criterion("planned end", _ending, _ending_told),
        _Criterion("TIME", _quadrant, lambda m: m.quadrant.derived or "unknown"),
        _Criterion("disposition", _stated, lambda m: m.quadrant.stated or "not stated"),
        _Criterion("support", _support, lambda m: m.support or "unknown"),
        _Criterion("users", _users, _users_told),
        _Criterion("cost", _cost, lambda m: _cost_told(m, currency)),
    )


def _ending(member: Member) -> int | None:
    if member.planned_end is None:
        return None
    return int(member.planned_end < NEVER or member.status == "retiring")


def _ending_told(member: Member) -> str:
    if member.planned_end is None:
        return "unknown"
    if member.planned_end < NEVER:
        return f"ends on {member.planned_end}"
    return "is retiring" if member.status == "retiring" else "stays"


def _quadrant(member: Member) -> int | None:
    derived = member.quadrant.derived
    return None if derived is None else _QUADRANTS.index(derived)


def _stated(member: Member) -> int | None:
    stated = member.quadrant.stated
    return None if stated is None else _QUADRANTS.index(stated)


def _support(member: Member) -> int | None:
    return None if member.support is None else _SUPPORT.index(member.support)


def _users(member: Member) -> int | None:
    return None if member.users is None else -member.users


def _users_told(member: Member) -> str:
    if member.users is None:
        return "unknown"
    return f"{member.users:,} {'named' if member.active is None else 'active'}"


def _cost(member: Member) -> Decimal | None:
    return None if member.unknown_cost else member.known_cost


def _cost_told(member: Member, currency: str) -> str:
    cost = _cost(member)
    return "unknown" if cost is None else f"{currency} {cost:,.0f}".strip()
