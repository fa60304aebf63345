"""What stands beside the candidates: quadrants, the matrix, what is not known, twins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from estate.duplicates import Candidate, Group, Member, Rationalisation, Row
from estate.frozen import frozen
from estate.report.duplicates.quadrants import drawn
from estate.report.duplicates.words import Words, few, time_of
from estate.report.statement import Section, Table
from estate.report.wording import counted, listed

__all__ = ["asides"]

_COLUMNS: Final = 30
"""Systems that a matrix on a page has as columns."""
_MANY: Final = 2


def asides(
    found: Rationalisation, words: Words, told: Sequence[Candidate], *, wide: bool, brief: bool
) -> Iterator[Section]:
    """Yield each part that there is something in; `brief` leaves out what does not compete.

    `told` are the candidates that are told in detail: their systems are in the picture.
    """
    yield from _quadrants(found, told)
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


def _quadrants(found: Rationalisation, told: Sequence[Candidate]) -> Iterator[Section]:
    members: dict[str, Member] = {}
    for candidate in told:
        members.update((member.id, member) for member in candidate.members)
    rated = [m for _, m in sorted(members.items()) if m.quadrant.derived is not None]
    if not members:
        return
    without = len(members) - len(rated)
    point = found.mid_point
    scale = f"Functional fit against technical fit, each from 1 to 5; {point} or more is high."
    says = [f"{scale} Where that line runs is a local decision (--mid-point)."]
    if without:
        says.append(
            f"{counted(without, 'system')} of the {len(members):,} that are told above: fit not "
            "recorded in full."
        )
    if not rated:
        yield Section("time", "Tolerate, invest, migrate, eliminate", tuple(says))
        return
    head = ("no.", "system", "TIME", "why", "stated")
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
    table = Table("The systems of the picture, by number.", head, rows)
    picture = drawn(rated, found.mid_point)
    title = "Tolerate, invest, migrate, eliminate"
    yield Section("time", title, tuple(says), (table,), picture)


@frozen
class _Job:
    """Services that are one job, and the systems that compete in it, or merely support it."""

    name: str
    basis: str
    competing: tuple[str, ...]
    others: tuple[str, ...]


def _jobs(found: Rationalisation) -> list[_Job]:
    """Return every job in which systems compete, in the order of the matrix."""
    rows: dict[tuple[str, str], list[Row]] = {}
    for row in found.matrix.rows:
        rows.setdefault((row.level, row.key), []).append(row)
    jobs = []
    for (level, key), services in rows.items():
        marks = [mark for row in services for mark in row.systems.items()]
        competing = {system for system, competes in marks if competes}
        others = {system for system, _ in marks} - competing
        words = {"lgsl": f"LGSL {key}", "function": f"ESD function {key}"}
        basis = words.get(level, "one service")
        if competing:
            name = services[0].name
            jobs.append(_Job(name, basis, tuple(sorted(competing)), tuple(sorted(others))))
    return jobs


def _matrix(found: Rationalisation, *, wide: bool) -> Iterator[Section]:
    jobs, names = _jobs(found), dict(found.matrix.systems)
    if not jobs:
        return
    columns = list(dict.fromkeys(key for job in jobs for key in job.competing))
    whole = len(found.matrix.rows)
    rest = "rests" if len(jobs) == 1 else "rest"
    told = f"{counted(len(jobs), 'job')} {rest} on systems that compete there."
    says = [f"{told} --format matrix writes all {whole:,} services with their systems as CSV."]
    table = _listing(jobs, names)
    if wide and len(columns) <= _COLUMNS:
        table = _wide(jobs, names, columns)
    elif wide:
        says.append(f"{len(columns):,} systems are too many for columns, so they are listed.")
    yield Section("matrix", "Services by systems", tuple(says), (table,))


def _listing(jobs: list[_Job], names: Mapping[str, str]) -> Table:
    rows = tuple(
        (
            job.name,
            job.basis,
            few([names[key] for key in job.competing]),
            few([names[key] for key in job.others]),
        )
        for job in jobs
    )
    head = ("services", "the same by", "competing systems", "others")
    return Table("Which systems support which services.", head, rows)


def _wide(jobs: list[_Job], names: Mapping[str, str], columns: list[str]) -> Table:
    rows = tuple(
        (
            job.name,
            job.basis,
            *("■ competes" if k in job.competing else _supports(k, job) for k in columns),
            few([names[key] for key in job.others if key not in columns]),
        )
        for job in jobs
    )
    head = ("services", "the same by", *(names[key] for key in columns), "others")
    return Table("Which systems support which services.", head, rows)


def _supports(key: str, job: _Job) -> str:
    return "□ supports" if key in job.others else ""


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
    caption = f"{title}: what matches in what."
    if anchor == "unknown":
        head.append("not recorded of some")
    yield Section(anchor, title, (says,), (Table(caption, tuple(head), rows, frozenset({_MANY})),))


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
    yield Section(
        "twins",
        "Perhaps the same",
        (says,),
        (Table("Records, and their likely twins.", head, rows),),
    )
