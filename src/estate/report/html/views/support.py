"""Support timeline: what ends when, with the acceptances and projects that answer it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, TypeGuard

from estate.facts import PRESENT, Installation
from estate.findings import Acceptance
from estate.frozen import frozen
from estate.model import Asset, Contract, Licence, Project, Site
from estate.model.scalars import ALWAYS, NEVER
from estate.report.html.source import Source
from estate.report.html.view import Column, Listing, Part, Picture, Prose, Table, View, cells
from estate.report.wording import counted, day

__all__ = ["End", "ends_of", "support"]

_PAST: Final = timedelta(days=365)
_AHEAD: Final = timedelta(days=3 * 365)
_LANES: Final = (
    "Software support",
    "Hardware support",
    "Licences",
    "Contracts",
    "Sites that close",
)
_OPEN: Final = _LANES[3:]
"""The lanes of a copy for the public: when support or a licence ends tells the release."""
_ENDINGS: Final = (NEVER, ALWAYS)
_DRAWN: Final = 32
"""Exceptions and projects that the picture has room for, on one page of paper."""


@frozen
class End:
    """Something that ends on a day: in which lane it stands, what it is, and of which record."""

    on: date
    lane: str
    name: str
    record: str
    note: str

    @property
    def href(self) -> str:
        """Where a reader learns more: the card of the record."""
        return f"#/asset/{self.record}"


@frozen
class _Span:
    """An exception or a project, from its first to its last day, and its record."""

    sort: str
    name: str
    first: date
    last: date
    record: str

    @property
    def href(self) -> str:
        return f"#/asset/{self.record}"


def support(source: Source) -> View:
    """Return the view of what ends when."""
    ends = ends_of(source)
    return View(
        id="timeline",
        title="What ends when",
        lead=(
            "The last days of support, licences, contracts and sites; below them, on the same "
            "scale, the exceptions that count and the projects that are to put things right."
            + (
                " The ends of support and of licences are withheld."
                if source.outcome.notice
                else ""
            )
        ),
        group="Decisions and plans",
        parts=_parts(source, ends),
    )


def _lanes(source: Source) -> tuple[str, ...]:
    return _OPEN if source.outcome.notice else _LANES


def _parts(source: Source, ends: list[End]) -> tuple[Part, ...]:
    if not ends:
        return (Part("", (Prose("Nothing is recorded that ends on a known day."),)),)
    spans = sorted(_spans(source), key=lambda each: (each.sort, each.last, each.name, each.record))
    return (
        Part("", (_picture(source, ends, spans), _by_quarter(source, ends))),
        Part("Every end", (_list(ends, spans),)),
    )


def _picture(source: Source, ends: list[End], spans: list[_Span]) -> Picture:
    today = source.facts.today
    begins, until = today - _PAST, today + _AHEAD
    months: dict[tuple[str, str, int], int] = Counter(
        (each.lane, each.on.isoformat()[:7], int(each.on < today))
        for each in ends
        if begins <= each.on <= until
    )
    seen = [each for each in spans if each.last >= begins and each.first <= until]
    nearest = sorted(seen, key=lambda each: (each.last < today, each.last))[:_DRAWN]
    drawn = [each for each in seen if each in nearest]
    return Picture(
        "timeline",
        "timeline",
        _told(source, ends, len(drawn), len(seen) - len(drawn)),
        {
            "from": begins,
            "until": until,
            "today": today,
            "lanes": _lanes(source),
            "points": [[*key, number] for key, number in sorted(months.items())],
            "spans": [
                [each.sort, each.name, max(each.first, begins), min(each.last, until), each.href]
                for each in drawn
            ],
        },
        14 + len(drawn) * 7 // 5,
    )


def _told(source: Source, ends: list[End], drawn: int, left: int) -> str:
    """Say what the picture shows, and what of it has no room."""
    today = source.facts.today
    soon = sum(today <= each.on <= today + _PAST for each in ends)
    below = counted(drawn, "exception or project", "exceptions and projects")
    more = f", those that end next; the list has {left:,} more" if left else ""
    return (
        f"{counted(soon, 'end')} within a year from today. A circle says how many fall together. "
        f"Below, on the same scale: {below}{more}."
    )


def _spans(source: Source) -> Iterator[_Span]:
    """Yield the exceptions that count, and the projects that run or are planned."""
    for each in source.outcome.acceptances:
        first = each.accepted_on or each.requested_on
        if each.counts and each.last_day and first:
            yield _Span("Exception", _covered(each), first, each.last_day, each.id)
    for key, project in source.facts.estate.of("project").items():
        if not isinstance(project, Project) or project.status not in {"live", "planned"}:
            continue
        first, last = project.starts, project.ends
        if first and last and last not in _ENDINGS:
            yield _Span("Project", project.name, first, last, key)


def _covered(each: Acceptance) -> str:
    """Return what an exception covers, by the first of it; its id where nothing is named."""
    if not each.covers:
        return each.id
    more = len(each.covers) - 1
    return f"{each.covers[0]}{f' and {more} more' if more else ''}"


def _by_quarter(source: Source, ends: list[End]) -> Table:
    today = source.facts.today
    shown = [each for each in ends if today - _PAST <= each.on <= today + _AHEAD]
    quarters: dict[str, Counter[str]] = defaultdict(Counter)
    for each in shown:
        quarters[_quarter(each.on)][each.lane] += 1
    return Table(
        f"How much ends from {day(today - _PAST)} to {day(today + _AHEAD)}, by quarter of the "
        "calendar year.",
        (Column("Quarter"), *(Column(lane, "number") for lane in _lanes(source))),
        tuple(
            cells(quarter, *(number[lane] for lane in _lanes(source)))
            for quarter, number in sorted(quarters.items())
        ),
    )


def _quarter(on: date) -> str:
    return f"{on.year} Q{(on.month + 2) // 3}"


def _list(ends: list[End], spans: list[_Span]) -> Listing:
    lapses = [
        End(each.last, f"{each.sort}s", each.name, each.record, f"from {day(each.first)}")
        for each in spans
    ]
    every = sorted([*ends, *lapses], key=lambda each: (each.on, each.lane, each.name, each.record))
    return Listing(
        id="timeline",
        caption="Everything that ends on a known day",
        columns=(
            Column("Last day", "date", "day"),
            Column("Kind of end", "text", "sort", choose=True),
            Column("What ends", "link", "what"),
            Column("Where, since when, or what follows", "text", "where"),
        ),
        rows=tuple((e.on, e.lane, [e.name, e.href], e.note) for e in every),
        noun="end",
        without="The list of every end needs a script; the table above counts them.",
    )


def ends_of(source: Source) -> list[End]:
    """Return everything in use that ends on a day that somebody has set, in the order of days."""
    return sorted(
        _ends(source), key=lambda each: (each.on, each.lane, each.name, each.record, each.note)
    )


def _ends(source: Source) -> Iterator[End]:
    """Yield everything in use that ends on a day that somebody has set."""
    for found in source.facts.subjects("installation"):
        if source.state[found.asset.id] in PRESENT and (day := _support_end(found)):
            yield End(day, _LANES[0], found.title, found.asset.id, found.asset.name)
    for asset in source.facts.assets:
        if source.state[asset.id] in PRESENT:
            yield from _ends_of(asset)
    current = source.facts.column("contract.current_end")
    for key, entry in source.facts.estate.of("contract").items():
        if isinstance(entry, Contract) and _dated(day := current[key]):
            note = "renews by itself" if entry.auto_renews else ""
            yield End(day, "Contracts", entry.name, key, note)


def _ends_of(asset: Asset) -> Iterator[End]:
    hardware = getattr(asset, "hardware", None)
    if hardware is not None and _dated(hardware.support_ends):
        what = hardware.product or asset.name
        yield End(hardware.support_ends, _LANES[1], what, asset.id, asset.name)
    if isinstance(asset, Licence) and _dated(asset.ends):
        yield End(asset.ends, "Licences", asset.name, asset.id, "")
    if isinstance(asset, Site) and _dated(asset.closes):
        yield End(asset.closes, "Sites that close", asset.name, asset.id, "")


def _support_end(found: Installation) -> date | None:
    """Return the day on which an installation's support ends, or has ended."""
    day = found.support.ends or found.support.ended
    return day if _dated(day) else None


def _dated(day: date | None) -> TypeGuard[date]:
    """Whether it is a day that somebody has set: neither open nor lost in the past."""
    return day is not None and day not in _ENDINGS
