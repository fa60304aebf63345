"""Money that adds up: whole hundredths of the estate's currency, shared out to the last of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Final

from estate.frozen import frozen

__all__ = ["Sum", "apportioned", "hundredths", "total"]

_HUNDREDTH: Final = Decimal("0.01")


@frozen
class Sum:
    """Capital and revenue, and the part of both that costs meet which stop; all in hundredths."""

    capital: int = 0
    revenue: int = 0
    displaced: int = 0

    @property
    def gross(self) -> int:
        """Capital and revenue together."""
        return self.capital + self.revenue

    @property
    def net(self) -> int:
        """What is paid beyond what it displaces; negative where more stops than is paid."""
        return self.gross - self.displaced

    def __add__(self, other: Sum) -> Sum:
        """Return both together."""
        return Sum(
            self.capital + other.capital,
            self.revenue + other.revenue,
            self.displaced + other.displaced,
        )

    def apportioned(self, weights: Sequence[float]) -> list[Sum]:
        """Return shares by weight that add up to this, in each of its parts."""
        parts = (apportioned(part, weights) for part in (self.capital, self.revenue))
        displaced = apportioned(self.displaced, weights)
        return [Sum(*of_one) for of_one in zip(*parts, displaced, strict=True)]


def total(sums: Iterable[Sum]) -> Sum:
    """Return what sums come to together."""
    return sum(sums, Sum())


def hundredths(amount: float) -> int:
    """Return an amount in hundredths; half of one is rounded away from zero."""
    rounded = Decimal(repr(amount)).quantize(_HUNDREDTH, rounding=ROUND_HALF_UP)
    return int(rounded * 100)


def apportioned(amount: int, weights: Sequence[float]) -> list[int]:
    """Return whole shares of an amount by weight, none below zero, which add up to it.

    What rounding down leaves goes to the largest remainders, the first of equal ones first
    (Hamilton's method). The weights may not all be zero.
    """
    if amount < 0:
        return [-part for part in apportioned(-amount, weights)]
    exact = [Fraction(Decimal(repr(weight))) for weight in weights]
    whole = sum(exact)
    quotas = [amount * weight / whole for weight in exact]
    shares = [int(quota) for quota in quotas]
    by_remainder = sorted(range(len(quotas)), key=lambda each: shares[each] - quotas[each])
    for each in by_remainder[: amount - sum(shares)]:
        shares[each] += 1
    return shares
