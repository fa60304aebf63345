"""Decisions about money: what is in no budget, what is exceeded, what renews itself."""

from __future__ import annotations

from estate.model.scalars import ALWAYS
from estate.report.board.basis import Basis, few
from estate.report.board.decided import Decision
from estate.report.board.falling import nearest_unpaid, notices_of, worth
from estate.report.board.money import excess_of
from estate.report.wording import counted

__all__ = ["exceeded", "renewals", "unbudgeted"]


def unbudgeted(basis: Basis) -> Decision | None:
    """Return what is asked of renewals that no budget pays for, this financial year and next."""
    found = nearest_unpaid(basis)
    if not found:
        return None
    payers = {key for due in found for part in due.parts for key in part.payers}
    return Decision(
        f"Find the money for {counted(len(found), 'renewal')}, or end what is renewed.",
        f"{few([due.name for due in found])}.",
        found[0].on,
        f"Budget holders: {basis.whose(payers, 3)}",
        f"Renewals fall due with no budget line: {worth(found, basis)}.",
        5,
    )


def exceeded(basis: Basis) -> Decision | None:
    """Return what is asked where more is budgeted than was approved."""
    found = [each for each in basis.budget.envelopes if each.exceeded]
    if not found:
        return None
    begins = [each.begins for each in found if each.begins != ALWAYS]
    more = f" And {len(found) - 1:,} more." if len(found) > 1 else ""
    return Decision(
        f"Approve more for {counted(len(found), 'sum')}, or take lines out.",
        f"{excess_of(found[0], basis)}{more}",
        max(min(begins), basis.today) if begins else None,
        f"Whoever approved it: {basis.whose({each.organisation for each in found}, 3)}",
        "The budget holds more than anybody approved.",
        5,
    )


def renewals(basis: Basis) -> Decision | None:
    """Return what is asked of contracts that renew themselves unless notice is given soon."""
    found = notices_of(basis)
    if not found:
        return None
    leaving = sum(due.settled is True for due in found)
    gone = f"; what {leaving:,} of them cover leaves by then" if leaving else ""
    organisations = basis.facts.column("asset.organisations")
    whose = {key for due in found for key in organisations[due.id] or ()}
    return Decision(
        f"Give notice on {counted(len(found), 'contract')}, or let "
        f"{'it' if len(found) == 1 else 'them'} renew.",
        f"{few([due.name for due in found])}.",
        found[0].on,
        f"Contract owners: {basis.whose(whose, 3)}",
        f"Each renews itself{gone}.",
        5,
    )
