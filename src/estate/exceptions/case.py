"""One exception on one day: the record, and all that is known to judge it by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from estate.exceptions.approvals import Grant, Signing, grants_of, in_force
from estate.exceptions.authority import Concerned, attributed, concerned, written
from estate.exceptions.bond import Bond, bond_of
from estate.exceptions.covering import Index
from estate.exceptions.delivery import deliveries_of
from estate.exceptions.docket import Docket
from estate.exceptions.entitled import ceiling_of
from estate.exceptions.mitigation import controls_of
from estate.exceptions.parts import ALWAYS_NEEDED, missing_parts
from estate.exceptions.signs import Bench, signs_of
from estate.exceptions.terms import Terms
from estate.facts import Facts
from estate.findings import SEVERITIES, Control, Delivery, Finding, Severity, Sign
from estate.frozen import frozen
from estate.model import AcceptancePolicy, Estate, RiskAcceptance
from estate.model.acceptances import TreatmentPlan
from estate.model.scalars import NEVER


@frozen
class Case:
    """One exception on one day.

    `terms` are None where the rule's findings cannot be accepted, or no such rule is known; then
    `role` is "". `findings` are those it covers, `live` whether there is one (None: the rule could
    not decide, or did not run). `grants` are the first approval and its extensions, `grant` the one
    that stands on the day, `signs` how each of its people signed. `speakers` are the organisations
    for which somebody may have spoken: those concerned and the record's own. `owners` are the
    business owners of what is covered, None among them where one is not recorded.
    """

    record: RiskAcceptance
    day: date
    estate: Estate
    terms: Terms | None
    findings: tuple[Finding, ...]
    live: bool | None
    role: str
    grants: tuple[Grant, ...]
    grant: Grant
    signs: tuple[Sign, ...]
    concerned: Concerned
    speakers: tuple[str, ...]
    owners: frozenset[str | None]
    bond: Bond
    controls: tuple[Control, ...]
    deliveries: tuple[Delivery, ...]

    @property
    def policy(self) -> AcceptancePolicy:
        """What the estate asks of every acceptance."""
        return self.estate.policy.acceptance

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
        parts = self.terms.parts if self.terms else ALWAYS_NEEDED
        pinned = ("facts",) if self.must_be_signed and "facts" not in parts else ()
        return missing_parts(self.record, (*parts, *pinned))

    @property
    def must_be_signed(self) -> bool:
        """Whether an acceptance without a signature, or one bound to no facts, is none."""
        return self.policy.signatures == "required"

    @property
    def missing_organisations(self) -> tuple[str, ...]:
        """The organisations that are known to be needed and have no line of their own."""
        spoken = {signing.organisation for signing in self.grant.signings}
        return tuple(key for key in self.concerned.organisations if key not in spoken)

    @property
    def severity(self) -> Severity | None:
        """The worst of what it covers; of nothing, what the rule gives; None without terms."""
        found = [finding.severity for finding in self.findings]
        given = [self.terms.severity] if self.terms else []
        return min(found or given, key=SEVERITIES.index, default=None)

    @property
    def renewals(self) -> int:
        """How many times it was extended by its day."""
        return len(self._extensions())

    @property
    def slip(self) -> int:
        """By how many days its extensions have moved its end so far."""
        moved = (end for grant in self._extensions() if (end := grant.expires))
        first = self.grants[0].expires
        return max(0, (max(moved) - first).days) if first and self._extensions() else 0

    def _extensions(self) -> list[Grant]:
        return [g for g in self.grants[1:] if g.since is not None and g.since <= self.day]

    @property
    def ceiling(self) -> date | None:
        """The last day that the policy and the rule allow; None where its first is not known."""
        if self.grant.since is None:
            return None
        return ceiling_of(self.policy, self.terms, self.severity, self.grant.since).last

    @property
    def residual_score(self) -> int | None:
        """The likelihood times the impact of the risk that is left, 1 to 25."""
        left = self.record.residual
        return None if left is None else left.likelihood * left.impact

    @property
    def judges_of_their_own(self) -> tuple[str, ...]:
        """Those who accepted what they had asked for, or what is theirs."""
        theirs = {
            written(name).casefold() for name in (self.record.requested_by, *self.owners) if name
        }
        people = dict.fromkeys(each.person for each in self.grant.signings if each.person)
        return tuple(person for person in people if written(person).casefold() in theirs)

    @property
    def contradicted(self) -> bool | None:
        """Whether a control claims to be apart from the internet and is not."""
        agreeing = [each.agrees for each in self.controls if each.checkable]
        return True if False in agreeing else None if None in agreeing else False

    def for_whom(self, signing: Signing | Sign) -> str:
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
        since, within = self.grant.since, self.policy.review_within
        return self._earlier(self.record.review_by, since and within.after(since))

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


def cases_of(facts: Facts, docket: Docket) -> tuple[Case, ...]:
    """Return every exception of an estate on a day, in the order of their ids."""
    records = facts.estate.of("exception").values()
    judged = [record for record in records if isinstance(record, RiskAcceptance)]
    rules = {record.rule for record in judged}
    found, open_questions = Index(docket.findings, rules), Index(docket.undecided, rules)
    cases = []
    for record in judged:
        covered = found.covered(record) if record.rule in docket.terms else ()
        unsure = record.rule in docket.not_run or bool(open_questions.covered(record))
        live = True if covered else None if unsure else False
        cases.append(_case(facts, docket, record, covered, live))
    return tuple(cases)


def _case(
    facts: Facts,
    docket: Docket,
    record: RiskAcceptance,
    findings: tuple[Finding, ...],
    live: bool | None,  # noqa: FBT001 - True, False or None for unknown
) -> Case:
    estate, terms = facts.estate, docket.terms.get(record.rule)
    role = terms.role_for(finding.severity for finding in findings) if terms else ""
    needed = concerned(estate, record, findings)
    speakers = tuple(dict.fromkeys([*needed.organisations, *sorted(record.organisation or ())]))
    grants = grants_of(record)
    grant = attributed(in_force(grants, facts.today), estate, role, speakers)
    covered = tuple(dict.fromkeys(_assets(estate, record, findings)))
    first = min((each.on for each in grant.signings if each.on), default=None)
    return Case(
        record=record,
        day=facts.today,
        estate=estate,
        terms=terms,
        findings=findings,
        live=live,
        role=role,
        grants=grants,
        grant=grant,
        signs=signs_of(record, grant, Bench(estate, role, speakers)),
        concerned=needed,
        speakers=speakers,
        owners=frozenset(getattr(estate.get(key), "owner", None) for key in covered),
        bond=bond_of(record.facts, findings, docket.read, facts.today, first),
        controls=controls_of(facts, record, covered),
        deliveries=deliveries_of(facts, record, covered),
    )


def _assets(estate: Estate, record: RiskAcceptance, findings: Iterable[Finding]) -> Iterator[str]:
    """Yield the assets that are covered: those that the record names, and those found."""
    named = [key for c in record.covers or () for key in (c.asset or "", *(c.members or ()))]
    yield from (key for key in (*named, *(f.subject.id for f in findings)) if estate.get(key))
