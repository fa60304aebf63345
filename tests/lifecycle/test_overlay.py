"""What the inventory says lies over the catalogue, field by field."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estate.lifecycle import Catalogue, Cycle, LocalCycle, LocalProduct, Product
from estate.lifecycle.naming import Names, named

SOON = date(2027, 1, 1)
ACADEMY = LocalProduct(
    "academy-revenues",
    "Academy Revenues and Benefits",
    "Capita",
    ("academy", "pkg:generic/academy"),
    "contain",
    date(2028, 3, 31),
    "paid",
    {
        "2026.1": LocalCycle(date(2026, 2, 1), None, date(2028, 2, 1), date(2029, 2, 1), "a page"),
        "2025.2": LocalCycle(date(2025, 8, 1)),
    },
)


def test_nothing_laid_over_changes_nothing(catalogue: Catalogue) -> None:
    assert catalogue.laid_over([]) is catalogue


def test_what_the_catalogue_lacks_is_added(catalogue: Catalogue) -> None:
    laid = catalogue.laid_over([ACADEMY])
    product = laid.product("academy-revenues")
    assert product is not None
    assert (product.name, product.vendor) == ("Academy Revenues and Benefits", "Capita")
    assert (product.standard, product.withdrawn) == ("contain", date(2028, 3, 31))
    assert (product.extended, product.local) == ("paid", True)
    assert product.cycles == (
        Cycle(
            "2026.1", date(2026, 2, 1), None, date(2028, 2, 1), date(2029, 2, 1), source="a page"
        ),
        Cycle("2025.2", date(2025, 8, 1), source="inventory"),
    )
    assert catalogue.product("academy-revenues") is None
    assert "academy-revenues" in laid.ids
    assert laid.digest == catalogue.digest


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("academy-revenues@2026.1.3", "exact"),
        ("Academy 2026.1", "alias"),
        ("Capita Academy 2026.1", "alias"),
        ("Academy Revenues and Benefits 2026.1", "alias"),
        ("pkg:generic/academy@2026.1", "identifier"),
    ],
)
def test_a_local_product_matches_by_all_its_names(
    catalogue: Catalogue, text: str, outcome: str
) -> None:
    match = catalogue.laid_over([ACADEMY]).match(text)
    assert match.outcome == outcome
    assert match.cycle is not None
    assert match.cycle.id == "2026.1"


def test_a_known_product_keeps_what_the_inventory_leaves_out(catalogue: Catalogue) -> None:
    local = LocalProduct(
        "windows-server",
        standard="prohibited",
        cycles={"2012 R2": LocalCycle(support_ends=SOON, source="our contract")},
    )
    before = catalogue.product("windows-server")
    after = catalogue.laid_over([local]).product("windows-server")
    assert before is not None
    assert after is not None
    assert (after.name, after.standard, after.extended) == (before.name, "prohibited", "paid")
    assert len(after.cycles) == len(before.cycles)
    was, now = before.cycle("2012-r2"), after.cycle("2012-r2")
    assert was is not None
    assert now is not None
    assert (now.support_ends, now.source, now.as_of) == (SOON, "our contract", None)
    assert now.extended_support_ends == was.extended_support_ends
    assert now.released == was.released


@pytest.mark.parametrize(
    ("told", "source", "dated"),
    [
        (LocalCycle(), "endoflife.date", True),
        (LocalCycle(source="a page"), "a page", True),
        (LocalCycle(extended_support_ends=False), "inventory", True),
        (LocalCycle(support_ends=False), "inventory", False),
    ],
)
def test_whoever_says_the_dates_is_the_source(
    catalogue: Catalogue,
    told: LocalCycle,
    source: str,
    dated: bool,  # noqa: FBT001 - a case's value
) -> None:
    laid = catalogue.laid_over([LocalProduct("php", cycles={"8.1": told})])
    cycle = laid.match("php", "8.1").cycle
    assert cycle is not None
    assert (cycle.source, cycle.as_of is not None) == (source, dated)


def test_a_version_by_its_name_is_the_cycle_meant(catalogue: Catalogue) -> None:
    local = LocalProduct("mssqlserver", cycles={"2017": LocalCycle(support_ends=SOON)})
    laid = catalogue.laid_over([local])
    cycle = laid.match("SQL Server 2017").cycle
    assert cycle is not None
    assert (cycle.id, cycle.support_ends) == ("14.0", SOON)


def test_a_local_id_that_is_another_name_speaks_of_that_product(catalogue: Catalogue) -> None:
    laid = catalogue.laid_over([LocalProduct("esxi", standard="contain")])
    for text in ("esxi@7.0", "vmware-esxi@7.0", "VMware ESXi 7.0 U3"):
        match = laid.match(text)
        assert match.product is not None
        assert (match.product.id, match.product.standard) == ("vmware-esxi", "contain")
        assert match.cycle is not None


def test_a_local_id_with_an_ambiguous_name_is_its_own_product(catalogue: Catalogue) -> None:
    laid = catalogue.laid_over([LocalProduct("java", cycles={"8": LocalCycle()})])
    match = laid.match("java@8")
    assert match.product is not None
    assert (match.product.id, match.product.local) == ("java", True)


def test_local_names_come_before_the_catalogues(catalogue: Catalogue) -> None:
    laid = catalogue.laid_over(
        [LocalProduct("our-db", aliases=("Postgres",), cycles={"14": LocalCycle()})]
    )
    assert getattr(laid.match("Postgres 14").product, "id", "") == "our-db"
    assert getattr(laid.match("postgresql@14").product, "id", "") == "postgresql"


def test_two_local_products_that_claim_a_name_make_it_ambiguous(catalogue: Catalogue) -> None:
    laid = catalogue.laid_over(
        [LocalProduct("a", aliases=("it",)), LocalProduct("b", aliases=("it",))]
    )
    assert laid.match("it", "1").candidates == ("a", "b")


def test_extended_support_that_nobody_explains_is_paid(catalogue: Catalogue) -> None:
    cycles = {"1": LocalCycle(extended_support_ends=SOON)}
    laid = catalogue.laid_over([LocalProduct("ours", cycles=cycles), LocalProduct("other")])
    assert getattr(laid.product("ours"), "extended", "") == "paid"
    assert getattr(laid.product("other"), "extended", "") is None


def test_a_renamed_product_still_answers_to_its_name(made: Callable[..., Catalogue]) -> None:
    catalogue = made([Product("one", "Old", cycles=(Cycle("1"),))])
    laid = catalogue.laid_over([LocalProduct("one", "New")])
    assert [laid.match(text).outcome for text in ("Old 1", "New 1", "one 1", "one@1")] == [
        "alias",
        "alias",
        "alias",
        "exact",
    ]


def test_layers_lie_over_layers(made: Callable[..., Catalogue]) -> None:
    catalogue = made([named(Product("one", "One", cycles=(Cycle("1"),)), Names())])
    laid = catalogue.laid_over([LocalProduct("one", vendor="A", standard="contain")])
    again = laid.laid_over([LocalProduct("one", vendor="B"), LocalProduct("two")])
    product = again.product("one")
    assert product is not None
    assert (product.vendor, product.standard) == ("B", "contain")
    assert again.ids == ("one", "two")


_LOCALS = st.lists(
    st.builds(
        LocalProduct,
        st.sampled_from(["php", "ours", "esxi", "theirs"]),
        aliases=st.lists(st.sampled_from(["it", "that", "Postgres"]), max_size=2).map(tuple),
        cycles=st.dictionaries(
            st.sampled_from(["8.1", "7.0", "1"]), st.builds(LocalCycle, support_ends=st.booleans())
        ),
    ),
    max_size=4,
    unique_by=lambda local: local.id,
)


@given(_LOCALS, st.sampled_from(["it", "php@8.1.2", "esxi@7.0", "ours@1", "Postgres 14"]))
def test_the_order_of_local_products_changes_nothing(
    catalogue: Catalogue, locals_: list[LocalProduct], text: str
) -> None:
    one, other = catalogue.laid_over(locals_), catalogue.laid_over(locals_[::-1])
    assert one.match(text) == other.match(text)
    assert one.ids == other.ids
