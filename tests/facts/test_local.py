from __future__ import annotations

from datetime import date

from tests.facts.written import estate_of

from estate.facts.local import local_products
from estate.lifecycle import LocalCycle, LocalProduct


def test_a_product_says_what_its_record_states_and_nothing_else() -> None:
    estate = estate_of("""
products:
  bare: {name: Bare}
  full:
    name: Full
    vendor: Dune
    aliases: [fuller]
    standard: contain
    withdrawn: 2028-03-31
    extended: paid
    versions:
      "1": {released: null, support_ends: 2027-01-31, source: them}
      "2": {released: 2026-01-01, support_ends: true, extended_support_ends: false}
""")

    assert list(local_products(estate)) == [
        LocalProduct("bare", "Bare"),
        LocalProduct(
            "full",
            "Full",
            "Dune",
            ("fuller",),
            "contain",
            date(2028, 3, 31),
            "paid",
            {
                "1": LocalCycle(support_ends=date(2027, 1, 31), source="them"),
                "2": LocalCycle(
                    released=date(2026, 1, 1), support_ends=True, extended_support_ends=False
                ),
            },
        ),
    ]
