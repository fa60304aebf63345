"""Who may accept findings that nobody has accepted yet, and for how long at most."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from estate.exceptions.authority import concerned, listed
from estate.exceptions.terms import Terms
from estate.findings import SEVERITIES, Finding, Severity
from estate.frozen import frozen
from estate.model import AcceptancePolicy, Estate, RiskAcceptance
from estate.model.scalars import NEVER

__all__ = ["Ceiling", "Entitled", "ceiling_of", "entitled"]


@frozen
class Entitled:
    """Whose acceptance is needed: the role, and by organisation who holds it today."""

    role: str
    severity: Severity
    organisations: tuple[str, ...]
    holders: Mapping[str, tuple[str, ...]]


@frozen
class Ceiling:
    """The last day that is allowed (NEVER where there is no limit), and that of the review."""

    last: date
    review: date


def entitled(
    estate: Estate,
    record: RiskAcceptance,
    findings: Iterable[Finding],
    terms: Terms,
    day: date,
) -> Entitled:
    """Return who may accept what a record covers on a day."""
    found = tuple(findings)
    severities = [finding.severity for finding in found]
    role = terms.role_for(severities)
    worst = min(severities or [terms.severity], key=SEVERITIES.index)
    organisations = concerned(estate, record, found).organisations
    holders = {key: listed(estate.get(key), role, day) for key in organisations}
    return Entitled(role, worst, organisations, holders)


def ceiling_of(
    policy: AcceptancePolicy, terms: Terms | None, severity: Severity | None, since: date
) -> Ceiling:
    """Return how long an acceptance given on a day may last: by policy, and shorter by rule."""
    longest = (policy.longest or {}).get(severity) if severity else None
    limits = (longest, terms.longest if terms else None)
    last = min((term.after(since) for term in limits if term), default=NEVER)
    return Ceiling(last, min(last, policy.review_within.after(since)))
