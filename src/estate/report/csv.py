"""Comma-separated values (RFC 4180) for a spreadsheet: a row for each finding.

Rows with the status `unknown` and `not-run` tell of what was not judged, one with the status
`notice` of what is left out of a copy for the public. A cell that a spreadsheet
would take for a formula begins with an apostrophe (OWASP, CSV injection).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from estate.findings import Finding, Outcome, Subject
from estate.report.account import acceptances_of, excuse, unknown_of
from estate.report.locate import locate
from estate.report.visible import clip
from estate.report.wording import listed

__all__ = ["COLUMNS", "render", "row"]

COLUMNS: Final = (
    "status", "fails", "severity", "kind", "rule", "subject_kind", "subject", "name",
    "organisations", "message", "file", "line", "column", "facts", "path", "exception",
    "expires", "note", "fingerprint",
)  # fmt: skip
"""The names of the columns, which are the first row."""

_CELL: Final = 32_000
"""Characters of a cell: spreadsheets take 32,767."""
_FORMULA: Final = frozenset("=+-@＝＋－＠")  # noqa: RUF001 - wide signs begin a formula too


def render(outcome: Outcome, *, folder: str = "") -> Iterator[str]:
    """Yield the rows, each with its line break.

    Open questions are a row each where the outcome lists them, else a row for each rule. `folder`
    is the estate's place below the root of the repository: empty, or ending in `/`.
    """
    yield row(COLUMNS)
    if outcome.notice:
        yield _sparse(status="notice", note=outcome.notice)
    acceptances = acceptances_of(outcome)
    for finding in outcome.findings:
        why = excuse(finding, outcome, acceptances)
        accepted = acceptances.get(finding.exception or "")
        end = accepted.expires.isoformat() if accepted and accepted.expires else ""
        yield row(_finding(finding, outcome, folder, why, end))
    yield from _unknown(outcome)
    for rule, reason in outcome.not_run:
        yield _sparse(status="not-run", rule=rule, note=reason)


def _finding(
    finding: Finding, outcome: Outcome, folder: str, why: str, expires: str
) -> Sequence[str]:
    at = locate(outcome.places, finding.place)
    subject = finding.subject
    return (
        finding.status,
        "no" if why else "yes",
        finding.severity,
        finding.kind,
        finding.rule,
        subject.kind,
        _subject(subject),
        subject.name,
        "; ".join(outcome.organisations.get(key, key) for key in subject.organisations),
        finding.message,
        folder + at.file if at else "",
        str(at.line) if at else "",
        str(at.column) if at else "",
        "; ".join(f"{name}={value}" for name, value in finding.facts),
        " > ".join(finding.path),
        finding.exception or "",
        expires,
        why,
        finding.fingerprint,
    )


def _unknown(outcome: Outcome) -> Iterator[str]:
    kinds = {rule.id: rule.kind for rule in outcome.rules}
    listed_rules = {entry.rule for entry in outcome.unknown}
    for entry in outcome.unknown:
        yield _sparse(
            status="unknown",
            kind=kinds.get(entry.rule, ""),
            rule=entry.rule,
            subject_kind=entry.subject.kind,
            subject=_subject(entry.subject),
            name=entry.subject.name,
            note=f"not recorded: {listed(entry.missing)}",
        )
    for rule in outcome.rules:
        if rule.unknown and rule.id not in listed_rules:
            yield _sparse(status="unknown", kind=rule.kind, rule=rule.id, note=unknown_of(rule))


def _subject(subject: Subject) -> str:
    parts = (value if isinstance(value, str) else listed(value) for _, value in subject.detail)
    return " ".join([subject.id, *filter(None, parts)])


def _sparse(**cells: str) -> str:
    """Return a row with these cells, the others empty."""
    return row([cells.get(name, "") for name in COLUMNS])


def row(cells: Sequence[str | Decimal]) -> str:
    """Return a row of cells: numbers as they are, texts so that none of them is a formula."""
    return ",".join(map(_cell, cells)) + "\r\n"


def _cell(text: str | Decimal) -> str:
    if isinstance(text, Decimal):
        return f"{text:f}"
    safe = clip(text, _CELL)
    if safe.lstrip()[:1] in _FORMULA:
        safe = f"'{safe}"
    if any(sign in safe for sign in ',"') or safe != safe.strip():
        return '"' + safe.replace('"', '""') + '"'
    return safe
