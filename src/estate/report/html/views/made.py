"""How the numbers are made: what was judged, on what basis, and what the words mean."""

from __future__ import annotations

from collections.abc import Iterator

from estate.report.html.source import Source
from estate.report.html.view import Block, Cell, Column, Part, Prose, Table, View, cells
from estate.report.wording import age, counted

__all__ = ["WORDS", "made"]

WORDS = (
    (
        "Unmanaged",
        (
            "An installation that is past the end of its security support, or in extended support "
            "that no licence buys, and that no exception which counts covers. Ignored rules, "
            "baselines and changed severities do not lower this number."
        ),
    ),
    (
        "Accepted",
        (
            "A finding covered by an exception that counts on the day. It stays listed and is "
            "counted apart."
        ),
    ),
    ("Unknown", "A fact is missing, so that a rule could not decide. Unknown is never a pass."),
    ("Gap", "What nobody has recorded and a rule asks for. A fault is something that is wrong."),
)


def made(source: Source) -> View:
    """Return the view that says where the numbers come from."""
    return View(
        id="made",
        title="How the numbers are made",
        lead="The same inventory, rules, catalogue and day give the same page, byte for byte.",
        group="Look up",
        parts=(
            Part("", (_basis(source),)),
            Part("What the words mean", (_words(),)),
            *([Part("Beside this page", tuple(_beside(source)))] if source.beside else []),
        ),
    )


def _basis(source: Source) -> Table:
    outcome = source.outcome
    fails = (
        "never"
        if outcome.threshold == "never"
        else f"from {outcome.threshold} up, gaps {'included' if outcome.gaps_fail else 'left out'}"
    )
    return Table(
        "What was judged, and on what basis.",
        (Column("What"), Column("Is")),
        (
            cells("Judged as of", outcome.as_of),
            cells(
                "Inventory",
                Cell(
                    f"{counted(outcome.assets, 'asset')}, {counted(outcome.relations, 'relation')}",
                    note=outcome.digest,
                ),
            ),
            cells(
                "Lifecycle catalogue",
                Cell(
                    f"{outcome.catalogue_as_of}, {age(outcome.catalogue_as_of, outcome.as_of)}",
                    note=outcome.catalogue_digest,
                ),
            ),
            cells("Rules", f"{counted(len(outcome.rules), 'rule')} ran"),
            cells("Tool", f"estate {outcome.tool}"),
            cells("A run fails", Cell(fails, note=counted(len(outcome.failing), "finding"))),
        ),
    )


def _words() -> Table:
    return Table(
        "Words that this page uses in one sense only.",
        (Column("Word"), Column("Means")),
        tuple(cells(*row) for row in WORDS),
    )


def _beside(source: Source) -> Iterator[Block]:
    for name in source.beside:
        yield Prose("", href=name, link=name)
