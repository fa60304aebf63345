"""How the support of an installation is judged on a day (rules.md, "How support is judged")."""

from __future__ import annotations

from datetime import date
from typing import Literal

from estate.frozen import frozen
from estate.lifecycle.product import Cycle, Ending, Product
from estate.model.scalars import ALWAYS, NEVER

__all__ = ["Support", "judge_support"]

Status = Literal["supported", "extended", "extended-unpaid", "ended"]


@frozen
class Support:
    """The support of an installation on a day; every date is an inclusive last day.

    `status` is None where nobody knows. `ends` is the end of the support it has: NEVER where none
    is announced, None where it has none. `ended` is when security support ended; with extended
    support that is included or automatic, and over, when that ended; None where it has not, or
    where the day is unknown. `extended_until` is when its extended support ends, had or for sale.
    """

    status: Status | None = None
    ends: date | None = None
    ended: date | None = None
    extended_until: date | None = None
    source: str = ""
    as_of: date | None = None


def judge_support(
    cycle: Cycle | None, product: Product | None, on: date, entitled_until: date | None = None
) -> Support:
    """Judge the support of a cycle on a day.

    `entitled_until` is the last day of a licence in force that buys extended support for this
    product, version and asset (NEVER where it is perpetual), None where there is none.
    """
    if cycle is None or cycle.support_ends is None:
        return Support(source=cycle.source if cycle else "", as_of=cycle.as_of if cycle else None)
    last, said = _last_day(cycle.support_ends), cycle.extended_support_ends
    if on <= last:
        return Support("supported", last, source=cycle.source, as_of=cycle.as_of)
    ended = None if last == ALWAYS else last
    unasked = product is not None and product.extended in ("included", "automatic")
    offered_until = _last_day(said)
    bought_until = min(entitled_until or ALWAYS, NEVER if said is None else offered_until)
    until = max(offered_until if unasked else ALWAYS, bought_until)
    if on <= until:
        return Support("extended", until, ended, until, cycle.source, cycle.as_of)
    if on <= offered_until:
        return Support("extended-unpaid", None, ended, offered_until, cycle.source, cycle.as_of)
    if unasked and said is not None:
        # It went on of itself until extended support was over: the later day, if it is known.
        ended = None if offered_until == ALWAYS else max(last, offered_until)
    return Support("ended", None, ended, None, cycle.source, cycle.as_of)


def _last_day(ending: Ending) -> date:
    """Return the last day of a kind of support; ALWAYS where it is over or nobody says."""
    if isinstance(ending, date):
        return ending
    return NEVER if ending is False else ALWAYS
