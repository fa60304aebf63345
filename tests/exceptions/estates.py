"""A small estate of two councils, its findings, and an acceptance that counts."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from estate import exceptions
from estate.exceptions import FACTS, Docket, Read, Terms, cases_of
from estate.facts import derive, dictionary
from estate.findings import Acceptance, Finding, Place, Severity, Subject, Unknown, fingerprint
from estate.lifecycle.nothing import empty
from estate.model import SECTIONS, Estate, Policy
from estate.model.scalars import Term
from estate.model.types import NULL

_WORDS = dictionary(FACTS)
RULE = "unsupported-software"
TODAY = date(2026, 11, 21)
TERMS = {
    RULE: Terms(
        severity="critical",
        role="siro",
        longest=Term(months=30),
        needs=("risk", "mitigation", "plan"),
    ),
    "duplicate-system": Terms(severity="medium"),
    "ending-support": Terms(severity="high"),
}

ORGANISATIONS: dict[str, Any] = {
    "marram": {
        "name": "Marram Borough Council",
        "type": "council",
        "roles": {
            "siro": [
                {"name": "Interim Director", "from": "2021-06-01", "until": "2024-03-31"},
                {"name": "Director of Resources", "from": "2024-04-01", "until": "2027-03-31"},
                {"name": "Chief Officer", "from": "2027-04-01", "until": NULL},
            ],
            "enterprise-architect": [{"name": "Chief Architect", "from": "2023-01-01"}],
        },
    },
    "saltern": {
        "name": "Saltern District Council",
        "type": "council",
        "roles": {"siro": [{"name": "Director of Finance", "from": "2023-05-15"}]},
    },
    "dune": {
        "name": "Dune Shared ICT",
        "type": "shared-service",
        "members": ["marram", "saltern"],
        "roles": {"siro": [{"name": "Head of ICT"}]},
    },
}
SERVERS: dict[str, Any] = {
    "srv-1": {"name": "SRV1", "organisation": "marram", "exposure": "internet"},
    "srv-2": {
        "name": "SRV2",
        "organisation": ["marram", "saltern"],
        "exposure": "internet",
    },
    "srv-3": {"name": "SRV3", "organisation": "dune"},
    "srv-4": {"name": "SRV4"},
}
PROJECTS: dict[str, Any] = {
    "prj-1": {
        "name": "Replacement",
        "status": "live",
        "ends": "2026-09-30",
        "budget": [{"year": "2026-27", "funded": "true"}],
    }
}
GOOD: dict[str, Any] = {
    "rule": RULE,
    "covers": [{"asset": "srv-1", "product": "old-db", "version": "12.2"}],
    "organisation": "marram",
    "risk": "No fixes.",
    "mitigation": [{"control": "A network of its own"}],
    "treatment": "treat",
    "plan": {"action": "replace", "project": "prj-1", "target": "2027-02-28"},
    "accepted_by": "Director of Resources",
    "accepted_on": "2026-09-12",
    "review_by": "2027-01-31",
    "expires": "2027-02-28",
    "facts": {"on": "2020-01-01", "subjects": {f"{key} old-db 12.2": {} for key in SERVERS}},
}
JOINT: dict[str, Any] = {
    "covers": [{"asset": "srv-2", "product": "old-db", "version": "12.2"}],
    "organisation": ["marram", "saltern"],
    "accepted_by": ...,
    "accepted_on": ...,
    "approvals": [
        {"organisation": "marram", "by": "Director of Resources", "on": "2026-09-12"},
        {"organisation": "saltern", "by": "Director of Finance", "on": "2026-09-14"},
    ],
}


@cache
def _adapter(section: str) -> TypeAdapter[Any]:
    return TypeAdapter(SECTIONS[section])


def acceptance(**changes: object) -> dict[str, Any]:
    """Return an acceptance that counts, with changes; `...` takes a field out."""
    return {key: value for key, value in {**GOOD, **changes}.items() if value is not ...}


def joint(**changes: object) -> dict[str, Any]:
    """Return an acceptance of a shared server that counts, with changes."""
    return acceptance(**{**JOINT, **changes})


def estate_of(policy: Policy | None = None, /, **sections: Mapping[str, Any]) -> Estate:
    """Return an estate of raw records over the two councils and their servers."""
    known = {"organisations": ORGANISATIONS, "servers": SERVERS, "projects": PROJECTS}
    raw = {**known, **sections}
    records = {
        section: {
            key: _adapter(section).validate_python({"id": key, **record})
            for key, record in sorted(raw.get(section, {}).items())
        }
        for section in SECTIONS
    }
    return Estate("Marram and Saltern", records, policy or Policy())


def finding(
    subject: Subject | str = "srv-1", rule: str = RULE, severity: Severity = "critical"
) -> Finding:
    """Return a finding; a server's id stands for the old database on it."""
    if isinstance(subject, str):
        detail = (("product", "old-db"), ("version", "12.2"))
        owner = SERVERS[subject].get("organisation") or ()
        whose = (owner,) if isinstance(owner, str) else tuple(owner)
        subject = Subject("installation", subject, detail, subject.upper(), whose)
    key = fingerprint(rule, subject)
    return Finding(key, rule, severity, "fault", subject, "wrong", Place(subject.id))


FOUND = tuple(finding(server) for server in SERVERS)


def heard(  # noqa: PLR0913 - as a docket
    estate: Estate,
    on: date,
    findings: Iterable[Finding],
    terms: Mapping[str, Terms],
    *,
    undecided: Iterable[Unknown] = (),
    not_run: Container[str] = (),
    read: Read | None = None,
) -> tuple[exceptions.Case, ...]:
    """Return every exception of an estate as a case."""
    facts = derive(estate, on, empty(date.min), _WORDS)
    docket = Docket(
        terms=terms, findings=tuple(findings), undecided=tuple(undecided), not_run=not_run
    )
    return cases_of(facts, docket if read is None else replace(docket, read=read))


def facts_of(
    estate: Estate,
    on: date,
    findings: Iterable[Finding],
    terms: Mapping[str, Terms],
    **judged: Any,  # noqa: ANN401 - as a docket
) -> Mapping[str, Mapping[str, object]]:
    """Return the facts about the exceptions of an estate."""
    return exceptions.facts_of(heard(estate, on, findings, terms, **judged))


def settle(  # noqa: PLR0913 - as a docket
    findings: Iterable[Finding],
    estate: Estate,
    on: date,
    terms: Mapping[str, Terms],
    void: Mapping[str, tuple[str, ...]],
    *,
    inherited: Mapping[str, tuple[str, ...]] | None = None,
    **judged: Any,  # noqa: ANN401 - as a docket
) -> tuple[tuple[Finding, ...], tuple[Acceptance, ...]]:
    """Return the findings of an estate and its exceptions, settled."""
    known = tuple(findings)
    cases = heard(estate, on, known, terms, **judged)
    return exceptions.settle(known, cases, estate, void, inherited)


def judged(
    record: Mapping[str, Any],
    on: date = TODAY,
    terms: Mapping[str, Terms] | None = None,
    **sections: Mapping[str, Any],
) -> Acceptance:
    """Return how one exception stands on a day, where every server has the old database."""
    estate = estate_of(exceptions={"ex-1": record}, **sections)
    return settle(FOUND, estate, on, TERMS if terms is None else terms, {})[1][0]
