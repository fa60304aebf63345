"""The sections about what a merge has done."""

from __future__ import annotations

from typing import Final

from estate.findings.reorganisation import Merging
from estate.report.merge.lapses import lapses_section
from estate.report.merge.listing import listing, named
from estate.report.statement import Section, Table
from estate.report.wording import counted, listed

__all__ = ["merging_sections"]

_ONE: Final = {True: "a stand-in gave way", False: "the same"}


def merging_sections(merging: Merging) -> tuple[Section, ...]:
    """Return them: lapses first, then decisions, what is to be looked at, ids and records."""
    return (
        lapses_section("lapsed", "Acceptances that lapsed by the merge", merging.lapses),
        _decisions(merging),
        _remarks(merging),
        _renamed(merging),
        _same(merging),
    )


def _decisions(merging: Merging) -> Section:
    rows = tuple(
        (
            each.setting,
            "; ".join(f"{name}: {value}" for name, value in each.said),
            each.decided,
            each.why,
        )
        for each in merging.decisions
    )
    table = Table(f"{counted(len(rows), 'difference')}.", ("setting", "said", "now", "why"), rows)
    title = "Settings and products on which the estates differ"
    lead = "What each says, and what stands now."
    return listing("settings", title, lead, (table,), "None.")


def _remarks(merging: Merging) -> Section:
    rows = tuple((each,) for each in merging.remarks)
    table = Table(f"{counted(len(rows), 'thing')} to look at.", ("what",), rows)
    lead = "Rules are not rewritten."
    return listing("remarks", "To be looked at by hand", lead, (table,), "Nothing.")


def _renamed(merging: Merging) -> Section:
    rows = tuple((each.estate, each.old, each.new) for each in merging.renamed)
    table = Table(f"{counted(len(rows), 'id')}.", ("estate", "id", "now"), rows)
    lead = "Several estates use them for what is not known to be the same record."
    return listing("renamed", "Ids that were renamed", lead, (table,), "None.")


def _same(merging: Merging) -> Section:
    stood_for = set(merging.stood_for)
    rows = tuple(
        (kind, named(name, key), listed(held), _ONE[key in stood_for])
        for key, kind, name, held in merging.same
    )
    table = Table(f"{counted(len(rows), 'record')}.", ("kind", "record", "estates", "how"), rows)
    lead = "Each stands where one estate had it; the others keep theirs as a comment."
    return listing("same", "Records that were the same, and are one", lead, (table,), "None.")
