"""Sites and recovery: what stands where, what one site takes with it, and when things are back."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import Final, get_args

from estate.facts import PRESENT
from estate.model import Entry, Service, Site
from estate.model.scalars import NEVER
from estate.model.types import Level
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

__all__ = ["sites"]

_LEVELS: Final = (*get_args(Level), None)
_HOUR: Final = 60
_DAY: Final = 24 * _HOUR
_NEVER: Final = 10**9
"""More minutes than any span that is known."""
_DRAWN: Final = 30
"""Sites that the picture has room for."""
_UNKNOWN: Final = Cell("not known", tone="unknown")


def sites(source: Source) -> View:
    """Return the view of sites, and of how services come back."""
    return View(
        id="sites",
        title="Sites and recovery",
        lead=(
            "Where things stand, which services one site would take with it, and how long it "
            "takes until a service is back, with all that it needs."
        ),
        group="Decisions and plans",
        parts=(Part("Sites", _sites(source)), Part("Recovery", (_recovery(source),))),
    )


def _sites(source: Source) -> tuple[Block, ...]:
    found = [
        entry
        for entry in source.facts.estate.of("site").values()
        if isinstance(entry, Site) and source.state[entry.id] in PRESENT
    ]
    if not found:
        return (
            Prose(
                "No site is recorded that is in use, so that nobody can say what one takes with "
                "it. “located_at” says of a server or a device where it stands."
            ),
        )
    stopped = Counter(
        site.id
        for key, lost in source.facts.column("service.single_sites").items()
        if source.state[key] in PRESENT
        for site in lost
        if site is not None
    )
    found.sort(key=lambda site: (-stopped[site.id], site.name, site.id))
    return _picture(found, stopped), _table(source, found, stopped)


def _picture(found: list[Site], stopped: Counter[str]) -> Picture:
    worst, drawn = found[0], found[:_DRAWN]
    more = f" The table has {len(found) - _DRAWN:,} more." if len(found) > _DRAWN else ""
    most = (
        f"{worst.name} takes most with it: {stopped[worst.id]}."
        if stopped[worst.id]
        else "No service is known to stop with a site alone."
    )
    return Picture(
        "sites",
        "bars",
        f"Services that stop when a site is lost. {most}{more}",
        {
            "names": [site.name for site in drawn],
            "series": [
                {
                    "name": "Services that stop when it is lost",
                    "tone": "accent",
                    "values": [stopped[site.id] for site in drawn],
                }
            ],
        },
        max(9, 2 * len(drawn) + 4),
    )


def _table(source: Source, found: list[Site], stopped: Counter[str]) -> Table:
    servers = source.facts.column("site.servers_there")
    lines = source.facts.column("site.lines")
    unpriced = Cell("withheld", tone="quiet") if source.outcome.notice else _UNKNOWN
    return Table(
        "Sites in use: what stands there, how it is reached, and what is lost with it.",
        (
            Column("Site"),
            Column("Services lost with it", "number"),
            Column("Servers", "number"),
            Column("Connections", "number"),
            Column("Closes", "date"),
            Column(f"Running cost a year, {source.currency}", "number"),
        ),
        tuple(
            cells(
                Cell(site.name, note=listed(site.purpose or ()), href=f"#/asset/{site.id}"),
                stopped[site.id],
                len(servers[site.id]),
                _UNKNOWN if None in lines[site.id] else len(lines[site.id]),
                Cell("not planned", tone="quiet") if site.closes == NEVER else site.closes,
                unpriced if site.running_cost is None else f"{site.running_cost:,.0f}",
            )
            for site in found
        ),
    )


def _recovery(source: Source) -> Block:
    effective = source.facts.column("asset.effective_rto")
    least = source.facts.column("asset.least_rto")
    single = source.facts.column("service.single_sites")
    rows: list[tuple[Json, ...]] = []
    services = sorted(source.facts.estate.of("service").items(), key=_rank)
    for key, service in services:
        if isinstance(service, Service) and source.state[key] in PRESENT:
            names = [site.name if site else "a site that is not recorded" for site in single[key]]
            rows.append(
                (
                    [service.name, f"#/asset/{key}"],
                    service.criticality or "not recorded",
                    list(service.organisation or ()),
                    _back(effective[key], least[key]),
                    listed(names) or "no site alone",
                )
            )
    if not rows:
        return Prose("No service is recorded that is in use, so that none can be said to be back.")
    return _services(tuple(rows))


def _services(rows: tuple[tuple[Json, ...], ...]) -> Listing:
    return Listing(
        id="sites",
        caption="Services: when each is back, and which sites stop it alone",
        columns=(
            Column("Service", "link", "service"),
            Column("Criticality", "text", "criticality", choose=True),
            Column("Organisation", "texts", "organisation", choose=True),
            Column("Back after", "sized", "back"),
            Column("Stops with", "text", "site"),
        ),
        rows=rows,
        without="The list of services needs a script.",
        noun="service",
    )


def _back(known: timedelta | None, least: timedelta | None) -> list[Json]:
    """Return after how long something is back, in words, and in minutes to sort by.

    What is not known is at least so long; it comes after all that is.
    """
    if known is not None:
        never = known == timedelta.max
        return ["never", _NEVER] if never else [_spelt(known), _minutes(known)]
    if not least:
        return ["not known", _NEVER + 1]
    return [f"not known; {_spelt(least)} at least", _NEVER + 1]


def _rank(each: tuple[str, Entry]) -> tuple[int, str, str]:
    """Put the most critical first, and what nobody has graded last."""
    key, entry = each
    return _LEVELS.index(getattr(entry, "criticality", None)), entry.name, key


def _minutes(span: timedelta) -> int:
    return -(-span // timedelta(minutes=1))


def _spelt(span: timedelta) -> str:
    """Return a duration in words: `4 hours`, `1 day and 12 hours`."""
    minutes = _minutes(span)
    parts = (
        (minutes // _DAY, "day"),
        (minutes % _DAY // _HOUR, "hour"),
        (minutes % _HOUR, "minute"),
    )
    return listed([counted(number, noun) for number, noun in parts if number]) or "at once"
