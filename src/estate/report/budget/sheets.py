"""The sheets of a budget's workbook: the sums, which the workbook works out, and every line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from estate.errors import Location
from estate.findings import Place
from estate.plan.budget import Budget, Line, Payers, Row
from estate.report.budget.beside import sheets_beside
from estate.report.budget.words import STANDINGS, label, paid_by
from estate.report.currency import decimal
from estate.report.locate import where
from estate.report.tables import Head
from estate.report.workbook import Cell, Formula, Sheet, letter

__all__ = ["sheets_of"]

_Places = Mapping[Place, Location]

_LINES: Final = (
    Head("Who pays"), Head("Year", wide=10), Head("Category", wide=22), Head("Purpose", wide=10),
    Head("Whose line"), Head("Id", "id"), Head("For"), Head("Envelope", wide=20),
    Head("Funded", wide=8), Head("Share (percent)", "number"), Head("Capital", "money"),
    Head("Revenue", "money"), Head("Gross", "money"), Head("Displaced", "money"),
    Head("Net", "money"), Head("Where", wide=30),
)  # fmt: skip
_COLUMN: Final = {head.name: letter(number) for number, head in enumerate(_LINES)}
_TOGETHER: Final = "Together"
_FIRST: Final = 2
"""Columns of the sums before the years."""


def sheets_of(budget: Budget, places: _Places) -> Iterator[Sheet]:
    """Yield every sheet; `places` says where records stand."""
    names = _names(budget)
    yield _sums(budget, names)
    lines = tuple(
        _line(line, number, names[line.payers], budget, places)
        for number, line in enumerate(budget.lines, start=2)
    )
    yield Sheet("Lines", _LINES, lines)
    yield from sheets_beside(budget, places)
    yield _apart(budget, places)


def _names(budget: Budget) -> dict[Payers, str]:
    """Return what to call each payer: no two alike, as a program compares them."""
    names = {payers: paid_by(budget, payers) for payers in budget.payers}
    often = Counter(name.casefold() for name in names.values())
    return {
        payers: f"{name} ({', '.join(payers)})" if often[name.casefold()] > 1 else name
        for payers, name in names.items()
    }


def _sums(budget: Budget, names: Mapping[Payers, str]) -> Sheet:
    years = [Head(budget.label(year), "money") for year in budget.years]
    rows: list[tuple[Cell, ...]] = []
    strong: set[int] = set()
    for payers, name in names.items():
        first = len(rows) + 2
        mine = [line for line in budget.lines if line.payers == payers]
        for category in budget.categories(payers):
            found = budget.row(line for line in mine if line.category == category)
            rows.append((name, category.capitalize(), *_worked(found, len(rows) + 2, budget)))
        strong.add(len(rows))
        rows.append((name, _TOGETHER, *_added(budget.row(mine), first, len(rows) + 1)))
    strong.add(len(rows))
    rows += _whole(budget, len(rows) + 2)
    heads = (Head("Who pays", wide=40), Head("Category", wide=24), *years, Head("Total", "money"))
    return Sheet("Sums", heads, tuple(rows), frozenset(strong), frozen=2, filtered=False)


def _range(column: str, budget: Budget) -> str:
    last = max(len(budget.lines), 1) + 1
    return f"Lines!${_COLUMN[column]}$2:${_COLUMN[column]}${last}"


def _worked(found: Row, at: int, budget: Budget) -> Iterator[Cell]:
    """Yield a row of sums of the lines that some payers have in some category."""
    payer, kind = _range("Who pays", budget), _range("Category", budget)
    for number, cell in enumerate(found.cells):
        year = letter(_FIRST + number)
        tests = f"({payer}=$A{at})*({kind}=$B{at})*({_range('Year', budget)}={year}$1)"
        yield Formula(f"=SUMPRODUCT({tests}*{_range('Gross', budget)})", decimal(cell.gross))
    yield _across(found, at, decimal(found.total.gross))


def _across(found: Row, at: int, result: Decimal) -> Formula:
    first, last = letter(_FIRST), letter(_FIRST + len(found.cells) - 1)
    return Formula(f"=SUM({first}{at}:{last}{at})", result)


def _added(found: Row, first: int, last: int) -> Iterator[Cell]:
    """Yield a row that adds up the rows above it."""
    for number, cell in enumerate((*found.cells, found.total)):
        column = letter(_FIRST + number)
        yield Formula(f"=SUM({column}{first}:{column}{last})", decimal(cell.gross))


def _whole(budget: Budget, at: int) -> Iterator[tuple[Cell, ...]]:
    """Yield the totals of everybody: added up from those of each payer, and from the lines."""
    found = budget.row()
    every: list[Cell] = []
    for number, cell in enumerate((*found.cells, found.total)):
        column = letter(_FIRST + number)
        rows = f'$B$2:$B${at - 1},"{_TOGETHER}",{column}$2:{column}${at - 1}'
        text = f"=SUMIF({rows})" if at > _FIRST else "=0"
        every.append(Formula(text, decimal(cell.gross)))
    yield ("All together", "", *every)
    for number, part in enumerate(("Capital", "Revenue", "Displaced", "Net"), start=at + 1):
        yield ("All together", part, *_part(budget, part, number))


def _part(budget: Budget, part: str, at: int) -> Iterator[Cell]:
    found = budget.row()
    for number, cell in enumerate(found.cells):
        year = f"({_range('Year', budget)}={letter(_FIRST + number)}$1)"
        text = f"=SUMPRODUCT({year}*{_range(part, budget)})"
        yield Formula(text, decimal(getattr(cell, part.lower())))
    yield _across(found, at, decimal(getattr(found.total, part.lower())))


def _line(line: Line, at: int, who: str, budget: Budget, places: _Places) -> tuple[Cell, ...]:
    capital, revenue, gross, displaced = (
        f"{_COLUMN[name]}{at}" for name in ("Capital", "Revenue", "Gross", "Displaced")
    )
    return (
        who,
        label(budget, line),
        line.category.capitalize(),
        line.purpose,
        line.owner_name,
        line.owner,
        ", ".join(line.assets),
        line.envelope,
        "yes" if line.funded else "no",
        "" if line.share is None else Decimal(repr(line.share)),
        decimal(line.sum.capital),
        decimal(line.sum.revenue),
        Formula(f"={capital}+{revenue}", decimal(line.sum.gross)),
        decimal(line.sum.displaced),
        Formula(f"={gross}-{displaced}", decimal(line.sum.net)),
        where(places, line.place),
    )


def _apart(budget: Budget, places: _Places) -> Sheet:
    lines = (*budget.unsure, *budget.idle, *budget.outside)
    rows = tuple(
        (
            paid_by(budget, line.payers),
            label(budget, line),
            line.owner_name,
            line.owner,
            decimal(line.sum.capital),
            decimal(line.sum.revenue),
            decimal(line.sum.displaced),
            "in another year" if line.standing == "counts" else STANDINGS[line.standing],
            where(places, line.place),
        )
        for line in lines
    )
    heads = (
        Head("Who would pay"), Head("Year", wide=10), Head("Whose line"), Head("Id", "id"),
        Head("Capital", "money"), Head("Revenue", "money"), Head("Displaced", "money"),
        Head("Why it is not counted", wide=44), Head("Where", wide=30),
    )  # fmt: skip
    return Sheet("Not counted", heads, rows)
