"""The fifth page: what organisations pay in which year, what no budget pays for, and savings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from estate.plan.budget import Budget, Envelope, Line, Payers, Sum
from estate.report.board.basis import Basis, brief, few
from estate.report.board.document import Block, Listing, Page, Pair, Stack, Stacks
from estate.report.board.falling import nearest_unpaid, notices, unpaid, worth
from estate.report.register.document import Cell, Points, Prose
from estate.report.register.words import day
from estate.report.wording import counted, listed

__all__ = ["excess_of", "money"]

_DRAWN: Final = 4
"""Payers that the picture tells apart."""
_PAYERS: Final = 9
"""Payers that the table names; the others are summed up."""
_SUMS: Final = 2
"""Approved sums that are named; the others are counted."""
_HUNDRED: Final = 100


def money(basis: Basis) -> Page:
    """Return the page of the budget."""
    budget = basis.budget
    if basis.public:
        said = "Amounts, and what a budget pays for, are withheld from the copy for the public."
        return Page("budget", "The budget", said, ())
    return Page(
        "budget",
        "The budget",
        _lead(basis),
        (
            (f"Budgeted, {budget.currency}", tuple(_paid(basis))),
            ("Falls due and is in no budget", tuple(unpaid(basis))),
            ("Renews itself unless notice is given", tuple(notices(basis))),
            ("Savings", (_savings(basis),)),
            ("What does not fit", (_doubts(basis),)),
        ),
    )


def _lead(basis: Basis) -> str:
    budget, pounds = basis.budget, basis.money
    if not budget.lines:
        said = ["No budget line counts in these years: what is to be paid is not known."]
    else:
        sums = zip(budget.years, budget.row().cells, strict=True)
        first = [f"{pounds.named(each.gross)} in {budget.label(y)}" for y, each in list(sums)[:2]]
        said = [f"Budgeted are {listed(first)}."]
    missing = nearest_unpaid(basis)
    if missing:
        last = day(budget.calendar.last(budget.years[min(1, len(budget.years) - 1)]))
        number = counted(len(missing), "renewal")
        said.append(f"No budget pays for {number} due by {last}: {worth(missing, basis)}.")
    over = [each for each in budget.envelopes if each.exceeded]
    if over:
        number = counted(len(over), "approved sum is", "approved sums are")
        said.append(f"{number} exceeded.")
    return " ".join(said)


def _paid(basis: Basis) -> Iterator[Block]:
    budget = basis.budget
    if not budget.lines:
        yield Prose("No budget line is recorded for these years.")
        return
    drawn, told = _by_payer(budget, _DRAWN), _by_payer(budget, _PAYERS)
    yield Pair(_stacks(basis, drawn), _sums(basis, told), (36, 64))


def _by_payer(budget: Budget, most: int) -> list[tuple[str, list[int]]]:
    """Return what the largest payers pay year by year, and all others together."""

    def of(lines: Sequence[Line]) -> list[int]:
        return [cell.gross for cell in budget.row(lines).cells]

    mine: dict[Payers, list[Line]] = {}
    for line in budget.lines:
        mine.setdefault(line.payers, []).append(line)
    ordered = sorted(mine, key=lambda key: (-sum(of(mine[key])), budget.named(key), key))
    rows = [
        (few(budget.named(key), 2, 40) or "Nobody recorded", of(mine[key]))
        for key in ordered[:most]
    ]
    others = [line for key in ordered[most:] for line in mine[key]]
    if others:
        rows.append((counted(len(ordered) - most, "other payer"), of(others)))
    return rows


def _stacks(basis: Basis, rows: Sequence[tuple[str, list[int]]]) -> Stacks:
    budget = basis.budget
    stacks = tuple(
        Stack(
            budget.label(year),
            tuple(row[number] // _HUNDRED for _, row in rows),
            basis.money.bare(sum(row[number] for _, row in rows)),
        )
        for number, year in enumerate(budget.years)
    )
    said = "; ".join(f"{each.name}: {each.label}" for each in stacks)
    names = tuple(name for name, _ in rows)
    return Stacks(names, stacks, f"Budget by year and who pays, {budget.currency}. {said}.")


def _sums(basis: Basis, rows: Sequence[tuple[str, list[int]]]) -> Listing:
    budget, bare = basis.budget, basis.money.bare
    whole = budget.row().cells
    shown = [(name, [*row, sum(row)]) for name, row in rows]
    shown.append(("All together", _with_total(whole, "gross")))
    shown.append(("of it capital", _with_total(whole, "capital")))
    shown.append(("met by costs that stop", _with_total(whole, "displaced")))
    return Listing(
        "Capital and revenue that count; what several pay without recorded shares stands apart.",
        ("Who pays", *(budget.label(year) for year in budget.years), "All"),
        (34, *(13 for _ in budget.years), 14),
        tuple((Cell(name), *(Cell(bare(each)) for each in row)) for name, row in shown),
        len(shown),
        "",
        "",
        "",
        right=tuple(range(1, len(budget.years) + 2)),
        least=len(shown),
    )


def _with_total(cells: Sequence[Sum], part: str) -> list[int]:
    found = [getattr(cell, part) for cell in cells]
    return [*found, sum(found)]


def _savings(basis: Basis) -> Points:
    promises = [
        one
        for each in basis.roadmap.projects
        if each.status not in {"proposed", "stopped"}
        for one in each.promises
    ]
    stopping = sum(cell.displaced for cell in basis.budget.row().cells)
    said = [
        f"Costs that stop meet {basis.money.named(stopping)} of what these years are to pay."
        if stopping
        else "No budget line of these years says that it replaces a cost that stops."
    ]
    if not promises:
        return Points((*said, "No project under way or done promises a benefit."))
    named = basis.money.named
    planned = [round(_HUNDRED * one.planned) for one in promises if one.planned is not None]
    actual = [round(_HUNDRED * one.actual) for one in promises if one.actual is not None]
    overdue = sum(one.standing == "overdue" for one in promises)
    blank = len(promises) - len(planned)
    said.append(
        f"Projects promise {counted(len(promises), 'benefit')}, {named(sum(planned))} a year"
        + (f" (of {blank:,} no amount is recorded)" if blank else "")
        + f"; {len(actual) or 'none'} of them counted"
        + (f", at {named(sum(actual))} a year" if actual else "")
        + (f", {overdue:,} overdue to be counted." if overdue else ".")
    )
    return Points(tuple(said))


def _doubts(basis: Basis) -> Points:
    budget, named = basis.budget, basis.money.named
    over = [each for each in budget.envelopes if each.exceeded]
    unclear = sum(each.exceeded is None for each in budget.envelopes)
    differing = [each.name for each in budget.projects if each.agreement == "differs"]
    said = [excess_of(each, basis) for each in over[:_SUMS]]
    if len(over) > _SUMS:
        said.append(f"{counted(len(over) - _SUMS, 'more approved sum')} exceeded.")
    if unclear:
        said.append(f"Of {counted(unclear, 'approved sum')} it is not certain what draws on it.")
    if differing:
        said.append(f"Budget lines do not add up to what the project states: {few(differing)}.")
    if budget.differences:
        number = counted(len(budget.differences), "shared asset")
        said.append(f"Not budgeted in the same years by those who share it: {number}.")
    if budget.unsure:
        amount = named(sum(line.sum.gross for line in budget.unsure))
        number = counted(len(budget.unsure), "line")
        said.append(f"Not counted, as a year or a status is missing: {number}, {amount}.")
    if budget.idle:
        amount = named(sum(line.sum.gross for line in budget.idle))
        number = counted(len(budget.idle), "line")
        said.append(f"Not counted, as the project is proposed or stopped: {number}, {amount}.")
    return Points(tuple(said or ["Nothing that is recorded contradicts itself."]))


def excess_of(envelope: Envelope, basis: Basis) -> str:
    """Return by how much more is budgeted than was approved, in a sentence."""
    drawn = (("capital", envelope.capital), ("revenue", envelope.revenue))
    over = [
        f"{basis.money.named(amount - getattr(envelope.approved, part))} {part}"
        for part, amount in drawn
        if amount is not None and amount > getattr(envelope.approved, part)
    ]
    whose = basis.whose((envelope.organisation,))
    return f"{brief(envelope.name)} of {whose} is exceeded by {listed(over)}."
