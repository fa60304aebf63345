"""The words of the exception report: states, days, facts and truths as a director reads them."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from estate.frozen import frozen
from estate.report.register.document import Cell, Value
from estate.report.visible import clip

__all__ = [
    "ROLES",
    "State",
    "day",
    "fact_name",
    "in_days",
    "one_line",
    "role_name",
    "sentence",
    "state_of",
    "text_of",
    "truth",
]

LONGEST: Final = 1200
"""Characters of one text of the inventory that the report shows: a page holds them."""
_IN_A_CELL: Final = 600
"""Characters of one that stands in a table: a column holds them."""

ROLES: Final = {"siro": "SIRO", "enterprise-architect": "Enterprise architect"}
"""Roles by their name in an inventory."""


@frozen
class State:
    """A state of an exception: its name, what it means, and what there is to decide."""

    name: str
    meaning: str
    decision: str


_STATES: Final = {
    "incomplete": State(
        "Incomplete",
        "A part that the rule asks for is missing, so nobody can tell what was decided.",
        "Complete the record and decide anew",
    ),
    "open-ended": State(
        "Open-ended",
        "It has no end, so the risk would stay for ever.",
        "Set an end and a plan, and decide anew",
    ),
    "unauthorised": State(
        "Unauthorised",
        "Whoever accepted it did not hold the role that may.",
        "Whoever holds the role accepts or refuses it",
    ),
    "missing-joint": State(
        "Not accepted by all",
        "Several organisations share the risk, and not all of them have accepted it.",
        "The organisations that are missing accept or refuse it",
    ),
    "forged": State(
        "Signature refused",
        "A signature does not hold for this record, this person or this day.",
        "Find out what was changed or who signed, and decide anew",
    ),
    "stale": State(
        "Stale",
        "The facts have changed since it was accepted.",
        "Read what has changed and decide anew",
    ),
    "expired": State(
        "Expired",
        "Its last day is past.",
        "Accept the risk anew, or end it",
    ),
    "withdrawn": State(
        "Withdrawn",
        "It was taken back.",
        "Decide on what it covered, which is still there",
    ),
    "pending": State(
        "Not yet in force",
        "It is accepted from a later day.",
        "Decide whether the risk can wait until that day",
    ),
    "self-approved": State(
        "Self-approved",
        "Somebody accepted what they asked for or own.",
        "Somebody else who holds the role decides",
    ),
    "contradicted": State(
        "Contradicted",
        "A claim of its mitigation does not agree with the recorded connections.",
        "Close the route or drop the claim, and decide anew",
    ),
    "above-appetite": State(
        "Above the appetite",
        "The risk that remains is greater than the policy lets anybody accept.",
        "Lower the risk that remains, or refuse it",
    ),
    "overlong": State(
        "Too long",
        "It lasts longer than the policy or the rule allows.",
        "Shorten it and decide anew",
    ),
    "unsigned": State(
        "Unsigned",
        "The policy asks for a signature, and there is none.",
        "Sign or refuse it",
    ),
    "void": State(
        "Void",
        "A rule of the estate takes it away.",
        "Mend what the rule names and decide anew",
    ),
    "orphaned": State(
        "Covers nothing",
        "What it covers is not found any more, or its rule is not known.",
        "Withdraw it, or correct what it covers",
    ),
    "expiring": State("Lapses soon", "It counts, and ends within 30 days.", ""),
    "valid": State("Valid", "It counts.", ""),
}

_OPENINGS: Final = re.compile(r"(?:it|its|no|nobody|an?|the|whether|beside|what) ")
_ISO_DAY: Final = re.compile(r"\b\d{4}-\d{2}-\d{2}\b", re.ASCII)


def state_of(name: str) -> State:
    """Return the words for a state; one that is not known speaks for itself."""
    return _STATES.get(name) or State(
        one_line(name.replace("-", " ").capitalize(), 60), "", "Decide anew"
    )


def day(when: date) -> str:
    """Return a day as `9 Nov 2026`."""
    return f"{when.day} {when:%b} {when.year}"


def in_days(days: int) -> str:
    """Return `today`, `in 1 day`, `12 days ago`."""
    number = f"{abs(days):,} day{'' if abs(days) == 1 else 's'}"
    return "today" if days == 0 else f"in {number}" if days > 0 else f"{number} ago"


def truth(value: bool | None, yes: str = "Yes", no: str = "No") -> Cell:  # noqa: FBT001 - a truth is what is worded
    """Return a truth in words; None is not known."""
    if value is None:
        return Cell("Not known", "warn")
    return Cell(yes, "good") if value else Cell(no, "bad")


def role_name(role: str) -> str:
    """Return a role as people call it: `SIRO`."""
    return ROLES.get(role) or role.replace("-", " ").capitalize()


def fact_name(name: str) -> str:
    """Return a fact's name in words: `asset.personal_data` is `Personal data`."""
    return re.sub(r"[._]+", " ", name.removeprefix("asset.")).strip().capitalize()


def sentence(reason: str) -> str:
    """Return a reason with its days in words, and a capital where it does not begin with a name."""
    said = _ISO_DAY.sub(_day_in_words, one_line(reason))
    return said[:1].upper() + said[1:] if _OPENINGS.match(said) else said


def _day_in_words(found: re.Match[str]) -> str:
    try:
        return day(date.fromisoformat(found[0]))
    except ValueError:
        return found[0]


def one_line(text: str, longest: int = LONGEST) -> str:
    """Return a text of the inventory on one line, with nothing invisible, cut if it is long."""
    return clip(" ".join(text.split()), longest)


def text_of(value: Value) -> str:
    """Return the value of a cell as it is read."""
    if isinstance(value, date):
        return day(value)
    if isinstance(value, int):
        return f"{value:,}"
    return one_line(value or "", _IN_A_CELL) or "Not stated"
