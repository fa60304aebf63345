"""Code quality of GitLab: a list of issues that a merge request shows beside its lines.

GitLab knows neither what is accepted nor what was not run: the first is an issue of the least
severity that says so, the second an issue at the estate's settings. Source: GitLab's Code Quality
report format.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Final

from estate.findings import Acceptance, Finding, Outcome, Severity, Subject, fingerprint
from estate.report.account import acceptances_of, excuse, unknown_of
from estate.report.findings_json import Json
from estate.report.locate import locate
from estate.report.visible import clip, visible
from estate.report.wording import grounds

__all__ = ["render"]

_SEVERITIES: Final[dict[Severity, str]] = {
    "critical": "blocker",
    "high": "critical",
    "medium": "major",
    "low": "minor",
    "info": "info",
}
_SETTINGS: Final = "estate.yaml"
_encode: Final = json.JSONEncoder().encode


def render(outcome: Outcome, *, folder: str = "") -> Iterator[str]:
    """Yield the list in pieces, an issue a line.

    `folder` is the estate's place below the root of the repository: empty, or ending in `/`.
    """
    acceptances = acceptances_of(outcome)
    opening = "[\n"
    for finding in outcome.findings:
        yield opening + _encode(_issue(finding, outcome, acceptances, folder))
        opening = ",\n"
    for issue in _settings(outcome, folder):
        yield opening + _encode(issue)
        opening = ",\n"
    yield "[]\n" if opening == "[\n" else "\n]\n"


def _issue(
    finding: Finding, outcome: Outcome, acceptances: Mapping[str, Acceptance], folder: str
) -> Json:
    at = locate(outcome.places, finding.place)
    apart = finding.status in {"accepted", "baselined"}
    message = clip(finding.message)
    why = excuse(finding, outcome, acceptances)
    return {
        "type": "issue",
        "check_name": visible(finding.rule),
        "description": f"{message} ({why})" if why else message,
        "categories": ["Bug Risk" if finding.kind == "fault" else "Clarity"],
        "severity": "info" if apart else _SEVERITIES[finding.severity],
        "fingerprint": finding.fingerprint,
        "location": {
            "path": visible(folder + (at.file if at else _SETTINGS)),
            "lines": {"begin": at.line, "end": at.end_line} if at else {"begin": 1},
        },
        "content": {"body": "; ".join(map(clip, grounds(finding.facts)))},
    }


def _settings(outcome: Outcome, folder: str) -> Iterator[Json]:
    """Yield what has no line of its own: a notice, open questions, rules that were not run."""
    notice = [("public-copy", outcome.notice)] if outcome.notice else []
    open_rules = ((rule.id, unknown_of(rule)) for rule in outcome.rules if rule.unknown)
    left_out = ((rule, f"not run, {clip(reason)}") for rule, reason in outcome.not_run)
    for kind, told in (("notice", notice), ("unknown", open_rules), ("not-run", left_out)):
        for rule, text in told:
            yield {
                "type": "issue",
                "check_name": visible(rule),
                "description": f"{clip(rule)}: {text}",
                "categories": ["Clarity"],
                "severity": "info",
                "fingerprint": fingerprint(rule, Subject(kind, rule)),
                "location": {"path": visible(folder + _SETTINGS), "lines": {"begin": 1}},
            }
