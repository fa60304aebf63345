"""An asset's card: what it is, who needs it, what it stands on, what was found."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from estate.facts import Installation
from estate.findings import Place
from estate.model import Entry
from estate.model.scalars import NEVER
from estate.pipeline import Run
from estate.report.explain import Section, card

_UNSAID: Final = "not written down"


def card_of(run: Run, entry: Entry, *, painted: bool, width: int) -> Iterator[str]:
    """Yield the lines of a record's card."""
    key = entry.id
    sections = [
        Section("", tuple(_about(run, entry))),
        Section("Acceptance", tuple(_acceptance(run, key))),
        Section("Software", tuple(_software(run, key))),
        Section("Needs", tuple(_edges(run, key, outward=True))),
        Section("Needed by", tuple(_edges(run, key, outward=False))),
        Section("Findings", tuple(_findings(run, key))),
    ]
    shown = [section for section in sections if section.rows]
    return card(entry.name or key, f"{entry.kind} {key}", shown, colour=painted, width=width)


def _about(run: Run, entry: Entry) -> Iterator[tuple[str, str]]:
    if run.outcome.notice:
        yield "", run.outcome.notice
    where = run.outcome.places.get(Place(entry.id))
    if where is not None:
        yield "where", f"{where.file}:{where.line}"
    states = run.facts.column("asset.state")
    if entry.id in states:
        yield "state", states[entry.id]
    for name in ("organisation", "owner", "criticality", "environment", "hosting", "zone"):
        value = getattr(entry, name, None)
        if value:
            yield name, ", ".join(value) if isinstance(value, tuple) else str(value)
    if entry.description:
        yield "", entry.description


def _acceptance(run: Run, key: str) -> Iterator[tuple[str, str]]:
    for each in run.outcome.acceptances:
        if each.id == key:
            yield "state", f"{each.state}: it {'counts' if each.counts else 'does not count'}"
            yield from (("", reason) for reason in each.reasons)
            yield "rule", each.rule
            yield from (("covers", covered) for covered in each.covers)
            by = each.accepted_by or "nobody who is named"
            yield "risk", each.risk or _UNSAID
            yield "plan", each.plan or _UNSAID
            yield "accepted", f"by {by}, on {each.accepted_on or 'a day that is not written down'}"
            yield "review by", str(each.review_by or _UNSAID)
            yield "expires", str(each.expires or _UNSAID)


def _software(run: Run, key: str) -> Iterator[tuple[str, str]]:
    for found in run.facts.subjects("installation"):
        if found.asset.id == key:
            yield (
                f"{found.product_id} {found.version or ''}".strip() or "not recorded",
                _support(found),
            )


def _support(found: Installation) -> str:
    support = found.support
    if support.status is None:
        return f"unknown: {found.reason}" if found.reason else "unknown"
    if support.status == "ended":
        return f"ended {support.ended}" if support.ended else "ended"
    if support.status == "supported":
        return f"supported{_until(support.ends)}"
    return f"{support.status}{_until(support.extended_until)}"


def _until(day: date | None) -> str:
    """Say until when, where that is known."""
    if day is None:
        return ""
    return ", no end announced" if day == NEVER else f", until {day}"


def _edges(run: Run, key: str, *, outward: bool) -> Iterator[tuple[str, str]]:
    graph, estate = run.facts.graph, run.facts.estate
    for edge in graph.needs(key) if outward else graph.needed_by(key):
        other = edge.target if outward else edge.source
        found = estate.get(other)
        strength = "" if edge.strength == "hard" else ", soft"
        yield other, f"{found.name if found else ''} ({edge.relation}{strength})"


def _findings(run: Run, key: str) -> Iterator[tuple[str, str]]:
    for finding in run.outcome.findings:
        if finding.place.asset == key:
            status = "" if finding.status == "open" else f" [{finding.status}]"
            yield finding.severity, f"{finding.message}{status} ({finding.fingerprint})"
