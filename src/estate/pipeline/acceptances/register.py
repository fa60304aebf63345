"""The register of accepted risks: which are shown, and in which order."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from estate.exceptions import STATES
from estate.findings import SEVERITIES, Acceptance
from estate.frozen import frozen
from estate.model import RiskAcceptance
from estate.model.scalars import Term

__all__ = ["Wish", "lapsed", "register"]

_QUIET: Final = ("valid", "withdrawn")
"""The states that ask nothing of anybody, in the order in which they come last."""


@frozen
class Wish:
    """What somebody wants to see of the register; without a wish, all of it.

    `ending` keeps what counts and ends within a term of today.
    """

    expired: bool = False
    ending: Term | None = None
    role: str = ""
    organisation: str = ""


def register(acceptances: Iterable[Acceptance], today: date, wish: Wish) -> tuple[Acceptance, ...]:
    """Return what was wished for, worst first: state, severity, the last day, the id."""
    return tuple(sorted((a for a in acceptances if _meets(a, today, wish)), key=_worst_first))


def lapsed(acceptance: Acceptance, record: RiskAcceptance, today: date) -> bool:
    """Whether its last day is past while what it covers is still there.

    One that was withdrawn has been ended by somebody: it lapses no more.
    """
    ended = record.withdrawn
    withdrawn = ended is not None and (ended.on is None or ended.on <= today)
    return acceptance.state == "expired" and bool(acceptance.findings) and not withdrawn


def _meets(acceptance: Acceptance, today: date, wish: Wish) -> bool:
    last = acceptance.last_day
    ending = last is not None and acceptance.counts and wish.ending is not None
    return (
        (not wish.expired or acceptance.state == "expired")
        and (wish.ending is None or (ending and last <= wish.ending.after(today)))  # type: ignore[operator]  # ending says that there is one
        and wish.role in ("", acceptance.role)
        and (not wish.organisation or wish.organisation in acceptance.organisations)
    )


def _worst_first(acceptance: Acceptance) -> tuple[int, int, int, date, str]:
    quiet = acceptance.state in _QUIET
    order: tuple[str, ...] = _QUIET if quiet else (*STATES, "void")
    severity = acceptance.severity
    rank = SEVERITIES.index(severity) if severity else len(SEVERITIES)
    last = acceptance.last_day or date.max
    return quiet, order.index(acceptance.state), rank, last, acceptance.id
