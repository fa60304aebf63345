"""A rationalisation as a statement: what it comes to, then candidate by candidate."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from estate.duplicates import Candidate, Member, Rationalisation
from estate.report.account import planned
from estate.report.duplicates.aside import asides
from estate.report.duplicates.words import (
    Words,
    end_of,
    fate,
    few,
    going_in_words,
    support_of,
    time_of,
    users_of,
    where,
)
from estate.report.statement import Section, Statement, Table
from estate.report.visible import clip
from estate.report.wording import counted, listed

__all__ = ["statement"]

_ABOUT: Final = 10
"""Members of which sentences tell what the table has no room for."""
_METHOD: Final = (
    "Savings are what is recorded of the systems that go and of what nothing else then needs: "
    "servers, lines, interfaces, licences and contracts. What moving people and data costs is not "
    "taken off."
)


def statement(
    found: Rationalisation, most: int | None, *, wide: bool = False, brief: bool = False
) -> Statement:
    """Return a rationalisation as sentences and tables.

    `most` is how many candidates are told in detail, None for all. `wide` is for paper that is
    as wide as it needs to be: then the matrix has a column for each system. `brief` counts what
    does not compete, and does not list it.
    """
    words = Words(found)
    told = found.candidates[:most]
    return Statement(
        estate=found.estate,
        title=f"rationalisation candidates as of {found.as_of}",
        tool=found.tool,
        lead=tuple(_lead(found, words)),
        sections=(
            *_overview(found, words, len(told)),
            *(_candidate(found, words, number) for number, _ in enumerate(told, 1)),
            *asides(found, words, told, wide=wide, brief=brief),
        ),
    )


def _lead(found: Rationalisation, words: Words) -> Iterator[str]:
    totals = found.totals
    if found.planned is not None:
        said = planned(found.planned)
        yield f"{said[:1].upper()}{said[1:]}."
    if found.wanted.words:
        yield f"Only what concerns {found.wanted.words}."
    if not totals.candidates:
        yield "No system is known to do the job of another that nobody has accepted."
    else:
        cost = f"which cost {words.sum(totals.cost)} a year as far as that is recorded"
        if totals.cost is None:
            cost = "whose cost is not recorded"
        elif totals.unpriced:
            cost += f" (not in full for {totals.unpriced:,} of them)"
        yield (
            f"{counted(totals.candidates, 'candidate')} for rationalisation, "
            f"{counted(totals.systems, 'system')}, {cost}."
        )
        yield _possible(found, words)
    yield from _besides(found)


def _possible(found: Rationalisation, words: Words) -> str:
    totals = found.totals
    if not totals.leavers:
        return "Nothing recorded tells which systems should stay, so no saving can be stated."
    number = len(totals.leavers)
    what = "one system" if number == 1 else f"{number:,} systems"
    saved = words.saving(totals.retirement)
    told = f"Retiring the {what} that some candidate lets go and none keeps saves {saved}."
    within, planned = totals.within.saving, totals.planned.saving
    parts = [f"{words.sum(within)} a year needs no two organisations to agree"] if within else []
    parts += [f"{words.sum(planned)} a year is planned already"] if planned else []
    return f"{told} Of that, {listed(parts)}." if parts else told


def _besides(found: Rationalisation) -> Iterator[str]:
    unknown, apart = found.of("unknown"), found.of("complementary")
    parts = [f"{counted(len(found.accepted), 'candidate')} of accepted duplication"]
    parts = parts if found.accepted else []
    if unknown:
        parts.append(f"{counted(len(unknown), 'group')} of which nobody knows whether they compete")
    if apart:
        share = "shares" if len(apart) == 1 else "share"
        parts.append(f"{counted(len(apart), 'group')} that {share} a job without competing")
    if found.twins:
        parts.append(f"{counted(len(found.twins), 'pair')} of records that may be one system")
    if parts:
        yield f"Beside them: {listed(parts)}."


def _overview(found: Rationalisation, words: Words, told: int) -> Iterator[Section]:
    if not found.candidates:
        return
    rows = tuple(_row(each, words, number) for number, each in enumerate(found.candidates, 1))
    head = ("no.", "what is done twice", "where", "systems", "stays", "saves a year", "from")
    says = [_METHOD]
    if told < len(rows):
        says.append(
            f"The first {told:,} of {len(rows):,} are told in detail below; JSON and CSV have all."
        )
    table = Table("What is done twice, by its number.", head, rows, frozenset({3, 5}))
    yield Section("candidates", "Candidates, the largest saving first", tuple(says), (table,))


def _row(candidate: Candidate, words: Words, number: int) -> tuple[str, ...]:
    names = {member.id: member.name for member in candidate.members}
    retirement = candidate.retirement
    return (
        str(number),
        words.title(candidate) + (" (accepted)" if candidate.accepted else ""),
        where(candidate),
        str(len(candidate.members)),
        names.get(candidate.survivor or "", "undecided"),
        words.sum(retirement.saving, part=bool(retirement.unknown)) if retirement else "",
        words.begins(retirement) if retirement else "",
    )


def _candidate(found: Rationalisation, words: Words, number: int) -> Section:
    candidate = found.candidates[number - 1]
    title = clip(f"{number}. {words.title(candidate)}, {where(candidate)}")
    tables = (_members(candidate, words, number), _going(candidate, words, number))
    return Section(f"c{number}", title, tuple(_says(found, candidate, words)), tables)


def _says(found: Rationalisation, candidate: Candidate, words: Words) -> Iterator[str]:
    if candidate.accepted:
        yield f"Accepted duplication: {words.accepted_until(candidate)}."
    if candidate.undecided:
        rest = "" if candidate.retirement else ", and so is the saving"
        number = counted(len(candidate.undecided), "system")
        yield f"Which of {number} should stay is open{rest}."
    if candidate.retirement is not None:
        inside = [
            str(number)
            for number, other in enumerate(found.candidates, 1)
            if other is not candidate and other.leavers
            if set(other.leavers) <= set(candidate.leavers) and other.scope != candidate.scope
        ]
        told = f" That includes what candidate {listed(inside)} saves." if inside else ""
        lead = "Whichever stays, the others save" if candidate.undecided else "Saves"
        yield f"{lead} {words.saving(candidate.retirement)}.{told}"
    yield f"Matched by {'; '.join(words.match(match) for match in candidate.matches)}."
    yield words.decided(candidate)
    for member in candidate.members[:_ABOUT]:
        yield _about(member, words)
    if len(candidate.members) > _ABOUT:
        left = len(candidate.members) - _ABOUT
        yield f"{counted(left, 'more', 'more')}: JSON and CSV tell of each."
    if candidate.retirement is not None:
        yield from _first(candidate)


def _about(member: Member, words: Words) -> str:
    """Return what the table has no room for: shares, faults of support, ends that are planned."""
    told = [" ".join(filter(None, (member.product, member.version))) or "no product recorded"]
    told += words.shared(member)
    if member.unknown_cost:
        told.append(f"not recorded: the cost of {few(list(member.unknown_cost))}")
    if member.support_note:
        told.append(f"support {support_of(member)}: {member.support_note}")
    if member.projects:
        names = listed([name for _, name in member.projects])
        told.append(f"already ends by {names} on {member.planned_end}")
    return f"{member.name}: {'; '.join(told)}."


def _first(candidate: Candidate) -> Iterator[str]:
    """Yield what has to be done before the others can go."""
    leaving = set(candidate.leavers)
    names = dict(pair for member in candidate.members for pair in member.services)
    only = [
        names[key] for member in candidate.members if member.id in leaving for key in member.only
    ]
    if only:
        lost = f"{few(only)}, which no system that stays supports"
        yield f"To be taken over first: {lost}."
    retirement = candidate.retirement
    if retirement and retirement.needed_by:
        needed = few([name for _, name, _ in retirement.needed_by])
        yield f"To be served by something else first: {needed}."
    if retirement and retirement.kept:
        kept = [f"{each.name} ({counted(each.number, 'other')})" for each in retirement.kept]
        yield f"Stays, since others need it: {few(kept)}."


def _members(candidate: Candidate, words: Words, number: int) -> Table:
    head = ("fate", "system", "cost a year", "users", "TIME", "support", "hosting", "ends")
    across = candidate.scope == "across"
    rows = tuple(
        (
            fate(candidate, member),
            f"{member.name} ({listed(list(member.organisations))})" if across else member.name,
            words.cost(member),
            users_of(member),
            time_of(member),
            support_of(member),
            member.hosting or "not recorded",
            end_of(member),
        )
        for member in candidate.members
    )
    long = len(rows) > _ABOUT
    caption = f"The systems of candidate {number}, those first that should stay."
    return Table(caption, head, rows, long=long)


def _going(candidate: Candidate, words: Words, number: int) -> Table:
    """Return what goes with the others; where nobody is chosen, what goes with each alone."""
    names = {member.id: member.name for member in candidate.members}
    if candidate.retirement is not None:
        caption = f"What goes by candidate {number}, and when that saves something."
        going = candidate.retirement.going
    else:
        caption = f"What would go by candidate {number} with each of them alone."
        going = tuple(each for member in candidate.members for each in member.alone.going)
    rows = tuple(
        (
            going_in_words(each),
            "" if each.id in each.by else listed([names[key] for key in each.by]),
            f"part of {listed(list(each.paid_by))}" if each.paid_by else words.sum(each.amount),
            each.reason if each.amount is not None else "",
        )
        for each in going
    )
    head = ("what goes", "with", "a year", "from when it is saved")
    return Table(caption, head, rows, long=len(candidate.members) > _ABOUT)
