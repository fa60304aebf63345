"""Decisions about risks: what is unsupported, accepted, about to end, or unknown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from estate.facts.vesting import councils
from estate.findings import Finding
from estate.model.scalars import NEVER
from estate.plan.forecast import Due
from estate.report.board.basis import Basis, few
from estate.report.board.decided import Decision, holders
from estate.report.register.entry import REVIEW, Entry
from estate.report.register.words import day, state_of
from estate.report.wording import commonest, counted

__all__ = ["ending", "lapsing", "refused", "reviews", "uncovered", "unknown"]

_SIRO = ("siro",)


def uncovered(basis: Basis) -> Decision | None:
    """Return what is asked of unmanaged software that no exception is on file for."""
    found = [f for f in basis.unmanaged if f.fingerprint not in basis.on_file]
    if not found:
        return None
    software = [name for name, _ in commonest(basis.software(each) for each in found)]
    return Decision(
        f"Upgrade, replace or accept {counted(len(found), 'unsupported installation')} that no "
        "exception covers.",
        f"{few(software)}.",
        basis.today,
        holders(_SIRO, councils(basis.facts.estate, _organisations(found)), basis),
        f"{'It stays' if len(found) == 1 else 'They stay'} unmanaged; {_planned(found, basis)}.",
        1,
    )


def _organisations(found: Sequence[Finding]) -> list[str]:
    return sorted({key for each in found for key in each.subject.organisations})


def _planned(found: Sequence[Finding], basis: Basis) -> str:
    """Say how many of some installations the plan takes away, and when the last of these goes."""
    ends = [basis.leaves(each) for each in found]
    known = [end for end in ends if end is not None and end != NEVER]
    if not known:
        return f"no change of the plan is known to end {'it' if len(found) == 1 else 'one'}"
    if len(found) == 1:
        return f"the plan ends it on {day(known[0])}"
    whole = "all" if len(known) == len(found) else f"{len(known):,}"
    return f"the plan ends {whole} of them, the last on {day(max(known))}"


def refused(basis: Basis) -> Decision | None:
    """Return what is asked of exceptions that do not count, or cover nothing."""
    found = [e for e in basis.entries if e.decision and e.decision != REVIEW]
    if not found:
        return None
    states = commonest(state_of(each.acceptance.state).name.lower() for each in found)
    open_ones = {f.fingerprint for each in found for f in each.found if f.status != "accepted"}
    idle = ", or cover nothing" if any(each.acceptance.counts for each in found) else ""
    return Decision(
        f"Decide anew on {counted(len(found), 'exception')} that "
        f"{'does' if len(found) == 1 else 'do'} not count{idle}.",
        f"{few([f'{count:,} {state}' for state, count in states], 4)}.",
        basis.today,
        holders({e.acceptance.role for e in found}, _sharing(found), basis),
        _left_open(len(open_ones), len(found)),
        3,
    )


def _left_open(findings: int, exceptions: int) -> str:
    one = exceptions == 1
    if not findings:
        return (
            f"{'It stays' if one else 'They stay'} on file and accept{'s' if one else ''} nothing."
        )
    stay = counted(findings, "finding stays", "findings stay")
    return f"{stay} open that {'it was' if one else 'they were'} to accept."


def _sharing(found: Sequence[Entry]) -> set[str]:
    return {key for each in found for key in each.acceptance.organisations}


def reviews(basis: Basis) -> Decision | None:
    """Return what is asked of exceptions that count and whose review is overdue."""
    found = [each for each in basis.entries if each.decision == REVIEW]
    if not found:
        return None
    first = min(due for each in found if (due := each.acceptance.review_by))
    return Decision(
        f"Review {counted(len(found), 'exception')} whose review is overdue.",
        f"{few([each.acceptance.id for each in found])}.",
        first,
        holders({e.acceptance.role for e in found}, _sharing(found), basis),
        "It goes on counting, reviewed by nobody, until it lapses."
        if len(found) == 1
        else "They go on counting, reviewed by nobody, until they lapse.",
        3,
    )


def lapsing(basis: Basis) -> Decision | None:
    """Return what is asked of exceptions that lapse before the plan has ended their risk."""
    found = [
        (last, each)
        for each in basis.entries
        if each.acceptance.counts
        and each.arrives is not True
        and (last := each.acceptance.last_day) is not None
        and basis.today <= last <= basis.until
    ]
    if not found:
        return None
    entries = [each for _, each in found]
    first = min(last for last, _ in found)
    covered = sum(len(each.found) for each in entries)
    return Decision(
        f"End, or accept for longer, what {counted(len(found), 'exception')} "
        f"{'covers' if len(found) == 1 else 'cover'}: no project is known to end it in time.",
        f"{few([each.acceptance.id for each in sorted(entries, key=_last)])}; until "
        f"{day(basis.until)}.",
        first,
        holders({e.acceptance.role for e in entries}, _sharing(entries), basis),
        f"{counted(covered, 'accepted finding opens', 'accepted findings open')} again, from the "
        f"day after {day(first)} on.",
        3,
    )


def _last(entry: Entry) -> tuple[date, str]:
    return entry.acceptance.last_day or NEVER, entry.acceptance.id


def ending(basis: Basis) -> Decision | None:
    """Return what is asked of software that loses its support soon and stays in the plan."""
    found = [due for due in basis.dues if due.kind == "support" and due.settled is not True]
    if not found:
        return None
    return Decision(
        f"Plan the end of {counted(len(found), 'software release', 'software releases')} whose "
        "support ends.",
        f"{few([due.name for due in found])}; until {day(basis.until)}.",
        found[0].on,
        f"Owners of what runs it: {basis.whose(_owning(found, basis), 3)}",
        _rise(basis),
        2,
    )


def _owning(dues: Sequence[Due], basis: Basis) -> set[str]:
    organisations = basis.facts.column("asset.organisations")
    return {key for due in dues for key in organisations.get(due.place.asset) or ()}


def _rise(basis: Basis) -> str:
    if not basis.ahead:
        return "Each becomes an unmanaged risk on the day after."
    last = basis.ahead[-1]
    now, then = basis.outcome.unmanaged.installations, last.planned.unmanaged
    on = day(last.day)
    if then == now:
        return f"With the plan, unmanaged risks stay at {now:,} until {on}."
    if then < now:
        return f"With the plan, unmanaged risks fall only from {now:,} to {then:,} by {on}."
    return f"Even with the plan, unmanaged risks rise from {now:,} to {then:,} by {on}."


def unknown(basis: Basis) -> Decision | None:
    """Return what is asked about installations whose support nobody knows."""
    number = basis.outcome.unmanaged
    if not number.unknown:
        return None
    most = number.installations + number.unknown
    owners = {
        key
        for each in basis.outcome.findings
        if each.rule == "unknown-support"
        for key in each.subject.organisations
    }
    return Decision(
        f"Have the support of {counted(number.unknown, 'installation')} found out and recorded.",
        "Which product and release they are, or until when it is supported.",
        None,
        f"Owners of what runs it: {basis.whose(owners, 3)}",
        f"Nobody knows whether {number.installations:,} risks are unmanaged, or up to {most:,}.",
        1,
    )
