"""An extension is a new approval: authority and expiry count from it, on its own day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.exceptions.estates import acceptance, joint, judged

from estate.model.types import NULL

FAR = {
    "plan": {"action": "replace", "project": "prj-1", "target": "2027-12-31"},
    "review_by": "2027-12-31",
}


def extension(**changes: object) -> dict[str, Any]:
    given = {
        "from": "2026-12-31",
        "to": "2027-02-28",
        "on": "2026-11-01",
        "reason": "Delay",
        "accepted_by": "Director of Resources",
    }
    return {**given, **changes}


@pytest.mark.parametrize("expires", ["2026-12-31", "2027-02-28", ...])
def test_the_latest_approval_gives_the_expiry(expires: object) -> None:
    record = acceptance(expires=expires, extended=[extension()], **FAR)
    assert judged(record, date(2027, 2, 28)).counts
    after = judged(record, date(2027, 3, 1))
    assert (after.state, after.expires) == ("expired", date(2027, 2, 28))


def test_an_expiry_that_nobody_approved_is_not_believed() -> None:
    record = acceptance(expires="2027-12-31", extended=[extension()], **FAR)
    assert judged(record, date(2027, 3, 1)).state == "expired"


@pytest.mark.parametrize(
    ("day", "expires"),
    [
        (date(2026, 10, 31), date(2026, 12, 31)),
        (date(2026, 11, 1), date(2027, 2, 28)),
        (date(2027, 1, 31), date(2027, 2, 28)),
        (date(2027, 2, 1), date(2027, 6, 30)),
    ],
)
def test_an_extension_holds_from_the_day_it_is_given(day: date, expires: date) -> None:
    later = extension(**{"from": "2027-02-28", "to": "2027-06-30", "on": "2027-02-01"})
    record = acceptance(expires="2027-06-30", extended=[later, extension()], **FAR)
    assert judged(record, day).expires == expires


def test_an_extension_moves_no_target() -> None:
    plan = {"action": "replace", "project": "prj-1", "target": "2026-12-31"}
    record = acceptance(extended=[extension()], plan=plan)
    assert judged(record, date(2027, 1, 1)).state == "expired"


def test_who_extends_must_hold_the_role_on_that_day() -> None:
    chief = extension(**{"from": "2027-02-28", "to": "2027-12-31", "accepted_by": "Chief Officer"})
    early = acceptance(extended=[{**chief, "on": "2027-03-31"}], **FAR)
    assert judged(early, date(2027, 4, 1)).reasons[0] == (
        "Chief Officer did not hold the role of SIRO for Marram Borough Council on 2027-03-31"
    )
    entitled = acceptance(extended=[{**chief, "on": "2027-04-01"}], **FAR)
    assert judged(entitled, date(2027, 4, 1)).counts
    assert judged(entitled, date(2027, 4, 1)).accepted_by == "Chief Officer"


def test_whoever_accepted_first_may_have_left_since() -> None:
    record = acceptance(
        accepted_by="Interim Director",
        accepted_on="2024-03-31",
        expires="2027-02-28",
        extended=[extension(**{"from": "2024-09-30"})],
        **FAR,
    )
    assert judged(record, date(2024, 4, 1)).counts
    assert judged(record).counts


def test_an_extension_by_nobody_entitled_ends_what_it_extends() -> None:
    record = acceptance(extended=[extension(accepted_by="Chief Architect")], **FAR)
    assert judged(record).state == "unauthorised"


def test_an_extension_to_never_is_open_ended() -> None:
    record = acceptance(extended=[extension(to=NULL)], **FAR)
    found = judged(record)
    assert (found.state, found.expires) == ("open-ended", None)


def test_a_joint_acceptance_is_extended_by_everybody() -> None:
    mine = extension()
    theirs = extension(accepted_by="Director of Finance", on="2026-11-05")
    alone = judged(joint(extended=[mine], **FAR))
    assert alone.reasons == ("nobody has accepted it for Saltern District Council",)
    twice = judged(joint(extended=[mine, mine], **FAR))
    assert "nobody has accepted it for Saltern District Council" in twice.reasons
    both = joint(extended=[mine, theirs], **FAR)
    assert judged(both).counts
    assert judged(both, date(2026, 11, 4)).expires == date(2026, 12, 31)
    assert judged(both, date(2026, 11, 5)).expires == date(2027, 2, 28)


def test_two_people_of_one_title_extend_for_one_organisation_each() -> None:
    roles = {"siro": [{"name": "Director of Finance"}]}
    organisations = {key: {"name": key, "roles": roles} for key in ("marram", "saltern")}
    lines = [
        {"organisation": key, "by": "Director of Finance", "on": "2026-09-12"}
        for key in organisations
    ]
    given = extension(accepted_by="Director of Finance")
    once, twice = (
        judged(joint(approvals=lines, extended=[given] * times, **FAR), organisations=organisations)
        for times in (1, 2)
    )
    assert once.reasons == ("nobody has accepted it for saltern",)
    assert twice.counts


def test_a_joint_record_of_one_header_is_joint_all_the_same() -> None:
    record = joint(organisation="marram", extended=[extension()], **FAR)
    assert judged(record).reasons == ("nobody has accepted it for Saltern District Council",)
