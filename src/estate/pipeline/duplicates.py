"""The rationalisation of an estate: judged by the rules about duplication, then made candidates."""

from __future__ import annotations

from datetime import date
from typing import Final

from estate.duplicates import MID_POINT, Rationalisation, Wanted, rationalise
from estate.pipeline import Loaded, Options, Tell, projecting, run
from estate.rules import Rule

__all__ = ["rationalised"]

_TWINS: Final = "probable-duplicate-record"


def rationalised(  # noqa: PLR0913 - what is asked, each passed in
    loaded: Loaded,
    today: date,
    wanted: Wanted | None = None,
    *,
    at: date | None = None,
    mid_point: int = MID_POINT,
    tell: Tell = lambda _: None,
) -> Rationalisation:
    """Return the rationalisation candidates of an estate on a day.

    With `at` the work plan is applied first, and it is that day. Raises UsageError for a day `at`
    that is past, and where something is wanted that the estate does not have.
    """
    if at is not None:
        loaded, today = projecting.at(loaded, today, at), at
    rules = tuple(key for key, rule in loaded.pack.rules.items() if _about_duplication(rule))
    options = Options(today=today, select=rules, fail_on="never")
    done = run(loaded, options, tell)
    tell("looking for what goes with whom")
    currency = loaded.config.currency
    return rationalise(done.facts, done.outcome, wanted, mid_point=mid_point, currency=currency)


def _about_duplication(rule: Rule) -> bool:
    return "duplication" in rule.subjects or rule.id == _TWINS
