"""What merging has done, as it is told."""

from __future__ import annotations

from collections.abc import Iterator

from estate.findings.reorganisation import Decision, Lapse, Merging, Renamed
from estate.merge.joining import Merged

__all__ = ["merging_of"]


def merging_of(
    merged: Merged, decisions: tuple[Decision, ...], lapses: tuple[Lapse, ...]
) -> Merging:
    """Return what a merge has done; `decisions` come before those about settings."""
    renamed = tuple(
        Renamed(estate, old, new)
        for estate, names in sorted(merged.names.items())
        for old, new in sorted(names.items())
    )
    return Merging(
        estates=tuple(sorted(merged.names)),
        records=merged.records,
        renamed=renamed,
        same=tuple((each.id, each.kind, each.name, each.held) for each in merged.same),
        stood_for=tuple(each.id for each in merged.same if each.stood_for),
        decisions=(*decisions, *merged.settings.decisions, *_conflicts(merged)),
        lapses=lapses,
        remarks=merged.remarks,
    )


def _conflicts(merged: Merged) -> Iterator[Decision]:
    """Yield the fields of products on which the estates differ."""
    for each in merged.conflicts:
        yield Decision(f"product {each.product}: {each.field}", each.said, each.taken, each.why)
