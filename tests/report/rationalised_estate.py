"""A rationalisation of every kind of candidate, in which names are what somebody likes."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from tests.duplicates.written import outcome
from tests.facts.written import facts_of
from tests.report.stored_outcome import acceptance

from estate.duplicates import Rationalisation, Wanted, rationalise
from estate.findings import Finding, Place, Subject

_RIVAL = {"category": "line-of-business"}


NAME = "Name"


def rationalised(name: str = NAME, **told: object) -> Rationalisation:
    """Return a rationalisation in which `name` stands in every name; `told` is set in it."""
    made = replace(_plain(), **told)  # type: ignore[arg-type]
    return _renamed(made, name) if name != NAME else made


@cache
def _plain() -> Rationalisation:
    facts = facts_of(json.dumps(_estate(NAME)))
    subject = Subject("duplication", "product:same", (("members", ("same-a", "same-b")),))
    found = Finding("0" * 20, "scattered-product", "low", "fault", subject, "", Place("same-a"),
                    status="accepted", exception="ex-1")  # fmt: skip
    until = replace(
        acceptance("ex-1", "active", counts=True), expires=date(2027, 7, 31), last_day=None
    )
    judged = replace(outcome((found,), (until,)), estate=NAME)
    return rationalise(facts, judged, Wanted())


def _renamed(value: Any, name: str) -> Any:  # noqa: ANN401 - any part of it
    """Return a value with a name in place of ours, wherever ours stands in it."""
    if isinstance(value, str):
        return value.replace(NAME, name)
    if isinstance(value, tuple):
        return tuple(_renamed(each, name) for each in value)
    if isinstance(value, dict):
        return {key: _renamed(each, name) for key, each in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        parts = {each.name: _renamed(getattr(value, each.name), name) for each in fields(value)}
        return replace(value, **parts)
    return value


_Records = dict[str, dict[str, object]]


def _estate(name: str) -> dict[str, _Records]:
    return {
        "organisations": {"marram": {"name": name}, "saltern": {"name": name}},
        "services": {
            "planning": {"name": name, "organisation": "marram", "lgsl": 516},
            "planning-s": {"name": name, "organisation": "saltern", "lgsl": 516},
            "trees": {"name": name, "organisation": "marram", "function": 101},
        },
        "applications": _applications(name),
        "servers": {"srv": {"name": name, "hosted_on": ["host"]},
                    "host": {"name": name}, "other": {"name": name, "hosted_on": ["host"]}},
        "apis": {"api": {"name": name}},
        "contracts": {
            "con": {"name": name, "value": 3000},
            "con-two": {"name": name, "value": 70, "ends": "2027-03-31", "auto_renews": False},
        },
        "projects": {
            "prj": {"name": name, "status": "live",
                    "changes": [{"on": "2027-06-30", "retire": "two"}]},
        },
    }  # fmt: skip


def _applications(name: str) -> _Records:
    def app(organisation: str, **told: object) -> dict[str, object]:
        return {"name": name, "organisation": organisation, **told}

    return {
        "one": app(
            "marram", product=name + "1", supports=["planning"], **_RIVAL,
            fit={"functional": 4, "technical": 4}, disposition="eliminate",
            annual_cost={"revenue": 1000}, covered_by=["con"],
        ),
        "two": app(
            "marram", product=name + "2", supports=["planning", "trees"], **_RIVAL,
            fit={"functional": 1, "technical": 2}, annual_cost={"revenue": 500.5},
            covered_by=["con", "con-two"], runs_on=["srv"], users={"named": 9, "active": 4},
        ),
        "three": app(
            "saltern", product=name + "3", supports=["planning-s"], **_RIVAL,
            fit={"functional": 3}, users={"named": 3}, uses=["two"], provides=["api"],
        ),
        "same-a": app("saltern", product="same"),
        "same-b": app("saltern", product="same", disposition="migrate"),
        "same-c": app("saltern", product="same"),
        "twin-a": app("marram", capabilities=["maps"]),
        "twin-b": app("marram", capabilities=["maps"]),
        "tree-a": app("marram", supports=["trees"], category="corporate"),
    }  # fmt: skip
