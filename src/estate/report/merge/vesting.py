"""The sections about vesting day: what has to be there, who takes over, and what ends around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from estate.findings import Reorganisation
from estate.findings.reorganisation import ZONES, Handover, Need, Terms
from estate.report.currency import Currency
from estate.report.merge.listing import listing, named
from estate.report.statement import Section, Table
from estate.report.wording import counted, listed

__all__ = ["ZONE_WORDS", "vesting_sections"]

ZONE_WORDS: Final = {
    "pre-vesting": "before vesting day",
    "year-1": "in the first year",
    "natural-expiry": "natural expiry",
    "long-tail": "long tail",
    "unknown": "not known",
}
_TOPICS: Final = {
    "services": "critical services",
    "terms": "contracts and licences",
    "agreements": "agreements",
    "people": "people",
    "unknown": "what nobody has recorded",
}
_MET: Final = {False: "To settle", None: "Not known", True: "There"}
_ASSIGNABLE: Final = {True: "yes", False: "no", None: "not recorded"}
_UNIT: Final = 100


def vesting_sections(told: Reorganisation) -> tuple[Section, ...]:
    """Return the day-one list, the organisations, and contracts and agreements by zone."""
    return _day_one(told), _organisations(told), _terms(told)


def _day_one(told: Reorganisation) -> Section:
    lead = "What has to be there, or to be known, on vesting day."
    return listing("day-one", "Day-one list", lead, _needs(told.needs), "Nothing is asked.")


def _needs(needs: Iterable[Need]) -> Iterator[Table]:
    """Yield a table for each topic, of what is to settle first."""
    groups: dict[tuple[bool | None, str], list[Need]] = {
        (met, topic): [] for met in _MET for topic in _TOPICS
    }
    for need in needs:
        groups[need.met, need.topic].append(need)
    for (met, topic), found in groups.items():
        caption = f"{_MET[met]}: {_TOPICS[topic]}, {len(found):,}."
        rows = tuple((named(need.name, need.about), need.text) for need in found)
        counts = topic == "unknown"
        head = ("how many", "of what") if counts else ("what", "how it stands")
        yield Table(caption, head, rows)


def _organisations(told: Reorganisation) -> Section:
    without = sum(not each.successors for each in told.handovers)
    lead = "Who takes over from whom, and on which day."
    if without:
        lead += f" For {counted(without, 'council')} no successor is recorded."
    rows = tuple(map(_handover, told.handovers))
    head = ("organisation", "successor", "vesting day", "assets")
    table = Table(f"{counted(len(rows), 'organisation')}.", head, rows, frozenset({3}))
    return listing("organisations", "Organisations", lead, (table,), "None is recorded.")


def _handover(each: Handover) -> tuple[str, ...]:
    return (
        named(each.name, each.id),
        listed([name for _, name, _ in each.successors]) or "none recorded",
        listed(sorted({day.isoformat() for _, _, day in each.successors})),
        f"{each.records:,}",
    )


def _terms(told: Reorganisation) -> Section:
    amounts = (_units(each.value) for each in told.terms if each.value is not None)
    money = Currency.of(told.currency, amounts)
    head = ("what ends", "whose", "last day", "notice by", "assignable", "a year")
    tables = []
    for zone in ZONES:
        rows = tuple(_term(each, money) for each in told.zone(zone))
        words = ZONE_WORDS[zone]
        caption = f"{words[:1].upper()}{words[1:]}: {len(rows):,}."
        tables.append(Table(caption, head, rows, frozenset({5})))
    lead = (
        "Before vesting day; in the first year from it; natural expiry up to three years; the "
        "long tail beyond, or without an end."
    )
    title = "Contracts and agreements around vesting"
    return listing("terms", title, lead, tables, "None is recorded.")


def _term(each: Terms, money: Currency) -> tuple[str, ...]:
    end = "none" if each.endless else each.end.isoformat() if each.end else "not recorded"
    contract: tuple[str, ...] = ("", "", "")
    if each.kind == "contract":
        contract = (
            _notice(each),
            _ASSIGNABLE[each.assignable],
            "not recorded" if each.value is None else money.named(_units(each.value)),
        )
    whose = listed(each.organisations) or "not recorded"
    return (named(each.name, each.id), whose, end, *contract)


def _notice(each: Terms) -> str:
    if each.notice_by is not None:
        return each.notice_by.isoformat()
    return "" if each.endless else "not known"


def _units(amount: float) -> int:
    return round(amount * _UNIT)
