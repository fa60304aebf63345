"""The pack as values: six pages, in the order in which a committee reads them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from estate.plan.forecast import Point
from estate.report.account import planned
from estate.report.board.accepted import accepted
from estate.report.board.basis import Basis, brief
from estate.report.board.decisions import decisions
from estate.report.board.document import Board
from estate.report.board.money import money
from estate.report.board.numbers import numbers
from estate.report.board.trend import trend
from estate.report.board.workplan import workplan
from estate.report.html.source import Source
from estate.report.register.words import day
from estate.report.wording import age, counted

__all__ = ["board_of"]

_PAGES: Final = (numbers, trend, accepted, workplan, money, decisions)
_NAME: Final = 90


def board_of(source: Source, ahead: Sequence[Point] = ()) -> Board:
    """Return the pack on a judged estate and its year ahead."""
    basis, outcome = Basis(source, ahead), source.outcome
    catalogue = f"{day(outcome.catalogue_as_of)}, {age(outcome.catalogue_as_of, outcome.as_of)}"
    return Board(
        estate=brief(outcome.estate, _NAME),
        as_of=outcome.as_of,
        tool=outcome.tool,
        title=f"Board pack, {day(outcome.as_of)}",
        notice=outcome.notice,
        basis=(
            f"{counted(outcome.assets, 'asset')} and {counted(outcome.relations, 'relation')}, "
            f"judged as of {day(outcome.as_of)} with the lifecycle catalogue of {catalogue}."
            + (f" {planned(outcome.planned)}." if outcome.planned else "")
        ),
        pages=tuple(page(basis) for page in _PAGES),
    )
