"""What stands before the tables: what was judged and when, what came of it, and how to read it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from estate.findings import SEVERITIES
from estate.report.account import planned
from estate.report.html.source import Source
from estate.report.html.views.made import WORDS
from estate.report.tables.values import Head, Row, Table
from estate.report.wording import counted

__all__ = ["about"]

_READING: Final = (
    ("A cell that says unknown", "{nobody} It is neither none nor zero."),
    ("A cell that is empty", "There is nothing to say, or it does not apply."),
    ("Open faults", "What is wrong, and neither accepted nor known from a baseline."),
    ("Money", "Amounts are in {currency}."),
)
MONEY: Final = frozenset({"budget", "renewals"})
"""The tables of which a copy for the public has no rows."""
_HEADS: Final = (Head("About", wide=16), Head("What", wide=38), Head("Is", wide=90))


def about(source: Source, tables: Sequence[Table]) -> Table:
    """Return the table that comes first: it says what the others hold."""
    rows = (*_judged(source), *_counts(source), *_words(source), *_contents(source, tables))
    return Table("about", "About", "What was judged, and how to read it.", _HEADS, len(rows), rows)


def _judged(source: Source) -> Iterator[Row]:
    outcome = source.outcome
    if outcome.notice:
        yield ("Copy", "This copy", outcome.notice)
    yield ("Judged", "Estate", outcome.estate)
    yield ("Judged", "As of", outcome.as_of)
    if outcome.planned:
        yield ("Judged", "Work plan", planned(outcome.planned))
    yield ("Judged", "Assets", outcome.assets)
    yield ("Judged", "Relations", outcome.relations)
    yield ("Judged", "Inventory", outcome.digest)
    yield ("Judged", "Lifecycle catalogue as of", outcome.catalogue_as_of)
    yield ("Judged", "Lifecycle catalogue", outcome.catalogue_digest)
    yield ("Judged", "Rules that ran", len(outcome.rules))
    yield ("Judged", "Rules that were not run", len(outcome.not_run))
    yield ("Judged", "Tool", f"estate {outcome.tool}")


def _counts(source: Source) -> Iterator[Row]:
    outcome = source.outcome
    unmanaged, counts = outcome.unmanaged, outcome.counts
    yield ("Result", "Unmanaged unsupported installations", unmanaged.installations)
    yield ("Result", "Services that rest on them", unmanaged.services)
    yield ("Result", "Installations of unknown support", unmanaged.unknown)
    for severity in SEVERITIES:
        yield ("Result", f"Findings, {severity}", getattr(counts, severity))
    yield ("Result", "Findings, accepted", counts.accepted)
    yield ("Result", "Findings known from a baseline", counts.baselined)
    asked = sum(rule.population for rule in outcome.rules)
    yield ("Result", "Questions that rules asked", asked)
    yield ("Result", "Questions without an answer", outcome.undecided)


def _words(source: Source) -> Iterator[Row]:
    nobody = "Nobody has recorded it, or it is withheld from this copy."
    if not source.outcome.notice:
        nobody = "Nobody has recorded it."
    for word, means in (*WORDS, *_READING):
        yield ("How to read it", word, means.format(currency=source.currency, nobody=nobody))


def _contents(source: Source, tables: Sequence[Table]) -> Iterator[Row]:
    for each in tables:
        held = f"{counted(each.size, 'row')}. {each.says}"
        if source.outcome.notice and each.name in MONEY:
            held = "Withheld from this copy."
        yield ("Contents", each.title, held)
