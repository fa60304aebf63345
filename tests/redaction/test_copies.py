from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.facts.written import PRODUCTS, TODAY, WORDS, dune, facts_of
from tests.redaction.copies import public
from tests.report import stored_outcome

from estate.facts import Facts, derive
from estate.findings import Finding, Place, RuleResult, Subject, Unknown, fingerprint
from estate.findings.outcome import Counts
from estate.findings.trend import Bearing, Gap, Numbers, Point
from estate.pipeline import load_pack
from estate.pipeline.publishing import published_facts, published_past, published_trend
from estate.pipeline.showing import principles_of
from estate.redaction import WITHHELD, StandIns, public_facts, stand_ins_of
from estate.redaction.findings import findings_of, spoken, subject_of, unknown_of
from estate.report.html import Principle
from estate.report.trend import Trend

ESTATE = """
organisations: {dune: {name: Dune Council}, server-1: {name: Server 1 Ltd}}
services: {tax: {name: Council tax, directorate: Finance}, aid: {name: Help on srv-b2}}
applications:
  ledger:
    {name: Ledger, owner: Ann Other, zone: dmz, supports: [tax], runs_on: [srv-b2],
     product: odd-thing, version: "7.1"}
  other: {name: Other, software: []}
servers:
  srv-a1: {name: A1, software: [dune-db@12.2, dune-db@19, dune-os]}
  srv-b2: {name: B2, zone: dmz}
  srv-c3: {name: C3, zone: office}
products: {widget-3.1: {name: Widget 3.1}}
projects:
  prj-x: {name: X, status: live, team: [ops], milestones: [{name: Start, due: 2027-01-31}]}
"""


def _names() -> StandIns:
    return stand_ins_of(facts=[dune(ESTATE)])


def test_stand_ins_say_the_kind_and_hide_the_rest() -> None:
    names = _names()

    assert {names.id(key) for key in ("srv-a1", "srv-b2", "srv-c3")} == {
        "server-1",
        "server-2",
        "server-3",
    }
    assert names.name("srv-a1").startswith("Server ")
    assert names.id("nobody") == names.name("nobody")


def test_names_of_what_a_committee_decides_about_stay_unless_they_hold_a_secret() -> None:
    names = _names()

    assert (names.id("tax"), names.name("tax")) == ("tax", "Council tax")
    assert names.name("aid").startswith("Service ")
    assert names.name("widget-3.1").startswith("Product ")


def test_an_id_that_could_be_taken_for_a_stand_in_gets_one() -> None:
    names = _names()

    assert names.name("server-1") == "Server 1 Ltd"
    assert names.id("server-1").startswith("organisation-")


def test_one_thing_has_one_stand_in_whatever_else_is_there() -> None:
    every = _names()

    assert len(set(every.ids.values())) == len(every.ids)


def test_releases_of_one_family_on_one_thing_are_told_apart_by_number() -> None:
    facts, names = published_facts(dune(ESTATE))
    server = facts.estate.get(names.id("srv-a1"))

    found = [each for each in facts.subjects("installation") if each.asset is server]

    assert sorted(each.title for each in found) == [
        "Dune Database (version withheld, 1 of 2)",
        "Dune Database (version withheld, 2 of 2)",
        "Dune OS",
    ]


def test_what_no_catalogue_lists_is_free_text_and_not_shown() -> None:
    facts, _ = published_facts(dune(ESTATE))
    ids = {each.product_id for each in facts.subjects("installation")}

    assert any(key.startswith("software-") for key in ids)
    assert not any("odd" in key for key in ids)


def test_support_keeps_its_status_and_loses_its_days() -> None:
    true = dune(ESTATE)
    facts, _ = published_facts(true)

    def statuses(of: Facts) -> list[str]:
        return sorted(str(each.support.status) for each in of.subjects("installation"))

    assert statuses(facts) == statuses(true)
    assert {each.support.ends for each in facts.subjects("installation")} == {None}
    assert {each.support.ended for each in facts.subjects("installation")} == {None}


def test_what_is_recorded_is_withheld_and_what_is_not_stays_unknown() -> None:
    facts, names = published_facts(dune(ESTATE))
    ledger, other = (facts.estate.get(names.id(key)) for key in ("ledger", "other"))

    assert getattr(ledger, "owner", "") == WITHHELD
    assert getattr(other, "owner", "") is None


def test_groups_stay_groups() -> None:
    facts, names = published_facts(dune(ESTATE))
    zones = {key: getattr(facts.estate.get(names.id(key)), "zone", "") for key in
             ("ledger", "srv-b2", "srv-c3", "srv-a1")}  # fmt: skip

    assert zones["ledger"] == zones["srv-b2"] != zones["srv-c3"]
    assert zones["srv-a1"] is None


def test_a_public_estate_published_again_says_no_more() -> None:
    facts, _ = published_facts(dune(ESTATE))
    again, _ = published_facts(facts)

    assert len(again.estate) == len(facts.estate)
    assert again.graph.relations == facts.graph.relations


def test_the_facts_of_two_days_have_the_same_stand_ins() -> None:
    now = dune(ESTATE)
    then = derive(now.estate, date(2025, 1, 1), now.catalogue, WORDS)
    names = stand_ins_of(facts=[now, then])

    both = [public_facts(each, names).estate for each in (now, then)]

    assert [each.id for each in both[0]] == [each.id for each in both[1]]


def _finding(subject: Subject, rule: str = "missing-owner") -> Finding:
    return Finding(
        fingerprint=fingerprint(rule, subject),
        rule=rule,
        severity="high",
        kind="gap",
        subject=subject,
        message="secret words",
        place=Place(subject.id, ("owner",)),
        facts=(("asset.exposure", "internet"), ("asset.zone", "dmz"), ("version", "7.1"),
               ("asset.state", "odd"), ("closing[srv-a1].state", "live")),
    )  # fmt: skip


def _rule(pack: str = "standard") -> RuleResult:
    texts = {"title": "Nobody owns it", "why": "Why.", "fix": "Fix."}
    return RuleResult("missing-owner", severity="high", kind="gap", authority=(), pack=pack,
                      population=2, failed=2, accepted=0, unknown=0, passed=0, **texts)  # fmt: skip


def test_a_finding_is_told_by_its_rule_and_of_its_facts_the_plain_ones_stay() -> None:
    facts = dune(ESTATE)
    names = stand_ins_of(facts=[facts], standard=["missing-owner"])
    found = findings_of([_finding(Subject("server", "srv-a1"))], [_rule()], names)
    (made,) = found.values()

    assert made.message == f"Nobody owns it: {names.name('srv-a1')}"
    assert made.facts == (("asset.exposure", "internet"),)
    assert made.place == Place(names.id("srv-a1"))
    assert (made.related, made.caused_by) == ((), None)


def test_findings_whose_difference_is_withheld_keep_fingerprints_of_their_own() -> None:
    odd = [Subject("change", "prj-x", (("name", ""), ("detail", each))) for each in "ab"]
    found = findings_of(map(_finding, odd), [], stand_ins_of(facts=[dune(ESTATE)]))

    assert len({each.fingerprint for each in found.values()}) == len(odd)
    assert [dict(each.subject.detail)["which"] for each in found.values()] == ["1 of 2", "2 of 2"]


def test_rules_of_the_estate_are_counted_and_not_quoted() -> None:
    outcome = stored_outcome.stored()
    own = replace(outcome.rules[0], pack="rules", id="no-zeus", title="Zeus is old", why="Zeus.")
    made, _ = public(
        replace(outcome, rules=(*outcome.rules, own), not_run=(("no-hera", "as Hera says"),))
    )

    told = made.rules[-1]
    assert told.id.startswith("local-rule-")
    assert (told.title, told.why) == ("A rule of this estate", "")
    assert told.population == own.population
    assert made.not_run[0][0].startswith("local-rule-")
    assert made.not_run[0][1] == WITHHELD


def test_subjects_are_told_by_what_may_be_said_of_them() -> None:
    names = stand_ins_of(facts=[dune(ESTATE)])
    a, b = names.name("srv-a1"), names.name("srv-b2")
    told = {
        Subject("estate", "estate", name="Dune"): "",
        Subject("dependency", "srv-a1", (("targets", ("srv-b2",)), ("relation", "runs_on"))): (
            f"{a} and {b}"
        ),
        Subject("milestone", "prj-x", (("name", "Start"),)): "Milestone 1 of Project 1",
        Subject("budget_line", "prj-x", (("year", "2026-27"),)): "2026-27 of Project 1",
        Subject("budget_line", "prj-x", (("year", "never"),)): f"{WITHHELD} of Project 1",
        Subject("server", "srv-a1", (("relation", "odd"),)): a,
    }
    for subject, words in told.items():
        assert spoken(subject_of(subject, names), names) == words


def test_a_duplication_is_named_by_what_is_public_of_it() -> None:
    names = stand_ins_of(facts=[dune(ESTATE)])
    keys = ("service:lgsl-57", "service:tax", "capability:booking", "product:dune-db", "product:x")
    members = (("members", ("ledger", "other")),)

    made = [subject_of(Subject("duplication", key, members), names).id for key in keys]

    assert made == ["service:lgsl-57", "service:tax", "capability", "product:dune-db", "product"]


def test_missing_fields_are_told_without_their_records() -> None:
    names = stand_ins_of(facts=[dune(ESTATE)])
    missing = ("owner", "products[odd-thing].versions", "contracts[con-1].ends", "Odd Field!")
    unknown = unknown_of(Unknown("missing-owner", Subject("server", "srv-a1"), missing), names)

    assert unknown.missing == ("owner", "products.<id>.versions", "contracts.ends", "another field")


def test_a_trend_tells_of_the_principles_of_the_standard_rules_alone() -> None:
    (ours, *_) = principles_of(load_pack(None))
    own = Principle("own-1", "Principle 9", "Zeus comes first", ())
    bearing = (Bearing(ours.id, 1, 2, 0), Bearing(own.id, 1, 2, 0))
    found = Numbers(1, 2, 3, 4, 5, Counts(), 6, bearing)
    points = (Point(TODAY, "0123456789abcdef", found),)

    made = published_trend(Trend("Dune", "month", "0.1.0", TODAY, (ours, own), points))

    assert made.principles == (ours,)
    ((_, numbers),) = made.judged
    assert numbers == replace(found, principles=bearing[:1])


def test_a_trend_is_numbers_without_commits() -> None:
    points = (Point(date(2026, 11, 1), "0123456789abcdef", Gap()),)
    trend = Trend("Dune", "month", "0.1.0", TODAY, (), points)

    assert published_past(points) == (Point(date(2026, 11, 1), "", Gap()),)
    assert published_trend(trend).points[0].commit == ""
    assert published_trend(trend).estate == "Dune (copy for the public)"


def test_packages_of_distributions_are_named_without_them() -> None:
    facts, _ = published_facts(
        facts_of(
            PRODUCTS,
            'servers: {s: {name: S, software: ["pkg:deb/debian/openssl@3.0.11?distro=debian-12"]}}',
            real=True,
        )
    )
    (found,) = facts.subjects("installation")

    assert found.product_id == "openssl-debian"
    assert "12" not in repr(found)
