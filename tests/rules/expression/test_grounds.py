"""What a condition rests on, and what it lacks, in the words of the inventory."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from tests.rules.little import DICTIONARY, LittleWorld, Record, application

from estate.facts.dictionary import Type
from estate.rules.expression import Scope, Vocabulary, check
from estate.rules.expression.gaps import Gaps
from estate.rules.expression.grounds import Grounds, Reasoner
from estate.rules.expression.interpret import Frame, Interpreter
from estate.rules.expression.track import Bindings
from estate.rules.expression.tree import Condition, Constant

PARAMETERS = {
    "days": Constant(90, Type("number"), "days", "90"),
    "zones": Constant(("dmz",), Type("text", many=True), "zones", ("dmz",)),
}
OLD = application("old", owner="IT", recovery=Record(rto=timedelta(hours=8)))
NEW = application("new", owner="HR")
COLUMNS: dict[str, dict[str, Any]] = {
    "asset.needs": {"one": (OLD, NEW, None), "two": (OLD, NEW), "old": (), "new": (OLD,)},
    "asset.state": {"one": "live", "two": "live", "old": "retired", "new": "live"},
    "asset.effective_rto": {"one": None, "old": None},
    "installation.support": {"i1": Record(status="ended"), "i2": Record()},
}
ONE = application(
    "one",
    owner="IT",
    mfa=False,
    tags=("a", "dmz"),
    zone="dmz",
    reviewed=date(2026, 1, 1),
    recovery=Record(rto=timedelta(hours=4)),
    users=Record(named=10, active=2),
    hosted_assessment=Record(
        certificates=(Record(name="ISO 27001", expires=date(2026, 1, 1)), Record(expires=None))
    ),
)
INSTALLED = Record(id="i1", asset=ONE, version="12")


def tree(text: str, kind: str) -> Condition:
    found, mistakes = check(text, Scope(Vocabulary(DICTIONARY), kind, PARAMETERS), where=True)
    assert found is not None, mistakes
    return found


def grounds(text: str, subject: Any = ONE, kind: str = "application") -> Grounds:  # noqa: ANN401 - any record
    reasoner = Reasoner(Interpreter(LittleWorld({}, COLUMNS)))
    at = Bindings(Frame(subject), kind)
    condition = tree(text, kind)
    truth = reasoner.interpreter.truth(condition, at.frame)
    assert truth is not None
    reasoner.rest(condition, at, holds=truth)
    return reasoner.grounds


def lacks(text: str, subject: Any, kind: str = "application") -> list[str]:  # noqa: ANN401 - any record
    gaps = Gaps(Interpreter(LittleWorld({}, COLUMNS)))
    gaps.find(tree(text, kind), Bindings(Frame(subject), kind))
    return list(gaps.fields)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('owner == "IT" and not mfa', {"owner": "IT", "mfa": False}),
        ('owner == "IT" or mfa', {"owner": "IT"}),
        ('owner == "HR" or mfa', {"owner": "IT", "mfa": False}),
        ('owner == "HR" and mfa', {"owner": "IT", "mfa": False}),
        ('owner == "HR" and not mfa', {"owner": "IT"}),
        ("missing(criticality)", {"criticality": None}),
        ("not missing(owner)", {"owner": "IT"}),
        ('today - reviewed > days * "1 day"', {"reviewed": date(2026, 1, 1), "days": 90}),
        ("begins <= today + policy.horizons[0]", {"begins": date.min, "policy.horizons[0]": "12m"}),
        ("zone in policy.internet_zones", {"zone": "dmz", "policy.internet_zones": "2"}),
        ("zone in zones", {"zone": "dmz", "zones": ("dmz",)}),
        ("any(z == zone for z in zones)", {"zones": ("dmz",), "zone": "dmz"}),
        ('any(n.state == "retired" for n in needs)', {"needs[old].state": "retired"}),
        ("any(n.owner == owner for n in needs)", {"needs[old].owner": "IT", "owner": "IT"}),
        ('any(t.startswith("d") for t in tags)', {"tags": ("dmz",)}),
        ("any(True for t in tags)", {"tags": ("a", "dmz")}),
        ('any(name == "One" for t in tags)', {"name": "One", "tags": ("a", "dmz")}),
        ('all(t != "x" for t in tags)', {"tags": ("a", "dmz")}),
        (
            "any(c.expires < today for c in hosted_assessment.certificates)",
            {"hosted_assessment.certificates[ISO 27001].expires": date(2026, 1, 1)},
        ),
        ("users.active / users.named < 0.5", {"users.active": 2, "users.named": 10}),
        ("len(tags) >= 2", {"tags": ("a", "dmz")}),
        (
            'count(n for n in needs if n.owner == "IT") >= 1',
            {"needs": "3", "needs[old].owner": "IT"},
        ),
        ('sum(1 for t in tags if t == "a") == 1', {"tags": ("a", "dmz")}),
        ('name.startswith("O")', {"name": "One"}),
        ("mfa == False", {"mfa": False}),
    ],
)  # fmt: skip
def test_what_a_condition_rests_on(text: str, expected: dict[str, object]) -> None:
    causes = {name: cause.value for name, cause in grounds(text).causes.items()}
    if "policy.horizons[0]" in causes:
        causes["policy.horizons[0]"] = "12m"
    for name in ("policy.internet_zones", "needs"):
        if isinstance(value := causes.get(name), tuple):
            causes[name] = str(len(value))
    assert causes == expected


def test_what_decides_over_a_whole_list_is_the_list_and_its_members() -> None:
    two = application("two")
    found = grounds('all(n.owner != "X" for n in needs)', two)
    assert list(found.causes) == ["needs", "needs[old].owner", "needs[new].owner"]
    assert found.witnesses == {}
    found = grounds('all(n.owner == "IT" for n in needs)', two)
    assert list(found.causes) == ["needs[new].owner"]
    assert list(found.witnesses) == ["needs[new]"]


def test_folding_rests_on_every_member_that_it_reads() -> None:
    found = grounds('max(n.recovery.rto for n in needs if n.owner == "IT") > "1h"', NEW)
    assert list(found.causes) == [
        "needs", "needs[old].owner", "needs[old].recovery.rto",
    ]  # fmt: skip
    found = grounds("sum(len(n.needs) for n in needs) == 0", NEW)
    assert list(found.causes) == ["needs", "needs[old].needs"]


def test_a_cause_knows_its_record_and_the_way_to_it() -> None:
    causes = grounds(
        'any(n.recovery.rto > "6h" for n in needs) and begins < today and state == "live"'
        " and any(c.expires < today for c in hosted_assessment.certificates)"
    ).causes
    rto = causes["needs[old].recovery.rto"]
    assert (rto.record, rto.kind, rto.fields) == (OLD, "asset", ("recovery", "rto"))
    begins = causes["begins"]
    assert (begins.record, begins.kind, begins.fields) == (ONE, "application", ("from",))
    assert causes["state"].fields == ()
    expires = causes["hosted_assessment.certificates[ISO 27001].expires"]
    assert expires.record is ONE
    assert expires.fields == ("hosted_assessment", "certificates", 0, "expires")


def test_what_follows_from_a_part_is_no_field_of_it() -> None:
    text = 'support.status == "ended" and asset.zone == "dmz"'
    causes = grounds(text, INSTALLED, "installation").causes
    assert causes["support.status"].fields == ()
    zone = causes["asset.zone"]
    assert (zone.record, zone.kind, zone.fields) == (ONE, "asset", ("zone",))


BARE = application("one")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mfa", ["mfa"]),
        ("mfa and True", ["mfa"]),
        ("mfa or owner == zone", ["mfa", "owner", "zone"]),
        ("not (mfa and begins > reviewed)", ["mfa", "reviewed"]),
        ("recovery.rto > recovery.rpo", ["recovery"]),
        ("missing(hosted_assessment.exit_plan)", ["hosted_assessment"]),
        ("missing(tags)", []),
        ('effective_rto > "4h"', ["recovery.rto"]),
        ('any(n.owner == "X" for n in needs)', ["needs"]),
        ('any(n.zone == "X" for n in needs)', ["needs", "needs[old].zone", "needs[new].zone"]),
        ('any(t == "x" for t in tags)', ["tags"]),
        ("len(tags) > 1", ["tags"]),
        ('max(n.recovery.rto for n in needs) > "4h"', ["needs", "needs[new].recovery"]),
        ('sum(1 for n in needs if n.owner == "IT") > 1', ["needs"]),
        ('"x" in tags', ["tags"]),
        ("owner.startswith(zone)", ["owner", "zone"]),
        ("users.named / 2 > 1", ["users"]),
        ("until > today + policy.horizons[9]", []),
    ],
)  # fmt: skip
def test_what_would_settle_a_condition(text: str, expected: list[str]) -> None:
    assert lacks(text, BARE) == expected


def test_an_unknown_member_of_a_parameter_is_none() -> None:
    assert lacks("any(z == zone for z in zones)", BARE) == ["zone"]


def test_what_is_settled_lacks_nothing() -> None:
    assert lacks('owner == "IT" or mfa', ONE) == []


def test_parts_name_what_settles_them() -> None:
    empty = Record(id="i2", asset=application("old"), patch_days=None, version=None)
    assert lacks('support.status == "ended"', empty, "installation") == ["version"]
    assert lacks('asset.effective_rto > "4h"', empty, "installation") == ["asset.recovery.rto"]
    assert lacks('asset.recovery.rto > "4h"', empty, "installation") == ["asset.recovery"]
    one = application("one", recovery=Record(), hosted_assessment=ONE.hosted_assessment)
    assert lacks('recovery.rto > "4h"', one) == ["recovery.rto"]
    assert lacks("all(c.expires > today for c in hosted_assessment.certificates)", one) == []
    assert lacks("any(c.expires > today for c in hosted_assessment.certificates)", one) == [
        "hosted_assessment.certificates[1].expires"
    ]


def test_an_unknown_part_of_a_list_names_the_record() -> None:
    one = application("one", hosted_assessment=Record(certificates=(None, Record(name="ISO"))))
    text = "any(c.expires < today for c in hosted_assessment.certificates)"
    assert lacks(text, one) == [
        "hosted_assessment.certificates",
        "hosted_assessment.certificates[1].expires",
    ]
