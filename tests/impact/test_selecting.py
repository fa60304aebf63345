"""What is stopped when something is named."""

from __future__ import annotations

import pytest
from tests.facts.plain_estates import facts_of
from tests.impact.towns import TOWN, town

from estate.errors import UsageError
from estate.facts import Facts
from estate.impact import Selection, Wanted, impact_of, select


@pytest.fixture(scope="module")
def facts() -> Facts:
    return facts_of(TOWN)


def _noted(selection: Selection) -> dict[str, list[tuple[str, str]]]:
    return {note.title: [(e.id, said) for e, said in note.entries] for note in selection.notes}


def test_a_site_is_lost_with_the_lines_that_end_there(facts: Facts) -> None:
    found = select(facts, Wanted(sites=("hall",)))
    assert found.seeds == ("hall",)
    assert _noted(found) == {"Lines that end there": [("spare", ""), ("wan", "")]}
    assert select(facts, Wanted(ids=("hall",))) == found


def test_a_supplier_stops_what_it_runs_and_leaves_what_it_supplied(facts: Facts) -> None:
    found = select(facts, Wanted(suppliers=("kelp",)))
    assert found.seeds == ("crm", "maps")
    assert _noted(found) == {
        "Taken to stop": [("crm", "supplied by it")],
        "Go on without support": [("tax", "supplied by it"), ("two", "covered by con")],
    }
    assert found.aside == "2 things go on without its support, and 1 service stands on them"
    assert select(facts, Wanted(ids=("kelp",))) == found


def test_a_supplier_of_nothing_stops_nothing(facts: Facts) -> None:
    found = impact_of(facts, select(facts, Wanted(suppliers=("idle",))))
    assert (found.losses, found.recovery, found.chain) == ((), (), ())


def test_the_lines_of_a_supplier_stop(facts: Facts) -> None:
    assert select(facts, Wanted(suppliers=("telco",))).seeds == ("spare", "wan")


@pytest.mark.parametrize(("form", "stops"), [("managed", True), ("physical", False), (None, True)])
def test_a_server_is_run_by_its_supplier_where_it_is_managed_or_nobody_says(
    form: str | None,
    stops: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    fields = {"name": "X", "supplied_by": ["idle"], **({"form": form} if form else {})}
    found = select(facts_of(town(servers={"x": fields})), Wanted(suppliers=("idle",)))
    assert (found.seeds == ("x",)) is stops


def test_a_line_says_which_sites_it_cuts_off(facts: Facts) -> None:
    found = select(facts, Wanted(connections=("wan",)))
    assert found.seeds == ("wan",)
    assert _noted(found) == {
        "Sites with no other line": [("depot", "")],
        "Sites with another line": [("hall", "still has lift, spare")],
    }
    assert select(facts, Wanted(ids=("wan",))) == found


@pytest.mark.parametrize(
    ("text", "seeds"),
    [("dune-os", ("one", "two")), ("dune-os@1", ("one",)), ("dune-os@2", ("two",))],
)
def test_a_product_stops_every_installation(
    facts: Facts, text: str, seeds: tuple[str, ...]
) -> None:
    found = select(facts, Wanted(products=(text,)))
    assert found.seeds == seeds
    assert "Nothing stops on the day that support ends" in found.reads[0]


def test_a_product_of_the_inventory_may_be_named_as_an_id() -> None:
    facts = facts_of(town(products={"dune-os": {"name": "Dune OS"}}))
    assert select(facts, Wanted(ids=("dune-os",))).seeds == ("one", "two")


def test_several_are_one_failure(facts: Facts) -> None:
    wanted = Wanted(ids=("one", "one"), suppliers=("telco",), products=("dune-os@2",))
    found = select(facts, wanted)
    assert found.seeds == ("one", "spare", "two", "wan")
    assert found.named == "ONE (one), the supplier Telco (telco) and the product dune-os 2"


def test_what_is_not_in_use_stops_nothing(facts: Facts) -> None:
    found = impact_of(facts, select(facts, Wanted(ids=("later", "gone"))))
    assert not found.losses
    noted = _noted(found.selection)
    assert noted == {"Not in use": [("gone", "retired"), ("later", "planned")]}


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        (Wanted(), "nothing is named"),
        (Wanted(ids=("taxx",)), "no record is called 'taxx'; did you mean 'tax'?"),
        (Wanted(ids=("council",)), "did you mean 'council-tax'?"),
        (Wanted(ids=("zzzzzz",)), "no record is called 'zzzzzz'"),
        (Wanted(ids=("exit",)), "exit is a project, and cannot stop"),
        (Wanted(ids=("marram",)), "marram is an organisation, and cannot stop"),
        (Wanted(sites=("tax",)), "tax is an application, no site"),
        (Wanted(sites=("hal",)), "no site is called 'hal'; did you mean 'hall'?"),
        (Wanted(suppliers=("help",)), "no supplier is called 'help'; did you mean 'kelp'?"),
        (Wanted(connections=("wam",)), "no connection is called 'wam'; did you mean 'wan'?"),
        (Wanted(products=("dune-sos",)), "did you mean 'dune-os'?"),
        (Wanted(products=("dune-os@3",)), "dune-os is not installed as 3; there is 1, 2"),
    ],
)
def test_what_there_is_not_is_named_with_the_nearest(
    facts: Facts, wanted: Wanted, message: str
) -> None:
    with pytest.raises(UsageError) as raised:
        select(facts, wanted)
    assert message in raised.value.message
