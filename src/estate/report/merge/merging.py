"""The chapters about what a merge has done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from estate.findings.reorganisation import Merging
from estate.report.merge.chapter import Chapter, lapses_chapter
from estate.report.wording import listed

__all__ = ["merging_chapters"]

_ONE: Final = {True: "a stand-in gave way", False: "the same"}


def merging_chapters(merging: Merging) -> tuple[Chapter, ...]:
    """Return them: lapses first, then decisions, what is to be looked at, ids and records."""
    remarks = tuple((each,) for each in merging.remarks)
    return (
        lapses_chapter("lapsed", "Acceptances that lapsed by the merge", merging.lapses),
        _decisions(merging),
        Chapter(
            "remarks",
            "To be looked at by hand",
            "Rules are not rewritten." if remarks else "Nothing.",
            ("what",),
            remarks,
            merging.remarks,
        ),
        _renamed(merging),
        _same(merging),
    )


def _decisions(merging: Merging) -> Chapter:
    rows = [
        (
            each.setting,
            "; ".join(f"{name}: {value}" for name, value in each.said),
            each.decided,
            each.why,
        )
        for each in merging.decisions
    ]
    return _chapter(
        ("settings", "Settings and products on which the estates differ"),
        "What each says, and what stands now.",
        ("setting", "said", "now", "why"),
        rows,
        (f"{what}: {now} ({why}); {said}" for what, said, now, why in rows),
    )


def _renamed(merging: Merging) -> Chapter:
    rows = [(each.estate, each.old, each.new) for each in merging.renamed]
    return _chapter(
        ("renamed", "Ids that were renamed"),
        "Several estates use them for what is not known to be the same record.",
        ("estate", "id", "now"),
        rows,
        (f"{old} of {estate} → {new}" for estate, old, new in rows),
    )


def _same(merging: Merging) -> Chapter:
    stood_for = set(merging.stood_for)
    rows = [
        (kind, name, key, listed(held), _ONE[key in stood_for])
        for key, kind, name, held in merging.same
    ]
    return _chapter(
        ("same", "Records that were the same, and are one"),
        "Each stands where one estate had it; the others keep theirs as a comment.",
        ("kind", "name", "id", "estates", "how"),
        rows,
        (f"{kind} {name} ({key}), in {held}: {how}" for kind, name, key, held, how in rows),
    )


def _chapter(
    named: tuple[str, str],
    lead: str,
    columns: tuple[str, ...],
    rows: Sequence[tuple[str, ...]],
    lines: Iterable[str],
) -> Chapter:
    key, title = named
    return Chapter(key, title, lead if rows else "None.", columns, tuple(rows), tuple(lines))
