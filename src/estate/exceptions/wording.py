"""What an exception covers and plans, in words."""

from __future__ import annotations

from estate.exceptions.approvals import Grant
from estate.findings import Subject
from estate.model import Cover, Estate, RiskAcceptance
from estate.model.scalars import day_text


def covers_in_words(estate: Estate, record: RiskAcceptance) -> tuple[str, ...]:
    """Return each thing that an exception covers: `oracle-database 12.2 on Academy`."""
    return tuple(_cover(estate, cover) for cover in record.covers or ())


def subject_in_words(subject: Subject) -> str:
    """Return what was judged: `oracle-database 12.2 on Academy`."""
    name = subject.name or subject.id
    details = [", ".join(v) if isinstance(v, tuple) else v for _, v in subject.detail]
    if subject.kind == "installation":
        return f"{' '.join(part for part in details if part)} on {name}"
    return " ".join([name, *(f"({part})" for part in details if part)])


def _cover(estate: Estate, cover: Cover) -> str:
    name = called(estate, cover.asset or "")
    if cover.product or cover.version:
        software = " ".join(part for part in (cover.product, cover.version) if part)
        return f"{software} on {name}"
    if cover.targets or cover.relation:
        targets = ", ".join(called(estate, key) for key in cover.targets or ())
        return " ".join(part for part in (name, cover.relation, targets) if part)
    if cover.members:
        members = ", ".join(called(estate, key) for key in cover.members)
        return f"{name} ({members})" if name else members
    entry = cover.name or cover.year
    return f"{entry} of {name}" if entry else name


def called(estate: Estate, key: str) -> str:
    """Return a record's name, or its id where it has none or is not there."""
    entry = estate.get(key)
    return (entry.name if entry else "") or key


def plan_in_words(estate: Estate, record: RiskAcceptance) -> str:
    """Return what will be done about it: `treat: replace by 2027-02-28 (Revenues replacement)`."""
    plan = record.plan
    if plan is None:
        return record.treatment or ""
    parts = (
        f"{record.treatment}:" if record.treatment else "",
        plan.action or "action not stated",
        f"by {day_text(plan.target)}" if plan.target else "",
        f"({called(estate, plan.project)})" if plan.project else "",
    )
    return " ".join(part for part in parts if part)


def people_in_words(grant: Grant) -> str:
    """Return who accepted; of several, for whom each."""
    if len(grant.signings) == 1:
        return grant.signings[0].person
    return ", ".join(
        f"{each.person} ({each.organisation})" if each.organisation else each.person
        for each in grant.signings
        if each.person
    )


def role_in_words(role: str) -> str:
    """Return a role as people say it: `SIRO`, `enterprise architect`."""
    return "SIRO" if role == "siro" else role.replace("-", " ")
