"""The decisions needed: each drawn from the records, none invented, the most urgent first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from tests.report.board.packs import AHEAD, DAY, basis, outlook, public, varied
from tests.report.html.sources import SMALL, example, small, source, with_outcome

from estate.findings import Acceptance, Place, Unmanaged
from estate.plan.forecast import Point as Ahead
from estate.report.board.basis import Basis
from estate.report.board.decided import Decision
from estate.report.board.decisions import KINDS, decided, decisions
from estate.report.board.document import Listing
from estate.report.board.of_budget import exceeded, renewals, unbudgeted
from estate.report.board.of_plan import collisions, late, proposals
from estate.report.board.of_risk import ending, lapsing, refused, reviews, uncovered, unknown
from estate.report.register.document import Prose

BARE = {"sites": {"a": {"name": "A"}}}


def asked(kind: Callable[[Basis], Decision | None], of: Basis) -> Decision:
    """Return a decision that must be there."""
    found = kind(of)
    assert found is not None
    return found


def accepting(**given: Any) -> Basis:  # noqa: ANN401 - any field of an acceptance
    """Return the small estate with one acceptance, in force unless something else is said."""
    usual: dict[str, Any] = {
        "id": "ex-9",
        "rule": "unsupported-software",
        "state": "valid",
        "counts": True,
        "reasons": (),
        "organisations": ("dune",),
        "covers": ("dune-db 12 on DB01",),
        "findings": (),
        "risk": "",
        "plan": "",
        "accepted_by": "Director",
        "accepted_on": DAY,
        "review_by": None,
        "expires": None,
        "place": Place("ex-9"),
        "role": "siro",
    }
    made = Acceptance(**{**usual, **given})
    return Basis(with_outcome(small(), replace(small().outcome, acceptances=(made,))), AHEAD)


def test_every_kind_stands_in_the_list_once() -> None:
    assert len(set(KINDS)) == len(KINDS) == 12


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_asked_where_nothing_is_recorded(
    kind: Callable[[Basis], Decision | None],
) -> None:
    assert kind(Basis(source(BARE))) is None


@pytest.mark.parametrize("kind", KINDS)
def test_the_example_is_asked_everything_in_whole_sentences(
    kind: Callable[[Basis], Decision | None],
) -> None:
    found = asked(kind, basis())
    for text in (found.asked, found.about, found.otherwise):
        assert text.endswith(".")
        assert "  " not in text
    assert ": " in found.whom
    assert 1 <= found.page <= 5


def test_the_most_urgent_come_first_and_those_without_a_day_last() -> None:
    days = [max(each.by, DAY) if each.by else date.max for each in decided(basis())]
    assert days == sorted(days)
    assert days[-1] == date.max


def test_they_are_numbered_and_say_by_when() -> None:
    page = decisions(basis())
    listing = page.parts[0][1][0]
    assert isinstance(listing, Listing)
    assert [row[0].value for row in listing.rows] == list(range(1, 13))
    assert page.lead == "12 decisions are needed, 6 of them today."
    assert {row[2].value for row in listing.rows[:6]} == {"Now"}
    assert listing.rows[-1][2].value == "No day recorded"
    assert listing.rows[0][1].note.startswith("Page 1: ")


def test_no_decision_is_no_proof_that_nothing_is_wrong() -> None:
    page = decisions(Basis(source(BARE)))
    assert page.lead == "Nothing that is recorded asks for a decision."
    said = page.parts[0][1][0]
    assert isinstance(said, Prose)
    assert "see what is unknown on page 1" in said.text


def test_uncovered_risks_are_asked_of_every_siro_that_shares_them() -> None:
    found = asked(uncovered, basis())
    assert found.asked.startswith("Upgrade, replace or accept 8 unsupported installations")
    assert found.whom == "SIRO: Marram Borough Council and Saltern District Council"
    assert found.otherwise == (
        "They stay unmanaged; the plan ends 3 of them, the last on 31 Aug 2027."
    )


def test_the_plan_may_end_all_of_a_risk_or_none() -> None:
    found = asked(uncovered, Basis(small()))
    assert found.otherwise == "It stays unmanaged; the plan ends it on 1 May 2027."
    bare = {**SMALL, "projects": {}}
    assert (
        "no change of the plan is known to end it"
        in asked(uncovered, Basis(source(bare))).otherwise
    )


def test_exceptions_that_do_not_count_are_asked_for_with_what_they_leave_open() -> None:
    found = asked(refused, basis())
    assert found.asked.startswith("Decide anew on 14 exceptions that do not count")
    assert found.otherwise == "14 findings stay open that they were to accept."
    alone = asked(refused, accepting(counts=False, state="expired"))
    assert alone.asked == "Decide anew on 1 exception that does not count."
    assert alone.otherwise == "It stays on file and accepts nothing."


def test_a_review_that_is_overdue_is_asked_for_by_its_day() -> None:
    found = asked(reviews, accepting(review_by=date(2026, 10, 1)))
    assert (found.by, found.about) == (date(2026, 10, 1), "ex-9.")
    assert reviews(accepting(review_by=date(2027, 10, 1))) is None


def test_what_lapses_before_the_plan_ends_it_is_asked_for_by_its_last_day() -> None:
    last = date(2027, 1, 31)
    found = asked(lapsing, accepting(last_day=last, action="replace"))
    assert found.by == last
    assert found.asked.startswith("End, or accept for longer, what 1 exception covers:")
    assert lapsing(accepting(last_day=date(2028, 1, 31))) is None
    assert lapsing(accepting(last_day=None)) is None


def test_software_that_is_to_lose_its_support_raises_the_headline() -> None:
    found = asked(ending, Basis(example(), AHEAD))
    assert found.by == date(2026, 11, 30)
    assert (
        found.otherwise == "Even with the plan, unmanaged risks rise from 21 to 26 by 31 Mar 2027."
    )
    assert "day after" in asked(ending, Basis(small())).otherwise


@pytest.mark.parametrize(
    ("then", "said"),
    [
        (0, "With the plan, unmanaged risks fall only from 1 to 0 by 31 Mar 2027."),
        (1, "With the plan, unmanaged risks stay at 1 until 31 Mar 2027."),
        (2, "Even with the plan, unmanaged risks rise from 1 to 2 by 31 Mar 2027."),
    ],
)
def test_the_headline_to_come_is_put_as_it_is(then: int, said: str) -> None:
    ahead = Ahead(date(2027, 3, 31), outlook(then), outlook(then), 0)
    contract = Basis(varied(servers={"srv-new": SMALL["servers"]["srv-new"]}), (ahead,))
    contract.until = date(2027, 12, 31)
    assert asked(ending, contract).otherwise == said


def test_the_unknown_bounds_the_headline() -> None:
    found = asked(unknown, basis())
    assert found.otherwise == "Nobody knows whether 21 risks are unmanaged, or up to 57."
    known = replace(small().outcome, unmanaged=Unmanaged(1, 1, 0))
    assert unknown(Basis(with_outcome(small(), known))) is None


def test_proposals_are_asked_for_before_they_begin() -> None:
    found = asked(proposals, basis())
    assert found.by == date(2027, 4, 1)
    assert found.about.endswith("; £157,000 in all.")
    assert found.otherwise == "3 dated changes and 1 budget line of theirs stay out of the plan."
    vague = {"prj-new": {"name": "New", "status": "proposed"}}
    bare = asked(proposals, Basis(varied(projects=vague)))
    assert (bare.by, bare.whom) == (None, "Owner not recorded: No organisation recorded")
    assert bare.about == "New; cost not recorded."
    some = {"prj-too": {"name": "Too", "status": "proposed", "cost": {"capital": 5}}}
    both = asked(proposals, Basis(varied(projects={**vague, **some})))
    assert both.about == "New and Too; £5 in all, of 1 not recorded."


def test_owners_of_projects_are_named_where_they_are_recorded() -> None:
    owned = {"prj-new": {"name": "New", "status": "proposed", "owner": "Head of IT"}}
    assert asked(proposals, Basis(varied(projects=owned))).whom.startswith("Head of IT: ")


def test_what_is_late_is_asked_about_with_what_still_hangs_on_it() -> None:
    found = asked(late, basis())
    assert found.by == date(2026, 8, 31)
    assert found.otherwise.startswith("Nothing on record says how they stand in 4 projects; 12")


def test_collisions_are_asked_about_before_they_begin() -> None:
    found = asked(collisions, basis())
    assert found.by == DAY
    assert found.otherwise.endswith("1 change cannot be made as planned.")


def test_money_that_is_missing_or_too_much_is_asked_for_with_its_amount() -> None:
    found = asked(unbudgeted, basis())
    assert found.by == date(2026, 12, 31)
    assert "£87,400 a year for 2 of them, of 2 the cost is not recorded" in found.otherwise
    over = asked(exceeded, basis())
    assert over.about.startswith("Saltern ICT of Saltern District Council is exceeded by £33,000")


def test_contracts_that_renew_themselves_soon_are_asked_about() -> None:
    def rolling(ends: date) -> Basis:
        contract = {
            "name": "Tax contract",
            "organisation": "dune",
            "ends": ends.isoformat(),
            "notice": "30 days",
            "auto_renews": True,
            "covers": ["tax"],
        }
        return Basis(varied(contracts={"con-tax": contract}))

    found = asked(renewals, rolling(DAY + timedelta(days=60)))
    assert found.asked == "Give notice on 1 contract, or let it renew."
    assert found.by == DAY + timedelta(days=30)
    assert renewals(rolling(DAY + timedelta(days=300))) is None


def test_a_copy_for_the_public_says_which_decisions_it_withholds() -> None:
    page = decisions(Basis(public(example()), AHEAD))
    listing = page.parts[0][1][0]
    assert isinstance(listing, Listing)
    assert "Withheld: what is asked about money" in listing.caption
    assert not any("money" in str(row[1].value) for row in listing.rows)
    found = asked(proposals, Basis(public(example()), AHEAD))
    assert found.about.endswith("; cost withheld.")
    assert found.otherwise == "3 dated changes of theirs stay out of the plan."
