"""The rules of a run as SARIF describes them: with help as text and as Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from estate.findings import Outcome, RuleResult
from estate.report.account import unknown_of
from estate.report.findings_json import Json
from estate.report.markup import escaped, prose
from estate.report.sarif.words import RANKS, level, message, plain, words
from estate.report.visible import clip
from estate.report.wording import shortened

__all__ = ["left_out_descriptors", "rule_descriptor"]

_FULL: Final = 1000
"""Characters of a rule's description that code scanning takes."""
_PROBLEM: Final = {"error": "error", "warning": "warning", "note": "recommendation"}


def rule_descriptor(rule: RuleResult, outcome: Outcome) -> Json:
    """Return a rule with its help, its level and its counts."""
    grade = level(rule.severity, rule.kind, outcome)
    return {
        "id": words(rule.id),
        "shortDescription": message(rule.title),
        "fullDescription": message(shortened(" ".join(rule.why.split()), _FULL)),
        "help": {"text": _help(rule), "markdown": _markdown(rule)},
        "defaultConfiguration": {"level": grade, "rank": RANKS[rule.severity]},
        "properties": {
            "tags": [rule.kind, words(rule.pack)],
            "problem.severity": _PROBLEM[grade],
            "severity": rule.severity,
            "kind": rule.kind,
            "population": rule.population,
            "failed": rule.failed,
            "accepted": rule.accepted,
            "unknown": rule.unknown,
            "passed": rule.passed,
        },
    }


def left_out_descriptors(outcome: Outcome) -> Iterator[Json]:
    """Yield the rules that were not run, each with the reason."""
    for rule, reason in outcome.not_run:
        text = message(f"Not run: {reason}")
        yield {
            "id": words(rule),
            "shortDescription": text,
            "fullDescription": text,
            "help": text,
            "properties": {"tags": ["not-run"], "notRun": words(clip(reason))},
        }


def _help(rule: RuleResult) -> str:
    parts = [*_paragraphs(rule.why), "What to do: " + " ".join(rule.fix.split())]
    if rule.authority:
        parts.append("Authority: " + "; ".join(rule.authority))
    if rule.unknown:
        parts.append(f"Not judged: {unknown_of(rule)}.")
    return "\n\n".join(map(plain, parts))


def _markdown(rule: RuleResult) -> str:
    parts = [*map(prose, _paragraphs(rule.why)), f"**What to do:** {prose(rule.fix)}"]
    if rule.authority:
        parts.append(
            "\n".join(["**Authority:**", "", *(f"- {escaped(a)}" for a in rule.authority)])
        )
    if rule.unknown:
        parts.append(f"**Not judged:** {unknown_of(rule)}.")
    return "\n\n".join(parts).replace("{", "{{").replace("}", "}}")


def _paragraphs(text: str) -> list[str]:
    return [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]
