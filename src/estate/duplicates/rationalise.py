"""The rationalisation of an estate: contests made candidates, ordered, and added up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Final

from estate.duplicates.candidate import (
    Candidate,
    Judged,
    Match,
    Member,
    Scope,
    Trust,
)
from estate.duplicates.contests import Contest, contests_of, standing_of
from estate.duplicates.matrix import matrix_of
from estate.duplicates.portrait import Portraits
from estate.duplicates.quadrant import MID_POINT
from estate.duplicates.rationalisation import Group, Rationalisation, Totals, Twins, Wanted
from estate.duplicates.retirement import retirement_of
from estate.duplicates.survivor import choose
from estate.duplicates.wanted import checked, wants
from estate.facts import Duplication, Facts
from estate.findings import Finding, Outcome
from estate.model import Application, Organisation

__all__ = ["rationalise"]

_ACROSS: Final = "cross-council-duplicate"
"""The rule about systems of different organisations; every other is about those of one."""
_TWINS: Final = "probable-duplicate-record"
_APART: Final = "accepted"
_TELLING: Final = ("category", "product", "organisation")
_OF_LEVEL: Final = {"product": ("organisation",), "capability": ("category", "organisation")}
"""Which fields tell whether members compete, where it is not all of them."""


def rationalise(
    facts: Facts,
    outcome: Outcome,
    wanted: Wanted | None = None,
    *,
    mid_point: int = MID_POINT,
    currency: str = "GBP",
) -> Rationalisation:
    """Return the rationalisation candidates of an estate.

    `outcome` holds the findings about its duplications, settled. Raises UsageError where something
    is wanted that the estate does not have.
    """
    asked = checked(wanted or Wanted(), facts)
    verdicts = _verdicts(outcome)
    portraits = Portraits(facts, mid_point)
    contests = [c for c in contests_of(facts) if _asked_for(asked, c)]
    made = [_candidate(facts, portraits, verdicts, contest, currency) for contest in contests]
    candidates = tuple(sorted(made, key=_rank))
    taken = {group.id for contest in contests for group in contest.groups}
    return Rationalisation(
        estate=outcome.estate,
        as_of=facts.today,
        tool=outcome.tool,
        digest=outcome.digest,
        currency=currency,
        mid_point=mid_point,
        wanted=asked,
        organisations=_names(facts),
        candidates=candidates,
        groups=tuple(_groups(facts, asked, taken)),
        twins=tuple(_twins(facts, asked, verdicts)),
        matrix=matrix_of(facts, candidates),
        totals=_totals(facts, candidates),
        planned=outcome.planned,
    )


def _asked_for(wanted: Wanted, contest: Contest) -> bool:
    return any(wants(wanted, group, contest.organisations) for group in contest.groups)


def _rank(candidate: Candidate) -> tuple[bool, Decimal, int, str]:
    """Order open candidates first, then by saving, then by number of systems."""
    saving = candidate.retirement.saving if candidate.retirement else None
    size = len(candidate.members)
    return candidate.accepted, -(saving or Decimal(0)), -size, candidate.id


Verdicts = Mapping[str, Sequence[Judged]]
"""What was found, by the id of the subject."""


def _verdicts(outcome: Outcome) -> Verdicts:
    ends = {each.id: each.last_day or each.expires for each in outcome.acceptances}
    found: dict[str, list[Judged]] = {}
    for each in outcome.findings:
        if each.subject.kind == "duplication" or each.rule == _TWINS:
            found.setdefault(each.subject.id, []).append(_judged(each, ends))
    return found


def _judged(finding: Finding, ends: Mapping[str, object]) -> Judged:
    until = ends.get(finding.exception or "")
    return Judged(finding.rule, finding.status, finding.exception, until)  # type: ignore[arg-type]  # a day


def _candidate(
    facts: Facts, portraits: Portraits, verdicts: Verdicts, contest: Contest, currency: str
) -> Candidate:
    jobs = portraits.jobs(contest.members)
    members = [portraits.of(key, jobs, _served(facts, contest, key)) for key in contest.members]
    choice = choose(members, currency)
    stay = {choice.survivor, *choice.undecided}
    leaving = [member.id for member in members if member.id not in stay]
    matches = tuple(
        sorted(
            (_match(group, contest, verdicts) for group in contest.groups),
            key=lambda match: (match.trust == "weak", match.id),
        )
    )
    judged = [each for match in matches for each in match.findings]
    return Candidate(
        scope=contest.scope,
        organisations=contest.organisations,
        matches=matches,
        members=choice.order,
        survivor=choice.survivor,
        undecided=choice.undecided,
        reasons=choice.reasons,
        retirement=retirement_of(facts, leaving) if leaving else None,
        accepted=bool(judged) and all(each.status == _APART for each in judged),
    )


def _served(facts: Facts, contest: Contest, key: str) -> tuple[str, ...]:
    """Return the organisations of the system itself; where none is recorded, of the contest."""
    system = facts.estate.get(key)
    own = system.organisation if isinstance(system, Application) else None
    return tuple(own or contest.organisations)


def _match(group: Duplication, contest: Contest, verdicts: Verdicts) -> Match:
    trust, basis = _trust(group)
    found = verdicts.get(group.id, ())
    return Match(
        id=group.id,
        level=group.level,
        key=group.key,
        name=group.name,
        trust=trust,
        basis=basis,
        services=tuple(service.id for service in group.services),
        findings=tuple(each for each in found if _about(each.rule, contest.scope)),
        others=tuple((m.id, m.name) for m in group.members if m.id not in contest.members),
    )


def _about(rule: str, scope: Scope) -> bool:
    return (rule == _ACROSS) is (scope == "across")


def _trust(group: Duplication) -> tuple[Trust, str]:
    """Return how far a level can be trusted, and on what it rests."""
    if group.level == "product":
        return "strong", "they are the same product"
    if group.level == "capability":
        return "weak", "both say that they offer it, in a word of the inventory's own"
    if group.level == "function":
        return "weak", "an ESD function is wide: systems that share one often complement each other"
    if any(service.lgsl is not None for service in group.services):
        return "strong", "the same entry of the Local Government Services List"
    return "strong", "they support one and the same service"


def _groups(facts: Facts, wanted: Wanted, taken: set[str]) -> Iterable[Group]:
    for found in facts.subjects("duplication"):
        organisations = [key for key in found.organisations if key is not None]
        if found.id in taken or not wants(wanted, found, organisations):
            continue
        members = tuple((member.id, member.name) for member in found.members)
        trust, _ = _trust(found)
        standing = standing_of(found)
        missing = _missing(found) if standing == "unknown" else ()
        yield Group(found.id, found.level, found.key, found.name, trust, standing, members, missing)


def _missing(group: Duplication) -> tuple[str, ...]:
    """Return the fields that would tell whether the members compete."""
    fields = [name for name in _TELLING if name in _OF_LEVEL.get(group.level, _TELLING)]
    return tuple(name for name in fields if any(getattr(m, name) is None for m in group.members))


def _twins(facts: Facts, wanted: Wanted, verdicts: Verdicts) -> Iterable[Twins]:
    if wanted.level or wanted.service or wanted.function:
        return
    for key, others in sorted(facts.column("application.probable_twins").items()):
        record = facts.estate.get(key)
        if not others or not isinstance(record, Application):
            continue
        councils = {o for each in (record, *others) for o in each.organisation or ()}
        if wanted.organisation not in {None, *councils}:
            continue
        accepted = next((v for v in verdicts.get(key, ()) if v.status == _APART), None)
        named = tuple((other.id, other.name) for other in others)
        exception, until = (accepted.exception, accepted.until) if accepted else (None, None)
        yield Twins(key, record.name, named, exception, until)


def _totals(facts: Facts, candidates: Iterable[Candidate]) -> Totals:
    standing = [each for each in candidates if not each.accepted]
    systems: dict[str, Member] = {m.id: m for each in standing for m in each.members}
    costs = [m.known_cost for m in systems.values()]
    known = [cost for cost in costs if cost is not None]
    kept = {each.survivor for each in standing}
    leavers = sorted({key for each in standing for key in each.leavers} - kept)
    near = {key for each in standing if each.scope == "organisation" for key in each.leavers}
    ending = [key for key in leavers if systems[key].projects]
    return Totals(
        candidates=len(standing),
        systems=len(systems),
        cost=sum(known, Decimal(0)) if known else None,
        unpriced=sum(bool(member.unknown_cost) for member in systems.values()),
        leavers=tuple(leavers),
        retirement=retirement_of(facts, leavers),
        within=retirement_of(facts, near - kept),
        planned=retirement_of(facts, ending),
    )


def _names(facts: Facts) -> Mapping[str, str]:
    found = facts.estate.of("organisation").values()
    return {each.id: each.name for each in found if isinstance(each, Organisation)}
