"""The vocabulary of judgement: where something stands, what was found, how a run ended."""

from __future__ import annotations

from estate.findings.acceptance import (
    Acceptance,
    Comparison,
    Control,
    Delivery,
    Pin,
    Prolonged,
    Revision,
    Sameness,
    Sign,
    Step,
)
from estate.findings.finding import (
    SEVERITIES,
    Finding,
    Related,
    Severity,
    Subject,
    at_least,
    fingerprint,
)
from estate.findings.outcome import Counts, Outcome, RuleResult, Unknown, Unmanaged
from estate.findings.place import Place

__all__ = [
    "SEVERITIES",
    "Acceptance",
    "Comparison",
    "Control",
    "Counts",
    "Delivery",
    "Finding",
    "Outcome",
    "Pin",
    "Place",
    "Prolonged",
    "Related",
    "Revision",
    "RuleResult",
    "Sameness",
    "Severity",
    "Sign",
    "Step",
    "Subject",
    "Unknown",
    "Unmanaged",
    "at_least",
    "fingerprint",
]
