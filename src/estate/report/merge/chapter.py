"""One part of the report of a reorganisation."""

from __future__ import annotations

from collections.abc import Sequence

from estate.findings.reorganisation import Lapse
from estate.frozen import frozen
from estate.report.wording import listed

__all__ = ["Chapter", "lapses_chapter"]


@frozen
class Chapter:
    """What it says in a sentence, the rows that this rests on, and each row in a line of words."""

    id: str
    title: str
    lead: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[str, ...]


def lapses_chapter(key: str, title: str, lapses: Sequence[Lapse]) -> Chapter:
    """Return a chapter of acceptances that stop counting."""
    rows = tuple(
        (
            each.id,
            each.rule,
            listed(each.organisations),
            each.on.isoformat() if each.on else "",
            "; ".join(each.reasons),
        )
        for each in lapses
    )
    lead = "From then on the risk is unmanaged, until its owner accepts it anew."
    return Chapter(
        key,
        title,
        lead if rows else "None.",
        ("acceptance", "rule", "organisations", "on", "why"),
        rows,
        tuple(f"{name} ({rule}, {whose or 'nobody'}): {why}" for name, rule, whose, _, why in rows),
    )
