"""What a trend tells: the answer first, then the numbers over time, then what each day rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from operator import attrgetter
from typing import Final

from estate.findings import SEVERITIES
from estate.findings.trend import Numbers, Point
from estate.report.statement import Picture, Section, Statement, Table
from estate.report.trend.drawing import drawing
from estate.report.trend.principles import NONE, by_principle
from estate.report.trend.values import Trend
from estate.report.wording import counted

__all__ = ["statement"]

_HASH: Final = 9
"""Characters of a commit's hash that are shown."""

_Column = tuple[str, Callable[[Numbers], int]]

_RISK: Final[tuple[_Column, ...]] = tuple(
    (name, attrgetter(name)) for name in ("unmanaged", "services", "accepted", "unknown")
)
_FINDINGS: Final[tuple[_Column, ...]] = tuple(
    (name, attrgetter(f"counts.{name}")) for name in SEVERITIES
)


def statement(trend: Trend) -> Statement:
    """Return a trend as sentences, tables and a picture."""
    sections = (_risk(trend), _findings(trend), *by_principle(trend), _basis(trend))
    return Statement(
        trend.estate,
        f"trend from {trend.since} to {trend.until}",
        trend.tool,
        tuple(_lead(trend)),
        sections,
    )


def _lead(trend: Trend) -> Iterator[str]:
    days = trend.judged
    if not days and len(trend.points) == 1:
        yield f"Nothing can be told of {trend.since}: {trend.points[0].reason}."
    elif not days:
        yield (
            f"Nothing can be told: on none of {counted(len(trend.points), 'day')} was there an "
            "inventory that loads."
        )
    elif len(days) == 1:
        on, numbers = days[0]
        yield f"On {on} there {_be(numbers.unmanaged)} {_unmanaged(numbers.unmanaged)}."
    else:
        yield from _movement(trend)
    gaps = len(trend.points) - len(days)
    if gaps and days:
        verb = "has" if gaps == 1 else "have"
        yield f"{gaps:,} of {counted(len(trend.points), 'day')} {verb} no numbers; each says why."


def _movement(trend: Trend) -> Iterator[str]:
    (since, first), (until, last) = trend.judged[0], trend.judged[-1]
    was, now = first.unmanaged, last.unmanaged
    if was == now:
        yield f"There {_be(now)} {_unmanaged(now)} on {until}, as many as on {since}."
    else:
        more = f"{abs(now - was):,} {'more' if now > was else 'fewer'}"
        yield f"There {_be(now)} {_unmanaged(now)} on {until}, {more} than on {since} ({was:,})."
    yield (
        f"Findings that are accepted: {_from_to(first.accepted, last.accepted)}. Installations of "
        f"unknown support: {_from_to(first.unknown, last.unknown)}. Findings that are open: "
        f"{_from_to(first.open, last.open)}. Assets: {_from_to(first.assets, last.assets)}."
    )


def _from_to(was: int, now: int) -> str:
    return f"{now:,}, as before" if was == now else f"from {was:,} to {now:,}"


def _be(number: int) -> str:
    return "is" if number == 1 else "are"


def _unmanaged(number: int) -> str:
    return counted(number, "unmanaged unsupported installation")


def _risk(trend: Trend) -> Section:
    caption = (
        "Unmanaged unsupported installations, the services that rest on them, findings that are "
        "accepted, and installations of unknown support; beside each, what has changed since the "
        "last day that has numbers."
    )
    table = _noted(trend, _table(trend, caption, _RISK))
    picture = Picture(drawing(trend), partial(_bars, trend))
    return Section("risk", "Risk over time", (), (table,), picture)


def _findings(trend: Trend) -> Section:
    says = ("Every rule, judged as of each day: findings that nobody entitled has accepted.",)
    return Section("findings", "Findings over time", says, (_table(trend, "", _FINDINGS),))


def _table(trend: Trend, caption: str, columns: Sequence[_Column]) -> Table:
    """Return a row for each day: numbers, and beside each what has changed."""
    head = ("on", *(name for column, _ in columns for name in (column, "±")))
    rows = []
    before: Numbers | None = None
    for point in trend.points:
        now = point.numbers
        cells = [cell for _, of in columns for cell in _cells(before, now, of)]
        rows.append((point.on.isoformat(), *cells))
        before = now or before
    numbers = frozenset(range(1, len(head)))
    return Table(caption, head, tuple(rows), numbers, long=False)


def _noted(trend: Trend, table: Table) -> Table:
    """Return a table with the reasons of days without numbers, if there are any."""
    reasons = [point.reason for point in trend.points]
    if not any(reasons):
        return table
    rows = tuple((*row, reason) for row, reason in zip(table.rows, reasons, strict=True))
    head, under = (*table.head, "no numbers"), frozenset([len(table.head)])
    return replace(table, head=head, rows=rows, under=under)


def _cells(
    before: Numbers | None, now: Numbers | None, of: Callable[[Numbers], int]
) -> tuple[str, str]:
    if now is None:
        return NONE, ""
    change = of(now) - of(before) if before else 0
    return f"{of(now):,}", f"{change:+,}" if change else ""


def _bars(trend: Trend, width: int, most: int | None) -> tuple[str, ...]:
    """Return a bar for each day: what is unmanaged, or that nobody can tell."""
    del most
    top = max((numbers.unmanaged for _, numbers in trend.judged), default=1) or 1
    room = max(10, min(width, 100) - 24)
    lines = ["unmanaged (█)"]
    for point in trend.points:
        if point.numbers is None:
            lines.append(f"{point.on}  ? {point.reason}")
            continue
        number = point.numbers.unmanaged
        bar = "█" * round(number * room / top)
        lines.append(f"{point.on}  {bar}{' ' if bar else ''}{number:,}")
    return tuple(lines)


def _basis(trend: Trend) -> Section:
    judged = (
        "Each day has the last commit by its end on the line of first parents, and is judged as of "
        "that day by what stands in that commit: the inventory, the settings, the rules of its own "
        "and the catalogue of its own. What is not committed is not in it."
    )
    known = (
        f"The standard rules are those of estate {trend.tool}, and where a commit has no lifecycle "
        f"catalogue of its own, support is by that of {trend.catalogue_as_of}: what was announced "
        "since, and what new rules find, counts for earlier days too. So the numbers move with the "
        "estate and the calendar, and not with the program."
    )
    says = (judged, known, *_hint(trend.points))
    assets = _table(trend, "What was judged on each day.", [("assets", attrgetter("assets"))])
    rows = tuple(
        (*row, point.commit[:_HASH]) for row, point in zip(assets.rows, trend.points, strict=True)
    )
    table = replace(assets, head=(*assets.head, "commit"), rows=rows, long=True)
    return Section("basis", "What it rests on", says, (table,))


def _hint(points: Sequence[Point]) -> Iterator[str]:
    broken = next((point for point in points if point.broken), None)
    if broken is not None:
        yield (
            f"What is wrong on a day that has no numbers, 'estate compare {broken.commit[:_HASH]}' "
            "tells: the problems of that commit, each with its place."
        )
