"""What stands beside the sums of a budget: what is not in it, and where plans disagree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from estate.plan.budget import Budget, Due, Line, Reconciliation, total
from estate.report.budget.words import STANDINGS, label, paid_by, span, unlisted
from estate.report.currency import Currency
from estate.report.statement import Section, Table
from estate.report.wording import counted, listed

__all__ = ["lists_of"]


def lists_of(budget: Budget, money: Currency) -> tuple[Section, ...]:
    """Return the sections that follow the sums."""
    return (
        _due(budget, money),
        _differences(budget),
        _envelopes(budget, money),
        _projects(budget, money),
        _apart(budget, money),
    )


def _due(budget: Budget, money: Currency) -> Section:
    """Return what falls due without a line, by organisation and as a list."""
    dues = budget.unplanned
    due = budget.renewals.due
    missing = sum(each.covered is False for each in dues)
    says = [
        f"Due for renewal in these years: {counted(len(due), 'asset')}. In no budget: {missing:,}."
    ]
    if len(dues) > missing:
        says.append(f"Perhaps in one: {len(dues) - missing:,}, which nobody can tell.")
    if budget.renewals.undated:
        number = counted(len(budget.renewals.undated), "more asset")
        says.append(f"Of {number} the day of renewal is not recorded: not counted here.")
    if budget.renewals.past:
        number = counted(len(budget.renewals.past), "asset")
        says.append(f"Of {number} the day of renewal has gone by: not counted here either.")
    if not dues:
        return Section("due", "In no budget", tuple(says))
    return Section(
        "due", "In no budget", tuple(says), (_by_payer(budget, money), _each(dues, budget, money))
    )


def _by_payer(budget: Budget, money: Currency) -> Table:
    found = {part.payers for due in budget.unplanned for part in due.parts}
    payers = sorted(found, key=lambda p: (len(p) != 1, budget.named(p), p))
    rows = [
        (paid_by(budget, each), *_numbers(unlisted(budget.unplanned, each), money))
        for each in payers
    ]
    rows.append(("All together", *_numbers(unlisted(budget.unplanned), money)))
    head = ("Who", "A year", "Cost known", "Cost unknown")
    caption = (
        "What is in no budget, by who would pay: what it costs a year, and of how many of them "
        "the cost is known. One that is shared by recorded shares stands with each who pays."
    )
    numbers, strong = frozenset({1, 2, 3}), frozenset({len(rows) - 1})
    return Table(caption, head, tuple(rows), numbers, strong, long=False)


def _numbers(found: tuple[int, int, int], money: Currency) -> tuple[str, str, str]:
    amount, known, unknown = found
    return money.bare(amount) if known else "unknown", f"{known:,}", f"{unknown:,}"


def _each(dues: Sequence[Due], budget: Budget, money: Currency) -> Table:
    rows = tuple(
        (
            str(due.on),
            due.name,
            due.asset,
            "; ".join(paid_by(budget, part.payers) for part in due.parts),
            _cost(due, money),
            "may be in a budget" if due.covered is None else "",
        )
        for due in dues
    )
    noted = any(row[-1] for row in rows)
    head = ("Due", "What", "Id", "Who would pay", "A year", "Note")
    caption = (
        "Each of them, by day. Of hardware the price is not recorded; what it costs a year now "
        "stands in its place where it is known."
    )
    wide = len(head) if noted else len(head) - 1
    return Table(caption, head[:wide], tuple(row[:wide] for row in rows), frozenset({4}))


def _cost(due: Due, money: Currency) -> str:
    if due.within:
        return f"in {due.within}"
    if due.amount is not None:
        return money.bare(due.amount)
    return f"unknown (now {money.bare(due.a_year)})" if due.a_year is not None else "unknown"


def _differences(budget: Budget) -> Section:
    title = "Planned differently"
    if not budget.differences:
        return Section(
            "differences",
            title,
            ("Nothing that organisations share is known to be planned differently.",),
        )
    rows = tuple(
        (
            str(each.due) if each.due else "no day",
            each.name,
            each.asset,
            "; ".join(
                f"{budget.named((key,))[0]}: {_years(budget, years)}" for key, years in each.plans
            ),
        )
        for each in budget.differences
    )
    caption = "What organisations share, and do not budget for in the same years."
    return Section(
        "differences", title, (), (Table(caption, ("Due", "What", "Id", "Budgeted"), rows),)
    )


def _years(budget: Budget, years: tuple[int, ...]) -> str:
    return listed([budget.label(year) for year in years]) if years else "nothing"


def _envelopes(budget: Budget, money: Currency) -> Section:
    title = "Envelopes"
    if not budget.envelopes:
        return Section("envelopes", title, ("No organisation records what it approved.",))
    head = ("Envelope", "Part", "Approved", "Drawn", "Left", "Displaced", "Lines")
    rows: list[tuple[str, ...]] = []
    for each in budget.envelopes:
        name = (
            f"{each.name}, {budget.named((each.organisation,))[0]}, {span(each.begins, each.until)}"
        )
        lines = f"{each.lines:,}" + (f" and perhaps {each.unsure:,}" if each.unsure else "")
        approved = each.approved
        rows.append(_drawn(name, "capital", approved.capital, each.capital, money, ("", lines)))
        displaced = money.bare(each.displaced)
        rows.append(_drawn("", "revenue", approved.revenue, each.revenue, money, (displaced, "")))
    caption = (
        f"Approved sums and what the lines of all their years draw on them, in {budget.currency}. "
        "What is displaced is not taken off."
    )
    return Section(
        "envelopes", title, (), (Table(caption, head, tuple(rows), frozenset(range(2, 7))),)
    )


def _drawn(  # noqa: PLR0913 - the cells of a row
    name: str,
    part: str,
    approved: int,
    drawn: int | None,
    money: Currency,
    more: tuple[str, str],
) -> tuple[str, ...]:
    left = "unknown" if drawn is None else money.bare(approved - drawn)
    over = drawn is not None and drawn > approved
    shown = "unknown" if drawn is None else money.bare(drawn)
    return (name, part, money.bare(approved), shown, f"exceeded: {left}" if over else left, *more)


def _projects(budget: Budget, money: Currency) -> Section:
    title = "Projects and their lines"
    odd = [each for each in budget.projects if each.agreement != "agrees"]
    agreeing = len(budget.projects) - len(odd)
    says = (
        f"The lines of {counted(agreeing, 'project')} add up to what the project states."
        if budget.projects
        else "No project is planned or live.",
    )
    if not odd:
        return Section("projects", title, says)
    rows = tuple(
        row
        for each in odd
        for row in (
            _stated(each.name, "capital", each, money),
            _stated("", "revenue", each, money),
        )
    )
    head = ("Project", "Part", "Stated", "Its lines", "Difference")
    caption = "Projects whose lines do not add up to what they state, or of which it is not known."
    return Section("projects", title, says, (Table(caption, head, rows, frozenset({2, 3, 4})),))


def _stated(
    name: str, part: Literal["capital", "revenue"], project: Reconciliation, money: Currency
) -> tuple[str, ...]:
    def shown(amount: int | None) -> str:
        return "not recorded" if amount is None else money.bare(amount)

    stated: int | None = getattr(project.stated, part) if project.stated else None
    lines: int | None = getattr(project, part)
    apart = "unknown" if stated is None or lines is None else money.bare(lines - stated)
    return name, part, shown(stated), shown(lines), apart


def _apart(budget: Budget, money: Currency) -> Section:
    groups = list(_groups(budget))
    title = "Not in these sums"
    says = []
    if budget.elsewhere:
        other = counted(budget.elsewhere, "line of other payers", "lines of other payers")
        says.append(f"Left out: {other}.")
    if not groups:
        return Section("apart", title, tuple(says) or ("No budget line is left out.",))
    rows = tuple(
        (
            line.owner_name,
            label(budget, line),
            paid_by(budget, line.payers),
            money.bare(line.sum.gross),
            why,
        )
        for why, lines in groups
        for line in lines
    )
    amount = money.named(total(line.sum for _, lines in groups for line in lines).gross)
    caption = f"{counted(len(rows), 'budget line')}, {amount}, and why each is not counted."
    head = ("Whose", "Year", "Who would pay", "Amount", "Why")
    return Section("apart", title, tuple(says), (Table(caption, head, rows, frozenset({3})),))


def _groups(budget: Budget) -> Iterator[tuple[str, Sequence[Line]]]:
    for lines in (budget.unsure, budget.idle):
        for line in lines:
            yield STANDINGS[line.standing], (line,)
    if budget.outside:
        yield "in another year", budget.outside
