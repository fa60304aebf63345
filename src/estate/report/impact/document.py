"""What stops as JSON, `estate-impact/1`: the contract with other programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Final

from estate import __version__
from estate.impact import Degraded, Impact, Loss, Note, Redundancy, Restored, Spared, Time
from estate.model import Entry
from estate.report.findings_json import Json, document
from estate.report.impact.stopping import answer

__all__ = ["SCHEMA", "render"]

SCHEMA: Final = "estate-impact/1"
"""The name and version of the format."""


def render(impact: Impact, plan: str = "") -> Iterator[str]:
    """Yield the document in pieces: a head, then one line for each thing.

    `plan` says what of the work plan is done.
    """
    head: dict[str, Json] = {
        "schema": SCHEMA,
        "estate": impact.estate,
        "as_of": impact.on.isoformat(),
        "tool": __version__,
        "answer": answer(impact),
        "plan": plan or None,
        "selection": {
            "named": impact.selection.named,
            "stopped": _texts(impact.selection.seeds),
            "reads": _texts(impact.selection.reads),
        },
        "counts": _counts(impact),
        "chain": _texts(impact.chain),
        "circles": [_texts(circle) for circle in impact.circles],
    }
    yield from document(
        head,
        stops=map(_loss, impact.losses),
        saved=map(_spared, impact.spared),
        degraded=map(_degraded, impact.degraded),
        recovery=map(_restored, impact.recovery),
        notes=map(_note, impact.selection.notes),
    )


def _counts(impact: Impact) -> Json:
    known, unknown = impact.people
    services = impact.of("service")
    return {
        "services": len(services),
        "critical_services": sum(loss.criticality == "critical" for loss in services),
        "unrated_services": sum(loss.criticality is None for loss in services),
        "stops": sum(not loss.serves for loss in impact.losses),
        "carried": sum(loss.serves for loss in impact.losses),
        "saved": len(impact.spared),
        "degraded": len(impact.degraded),
        "users": known,
        "applications_without_users": unknown,
    }


def _named(entry: Entry) -> dict[str, Json]:
    return {"kind": entry.kind, "id": entry.id, "name": entry.name}


def _loss(loss: Loss) -> dict[str, Json]:
    return {
        **_named(loss.entry),
        "criticality": loss.criticality,
        "organisations": _texts(getattr(loss.entry, "organisation", None) or ()),
        "stage": loss.stage,
        "because": _texts(loss.because),
        "path": _texts(loss.path),
        "failed": [_redundancy(each) for each in loss.failed],
        "users": loss.people,
        "applications_without_users": loss.uncounted,
        "carried": loss.serves,
    }


def _redundancy(found: Redundancy) -> Json:
    return {
        "way": found.way,
        "members": _texts(found.members),
        "lost": _texts(found.lost),
        "left": found.left,
        "at_least": found.at_least,
    }


def _spared(each: Spared) -> dict[str, Json]:
    return {**_named(each.entry), "by": _redundancy(each.by)}


def _degraded(each: Degraded) -> dict[str, Json]:
    return {
        **_named(each.entry),
        "relation": each.relation,
        "without": _texts(each.without),
        "purpose": each.purpose,
    }


def _restored(each: Restored) -> dict[str, Json]:
    return {
        **_named(each.entry),
        "step": each.step,
        "after": _texts(each.after),
        "own": None if each.own is None else _time(each.own),
        "at_once": _time(each.at_once),
        "in_turn": _time(each.in_turn),
    }


def _time(found: Time) -> Json:
    """Return a time in whole seconds; one without end is null."""
    endless = found.least == timedelta.max
    return {
        "seconds": None if endless else int(found.least.total_seconds()),
        "known": found.known,
    }


def _note(note: Note) -> dict[str, Json]:
    things: list[Json] = [{**_named(entry), "said": said} for entry, said in note.entries]
    return {"title": note.title, "why": note.why, "things": things}


def _texts(texts: Sequence[str]) -> list[Json]:
    return list(texts)
