"""Estates as a test of rationalisation writes them down, and what comes of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.facts.written import TODAY, facts_of
from tests.report.stored_outcome import stored

from estate.duplicates import MID_POINT, Candidate, Rationalisation, Wanted, rationalise
from estate.findings import Acceptance, Finding, Outcome

COUNCILS = """
organisations:
  marram: {name: Marram}
  saltern: {name: Saltern}
services:
  planning: {name: Planning, organisation: marram, lgsl: 516}
  planning-saltern: {name: Planning (Saltern), organisation: saltern, lgsl: 516}
"""

MINE = "organisation: marram, category: line-of-business, supports: [planning]"
THEIRS = "organisation: saltern, category: line-of-business, supports: [planning-saltern]"


def outcome(
    findings: tuple[Finding, ...] = (), acceptances: tuple[Acceptance, ...] = ()
) -> Outcome:
    """Return an outcome that holds these findings and no others."""
    return replace(stored(), findings=findings, acceptances=acceptances)


def rationalised(
    *texts: str,
    on: date = TODAY,
    wanted: Wanted | None = None,
    judged: Outcome | None = None,
    mid_point: int = MID_POINT,
) -> Rationalisation:
    """Return the rationalisation of an estate, by default with nothing found."""
    facts = facts_of(*texts, on=on)
    return rationalise(facts, judged or outcome(), wanted, mid_point=mid_point)


def only(found: Rationalisation) -> Candidate:
    """Return the one candidate that there is."""
    (candidate,) = found.candidates
    return candidate


def two(one: str = "", other: str = "", more: str = "") -> str:
    """Return two systems of one council for one service, and whatever else there is."""
    comma = {True: ", ", False: ""}
    return (
        f"{COUNCILS}\napplications:\n"
        f"  one: {{name: One, product: alpha, {MINE}{comma[bool(one)]}{one}}}\n"
        f"  two: {{name: Two, product: beta, {MINE}{comma[bool(other)]}{other}}}\n{more}"
    )
