"""A comparison as JSON, `estate-comparison/1`: the contract with other programs.

One record, relation or finding a line. Plain ASCII, as the findings are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from estate.findings import (
    Difference,
    Edit,
    FindingChange,
    RecordChange,
    RelationChange,
    Side,
)
from estate.report.difference.telling import edited_at, found_at, record_at, relation_at
from estate.report.findings_json import Json, document, location
from estate.report.locate import locate

__all__ = ["SCHEMA", "render"]

SCHEMA: Final = "estate-comparison/1"
"""The name and version of the format."""

_TURNS: Final = ("came", "went", "changed")


def render(difference: Difference) -> Iterator[str]:
    """Yield the document in pieces: a head, then one line for each thing that differs."""
    about = (FindingChange("came", each, "change") for each in difference.about_change)
    head: dict[str, Json] = {
        "schema": SCHEMA,
        "estate": difference.head.estate,
        "tool": difference.tool,
        "base": _side(difference.base),
        "head": _side(difference.head),
        "threshold": difference.threshold,
        "by": difference.by,
        "counts": _counts(difference),
    }
    yield from document(
        head,
        records=(_record(each, difference) for each in difference.records),
        relations=(_relation(each, difference) for each in difference.relations),
        settings=(_record(each, difference) for each in difference.settings),
        findings=(_finding(each, difference) for each in difference.findings),
        about_change=(_finding(each, difference) for each in about),
        failing=({"fingerprint": each.fingerprint} for each in difference.failing),
    )


def _side(side: Side) -> Json:
    return {
        "name": side.name,
        "estate": side.estate,
        "as_of": side.as_of.isoformat(),
        "assets": side.assets,
        "relations": side.relations,
        "digest": side.digest,
    }


def _counts(difference: Difference) -> Json:
    def tally(turns: list[str]) -> Json:
        return {turn: turns.count(turn) for turn in _TURNS}

    return {
        "records": tally([each.turn for each in difference.records]),
        "relations": tally([each.turn for each in difference.relations]),
        "settings": tally([each.turn for each in difference.settings]),
        "change": tally([each.turn for each in difference.findings if each.cause == "change"]),
        "calendar": tally([each.turn for each in difference.findings if each.cause == "calendar"]),
        "about_change": len(difference.about_change),
        "failing": len(difference.failing),
    }


def _record(change: RecordChange, difference: Difference) -> dict[str, Json]:
    fields: list[Json] = [
        {
            "field": each.name,
            "before": each.before or None,
            "after": each.after or None,
            "location": location(locate(difference.places, each.place)),
        }
        for each in change.fields
    ]
    return {
        "change": change.turn,
        "kind": change.kind,
        "id": change.id,
        "name": change.name,
        "location": location(record_at(difference, change)),
        "fields": fields,
    }


def _relation(change: RelationChange, difference: Difference) -> dict[str, Json]:
    return {
        "change": change.turn,
        "relation": change.relation,
        "source": change.source,
        "targets": list(change.targets),
        "detail": change.detail,
        "location": location(relation_at(difference, change)),
    }


def _finding(change: FindingChange, difference: Difference) -> dict[str, Json]:
    finding = change.finding
    subject: dict[str, Json] = {
        key: list(value) if isinstance(value, list) else value
        for key, value in finding.subject.identity.items()
    }
    differences: list[Json] = [
        {"field": name, "before": then, "after": now} for name, then, now in change.differences
    ]
    return {
        "fingerprint": finding.fingerprint,
        "change": change.turn,
        "cause": change.cause,
        "rule": finding.rule,
        "severity": finding.severity,
        "status": finding.status,
        "subject": subject,
        "message": finding.message,
        "location": location(found_at(difference, change)),
        "exception": finding.exception,
        "owner": change.owner or None,
        "differences": differences,
        "edits": [_edit(edit, difference) for edit in change.edits],
    }


def _edit(edit: Edit, difference: Difference) -> Json:
    at = location(edited_at(difference, edit))
    return {"text": edit.text, "location": at, "before": edit.before}
