"""The first page: what is unmanaged, what needs a decision, what lapses, and the register."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from estate.findings import Finding, Outcome
from estate.report.register.chains import software_in_words
from estate.report.register.document import (
    Block,
    Cell,
    Headline,
    Part,
    Prose,
    Section,
    Table,
    Timeline,
    Until,
)
from estate.report.register.entry import HORIZON, STEPS, Entry, covering, unmanaged_of
from estate.report.register.words import day, in_days, one_line, sentence, state_of, truth
from estate.report.wording import counted, listed, organisations_of

__all__ = ["decisions", "headline", "lapses", "register"]

_ROWS: Final = 40
"""Rows that a table of the first page shows; the workbook has them all."""
_BARS: Final = 20
"""Bars that the timeline shows."""
_NAMED: Final = 3
"""Assets that a row names."""


def headline(outcome: Outcome, entries: Sequence[Entry]) -> Headline:
    """Return the number of unmanaged risks, with what it means and the numbers beside it."""
    number = outcome.unmanaged
    counting = sum(entry.acceptance.counts for entry in entries)
    idle = len(entries) - counting
    to_decide = sum(bool(entry.decision) for entry in entries)
    unknown = (
        f" The support of {counted(number.unknown, 'further installation')} is unknown, "
        "so there may be more."
        if number.unknown
        else ""
    )
    return Headline(
        number.installations,
        "unmanaged risk" if number.installations == 1 else "unmanaged risks",
        "Installations of software past the end of its security support, or on extended support "
        "that nobody has paid for, whose risk nobody entitled has accepted." + unknown,
        (
            (
                number.services,
                _plural(number.services, "service rests", "services rest") + " on them",
            ),
            (to_decide, _plural(to_decide, "exception needs", "exceptions need") + " a decision"),
            (idle, _plural(idle, "exception does", "exceptions do") + " not count"),
            (counting, _plural(counting, "exception counts", "exceptions count")),
        ),
    )


def _plural(number: int, one: str, more: str) -> str:
    return one if number == 1 else more


def decisions(outcome: Outcome, entries: Sequence[Entry]) -> Section:
    """Return what needs a decision today: unmanaged software, and exceptions in a bad state."""
    return Section(
        "decisions",
        "What needs a decision today",
        (
            Part("Exceptions", tuple(_pending(entries))),
            Part("Unmanaged software", tuple(_unmanaged(outcome, entries))),
        ),
    )


def _pending(entries: Sequence[Entry]) -> list[Block]:
    rows = [entry for entry in entries if entry.decision]
    if not rows:
        return [Prose("No exception needs a decision.", "good")]
    table = Table(
        f"{counted(len(rows), 'exception')} that somebody has to decide on, and why.",
        ("Exception", "State", "Why", "Decision"),
        (17, 17, 38, 28),
        tuple(
            (
                Cell(entry.acceptance.id, link=entry.anchor),
                entry.mark,
                Cell(_why(entry)),
                Cell(entry.decision),
            )
            for entry in rows[:_ROWS]
        ),
    )
    return [table, *_rest(len(rows), "exception", "Register")]


def _why(entry: Entry) -> str:
    reasons = entry.acceptance.reasons
    if entry.acceptance.counts and entry.overdue and entry.acceptance.review_by:
        return f"Its review was due on {day(entry.acceptance.review_by)}"
    more = f" (and {len(reasons) - 1} more)" if len(reasons) > 1 else ""
    if reasons:
        return sentence(reasons[0]) + more
    return state_of(entry.acceptance.state).meaning.removesuffix(".")


def _rest(total: int, noun: str, sheet: str, plural: str = "") -> list[Block]:
    if total <= _ROWS:
        return []
    rest = counted(total - _ROWS, f"further {noun}", plural and f"further {plural}")
    return [Prose(f"{rest} not shown here; the workbook has all, on its sheet {sheet}.", "quiet")]


def _unmanaged(outcome: Outcome, entries: Sequence[Entry]) -> list[Block]:
    found = unmanaged_of(outcome)
    on_file = covering(entries)
    groups: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in found:
        owners = organisations_of(finding.subject, outcome.organisations)
        groups[software_in_words(finding.subject.detail) or finding.rule, owners].append(finding)
    ordered = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    blocks: list[Block] = []
    if ordered:
        table = Table(
            f"{counted(len(found), 'installation')} without an acceptance that counts. Each needs "
            "an upgrade, a replacement, or an acceptance by the SIRO of every organisation named.",
            ("Software", "Count", "On", "Organisations", "Exception on file"),
            (23, 9, 25, 24, 19),
            tuple(_group(name, found, on_file) for name, found in ordered[:_ROWS]),
        )
        blocks = [table, *_rest(len(ordered), "kind of software", "Unmanaged", "kinds of software")]
    missing = outcome.unmanaged.installations - len(found)
    if missing > 0:
        blocks.append(
            Prose(f"{counted(missing, 'installation')} not listed: this run lists no finding.")
        )
    return blocks or [Prose("No unsupported software is without an acceptance.", "good")]


def _group(
    name: tuple[str, str], found: Sequence[Finding], on_file: dict[str, Entry]
) -> tuple[Cell, ...]:
    software, owners = name
    assets = list(dict.fromkeys(one_line(f.subject.name or f.subject.id, 60) for f in found))
    more = f" and {len(assets) - _NAMED} more" if len(assets) > _NAMED else ""
    filed = {entry.anchor: entry for f in found if (entry := on_file.get(f.fingerprint))}
    names = listed([one_line(entry.acceptance.id, 80) for entry in filed.values()])
    bare = sum(f.fingerprint not in on_file for f in found)
    note = f"none for {bare:,}" if filed and bare else ""
    link = next(iter(filed)) if len(filed) == 1 else ""
    exception = Cell(names, note=note, link=link) if filed else Cell("None", "bad")
    on = (", ".join(assets[:_NAMED]) + more) if more else listed(assets)
    return Cell(software), Cell(len(found)), Cell(on), Cell(owners), exception


def lapses(entries: Sequence[Entry]) -> Section:
    """Return what lapses within 30, 60 and 90 days, as a table and as a picture."""
    soon = sorted((entry for entry in entries if entry.lapses), key=lambda e: (_left(e), e.number))
    counts = [sum(_left(entry) <= step for entry in soon) for step in STEPS]
    verb = _plural(max(counts[0], 1), "lapses", "lapse")
    first, *others = [f"within {step} days" for step in STEPS]
    later = [f"{n or 'none'} {within}" for n, within in zip(counts[1:], others, strict=True)]
    said = listed([f"{counts[0] or 'none'} {verb} {first}", *later])
    blocks: list[Block] = [Prose(f"Of the exceptions that count today, {said}.")]
    if soon:
        blocks += [_timeline(soon), _lapsing(soon), *_rest(len(soon), "exception", "Register")]
    return Section("lapses", "What lapses in the next 90 days", (Part("", tuple(blocks)),))


def _left(entry: Entry) -> int:
    return entry.days_left or 0


def _timeline(soon: Sequence[Entry]) -> Timeline:
    shown = soon[:_BARS]
    bars = tuple(
        Until(entry.acceptance.id, entry.anchor, _left(entry), in_days(_left(entry)))
        for entry in shown
    )
    said = "; ".join(f"{one_line(bar.name, 80)} {bar.label}" for bar in bars)
    more = f"; {len(soon) - _BARS:,} later ones are not drawn" if len(soon) > _BARS else ""
    return Timeline(HORIZON, STEPS, bars, f"The days that are left, on a line of 90: {said}{more}.")


def _lapsing(soon: Sequence[Entry]) -> Table:
    return Table(
        "What lapses, the first day first, and whether the plan ends the risk by then.",
        ("Exception", "Last day", "Covers", "Plan arrives in time"),
        (19, 19, 42, 20),
        tuple(
            (
                Cell(entry.acceptance.id, link=entry.anchor),
                Cell(entry.acceptance.last_day, note=in_days(_left(entry))),
                Cell(entry.covers),
                truth(entry.arrives),
            )
            for entry in soon[:_ROWS]
        ),
    )


def register(entries: Sequence[Entry]) -> Section:
    """Return the list of all exceptions, worst first, with links to their pages."""
    counting = sum(entry.acceptance.counts for entry in entries)
    table = Table(
        f"{counted(len(entries), 'exception')}, worst first; {counting:,} of them count today.",
        ("Exception", "State", "Covers", "Organisations", "Last day"),
        (17, 18, 31, 20, 14),
        tuple(
            (
                Cell(entry.acceptance.id, link=entry.anchor),
                entry.mark,
                Cell(entry.covers),
                Cell(entry.organisations),
                Cell(entry.acceptance.last_day),
            )
            for entry in entries
        ),
    )
    blocks = (table,) if entries else (Prose("Nobody has accepted a risk."),)
    return Section("register", "The register", (Part("", blocks),))
