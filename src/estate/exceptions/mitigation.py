"""Whether the graph bears out what a mitigation claims.

A claim of isolation, or of no route to the internet, is held against every chain of calls and flows
that leads from the internet to what is covered. Nothing in an inventory could contradict that
something is read-only.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from estate.facts import Facts
from estate.facts.reach import internet_path
from estate.findings import Control
from estate.model import RiskAcceptance
from estate.model.acceptances import Mitigation

__all__ = ["controls_of"]


def controls_of(
    facts: Facts, record: RiskAcceptance, covered: Iterable[str]
) -> tuple[Control, ...]:
    """Return the mitigations of a record, held against the graph; `covered` are asset ids."""
    things = tuple(covered)
    return tuple(_control(facts, each, things) for each in record.mitigation or ())


def _control(facts: Facts, stated: Mitigation, covered: tuple[str, ...]) -> Control:
    plain = Control(stated.control, stated.claims or "", stated.evidence or "", None)
    if not plain.checkable:
        return plain
    paths = [internet_path(facts, key) for key in covered]
    reached = min((p.ids for p in paths if p is not None and p.ids), key=_shortest, default=())
    if reached:
        return replace(plain, agrees=False, path=reached)
    return replace(plain, agrees=None if None in paths or not paths else True)


def _shortest(ids: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    return len(ids), ids
