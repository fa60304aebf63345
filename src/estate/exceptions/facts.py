"""The facts about exceptions, for the rules that judge them after the first pass."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from datetime import date
from typing import Final

from estate.exceptions.case import Case, cases_of
from estate.exceptions.states import STATES, standing_of
from estate.exceptions.terms import Terms
from estate.facts.dictionary import Fact, Type
from estate.findings import Finding, Unknown
from estate.model import Estate
from estate.model.scalars import day_text

_TEXT: Final = Type("text")
_TEXTS: Final = Type("text", many=True)
_FLAG: Final = Type("boolean")
_DAY: Final = Type("date", ends=True)


def facts_of(  # noqa: PLR0913 - what judging found, in its parts
    estate: Estate,
    on: date,
    findings: Iterable[Finding],
    terms: Mapping[str, Terms],
    *,
    undecided: Iterable[Unknown] = (),
    not_run: Container[str] = (),
) -> Mapping[str, Mapping[str, object]]:
    """Return each fact of `FACTS` by its column, for every exception by its id.

    `findings` and `undecided` are what the first pass found and could not decide; `terms` those of
    every rule whose findings can be accepted, `not_run` the rules that were switched off.
    """
    cases = cases_of(estate, on, findings, terms, undecided, not_run)
    return {
        fact.column: {case.record.id: compute(case) for case in cases} for fact, compute in _COLUMNS
    }


def _fact(name: str, kind: Type, doc: str, *settles: str, null: str = "") -> Fact:
    return Fact("exception", name, kind, doc, open=bool(settles), settles=settles, null=null)


def _role_held(case: Case) -> bool | None:
    truths = [held for _, held in case.holders]
    return False if False in truths else None if None in truths else True


def _without_role(case: Case) -> tuple[str, ...]:
    return tuple(
        f"{signing.person} for {case.for_whom(signing)} on {day_text(signing.on)}"
        for signing, held in case.holders
        if held is False and signing.on is not None
    )


def _missing_organisations(case: Case) -> tuple[str | None, ...]:
    return (*case.missing_organisations, *(None for _ in case.concerned.unrecorded))


_COLUMNS: Final[tuple[tuple[Fact, Callable[[Case], object]], ...]] = (
    (
        _fact(
            "state",
            Type("enumeration", values=STATES),
            "The first of the states that applies; `pending` is accepted from a later day.",
        ),
        lambda case: standing_of(case).state,
    ),
    (
        _fact(
            "current",
            _FLAG,
            "Whether it counts today, as far as the record, its people and its days decide.",
        ),
        lambda case: standing_of(case).counts,
    ),
    (
        _fact(
            "standing",
            _FLAG,
            "Whether it has not been withdrawn by today.",
        ),
        lambda case: not case.withdrawn,
    ),
    (
        _fact(
            "subjects_live",
            _FLAG,
            "Whether the rule still finds something that it covers.",
            "covers",
        ),
        lambda case: case.live,
    ),
    (
        _fact("role", _TEXT, "The role that its rule asks of whoever accepts.", "rule"),
        lambda case: case.role or None,
    ),
    (
        _fact(
            "role_held",
            _FLAG,
            "Whether everybody who accepted held that role on that day for their organisation.",
            "accepted_by",
            "accepted_on",
            "approvals",
            "organisation.roles",
        ),
        _role_held,
    ),
    (
        _fact("without_role", _TEXTS, "Those who accepted without holding the role, with the day."),
        _without_role,
    ),
    (
        _fact(
            "missing_organisations",
            _TEXTS,
            "The organisations that share what it covers and have not accepted it.",
            "asset.organisation",
            "organisation.members",
        ),
        _missing_organisations,
    ),
    (
        _fact("missing_parts", _TEXTS, "The parts that its rule asks for and that it lacks."),
        lambda case: case.missing_parts,
    ),
    (
        _fact("needs_plan", _FLAG, "Whether its rule asks for a plan that ends the risk."),
        lambda case: case.needs_plan,
    ),
    (
        _fact(
            "latest_expiry",
            _DAY,
            "Its last day by the latest approval: `expires`, or the `to` of an extension.",
            "expires",
            null="never ends",
        ),
        lambda case: case.grant.expires,
    ),
    (
        _fact(
            "last_day",
            _DAY,
            "The last day on which it can count: the earlier of expiry and target.",
            "expires",
            "plan.target",
            null="never ends",
        ),
        lambda case: case.last_day,
    ),
    (
        _fact("lapsed", _FLAG, "Whether its last day is past."),
        lambda case: case.lapsed,
    ),
    (
        _fact("renewals", Type("number"), "How many times it was extended by today."),
        lambda case: case.renewals,
    ),
    (
        _fact(
            "review_due",
            _DAY,
            "The day by which it must be reviewed: `review_by`, and no later than the policy's "
            "`review_within` after it was accepted.",
            "review_by",
            "accepted_on",
            null="never",
        ),
        lambda case: case.review_due,
    ),
)

FACTS: Final[tuple[Fact, ...]] = tuple(fact for fact, _ in _COLUMNS)
"""The entries of the fact dictionary for what is derived about an exception."""
