"""What a rule asks of its acceptance: roles by severity, and parts by name."""

from __future__ import annotations

from typing import Any

import pytest
from tests.exceptions.estates import JOINT, RULE, TERMS, acceptance, joint, judged

from estate.errors import Fault
from estate.exceptions import Terms
from estate.findings import SEVERITIES, Severity
from estate.model import NEEDS
from estate.model.types import NULL

SEVEN = ("accepted_by", "accepted_on", "risk", "mitigation", "treatment", "action", "target")


def test_unsupported_software_asks_for_all_seven_parts() -> None:
    assert set(SEVEN) <= set(TERMS[RULE].parts)
    assert TERMS[RULE].needs_plan


def test_seven_parts_by_name_are_the_same_as_the_short_form() -> None:
    assert Terms(severity="critical", needs=SEVEN).parts == TERMS[RULE].parts
    assert Terms(severity="critical", needs=SEVEN).needs_plan


def test_a_rule_that_asks_for_nothing_needs_no_plan() -> None:
    terms = Terms(severity="low")
    assert terms.parts == ("accepted_by", "accepted_on", "organisation", "covers")
    assert not terms.needs_plan
    assert not Terms(severity="low", needs=("target",)).needs_plan


def test_every_need_can_be_asked_for() -> None:
    assert Terms(severity="low", needs=tuple(NEEDS)).parts == tuple(n for n in NEEDS if n != "plan")


def test_a_need_unheard_of_is_a_fault_and_never_ignored() -> None:
    with pytest.raises(Fault, match="mitigations"):
        Terms(severity="low", needs=("mitigations",))


@pytest.mark.parametrize(
    ("severity", "role"),
    [
        ("critical", "siro"),
        ("high", "siro"),
        ("medium", "enterprise-architect"),
        ("low", "enterprise-architect"),
        ("info", "enterprise-architect"),
    ],
)
def test_where_a_rule_is_silent_severity_decides_who_accepts(severity: Severity, role: str) -> None:
    assert Terms(severity=severity).role_for([]) == role
    assert Terms(severity="high").role_for([severity, "info"]) == role
    assert Terms(severity=severity, role="head-of-ict").role_for(SEVERITIES) == "head-of-ict"


ABSENT: dict[str, list[Any]] = {
    "accepted_by": [{"accepted_by": ...}, {"accepted_by": " "}, {"accepted_by": NULL}],
    "accepted_on": [{"accepted_on": ...}, {"accepted_on": NULL}],
    "organisation": [{"organisation": ...}, {"organisation": NULL}, {"organisation": [""]}],
    "covers": [{"covers": ...}, {"covers": []}],
    "risk": [{"risk": ...}, {"risk": "  "}, {"risk": "\u200b"}, {"risk": "…"}, {"risk": NULL}],
    "mitigation": [{"mitigation": ...}, {"mitigation": NULL}, {"mitigation": [{"control": "-"}]}],
    "treatment": [{"treatment": ...}],
    "action": [{"plan": {"target": "2027-02-28"}}, {"plan": ...}],
    "target": [{"plan": {"action": "replace"}}, {"plan": ...}],
}
SAID = {
    "accepted_by": "nobody is named",
    "accepted_on": "on which day",
    "organisation": "for which organisation",
    "covers": "covers nothing",
    "risk": "no risk",
    "mitigation": "no mitigation",
    "treatment": "no treatment",
    "action": "no action",
    "target": "no target date",
}


@pytest.mark.parametrize(
    ("part", "changes"), [(part, each) for part, ways in ABSENT.items() for each in ways]
)
def test_any_missing_part_makes_it_incomplete(part: str, changes: dict[str, Any]) -> None:
    found = judged(acceptance(**changes))
    assert (found.state, found.counts) == ("incomplete", False)
    assert any(SAID[part] in reason for reason in found.reasons)


@pytest.mark.parametrize("line", [0, 1])
@pytest.mark.parametrize(
    "change", [{"by": ""}, {"on": NULL}, {"on": None}, {"organisation": ""}, {"by": "?"}]
)
def test_every_approval_names_its_person_day_and_organisation(
    line: int, change: dict[str, Any]
) -> None:
    lines: list[dict[str, Any]] = [dict(each) for each in JOINT["approvals"]]
    lines[line].update(change)
    lines[line] = {key: value for key, value in lines[line].items() if value is not None}
    assert judged(joint(approvals=lines)).state == "incomplete"


@pytest.mark.parametrize("gone", ["on", "accepted_by"])
def test_every_extension_names_its_person_and_day(gone: str) -> None:
    extension = {
        "from": "2026-12-31",
        "to": "2027-02-28",
        "on": "2026-11-01",
        "accepted_by": "Director of Resources",
    }
    assert judged(acceptance(extended=[extension])).counts
    del extension[gone]
    assert judged(acceptance(extended=[extension])).state == "incomplete"


FULL: dict[str, Any] = {
    "inherent": {"likelihood": 3, "impact": 4},
    "residual": {"likelihood": 1, "impact": 2},
    "requested_by": "Head of ICT",
    "requested_on": "2026-09-01",
    "review_by": "2027-01-01",
    "expires": "2027-02-28",
}
EVERYTHING = {RULE: Terms(severity="critical", needs=tuple(NEEDS))}


def test_a_record_may_hold_everything_that_can_be_asked_for() -> None:
    assert judged(acceptance(**FULL), terms=EVERYTHING).state == "valid"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"inherent": ...}, "the inherent risk is not stated"),
        ({"residual": ...}, "the residual risk is not stated"),
        ({"requested_by": ...}, "nobody is named who asked for it"),
        ({"requested_by": " "}, "nobody is named who asked for it"),
        ({"requested_on": ...}, "it does not say when it was asked for"),
        ({"requested_on": NULL}, "it does not say when it was asked for"),
        ({"review_by": ...}, "no review date is stated"),
        ({"review_by": NULL}, "no review date is stated"),
        ({"expires": ...}, "it has no expiry"),
    ],
)
def test_what_only_some_rules_ask_for(changes: dict[str, Any], said: str) -> None:
    found = judged(acceptance(**{**FULL, **changes}), terms=EVERYTHING)
    assert (found.state, found.reasons) == ("incomplete", (said,))
    assert judged(acceptance(**changes)).state != "incomplete"


def test_an_extension_gives_an_expiry() -> None:
    extension = {
        "from": "2026-12-31",
        "to": "2027-02-28",
        "on": "2026-11-01",
        "accepted_by": "Director of Resources",
    }
    record = acceptance(**{**FULL, "expires": ..., "extended": [extension]})
    assert judged(record, terms=EVERYTHING).state == "valid"
