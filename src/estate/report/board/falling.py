"""What falls due: renewals that no budget pays for, and contracts that renew themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from estate.plan.budget import Due
from estate.plan.forecast import Due as Falling
from estate.report.board.basis import Basis, brief
from estate.report.board.document import Block, Listing
from estate.report.budget.words import unlisted
from estate.report.register.document import Cell, Prose
from estate.report.register.words import truth
from estate.report.wording import counted

__all__ = ["SOON", "nearest_unpaid", "notices", "notices_of", "unpaid", "worth"]

SOON: Final = 90
"""Days ahead within which a notice asks for a decision: committees meet by the quarter."""
_ROWS: Final = 20


def nearest_unpaid(basis: Basis) -> list[Due]:
    """Return what falls due this financial year and the next, and is in no budget."""
    years = basis.budget.years[:2]
    return [due for due in basis.budget.unplanned if due.covered is False and due.year in years]


def worth(dues: Sequence[Due], basis: Basis) -> str:
    """Return what renewals cost a year, as far as that is known."""
    amount, known, unknown = unlisted(dues)
    if not known:
        return "at a cost that is not recorded"
    more = f" for {known:,} of them, of {unknown:,} the cost is not recorded" if unknown else ""
    return f"{basis.money.named(amount)} a year{more}"


def unpaid(basis: Basis) -> Iterator[Block]:
    """Return what falls due in the years of the budget and is in none, by day."""
    dues = basis.budget.unplanned
    undated = basis.budget.renewals.undated
    blind = f" Of {counted(len(undated), 'more asset')} the day is not recorded." if undated else ""
    if not dues:
        known = counted(len(basis.budget.renewals.due), "renewal")
        yield Prose(
            f"{known} in these years; each is in a budget.{blind}"
            if basis.budget.renewals.due
            else f"No renewal is recorded to fall due in these years.{blind}"
        )
        return
    yield Listing(
        f"{counted(len(dues), 'renewal')} in these years, {worth(dues, basis)}.{blind}",
        ("Due", "What", "Kind", "Who would pay", "Budgeted", f"A year, {basis.budget.currency}"),
        (13, 26, 10, 27, 11, 13),
        tuple(_due(each, basis) for each in dues[:_ROWS]),
        len(dues),
        "further renewal",
        "further renewals",
        "Work plan and budget in index.html",
        right=(5,),
        least=min(3, len(dues)),
    )


def _due(each: Due, basis: Basis) -> tuple[Cell, ...]:
    payers = {key for part in each.parts for key in part.payers}
    amount = None if each.amount is None else basis.money.bare(each.amount)
    return (
        Cell(each.on),
        Cell(brief(each.name)),
        Cell(each.kind),
        Cell(basis.whose(payers)),
        Cell("no", "bad") if each.covered is False else Cell("perhaps", "warn"),
        Cell("in a contract", "quiet") if each.within else Cell(amount or "not known"),
    )


def notices_of(basis: Basis) -> list[Falling]:
    """Return the contracts that renew themselves unless notice is given soon, by its last day."""
    return [
        due
        for due in basis.dues
        if due.kind == "notice"
        and (due.on - basis.today).days <= SOON
        and getattr(basis.facts.estate.get(due.id), "auto_renews", None)
    ]


def notices(basis: Basis) -> Iterator[Block]:
    """Return the contracts of `notices_of` as a table."""
    found = notices_of(basis)
    if not found:
        yield Prose(f"No contract is known to, within {SOON} days.")
        return
    organisations = basis.facts.column("asset.organisations")
    yield Listing(
        f"{counted(len(found), 'contract')} whose last day to give notice is within {SOON} days.",
        ("Last day", "Contract", "Whose", "Leaves with the plan"),
        (13, 36, 31, 20),
        tuple(
            (
                Cell(each.on),
                Cell(brief(each.name)),
                Cell(basis.whose(organisations[each.id] or ())),
                truth(each.settled),
            )
            for each in found[:_ROWS]
        ),
        len(found),
        "further contract",
        "further contracts",
        "estate forecast",
        least=min(2, len(found)),
    )
