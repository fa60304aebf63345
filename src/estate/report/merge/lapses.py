"""Acceptances that stop counting, as a section."""

from __future__ import annotations

from collections.abc import Sequence

from estate.findings.reorganisation import Lapse
from estate.report.merge.listing import listing
from estate.report.statement import Section, Table
from estate.report.wording import counted, listed

__all__ = ["lapses_section"]

_HEAD = ("acceptance", "rule", "whose", "on", "why")


def lapses_section(anchor: str, title: str, lapses: Sequence[Lapse]) -> Section:
    """Return acceptances with the day from which they do not count, and the reasons."""
    rows = tuple(
        (
            each.id,
            each.rule,
            listed(each.organisations) or "not recorded",
            each.on.isoformat() if each.on else "",
            "; ".join(each.reasons),
        )
        for each in lapses
    )
    table = Table(f"{counted(len(rows), 'acceptance')}.", _HEAD, rows)
    lead = "From then on the risk is unmanaged, until its owner accepts it anew."
    return listing(anchor, title, lead, (table,), "None.")
