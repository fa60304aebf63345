"""The findings as results of SARIF."""

from __future__ import annotations

from datetime import date

from estate.findings import Acceptance, Finding, Outcome, Place
from estate.report.account import acceptances_of, excuse
from estate.report.findings_json import Json
from estate.report.locate import locate
from estate.report.sarif.words import RANKS, WHOLE, level, message, physical, words
from estate.report.visible import clip

__all__ = ["Results"]


class Results:
    """Makes results out of the findings of one outcome.

    `folder` is the estate's place below the root of the repository.
    """

    def __init__(self, outcome: Outcome, folder: str) -> None:
        self._outcome = outcome
        self._folder = folder
        self._acceptances = acceptances_of(outcome)
        self._positions = {rule.id: position for position, rule in enumerate(outcome.rules)}

    def of(self, finding: Finding) -> dict[str, Json]:
        """Return one result."""
        rule: dict[str, Json] = {"ruleId": words(finding.rule)}
        if finding.rule in self._positions:
            rule["ruleIndex"] = self._positions[finding.rule]
        return {
            **rule,
            "kind": "fail",
            "level": level(finding.severity, finding.kind, self._outcome),
            "rank": RANKS[finding.severity],
            "message": message(finding.message),
            "locations": [self._location(finding)],
            **self._around(finding),
            "partialFingerprints": {
                "estateFinding/v1": finding.fingerprint,
                # What code scanning goes by: with it, an alert survives that its line moves.
                "primaryLocationLineHash": f"{finding.fingerprint}:1",
            },
            "suppressions": self._suppressions(finding),
            "properties": self._properties(finding),
        }

    def _location(self, finding: Finding) -> Json:
        at = locate(self._outcome.places, finding.place) or WHOLE
        subject = finding.subject
        return {
            "physicalLocation": physical(at, self._folder),
            "logicalLocations": [
                {
                    "name": words(subject.name or subject.id),
                    "fullyQualifiedName": words(str(finding.place)),
                    "kind": words(subject.kind),
                }
            ],
        }

    def _around(self, finding: Finding) -> dict[str, Json]:
        """Return the other places that explain a finding, and the way to its cause."""
        around: dict[str, Json] = {}
        located = [(locate(self._outcome.places, o.place), o.message) for o in finding.related]
        related: list[Json] = [
            {
                "id": number,
                "physicalLocation": physical(at, self._folder),
                "message": message(text),
            }
            for number, (at, text) in enumerate(located, start=1)
            if at is not None
        ]
        if related:
            around["relatedLocations"] = related
        if finding.path:
            steps: list[Json] = [{"location": self._step(step)} for step in finding.path]
            way = message(f"From {finding.path[0]} to the cause")
            around["codeFlows"] = [{"message": way, "threadFlows": [{"locations": steps}]}]
        return around

    def _step(self, asset: str) -> Json:
        at = locate(self._outcome.places, Place(asset)) or WHOLE
        return {
            "physicalLocation": physical(at, self._folder),
            "logicalLocations": [{"fullyQualifiedName": words(asset)}],
            "message": message(asset),
        }

    def _suppressions(self, finding: Finding) -> list[Json]:
        """Return what keeps a finding from counting: none, never absent, for one that counts."""
        if finding.status not in {"accepted", "baselined"}:
            return []
        suppression: dict[str, Json] = {"kind": "external", "status": "accepted"}
        why = excuse(finding, self._outcome, self._acceptances)
        acceptance = self._acceptances.get(finding.exception or "")
        if acceptance is None:
            return [suppression | {"justification": why}]
        suppression["justification"] = _justified(why, acceptance)
        at = locate(self._outcome.places, acceptance.place)
        if at is not None:
            suppression["location"] = {"physicalLocation": physical(at, self._folder)}
        suppression["properties"] = {
            "exception": words(acceptance.id),
            "acceptedBy": words(acceptance.accepted_by),
            "acceptedOn": _day(acceptance.accepted_on),
            "reviewBy": _day(acceptance.review_by),
            "expires": _day(acceptance.expires),
        }
        return [suppression]

    def _properties(self, finding: Finding) -> Json:
        elsewhere: list[Json] = [
            words(other.message)
            for other in finding.related
            if locate(self._outcome.places, other.place) is None
        ]
        facts: dict[str, Json] = {words(name): words(value) for name, value in finding.facts}
        found: dict[str, Json] = {
            "severity": finding.severity,
            "kind": finding.kind,
            "status": finding.status,
            "subject": _subject(finding),
            "organisations": [words(key) for key in finding.subject.organisations],
            "facts": facts,
        }
        return found | ({"elsewhere": elsewhere} if elsewhere else {})


def _subject(finding: Finding) -> Json:
    return {
        words(key): [words(item) for item in value] if isinstance(value, list) else words(value)
        for key, value in finding.subject.identity.items()
    }


def _justified(why: str, acceptance: Acceptance) -> str:
    """Return an acceptance in a sentence: who, from when to when, which risk, which plan."""
    said = why + (f", by {acceptance.accepted_by}" if acceptance.accepted_by else "")
    said += f" on {acceptance.accepted_on.isoformat()}" if acceptance.accepted_on else ""
    said += f"; review by {acceptance.review_by.isoformat()}" if acceptance.review_by else ""
    told = [said]
    told += [f"Risk: {acceptance.risk}"] if acceptance.risk else []
    told += [f"Plan: {acceptance.plan}"] if acceptance.plan else []
    return " ".join(f"{clip(part).rstrip('.')}." for part in told)


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
