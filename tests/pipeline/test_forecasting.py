"""A forecast says of each day what judging that day says, and of the plan what it changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from estate.facts import DERIVED, KINDS, Facts, derive
from estate.facts.still import Still, resting_on
from estate.findings import Finding, Outcome
from estate.pipeline import Loaded, Options, load_estate, run
from estate.pipeline.forecasting import forecast
from estate.pipeline.projecting import at
from estate.plan.forecast import Forecast, Outlook

TODAY: Final = date(2026, 11, 21)
UNTIL: Final = date(2028, 3, 31)


@pytest.fixture(scope="module")
def loaded(example: Path) -> Loaded:
    """Return the example estate."""
    return load_estate(example)


@pytest.fixture(scope="module")
def found(loaded: Loaded) -> Forecast:
    """Return the forecast of the example, year by year."""
    return forecast(loaded, TODAY, UNTIL, "year")


def dated(loaded: Loaded, day: date) -> Facts:
    return derive(loaded.inventory.estate, day, loaded.catalogue, loaded.pack.dictionary)


def contents(value: object) -> object:
    return dict(value) if isinstance(value, Mapping) else value


def judged_of(found: Iterable[Finding]) -> list[tuple[object, ...]]:
    return [(f.fingerprint, f.rule, f.severity, f.kind, f.subject, f.status) for f in found]


def numbers(outlook: Outlook) -> tuple[int, ...]:
    counts = outlook.counts
    severities = (counts.critical, counts.high, counts.medium, counts.low, counts.info)
    risk = (outlook.unmanaged, outlook.services, outlook.unknown)
    return (*risk, outlook.accepted, *severities, outlook.undecided)


def told(outcome: Outcome) -> tuple[int, ...]:
    counts, risk = outcome.counts, outcome.unmanaged
    severities = (counts.critical, counts.high, counts.medium, counts.low, counts.info)
    headline = (risk.installations, risk.services, risk.unknown)
    return (*headline, counts.accepted, *severities, outcome.undecided)


@pytest.mark.no_cover
def test_without_the_plan_each_day_is_what_check_says_of_it(
    loaded: Loaded, found: Forecast
) -> None:
    for point in found.points:
        assert numbers(point.unplanned) == told(run(loaded, Options(point.day)).outcome)


@pytest.mark.no_cover
def test_with_the_plan_each_day_is_what_check_says_at_it(loaded: Loaded, found: Forecast) -> None:
    for point in found.points:
        done = run(at(loaded, TODAY, point.day), Options(point.day))
        assert numbers(point.planned) == told(done.outcome)


@pytest.mark.no_cover
def test_an_empty_plan_changes_nothing(copy: Path) -> None:
    (copy / "inventory" / "projects.yaml").write_text("projects: {}\n")
    for path in [copy / "inventory" / "exceptions.yaml"]:
        path.write_text(
            "\n".join(line for line in path.read_text().splitlines() if "project: prj" not in line)
            + "\n"
        )
    loaded = load_estate(copy)
    empty = forecast(loaded, TODAY, date(2027, 12, 31), "year")

    assert [point.planned for point in empty.points] == [p.unplanned for p in empty.points]
    assert (empty.refused, empty.unsure, empty.last_change) == (0, 0, None)
    assert {point.applied for point in empty.points} == {0}


def test_the_days_and_the_plan_are_counted(found: Forecast) -> None:
    assert [point.day for point in found.points] == [TODAY, date(2027, 3, 31), UNTIL]
    assert [point.applied for point in found.points] == [0, 32, 59]
    assert (found.refused, found.unsure) == (1, 0)
    assert found.last_change == date(2028, 2, 29)


def test_the_plan_helps(found: Forecast) -> None:
    last = found.points[-1]

    assert last.planned.unmanaged < last.unplanned.unmanaged
    assert found.points[0].planned == found.points[0].unplanned


def test_the_replacement_arrives_after_its_acceptance_ends(found: Forecast) -> None:
    lapses = {lapse.id: lapse for lapse in found.lapses}

    revenues = lapses["ex-2026-014"]
    assert (revenues.on, revenues.delivers) == (date(2027, 3, 31), date(2027, 8, 31))
    assert (revenues.days, revenues.projects) == (153, ("prj-revenues",))
    # Its project is merely proposed: nothing in the plan takes the libraries' system away.
    assert lapses["ex-2026-009"].delivers is None
    # The maps' database is upgraded in time.
    assert "ex-2026-016" not in lapses


def test_the_closing_site_and_the_moment_to_downsize_are_told(found: Forecast) -> None:
    closing = [due for due in found.dues if due.kind == "site"]

    assert [(due.id, due.on) for due in closing] == [("civic-centre", date(2028, 3, 31))]
    assert [moment.id for moment in found.moments] == ["san-saltern"]
    assert {due.id for due in found.dues if due.kind == "acceptance"} >= {"ex-2026-014"}
    assert list(found.dues) == sorted(found.dues, key=lambda due: due.on)


@pytest.mark.no_cover
@pytest.mark.parametrize("at_day", [None, UNTIL])
def test_to_count_is_to_tell_in_no_words(loaded: Loaded, at_day: date | None) -> None:
    estate = at(loaded, TODAY, at_day) if at_day else loaded
    told = run(estate, Options(UNTIL)).outcome
    counted = run(estate, Options(UNTIL, tell=False)).outcome

    assert judged_of(counted.findings) == judged_of(told.findings)
    assert counted.rules == told.rules
    assert counted.acceptances == told.acceptances
    assert counted.unmanaged == told.unmanaged
    about = {each.id for each in loaded.pack.about_exceptions()}
    assert {f.message for f in counted.findings if f.rule not in about} == {""}


@pytest.mark.no_cover
def test_every_fact_of_a_later_day_is_its_own(loaded: Loaded) -> None:
    """The law: on the example, which has everything, resting changes no fact and no subject."""
    now, twin = dated(loaded, date(2029, 6, 30)), dated(loaded, date(2029, 6, 30))
    still = Still(dated(loaded, date(2028, 6, 30)))
    assert still.holds(twin)
    resting = resting_on(still, twin)

    for kind in KINDS:
        known = [str(each) for each in now.subjects(kind.name)]
        assert [str(each) for each in resting.subjects(kind.name)] == known
    for entry in DERIVED:
        name = entry.fact.column
        assert contents(resting.column(name)) == contents(now.column(name)), name
