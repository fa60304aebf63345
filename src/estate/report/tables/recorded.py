"""What is recorded: every asset, and every piece of software with its support."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Final

from estate.facts import Installation
from estate.findings import Place
from estate.model import Asset
from estate.model.scalars import NEVER
from estate.report.html.source import Source
from estate.report.locate import where
from estate.report.register.entry import UNMANAGED
from estate.report.tables.said import amount, field, last_day, organisations, said
from estate.report.tables.values import Column, Table, Value, table

__all__ = ["assets", "installations"]

_SUPPORT: Final = {
    "supported": "supported",
    "extended": "extended support",
    "extended-unpaid": "extended support, not paid for",
    "ended": "ended",
}

_STATED: Final[tuple[Column[Asset], ...]] = (
    Column("Environment", field("environment"), wide=13),
    Column("Exposure", field("exposure"), wide=11),
    Column("Hosting", field("hosting"), wide=12),
    Column("Form", field("form"), wide=11),
    Column("Category", field("category"), wide=17),
    Column("Directorate", field("directorate"), wide=24),
    Column("Owner", field("owner"), wide=26),
    Column("Technical owner", field("technical_owner"), wide=26),
    Column("Information asset owner", field("information_asset_owner"), wide=26),
    Column("Classification", field("classification"), wide=14),
    Column("Personal data", field("personal_data"), wide=16),
    Column("Disposition", field("disposition"), wide=12),
    Column("Reviewed", field("reviewed"), "date"),
    Column("Verified", field("verified"), "date"),
)


def assets(source: Source) -> Table:
    """Return every asset of the estate, section by section."""
    says = "One asset on record: what it is, whose, how it stands, and what was found on it."
    columns = (*_named(source), *_STATED, *_weighed(source))
    return table("assets", "Assets", says, columns, source.facts.assets)


def _named(source: Source) -> tuple[Column[Asset], ...]:
    """Return what an asset is and whose, and the worst of what was found on it."""
    faults = source.faults_of
    open_questions = Counter(each.subject.id for each in source.outcome.unknown)

    def worst(asset: Asset) -> str:
        found = faults.get(asset.id)
        return found[0].severity if found else ""

    return (
        Column("Name", field("name"), wide=34),
        Column("Id", field("id"), "id"),
        Column("Kind", field("kind"), wide=12),
        Column("Organisations", lambda asset: organisations(source, asset.organisation), wide=30),
        Column("State", lambda asset: said(source.state[asset.id]), wide=10),
        Column("Criticality", field("criticality"), wide=11),
        Column("Worst open finding", worst, "severity"),
        Column("Open faults", lambda asset: len(faults.get(asset.id, ())), "number", 9),
        Column("Open questions", lambda asset: open_questions[asset.id], "number"),
    )


def _weighed(source: Source) -> tuple[Column[Asset], ...]:
    """Return what an asset costs, what hangs on it, and where it stands."""
    graph, places = source.facts.graph, source.outcome.places
    ends = source.facts.column("asset.planned_end")
    services = source.facts.estate.of("service")
    resting = Counter(needed for key in services for needed in graph.all_needs(key))

    return (
        Column("Leaves by plan on", lambda asset: last_day(ends[asset.id]), "date"),
        Column("Capital a year", lambda asset: _cost(asset, "capital"), "money"),
        Column("Revenue a year", lambda asset: _cost(asset, "revenue"), "money"),
        Column("Needs", lambda asset: len(graph.direct_needs(asset.id)), "number", 8),
        Column("Needed by", lambda asset: len(graph.direct_needers(asset.id)), "number", 9),
        Column("Services that rest on it", lambda asset: resting[asset.id], "number"),
        Column("Recorded in", lambda asset: where(places, Place(asset.id)), wide=40),
    )


def _cost(asset: Asset, part: str) -> Value:
    return amount(getattr(asset.annual_cost, part) if asset.annual_cost else None)


def installations(source: Source) -> Table:
    """Return every piece of software on every asset, with its support on the day."""
    says = "One product at one version on one asset, and how it is supported on the day."
    columns = (*_installed(source), *_SUPPORTED, *_matched(source))
    every = source.facts.subjects("installation")
    return table("installations", "Installations", says, columns, every)


def _installed(source: Source) -> tuple[Column[Installation], ...]:
    state = source.state
    return (
        Column("Software", lambda each: each.title if each.given else None, wide=34),
        Column("On", lambda each: each.asset.name, wide=34),
        Column("Asset", lambda each: each.asset.id, "id"),
        Column("Kind", lambda each: each.asset.kind, wide=12),
        Column("Organisations", lambda each: organisations(source, each.asset.organisation)),
        Column("State", lambda each: said(state[each.asset.id]), wide=10),
    )


def _status(each: Installation) -> Value:
    return _SUPPORT[each.support.status] if each.support.status else None


def _ends(each: Installation) -> Value:
    """Return the last day of the support that it has now, or had."""
    day = each.support.ends or each.support.ended
    if day is None:
        return None if each.support.status is None else "day unknown"
    return "none announced" if day == NEVER else day


_SUPPORTED: Final[tuple[Column[Installation], ...]] = (
    Column("Support", _status, wide=20),
    Column("Support ends, or ended", _ends, "date", 15),
    Column(
        "Extended support until", lambda each: said(each.support.extended_until) or "", "date", 15
    ),
    Column("Why it is unknown", lambda each: each.reason, wide=40),
)


def _matched(source: Source) -> tuple[Column[Installation], ...]:
    """Return what software was taken for, how long its support lasts, and what became of it."""
    today, places = source.facts.today, source.outcome.places
    risks = {each.place: each for each in source.outcome.findings if each.rule in UNMANAGED}

    def left(each: Installation) -> Value:
        day = _ends(each)
        return (day - today).days if isinstance(day, date) else ""

    def risk(each: Installation) -> str:
        found = risks.get(Place(each.asset.id, each.path))
        if found is None:
            return ""
        return f"accepted by {found.exception}" if found.exception else "unmanaged"

    return (
        Column("Days to its end", left, "number"),
        Column("Risk", risk, wide=24),
        Column("Product", lambda each: each.product_id, "id"),
        Column("Version", lambda each: each.version, "id", 14),
        Column("Release", lambda each: each.cycle, "id", 14),
        Column("Licence for extended support", _licence, "id"),
        Column("Source of the dates", lambda each: each.support.source, wide=24),
        Column("Recorded in", lambda each: where(places, Place(each.asset.id, each.path)), wide=40),
    )


def _licence(each: Installation) -> str:
    return each.entitlement.id if each.entitlement else ""
