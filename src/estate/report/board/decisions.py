"""The last page: what the committee is asked to decide, by when, of whom, and what follows else.

Each kind of decision is drawn from what was found, accepted, planned and budgeted, and stands on
the page once, with the first things it is about and the number of all. Nothing is asked that the
records do not ask.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from estate.report.board.basis import Basis
from estate.report.board.decided import Decision
from estate.report.board.document import Listing, Page
from estate.report.board.of_budget import exceeded, renewals, unbudgeted
from estate.report.board.of_plan import collisions, late, proposals
from estate.report.board.of_risk import ending, lapsing, refused, reviews, uncovered, unknown
from estate.report.register.document import Cell, Prose
from estate.report.register.words import day, in_days
from estate.report.wording import counted

__all__ = ["KINDS", "decided", "decisions"]

KINDS: Final[tuple[Callable[[Basis], Decision | None], ...]] = (
    uncovered,
    refused,
    reviews,
    late,
    collisions,
    lapsing,
    renewals,
    ending,
    unbudgeted,
    proposals,
    exceeded,
    unknown,
)
"""Every kind of decision, in the order in which those of one day stand."""


_WITHHELD: Final = (ending, renewals, unbudgeted, exceeded)
"""What rests on days and amounts that a copy for the public does not hold."""


def decided(basis: Basis) -> list[Decision]:
    """Return the decisions that are needed, the most urgent first; without a day, last."""
    kinds = [kind for kind in KINDS if not (basis.public and kind in _WITHHELD)]
    found = [each for kind in kinds if (each := kind(basis)) is not None]
    return sorted(
        found, key=lambda each: (each.by is None, max(each.by or basis.today, basis.today))
    )


def decisions(basis: Basis) -> Page:
    """Return the page of the decisions."""
    found = decided(basis)
    overdue = sum(each.by is not None and each.by <= basis.today for each in found)
    if not found:
        said = "Nothing that is recorded asks for a decision."
        return Page("decisions", "Decisions needed", said, (("", (Prose(_NOT_ALL),)),))
    lead = f"{counted(len(found), 'decision is', 'decisions are')} needed"
    lead += f", {overdue:,} of them today." if overdue else "."
    rows = tuple(_row(number, each, basis) for number, each in enumerate(found, start=1))
    listing = Listing(
        "Computed from the records; the page named shows what stands behind each."
        + (" Withheld: what is asked about money, contracts and support that ends." * basis.public),
        ("No", "What is asked", "By when", "Of whom", "If nothing is decided"),
        (4, 34, 13, 23, 26),
        rows,
        len(rows),
        "further decision",
        "further decisions",
        "pages 1 to 5 show what they rest on",
    )
    return Page("decisions", "Decisions needed", lead, (("", (listing,)),))


_NOT_ALL: Final = "What nobody has recorded cannot ask for anything: see what is unknown on page 1."


def _row(number: int, each: Decision, basis: Basis) -> tuple[Cell, ...]:
    asked = Cell(each.asked, note=f"Page {each.page}: {each.about}")
    return Cell(number), asked, _when(each, basis), Cell(each.whom), Cell(each.otherwise)


def _when(each: Decision, basis: Basis) -> Cell:
    if each.by is None:
        return Cell("No day recorded", "quiet")
    left = (each.by - basis.today).days
    if left <= 0:
        since = f"due {day(each.by)}" if left else ""
        return Cell("Now", "bad", note=since)
    return Cell(each.by, note=in_days(left))
