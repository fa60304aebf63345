"""What the report shows, computed once for all its formats, so that they cannot disagree."""

from __future__ import annotations

from estate.findings import Outcome
from estate.report.account import planned
from estate.report.locate import locate
from estate.report.register.changes import changes
from estate.report.register.chapter import chapter
from estate.report.register.document import Report
from estate.report.register.entry import Entry, entries_of
from estate.report.register.sheets import sheets
from estate.report.register.summary import decisions, headline, lapses, register
from estate.report.register.words import day
from estate.report.wording import age, counted

__all__ = ["report_of"]


def report_of(outcome: Outcome, *, before: Outcome | None = None) -> Report:
    """Return the report on `outcome`, and on what has changed since `before`."""
    entries = entries_of(outcome)
    places = [_place(entry, outcome) for entry in entries]
    return Report(
        estate=outcome.estate,
        as_of=outcome.as_of,
        tool=outcome.tool,
        title=f"Exception report, {day(outcome.as_of)}",
        notice=outcome.notice,
        basis=_basis(outcome),
        headline=headline(outcome, entries),
        summary=(
            decisions(outcome, entries),
            lapses(entries),
            changes(outcome, before, entries),
            register(entries),
        ),
        entries=tuple(
            chapter(entry, len(entries), place)
            for entry, place in zip(entries, places, strict=True)
        ),
        sheets=sheets(outcome, entries, places, outcome.notice),
    )


def _basis(outcome: Outcome) -> str:
    """Return what the numbers rest on."""
    catalogue = f"{day(outcome.catalogue_as_of)}, {age(outcome.catalogue_as_of, outcome.as_of)}"
    return (
        f"{counted(outcome.assets, 'asset')} and {counted(outcome.relations, 'relation')}, judged "
        f"as of {day(outcome.as_of)} with the lifecycle catalogue of {catalogue}."
        + (f" {planned(outcome.planned)}." if outcome.planned else "")
    )


def _place(entry: Entry, outcome: Outcome) -> str:
    location = locate(outcome.places, entry.acceptance.place)
    return f"{location.file}:{location.line}" if location else ""
