"""Board packs of small estates, and of the example: made once, and read as pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from tests.report.html.sources import SMALL, attacked, example, small, source, with_outcome

from estate.findings import Counts
from estate.findings.trend import Gap, Numbers, Point
from estate.plan.forecast import Outlook
from estate.plan.forecast import Point as Ahead
from estate.report.board import pdf
from estate.report.board.basis import Basis
from estate.report.board.document import Board, Listing, Page
from estate.report.board.view import board_of
from estate.report.html import Source
from estate.report.register.document import Cell

pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed")

DAY = date(2026, 11, 21)


def outlook(unmanaged: int, services: int = 3) -> Outlook:
    """Return how an estate stands on a day."""
    return Outlook(unmanaged, services, 4, 2, Counts(), 0)


AHEAD = (
    Ahead(date(2026, 12, 31), outlook(22), outlook(24), 1),
    Ahead(date(2027, 3, 31), outlook(26, 5), outlook(42, 38), 2),
)
PAST = (
    Point(date(2026, 9, 30), "", Gap()),
    Point(date(2026, 10, 31), "a1", Numbers(90, 17, 15, 40, 3, Counts(critical=9), 100)),
    Point(DAY, "", Numbers(94, 21, 18, 36, 15, Counts(critical=32), 90)),
)


def looking_back(of: Source, history: tuple[Point, ...] = PAST) -> Source:
    """Return a source with a past."""
    made = with_outcome(of, of.outcome)
    made.history = history
    return made


def public(of: Source) -> Source:
    """Return a source whose outcome says that it is a copy for the public."""
    return with_outcome(of, replace(of.outcome, notice="Copy for the public."))


def varied(**sections: Any) -> Source:  # noqa: ANN401 - any section of an inventory
    """Return the small estate with other or more records in some of its sections."""
    return source({**SMALL, **{name: {**SMALL[name], **new} for name, new in sections.items()}})


@cache
def basis() -> Basis:
    """Return the example with a year ahead."""
    return Basis(example(), AHEAD)


@cache
def packed(name: str) -> bytes:
    """Return the pack of a named estate."""
    made = {
        "example": lambda: pdf(looking_back(example()), AHEAD),
        "small": lambda: pdf(small(), AHEAD),
        "hostile": lambda: pdf(attacked(), AHEAD),
        "public": lambda: pdf(public(example()), AHEAD),
        "empty": lambda: pdf(
            source({"applications": {"x": {"name": "X"}}}, "estate: 1\nname: Empty\n")
        ),
    }
    return made[name]()


@cache
def texts(name: str) -> tuple[str, ...]:
    """Return the text of each page, on one line."""
    pages = pypdf.PdfReader(BytesIO(packed(name))).pages
    return tuple(" ".join(page.extract_text().replace("\u200b", "").split()) for page in pages)


@cache
def packed_board() -> Board:
    """Return the example's pack as values."""
    return board_of(example(), AHEAD)


def told(page: Page) -> str:
    """Return every word of a page, those of its pictures and tables too."""
    return " ".join(_words([page.lead, page.parts]))


def _words(value: Any) -> list[str]:  # noqa: ANN401 - a tree of values
    if isinstance(value, tuple | list):
        return [word for each in value for word in _words(each)]
    if isinstance(value, Cell):
        return [str(value.value), value.note]
    if isinstance(value, str | int | date | None):
        return [str(value)]
    return [word for name in value.__slots__ for word in _words(getattr(value, name))]


def block(page: Page, title: str, kind: type[Any]) -> Any:  # noqa: ANN401 - of that kind
    """Return the first block of a kind below a heading."""
    blocks = next(found for heading, found in page.parts if heading == title)
    return next(each for each in blocks if isinstance(each, kind))


def row(listing: Listing, begins: object) -> tuple[object, ...]:
    """Return the values of the row that begins with one."""
    return next(tuple(c.value for c in r) for r in listing.rows if r[0].value == begins)
