"""What stops when something stops, what redundancy saves, and in which order it comes back.

The questions of an architect that the graph answers: what a failure brings down, what the closing
of a site leaves behind, and of what a critical system is made.
"""

from __future__ import annotations

from estate.impact.answer import (
    Degraded,
    Impact,
    Loss,
    Note,
    Redundancy,
    Restored,
    Selection,
    Spared,
    Time,
)
from estate.impact.failing import impact_of
from estate.impact.selecting import Wanted, select

__all__ = [
    "Degraded",
    "Impact",
    "Loss",
    "Note",
    "Redundancy",
    "Restored",
    "Selection",
    "Spared",
    "Time",
    "Wanted",
    "impact_of",
    "select",
]
