"""A roadmap as a workbook: projects, and their changes, milestones, benefits and conflicts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Protocol, TypeAlias, TypeVar

from estate import __version__
from estate.errors import Location
from estate.findings import Place
from estate.plan.roadmap import Conflict, PlannedProject, Roadmap, Undated
from estate.plan.roadmap_entries import Move, PlannedMilestone, Promise
from estate.report.locate import where
from estate.report.roadmap.tables import done_by
from estate.report.tables import Column, Table, Value, table
from estate.report.tables.planned import projects_of
from estate.report.tables.said import joined, last_day
from estate.report.workbook import Properties, book, sheet_of

__all__ = ["workbook"]


class _Placed(Protocol):
    """What stands somewhere in the inventory."""

    @property
    def place(self) -> Place: ...


T = TypeVar("T", bound=_Placed)

_Places = Mapping[Place, Location]
_Of: TypeAlias = tuple[PlannedProject, T]


def workbook(roadmap: Roadmap, places: _Places) -> bytes:
    """Return the workbook of a roadmap (Office Open XML); `places` says where records stand.

    The same roadmap gives the same bytes. Raises ReportError where XlsxWriter is missing.
    """
    properties = Properties(
        what="the work plan",
        title=f"{roadmap.estate}: work plan",
        tool=__version__,
        as_of=roadmap.as_of,
        estate=roadmap.estate,
        comments=f"Amounts in {roadmap.currency}.",
    )
    return book(properties, map(sheet_of, _tables(roadmap, places)))


def _tables(roadmap: Roadmap, places: _Places) -> Iterator[Table]:
    projects = roadmap.projects
    moves = [(each, move) for each in projects for move in each.moves]
    milestones = [(each, milestone) for each in projects for milestone in each.milestones]
    promises = [(each, promise) for each in projects for promise in each.promises]
    conflicts = [(each, conflict) for each in projects for conflict in each.conflicts]
    yield projects_of(roadmap, places)
    yield _entries("Changes", "One dated change of an asset.", _MOVES, moves, places)
    yield _entries("Milestones", "One thing due by a day.", _MILESTONES, milestones, places)
    yield _entries("Benefits", "One benefit a year.", _PROMISES, promises, places)
    yield table("conflicts", "Conflicts", "One project in another's way.", _CONFLICTS, conflicts)
    yield table(
        "undated", "Without a day", "One asset to come or to go.", _UNDATED, roadmap.undated
    )


def _entries(
    title: str, says: str, columns: Sequence[Column[_Of[T]]], of: Sequence[_Of[T]], places: _Places
) -> Table:
    """Return the table of the entries of projects: whose each is comes first, its place last."""
    every: tuple[Column[_Of[T]], ...] = (
        Column("Project", lambda pair: pair[0].name, wide=34),
        Column("Project id", lambda pair: pair[0].id, "id"),
        *columns,
        Column("Recorded in", lambda pair: where(places, pair[1].place), wide=40),
    )
    return table(title.lower(), title, says, every, of)


def _applicable(move: Move) -> bool | str | None:
    """Whether a change that is to come can be applied; None where nobody can tell."""
    if move.standing != "to come":
        return ""
    return None if move.unsure and not move.obstacles else not move.obstacles


_MOVES: Final[tuple[Column[_Of[Move]], ...]] = (
    Column("Day", lambda pair: pair[1].on, "date"),
    Column("Change", lambda pair: done_by(pair[1]), wide=40),
    Column("Asset", lambda pair: pair[1].asset, "id"),
    Column("Standing", lambda pair: pair[1].standing, wide=12),
    Column("Can be applied", lambda pair: _applicable(pair[1]), "flag"),
    Column("Why not", lambda pair: joined(pair[1].obstacles), wide=44),
)


_MILESTONES: Final[tuple[Column[_Of[PlannedMilestone]], ...]] = (
    Column("Due", lambda pair: last_day(pair[1].due, "no end"), "date"),
    Column("Milestone", lambda pair: pair[1].name, wide=40),
    Column("Standing", lambda pair: pair[1].standing, wide=12),
    Column("Done on", lambda pair: pair[1].done or "", "date"),
    Column("Last report", lambda pair: pair[1].reported or "never", "date"),
)


def _quantity(value: float | None) -> Value:
    return "none yet" if value == float("inf") else value


_PROMISES: Final[tuple[Column[_Of[Promise]], ...]] = (
    Column("Due", lambda pair: last_day(pair[1].due, "no end"), "date"),
    Column("Benefit", lambda pair: pair[1].name, wide=40),
    Column("Planned a year", lambda pair: _quantity(pair[1].planned), "number"),
    Column("Actual", lambda pair: _quantity(pair[1].actual), "number"),
    Column("Standing", lambda pair: pair[1].standing, wide=12),
)

_CONFLICTS: Final[tuple[Column[tuple[PlannedProject, Conflict]], ...]] = (
    Column("Project", lambda pair: pair[0].name),
    Column("Project id", lambda pair: pair[0].id, "id"),
    Column("Gets in the way of", lambda pair: pair[1].name),
    Column("Its id", lambda pair: pair[1].project, "id"),
    Column("Assets", lambda pair: joined(pair[1].assets), "id", 44),
    Column("Teams and months", lambda pair: joined(pair[1].busy), wide=34),
)

_UNDATED: Final[tuple[Column[Undated], ...]] = (
    Column("What", lambda each: each.name),
    Column("Id", lambda each: each.id, "id"),
    Column("Kind", lambda each: each.kind, wide=12),
    Column("Standing", lambda each: each.state, wide=12),
    Column("Note", lambda each: "perhaps a project without a status" if each.unsure else ""),
)
