"""Amounts as people write them: `£1,200`, or `£1,200.50` where a document has any pence."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from estate.frozen import frozen

__all__ = ["Currency", "decimal"]

_SIGNS: Final = {"GBP": "£", "EUR": "€", "USD": "$"}
_UNIT: Final = 100


@frozen
class Currency:
    """A currency by its code in `estate.yaml`, and whether its hundredths are shown."""

    code: str
    exact: bool = False

    @staticmethod
    def of(code: str, amounts: Iterable[int]) -> Currency:
        """Return how to write some amounts: with hundredths, if one of them has any."""
        return Currency(code, any(amount % _UNIT for amount in amounts))

    @property
    def sign(self) -> str:
        """What stands before an amount: `£`, or the code and a space."""
        return _SIGNS.get(self.code, f"{self.code} ")

    def bare(self, amount: int) -> str:
        """Return an amount without its sign, as a column holds it: `1,200`."""
        minus = "-" if amount < 0 else ""
        whole, rest = divmod(abs(amount), _UNIT)
        return f"{minus}{whole:,}" + (f".{rest:02}" if self.exact else "")

    def named(self, amount: int) -> str:
        """Return an amount as a sentence holds it: `£1,200`, `-£5`."""
        bare = self.bare(abs(amount))
        return f"{'-' if amount < 0 else ''}{self.sign}{bare}"


def decimal(amount: int) -> Decimal:
    """Return an amount in units of the currency, with its two decimals."""
    return Decimal(amount).scaleb(-2)
