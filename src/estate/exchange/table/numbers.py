"""Numbers, money and truth as people write them in cells."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from estate.exchange.table.cells import Misfit

__all__ = ["read_boolean", "read_money", "read_number"]

_NUMBER: Final = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d{1,30})(?:\.\d{1,30})?", re.ASCII)
_SCALES: Final = {
    "": 1,
    **dict.fromkeys(("k", "thousand"), 1_000),
    **dict.fromkeys(("m", "million"), 1_000_000),
    **dict.fromkeys(("bn", "billion"), 1_000_000_000),
}
_MONEY: Final = re.compile(
    r"([(-]?)(?:[£$€]|GBP|EUR|USD)? ?(-?)([\d.,]{1,40}) ?(k|m|bn|thousand|million|billion)?(\))?"
    r"(?: ?(?:GBP|EUR|USD))?(?: ?(?:p\.?a\.?|per annum|per year|a year|/ ?year))?",
    re.IGNORECASE,
)
_WORDS: Final = {
    **dict.fromkeys(("true", "yes", "y", "1", "on"), True),
    **dict.fromkeys(("false", "no", "n", "0", "off"), False),
}


def read_number(text: str) -> int | Decimal:
    """Read a number with a decimal point and commas between thousands. Raises Misfit."""
    if not _NUMBER.fullmatch(text):
        message = "no number"
        raise Misfit(message)
    return _whole(Decimal(text.replace(",", "")))


def read_money(text: str) -> int | Decimal:
    """Read an amount: currency sign, commas, k, m or bn, and brackets for less than nothing.

    `p.a.` is passed over, since money is per year. The currency is the estate's: its sign is not
    kept. Raises Misfit.
    """
    found = _MONEY.fullmatch(text.strip())
    if not found or (found[1] == "(") != bool(found[5]) or not _NUMBER.fullmatch(found[3]):
        message = "no amount of money"
        raise Misfit(message)
    amount = Decimal(found[3].replace(",", "")) * _SCALES[(found[4] or "").lower()]
    return _whole(-amount if found[1] or found[2] else amount)


def read_boolean(text: str) -> bool:
    """Read yes, y, true, on, 1 or their opposites, in any case. Raises Misfit."""
    try:
        return _WORDS[text.lower()]
    except KeyError:
        message = "neither yes nor no"
        raise Misfit(message) from None


def _whole(number: Decimal) -> int | Decimal:
    """Return an int where the number was written without a part after the point."""
    whole = number.to_integral_value()
    return int(whole) if whole == number else number
