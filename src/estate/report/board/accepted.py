"""The third page: accepted risks that are in force, that lapse, and that count for nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from estate.report.board.basis import Basis, brief, few
from estate.report.board.document import Block, Listing, Page
from estate.report.register.document import Cell, Prose, Timeline, Until
from estate.report.register.entry import HORIZON, STEPS, Entry
from estate.report.register.words import day, in_days, role_name, sentence, state_of, truth
from estate.report.wording import counted, listed, shortened

__all__ = ["accepted"]

_ROWS: Final = 14
_BARS: Final = 6
_WHY: Final = 110
_WHERE: Final = "exceptions.pdf"


def accepted(basis: Basis) -> Page:
    """Return the page of the exceptions."""
    entries = basis.entries
    counting = [entry for entry in entries if entry.acceptance.counts]
    if not entries:
        return Page("exceptions", "Exceptions", _lead(entries), ())
    body = (
        ("What needs a signature or a decision", tuple(_pending(entries))),
        ("In force", tuple(_in_force(counting, basis))),
    )
    return Page("exceptions", "Exceptions", _lead(entries), body)


def _lead(entries: Sequence[Entry]) -> str:
    counting = sum(entry.acceptance.counts for entry in entries)
    lapsing = [entry for entry in entries if entry.lapses]
    unmet = sum(entry.arrives is False for entry in lapsing)
    deciding = sum(bool(entry.decision) for entry in entries)
    if not entries:
        return "Nobody has accepted a risk: no exception is on record."
    idle = len(entries) - counting
    do_not = "does not" if idle == 1 else "do not"
    said = [
        f"{counted(len(entries), 'exception')} on record.",
        f"{counting or 'None'} {'counts' if counting == 1 else 'count'} today, {idle:,} {do_not}.",
        f"{deciding or 'None'} {'needs' if deciding == 1 else 'need'} a decision.",
    ]
    verb = "lapses" if len(lapsing) == 1 else "lapse"
    early = f", {unmet:,} before the plan has ended the risk" if unmet else ""
    soon = f"{len(lapsing) or 'None'} of those that count {verb} within {HORIZON} days{early}."
    return " ".join([*said, soon] if counting else said)


def _pending(entries: Sequence[Entry]) -> Iterator[Block]:
    found = [entry for entry in entries if entry.decision]
    if not found:
        yield Prose("No exception needs a decision.", "good")
        return
    states = Counter(map(_state, found))
    tally = listed([f"{number:,} {state}" for state, number in sorted(states.items())])
    yield Listing(
        f"By state: {tally}. The worst first.",
        ("Exception", "Why", "What is asked", "Of whom"),
        (17, 35, 28, 20),
        tuple(_asked(entry) for entry in found[:_ROWS]),
        len(found),
        "further exception",
        "further exceptions",
        _WHERE,
        least=min(3, len(found)),
    )


def _state(entry: Entry) -> str:
    """Return why an exception needs a decision, in a word or two."""
    return "review overdue" if _only_late(entry) else _named(entry).lower()


def _only_late(entry: Entry) -> bool:
    """Whether an exception counts, covers something, and nobody has reviewed it in time."""
    return entry.acceptance.counts and entry.acceptance.state != "orphaned"


def _named(entry: Entry) -> str:
    return state_of(entry.acceptance.state).name


def _asked(entry: Entry) -> tuple[Cell, ...]:
    acceptance = entry.acceptance
    reasons = acceptance.reasons
    more = f" (and {len(reasons) - 1} more)" if len(reasons) > 1 else ""
    due = acceptance.review_by
    if _only_late(entry) and due:
        why, more = f"Its review was due on {day(due)}", ""
    else:
        why = sentence(reasons[0]) if reasons else state_of(acceptance.state).meaning
    role = role_name(acceptance.role) if acceptance.role else "Role not known"
    return (
        Cell(brief(acceptance.id, 40), note=_named(entry)),
        Cell(shortened(why, _WHY) + more),
        Cell(entry.decision),
        Cell(role, note=brief(entry.organisations, 90)),
    )


def _in_force(counting: Sequence[Entry], basis: Basis) -> Iterator[Block]:
    if not counting:
        yield Prose("No exception counts: no risk is accepted today.", "bad")
        return
    ordered = sorted(counting, key=lambda entry: (_left(entry), entry.number))
    soon = [entry for entry in ordered if entry.lapses]
    if soon:
        yield _timeline(soon)
    yield Listing(
        f"{counted(len(counting), 'exception')} that count on {day(basis.today)}; the first to "
        "lapse comes first.",
        ("Exception", "Covers", "Accepted by", "Last day", "Plan in time"),
        (16, 34, 20, 16, 14),
        tuple(_holding(entry) for entry in ordered[:_ROWS]),
        len(ordered),
        "further exception",
        "further exceptions",
        _WHERE,
        least=min(3, len(ordered)),
    )


def _left(entry: Entry) -> int:
    left = entry.days_left
    return 10**9 if left is None else left


def _holding(entry: Entry) -> tuple[Cell, ...]:
    left = entry.days_left
    return (
        Cell(brief(entry.acceptance.id, 40)),
        Cell(few(list(entry.acceptance.covers), 2)),
        Cell(_by(entry)),
        Cell(entry.acceptance.last_day or "No end", note="" if left is None else in_days(left)),
        truth(entry.arrives),
    )


def _by(entry: Entry) -> str:
    """Return who accepted the risk: of a joint acceptance, each who did."""
    people = list(dict.fromkeys(sign.person for sign in entry.acceptance.signs if sign.person))
    return few(people or [entry.acceptance.accepted_by], 2, 40) or "Nobody named"


def _timeline(soon: Sequence[Entry]) -> Timeline:
    bars = tuple(
        Until(brief(entry.acceptance.id, 24), "", _left(entry), in_days(_left(entry)))
        for entry in soon[:_BARS]
    )
    said = "; ".join(f"{bar.name} {bar.label}" for bar in bars)
    more = f"; {len(soon) - _BARS:,} later ones are not drawn" if len(soon) > _BARS else ""
    return Timeline(HORIZON, STEPS, bars, f"The days that are left, on a line of 90: {said}{more}.")
