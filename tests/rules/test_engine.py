"""An estate judged: counts, findings with their places and facts, gaps, what is unknown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from tests.rules.little import LittleWorld, Record, application
from tests.rules.sheets import pack, rule

from estate.errors import Fault
from estate.findings import Finding, Place, Subject, Unknown, fingerprint
from estate.rules import Judge, Judgement, judge


def judged(
    world: LittleWorld,
    *,
    explain_unknown: bool = False,
    **fields: Any,  # noqa: ANN401 - fields of every type
) -> Judgement:
    rules = pack({"r": rule(**fields)}).rules.values()
    return judge(rules, world, explain_unknown=explain_unknown)


def one(world: LittleWorld, **fields: Any) -> Finding:  # noqa: ANN401 - fields of every type
    (finding,) = judged(world, **fields).findings
    return finding


def applications(*given: Record, **columns: dict[str, Any]) -> LittleWorld:
    named = {f"asset.{name}": column for name, column in columns.items()}
    return LittleWorld({"application": given}, named)


def test_every_subject_is_counted_once() -> None:
    world = applications(
        application("bad", mfa=False),
        application("good", mfa=True),
        application("silent"),
        application("gone", mfa=False),
        state={"bad": "live", "good": "retiring", "silent": "live", "gone": "retired"},
    )
    found = judged(world)
    (result,) = found.results
    counts = (result.population, result.failed, result.accepted, result.unknown, result.passed)
    assert counts == (3, 1, 0, 1, 1)
    assert (result.id, result.title, result.severity) == ("r", rule()["title"], "high")
    assert (result.kind, result.why, result.fix) == ("fault", "Passwords leak.", "Turn it on.")
    assert (result.authority, result.pack) == ((), "standard")
    assert [finding.subject.id for finding in found.findings] == ["bad"]
    assert found.unknown == ()
    everything = judged(world, population="all").results[0]
    assert (everything.population, everything.failed) == (4, 2)


def test_a_finding_says_who_where_and_why() -> None:
    bad = application("bad", mfa=False, owner="IT", until=date(2027, 1, 31))
    finding = one(
        applications(bad),
        when='not mfa and until < today + "12 months"',
        message="{name} of {owner} until {until}: {zone}, {tags}, {most} {{most}}",
        parameters={"most": "12 months"},
        evidence=["criticality", "owner"],
    )
    assert finding.subject == Subject("application", "bad", name="Bad")
    assert finding.fingerprint == fingerprint("r", finding.subject)
    assert (finding.rule, finding.severity, finding.kind) == ("r", "high", "fault")
    assert (finding.status, finding.exception) == ("open", None)
    assert finding.message == "Bad of IT until 2027-01-31: unknown, unknown, 1 year {most}"
    assert finding.place == Place("bad", ("mfa",))
    assert [(r.place, r.message) for r in finding.related] == [
        (Place("bad", ("until",)), "until: 2027-01-31")
    ]
    assert finding.facts == (
        ("criticality", "unknown"),
        ("mfa", "false"),
        ("owner", "IT"),
        ("until", "2027-01-31"),
    )
    assert finding.path == ()


def test_what_is_missing_has_no_place_but_the_record() -> None:
    finding = one(applications(application("bad")), when="missing(owner)", kind="gap")
    assert finding.place == Place("bad")
    assert finding.kind == "gap"
    assert finding.facts == (("owner", "unknown"),)


def test_a_derived_fact_has_no_place_either() -> None:
    finding = one(applications(application("bad")), when='state == "live"')
    assert finding.place == Place("bad")
    assert finding.facts == (("state", "live"),)


def test_nested_fields_and_fields_of_another_name_are_pointed_at() -> None:
    bad = application("bad", from_=date(2020, 1, 1), recovery=Record(rto=timedelta(hours=8)))
    finding = one(applications(bad), when='recovery.rto > "4h" and begins < today')
    assert finding.place == Place("bad", ("recovery", "rto"))
    assert [related.place for related in finding.related] == [Place("bad", ("from",))]
    late = Record(name="CE", expires=date(2026, 1, 1))
    certificates = (Record(name="ISO", expires=date(2027, 1, 1)), late)
    bad = application("bad", hosted_assessment=Record(certificates=certificates))
    text = "any(c.expires < today for c in hosted_assessment.certificates)"
    finding = one(applications(bad), when=text)
    assert finding.place == Place("bad", ("hosted_assessment", "certificates", 1, "expires"))
    assert finding.related == ()


def test_the_condition_of_a_where_is_a_reason_too_but_the_population_is_none() -> None:
    finding = one(applications(application("bad", mfa=False, zone="dmz")), where='zone == "dmz"')
    assert finding.facts == (("mfa", "false"), ("zone", "dmz"))
    assert finding.place == Place("bad", ("mfa",))


def test_an_installation_is_pointed_at_as_a_whole() -> None:
    bad = application("bad", exposure="internet")
    installed = Record(id="bad:oracle", asset=bad, version="12.2", patch_days=30)
    world = LittleWorld(
        {"installation": (installed,), "application": (bad,)},
        {"installation.support": {"bad:oracle": Record(status="ended", ended=date(2022, 3, 31))}},
    )
    finding = one(
        world,
        for_="installation",
        when='support.status == "ended" and asset.exposure == "internet" and patch_days > 14',
        message="{asset.name} {version} {support.ended}",
    )
    assert finding.place == Place("bad", ("software", 0))
    assert [(r.place, r.message) for r in finding.related] == [
        (Place("bad", ("exposure",)), "exposure: internet")
    ]
    assert finding.subject.detail == (("product", "oracle"), ("version", "12.2"))
    assert finding.message == "Bad 12.2 2022-03-31"


def test_witnesses_are_related() -> None:
    gone, old = application("gone"), application("old", owner="X")
    world = applications(
        application("bad", owner="X"),
        needs={"bad": (gone, old)},
        state={"bad": "live", "gone": "retired", "old": "live"},
    )
    finding = one(world, when='any(n.state == "retired" or n.owner == owner for n in needs)')
    assert [(r.place, r.message) for r in finding.related] == [
        (Place("old", ("owner",)), "owner (old): X"),
        (Place("gone"), "needs gone"),
    ]
    assert finding.place == Place("bad", ("owner",))


def test_what_is_derived_says_itself_where_it_stands() -> None:
    derived = Record(id="old:lock", place=Place("old", ("requires", 0)), owner="X")
    world = applications(application("bad"), needs={"bad": (derived,)})
    finding = one(world, when='any(n.owner == "X" for n in needs)')
    assert finding.place == Place("bad")
    assert [(r.place, r.message) for r in finding.related] == [
        (Place("old", ("requires", 0)), "owner (lock): X")
    ]
    finding = one(world, when='any(n.begins == "2026-01-01" or n.owner == "X" for n in needs)')
    assert len(finding.related) == 1


def test_a_record_that_stands_nowhere_is_not_pointed_at() -> None:
    bad = application("bad", recovery=Record(id="shared", rto=timedelta(hours=8)))
    finding = one(applications(bad), when='recovery.rto > "4h"')
    assert finding.place == Place("bad")
    assert finding.related == ()
    assert finding.facts == (("recovery.rto", "8h"),)


@pytest.mark.parametrize(
    ("trail", "trails", "expected"),
    [
        (Record(ids=("bad", "srv")), (), ("bad", "srv")),
        (None, (None, Record(ids=("bad", "host"))), ("bad", "host")),
        (None, None, ()),
        (None, (), ()),
    ],
)
def test_a_trail_is_the_path_of_the_finding(
    trail: object, trails: object, expected: tuple[str, ...]
) -> None:
    world = applications(
        application("bad", mfa=False), internet_path={"bad": trail}, trails={"bad": trails}
    )
    assert one(world, evidence=["owner", "internet_path", "trails"]).path == expected


def test_the_first_rung_that_certainly_holds_decides() -> None:
    ladder = [{"critical": "users.named > 100"}, {"medium": "missing(owner)"}, "low"]
    found = judged(
        applications(
            application("a", mfa=False, users=Record(named=200)),
            application("b", mfa=False, users=Record(named=2), owner="IT"),
            application("c", mfa=False),
        ),
        severity=ladder,
    )
    assert [(f.severity, f.subject.id) for f in found.findings] == [
        ("critical", "a"), ("medium", "c"), ("low", "b"),
    ]  # fmt: skip
    assert found.results[0].severity == "critical"


def test_an_unknown_subject_may_be_a_gap() -> None:
    world = applications(
        application("silent", zone="dmz"),
        application("nowhere"),
        application("bad", mfa=False, zone="dmz"),
    )
    where = 'zone == "dmz"'
    found = judged(world, unknown="gap", where=where, evidence="owner", explain_unknown=True)
    (result,) = found.results
    assert (result.population, result.failed, result.unknown) == (3, 2, 1)
    assert [(f.subject.id, f.kind) for f in found.findings] == [("bad", "fault"), ("silent", "gap")]
    gap = found.findings[1]
    assert gap.message == "Silent: mfa not recorded (Without multi-factor authentication)"
    assert gap.place == Place("silent")
    assert gap.facts == (("mfa", "unknown"), ("owner", "unknown"))
    assert [unknown.missing for unknown in found.unknown] == [("zone", "mfa")]


def test_a_gap_that_no_field_settles_says_so() -> None:
    world = applications(application("odd", users=Record(named=0, active=0)))
    finding = one(world, when="users.active / users.named > 0.5", unknown="gap")
    assert finding.message == "Odd: a fact not recorded (Without multi-factor authentication)"


def test_what_is_unknown_is_told_if_asked_for() -> None:
    world = applications(application("b"), application("a", mfa=False))
    found = judged(world, where='zone == "dmz" or mfa', explain_unknown=True)
    assert found.unknown == (
        Unknown("r", Subject("application", "a", name="A"), ("zone",)),
        Unknown("r", Subject("application", "b", name="B"), ("zone", "mfa")),
    )


def test_what_is_unknown_is_told_of_some_rules() -> None:
    rules = pack({"a": rule(), "b": rule()}).rules.values()
    world = applications(application("silent"))
    found = judge(rules, world, explain_unknown={"b"})
    assert [unknown.rule for unknown in found.unknown] == ["b"]
    assert [result.unknown for result in found.results] == [1, 1]


def test_a_rule_about_several_kinds_is_one_result() -> None:
    world = LittleWorld(
        {"application": (application("b"),), "server": (application("a"),)},
    )
    found = judged(world, for_=["application", "server"], when="missing(owner)")
    assert found.results[0].population == 2
    assert [finding.subject.kind for finding in found.findings] == ["server", "application"]


def test_findings_come_worst_first_and_rules_in_their_order() -> None:
    rules = pack({"z": rule(severity="low"), "a": rule(), "m": rule()}).rules.values()
    world = applications(application("two", mfa=False), application("one", mfa=False))
    found = judge(rules, world)
    assert [result.id for result in found.results] == ["z", "a", "m"]
    assert [(f.rule, f.subject.id) for f in found.findings] == [
        ("a", "one"), ("a", "two"), ("m", "one"), ("m", "two"), ("z", "one"), ("z", "two"),
    ]  # fmt: skip
    left = judge(rules, world, skip={"a", "z"})
    assert [result.id for result in left.results] == ["m"]


def test_only_facts_that_are_asked_for_are_derived() -> None:
    world = applications(application("a", mfa=True), state={"a": "live"})
    judged(world, evidence="effective_rto")
    assert world.asked == ["asset.state"]
    world = applications(state={"a": "live"})
    assert judged(world).results[0].population == 0
    assert world.asked == []


def test_a_judge_judges_any_number_of_worlds() -> None:
    ready = Judge(pack({"r": rule()}).running())
    first = ready.judge(applications(application("a", mfa=False)))
    second = ready.judge(applications(application("a", mfa=True)))
    assert [len(found.findings) for found in (first, second)] == [1, 0]
    assert [program.kind for program in ready.programs] == ["application"]


class Broken(LittleWorld):
    """A world whose subjects and facts crash."""

    def subjects(self, kind: str) -> Sequence[Any]:
        if kind == "server":
            raise ZeroDivisionError(kind)
        return super().subjects(kind)

    def column(self, name: str) -> Mapping[str, Any]:
        raise ZeroDivisionError(name)


def test_a_crash_is_a_fault_that_names_what_crashed() -> None:
    world = Broken({"application": (application("a", mfa=False),)})
    with pytest.raises(Fault, match=r"^fact asset.state: ZeroDivisionError: asset.state$"):
        judged(world)
    with pytest.raises(Fault, match=r"^the subjects of kind server: ZeroDivisionError: server$"):
        judged(world, for_="server", when="cores > 1")
    with pytest.raises(Fault, match=r"^rule r on application a: ZeroDivisionError: asset.state$"):
        judged(world, population="all", evidence="state")
