"""The terms on which something is bought, for formats that state them beside the thing itself."""

from __future__ import annotations

import math
from datetime import date

from estate.frozen import frozen
from estate.model import Contract, Estate
from estate.model.scalars import ALWAYS, NEVER

__all__ = ["Terms", "terms_of"]


@frozen
class Terms:
    """When a contract ends, how many months' notice it wants, and what it costs a year.

    Each is None where it is unknown, or is none that a day or a number could say.
    """

    contract: str
    ends: date | None
    notice_months: int | None
    value: float | None


def terms_of(estate: Estate, key: str) -> Terms | None:
    """Return the terms of the contract that covers a record and ends last, or None."""
    entry = estate.get(key)
    links = getattr(entry, "covered_by", None) or ()
    named = {target for link in links for target in link.targets}
    found = [
        _terms(contract)
        for contract in estate.of("contract").values()
        if isinstance(contract, Contract)
        and (contract.id in named or key in (contract.covers or ()))
    ]
    return max(found, key=lambda terms: (terms.ends or date.max, terms.contract), default=None)


def _terms(contract: Contract) -> Terms:
    ends = contract.ends if contract.ends not in (None, ALWAYS, NEVER) else None
    notice = contract.notice.months if contract.notice and not contract.notice.days else None
    value = contract.value if contract.value is not None and math.isfinite(contract.value) else None
    return Terms(contract.id, ends, notice, value)
