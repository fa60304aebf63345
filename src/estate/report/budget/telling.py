"""A budget as a statement: what is to be paid, what of it is in no budget, and what disagrees."""

from __future__ import annotations

from collections.abc import Iterator

from estate import __version__
from estate.plan.budget import Budget, Envelope, Payers, Row, Sum
from estate.report.budget.aside import lists_of
from estate.report.budget.words import currency_of, paid_by, period, title, unlisted
from estate.report.currency import Currency
from estate.report.statement import Section, Statement, Table
from estate.report.wording import counted, listed

__all__ = ["statement"]


def statement(budget: Budget) -> Statement:
    """Return the budget as sentences and tables."""
    money = currency_of(budget)
    return Statement(
        estate=budget.estate,
        title=title(budget),
        tool=__version__,
        lead=tuple(_lead(budget, money)),
        sections=(_sums(budget, money), *lists_of(budget, money)),
    )


def _lead(budget: Budget, money: Currency) -> Iterator[str]:
    yield _to_pay(budget, money)
    yield _unbudgeted(budget, money)
    yield from _doubts(budget, money)


def _nearest(budget: Budget) -> list[int]:
    """Return this financial year and the next, as far as the budget has them."""
    this = budget.calendar.of(budget.as_of)
    return [year for year in (this, this + 1) if year in budget.years]


def _to_pay(budget: Budget, money: Currency) -> str:
    """Say what is to be paid this year and next; of other years, what all of them come to."""
    years = _nearest(budget)
    if not (budget.lines or budget.outside):
        return "No budget line that counts is recorded: what is to be paid is not known."
    if not years:
        whole = budget.row().total
        return f"Budgeted for {period(budget)}: {money.named(whole.gross)}{_met(whole, money)}."
    sums = dict(zip(budget.years, budget.row().cells, strict=True))
    said = [
        f"in {budget.label(year)} {money.named(sums[year].gross)}{_met(sums[year], money)}"
        for year in years
    ]
    whole = budget.row().total
    then = f"; over {period(budget)} {money.named(whole.gross)}" if len(budget.years) > 1 else ""
    return f"To be paid {listed(said)}{then}, by {counted(len(budget.lines), 'budget line')}."


def _met(found: Sum, money: Currency) -> str:
    if not found.displaced:
        return ""
    return f" ({money.named(found.displaced)} of it met by costs that stop)"


def _unbudgeted(budget: Budget, money: Currency) -> str:
    years = _nearest(budget) or list(budget.years)
    last = budget.calendar.last(years[-1])
    missing = [due for due in budget.unplanned if due.covered is False and due.year <= years[-1]]
    undated = _undated(budget)
    if not missing:
        return f"{_all_held(budget, years[-1])}{undated}."
    amount, known, unknown = unlisted(missing)
    words = f"{money.named(amount)} a year"
    if not known:
        words = "at a cost that is not recorded"
    elif unknown:
        words += f" for {known:,} of them, and of {unknown:,} the cost is not recorded"
    return f"In no budget: {counted(len(missing), 'renewal')} due by {last}, {words}{undated}."


def _all_held(budget: Budget, year: int) -> str:
    """Say that nothing is missing, or that nothing is known to be due."""
    last = budget.calendar.last(year)
    known = [due for due in budget.renewals.due if due.year <= year]
    if not known:
        return f"No renewal is recorded to fall due by {last}"
    if all(due.covered for due in known):
        return f"Every renewal that is recorded to fall due by {last} is in a budget"
    return f"Of no renewal by {last} is it certain that it is in no budget"


def _undated(budget: Budget) -> str:
    number = len(budget.renewals.undated)
    return f"; of {counted(number, 'more asset')} the day is not recorded" if number else ""


def _doubts(budget: Budget, money: Currency) -> Iterator[str]:
    over = [each for each in budget.envelopes if each.exceeded]
    differing = [each for each in budget.projects if each.agreement == "differs"]
    if over:
        yield f"Exceeded: {listed([_excess(budget, each, money) for each in over])}."
    if differing:
        names = listed([each.name for each in differing])
        yield f"Lines that do not add up to what the project states: {names}."
    if budget.unsure:
        amount = money.named(sum(line.sum.gross for line in budget.unsure))
        number = counted(len(budget.unsure), "line")
        yield f"Not in these sums, as nobody can tell whether they count: {number}, {amount}."


def _excess(budget: Budget, envelope: Envelope, money: Currency) -> str:
    drawn = (("capital", envelope.capital), ("revenue", envelope.revenue))
    over = [
        f"{money.named(amount - getattr(envelope.approved, part))} {part}"
        for part, amount in drawn
        if amount is not None and amount > getattr(envelope.approved, part)
    ]
    owner = budget.named((envelope.organisation,))[0]
    return f"the envelope {envelope.name} of {owner}, by {listed(over)}"


def _sums(budget: Budget, money: Currency) -> Section:
    head = (budget.currency, *map(budget.label, budget.years), "Total")
    numbers = frozenset(range(1, len(head)))
    rows: list[tuple[str, ...]] = []
    strong: list[int] = []
    for payers in budget.payers:
        strong += [len(rows), len(rows) + 1 + len(budget.categories(payers))]
        rows += _of_payers(budget, payers, money)
    strong += [len(rows)]
    rows += _of_all(budget, money)
    strong += [len(rows) - 1]
    caption = "What is budgeted. Each row adds up to its total, each column too."
    return Section(
        "budget",
        "What is to be paid",
        tables=(Table(caption, head, tuple(rows), numbers, frozenset(strong), long=False),),
    )


def _of_payers(budget: Budget, payers: Payers, money: Currency) -> Iterator[tuple[str, ...]]:
    mine = [line for line in budget.lines if line.payers == payers]
    yield (paid_by(budget, payers), *("" for _ in budget.years), "")
    for category in budget.categories(payers):
        chosen = [line for line in mine if line.category == category]
        yield _row(f"  {category.capitalize()}", budget.row(chosen), money, "gross")
    whole = budget.row(mine)
    yield _row("  Together", whole, money, "gross")
    yield from _parts(whole, money)


def _of_all(budget: Budget, money: Currency) -> Iterator[tuple[str, ...]]:
    whole = budget.row()
    yield _row("All together", whole, money, "gross")
    for purpose, words in (
        ("run", "to run what is there"),
        ("change", "to change it, by projects"),
    ):
        chosen = [line for line in budget.lines if line.purpose == purpose]
        yield _row(f"  of it {words}", budget.row(chosen), money, "gross")
    yield from _parts(whole, money, always=True)


def _parts(whole: Row, money: Currency, *, always: bool = False) -> Iterator[tuple[str, ...]]:
    yield _row("  of it capital", whole, money, "capital")
    yield _row("  of it revenue", whole, money, "revenue")
    if always or whole.total.displaced:
        yield _row("  less what it displaces", whole, money, "displaced")
        yield _row("  Net", whole, money, "net")


def _row(name: str, row: Row, money: Currency, part: str) -> tuple[str, ...]:
    cells = (*row.cells, row.total)
    return (name, *(money.bare(getattr(cell, part)) for cell in cells))
