"""Rationalisation: which systems do one job twice, which should stay, what goes with the others."""

from __future__ import annotations

from estate.duplicates.candidate import (
    Candidate,
    Going,
    Judged,
    Kept,
    Line,
    Match,
    Member,
    Retirement,
)
from estate.duplicates.quadrant import MID_POINT, Quadrant
from estate.duplicates.rationalisation import (
    Group,
    Matrix,
    Rationalisation,
    Row,
    Totals,
    Twins,
    Wanted,
)
from estate.duplicates.rationalise import rationalise

__all__ = [
    "MID_POINT",
    "Candidate",
    "Going",
    "Group",
    "Judged",
    "Kept",
    "Line",
    "Match",
    "Matrix",
    "Member",
    "Quadrant",
    "Rationalisation",
    "Retirement",
    "Row",
    "Totals",
    "Twins",
    "Wanted",
    "rationalise",
]
