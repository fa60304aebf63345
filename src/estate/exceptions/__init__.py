"""Accepted risks: which findings an exception covers, whether it counts on a day, and why not."""

from __future__ import annotations

from estate.exceptions.bond import subject_key
from estate.exceptions.case import Case, cases_of
from estate.exceptions.docket import Docket, Read
from estate.exceptions.entitled import Ceiling, Entitled, ceiling_of, entitled
from estate.exceptions.facts import FACTS, facts_of
from estate.exceptions.settle import settle
from estate.exceptions.signs import signed
from estate.exceptions.states import EXPIRING_WITHIN, STATES
from estate.exceptions.terms import Terms

__all__ = [
    "EXPIRING_WITHIN",
    "FACTS",
    "STATES",
    "Case",
    "Ceiling",
    "Docket",
    "Entitled",
    "Read",
    "Terms",
    "cases_of",
    "ceiling_of",
    "entitled",
    "facts_of",
    "settle",
    "signed",
    "subject_key",
]
