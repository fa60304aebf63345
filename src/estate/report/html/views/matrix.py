"""Duplication matrix: services by the systems that support them, and which do one job twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from estate.duplicates import Candidate, Matrix, rationalise
from estate.report.html.source import Source
from estate.report.html.view import (
    Block,
    Cell,
    Column,
    Json,
    Listing,
    Part,
    Picture,
    Prose,
    Table,
    View,
    cells,
)
from estate.report.wording import counted, listed

__all__ = ["matrix"]

_MOST: Final = 36
"""Services, and systems, that the picture has room for on paper."""
_NONE: Final = (
    "No two systems are known to do the same job. What they support, which product they are and "
    "what they can do would show it, where that is recorded."
)


def matrix(source: Source) -> View:
    """Return the view of what is done twice."""
    found = rationalise(source.facts, source.outcome, currency=source.currency)
    return View(
        id="duplication",
        title="Done twice",
        lead=(
            "Systems that compete for the same job, within one organisation and between them. "
            "Whether one of them can go is a decision; the numbers are where it begins."
        ),
        group="Decisions and plans",
        parts=(
            Part("", _candidates(source, found.candidates, found.matrix)),
            Part("Services and their systems", (_services(found.matrix),)),
        ),
    )


def _candidates(
    source: Source, candidates: tuple[Candidate, ...], found: Matrix
) -> tuple[Block, ...]:
    if not candidates:
        return (Prose(_NONE),)
    return (
        *_picture(found),
        Table(
            "Groups of systems that do one job, those that matter most first.",
            (
                Column("Job"),
                Column("Systems that compete"),
                Column("Whose"),
                Column("Would stay"),
                Column("Accepted?"),
            ),
            tuple(_row(source, each) for each in candidates),
        ),
    )


def _row(source: Source, each: Candidate) -> tuple[Cell, ...]:
    names = {member.id: member.name for member in each.members}
    return cells(
        Cell(
            listed(list(dict.fromkeys(match.name for match in each.matches))),
            note=listed(list(dict.fromkeys(match.basis for match in each.matches))),
        ),
        listed([member.name for member in each.members]),
        listed([source.organisation(key) for key in each.organisations]),
        _stays(source, each, names),
        Cell("yes", tone="good") if each.accepted else "no",
    )


def _stays(source: Source, each: Candidate, names: Mapping[str, str]) -> Cell:
    """Say which system would stay, and why; in a copy for the public nobody can tell."""
    if source.outcome.notice:
        return Cell("withheld", tone="quiet")
    reasons = "; ".join(each.reasons)
    if not each.survivor:
        return Cell("not decided", note=reasons, tone="unknown")
    return Cell(names[each.survivor], note=reasons, href=f"#/asset/{each.survivor}")


def _picture(found: Matrix) -> Iterator[Picture]:
    """Draw the services for which systems compete, by system; what has no room is counted.

    Systems stand in the order of their services, so that what belongs together stands together.
    """
    every = [row for row in found.rows if any(row.systems.values())]
    if not every:
        return
    names = dict(found.systems)
    columns = list(dict.fromkeys(key for row in every for key in row.systems))
    position = {key: number for number, key in enumerate(columns[:_MOST])}
    rows = [row for row in every[:_MOST] if position.keys() & row.systems.keys()]
    points = [
        [position[key], number, int(competes)]
        for number, row in enumerate(rows)
        for key, competes in row.systems.items()
        if key in position
    ]
    left = (len(every) - len(rows), len(columns) - len(position))
    more = (
        f" {counted(left[0], 'service')} and {counted(left[1], 'system')} have no room in it; the "
        "list below has them."
        if any(left)
        else ""
    )
    yield Picture(
        "matrix",
        "matrix",
        f"{counted(len(rows), 'service')} for which systems compete, by system. A square competes "
        f"with another; a circle supports the service and competes with none.{more}",
        {
            "systems": [names[key] for key in position],
            "services": [row.name for row in rows],
            "points": points,
        },
        16 + len(rows) * 3 // 2,
    )


def _services(found: Matrix) -> Block:
    if not found.rows:
        return Prose("No service is recorded that is in use.")
    names = dict(found.systems)
    rows: list[tuple[Json, ...]] = [
        (
            [row.name, f"#/asset/{row.id}"],
            list(row.organisations),
            len(row.systems),
            listed([names[key] for key in row.systems]),
            "yes" if any(row.systems.values()) else "no",
        )
        for row in found.rows
    ]
    return Listing(
        id="duplication",
        caption="Services with the systems that support them",
        columns=(
            Column("Service", "link", "service"),
            Column("Organisation", "texts", "organisation", choose=True),
            Column("Systems", "number", "number"),
            Column("Which", "text", "which"),
            Column("Compete?", "text", "compete", choose=True),
        ),
        rows=tuple(rows),
        without="The list of services needs a script; the command “estate duplicates” prints it.",
        noun="service",
    )
