"""The vocabulary of judgement: where something stands, what was found, how a run ended."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

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
from estate.findings.reorganisation import Reorganisation

if TYPE_CHECKING:
    from estate.findings.difference import (
        Difference,
        Edit,
        FieldChange,
        FindingChange,
        RecordChange,
        RelationChange,
        Side,
    )

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
    "Reorganisation",
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

_DIFFERENCE: Final = frozenset(
    {"Difference", "Edit", "FieldChange", "FindingChange", "RecordChange", "RelationChange", "Side"}
)
"""What is imported when it is first asked for: only comparisons need it."""


def __getattr__(name: str) -> object:
    if name not in _DIFFERENCE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("estate.findings.difference"), name)
