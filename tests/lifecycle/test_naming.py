"""Names kept by hand lie over what a source says."""

from __future__ import annotations

from datetime import date

import pytest

from estate.lifecycle import Cycle, Product
from estate.lifecycle.naming import (
    Names,
    bundled_names,
    identifier_table,
    name_table,
    named,
    stale_names,
)


def test_vendor_comes_from_tags_or_from_the_hand() -> None:
    names = Names(vendors={"acme": "Acme"}, products={"two": {"vendor": "Own"}})
    assert named(Product("one", "One", tags=("other", "acme")), names).vendor == "Acme"
    assert named(Product("two", "Two", tags=("acme",)), names).vendor == "Own"
    assert named(Product("three", "Three"), names).vendor == ""


@pytest.mark.parametrize(
    ("product_id", "ending", "how"),
    [
        ("known", None, "included"),
        ("other", date(2030, 1, 1), "paid"),
        ("other", False, "paid"),
        ("other", None, None),
    ],
)
def test_extended_support_is_paid_unless_somebody_says(
    product_id: str, ending: date | None, how: str | None
) -> None:
    names = Names(extended={"included": ["known"]})
    product = Product(product_id, "It", cycles=(Cycle("1", extended_support_ends=ending),))
    assert named(product, names).extended == how


def test_version_names_of_the_hand_win_over_derived_ones() -> None:
    names = Names(
        products={"thing": {"versions": {"2016": "2", "gone": "9", "2012 R2": "other@2012"}}},
        families=({"products": ["thing"], "versions": {"2016": "1", "one": ["1", "2"]}},),
    )
    product = Product(
        "thing", "Thing", cycles=(Cycle("2"), Cycle("1")), version_names=(("2016", ("1",)),)
    )
    assert dict(named(product, names).version_names) == {
        "2012-r2": ("other@2012",),
        "2016": ("2",),
        "one": ("1", "2"),
    }


def test_builds_and_letters_become_version_names() -> None:
    names = Names(products={"thing": {"builds": True, "letters": ["1.1"]}})
    cycles = (Cycle("1.1-e", latest="10.0.5"), Cycle("1.1-w", latest="10.0.5"), Cycle("1.1"))
    found = dict(named(Product("thing", "Thing", cycles=cycles), names).version_names)
    assert found["10-0-5"] == ("1.1-e", "1.1-w")
    assert found["1-1w"] == found["1-1zg"] == ("1.1",)


def test_identifiers_are_kept_as_keys_without_those_of_distributions() -> None:
    told = ("cpe:/a:b:c", "cpe:2.3:a:b:c", "pkg:deb/debian/c", "pkg:generic/c")
    product = named(Product("c", "C", identifiers=told), Names())
    assert product.identifiers == ("cpe:a:b:c", "pkg:generic/c")


def test_an_id_is_its_products_alone() -> None:
    table = name_table([Product("one", "Two"), Product("two", "One")], Names())
    assert table == {"one": ("one",), "two": ("two",)}


def test_a_name_that_several_claim_is_ambiguous() -> None:
    products = [Product("b", "It"), Product("a", "A", aliases=("it",))]
    assert name_table(products, Names())["it"] == ("a", "b")


def test_the_hand_decides_shares_and_refuses_names() -> None:
    names = Names(names={"it": "b", "both": ["a", "b"], "likewise": "both", "no": [], "no 2": "c"})
    products = [Product("a", "It", aliases=("no",)), Product("b", "B")]
    table = name_table(products, names)
    assert table["it"] == ("b",)
    assert table["both"] == table["likewise"] == ("a", "b")
    assert not {"no", "no2"} & table.keys()


def test_identifiers_of_the_hand_come_first() -> None:
    names = Names(identifiers={"cpe:/o:m:w_10": "w@10", "cpe:/o:m:x": "gone"})
    products = [
        Product("w", "W", identifiers=("cpe:o:m:w_10", "pkg:generic/w")),
        Product("v", "V", identifiers=("pkg:generic/w",)),
    ]
    assert identifier_table(products, names) == {
        "cpe:o:m:w_10": ("w@10",),
        "pkg:generic/w": ("v", "w"),
    }


def test_stale_names_are_listed() -> None:
    names = Names(
        names={"a": ["thing", "gone-1"], "b": "a"},
        distributions={"x": "gone-2"},
        identifiers={"cpe:/a:b:c": "gone-3@1"},
        extended={"paid": ["gone-4"]},
        families=({"products": ["thing", "gone-5"], "versions": {"a": "1", "b": "8"}},),
        products={"thing": {"versions": {"x": "9", "y": "1", "z": "thing@7"}}, "gone-6": {}},
    )
    thing = Product("thing", "Thing", cycles=(Cycle("1"),))
    assert stale_names({"thing": thing}, names) == [
        "gone-1",
        "gone-2",
        "gone-3@1",
        "gone-4",
        "gone-6",
        "thing@8",
        "thing@9",
    ]


def test_the_bundled_names_are_whole() -> None:
    names = bundled_names()
    assert names.vendors["microsoft"] == "Microsoft"
    assert names.distributions["redhat"] == "rhel"
    assert "standard" in names.noise
