"""The last lines of a run: the counts, the headline, and what to do next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from estate.findings import SEVERITIES, Outcome
from estate.report.text.sections import aligned
from estate.report.text.setting import Setting
from estate.report.visible import clip, columns, visible
from estate.report.wording import age, counted

__all__ = ["headline", "summary", "totals"]


def summary(setting: Setting) -> Iterator[str]:
    """Yield the counts by severity, the headline number, the catalogue's age and the next step."""
    outcome = setting.outcome
    yield setting.paint("strong", f"{clip(outcome.estate)} on {outcome.as_of.isoformat()}")
    yield from _table(setting)
    yield ""
    yield setting.paint("strong", headline(outcome))
    yield _basis(outcome)
    yield from _not_run(outcome)
    yield _verdict(outcome)
    yield from _next(outcome)


def headline(outcome: Outcome) -> str:
    """Return the headline number in a sentence, with the services and the unknown beside it."""
    unmanaged = outcome.unmanaged
    rest = "rests" if unmanaged.services == 1 else "rest"
    where = "it" if unmanaged.installations == 1 else "them"
    return (
        f"{counted(unmanaged.installations, 'unmanaged unsupported installation')}, "
        f"{counted(unmanaged.services, 'service')} {rest} on {where}; "
        f"{unmanaged.unknown:,} of unknown support"
    )


def totals(outcome: Outcome) -> str:
    """Return the counts of a run on one line."""
    counts = outcome.counts
    parts = [f"{getattr(counts, severity):,} {severity}" for severity in SEVERITIES]
    parts += [f"{counts.accepted:,} accepted", f"{counts.baselined:,} baselined"]
    return ", ".join([*parts, f"{outcome.undecided:,} unknown"])


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


def _basis(outcome: Outcome) -> str:
    return (
        f"{counted(outcome.assets, 'asset')}, {counted(outcome.relations, 'relation')}; "
        f"lifecycle catalogue of {outcome.catalogue_as_of.isoformat()}, "
        f"{age(outcome.catalogue_as_of, outcome.as_of)}"
    )


def _not_run(outcome: Outcome) -> Iterator[str]:
    if outcome.not_run:
        rules = ", ".join(visible(rule) for rule, _ in outcome.not_run)
        yield f"not run: {rules}"


def _verdict(outcome: Outcome) -> str:
    if outcome.threshold == "never":
        return "no finding fails this run (--fail-on never)"
    failing = len(outcome.failing)
    caused = any(finding.caused_by for finding in outcome.findings)
    what = (
        f"{counted(failing, 'finding') if failing else 'nothing'} at or above {outcome.threshold}"
    )
    if caused:
        what += " that the change caused"
    if not failing:
        return what
    return f"{what} {'fails' if failing == 1 else 'fail'} this run"


def _next(outcome: Outcome) -> Iterator[str]:
    for finding in outcome.failing or outcome.findings:
        yield ""
        yield f"Next: estate explain {finding.fingerprint}"
        return
