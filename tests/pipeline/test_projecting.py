"""An estate as the work plan will have made it, judged like any other."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from estate.errors import UsageError
from estate.findings import Place
from estate.pipeline import Loaded, Options, load_estate, run
from estate.pipeline.projecting import at

TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def loaded(example: Path) -> Loaded:
    """Return the example estate."""
    return load_estate(example)


def test_what_the_plan_sets_is_pointed_at_in_the_plan(loaded: Loaded) -> None:
    there = at(loaded, TODAY, date(2028, 11, 21)).inventory.places

    assert there[Place("cluster-dune", ("software", 0))].file == "inventory/projects.yaml"
    assert "vmware-esxi@9.1" in there[Place("cluster-dune", ("software", 0))].text
    assert "retire: revenues" in there[Place("revenues", ("status",))].text
    assert (
        there[Place("revenues", ("name",))] == loaded.inventory.places[Place("revenues", ("name",))]
    )
    assert set(there) == set(loaded.inventory.places)
    assert len(there) == len(loaded.inventory.places)
    assert there.get(Place("nowhere")) is None


@pytest.mark.no_cover
def test_every_finding_of_the_estate_to_be_stands_somewhere(loaded: Loaded) -> None:
    done = run(at(loaded, TODAY, date(2028, 3, 31)), Options(date(2028, 3, 31)))

    places = done.outcome.places
    assert all(f.place in places for f in done.outcome.findings if f.subject.kind != "estate")


@pytest.mark.no_cover
def test_today_nothing_has_changed_yet(loaded: Loaded) -> None:
    there = at(loaded, TODAY, TODAY)

    assert there.inventory.estate.sections == loaded.inventory.estate.sections
    now = run(loaded, Options(TODAY)).outcome
    assert run(there, Options(TODAY)).outcome.findings == now.findings


def test_a_day_before_today_is_refused(loaded: Loaded) -> None:
    with pytest.raises(UsageError, match=r"--at 2026-11-20 is before 2026-11-21: .* --as-of"):
        at(loaded, TODAY, date(2026, 11, 20))
