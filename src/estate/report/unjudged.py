"""What is wrong with an estate that does not load, as an outcome that every format can show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Final

from estate.errors import Location, Problem
from estate.findings import Finding, Outcome, Place, Related, RuleResult, Subject, Unmanaged
from estate.report.problems import identified, message

__all__ = ["unjudged"]

_WHY: Final = "The estate does not load, so that nothing was judged: what is in it is unknown."
_FIX: Final = "Mend it where it stands, then check again."


def unjudged(problems: Sequence[Problem], *, estate: str, as_of: date, tool: str) -> Outcome:
    """Return the problems as critical findings of their pseudo-rules.

    The outcome has no digest, which is how reports know that nothing was judged.
    """
    places: dict[Place, Location] = {}
    findings = tuple(_finding(*each, places) for each in identified(problems))
    found = Counter(problem.rule for problem in problems)
    return Outcome(
        estate=estate,
        as_of=as_of,
        tool=tool,
        assets=0,
        relations=0,
        digest="",
        catalogue_as_of=as_of,
        catalogue_digest="",
        threshold="critical",
        gaps_fail=False,
        rules=tuple(_rule(rule, number) for rule, number in sorted(found.items())),
        findings=findings,
        unknown=(),
        acceptances=(),
        unmanaged=Unmanaged(0, 0, 0),
        organisations={},
        places=places,
    )


def _finding(
    problem: Problem, subject: Subject, known_by: str, places: dict[Place, Location]
) -> Finding:
    """Return a problem as a finding, and put down where it stands."""
    places[Place(known_by)] = problem.location
    related = []
    for number, (location, text) in enumerate(problem.related):
        there = Place(f"{known_by}#{number}")
        places[there] = location
        related.append(Related(there, text))
    return Finding(
        fingerprint=known_by,
        rule=problem.rule,
        severity="critical",
        kind="fault",
        subject=subject,
        message=message(problem),
        place=Place(known_by),
        related=tuple(related),
    )


def _rule(name: str, number: int) -> RuleResult:
    return RuleResult(
        id=name,
        title=name.replace("-", " ").capitalize(),
        severity="critical",
        kind="fault",
        why=_WHY,
        fix=_FIX,
        authority=(),
        pack="estate",
        population=number,
        failed=number,
        accepted=0,
        unknown=0,
        passed=0,
    )
