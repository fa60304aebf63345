"""How the numbers are made: what was judged, on what basis, and what the words mean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from estate.report.html.source import Source
from estate.report.html.view import Block, Cell, Column, Part, Prose, Table, View, cells
from estate.report.wording import age, counted, day

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


_BESIDE: Final = {
    "findings.json": "All findings, for programs:",
    "estate.svg": "The estate, drawn:",
    "exceptions.html": "The exceptions, each with the facts that it rests on:",
    "exceptions.pdf": "The same, to print and to sign:",
    "exceptions.xlsx": "The same, as a workbook:",
    "board.pdf": "Six pages for a committee:",
    "estate.xlsx": "Findings, exceptions, assets and budget, as a workbook:",
}
"""What the files are that an audit writes beside the page."""


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
    known = outcome.catalogue_as_of
    fails = (
        "nothing: this run was told never to fail"
        if outcome.threshold == "never"
        else f"open findings from {outcome.threshold} up, gaps "
        f"{'included' if outcome.gaps_fail else 'left out'}"
    )
    failing = counted(len(outcome.failing), "finding")
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
                    f"{day(known)}, {age(known, outcome.as_of)}",
                    note=outcome.catalogue_digest,
                ),
            ),
            cells("Rules", f"{counted(len(outcome.rules), 'rule')} ran"),
            cells("Tool", f"estate {outcome.tool}"),
            cells("What fails a run", Cell(fails, note=f"{failing} of this run")),
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
        yield Prose(_BESIDE.get(name, ""), href=name, link=name)
