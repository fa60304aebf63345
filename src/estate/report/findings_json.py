"""The findings as JSON, `estate-findings/1`: the contract with other programs.

One finding a line, so that a file under version control shows what came and went. Plain ASCII,
so that no name can act on a terminal that prints it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Final, TypeAlias

from estate.errors import Location
from estate.findings import Finding, Outcome, Place, RuleResult, Subject, Unknown
from estate.report.locate import locate

__all__ = ["SCHEMA", "Json", "document", "location", "render"]

SCHEMA: Final = "estate-findings/1"
"""The name and version of the format."""

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
"""What JSON can hold, of what this format needs."""

# Without an indent the encoder of the standard library runs in C.
_encode: Final = json.JSONEncoder().encode


def render(outcome: Outcome) -> Iterator[str]:
    """Yield the document in pieces: a head, then one line per rule, finding and unknown."""
    plan = outcome.planned
    head: dict[str, Json] = {
        "schema": SCHEMA,
        "estate": outcome.estate,
        "as_of": outcome.as_of.isoformat(),
        **({"notice": outcome.notice} if outcome.notice else {}),
        **({"plan": {**asdict(plan), "since": plan.since.isoformat()}} if plan else {}),
        "tool": outcome.tool,
        "inventory": {
            "assets": outcome.assets,
            "relations": outcome.relations,
            "digest": outcome.digest,
        },
        "lifecycle": {
            "as_of": outcome.catalogue_as_of.isoformat(),
            "digest": outcome.catalogue_digest,
        },
        "counts": asdict(outcome.counts),
        "unmanaged": asdict(outcome.unmanaged),
    }
    yield from document(
        head,
        rules=map(_rule, outcome.rules),
        findings=(_finding(finding, outcome.places) for finding in outcome.findings),
        unknown=map(_unknown, outcome.unknown),
        not_run=({"rule": rule, "reason": reason} for rule, reason in outcome.not_run),
    )


def document(head: Mapping[str, Json], **lists: Iterable[Mapping[str, Json]]) -> Iterator[str]:
    """Yield a JSON object: the keys of `head` a line each, then each list an item a line."""
    opening = "{"
    for key, value in head.items():
        yield f"{opening}\n  {_encode(key)}: {_encode(value)}"
        opening = ","
    for key, items in lists.items():
        yield f"{opening}\n  {_encode(key)}: ["
        between = ""
        for item in items:
            yield f"{between}\n    {_encode(item)}"
            between = ","
        yield "\n  ]" if between else "]"
    yield "\n}\n"


def location(found: Location | None) -> Json:
    """Return a location as the format writes it; null where nothing stands in a file."""
    if found is None:
        return None
    return {
        "file": found.file,
        "line": found.line,
        "column": found.column,
        "end_line": found.end_line,
        "end_column": found.end_column,
    }


def _finding(finding: Finding, places: Mapping[Place, Location]) -> dict[str, Json]:
    related = ((locate(places, other.place), other.message) for other in finding.related)
    caused: dict[str, Json] = {"caused_by": finding.caused_by} if finding.caused_by else {}
    return {
        "fingerprint": finding.fingerprint,
        "rule": finding.rule,
        "severity": finding.severity,
        "status": finding.status,
        **caused,
        "subject": _subject(finding.subject),
        "message": finding.message,
        "location": location(locate(places, finding.place)),
        "related": [_related(found, message) for found, message in related],
        "facts": dict(finding.facts),
        "path": list(finding.path),
        "exception": finding.exception,
    }


def _related(found: Location | None, message: str) -> Json:
    if found is None:
        return {"file": None, "line": None, "column": None, "message": message}
    return {"file": found.file, "line": found.line, "column": found.column, "message": message}


def _subject(subject: Subject) -> Json:
    return {
        key: list(value) if isinstance(value, list) else value
        for key, value in subject.identity.items()
    }


def _unknown(unknown: Unknown) -> dict[str, Json]:
    missing: list[Json] = list(unknown.missing)
    return {"rule": unknown.rule, "subject": _subject(unknown.subject), "missing": missing}


def _rule(rule: RuleResult) -> dict[str, Json]:
    return {
        "id": rule.id,
        "severity": rule.severity,
        "kind": rule.kind,
        "population": rule.population,
        "failed": rule.failed,
        "accepted": rule.accepted,
        "unknown": rule.unknown,
        "passed": rule.passed,
    }
