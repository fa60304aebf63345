"""SARIF 2.1.0 (OASIS), as code scanning and editors read it.

One run with the rules, their help, and a result for every finding. What is accepted or known is
suppressed and stays in the file; rules that were not run and questions that are open are
notifications of the invocation. Plain ASCII, one result a line.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from estate.findings import Outcome
from estate.report.account import judged, left_out, open_questions, verdict
from estate.report.findings_json import Json, document
from estate.report.sarif.results import Results
from estate.report.sarif.rules import left_out_descriptors, rule_descriptor
from estate.report.sarif.words import ROOT, message, words

__all__ = ["SCHEMA", "render"]

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
"""Where the standard's own schema is published."""


def render(outcome: Outcome, *, folder: str = "") -> Iterator[str]:
    """Yield the document in pieces.

    `folder` is the estate's place below the root of the repository: empty, or ending in `/`.
    """
    descriptors: list[Json] = [
        *(rule_descriptor(rule, outcome) for rule in outcome.rules),
        *left_out_descriptors(outcome),
    ]
    head: dict[str, Json] = {
        "tool": {"driver": _driver(outcome, descriptors)},
        "automationDetails": {"id": f"estate/{words(folder)}"},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": message("The root of the repository")}},
        "invocations": [_invocation(outcome)],
        "properties": _properties(outcome),
    }
    results = Results(outcome, folder)
    yield f'{{\n"$schema": "{SCHEMA}",\n"version": "2.1.0",\n"runs": ['
    yield from document(head, results=map(results.of, outcome.findings))
    yield "]\n}\n"


def _driver(outcome: Outcome, descriptors: list[Json]) -> Json:
    return {
        "name": "estate",
        "version": outcome.tool,
        "semanticVersion": outcome.tool,
        "rules": descriptors,
    }


def _invocation(outcome: Outcome) -> Json:
    positions = range(len(outcome.rules), len(outcome.rules) + len(outcome.not_run))
    overrides: list[Json] = [
        {
            "descriptor": {"id": words(rule), "index": position},
            "configuration": {"enabled": False},
        }
        for position, (rule, _) in zip(positions, outcome.not_run, strict=True)
    ]
    settings: list[Json] = [_notification(text, "note") for text in left_out(outcome)]
    if outcome.notice:
        settings.insert(0, _notification(outcome.notice, "note"))
    if not judged(outcome):
        settings.insert(0, _notification(verdict(outcome), "error"))
    return {
        "executionSuccessful": judged(outcome),
        "ruleConfigurationOverrides": overrides,
        "toolConfigurationNotifications": settings,
        "toolExecutionNotifications": [
            _notification(text, "note") for text in open_questions(outcome)
        ],
    }


def _notification(text: str, level: str) -> Json:
    return {"message": message(text), "level": level}


def _properties(outcome: Outcome) -> Json:
    counts: dict[str, Json] = {**asdict(outcome.counts), "unknown": outcome.undecided}
    facts: dict[str, Json] = {
        "estate": words(outcome.estate),
        "asOf": outcome.as_of.isoformat(),
        "threshold": outcome.threshold,
        "counts": counts,
    }
    if not judged(outcome):
        return facts
    plan = outcome.planned
    return facts | {
        **({"plan": {**asdict(plan), "since": plan.since.isoformat()}} if plan else {}),
        "unmanaged": asdict(outcome.unmanaged),
        "inventory": {
            "assets": outcome.assets,
            "relations": outcome.relations,
            "digest": outcome.digest,
        },
        "lifecycle": {
            "asOf": outcome.catalogue_as_of.isoformat(),
            "digest": outcome.catalogue_digest,
        },
    }
