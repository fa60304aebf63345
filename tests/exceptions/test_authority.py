"""Who may accept: the person that the organisation lists for the role on that very day."""

from __future__ import annotations

import unicodedata
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.exceptions.estates import (
    JOINT,
    ORGANISATIONS,
    RULE,
    SERVERS,
    acceptance,
    joint,
    judged,
)

BEGINS, UNTIL = date(2024, 4, 1), date(2027, 3, 31)
DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))
BOUNDARIES = st.sampled_from([BEGINS, UNTIL]).flatmap(
    lambda day: st.sampled_from([day - timedelta(days=1), day, day + timedelta(days=1)])
)


@given(st.one_of(DAYS, BOUNDARIES))
def test_a_role_is_held_from_its_first_to_its_last_day(on: date) -> None:
    ends = on + timedelta(days=90)
    record = acceptance(
        accepted_on=on.isoformat(),
        expires=ends.isoformat(),
        review_by=ends.isoformat(),
        plan={"action": "replace", "project": "prj-1", "target": ends.isoformat()},
    )
    assert judged(record, on).counts is (BEGINS <= on <= UNTIL)


@pytest.mark.parametrize(
    "name",
    [
        "director of resources",
        "DIRECTOR OF RESOURCES",
        "Director of Resource",
        "Director of Resources.",
        "Director  of Resources",
        "Director of Resources\u200b",
        "\u200eDirector of Resources",
        "Direct\u043er of Resources",
        "Director of \uff32esources",
        "Director\u00a0of Resources",
        "Director of Resources, Director of Finance",
        "Director of Finance",
        "Chief Architect",
        "Head of ICT",
        "Interim Director",
        "Chief Officer",
        "siro",
        "marram",
    ],
)
def test_nobody_else_may_accept(name: str) -> None:
    found = judged(acceptance(accepted_by=name))
    assert (found.state, found.counts) == ("unauthorised", False)
    said = f"{name} did not hold the role of SIRO for Marram Borough Council on 2026-09-12"
    assert found.reasons == (said,)


@pytest.mark.parametrize(
    "name", [" Director of Resources", "Director of Resources \t", "\u00a0Director of Resources\n"]
)
def test_outer_blanks_make_nobody_else(name: str) -> None:
    assert judged(acceptance(accepted_by=name)).counts


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_one_name_written_in_two_ways_is_one_name(form: Any) -> None:  # noqa: ANN401 - a literal of unicodedata's
    roles = {"siro": [{"name": unicodedata.normalize("NFC", "Zoë Bé")}]}
    organisations = {"marram": {"name": "Marram", "roles": roles}}
    record = acceptance(accepted_by=unicodedata.normalize(form, "Zoë Bé"))
    assert judged(record, organisations=organisations).counts
    stranger = acceptance(accepted_by="Zoe Be")
    assert judged(stranger, organisations=organisations).state == "unauthorised"


def test_an_unnamed_holder_lets_nobody_in() -> None:
    organisations = {"marram": {"name": "Marram", "roles": {"siro": [{"name": ""}]}}}
    assert judged(acceptance(accepted_by=""), organisations=organisations).state == "incomplete"


@pytest.mark.parametrize("roles", [None, {}, {"siro": []}, {"enterprise-architect": []}])
def test_who_is_listed_nowhere_is_not_entitled(roles: object) -> None:
    marram = {"name": "Marram"} if roles is None else {"name": "Marram", "roles": roles}
    found = judged(acceptance(), organisations={"marram": marram})
    assert (found.state, found.counts) == ("unauthorised", False)
    assert ("lists no roles" in found.reasons[0]) is (roles is None)


def test_the_severity_of_what_is_found_decides_where_the_rule_is_silent() -> None:
    record = acceptance(rule="duplicate-system", covers=[{"members": ["srv-1", "srv-2"]}])
    assert "role of enterprise architect" in judged(record).reasons[0]


def test_the_role_of_another_organisation_does_not_help() -> None:
    record = acceptance(organisation="saltern", accepted_by="Director of Finance")
    found = judged(record)
    assert (found.state, found.reasons) == (
        "missing-joint",
        ("nobody has accepted it for Marram Borough Council",),
    )


@pytest.mark.parametrize("gone", [0, 1])
def test_every_organisation_that_shares_the_asset_must_accept(gone: int) -> None:
    lines = list(JOINT["approvals"])
    missing = lines.pop(gone)["organisation"]
    found = judged(joint(approvals=lines))
    assert (found.state, found.counts) == ("missing-joint", False)
    assert found.reasons == (f"nobody has accepted it for {ORGANISATIONS[missing]['name']}",)
    assert judged(joint()).counts


def test_one_signature_does_not_stand_for_two_organisations() -> None:
    shared_title = [{"name": "Director of Finance"}]
    organisations = {
        key: {"name": key, "roles": {"siro": shared_title}} for key in ("marram", "saltern")
    }
    lone = joint(approvals=..., accepted_by="Director of Finance", accepted_on="2026-09-12")
    found = judged(lone, organisations=organisations)
    assert (found.state, found.reasons) == (
        "missing-joint",
        ("nobody has accepted it for saltern",),
    )


def test_who_signs_for_several_and_holds_the_role_for_none_is_named_so() -> None:
    found = judged(joint(approvals=..., accepted_by="Mayor", accepted_on="2026-09-12"))
    assert found.state == "unauthorised"
    assert found.reasons[0] == (
        "Mayor did not hold the role of SIRO for Marram Borough Council or Saltern District "
        "Council on 2026-09-12"
    )


def test_beside_approvals_a_name_for_the_whole_stands_for_nobody() -> None:
    lines = JOINT["approvals"][1:]
    record = joint(approvals=lines, accepted_by="Director of Resources", accepted_on="2026-09-12")
    assert judged(record).state == "missing-joint"


def test_an_approval_without_the_role_is_not_excused_by_the_others() -> None:
    extra = {"organisation": "dune", "by": "Director of Resources", "on": "2026-09-12"}
    found = judged(joint(approvals=[*JOINT["approvals"], extra]))
    assert found.state == "unauthorised"


@pytest.mark.parametrize("nested", [False, True])
def test_a_shared_service_stands_for_its_members(nested: bool) -> None:  # noqa: FBT001 - a parameter of the test
    organisations = dict(ORGANISATIONS)
    if nested:
        inner = {"name": "Inner", "type": "shared-service", "members": ["saltern", "dune"]}
        outer = {**organisations["dune"], "members": ["marram", "inner"]}
        organisations.update(inner=inner, dune=outer)
    covers = [{"asset": "srv-3", "product": "old-db", "version": "12.2"}]
    service = acceptance(covers=covers, organisation="dune", accepted_by="Head of ICT")
    found = judged(service, organisations=organisations)
    assert found.reasons == (
        "nobody has accepted it for Marram Borough Council",
        "nobody has accepted it for Saltern District Council",
    )
    assert judged(joint(covers=covers), organisations=organisations).counts


def test_a_shared_service_that_names_no_members_leaves_it_open_who_must_accept() -> None:
    dune = {"name": "Dune", "type": "shared-service", "roles": ORGANISATIONS["dune"]["roles"]}
    covers = [{"asset": "srv-3", "product": "old-db", "version": "12.2"}]
    record = acceptance(covers=covers, organisation="dune", accepted_by="Head of ICT")
    found = judged(record, organisations={"dune": dune})
    assert found.state == "missing-joint"
    assert "whose Dune is" in found.reasons[0]


def test_an_asset_of_nobody_leaves_it_open_who_must_accept() -> None:
    covers = [{"asset": "srv-4", "product": "old-db", "version": "12.2"}]
    found = judged(acceptance(covers=covers))
    assert (found.state, found.counts) == ("missing-joint", False)
    assert "whose SRV4 is" in found.reasons[0]


def test_all_that_is_covered_counts_for_who_must_accept() -> None:
    covers = [*acceptance()["covers"], *JOINT["covers"]]
    found = judged(acceptance(covers=covers))
    assert found.reasons == ("nobody has accepted it for Saltern District Council",)
    duplicates = acceptance(rule="duplicate-system", covers=[{"members": ["srv-1", "srv-2"]}])
    assert "nobody has accepted it for Saltern District Council" in judged(duplicates).reasons


def test_what_has_no_organisation_is_accepted_for_the_record_own() -> None:
    suppliers = {"oracle": {"name": "Oracle"}}
    record = acceptance(covers=["oracle"])
    assert judged(record, suppliers=suppliers).reasons == ("it covers nothing that the rule finds",)
    for_dune = acceptance(covers=["oracle"], organisation="dune", accepted_by="Head of ICT")
    assert judged(for_dune, suppliers=suppliers).state == "missing-joint"
    organisation = acceptance(covers=["saltern"])
    assert judged(organisation).reasons[0] == "nobody has accepted it for Saltern District Council"


def test_what_is_gone_is_accepted_for_the_record_own() -> None:
    found = judged(acceptance(), servers={key: SERVERS[key] for key in ("srv-2",)})
    assert found.counts
    assert found.rule == RULE
