"""By principle: what the rules that rest on each principle of the strategy found, and judged."""

from __future__ import annotations

from collections import Counter

from estate.findings import SEVERITIES, RuleResult
from estate.report.html.source import Principle, Source
from estate.report.html.view import Block, Cell, Column, Part, Picture, Prose, Table, View, cells
from estate.report.html.views.past import named, principles_over_time

__all__ = ["Count", "principles"]


def principles(source: Source) -> View:
    """Return the view that holds the estate against the principles of its strategy."""
    return View(
        id="principles",
        title="By principle",
        lead=(
            "Each rule rests on a principle of the strategy. Coverage is the share of what a "
            "principle's rules asked that could be judged; the rest is unknown, and no pass."
        ),
        group="At a glance",
        parts=(Part("", _blocks(source)), *_past(source)),
    )


def _past(source: Source) -> tuple[Part, ...]:
    blocks = tuple(principles_over_time(source))
    return (Part("Over time", blocks),) if blocks else ()


def _blocks(source: Source) -> tuple[Block, ...]:
    if not source.principles:
        return (Prose("No rule of this estate names a principle."),)
    rows = [Count(source, each) for each in source.principles]
    worst = min(rows, key=lambda row: row.coverage)
    picture = Picture(
        "principles",
        "bars",
        f"What was judged and passed, failed, was accepted, or is unknown, as shares of each "
        f"principle. {worst.principle.title} is known least: {worst.coverage}% could be judged.",
        {
            "names": [named(row.principle) for row in rows],
            "share": True,
            "series": [
                {"name": name, "tone": tone, "values": [row.parts[position] for row in rows]}
                for position, (name, tone) in enumerate(
                    (
                        ("Passed", "passed"),
                        ("Accepted", "quiet"),
                        ("Open finding", "high"),
                        ("Unknown", "unknown"),
                    )
                )
            ],
        },
        26,
    )
    return picture, _table(rows)


class Count:
    """What came of the rules of one principle."""

    def __init__(self, source: Source, principle: Principle) -> None:
        wanted = set(principle.rules)
        rules = [rule for rule in source.outcome.rules if rule.id in wanted]
        self.principle = principle
        self.rules = len(rules)
        self.population = _sum(rules, "population")
        self.unknown = _sum(rules, "unknown")
        accepted, failed = _sum(rules, "accepted"), _sum(rules, "failed")
        self.parts = (_sum(rules, "passed"), accepted, failed - accepted, self.unknown)
        self.open = Counter(f.severity for f in source.open_faults if f.rule in wanted)

    @property
    def coverage(self) -> int:
        """Return the share that could be judged, in percent, rounded down."""
        judged = self.population - self.unknown
        return 100 * judged // self.population if self.population else 100


def _sum(rules: list[RuleResult], field: str) -> int:
    return sum(getattr(rule, field) for rule in rules)


def _table(rows: list[Count]) -> Table:
    return Table(
        "The principles, in the words of the rule pack, with the open faults that bear on them.",
        (
            Column("Principle"),
            *(Column(severity.capitalize(), "number") for severity in SEVERITIES[:4]),
            Column("Judged", "number"),
            Column("Unknown", "number"),
            Column("Coverage", "number"),
        ),
        tuple(
            cells(
                Cell(
                    row.principle.title,
                    note=row.principle.says,
                    href=f"#/findings?principle={row.principle.id}",
                ),
                *(row.open[severity] for severity in SEVERITIES[:4]),
                row.population - row.unknown,
                Cell(row.unknown, tone="unknown" if row.unknown else ""),
                f"{row.coverage}%",
            )
            for row in rows
        ),
    )
