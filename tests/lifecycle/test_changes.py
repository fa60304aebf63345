"""What changes from one catalogue to another is named, thing by thing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from estate.lifecycle import Catalogue, Cycle, Product
from estate.lifecycle.changes import Change, Changes, Renaming, diff

MADE_OF = date(2026, 8, 22)
ONE = Product(
    "one",
    "One",
    aliases=("first", "eins"),
    identifiers=("pkg:generic/one",),
    extended="paid",
    cycles=(Cycle("2", support_ends=False), Cycle("1", support_ends=date(2026, 1, 1))),
    version_names=(("alpha", ("1",)),),
)


def test_a_catalogue_does_not_differ_from_itself(catalogue: Catalogue) -> None:
    changes = diff(catalogue, catalogue)
    assert not changes
    assert changes == Changes(catalogue.as_of, catalogue.as_of)


def test_products_and_cycles_that_came_and_went(made: Callable[..., Catalogue]) -> None:
    old = made([ONE, Product("gone", "Gone")])
    new = made([replace(ONE, cycles=(Cycle("3"), ONE.cycles[1])), Product("new", "New")])
    changes = diff(old, new)
    assert changes
    assert (changes.products_added, changes.products_removed) == (("new",), ("gone",))
    assert (changes.cycles_added, changes.cycles_removed) == (("one@3",), ("one@2",))
    assert Renaming("gone", ("gone",), ()) in changes.names_lost


def test_every_date_that_moved(made: Callable[..., Catalogue]) -> None:
    now = replace(
        ONE,
        name="Uno",
        extended="included",
        cycles=(
            Cycle("2", date(2024, 1, 1), support_ends=True, lts=True, latest="2.9"),
            Cycle("1", support_ends=date(2027, 1, 1), extended_support_ends=False),
        ),
    )
    assert diff(made([ONE]), made([now])).changed == (
        Change("one", "", "name", "One", "Uno"),
        Change("one", "", "extended", "paid", "included"),
        Change("one", "2", "released", None, date(2024, 1, 1)),
        Change("one", "2", "support_ends", False, True),  # noqa: FBT003 - endings, before and after
        Change("one", "2", "lts", False, True),  # noqa: FBT003 - endings, before and after
        Change("one", "1", "support_ends", date(2026, 1, 1), date(2027, 1, 1)),
        Change("one", "1", "extended_support_ends", None, False),  # noqa: FBT003 - endings, before and after
    )


def test_names_that_are_lost_or_lead_elsewhere(made: Callable[..., Catalogue]) -> None:
    now = replace(ONE, aliases=("first",), identifiers=(), version_names=())
    changes = diff(made([ONE]), made([now, Product("two", "First")]))
    assert changes.renamed == (
        Renaming("eins", ("one",), ()),
        Renaming("first", ("one",), ("one", "two")),
        Renaming("one@alpha", ("1",), ()),
        Renaming("pkg:generic/one", ("one",), ()),
    )
    assert [renaming.name for renaming in changes.names_lost] == [
        "eins",
        "one@alpha",
        "pkg:generic/one",
    ]


def test_a_new_latest_version_is_no_change(made: Callable[..., Catalogue]) -> None:
    now = replace(ONE, cycles=(replace(ONE.cycles[0], latest="2.2"), ONE.cycles[1]))
    assert not diff(made([ONE]), made([now]))
