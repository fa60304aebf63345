"""A version belongs to the longest cycle that is a whole-component prefix of it, or to none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estate.lifecycle import Catalogue, Cycle, Product
from estate.lifecycle.versions import VersionIndex
from estate.lifecycle.wording import components


def index_of(*cycles: str, **fields: object) -> VersionIndex:
    product = Product("thing", "Thing", cycles=tuple(map(Cycle, cycles)), **fields)  # type: ignore[arg-type]
    return VersionIndex(product, {"standard", "edition"})


@pytest.mark.parametrize(
    ("cycles", "version", "outcome", "found"),
    [
        (["12.2", "12.1"], "12.2.0.1", "cycle", ["12.2"]),
        (["12"], "1", "none", []),
        (["1"], "12", "none", []),
        (["7"], "7.4", "cycle", ["7"]),
        (["12.2", "12.1"], "12", "ambiguous", ["12.2", "12.1"]),
        (["9.0"], "9", "ambiguous", ["9.0"]),
        (["13.0", "13.0-sp3"], "13.0", "cycle", ["13.0"]),
        (["13.0", "13.0-sp3"], "13.0-sp3", "cycle", ["13.0-sp3"]),
        (["13.0", "13.0-sp3"], "13.0.6300", "ambiguous", ["13.0", "13.0-sp3"]),
        (["2012", "2012-r2"], "2012 Standard", "cycle", ["2012"]),
        (["2012", "2012-r2"], "2012 R2 Standard Edition", "cycle", ["2012-r2"]),
        (["2", "2.568"], "2.500", "cycle", ["2"]),
        (["2", "2.568"], "2.568.1", "cycle", ["2.568"]),
        (["4.8", "4.8.1"], "4.8.04084", "cycle", ["4.8"]),
        (["11-24h2-e", "11-24h2-w"], "11 24H2", "ambiguous", ["11-24h2-e", "11-24h2-w"]),
        (["10.2", "10.1", "9"], "10.3", "none", ["10.2", "10.1"]),
        (["1"], "Thing 1.5", "cycle", ["1"]),
        (["1"], "Thing 2", "none", []),
        (["9.0", "9-0"], "9.0", "cycle", ["9.0"]),
        (["9.0", "9-0"], "9.0.1", "ambiguous", ["9.0", "9-0"]),
        (["1"], "", "none", []),
        ([], "1", "none", []),
    ],
)
def test_reading(cycles: list[str], version: str, outcome: str, found: list[str]) -> None:
    reading = index_of(*cycles).read(version)
    assert (reading.outcome, list(reading.found)) == (outcome, found)


def test_a_name_leads_to_its_cycle_and_the_rest_goes_on() -> None:
    index = index_of("14.0", "13.0-sp3", version_names=(("2017", ("14.0",)),))
    reading = index.read("2017 CU31")
    assert (reading.outcome, reading.found, reading.named) == ("cycle", ("14.0",), True)
    assert reading.parts == ("14", "0", "cu31")


def test_a_name_of_several_cycles_is_ambiguous() -> None:
    names = (("2016", ("13.0", "13.0-sp1")), ("2016-sp1", ("13.0-sp1",)))
    index = index_of("13.0-sp1", "13.0", version_names=names)
    assert index.read("2016").found == ("13.0-sp1", "13.0")
    assert index.read("2016 SP1").found == ("13.0-sp1",)
    assert index.read("2016 SP9").outcome == "ambiguous"


def test_a_name_that_implies_a_service_pack_denies_another() -> None:
    index = index_of("7-sp1", version_names=(("7", ("7-sp1",)),))
    assert index.read("7").outcome == "cycle"
    assert index.read("7 build 7600").outcome == "cycle"
    assert index.read("7 SP2").outcome == "ambiguous"


def test_a_name_of_another_product_leads_there_with_the_rest() -> None:
    index = index_of("10", version_names=(("2012", ("server@2012",)),))
    reading = index.read("2012 R2")
    assert (reading.outcome, reading.found) == ("elsewhere", ("server@2012 r2",))


def test_words_for_editions_go_to_the_end_as_marks() -> None:
    editions = (("enterprise", "e"), ("pro", "w"), ("domain", ""))
    index = index_of("11-24h2-e", "11-24h2-w", editions=editions)
    assert index.read("11 Enterprise 24H2").found == ("11-24h2-e",)
    assert index.read("Domain 11 24H2 Pro").found == ("11-24h2-w",)


def test_a_word_of_the_products_own_cycles_is_no_noise() -> None:
    index = index_of("1-standard", "1")
    assert index.read("1 Standard").found == ("1-standard",)


@pytest.mark.parametrize(
    ("text", "starts"), [("12", True), ("subscription", True), ("online", False), ("", False)]
)
def test_what_begins_as_a_version(text: str, starts: bool) -> None:  # noqa: FBT001 - a case's value
    assert index_of("subscription").starts(text) is starts


def test_exactly_is_one_cycle_in_other_spelling() -> None:
    index = index_of("2012-r2", "1", version_names=(("one", ("1",)), ("else", ("other@1",))))
    assert [index.exactly(text) for text in ("2012 R2", "one", "else", "2")] == [
        "2012-r2",
        "1",
        "",
        "",
    ]


_PARTS = st.lists(st.sampled_from(["1", "2", "10", "12", "r2", "sp1", "e"]), min_size=1, max_size=4)
_VERSIONS = _PARTS.map(".".join)


@given(st.sets(_VERSIONS, max_size=6), _VERSIONS)
def test_a_cycle_is_always_a_whole_component_prefix(cycles: set[str], version: str) -> None:
    reading = index_of(*sorted(cycles)).read(version)
    if reading.outcome == "cycle":
        key = components(reading.found[0])
        assert reading.parts[: len(key)] == key
        longer = [c for c in cycles if components(version)[: len(components(c))] == components(c)]
        assert all(len(components(cycle)) <= len(key) for cycle in longer)


@given(st.sets(_VERSIONS, max_size=6), _VERSIONS)
def test_what_is_found_is_there_and_several_are_never_one(cycles: set[str], version: str) -> None:
    reading = index_of(*sorted(cycles)).read(version)
    assert set(reading.found) <= cycles
    assert len(reading.found) == 1 or reading.outcome != "cycle"


@given(st.data())
def test_no_guess_in_the_whole_catalogue(catalogue: Catalogue, data: st.DataObject) -> None:
    product = catalogue.product(data.draw(st.sampled_from(catalogue.ids)))
    assert product is not None
    start = data.draw(st.sampled_from([cycle.id for cycle in product.cycles]))
    version = start + data.draw(st.sampled_from(["", ".1", ".0.7", " SP9", "9"]))
    reading = catalogue.reading(product, version)
    if reading.outcome == "cycle":
        key = components(reading.found[0])
        assert reading.parts[: len(key)] == key
        assert reading.named or components(version)[: len(key)] == key
