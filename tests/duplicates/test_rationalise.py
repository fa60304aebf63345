from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.duplicates.written import COUNCILS, MINE, THEIRS, only, outcome, rationalised, two
from tests.facts.written import PRODUCTS
from tests.report.stored_outcome import acceptance

from estate.duplicates import Wanted
from estate.errors import UsageError
from estate.findings import Finding, Place, Subject

GROUP = Subject("duplication", "service:lgsl-516", (("members", ("one", "two")),))


def finding(rule: str, subject: Subject = GROUP, *, accepted: bool = False) -> Finding:
    return Finding(
        fingerprint="0" * 20,
        rule=rule,
        severity="medium",
        kind="fault",
        subject=subject,
        message="",
        place=Place("one"),
        status="accepted" if accepted else "open",
        exception="ex-1" if accepted else None,
    )


UNTIL = date(2027, 7, 31)
EXCEPTION = replace(acceptance("ex-1", "active", counts=True), expires=UNTIL, last_day=None)


def apps(*fields: str) -> str:
    made = "".join(f"  a{n}: {{name: A{n}, {field}}}\n" for n, field in enumerate(fields, 1))
    return f"{COUNCILS}\napplications:\n{made}"


class TestAccepted:
    def test_a_candidate_is_accepted_with_all_its_findings_and_counts_in_no_total(self) -> None:
        judged = outcome((finding("duplicate-system", accepted=True),), (EXCEPTION,))
        found = rationalised(two(), judged=judged)
        assert (found.open, len(found.accepted), found.totals.candidates) == ((), 1, 0)
        (told,) = only(found).matches[0].findings
        assert (told.exception, told.until) == ("ex-1", UNTIL)

    def test_one_open_finding_leaves_it_open(self) -> None:
        again = finding("of-our-own")
        judged = outcome((finding("duplicate-system", accepted=True), again), (EXCEPTION,))
        assert not only(rationalised(two(), judged=judged)).accepted

    def test_without_a_finding_nothing_is_accepted(self) -> None:
        assert not only(rationalised(two())).accepted

    def test_what_is_accepted_across_organisations_is_not_accepted_within_one(self) -> None:
        judged = outcome((finding("cross-council-duplicate", accepted=True),), (EXCEPTION,))
        text = apps(f"product: x, {MINE}", f"product: y, {MINE}", f"product: z, {THEIRS}")
        found = rationalised(text, judged=judged)
        assert {each.scope: each.accepted for each in found.candidates} == {
            "organisation": False,
            "across": True,
        }


class TestMembers:
    def test_what_is_recorded_of_a_system_is_told(self) -> None:
        text = two(
            "version: '1', hosting: hosted, service_model: saas, users: {named: 9, active: 4},"
            " fit: {functional: 4, technical: 2}, disposition: invest, annual_cost: {revenue: 5}"
        )
        one = next(m for m in only(rationalised(text)).members if m.id == "one")
        assert (one.hosting, one.named, one.active) == ("hosted, saas", 9, 4)
        assert (one.quadrant.derived, one.quadrant.stated) == ("migrate", "invest")
        assert (one.known_cost, one.unknown_cost) == (Decimal(5), ())

    def test_what_is_not_recorded_is_unknown(self) -> None:
        one = next(m for m in only(rationalised(two())).members if m.id == "one")
        assert (one.hosting, one.users, one.support, one.known_cost) == (None, None, None, None)
        assert one.unknown_cost == ("one",)

    @pytest.mark.parametrize(
        ("fields", "support"),
        [
            ("product: dune-os, version: '3'", "supported"),
            ("product: dune-os, version: '1'", "ended"),
            ("product: dune-os, version: '3', runs_on: [a]", "ended"),
            ("product: dune-os, version: '9'", None),
            ("product: dune-os, service_model: saas", "supported"),
        ],
    )
    def test_support_is_the_worst_of_it_and_of_what_it_stands_on(
        self, fields: str, support: str | None
    ) -> None:
        text = apps(f"{fields}, {MINE}", f"product: y, {MINE}")
        text += "servers: {a: {name: A, software: [dune-os@1]}}\n"
        members = {m.id: m for m in only(rationalised(PRODUCTS, text)).members}
        assert members["a1"].support == support

    def test_the_project_that_ends_it_is_named(self) -> None:
        plan = (
            "projects: {prj: {name: Plan, status: live, changes: [{on: 2027-06-30, retire: two}]}}"
        )
        found = only(rationalised(two(more=plan)))
        assert (found.survivor, found.leavers) == ("one", ("two",))
        assert (found.members[1].planned_end, found.members[1].projects) == (
            date(2027, 6, 30),
            (("prj", "Plan"),),
        )

    def test_services_that_no_other_supports_are_told_by_the_job(self) -> None:
        text = apps(f"product: x, {MINE}", f"product: y, {THEIRS.replace(']', ', trees]')}")
        text = text.replace("services:", "services:\n  trees: {name: Trees, organisation: saltern}")
        found = {m.id: m for m in only(rationalised(text)).members}
        assert (found["a1"].only, found["a2"].only) == ((), ("trees",))


class TestTotals:
    TEXT = apps(
        f"product: x, annual_cost: {{revenue: 1}}, users: {{active: 9}}, {MINE}",
        f"product: y, annual_cost: {{revenue: 10}}, users: {{active: 5}}, {MINE}",
        f"product: z, annual_cost: {{revenue: 100}}, users: {{active: 99}}, {THEIRS}",
    )

    def test_a_system_that_some_candidate_keeps_is_saved_by_none(self) -> None:
        totals = rationalised(self.TEXT).totals
        assert (totals.candidates, totals.systems, totals.cost) == (2, 3, Decimal(111))
        assert (totals.leavers, totals.retirement.saving) == (("a2",), Decimal(10))
        assert totals.within.saving == Decimal(10)

    def test_candidates_come_by_saving_then_by_number(self) -> None:
        found = rationalised(self.TEXT)
        assert [each.scope for each in found.candidates] == ["across", "organisation"]
        assert [each.retirement.saving for each in found.candidates if each.retirement] == [11, 10]

    def test_a_contract_that_two_candidates_let_go_together_is_saved_once(self) -> None:
        services = "\n  trees: {name: Trees, organisation: marram, lgsl: 508}"
        trees = MINE.replace("planning", "trees")
        text = apps(
            f"product: x, users: {{active: 9}}, {MINE}",
            f"product: y, users: {{active: 1}}, covered_by: [con], {MINE}",
            f"product: v, users: {{active: 9}}, {trees}",
            f"product: w, users: {{active: 1}}, covered_by: [con], {trees}",
        ).replace("services:", f"services:{services}")
        text += "contracts: {con: {name: Con, value: 7}}\n"
        found = rationalised(text)
        assert [each.retirement and each.retirement.saving for each in found.candidates] == [
            None,
            None,
        ]
        assert found.totals.retirement.saving == Decimal(7)

    def test_an_empty_estate_has_nothing(self) -> None:
        found = rationalised("")
        assert (found.candidates, found.totals.cost, found.totals.retirement.going) == (
            (),
            None,
            (),
        )


class TestWanted:
    TEXT = TestTotals.TEXT + (
        "  b1: {name: B1, organisation: saltern, product: q}\n"
        "  b2: {name: B2, organisation: saltern, product: q}\n"
    )

    @pytest.mark.parametrize(
        ("wanted", "scopes"),
        [
            (Wanted(), ["across", "organisation", "organisation"]),
            (Wanted(level="product"), ["organisation"]),
            (Wanted(level="service"), ["across", "organisation"]),
            (Wanted(organisation="marram"), ["across", "organisation"]),
            (Wanted(service="planning"), ["across", "organisation"]),
            (Wanted(service="516"), ["across", "organisation"]),
            (Wanted(organisation="marram", level="product"), []),
        ],
    )
    def test_only_what_is_wanted_is_there(self, wanted: Wanted, scopes: list[str]) -> None:
        found = rationalised(self.TEXT, wanted=wanted)
        assert sorted(each.scope for each in found.candidates) == scopes

    def test_a_function_is_one_that_the_services_have(self) -> None:
        text = self.TEXT.replace("lgsl: 516", "lgsl: 516, function: 101")
        assert len(rationalised(text, wanted=Wanted(function="101")).candidates) == 2

    @pytest.mark.parametrize(
        ("wanted", "told"),
        [
            (Wanted(organisation="maram"), "no organisation 'maram' .*; did you mean 'marram'"),
            (Wanted(level="servce"), "no level 'servce' in the estate; did you mean 'service'"),
            (Wanted(service="plannning"), "no service 'plannning' .*; did you mean 'planning'"),
            (Wanted(function="7"), "no function '7' in the estate$"),
        ],
    )  # fmt: skip
    def test_what_the_estate_does_not_have_is_refused_with_the_nearest(
        self, wanted: Wanted, told: str
    ) -> None:
        with pytest.raises(UsageError, match=told):
            rationalised(self.TEXT, wanted=wanted)

    def test_what_is_wanted_is_told_in_words(self) -> None:
        assert Wanted(level="service", organisation="marram").words == (
            "organisation marram, level service"
        )


class TestBeside:
    def test_groups_without_a_candidate_are_kept_with_what_would_tell(self) -> None:
        mine = "organisation: marram, supports: [planning]"
        (group,) = rationalised(apps(f"{mine}, product: x", mine)).of("unknown")
        assert (group.id, group.missing) == ("service:lgsl-516", ("category", "product"))

    def test_a_weak_level_is_said_to_be_weak(self) -> None:
        mine = "organisation: marram, category: platform, capabilities: [forms], product: "
        match = only(rationalised(apps(f"{mine}x", f"{mine}y"))).matches[0]
        assert (match.level, match.trust) == ("capability", "weak")

    @pytest.mark.parametrize(
        ("services", "trust"),
        [("lgsl: 516", "strong"), ("function: 101", "weak"), ("public: true", "strong")],
    )
    def test_a_service_is_as_trustworthy_as_what_makes_it_the_same(
        self, services: str, trust: str
    ) -> None:
        text = two().replace("lgsl: 516", services)
        assert only(rationalised(text)).matches[0].trust == trust

    def test_twins_are_apart_and_may_be_accepted(self) -> None:
        text = "applications: {a: {name: Land gazetteer}, b: {name: Land gazeteer}}"
        (twins,) = rationalised(text).twins
        assert (twins.id, twins.others, twins.accepted) == ("a", (("b", "Land gazeteer"),), None)
        judged = outcome(
            (finding("probable-duplicate-record", Subject("application", "a"), accepted=True),),
            (EXCEPTION,),
        )
        (twins,) = rationalised(text, judged=judged).twins
        assert (twins.accepted, twins.until) == ("ex-1", UNTIL)
        assert rationalised(f"{text}\norganisations: {{marram: {{name: M}}}}",
                            wanted=Wanted(organisation="marram")).twins == ()  # fmt: skip
        assert rationalised(text, wanted=Wanted(level="product")).twins == ()

    def test_the_matrix_has_every_service_and_marks_who_competes(self) -> None:
        portal = "  portal: {name: Portal, category: corporate, supports: [planning]}\n"
        text = two().rstrip() + "\n" + portal
        found = rationalised(text)
        rows = {row.id: (row.level, row.key, dict(row.systems)) for row in found.matrix.rows}
        assert rows == {
            "planning": ("lgsl", "516", {"one": True, "portal": False, "two": True}),
            "planning-saltern": ("lgsl", "516", {}),
        }
        assert [key for key, _ in found.matrix.systems] == ["one", "portal", "two"]
        assert only(found).matches[0].others == (("portal", "Portal"),)
