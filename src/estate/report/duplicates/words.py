"""The words of a rationalisation, the same in every format."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from estate.duplicates import Candidate, Going, Group, Match, Member, Rationalisation, Retirement
from estate.model.scalars import NEVER
from estate.report.currency import Currency
from estate.report.wording import counted, listed

__all__ = ["Words"]

_UNIT: Final = 100
_FEW: Final = 4
"""How many of a list are named in a sentence."""


class Words:
    """Tells of one rationalisation, in its currency."""

    def __init__(self, found: Rationalisation) -> None:
        self._currency = Currency.of(found.currency, map(_units, _amounts(found)))

    def sum(self, amount: Decimal | None, *, part: bool = False) -> str:
        """Return an amount; with `part`, as what is known of something larger."""
        if amount is None:
            return "not recorded"
        return self._currency.named(_units(amount)) + (" and more" if part else "")

    def title(self, candidate: Candidate) -> str:
        """Return what a candidate is about."""
        names = list(dict.fromkeys(match.name for match in candidate.matches))
        return few(names)

    def saving(self, retirement: Retirement) -> str:
        """Return what is saved a year and from when, and of what that is not known."""
        known = self.sum(retirement.saving) if retirement.saving else "nothing that is recorded"
        told = f"{known} a year" if retirement.saving else known
        steps = list(self.steps(retirement))
        if len(steps) == 1:
            told += steps[0][len(known) :]
        elif steps:
            told += f": {listed(steps)}"
        unknown = retirement.unknown
        if unknown:
            told += f"; what {few(list(unknown))} {'cost' if len(unknown) > 1 else 'costs'} is not"
            told += " recorded"
        return told

    def steps(self, retirement: Retirement) -> Iterator[str]:
        """Yield each amount and the day from which it is saved; of many the first and the last."""
        dated = [(day, amount) for when, day, amount in retirement.steps if when == "dated"]
        sums = {when: amount for when, _, amount in retirement.steps if when != "dated"}
        if "retired" in sums:
            yield f"{self.sum(sums['retired'])} once retired"
        if len(dated) > _FEW + 1:
            whole = sum((amount for _, amount in dated), Decimal(0))
            yield f"{self.sum(whole)} step by step from {dated[0][0]} to {dated[-1][0]}"
        else:
            yield from (f"{self.sum(amount)} from {day}" for day, amount in dated)
        if "unknown" in sums:
            yield f"{self.sum(sums['unknown'])} from a day that is not known"

    def begins(self, retirement: Retirement) -> str:
        """Return from when all that is recorded is saved."""
        steps = retirement.steps
        if not steps:
            return ""
        if any(when == "unknown" for when, _, _ in steps):
            return "not known"
        return str(retirement.begins) if retirement.begins else "once retired"

    def cost(self, member: Member) -> str:
        """Return what a system costs a year, as far as it is recorded."""
        return self.sum(member.known_cost, part=bool(member.unknown_cost))

    def shared(self, member: Member) -> Iterator[str]:
        """Yield what a system pays a part of: which part of what, and over how many it is split."""
        for line in member.cost:
            if line.split > 1 and line.amount is not None:
                part, whole = self.sum(line.amount), self.sum(line.whole)
                yield f"{part} of {line.name}, {whole} split evenly over {line.split} systems"

    @staticmethod
    def decided(candidate: Candidate) -> str:
        """Return by which criteria it was decided who should stay, or that it was not."""
        reasons = list(candidate.reasons)
        last = "" if candidate.survivor else f"{reasons.pop()}."
        told = f"Decided by {'. Then by '.join(reasons)}." if reasons else ""
        return f"{told} {last[:1].upper()}{last[1:]}".strip()

    def match(self, match: Match) -> str:
        """Return what systems match in, at which level, and how far that can be trusted."""
        told = f"{match.name} ({match.level} {match.key}; {match.trust}: {match.basis})"
        judged = [self._judged(each.rule, each.exception, each.until) for each in match.findings]
        return f"{told}; {'; '.join(judged)}" if judged else told

    def _judged(self, rule: str, exception: str | None, until: object) -> str:
        if exception is None:
            return f"open: {rule}"
        end = f" until {until}" if until else ""
        return f"accepted{end} by {exception}: {rule}"

    def accepted_until(self, candidate: Candidate) -> str:
        """Return the acceptances of an accepted candidate, each with its last day."""
        found = {(j.exception, j.until) for match in candidate.matches for j in match.findings}
        told = [f"{name} until {until or 'no recorded day'}" for name, until in found if name]
        return listed(sorted(told))

    def missing(self, group: Group) -> str:
        """Return what would tell whether a group competes."""
        return listed(list(group.missing)) or "-"


def where(candidate: Candidate) -> str:
    """Return whose systems they are."""
    lead = "in" if candidate.scope == "organisation" else "across"
    return f"{lead} {few(list(candidate.organisations))}"


def fate(candidate: Candidate, member: Member) -> str:
    """Return what becomes of a member: stays, goes, or nobody can say."""
    if member.id in candidate.undecided:
        return "open"
    return "stays" if member.id == candidate.survivor else "goes"


def time_of(member: Member) -> str:
    """Return the quadrant, with the fit that it follows from and what is stated otherwise."""
    quadrant = member.quadrant
    fit = f"{quadrant.functional or '?'}/{quadrant.technical or '?'}"
    derived = quadrant.derived or "unknown"
    if quadrant.functional is None and quadrant.technical is None:
        return f"unknown; stated: {quadrant.stated}" if quadrant.stated else derived
    if quadrant.disagrees or (quadrant.stated and quadrant.derived is None):
        return f"{derived} ({fit}), stated: {quadrant.stated}"
    return f"{derived} ({fit})"


def users_of(member: Member) -> str:
    """Return how many use it, of how many that could."""
    if member.named is None and member.active is None:
        return "not recorded"
    if member.active is None:
        return f"{member.named:,} named"
    return f"{member.active:,} of {member.named:,}" if member.named else f"{member.active:,} active"


def support_of(member: Member) -> str:
    """Return how it is supported."""
    return member.support or "unknown"


def end_of(member: Member) -> str:
    """Return when it ends by plan, and by which project."""
    if member.planned_end is None:
        return "not known"
    by = listed([key for key, _ in member.projects])
    if member.planned_end == NEVER:
        return "retiring" if member.status == "retiring" else "none"
    return f"{member.planned_end} by {by}" if by else str(member.planned_end)


def going_in_words(going: Going) -> str:
    """Return what goes: its name, and what it is."""
    return f"{going.name} ({going.kind} {going.id})"


def few(names: list[str]) -> str:
    """Return a list in words, its first few by name."""
    if len(names) <= _FEW:
        return listed(names)
    return f"{', '.join(names[: _FEW - 1])} and {counted(len(names) - _FEW + 1, 'more', 'more')}"


def _units(amount: Decimal) -> int:
    return int(amount * _UNIT)


def _amounts(found: Rationalisation) -> Iterator[Decimal]:
    """Yield the amounts that decide whether hundredths are shown: those of what goes."""
    retirements = [each.retirement for each in found.candidates if each.retirement]
    for retirement in (found.totals.retirement, *retirements):
        yield from (each.amount for each in retirement.going if each.amount is not None)
