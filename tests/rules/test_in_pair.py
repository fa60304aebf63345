"""Judged in two processes, an estate is judged as in one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from tests.rules.little import LittleWorld, Record, application
from tests.rules.sheets import pack, rule

from estate.errors import Fault
from estate.rules import judge


def record(kind: str, number: int) -> Record:
    mfa = {0: {"mfa": False}, 1: {"mfa": True}, 2: {}}[number % 3]
    return application(f"{kind}-{number}", **mfa)


class Broken(LittleWorld):
    """A world in which no kind of subject can be listed."""

    def subjects(self, kind: str) -> Sequence[Any]:
        raise ZeroDivisionError(kind)


def test_two_processes_judge_as_one() -> None:
    world = LittleWorld({"application": tuple(record("application", n) for n in range(60))})
    fields = {"for": ["application", "server"], "when": "missing(owner)", "population": "all"}
    rules = pack({"r": rule(), "s": rule(**fields)}).rules.values()

    alone = judge(rules, world, explain_unknown=True)
    assert judge(rules, world, explain_unknown=True, in_pair=True) == alone
    assert len(alone.findings) == 80
    assert len(alone.unknown) == 20


def test_the_first_fault_is_told_whoever_met_it() -> None:
    fields = {
        "for": ["server", "licence", "application"],
        "when": "missing(name)",
        "population": "all",
    }
    rules = pack({"s": rule(**fields)}).rules.values()

    with pytest.raises(Fault, match="the subjects of kind server"):
        judge(rules, Broken({}), in_pair=True)
