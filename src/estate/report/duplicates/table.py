"""A rationalisation as rows of a spreadsheet: a row for each member, or services by systems."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from estate.duplicates import Candidate, Member, Rationalisation
from estate.model.scalars import NEVER
from estate.report.csv import row
from estate.report.duplicates.words import Words, fate

__all__ = ["COLUMNS", "MATRIX", "matrix", "member_rows", "members"]

COLUMNS: Final = (
    "candidate", "accepted", "scope", "organisations", "matches", "levels", "trust", "system",
    "name", "fate", "product", "version", "cost", "cost_unknown", "users_named", "users_active",
    "fit_functional", "fit_technical", "time", "stated", "support", "hosting", "planned_end",
    "projects", "goes_with_it", "saving_alone", "saving", "saving_unknown", "saved_from", "reasons",
)  # fmt: skip
"""The names of the columns, which are the first row; the savings are those of the candidate."""

MATRIX: Final = ("service", "name", "organisations", "same_job_by", "key", "systems")
"""The names of the first columns of the matrix; each system that supports a service follows."""


def members(found: Rationalisation) -> Iterator[str]:
    """Yield a row for each member of each candidate, each with its line break."""
    yield row(COLUMNS)
    yield from map(row, member_rows(found))


def member_rows(found: Rationalisation) -> Iterator[tuple[str | Decimal, ...]]:
    """Yield the values of `COLUMNS` for each member of each candidate."""
    words = Words(found)
    for number, candidate in enumerate(found.candidates, 1):
        for member in candidate.members:
            yield _member(number, candidate, member, words)


def _member(
    number: int, candidate: Candidate, member: Member, words: Words
) -> tuple[str | Decimal, ...]:
    retirement, quadrant = candidate.retirement, member.quadrant
    with_it = [each.id for each in member.alone.going if each.id != member.id]
    return (
        Decimal(number),
        "yes" if candidate.accepted else "no",
        candidate.scope,
        "; ".join(candidate.organisations),
        "; ".join(match.name for match in candidate.matches),
        "; ".join(dict.fromkeys(match.level for match in candidate.matches)),
        "; ".join(dict.fromkeys(match.trust for match in candidate.matches)),
        member.id,
        member.name,
        fate(candidate, member),
        member.product or "",
        member.version or "",
        _number(member.known_cost),
        "; ".join(member.unknown_cost),
        _number(member.named),
        _number(member.active),
        _number(quadrant.functional),
        _number(quadrant.technical),
        quadrant.derived or "",
        quadrant.stated or "",
        member.support or "",
        member.hosting or "",
        str(member.planned_end) if member.planned_end and member.planned_end < NEVER else "",
        "; ".join(key for key, _ in member.projects),
        "; ".join(with_it),
        _number(member.alone.saving),
        _number(retirement.saving if retirement else None),
        "; ".join(retirement.unknown) if retirement else "",
        words.begins(retirement) if retirement else "",
        "; ".join(candidate.reasons),
    )


def matrix(found: Rationalisation) -> Iterator[str]:
    """Yield services by systems: `competes` where a system is a candidate there, or `supports`."""
    systems = [key for key, _ in found.matrix.systems]
    yield row((*MATRIX, *systems))
    marks = {True: "competes", False: "supports", None: ""}
    for each in found.matrix.rows:
        yield row(
            (
                each.id,
                each.name,
                "; ".join(each.organisations),
                each.level,
                each.key,
                Decimal(len(each.systems)),
                *(marks[each.systems.get(key)] for key in systems),
            )
        )


def _number(value: Decimal | int | None) -> Decimal | str:
    return "" if value is None else Decimal(value)
