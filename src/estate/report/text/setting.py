"""How the text is set: what is told of, in what detail, how wide and in which colours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from estate.findings import Acceptance, Outcome, RuleResult
from estate.frozen import frozen
from estate.report.account import acceptances_of, until
from estate.report.text.paint import Paint, painter
from estate.report.visible import visible

__all__ = ["Detail", "Setting", "setting"]

Detail: TypeAlias = Literal["quiet", "normal", "verbose"]
"""How much is said of each finding."""


@frozen
class Setting:
    """What every part of the text needs; `width` in columns of the terminal."""

    outcome: Outcome
    detail: Detail
    width: int
    paint: Paint
    rules: Mapping[str, RuleResult]
    acceptances: Mapping[str, Acceptance]

    def title(self, rule: str) -> str:
        """Return the title of a rule, or nothing for a rule without one."""
        return visible(self.rules[rule].title) if rule in self.rules else ""

    def acceptance(self, exception: str) -> str:
        """Return an exception's id and the day it ends: `ex-1 until 2027-02-28`."""
        return until(exception, self.acceptances)


def setting(outcome: Outcome, *, detail: Detail, width: int, colour: bool) -> Setting:
    """Return how `outcome` is set."""
    return Setting(
        outcome=outcome,
        detail=detail,
        width=width,
        paint=painter(colour=colour),
        rules={rule.id: rule for rule in outcome.rules},
        acceptances=acceptances_of(outcome),
    )
