"""What stands beside the candidates: quadrants, the matrix, what is not known, twins."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from estate.duplicates import Group, Matrix, Member, Rationalisation, Row
from estate.report.duplicates.quadrants import drawn
from estate.report.duplicates.words import Words, few, time_of
from estate.report.statement import Section, Table
from estate.report.wording import counted, listed

__all__ = ["asides"]

_COLUMNS: Final = 30
"""Systems that a matrix on a page has as columns."""
_MANY: Final = 2


def asides(found: Rationalisation, words: Words, *, wide: bool, brief: bool) -> Iterator[Section]:
    """Yield each part that there is something in; `brief` leaves out what does not compete."""
    yield from _quadrants(found)
    yield from _matrix(found, wide=wide)
    yield from _groups(
        found.of("unknown"),
        words,
        "unknown",
        "Perhaps competing",
        "Whether these compete is not known: what would tell is not recorded.",
    )
    yield from _groups(
        () if brief else found.of("complementary"),
        words,
        "apart",
        "Shared without competing",
        "These share a job, and nothing recorded makes them rivals: their categories or "
        "capabilities differ, one stands in for or replaces another, or each organisation has one.",
    )
    yield from _twins(found)


def _quadrants(found: Rationalisation) -> Iterator[Section]:
    members: dict[str, Member] = {}
    for candidate in found.candidates:
        members.update((member.id, member) for member in candidate.members)
    rated = [m for _, m in sorted(members.items()) if m.quadrant.derived is not None]
    if not members:
        return
    without = len(members) - len(rated)
    point = found.mid_point
    told = f"Functional fit against technical fit, each from 1 to 5; {point} or more is high."
    says = [f"{told} Where that line runs is a local decision (--mid-point)."]
    if without:
        says.append(f"{counted(without, 'system')} of {len(members):,}: fit not recorded in full.")
    if not rated:
        yield Section("time", "Tolerate, invest, migrate, eliminate", tuple(says))
        return
    head = ("", "system", "TIME", "why", "stated")
    rows = tuple(
        (
            str(number),
            member.name,
            time_of(member).partition(",")[0],
            member.quadrant.reason,
            f"{member.quadrant.stated or 'not stated'}"
            + (": disagrees" if member.quadrant.disagrees else ""),
        )
        for number, member in enumerate(rated, 1)
    )
    table = Table("The systems of the picture, by number.", head, rows, frozenset({0}))
    picture = drawn(rated, found.mid_point)
    title = "Tolerate, invest, migrate, eliminate"
    yield Section("time", title, tuple(says), (table,), picture)


def _matrix(found: Rationalisation, *, wide: bool) -> Iterator[Section]:
    rows = [row for row in found.matrix.rows if any(row.systems.values())]
    if not rows:
        return
    competing = {key for row in rows for key, competes in row.systems.items() if competes}
    number, whole = counted(len(rows), "service"), len(found.matrix.rows)
    told = f"{number} of {whole:,} rest on systems that compete there."
    says = [f"{told} --format matrix writes all services and systems for a spreadsheet."]
    table = _listing(rows, found.matrix)
    if wide and len(competing) <= _COLUMNS:
        table = _wide(rows, found.matrix, competing)
    elif wide:
        says.append(f"{len(competing):,} systems are too many for columns, so they are listed.")
    yield Section("matrix", "Services by systems", tuple(says), (table,))


def _job(row: Row) -> str:
    return {"lgsl": f"LGSL {row.key}", "function": f"ESD function {row.key}"}.get(
        row.level, "the service itself"
    )


def _listing(rows: list[Row], matrix: Matrix) -> Table:
    names = dict(matrix.systems)
    cells = tuple(
        (
            row.name,
            _job(row),
            few([names[key] for key, competes in row.systems.items() if competes]),
            few([names[key] for key, competes in row.systems.items() if not competes]),
        )
        for row in rows
    )
    head = ("service", "same job by", "competing systems", "others")
    return Table("Which systems support which service.", head, cells)


def _wide(rows: list[Row], matrix: Matrix, competing: set[str]) -> Table:
    columns = [(key, name) for key, name in matrix.systems if key in competing]
    head = ("service", "same job by", *(name for _, name in columns), "others")
    marks = {True: "■ competes", False: "□ supports", None: ""}
    cells = tuple(
        (
            row.name,
            _job(row),
            *(marks[row.systems.get(key)] for key, _ in columns),
            few([name for key, name in matrix.systems if key in row.systems.keys() - competing]),
        )
        for row in rows
    )
    return Table("Which systems support which service.", head, cells)


def _groups(
    groups: tuple[Group, ...], words: Words, anchor: str, title: str, says: str
) -> Iterator[Section]:
    if not groups:
        return
    rows = tuple(
        (
            group.name,
            f"{group.level} ({group.trust})",
            str(len(group.members)),
            few([name for _, name in group.members]),
            *((words.missing(group),) if anchor == "unknown" else ()),
        )
        for group in groups
    )
    head = ["what they match in", "level", "systems", "which"]
    if anchor == "unknown":
        head.append("not recorded of some")
    yield Section(anchor, title, (says,), (Table("", tuple(head), rows, frozenset({_MANY})),))


def _twins(found: Rationalisation) -> Iterator[Section]:
    if not found.twins:
        return
    rows = tuple(
        (
            twins.name,
            twins.id,
            listed([f"{name} ({key})" for key, name in twins.others]),
            f"{twins.accepted} until {twins.until}" if twins.accepted else "no",
        )
        for twins in found.twins
    )
    head = ("record", "id", "perhaps the same as", "accepted")
    says = "Alike in name, and in nothing that is recorded unlike. Counted in no figure above."
    yield Section("twins", "Perhaps the same", (says,), (Table("", head, rows),))
