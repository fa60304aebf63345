"""The page of one exception: from the risk in words down to its history."""

from __future__ import annotations

from collections.abc import Iterator

from estate.findings import Acceptance
from estate.report.register.chains import chains_of
from estate.report.register.document import (
    Block,
    Cell,
    Part,
    Points,
    Prose,
    Section,
    Table,
    Terms,
)
from estate.report.register.entry import FEW, Entry
from estate.report.register.evidence import facts, mitigation, signs
from estate.report.register.words import (
    in_days,
    one_line,
    sentence,
    state_of,
    truth,
)
from estate.report.wording import counted

__all__ = ["chapter"]


def chapter(entry: Entry, of: int, where: str) -> Section:
    """Return the page of an exception, one of `of`; `where` is the place of its record."""
    acceptance = entry.acceptance
    first, more = acceptance.covers[:1] or ("nothing",), len(acceptance.covers) - 1
    and_more = f" and {more} more" if more > 0 else ""
    parts = (
        Part("", tuple(_standing(entry, where))),
        Part("All that it covers", tuple(_covers(acceptance))),
        Part("The risk", tuple(_risk(acceptance))),
        Part("The facts, accepted and now", tuple(facts(acceptance))),
        Part("From the service to the software", chains_of(entry)),
        Part("Mitigation", tuple(mitigation(acceptance))),
        Part("The plan that ends it", tuple(_plan(entry))),
        Part("Who accepted it", tuple(signs(entry))),
        Part("Extensions", tuple(_extensions(acceptance))),
        Part("History of the record", tuple(_history(acceptance))),
    )
    return Section(
        anchor=entry.anchor,
        title=f"{one_line(acceptance.id, 80)}: {one_line(first[0], 120)}{and_more}",
        kicker=f"Exception {entry.number:,} of {of:,}",
        mark=entry.mark,
        parts=tuple(part for part in parts if part.blocks),
    )


def _standing(entry: Entry, where: str) -> Iterator[Block]:
    acceptance = entry.acceptance
    state = state_of(acceptance.state)
    yield Prose(f"{state.name}. {state.meaning}" if state.meaning else f"{state.name}.")
    reasons = [sentence(reason) for reason in acceptance.reasons]
    said = tuple(reason for reason in reasons if reason != state.meaning.removesuffix("."))
    if said:
        yield Points(said, "warn" if acceptance.counts else "bad")
    yield Terms(
        (
            ("To decide today", Cell(entry.decision or "Nothing", "bad" if entry.decision else "")),
            ("Rule", Cell(entry.title, note=acceptance.rule if entry.rule else "")),
            ("Organisations", Cell(entry.organisations)),
            ("Covers", Cell(entry.covers, note=f"{counted(len(entry.found), 'finding')} now")),
        )
    )
    yield Terms(tuple(_days(entry, where)), brief=True)


def _covers(acceptance: Acceptance) -> Iterator[Block]:
    """Yield the whole list where the line above names but a part of it."""
    if len(acceptance.covers) > FEW:
        yield Points(tuple(one_line(each) for each in acceptance.covers))


def _days(entry: Entry, where: str) -> Iterator[tuple[str, Cell]]:
    acceptance, left = entry.acceptance, entry.days_left
    yield "Severity", Cell(acceptance.severity.capitalize() or None)
    yield "Last day", Cell(acceptance.last_day, note="" if left is None else in_days(left))
    if acceptance.expires != acceptance.last_day:
        yield "Expires", Cell(acceptance.expires)
    yield "Review by", Cell(acceptance.review_by, "warn" if entry.overdue else "", _due(entry))
    if acceptance.withdrawn_on:
        yield "Withdrawn on", Cell(acceptance.withdrawn_on)
    if where:
        yield "Recorded in", Cell(where)


def _due(entry: Entry) -> str:
    return "Overdue" if entry.overdue else ""


def _risk(acceptance: Acceptance) -> Iterator[Block]:
    yield Prose(one_line(acceptance.risk) or "The record does not say what the risk is.")
    yield Terms(
        (
            ("Inherent risk", _score(acceptance.inherent)),
            ("Residual risk", _score(acceptance.residual)),
        ),
        brief=True,
    )


def _score(score: tuple[int, int] | None) -> Cell:
    if score is None:
        return Cell(None)
    likelihood, impact = score
    return Cell(f"{likelihood * impact} of 25", note=f"likelihood {likelihood}, impact {impact}")


def _plan(entry: Entry) -> Iterator[Block]:
    acceptance = entry.acceptance
    yield Terms(
        (
            ("Treatment", Cell(acceptance.treatment.capitalize() or None)),
            ("Action", Cell(acceptance.action.capitalize() or None)),
            ("Target", Cell(acceptance.target)),
            ("Arrives in time", truth(entry.arrives)),
            ("Funded", truth(entry.funded)),
        ),
        brief=True,
    )
    if acceptance.deliveries:
        yield Table(
            "The projects that are to end the risk.",
            ("Project", "Status", "Ends", "In time", "Funded"),
            (38, 16, 18, 14, 14),
            tuple(
                (
                    Cell(each.name or each.id),
                    Cell(each.status.capitalize() or None),
                    Cell(each.ends),
                    truth(each.in_time),
                    truth(each.funded),
                )
                for each in acceptance.deliveries
            ),
        )
    else:
        yield Prose("No project that ends the risk is recorded.")


def _extensions(acceptance: Acceptance) -> Iterator[Block]:
    if acceptance.extensions:
        yield Table(
            f"Extended {counted(len(acceptance.extensions), 'time')}.",
            ("From", "To", "Given on", "By", "Reason"),
            (14, 14, 14, 24, 34),
            tuple(
                (
                    Cell(each.begins),
                    Cell(each.to),
                    Cell(each.on),
                    Cell(each.by or None),
                    Cell(each.reason or None),
                )
                for each in acceptance.extensions
            ),
        )


def _history(acceptance: Acceptance) -> Iterator[Block]:
    if acceptance.history:
        yield Table(
            "Changes to the record, the newest first, as version control has them.",
            ("On", "By", "Change", "Commit"),
            (14, 22, 48, 16),
            tuple(
                (Cell(each.on), Cell(each.author), Cell(each.message), Cell(each.commit[:12]))
                for each in acceptance.history
            ),
        )
