"""Each day of an acceptance, held against the format's own sentence, written down once more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.exceptions.estates import (
    FOUND,
    ORGANISATIONS,
    TERMS,
    acceptance,
    estate_of,
    settle,
)

from estate.model import AcceptancePolicy, Policy
from estate.model.scalars import Term
from estate.model.types import NULL

FIRST = date(2026, 1, 1)
DAYS = st.integers(0, 300).map(lambda days: FIRST + timedelta(days=days))
SIRO = "Director of Resources"


@dataclass(frozen=True)
class Story:
    """What happens to an acceptance, by its days; None where it does not happen."""

    accepted: date
    expires: date
    target: date
    review: date
    role_from: date
    role_until: date
    extended: date | None
    extended_to: date
    withdrawn: date | None

    @property
    def days(self) -> list[date]:
        """Every day on which something begins or ends."""
        own = (getattr(self, name) for name in self.__dataclass_fields__)
        return [day for day in own if day is not None]


@st.composite
def stories(draw: st.DrawFn) -> Story:
    accepted = draw(DAYS)
    expires = accepted + timedelta(days=draw(st.integers(0, 120)))
    extended = draw(st.none() | st.integers(0, 130).map(lambda n: accepted + timedelta(days=n)))
    return Story(
        accepted=accepted,
        expires=expires,
        target=accepted + timedelta(days=draw(st.integers(0, 200))),
        review=accepted + timedelta(days=draw(st.integers(0, 200))),
        role_from=draw(st.just(FIRST) | DAYS),
        role_until=draw(st.just(date(2028, 1, 1)) | DAYS),
        extended=extended,
        extended_to=expires + timedelta(days=draw(st.integers(0, 100))),
        withdrawn=draw(st.none() | DAYS),
    )


def _state(story: Story, day: date) -> tuple[str, bool]:
    """Return the state, and whether its review is overdue, as the format has it."""
    extended = story.extended is not None and story.extended <= day
    on = story.extended if extended and story.extended else story.accepted
    last = min(story.extended_to if extended else story.expires, story.target)
    withdrawn = story.withdrawn is not None and story.withdrawn <= day
    due = min(story.review, Term(months=3).after(on))
    overdue = day > due and day <= last and not withdrawn
    if not story.role_from <= on <= story.role_until:
        return "unauthorised", overdue
    if day > last:
        return "expired", overdue
    if withdrawn:
        return "withdrawn", overdue
    if day < on:
        return "pending", overdue
    return ("expiring" if (last - day).days <= 30 else "valid"), overdue


def _record(story: Story) -> dict[str, object]:
    record = acceptance(
        accepted_on=story.accepted.isoformat(),
        expires=(story.extended_to if story.extended else story.expires).isoformat(),
        plan={"action": "replace", "project": "prj-1", "target": story.target.isoformat()},
        review_by=story.review.isoformat(),
    )
    if story.extended:
        record["extended"] = [
            {
                "from": story.expires.isoformat(),
                "to": story.extended_to.isoformat(),
                "on": story.extended.isoformat(),
                "accepted_by": SIRO,
            }
        ]
    if story.withdrawn:
        record["withdrawn"] = {"on": story.withdrawn.isoformat()}
    return record


@given(stories(), st.data())
@settings(max_examples=250)
def test_on_every_day_it_stands_as_the_format_says(story: Story, data: st.DataObject) -> None:
    edge = st.sampled_from(story.days).flatmap(
        lambda day: st.sampled_from([day + timedelta(days=n) for n in (-31, -30, -1, 0, 1)])
    )
    day = data.draw(edge | st.dates(FIRST - timedelta(days=40), date(2027, 12, 31)), "day")
    holder = {
        "name": SIRO,
        "from": story.role_from.isoformat(),
        "until": story.role_until.isoformat(),
    }
    marram = {**ORGANISATIONS["marram"], "roles": {"siro": [holder]}}
    policy = Policy(acceptance=AcceptancePolicy(review_within=Term(months=3)))
    estate = estate_of(
        policy,
        organisations={**ORGANISATIONS, "marram": marram},
        exceptions={"ex-1": _record(story)},
    )
    found = settle(FOUND, estate, day, TERMS, {})[1][0]
    state, overdue = _state(story, day)
    assert found.state == state
    assert found.counts is (state in {"valid", "expiring"})
    assert any(reason.startswith("its review was due") for reason in found.reasons) is overdue


@given(stories(), st.integers(0, 400))
@settings(max_examples=100)
def test_what_is_over_never_counts_again_by_itself(story: Story, later: int) -> None:
    """Time alone ends an acceptance; only somebody's act (here: an extension) begins one."""
    estate = estate_of(exceptions={"ex-1": _record(story)})
    days = [FIRST + timedelta(days=later + n) for n in range(3)]
    stand = [settle(FOUND, estate, day, TERMS, {})[1][0] for day in days]
    acts = {story.accepted, story.extended}
    for before, after, day in zip(stand, stand[1:], days[1:], strict=False):
        assert before.counts or not after.counts or day in acts


def test_null_days_are_no_days() -> None:
    for field in ("accepted_on", "expires"):
        estate = estate_of(exceptions={"ex-1": acceptance(**{field: NULL})})
        for day in (date.min, FIRST, date(2026, 11, 21), date(9999, 12, 31)):
            found = settle(FOUND, estate, day, TERMS, {})[1][0]
            assert not found.counts
