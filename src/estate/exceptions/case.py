"""One exception on one day: the record, and all that is known to judge it by."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from datetime import date

from estate.exceptions.approvals import Grant, Signing, grants_of, in_force
from estate.exceptions.authority import Concerned, attributed, concerned, held
from estate.exceptions.covering import Index
from estate.exceptions.parts import ALWAYS_NEEDED, missing_parts
from estate.exceptions.terms import Terms
from estate.findings import Finding, Unknown
from estate.frozen import frozen
from estate.model import Estate, RiskAcceptance
from estate.model.acceptances import TreatmentPlan
from estate.model.scalars import NEVER


@frozen
class Case:
    """One exception on one day.

    `terms` are None where the rule's findings cannot be accepted, or no such rule is known; then
    `role` is "". `findings` are those it covers, `live` whether there is one (None: the rule could
    not decide, or did not run). `grant` is the approval that stands on the day, `holders` whether
    each of its people held the role. `speakers` are the organisations for which somebody may have
    spoken: those concerned and the record's own. `renewals` counts the extensions so far, and
    `review_limit` is the day by which the policy wants a review.
    """

    record: RiskAcceptance
    day: date
    terms: Terms | None
    findings: tuple[Finding, ...]
    live: bool | None
    role: str
    grant: Grant
    holders: tuple[tuple[Signing, bool | None], ...]
    concerned: Concerned
    speakers: tuple[str, ...]
    renewals: int
    review_limit: date | None

    @property
    def plan(self) -> TreatmentPlan:
        """The plan; an empty one where none is recorded."""
        return self.record.plan or TreatmentPlan()

    @property
    def needs_plan(self) -> bool:
        """Whether the rule asks for a plan."""
        return self.terms is not None and self.terms.needs_plan

    @property
    def missing_parts(self) -> tuple[str, ...]:
        """The parts that the rule asks for and the record does not hold."""
        return missing_parts(self.record, self.terms.parts if self.terms else ALWAYS_NEEDED)

    @property
    def missing_organisations(self) -> tuple[str, ...]:
        """The organisations that are known to be needed and have no line of their own."""
        spoken = {signing.organisation for signing in self.grant.signings}
        return tuple(key for key in self.concerned.organisations if key not in spoken)

    def for_whom(self, signing: Signing) -> str:
        """Return, in words, the organisation for which somebody signed."""
        return signing.organisation or " or ".join(self.speakers)

    @property
    def last_day(self) -> date | None:
        """The last day on which it can count: the earlier of expiry and target.

        None where one of them is not known that might come first; not where it is over anyway.
        """
        target = self.plan.target
        if target is None and not self.needs_plan:
            target = NEVER
        return self._earlier(self.grant.expires, target)

    @property
    def review_due(self) -> date | None:
        """The day by which it must be reviewed: its own, or the policy's if that is earlier.

        None where one of them is not known, as with the last day.
        """
        return self._earlier(self.record.review_by, self.review_limit)

    def _earlier(self, one: date | None, other: date | None) -> date | None:
        """Return the earlier of two days; where one is unknown, the other only once it is past."""
        if one is not None and other is not None:
            return min(one, other)
        known = one or other
        return known if known is not None and known < self.day else None

    @property
    def lapsed(self) -> bool:
        """Whether its last day is certainly past."""
        return self.last_day is not None and self.last_day < self.day

    @property
    def withdrawn(self) -> bool:
        """Whether it has been withdrawn; a withdrawal without a day took place."""
        withdrawal = self.record.withdrawn
        return withdrawal is not None and (withdrawal.on is None or withdrawal.on <= self.day)

    @property
    def pending(self) -> bool:
        """Whether it is accepted from a later day only."""
        return self.grant.since is not None and self.day < self.grant.since


def cases_of(  # noqa: PLR0913 - what judging found, in its parts
    estate: Estate,
    day: date,
    findings: Iterable[Finding],
    terms: Mapping[str, Terms],
    undecided: Iterable[Unknown] = (),
    not_run: Container[str] = (),
) -> tuple[Case, ...]:
    """Return every exception of an estate on a day, in the order of their ids."""
    records = [e for e in estate.of("exception").values() if isinstance(e, RiskAcceptance)]
    rules = {record.rule for record in records}
    found, open_questions = Index(findings, rules), Index(undecided, rules)
    cases = []
    for record in records:
        covered = found.covered(record) if record.rule in terms else ()
        unsure = record.rule in not_run or bool(open_questions.covered(record))
        live = True if covered else None if unsure else False
        cases.append(_case(estate, day, record, terms.get(record.rule), covered, live))
    return tuple(cases)


def _case(  # noqa: PLR0913 - as above
    estate: Estate,
    day: date,
    record: RiskAcceptance,
    terms: Terms | None,
    findings: tuple[Finding, ...],
    live: bool | None,  # noqa: FBT001 - True, False or None for unknown
) -> Case:
    role = terms.role_for(finding.severity for finding in findings) if terms else ""
    needed = concerned(estate, record, findings)
    speakers = tuple(dict.fromkeys([*needed.organisations, *sorted(record.organisation or ())]))
    grants = grants_of(record)
    grant = attributed(in_force(grants, day), estate, role, speakers)
    within = estate.policy.acceptance.review_within
    return Case(
        record=record,
        day=day,
        terms=terms,
        findings=findings,
        live=live,
        role=role,
        grant=grant,
        holders=tuple((each, held(estate, role, each, speakers)) for each in grant.signings),
        concerned=needed,
        speakers=speakers,
        renewals=sum(1 for each in grants[1:] if each.since and each.since <= day),
        review_limit=grant.since and within.after(grant.since),
    )
