"""Exceptions by their ids: the record, how it stands, and what it covers."""

from __future__ import annotations

from estate.errors import UsageError, nearest
from estate.findings import Acceptance, Finding, Outcome
from estate.model import Estate, RiskAcceptance
from estate.pipeline import Run

__all__ = ["acceptance_of", "covered", "record_of"]


def record_of(estate: Estate, key: str) -> RiskAcceptance:
    """Return an exception by its id. Raises UsageError that names the nearest."""
    known = estate.of("exception")
    record = known.get(key)
    if not isinstance(record, RiskAcceptance):
        near = nearest(key, known)
        hint = f"did you mean {near!r}?" if near else "'estate exceptions list' shows them"
        raise UsageError(f"no exception is called {key!r}; {hint}")
    return record


def acceptance_of(outcome: Outcome, key: str) -> Acceptance:
    """Return how an exception stands, by its id."""
    return next(each for each in outcome.acceptances if each.id == key)


def covered(run: Run, record: RiskAcceptance) -> list[Finding]:
    """Return the findings of its own rule that an exception covers."""
    fingerprints = {*acceptance_of(run.outcome, record.id).findings}
    return [
        finding
        for finding in run.outcome.findings
        if finding.fingerprint in fingerprints and finding.rule == record.rule
    ]
