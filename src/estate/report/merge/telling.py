"""A reorganisation in chapters: a title, the answer in a sentence, and a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from estate.findings import Reorganisation
from estate.findings.reorganisation import ZONES, Match, Merging, Need, Shared, Terms
from estate.report.merge.chapter import Chapter, lapses_chapter
from estate.report.merge.merging import merging_chapters
from estate.report.wording import counted, listed

__all__ = ["chapters", "headline"]

ZONE_WORDS: Final = {
    "pre-vesting": "before vesting day",
    "year-1": "in the first year",
    "natural-expiry": "natural expiry",
    "long-tail": "long tail",
    "unknown": "not known",
}
_TOPICS: Final = {
    "services": "critical service",
    "terms": "contract or licence",
    "agreements": "agreement",
    "people": "people",
    "unknown": "not recorded",
}
_MET: Final = {True: "there", False: "to settle", None: "not known"}
_ASSIGNABLE: Final = {True: "yes", False: "no", None: "not recorded"}


def headline(told: Reorganisation) -> tuple[str, ...]:
    """Return the answer in a few sentences."""
    merged = (_merged(told.merging),) if told.merging is not None else ()
    ending = sum(bool(each.successors) for each in told.handovers)
    if told.vesting is None:
        no_day = "No organisation is recorded to be replaced: no vesting day is known."
        return (*merged, no_day, _alike(told))
    missing = sum(need.met is False for need in told.needs)
    unknown = sum(need.met is None for need in told.needs)
    zones = Counter(each.zone for each in told.terms)
    counts = listed([f"{zones[zone]:,} {ZONE_WORDS[zone]}" for zone in ZONES if zones[zone]])
    parting = sum("extract" in each.pattern for each in told.shared)
    return (
        *merged,
        f"{counted(ending, 'organisation')} will be replaced, the first on {told.vesting}.",
        (
            f"Day one: of {counted(len(told.needs), 'thing')} asked for, {missing:,} to settle and "
            f"{unknown:,} not known."
        ),
        f"Contracts and agreements end: {counts or 'none is recorded'}.",
        f"{counted(len(told.shared), 'shared system')}, of which {parting:,} would be parted.",
        _alike(told),
        f"{counted(len(told.lapses), 'acceptance')} will lapse at vesting.",
    )


def _alike(told: Reorganisation) -> str:
    kinds = Counter(each.kind for each in told.matches)
    groups = [counted(kinds[kind], kind) for kind in ("system", "supplier", "service")]
    return f"Probably one, or for one job: {listed(groups)}."


def _merged(merging: Merging) -> str:
    return (
        f"{listed(merging.estates)} merged into {counted(merging.records, 'record')}: "
        f"{counted(len(merging.renamed), 'id')} renamed, "
        f"{counted(len(merging.same), 'record')} the same in several and now one, "
        f"{counted(len(merging.lapses), 'acceptance')} lapsed by it."
    )


def chapters(told: Reorganisation) -> tuple[Chapter, ...]:
    """Return every chapter, also those that are empty: they say so."""
    merged = merging_chapters(told.merging) if told.merging is not None else ()
    return (
        _needs(told.needs),
        _handovers(told),
        _terms(told.terms),
        _shared(told.shared),
        _matches(told.matches),
        lapses_chapter("lapses", "Acceptances that lapse at vesting", told.lapses),
        *merged,
    )


def _needs(needs: Sequence[Need]) -> Chapter:
    rows = tuple(
        (_MET[each.met], each.name, each.about, _TOPICS[each.topic], each.text)
        for each in sorted(needs, key=_worst_first)
    )
    return Chapter(
        "day-one",
        "Day-one list",
        "What has to be there, or to be known, on vesting day." if needs else "Nothing is asked.",
        ("there", "what", "id", "topic", "how it stands"),
        rows,
        tuple(f"{met}: {_titled(name, key)} {text}" for met, name, key, _, text in rows),
    )


def _worst_first(need: Need) -> tuple[int, int]:
    return {False: 0, None: 1, True: 2}[need.met], list(_TOPICS).index(need.topic)


def _titled(name: str, key: str) -> str:
    return f"{name} ({key})" if key else name


def _handovers(told: Reorganisation) -> Chapter:
    rows = tuple(
        (
            each.name,
            each.id,
            listed([name for _, name, _ in each.successors]) or "none recorded",
            listed(sorted({day.isoformat() for _, _, day in each.successors})),
            f"{each.records:,}",
        )
        for each in told.handovers
    )
    without = sum(not each.successors for each in told.handovers)
    lead = "Who takes over from whom, and on which day." if rows else "None is recorded."
    if without:
        lead += f" For {counted(without, 'council')} no successor is recorded."
    return Chapter(
        "organisations",
        "Organisations",
        lead,
        ("organisation", "id", "successor", "vesting day", "assets"),
        rows,
        tuple(
            f"{_titled(name, key)} → {successor}{f', {day}' if day else ''}; {assets} assets"
            for name, key, successor, day, assets in rows
        ),
    )


def _terms(terms: Sequence[Terms]) -> Chapter:
    rows = tuple(
        (
            ZONE_WORDS[each.zone],
            each.name,
            each.id,
            listed(each.organisations) or "not recorded",
            "none" if each.endless else each.end.isoformat() if each.end else "not recorded",
            each.notice_by.isoformat() if each.notice_by else "",
            _ASSIGNABLE[each.assignable] if each.kind == "contract" else "",
            f"{each.value:,.0f}" if each.value is not None else "",
        )
        for each in terms
    )
    lead = (
        "Before vesting day; in the first year from it; natural expiry up to three years; the "
        "long tail beyond, or without an end."
    )
    return Chapter(
        "terms",
        "Contracts and agreements around vesting",
        lead if rows else "None is recorded.",
        ("ends", "contract", "id", "organisations", "last day", "notice by", "assignable",
         "a year"),
        rows,
        tuple(map(_term, rows)),
    )  # fmt: skip


def _term(cells: tuple[str, ...]) -> str:
    zone, name, key, whose, end, notice, assignable, value = cells
    said = [f"last day {end}"]
    said += [f"notice by {notice}"] if notice else []
    said += [f"assignable: {assignable}"] if assignable else []
    said += [f"{value} a year"] if value else []
    return f"{zone}: {_titled(name, key)}, {whose}; {', '.join(said)}"


def _shared(shared: Sequence[Shared]) -> Chapter:
    rows = tuple(
        (
            each.name,
            each.id,
            each.kind,
            listed(each.organisations),
            listed(each.successors) or "not recorded",
            each.pattern,
        )
        for each in sorted(shared, key=lambda each: ("extract" not in each.pattern, each.id))
    )
    parting = sum("extract" in each.pattern for each in shared)
    lead = (
        f"{parting:,} of them would belong to several successors, and must be parted, or served "
        "by one to the other."
    )
    return Chapter(
        "shared",
        "Shared systems",
        lead if rows else "None is recorded.",
        ("system", "id", "kind", "shared by", "would belong to", "pattern"),
        rows,
        tuple(
            f"{pattern}: {kind} {_titled(name, key)}, shared by {whose}, to {to}"
            for name, key, kind, whose, to, pattern in rows
        ),
    )


def _matches(matches: Sequence[Match]) -> Chapter:
    rows = tuple(
        (
            each.kind,
            "; ".join(_one(one.name, one.id, one.organisations) for one in each.records),
            "; ".join(each.reasons),
            each.pattern,
        )
        for each in matches
    )
    return Chapter(
        "matches",
        "Probably one, or for one job",
        "Nothing is put together by this list: somebody who knows both has to say."
        if rows
        else "None was found.",
        ("kind", "records", "why they are thought so", "pattern"),
        rows,
        tuple(
            f"{kind}: {records} — {why}{f'; {pattern}' if pattern else ''}"
            for kind, records, why, pattern in rows
        ),
    )


def _one(name: str, key: str, organisations: Sequence[str]) -> str:
    whose = f", {listed(organisations)}" if organisations else ""
    return f"{name} ({key}{whose})"
