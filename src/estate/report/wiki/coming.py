"""Pages of what is to come and of what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from estate.plan.budget import Budget
from estate.report.budget.words import paid_by
from estate.report.currency import decimal
from estate.report.html.source import Source
from estate.report.html.views.support import End, ends_of
from estate.report.missing import missing_fields, settles
from estate.report.tables import Head
from estate.report.tables.planned import budget_from, projects, renewals
from estate.report.tables.said import joined
from estate.report.wiki.cells import Cell, listing, picked, plain
from estate.report.wording import counted

__all__ = ["ends", "plan", "unknown"]

_YEAR: Final = timedelta(days=365)
_FIELDS: Final = 40
_RECORDS: Final = 5
"""Records that a row names; the others are counted."""
_ENDS: Final = (
    Head("Last day", "date"),
    Head("Kind of end"),
    Head("What ends"),
    Head("Where, or what follows"),
)


def ends(source: Source) -> Iterator[str]:
    """Yield what ends within a year, after it, and what has ended and is still in use."""
    today, every = source.facts.today, ends_of(source)
    soon = [each for each in every if today <= each.on <= _later(today)]
    later = [each for each in every if each.on > _later(today)]
    yield "Support, licences, contracts and sites in use that end on a day that somebody has set."
    yield from ("", f"## Within a year, from {today}", "", *_ended(soon))
    past = [each for each in every if each.on < today]
    yield from ("", "## Over, and still in use", "", *_ended(list(reversed(past))))
    yield from ("", "## Later, by year", "", *_years(later))


def _later(today: date) -> date:
    return today + min(_YEAR, date.max - today)


def _ended(found: Sequence[End]) -> Iterator[str]:
    if not found:
        yield "Nothing that is recorded."
        return
    rows = [(each.on, each.lane, each.name, each.note) for each in found]
    yield from listing(_ENDS, rows, "ends")


def _years(found: Sequence[End]) -> Iterator[str]:
    if not found:
        yield "Nothing that is recorded."
        return
    lanes = list(dict.fromkeys(sorted(each.lane for each in found)))
    tally = Counter((each.on.year, each.lane) for each in found)
    heads = (Head("Year"), *(Head(lane, "number") for lane in lanes))
    rows: list[list[Cell]] = [
        [str(year), *(tally[year, lane] for lane in lanes)]
        for year in sorted({each.on.year for each in found})
    ]
    yield from listing(heads, rows)


def plan(source: Source) -> Iterator[str]:
    """Yield the projects, what the coming years cost, and what is due and in no budget."""
    if not source.outcome.notice:
        yield from (f"Amounts are in {plain(source.currency)}.", "")
    yield from ("## Projects", "")
    table = projects(source)
    if table.size:
        yield from picked(
            table,
            *("name", "status", "starts", "ends", "organisations", "capital", "revenue"),
            *("in_its_way", "business_case"),
        )
    else:
        yield "No project is recorded."
    if source.outcome.notice:
        yield from ("", "## Budget", "", "Budgets are withheld from this copy.")
        return
    yield from ("", "## Budget", "", *_budget(budget_from(source)))
    yield from ("", "## Falls due and is in no budget", "")
    due = renewals(source)
    if due.size:
        yield from picked(due, *("due", "what", "kind", "who_would_pay", "in_a_budget", "a_year"))
    else:
        yield "Everything that falls due in these years is in a budget."


def _budget(found: Budget) -> Iterator[str]:
    if not found.payers:
        yield "No budget line is recorded for these years."
        return
    heads = (
        Head("Who pays"),
        *(Head(found.label(year), "money") for year in found.years),
        Head("Together", "money"),
    )
    rows: list[list[Cell]] = []
    for payers in found.payers:
        row = found.row(line for line in found.lines if line.payers == payers)
        amounts = [decimal(each.gross) for each in (*row.cells, row.total)]
        rows.append([paid_by(found, payers), *amounts])
    whole = found.row()
    amounts = [decimal(each.gross) for each in (*whole.cells, whole.total)]
    yield "Capital and revenue together, by financial year."
    yield from ("", *listing(heads, [*rows, ["All together", *amounts]]))
    apart = len(found.unsure) + len(found.idle) + len(found.outside)
    if apart:
        yield ""
        yield f"{counted(apart, 'line')} not counted here: `tables/budget.csv` has all, and why."


def unknown(source: Source) -> Iterator[str]:
    """Yield what to ask for, what rules could not judge, and the rules that were not run."""
    outcome = source.outcome
    yield "A rule that lacks a fact says so: unknown is never a pass."
    yield from ("", "## What to ask for", "", *_fields(source))
    lacking = sorted(
        (rule for rule in outcome.rules if rule.unknown), key=lambda rule: (-rule.unknown, rule.id)
    )
    heads = (Head("Rule"), Head("Unknown", "number"), Head("Of", "number"))
    rows: list[list[Cell]] = [[rule.title, rule.unknown, rule.population] for rule in lacking]
    yield from ("", "## Rules that lack facts", "")
    yield from listing(heads, rows, "rules") if rows else ("Every question was answered.",)
    if outcome.not_run:
        reasons = [list(each) for each in outcome.not_run]
        yield from ("", "## Rules that were not run", "")
        yield from listing((Head("Rule", "id"), Head("Why not")), reasons, "rules")


def _fields(source: Source) -> Iterator[str]:
    found = missing_fields(source.outcome)
    rows: list[list[Cell]] = []
    for each in found[:_FIELDS]:
        named = [source.name(key) for key in each.records[:_RECORDS]]
        more = len(each.records) - len(named)
        rest = [counted(more, "other")] if more else []
        rows.append([each.field, settles(each), len(each.records), joined([*named, *rest])])
    if not rows:
        yield "No single field is missing."
        return
    heads = (
        Head("Field", "id"),
        Head("It settles"),
        Head("Records without it", "number"),
        Head("Ask for it on"),
    )
    yield from listing(heads, rows)
    more = len(found) - len(rows)
    if more:
        yield from ("", f"{counted(more, 'further field')}: `tables/unknown.csv` has all of them.")
