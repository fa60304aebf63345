"""The first page: the headline, what to look at first, and the way to the others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from estate.findings import SEVERITIES, Finding
from estate.report.account import headline, planned, verdict
from estate.report.html.source import Source
from estate.report.markup import link
from estate.report.tables import Head
from estate.report.wiki.cells import Cell, Prose, listing, plain
from estate.report.wiki.owned import found, organisations
from estate.report.wiki.owners import Owners
from estate.report.wording import counted

__all__ = ["home"]

_FIRST: Final = 10
"""Rules, and findings, that are named as what to look at first."""
_RULES: Final = (
    Head("Severity", "severity"),
    Head("What is wrong"),
    Head("Open faults", "number"),
    Head("What to do"),
)


def home(source: Source, owners: Owners) -> Iterator[str]:
    """Yield the lines of the first page."""
    outcome = source.outcome
    yield from (f"**{plain(headline(outcome))}.**", "", f"{plain(verdict(outcome))}.", "")
    if outcome.planned:
        yield from (f"{plain(planned(outcome.planned))}.", "")
    yield from ("## By severity", "", *_severities(source))
    yield from ("", "## What to look at first", "", *_first(source))
    yield from ("", "## By organisation", "", *organisations(source, owners))
    yield from ("", "What several organisations share counts for each of them.")


def _severities(source: Source) -> Iterator[str]:
    counts = source.outcome.counts
    names = (*SEVERITIES, "accepted", "baselined")
    heads = [Head(name.capitalize(), "number") for name in (*names, "unknown")]
    row: list[Cell] = [*(getattr(counts, name) for name in names), source.outcome.undecided]
    yield from listing(heads, [row])
    yield ""
    asked = link("what to ask for", "What-we-do-not-know")
    yield f"Unknown are questions that nobody can answer yet: {asked}."


def _first(source: Source) -> Iterator[str]:
    """Yield the rules with the most serious open faults, then the worst of these."""
    by_rule: dict[str, list[Finding]] = {}
    for finding in source.open_faults:
        by_rule.setdefault(finding.rule, []).append(finding)
    ranked = sorted(
        by_rule.items(),
        key=lambda item: (SEVERITIES.index(item[1][0].severity), -len(item[1]), item[0]),
    )
    texts = {rule.id: rule for rule in source.outcome.rules}
    rows: list[list[Cell]] = [
        [
            each[0].severity,
            texts[rule].title if rule in texts else rule,
            len(each),
            Prose(texts[rule].fix if rule in texts else ""),
        ]
        for rule, each in ranked[:_FIRST]
    ]
    if not rows:
        yield "No rule found a fault. What is unknown is no pass."
        return
    yield from listing(_RULES, rows)
    more = len(ranked) - len(rows)
    if more:
        every = link("by principle", "By-principle")
        yield from ("", f"{counted(more, 'further rule')} found faults: {every}.")
    worst = source.open_faults[:_FIRST]
    yield from ("", f"The {counted(len(worst), 'most serious fault')}:", "", *found(source, worst))
