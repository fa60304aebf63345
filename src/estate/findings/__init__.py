"""The vocabulary of judgement: where something stands, what was found, how a run ended."""

from __future__ import annotations

from estate.findings.finding import (
    SEVERITIES,
    Finding,
    Related,
    Severity,
    Subject,
    at_least,
    fingerprint,
)
from estate.findings.outcome import (
    Acceptance,
    Counts,
    Outcome,
    RuleResult,
    Unknown,
    Unmanaged,
)
from estate.findings.place import Place

__all__ = [
    "SEVERITIES",
    "Acceptance",
    "Counts",
    "Finding",
    "Outcome",
    "Place",
    "Related",
    "RuleResult",
    "Severity",
    "Subject",
    "Unknown",
    "Unmanaged",
    "at_least",
    "fingerprint",
]
