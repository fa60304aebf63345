"""A rationalisation as JSON, `estate-duplicates/1`: the contract with other programs.

One candidate, group, pair or service a line. Money is per year; null is: not recorded. Plain ASCII,
as the findings are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Final

from estate.duplicates import (
    Candidate,
    Going,
    Group,
    Line,
    Match,
    Member,
    Rationalisation,
    Retirement,
    Row,
    Twins,
)
from estate.model.scalars import NEVER
from estate.report.findings_json import Json, document

__all__ = ["SCHEMA", "render"]

SCHEMA: Final = "estate-duplicates/1"
"""The name and version of the format."""


def render(found: Rationalisation) -> Iterator[str]:
    """Yield the document in pieces: a head, then one line for each thing."""
    head: dict[str, Json] = {
        "schema": SCHEMA,
        "estate": found.estate,
        "as_of": found.as_of.isoformat(),
        "tool": found.tool,
        "digest": found.digest,
        "currency": found.currency,
        "mid_point": found.mid_point,
        "only": dict(asdict(found.wanted)),
        "plan": _planned(found),
        "totals": _totals(found),
    }
    yield from document(
        head,
        candidates=map(_candidate, found.candidates),
        groups=map(_group, found.groups),
        twins=map(_twins, found.twins),
        services=map(_service, found.matrix.rows),
    )


def _planned(found: Rationalisation) -> Json:
    plan = found.planned
    return {**asdict(plan), "since": plan.since.isoformat()} if plan else None


def _totals(found: Rationalisation) -> Json:
    totals = found.totals
    return {
        "candidates": totals.candidates,
        "accepted": len(found.accepted),
        "systems": totals.systems,
        "cost": _amount(totals.cost),
        "unpriced": totals.unpriced,
        "leavers": list(totals.leavers),
        "retirement": _retirement(totals.retirement),
        "saving_within": _amount(totals.within.saving),
        "planned_saving": _amount(totals.planned.saving),
    }


def _candidate(candidate: Candidate) -> dict[str, Json]:
    return {
        "id": candidate.id,
        "scope": candidate.scope,
        "organisations": list(candidate.organisations),
        "accepted": candidate.accepted,
        "matches": [_match(match) for match in candidate.matches],
        "survivor": candidate.survivor,
        "undecided": list(candidate.undecided),
        "reasons": list(candidate.reasons),
        "members": [_member(member) for member in candidate.members],
        "retirement": _retirement(candidate.retirement) if candidate.retirement else None,
    }


def _match(match: Match) -> Json:
    judged: list[Json] = [
        {
            "rule": each.rule,
            "status": each.status,
            "exception": each.exception,
            "until": _day(each.until),
        }
        for each in match.findings
    ]
    return {
        "id": match.id,
        "level": match.level,
        "key": match.key,
        "name": match.name,
        "trust": match.trust,
        "basis": match.basis,
        "services": list(match.services),
        "findings": judged,
        "others": [key for key, _ in match.others],
    }


def _member(member: Member) -> Json:
    quadrant = member.quadrant
    return {
        "id": member.id,
        "name": member.name,
        "organisations": list(member.organisations),
        "product": member.product,
        "version": member.version,
        "category": member.category,
        "hosting": member.hosting,
        "support": member.support,
        "support_note": member.support_note,
        "users": {"named": member.named, "active": member.active},
        "time": {
            "functional": quadrant.functional,
            "technical": quadrant.technical,
            "derived": quadrant.derived,
            "stated": quadrant.stated,
            "disagrees": quadrant.disagrees,
            "reason": quadrant.reason,
        },
        "status": member.status,
        "planned_end": _day(member.planned_end),
        "projects": [key for key, _ in member.projects],
        "services": [key for key, _ in member.services],
        "only_here": list(member.only),
        "cost": _amount(member.known_cost),
        "cost_unknown": list(member.unknown_cost),
        "cost_lines": [_line(line) for line in member.cost],
        "alone": _retirement(member.alone),
    }


def _line(line: Line) -> Json:
    return {
        "id": line.id,
        "kind": line.kind,
        "amount": _amount(line.amount),
        "whole": _amount(line.whole),
        "split": line.split,
        "note": line.note,
    }


def _retirement(retirement: Retirement) -> Json:
    return {
        "saving": _amount(retirement.saving),
        "unknown": list(retirement.unknown),
        "from": _day(retirement.begins),
        "steps": [
            {"when": when, "from": _day(day), "amount": _amount(amount)}
            for when, day, amount in retirement.steps
        ],
        "going": [_going(each) for each in retirement.going],
        "kept": [
            {"id": each.id, "kind": each.kind, "others": each.number} for each in retirement.kept
        ],
        "needed_by": [key for key, _, _ in retirement.needed_by],
    }


def _going(going: Going) -> Json:
    return {
        "id": going.id,
        "name": going.name,
        "kind": going.kind,
        "amount": _amount(going.amount),
        "when": going.when,
        "from": _day(going.begins),
        "reason": going.reason,
        "by": list(going.by),
        "paid_by": list(going.paid_by),
    }


def _group(group: Group) -> dict[str, Json]:
    return {
        "id": group.id,
        "level": group.level,
        "key": group.key,
        "name": group.name,
        "trust": group.trust,
        "standing": group.standing,
        "members": [key for key, _ in group.members],
        "missing": list(group.missing),
    }


def _twins(twins: Twins) -> dict[str, Json]:
    return {
        "id": twins.id,
        "name": twins.name,
        "others": [key for key, _ in twins.others],
        "exception": twins.accepted,
        "until": _day(twins.until),
    }


def _service(row: Row) -> dict[str, Json]:
    return {
        "id": row.id,
        "name": row.name,
        "organisations": list(row.organisations),
        "same_job_by": row.level,
        "key": row.key,
        "systems": {key: "competes" if mark else "supports" for key, mark in row.systems.items()},
    }


def _day(day: date | None) -> Json:
    return None if day is None or day == NEVER else day.isoformat()


def _amount(amount: Decimal | None) -> Json:
    return None if amount is None else float(amount)
