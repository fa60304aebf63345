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
from estate.findings.difference import (
    Difference,
    Edit,
    FieldChange,
    FindingChange,
    RecordChange,
    RelationChange,
    Side,
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
    "Difference",
    "Edit",
    "FieldChange",
    "Finding",
    "FindingChange",
    "Outcome",
    "Pin",
    "Place",
    "Prolonged",
    "RecordChange",
    "Related",
    "RelationChange",
    "Revision",
    "RuleResult",
    "Sameness",
    "Severity",
    "Side",
    "Sign",
    "Step",
    "Subject",
    "Unknown",
    "Unmanaged",
    "at_least",
    "fingerprint",
]
