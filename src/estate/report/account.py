"""What every report says of a run as a whole, and of a finding that fails nothing, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from estate.findings import SEVERITIES, Acceptance, Finding, Outcome, RuleResult
from estate.findings.outcome import Planned
from estate.report.visible import clip, visible
from estate.report.wording import age, counted

__all__ = [
    "acceptances_of",
    "account",
    "basis",
    "excuse",
    "gist",
    "headline",
    "judged",
    "left_out",
    "occasion",
    "open_questions",
    "planned",
    "totals",
    "unknown_of",
    "until",
    "verdict",
]

NOT_JUDGED: Final = "the estate does not load; nothing was judged"


def judged(outcome: Outcome) -> bool:
    """Whether there was an estate to judge: one that does not load has no digest."""
    return bool(outcome.digest)


def account(outcome: Outcome) -> Iterator[str]:
    """Yield a run in sentences: its gist, then the open questions and what was left out."""
    yield from gist(outcome)
    yield from open_questions(outcome)
    yield from left_out(outcome)


def gist(outcome: Outcome) -> Iterator[str]:
    """Yield what is left out of a copy, verdict, counts, headline and basis, a sentence each."""
    if outcome.notice:
        yield outcome.notice.removesuffix(".")
    yield verdict(outcome)
    yield totals(outcome)
    if judged(outcome):
        yield headline(outcome)
        yield basis(outcome)


def verdict(outcome: Outcome) -> str:
    """Return how many findings fail the run."""
    if not judged(outcome):
        return NOT_JUDGED
    if outcome.threshold == "never":
        return "no finding fails this run (--fail-on never)"
    failing = len(outcome.failing)
    caused = any(finding.caused_by for finding in outcome.findings)
    what = f"at or above {outcome.threshold}{' that the change caused' if caused else ''}"
    if not failing:
        return f"nothing {what}"
    return f"{counted(failing, 'finding')} {what} {'fails' if failing == 1 else 'fail'} this run"


def occasion(outcome: Outcome) -> str:
    """Return which estate was judged on which day; the estate's name may be what nobody knows."""
    day = outcome.as_of.isoformat()
    return f"{clip(outcome.estate)} on {day}" if outcome.estate.strip() else day


def totals(outcome: Outcome) -> str:
    """Return the counts of a run on one line."""
    counts = outcome.counts
    parts = [f"{getattr(counts, severity):,} {severity}" for severity in SEVERITIES]
    parts += [f"{counts.accepted:,} accepted", f"{counts.baselined:,} baselined"]
    return ", ".join([*parts, f"{outcome.undecided:,} unknown"])


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


def basis(outcome: Outcome) -> str:
    """Return what was judged, how old the lifecycle catalogue is, and what a plan did before."""
    plan = f"; {planned(outcome.planned)}" if outcome.planned else ""
    return (
        f"{counted(outcome.assets, 'asset')}, {counted(outcome.relations, 'relation')}; "
        f"lifecycle catalogue of {outcome.catalogue_as_of.isoformat()}, "
        f"{age(outcome.catalogue_as_of, outcome.as_of)}{plan}"
    )


def planned(found: Planned) -> str:
    """Return how much of the work plan is in an estate that was projected to a later day."""
    return (
        f"{counted(found.applied, 'change')} of the work plan applied since "
        f"{found.since.isoformat()}, {found.refused:,} that cannot be and {found.unsure:,} of "
        "projects without a status left out"
    )


def open_questions(outcome: Outcome) -> Iterator[str]:
    """Yield a sentence for each rule that could not judge all of its subjects."""
    for rule in outcome.rules:
        if rule.unknown:
            yield f"{visible(rule.id)}: {unknown_of(rule)}"


def unknown_of(rule: RuleResult) -> str:
    """Return of how many subjects a rule does not know enough: never a pass."""
    return f"{rule.unknown:,} of {counted(rule.population, 'subject')} unknown"


def left_out(outcome: Outcome) -> Iterator[str]:
    """Yield a sentence for each rule that was not run."""
    for rule, reason in outcome.not_run:
        yield f"{clip(rule)}: not run, {clip(reason)}"


def acceptances_of(outcome: Outcome) -> dict[str, Acceptance]:
    """Return the acceptances by their id."""
    return {acceptance.id: acceptance for acceptance in outcome.acceptances}


def until(exception: str, acceptances: Mapping[str, Acceptance]) -> str:
    """Return an exception's id and the day it ends: `ex-1 until 2027-02-28`."""
    found = acceptances.get(exception)
    end = f" until {found.expires.isoformat()}" if found and found.expires else ""
    return clip(exception) + end


def excuse(finding: Finding, outcome: Outcome, acceptances: Mapping[str, Acceptance]) -> str:
    """Return why a finding does not fail the run; nothing for one that does."""
    if finding.exception:
        return f"accepted by {until(finding.exception, acceptances)}"
    if finding.status == "baselined":
        return "known: it stands in the baseline"
    if finding.status == "below-threshold":
        return f"below the threshold, which is {outcome.threshold}"
    if outcome.threshold == "never":
        return "nothing fails this run"
    if finding.kind == "gap" and not outcome.gaps_fail:
        return "a gap, and gaps are only reported"
    return ""
