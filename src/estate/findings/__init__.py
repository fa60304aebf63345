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
    from estate.findings.reorganisation import Reorganisation

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

_COMPARED: Final = (
    "Edit",
    "FieldChange",
    "FindingChange",
    "RecordChange",
    "RelationChange",
    "Side",
)
_LATE: Final = {
    "Reorganisation": "reorganisation",
    **dict.fromkeys(("Difference", *_COMPARED), "difference"),
}
"""In which module each thing is that is imported when it is first asked for: few runs need it."""


def __getattr__(name: str) -> object:
    if name not in _LATE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_LATE[name]}"), name)
