"""A dry run: what an acceptance would cover and change, before anybody signs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from estate.errors import UsageError
from estate.exceptions import Entitled, entitled
from estate.findings import Acceptance, Finding, Outcome
from estate.frozen import frozen
from estate.model import Approval, Estate, PinnedFacts, Policy, RiskAcceptance
from estate.pipeline import Loaded, Options, Run, run
from estate.pipeline.acceptances.drafting import pinned_on
from estate.pipeline.acceptances.records import acceptance_of, covered, record_of
from estate.pipeline.terms import terms_of

__all__ = ["Preview", "preview"]


@frozen
class Preview:
    """An acceptance as it stands, and as it would stand if it were given today.

    `gained` are the findings that would be accepted by it and are not now, `lost` those that would
    be no more. `before` and `after` are the two outcomes. `by` names who would give it, for each
    organisation; "" where nobody holds the role today.
    """

    now: Acceptance
    then: Acceptance
    by: Mapping[str, str]
    gained: tuple[Finding, ...]
    lost: tuple[Finding, ...]
    before: Outcome
    after: Outcome


def preview(loaded: Loaded, options: Options, key: str) -> Preview:
    """Judge the estate as it is, and with one acceptance given today by whoever may give it.

    Whether it is signed is left out of account. Raises UsageError for an unknown exception.
    """
    before = run(loaded, options)
    record = record_of(before.facts.estate, key)
    who = _who(before, record)
    given = _given(before, record, who)
    inventory = replace(loaded.inventory, estate=_with(loaded.inventory.estate, given))
    after = run(replace(loaded, inventory=inventory), options)
    was, will = _accepted(before.outcome, key), _accepted(after.outcome, key)
    return Preview(
        now=acceptance_of(before.outcome, key),
        then=acceptance_of(after.outcome, key),
        by=_people(record, who),
        gained=tuple(f for f in after.outcome.findings if f.fingerprint in will - was),
        lost=tuple(f for f in before.outcome.findings if f.fingerprint in was - will),
        before=before.outcome,
        after=after.outcome,
    )


def _who(judged: Run, record: RiskAcceptance) -> Entitled:
    terms = terms_of(judged.pack).get(record.rule)
    if terms is None:
        raise UsageError(f"no rule whose findings can be accepted is called {record.rule!r}")
    return entitled(judged.facts.estate, record, covered(judged, record), terms, judged.facts.today)


def _people(record: RiskAcceptance, who: Entitled) -> dict[str, str]:
    """Return who gives it for each organisation: whom the record names, else who holds the role."""
    named = {line.organisation: line.by for line in record.approvals or ()}
    first = {key: (holders or ("",))[0] for key, holders in who.holders.items()}
    if len(first) == 1 and record.accepted_by:
        first = dict.fromkeys(first, record.accepted_by)
    return {**first, **{key: by for key, by in named.items() if key in first}}


def _given(judged: Run, record: RiskAcceptance, who: Entitled) -> RiskAcceptance:
    """Return the record as if everybody had accepted it today, as the facts are."""
    today, people = judged.facts.today, _people(record, who)
    facts = PinnedFacts(on=today, subjects=pinned_on(judged, covered(judged, record), today))
    if len(people) > 1:
        lines = tuple(Approval(organisation=key, by=by, on=today) for key, by in people.items())
        return replace(record, approvals=lines, accepted_on=None, facts=facts, extended=None)
    by = next(iter(people.values()), record.accepted_by)
    given = replace(record, accepted_by=by or None, accepted_on=today, facts=facts, signature=None)
    return replace(given, approvals=None, extended=None)


def _with(estate: Estate, record: RiskAcceptance) -> Estate:
    """Return the estate with one exception in another form, and signatures asked of nobody."""
    known = {**estate.sections["exceptions"], record.id: record}
    acceptance = replace(estate.policy.acceptance, signatures="optional")
    policy: Policy = replace(estate.policy, acceptance=acceptance)
    sections = {**estate.sections, "exceptions": dict(sorted(known.items()))}
    return Estate(estate.name, sections, policy, estate.digest)


def _accepted(outcome: Outcome, key: str) -> set[str]:
    return {f.fingerprint for f in outcome.findings if f.exception == key}
