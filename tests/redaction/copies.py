"""Outcomes for the public, of outcomes whose estate is not at hand."""

from __future__ import annotations

from estate.findings import Outcome
from estate.redaction import public_outcome, stand_ins_of


def public(outcome: Outcome, before: Outcome | None = None) -> tuple[Outcome, Outcome]:
    """Return an outcome and an earlier one with the same stand-ins; without one, itself twice."""
    before = before or outcome
    names = stand_ins_of([outcome, before])
    return public_outcome(outcome, names), public_outcome(before, names)
