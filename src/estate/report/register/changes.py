"""What has changed since the last report: exceptions that came, ended or changed, and numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from estate.findings import Acceptance, Outcome
from estate.report.register.document import Block, Cell, Part, Prose, Section, Table
from estate.report.register.entry import Entry, unmanaged_of
from estate.report.register.words import day, state_of
from estate.report.wording import counted

__all__ = ["changes"]


def changes(outcome: Outcome, before: Outcome | None, entries: Sequence[Entry]) -> Section:
    """Return what differs from `before`, the outcome at the last report."""
    if before is None:
        blocks: tuple[Block, ...] = (Prose("No earlier report was given to compare with."),)
    else:
        moved = _moved(before, entries)
        blocks = (_numbers(outcome, before), *_exceptions(moved, before))
    since = f" since {day(before.as_of)}" if before else ""
    return Section("changes", f"What has changed{since}", (Part("", blocks),))


def _numbers(outcome: Outcome, before: Outcome) -> Table:
    then, now = before.unmanaged, outcome.unmanaged
    known = {f.fingerprint for f in unmanaged_of(before)}
    found = {f.fingerprint for f in unmanaged_of(outcome)}
    moved = f"{len(found - known):,} came, {len(known - found):,} went"
    rows = (
        ("Unmanaged risks", then.installations, now.installations, moved),
        ("Services that rest on them", then.services, now.services, ""),
        ("Installations of unknown support", then.unknown, now.unknown, ""),
        ("Exceptions that count", _counting(before), _counting(outcome), ""),
        ("Exceptions that do not count", _idle(before), _idle(outcome), ""),
    )
    return Table(
        "The numbers then and now.",
        ("Number", day(before.as_of), day(outcome.as_of), "Change"),
        (43, 18, 18, 21),
        tuple(
            (Cell(name), Cell(was), Cell(is_now), Cell(_difference(is_now - was), note=note))
            for name, was, is_now, note in rows
        ),
    )


def _difference(number: int) -> str:
    return f"{number:+,}".replace("-", "\N{MINUS SIGN}") if number else "None"


def _counting(outcome: Outcome) -> int:
    return sum(each.counts for each in outcome.acceptances)


def _idle(outcome: Outcome) -> int:
    return len(outcome.acceptances) - _counting(outcome)


def _moved(before: Outcome, entries: Sequence[Entry]) -> list[tuple[Cell, ...]]:
    then = {each.id: each for each in before.acceptances}
    rows = [_row(entry, then) for entry in entries]
    here = {entry.acceptance.id for entry in entries}
    gone = [
        (Cell(each.id), _standing(each), Cell("No longer in the register"), Cell("Gone"))
        for each in sorted(before.acceptances, key=lambda each: each.id)
        if each.id not in here
    ]
    return [*(row for row in rows if row), *gone]


def _row(entry: Entry, then: Mapping[str, Acceptance]) -> tuple[Cell, ...]:
    """Return the row of an exception, or nothing if it stands as it stood."""
    now = entry.acceptance
    was, name = then.get(now.id), Cell(now.id, link=entry.anchor)
    if was is None:
        return name, Cell("Was not in the register"), _standing(now), Cell("New")
    if was.counts != now.counts:
        again = "Counts now" if was.state == "pending" else "Counts again"
        word = Cell(again, "good") if now.counts else Cell("Ended", "bad")
        return name, _standing(was), _standing(now), word
    if was.state != now.state:
        return name, _standing(was), _standing(now), Cell("Changed")
    return (name, _standing(was), _standing(now), Cell("Extended")) if _longer(was, now) else ()


def _longer(was: Acceptance, now: Acceptance) -> bool:
    return was.last_day is not None and now.last_day is not None and now.last_day > was.last_day


def _standing(each: Acceptance) -> Cell:
    counts = "counts" if each.counts else "does not count"
    until = f", until {day(each.last_day)}" if each.last_day else ""
    return Cell(state_of(each.state).name, note=f"{counts}{until}")


def _exceptions(rows: Sequence[tuple[Cell, ...]], before: Outcome) -> tuple[Block, ...]:
    if not rows:
        return (Prose("No exception stands otherwise than it did."),)
    return (
        Table(
            f"{counted(len(rows), 'exception')} that came, ended, changed or went.",
            ("Exception", day(before.as_of), "Now", "Change"),
            (22, 31, 31, 16),
            tuple(rows),
        ),
    )
