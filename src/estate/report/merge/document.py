"""A reorganisation as JSON, `estate-merge/1`: the contract with other programs.

One thing of each list a line. Plain ASCII, as the findings are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from estate.findings import Reorganisation
from estate.findings.reorganisation import (
    ZONES,
    Handover,
    Lapse,
    Match,
    Merging,
    Need,
    Shared,
    Terms,
)
from estate.report.findings_json import Json, document

__all__ = ["SCHEMA", "render"]

SCHEMA: Final = "estate-merge/1"
"""The name and version of the format."""


def render(told: Reorganisation) -> Iterator[str]:
    """Yield the document in pieces: a head, then one line for each thing of each list."""
    zones = Counter(each.zone for each in told.terms)
    counts: dict[str, Json] = {zone: zones[zone] for zone in ZONES}
    head: dict[str, Json] = {
        "schema": SCHEMA,
        "estate": told.estate,
        "as_of": told.as_of.isoformat(),
        "tool": told.tool,
        "digest": told.digest or None,
        "vesting": _day(told.vesting),
        "zones": counts,
        "merge": _merging(told.merging) if told.merging else None,
    }
    yield from document(
        head,
        day_one=map(_need, told.needs),
        organisations=map(_handover, told.handovers),
        terms=map(_terms, told.terms),
        shared=map(_shared, told.shared),
        matches=map(_match, told.matches),
        lapses=map(_lapse, told.lapses),
    )


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _words(words: Iterable[str]) -> list[Json]:
    return list(words)


def _need(need: Need) -> dict[str, Json]:
    return {
        "topic": need.topic,
        "id": need.about or None,
        "name": need.name,
        "met": need.met,
        "text": need.text,
    }


def _handover(each: Handover) -> dict[str, Json]:
    successors: list[Json] = [
        {"organisation": key, "name": name, "vesting": day.isoformat()}
        for key, name, day in each.successors
    ]
    return {
        "id": each.id,
        "name": each.name,
        "type": each.kind or None,
        "assets": each.records,
        "successors": successors,
        "successors_recorded": each.known,
        "successors_have_siro": each.siro,
    }


def _terms(each: Terms) -> dict[str, Json]:
    return {
        "id": each.id,
        "name": each.name,
        "kind": each.kind,
        "organisations": _words(each.organisations),
        "zone": each.zone,
        "vesting": _day(each.vesting),
        "end": _day(each.end),
        "endless": each.endless,
        "notice_by": _day(each.notice_by),
        "assignable": each.assignable,
        "value": each.value,
    }


def _shared(each: Shared) -> dict[str, Json]:
    return {
        "id": each.id,
        "name": each.name,
        "kind": each.kind,
        "organisations": _words(each.organisations),
        "successors": _words(each.successors),
        "pattern": each.pattern,
    }


def _match(each: Match) -> dict[str, Json]:
    records: list[Json] = [
        {"id": one.id, "name": one.name, "organisations": _words(one.organisations)}
        for one in each.records
    ]
    return {
        "kind": each.kind,
        "records": records,
        "reasons": _words(each.reasons),
        "pattern": each.pattern or None,
    }


def _lapse(each: Lapse) -> dict[str, Json]:
    return {
        "id": each.id,
        "rule": each.rule,
        "organisations": _words(each.organisations),
        "when": each.when,
        "on": _day(each.on),
        "reasons": _words(each.reasons),
    }


def _merging(merging: Merging) -> Json:
    renamed: list[Json] = [
        {"estate": each.estate, "old": each.old, "new": each.new} for each in merging.renamed
    ]
    same: list[Json] = [
        {
            "id": key,
            "kind": kind,
            "name": name,
            "estates": _words(held),
            "stand_in": key in merging.stood_for,
        }
        for key, kind, name, held in merging.same
    ]
    decisions: list[Json] = [
        {
            "setting": each.setting,
            "said": [{"estate": name, "value": value} for name, value in each.said],
            "decided": each.decided,
            "why": each.why,
        }
        for each in merging.decisions
    ]
    lapses: list[Json] = [_lapse(each) for each in merging.lapses]
    return {
        "estates": _words(merging.estates),
        "records": merging.records,
        "renamed": renamed,
        "same": same,
        "decisions": decisions,
        "lapses": lapses,
        "remarks": _words(merging.remarks),
    }
