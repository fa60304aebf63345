"""What is bought: licences and contracts, with their terms and what they cost a year."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from estate.findings import Place
from estate.model import Asset, Contract, Licence
from estate.report.html.source import Source
from estate.report.locate import where
from estate.report.tables.said import amount, field, joined, last_day, organisations, said
from estate.report.tables.values import Column, Table, Value, table

__all__ = ["contracts", "licences"]


def _bought(each: Licence) -> Value:
    """Return how much was bought: of what everybody may use, no limit."""
    return "unlimited" if each.metric == "enterprise" else said(each.quantity)


_LICENCE: Final[tuple[Column[Licence], ...]] = (
    Column("Product", field("product"), "id"),
    Column("Versions", field("versions"), "id", 16),
    Column("Extended support", field("extended_support"), "flag"),
    Column("Metric", field("metric"), wide=11),
    Column("Bought", _bought, "number"),
)


def licences(source: Source) -> Table:
    """Return every licence."""
    deployed = source.facts.column("licence.deployed")
    surplus = source.facts.column("licence.surplus")
    ends = {licence.id: licence.ends for licence in _licences(source)}
    cost: tuple[Column[Licence], ...] = (
        Column("In use", lambda each: said(deployed[each.id]), "number"),
        Column("Left over", lambda each: said(surplus[each.id]), "number"),
        Column("Starts", lambda each: _begins(each.starts), "date"),
        *_term(source, ends),
        Column("Capital a year", lambda each: _cost(each, "capital"), "money"),
        Column("Revenue a year", lambda each: _cost(each, "revenue"), "money"),
        Column("Bought under", lambda each: _related(source, each, "covered_by"), wide=30),
    )
    says = "One licence: what it allows, how much of it is in use, and when it ends."
    columns: tuple[Column[Licence], ...]
    columns = (*_named(source), *_LICENCE, *cost, *_judged(source))
    return table("licences", "Licences", says, columns, _licences(source))


def _licences(source: Source) -> list[Licence]:
    return [e for e in source.facts.estate.of("licence").values() if isinstance(e, Licence)]


def _value(each: Contract) -> Value:
    return "unlimited" if said(each.value) == "unlimited" else amount(each.value)


_CONTRACT: Final[tuple[Column[Contract], ...]] = (
    Column("Reference", field("reference"), "id", 18),
    Column("Support", field("support"), "flag"),
    Column("Value a year", _value, "money"),
    Column("Starts", field("starts"), "date"),
    Column("First end", field("ends"), "date"),
)


def contracts(source: Source) -> Table:
    """Return every contract."""
    facts = source.facts
    notice, covered = facts.column("contract.notice_by"), facts.column("contract.covered")
    supplier = Column[Contract](
        "Supplier", lambda each: _related(source, each, "supplied_by") or None, wide=26
    )
    after: tuple[Column[Contract], ...] = (
        *_term(source, facts.column("contract.current_end")),
        Column("Notice", field("notice"), wide=12),
        Column("Give notice by", lambda each: last_day(notice[each.id], "no end"), "date"),
        Column("Renews by itself", field("auto_renews"), "flag"),
        Column("Renews for", _renews_for, wide=12),
        Column("Covers", lambda each: joined(a.name for a in covered[each.id]), wide=44),
        Column("Passes to a successor", field("novation"), "flag"),
    )
    every = [e for e in facts.estate.of("contract").values() if isinstance(e, Contract)]
    says = "One contract: with whom, for what, what it costs a year, and when it ends."
    columns: tuple[Column[Contract], ...]
    columns = (*_named(source), supplier, *_CONTRACT, *after, *_judged(source))
    return table("contracts", "Contracts", says, columns, every)


def _begins(day: date) -> Value:
    """Return the first day of a licence; one that says none always held."""
    return "" if day == date.min else day


def _cost(licence: Licence, part: str) -> Value:
    return amount(getattr(licence.annual_cost, part) if licence.annual_cost else None)


def _renews_for(each: Contract) -> Value:
    """Return the term that follows; of a contract that does not renew itself, there is none."""
    return "" if each.auto_renews is False else said(each.renews_for)


def _related(source: Source, each: Asset, relation: str) -> str:
    return joined(map(source.name, source.facts.graph.related(each.id, relation)))


def _named(source: Source) -> tuple[Column[Asset], ...]:
    return (
        Column("Name", field("name")),
        Column("Id", field("id"), "id"),
        Column("Organisations", lambda each: organisations(source, each.organisation), wide=30),
        Column("State", lambda each: said(source.state[each.id]), wide=10),
    )


def _term(source: Source, ends: Mapping[str, date | None]) -> tuple[Column[Asset], ...]:
    """Return when a term ends, and in how many days."""
    today = source.facts.today

    def left(each: Asset) -> Value:
        day = last_day(ends[each.id], "no end")
        return (day - today).days if isinstance(day, date) else "" if day else None

    return (
        Column("Ends", lambda each: last_day(ends[each.id], "no end"), "date"),
        Column("Days left", left, "number"),
    )


def _judged(source: Source) -> tuple[Column[Asset], ...]:
    faults, places = source.faults_of, source.outcome.places

    def worst(each: Asset) -> str:
        return faults[each.id][0].severity if each.id in faults else ""

    return (
        Column("Worst open finding", worst, "severity"),
        Column("Open faults", lambda each: len(faults.get(each.id, ())), "number", 9),
        Column("Recorded in", lambda each: where(places, Place(each.id)), wide=40),
    )
