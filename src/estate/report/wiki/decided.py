"""Pages of what was judged and decided: by principle, and the exceptions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from estate.findings import SEVERITIES, RuleResult
from estate.report.html.source import Source
from estate.report.html.views.principles import Count
from estate.report.register.entry import Entry, entries_of
from estate.report.register.words import state_of
from estate.report.tables import Head
from estate.report.tables.judged import exceptions as exceptions_table
from estate.report.wiki.cells import Cell, listing, picked, plain, told
from estate.report.wording import counted, shortened

__all__ = ["exceptions", "principles"]

_GRADES: Final = SEVERITIES[:4]
_SHORT: Final = 60
"""Characters of a principle that a table has room for."""
_PRINCIPLES: Final = (
    Head("Principle"),
    *(Head(f"Open, {grade}", "number") for grade in _GRADES),
    Head("Judged", "number"),
    Head("Unknown", "number"),
    Head("Coverage", "number"),
)
_RULES: Final = (
    Head("Severity", "severity"),
    Head("Rule"),
    Head("Failed", "number"),
    Head("Accepted", "number"),
    Head("Unknown", "number"),
    Head("Judged", "number"),
)


def principles(source: Source) -> Iterator[str]:
    """Yield what the rules that rest on each principle found."""
    resting = {rule for principle in source.principles for rule in principle.rules}
    rest = [rule for rule in source.outcome.rules if rule.id not in resting]
    if source.principles:
        yield (
            "Coverage is the share of what the rules of a principle asked that could be judged; "
            "the rest is unknown, and no pass."
        )
        yield from ("", *_table(source))
    for principle in source.principles:
        wanted = set(principle.rules)
        yield from ("", f"## {plain(principle.title)}", "", told(principle.says), "")
        yield from _rules([rule for rule in source.outcome.rules if rule.id in wanted])
    yield from ("", "## Rules that rest on no principle", "", *_rules(rest))


def _table(source: Source) -> Iterator[str]:
    rows: list[list[Cell]] = []
    for principle in source.principles:
        found = Count(source, principle)
        numbers: list[Cell] = [found.open[grade] for grade in _GRADES]
        judged = found.population - found.unknown
        title = f"{principle.title}: {shortened(principle.says, _SHORT)}"
        rows.append([title, *numbers, judged, found.unknown, f"{found.coverage}%"])
    yield from listing(_PRINCIPLES, rows)


def _rules(rules: Sequence[RuleResult]) -> Iterator[str]:
    if not rules:
        yield "No such rule ran."
        return
    ranked = sorted(rules, key=lambda rule: (SEVERITIES.index(rule.severity), rule.id))
    rows: list[list[Cell]] = [
        [rule.severity, rule.title, rule.failed, rule.accepted, rule.unknown, rule.population]
        for rule in ranked
    ]
    yield from listing(_RULES, rows, "rules")


def exceptions(source: Source) -> Iterator[str]:
    """Yield the exceptions: how many count, what there is to decide, and all of them."""
    entries = entries_of(source.outcome)
    if not entries:
        yield "Nobody has accepted a risk."
        return
    counting = sum(entry.acceptance.counts for entry in entries)
    verb = "counts" if counting == 1 else "count"
    yield f"{counting:,} of {counted(len(entries), 'exception')} {verb} on this day."
    yield from ("", "## To decide", "", *_decisions([each for each in entries if each.decision]))
    yield from ("", "## The register", "")
    yield from picked(
        exceptions_table(source),
        *("exception", "counts", "state", "severity", "covers", "accepted_by", "last_day"),
    )


def _decisions(entries: Sequence[Entry]) -> Iterator[str]:
    if not entries:
        yield "Nothing."
        return
    rows: list[list[Cell]] = [
        [
            entry.acceptance.id,
            state_of(entry.acceptance.state).name,
            entry.decision,
            entry.covers,
            "; ".join(entry.acceptance.reasons),
        ]
        for entry in entries
    ]
    heads = (Head("Exception", "id"), *map(Head, ("State", "Decision", "Covers", "Why")))
    yield from listing(heads, rows, "exceptions")
