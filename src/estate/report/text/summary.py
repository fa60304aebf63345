"""The last lines of a run: the counts, the headline, and what to do next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from estate.findings import SEVERITIES, Outcome
from estate.report.account import basis, headline, verdict
from estate.report.text.sections import aligned
from estate.report.text.setting import Setting
from estate.report.visible import clip, columns, visible

__all__ = ["summary"]


def summary(setting: Setting) -> Iterator[str]:
    """Yield the counts by severity, the headline number, the catalogue's age and the next step."""
    outcome = setting.outcome
    yield setting.paint("strong", f"{clip(outcome.estate)} on {outcome.as_of.isoformat()}")
    yield from _table(setting)
    yield ""
    yield setting.paint("strong", headline(outcome))
    yield basis(outcome)
    yield from _not_run(outcome)
    yield verdict(outcome)
    yield from _next(outcome)


def _table(setting: Setting) -> Iterator[str]:
    outcome = setting.outcome
    tally = Counter(
        (finding.severity, finding.kind)
        for finding in outcome.findings
        if finding.status not in {"accepted", "baselined"}
    )
    counts, figures = outcome.counts, [("", "faults", "gaps")]
    figures += [
        (grade, f"{tally[grade, 'fault']:,}", f"{tally[grade, 'gap']:,}") for grade in SEVERITIES
    ]
    figures += [
        ("accepted", f"{counts.accepted:,}", ""),
        ("baselined", f"{counts.baselined:,}", ""),
    ]
    figures += [("unknown", f"{outcome.undecided:,}", "")]
    widest = max(columns(cell) for row in figures for cell in row[1:])
    yield from aligned(
        [(name, *(f"{cell:>{widest}}" for cell in row)) for name, *row in figures], setting
    )


def _not_run(outcome: Outcome) -> Iterator[str]:
    if outcome.not_run:
        rules = ", ".join(visible(rule) for rule, _ in outcome.not_run)
        yield f"not run: {rules}"


def _next(outcome: Outcome) -> Iterator[str]:
    for finding in outcome.failing or outcome.findings:
        yield ""
        public = " --redact public" if outcome.notice else ""
        yield f"Next: estate explain {finding.fingerprint}{public}"
        return
