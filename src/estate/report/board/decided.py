"""One decision that a committee is asked for, and how those who are asked are named."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from estate.frozen import frozen
from estate.report.board.basis import Basis, few
from estate.report.register.words import role_name

__all__ = ["Decision", "holders", "projects_of"]


@frozen
class Decision:
    """What is asked, what it is about, by when, of whom, and what follows if nobody decides.

    `by` is None where the records name no day. `page` shows what it rests on.
    """

    asked: str
    about: str
    by: date | None
    whom: str
    otherwise: str
    page: int


def holders(roles: Iterable[str], organisations: Iterable[str], basis: Basis) -> str:
    """Return who is asked: the roles, and the organisations that hold them."""
    named = sorted({role_name(role) for role in roles if role})
    whose = basis.whose(organisations, 3)
    return f"{few(named, 2) or 'Whoever may accept it'}: {whose}"


def projects_of(names: Iterable[str], organisations: Iterable[str], basis: Basis) -> str:
    """Return who answers for projects: their owners where they are recorded, and whose they are."""
    owners = sorted({name for name in names if name})
    whose = basis.whose(organisations, 3)
    return f"{few(owners, 2, 40)}: {whose}" if owners else f"Owner not recorded: {whose}"
