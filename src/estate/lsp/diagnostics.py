"""Problems and findings as an editor underlines them.

A problem keeps the estate from loading and is shown wherever it is. Findings are shown in the
documents that are open, and stay beside a problem elsewhere while their own file is as it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from lsprotocol.types import (
    CodeDescription,
    Diagnostic,
    DiagnosticRelatedInformation,
    DiagnosticSeverity,
    DiagnosticTag,
    Location,
)

from estate.errors import Location as Where
from estate.errors import Problem
from estate.findings import Finding, Outcome
from estate.lsp.positions import Page
from estate.lsp.session import Session
from estate.lsp.workspace import Shelf
from estate.report.locate import locate
from estate.rules import Pack

__all__ = ["diagnostics_of", "findings_in"]

_SOURCE: Final = "estate"
_SEVERITIES: Final[Mapping[str, DiagnosticSeverity]] = {
    "critical": DiagnosticSeverity.Error,
    "high": DiagnosticSeverity.Error,
    "medium": DiagnosticSeverity.Warning,
    "low": DiagnosticSeverity.Information,
    "info": DiagnosticSeverity.Information,
}
_OVER: Final = ("support.status", "ended")
"""The fact by which something is struck through: nobody mends it any more."""

Found = tuple[Finding, Where]


def diagnostics_of(shelf: Shelf, session: Session) -> dict[str, list[Diagnostic]]:
    """Return what is to be shown in each file, every open one included."""
    shown = _Shown(shelf, session)
    found: dict[str, list[Diagnostic]] = {name: [] for name in shelf.open_in(session)}
    for name, findings in findings_in(session, found).items():
        found[name] += [shown.finding(finding, where) for finding, where in findings]
    for problem in session.state.problems:
        found.setdefault(problem.location.file, []).append(shown.problem(problem))
    return found


def findings_in(session: Session, names: Iterable[str]) -> dict[str, list[Found]]:
    """Return what was found in files that are still as they were when it was."""
    judged = session.judged
    if judged is None:
        return {}
    before, now = judged.state.documents, session.state.documents
    wanted = {name for name in names if name in now and now[name] is before.get(name)}
    found: dict[str, list[Found]] = {name: [] for name in wanted}
    keys = {known.id for known in judged.state.records.values() if known.file in wanted}
    for finding in judged.run.outcome.findings:
        if finding.place.asset in keys:
            where = locate(judged.run.outcome.places, finding.place)
            if where is not None and where.file in found:
                found[where.file].append((finding, where))
    return found


class _Shown:
    """Turns what was found into what an editor shows."""

    def __init__(self, shelf: Shelf, session: Session) -> None:
        self._shelf = shelf
        self._session = session
        self._pages: dict[str, Page] = {}

    def problem(self, problem: Problem) -> Diagnostic:
        extra = [f"expected {problem.expected}"] if problem.expected else []
        extra += [f"did you mean {problem.nearest!r}?"] if problem.nearest else []
        return Diagnostic(
            self._page(problem.location.file).range_of(problem.location),
            problem.message + (f" ({'; '.join(extra)})" if extra else ""),
            severity=DiagnosticSeverity.Error,
            code=problem.rule,
            source=_SOURCE,
            related_information=self._related(problem.related) or None,
        )

    def finding(self, finding: Finding, where: Where) -> Diagnostic:
        run = self._session.judged.run if self._session.judged else None
        outcome, pack = (run.outcome, run.pack) if run else (None, None)
        link = self._link(finding.rule, pack) if pack else ""
        return Diagnostic(
            self._page(where.file).range_of(where),
            _said(finding),
            severity=_severity(finding, outcome),
            code=finding.rule,
            code_description=CodeDescription(link) if link else None,
            source=_SOURCE,
            tags=[DiagnosticTag.Deprecated] if _OVER in finding.facts else None,
            related_information=self._related(_reasons(finding, outcome)) or None,
            data={"fingerprint": finding.fingerprint},
        )

    def _related(self, related: Iterable[tuple[Where, str]]) -> list[DiagnosticRelatedInformation]:
        return [
            DiagnosticRelatedInformation(
                Location(
                    self._shelf.uri(self._session, where.file),
                    self._page(where.file).range_of(where),
                ),
                message,
            )
            for where, message in related
        ]

    def _page(self, name: str) -> Page:
        if name not in self._pages:
            self._pages[name] = self._shelf.page(self._session, name)
        return self._pages[name]

    def _link(self, rule: str, pack: Pack) -> str:
        """Return where a rule is explained: its page in the estate, or the text it rests on."""
        page = self._session.root / "docs" / "rules" / f"{rule}.md"
        if page.is_file():
            return page.as_uri()
        cited = pack.rules[rule].authority if rule in pack.rules else ()
        urls = (pack.authorities[name].url for name in cited)
        return next((url for url in urls if url.startswith("https://")), "")


def _said(finding: Finding) -> str:
    if finding.status == "accepted":
        return f"{finding.message} (accepted by {finding.exception})"
    return finding.message


def _severity(finding: Finding, outcome: Outcome | None) -> DiagnosticSeverity:
    """Return how loudly a finding is shown: what fails no run is for information."""
    if finding.status in {"accepted", "baselined"}:
        return DiagnosticSeverity.Hint
    quiet = finding.kind == "gap" and not (outcome and outcome.gaps_fail)
    if finding.status == "below-threshold" or quiet:
        return DiagnosticSeverity.Information
    return _SEVERITIES[finding.severity]


def _reasons(finding: Finding, outcome: Outcome | None) -> Iterator[tuple[Where, str]]:
    for related in finding.related if outcome else ():
        where = locate(outcome.places, related.place) if outcome else None
        if where is not None:
            yield where, related.message
