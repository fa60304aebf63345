"""The facts about exceptions, for the rules that judge them after the first pass."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from estate.exceptions.case import Case
from estate.exceptions.delivery import arrives, is_funded
from estate.exceptions.signs import stray_signatures
from estate.exceptions.states import STATES, standing_of
from estate.facts.dictionary import Fact, Type
from estate.model.scalars import NEVER, day_text

_TEXT: Final = Type("text")
_TEXTS: Final = Type("text", many=True)
_FLAG: Final = Type("boolean")
_DAY: Final = Type("date", ends=True)


def facts_of(cases: tuple[Case, ...]) -> Mapping[str, Mapping[str, object]]:
    """Return each fact of `FACTS` by its column, for every exception by its id."""
    given = {
        fact.column: {case.record.id: compute(case) for case in cases} for fact, compute in _COLUMNS
    }
    return {**given, _CLIFF.column: _cliffs(cases)}


def _fact(name: str, kind: Type, doc: str, *settles: str, null: str = "") -> Fact:
    return Fact("exception", name, kind, doc, open=bool(settles), settles=settles, null=null)


def _role_held(case: Case) -> bool | None:
    truths = [sign.held for sign in case.signs]
    return False if False in truths else None if None in truths else True


def _without_role(case: Case) -> tuple[str, ...]:
    return tuple(
        f"{sign.person} for {case.for_whom(sign)} on {day_text(sign.on)}"
        for sign in case.signs
        if sign.held is False and sign.on is not None
    )


def _missing_organisations(case: Case) -> tuple[str | None, ...]:
    return (*case.missing_organisations, *(None for _ in case.concerned.unrecorded))


def _signature_faults(case: Case) -> tuple[str, ...]:
    refused = (s for s in case.signs if s.signature == "refused")
    said = (f"{sign.person or 'nobody'}: {sign.reason}" for sign in refused)
    return (*said, *stray_signatures(case.record, case.grant))


def _unsigned_by(case: Case) -> tuple[str, ...]:
    unsigned = (s for s in case.signs if s.signature == "unsigned")
    return tuple(sign.person or "nobody" for sign in unsigned)


def _self_approved_by(case: Case) -> tuple[str | None, ...]:
    unknown = case.record.requested_by is None or None in case.owners
    return (*case.judges_of_their_own, *((None,) if unknown else ()))


def _contradictions(case: Case) -> tuple[str | None, ...]:
    ways = (" → ".join(each.path) for each in case.controls if each.agrees is False)
    unknown = any(each.agrees is None and each.checkable for each in case.controls)
    return (*dict.fromkeys(ways), *((None,) if unknown else ()))


def _cliffs(cases: tuple[Case, ...]) -> dict[str, tuple[str, ...]]:
    """Give the acceptances that count and end in one month to the first of them."""
    months: dict[tuple[int, int], list[str]] = {}
    for case in cases:
        last = case.last_day
        if last is not None and last != NEVER and standing_of(case).counts:
            months.setdefault((last.year, last.month), []).append(case.record.id)
    first = {min(ids): tuple(sorted(ids)) for ids in months.values()}
    return {case.record.id: first.get(case.record.id, ()) for case in cases}


_CLIFF: Final = Fact(
    "exception",
    "ending_together",
    _TEXTS,
    "The acceptances that count and whose last day lies in one month with its own; given to the "
    "alphabetically first of them alone.",
    open=False,
)

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
    (
        _fact(
            "changed_facts",
            _TEXTS,
            "The pinned facts that have changed since, other than by the calendar: from what, to "
            "what.",
            "facts",
        ),
        lambda case: (None,) if case.record.facts is None else case.bond.faults,
    ),
    (
        _fact("signature_faults", _TEXTS, "Why signatures do not hold, each with its person."),
        _signature_faults,
    ),
    (
        _fact("unsigned_by", _TEXTS, "Those who accepted and did not sign."),
        _unsigned_by,
    ),
    (
        _fact(
            "ceiling",
            _DAY,
            "The last day that the policy allows for its severity, and its rule, counted from the "
            "latest approval.",
            "accepted_on",
            null="no ceiling",
        ),
        lambda case: case.ceiling,
    ),
    (
        _fact("slip", Type("number"), "By how many days its extensions have moved its end."),
        lambda case: case.slip,
    ),
    (
        _fact(
            "residual_score",
            Type("number"),
            "The likelihood times the impact of the risk that is left, 1 to 25.",
            "residual",
        ),
        lambda case: case.residual_score,
    ),
    (
        _fact(
            "self_approved_by",
            _TEXTS,
            "Those who accepted what they had asked for, or what is theirs as its business owner.",
            "requested_by",
            "asset.owner",
        ),
        _self_approved_by,
    ),
    (
        _fact(
            "contradictions",
            _TEXTS,
            "The ways from the internet to what a control claims to be apart from it.",
            "asset.exposure",
            "asset.zone",
        ),
        _contradictions,
    ),
    (
        _fact("projects", _TEXTS, "The projects that are to end it, by id."),
        lambda case: tuple(each.id for each in case.deliveries),
    ),
    (
        _fact(
            "plan_in_time",
            _FLAG,
            "Whether one of these projects is planned or live and ends by the target.",
            "plan.target",
            "project.ends",
            "project.status",
        ),
        lambda case: arrives(case.deliveries),
    ),
    (
        _fact(
            "plan_funded",
            _FLAG,
            "Whether one of these projects has a funded budget line.",
            "project.budget",
        ),
        lambda case: is_funded(case.deliveries),
    ),
)

FACTS: Final[tuple[Fact, ...]] = (*(fact for fact, _ in _COLUMNS), _CLIFF)
"""The entries of the fact dictionary for what is derived about an exception."""
