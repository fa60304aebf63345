"""The board pack: six pages on which a committee sees where the estate stands, and decides.

The numbers, the trend, the exceptions, the work plan, the budget, and the decisions needed. Each
page shows what matters most and says how much more there is, and where.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from importlib.resources import files

from estate.plan.forecast import Point
from estate.report import paper as papers
from estate.report.board.view import board_of
from estate.report.html.source import Source

__all__ = ["pdf"]


def pdf(source: Source, ahead: Sequence[Point] = ()) -> bytes:
    """Return the pack as a tagged PDF of six pages (PDF/UA-1, ISO 14289-1).

    `ahead` are the headlines of the coming quarters; the past stands in the source. The same input
    gives the same bytes. Raises ReportError where Typst is missing.
    """
    board = board_of(source, ahead)
    return papers.paper(
        files("estate.report.board").joinpath("templates", "board.typ"),
        {field.name: papers.shown(getattr(board, field.name)) for field in fields(board)},
        what="the board pack",
        as_of=board.as_of,
    )
