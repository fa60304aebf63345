from __future__ import annotations

from tests.facts.written import dune, facts_of, ids

from estate.facts.products import _in_order
from estate.findings import Place, Subject
from estate.model.scalars import NEVER


def test_products_are_those_installed_on_what_is_in_use() -> None:
    facts = dune("""
servers:
  a: {name: A, software: [dune-db@19]}
  b: {name: B, software: [Dune SQL@12.2]}
  c: {name: C, status: retired, software: [dune-os@3]}
  d: {name: D, software: [unheard-of@1]}
""")

    assert ids(facts.subjects("product")) == ["dune-db"]


def test_versions_in_use_are_release_cycles_and_one_unknown_for_each_that_nobody_can_tell() -> None:
    facts = dune("""
servers:
  a: {name: A, software: [dune-db@12.2.0.1]}
  b: {name: B, software: [dune-db@12.2.0.2, dune-db@18]}
  c: {name: C, software: [dune-db]}
  d: {name: D, software: [dune-db]}
  e: {name: E, status: planned, software: [dune-db@19]}
""")

    assert facts.column("product.versions_in_use") == {"dune-db": ("12.2", "18", None, None)}


def test_a_product_that_nothing_in_use_has_is_in_no_version() -> None:
    facts = dune("servers: {a: {name: A, status: retired, software: [dune-db@19]}}")

    assert facts.column("product.versions_in_use") == {"dune-db": ()}
    assert not facts.subjects("product")


def test_a_version_that_may_be_any_of_several_is_unknown() -> None:
    facts = facts_of(
        "servers: {a: {name: A, software: [mssqlserver@13.0.5]}}",
        real=True,
    )

    assert None in facts.column("product.versions_in_use")["mssqlserver"]


def test_a_package_counts_for_its_distribution_by_release_and_for_itself_by_version() -> None:
    facts = facts_of(
        """
servers:
  a: {name: A, software: ["pkg:deb/debian/openssl@3.0.11?distro=debian-12"]}
  b: {name: B, software: ["pkg:deb/debian/openssl@3.0.13?distro=debian-12"]}
  c: {name: C, software: ["pkg:deb/debian/openssl@1.1"]}
""",
        real=True,
    )

    assert facts.column("product.versions_in_use") == {
        "debian": ("12", None),
        "pkg:deb/debian/openssl?distro=debian-12": ("3.0.11", "3.0.13"),
        "pkg:deb/debian/openssl": ("1.1",),
    }
    assert ids(facts.subjects("product")) == ["debian"]


def test_what_is_told_of_a_product_and_what_silence_means() -> None:
    facts = facts_of("""
products:
  plain: {name: Plain}
  told: {name: Told, vendor: Dune, standard: contain, withdrawn: 2028-03-31}
servers: {a: {name: A, software: [plain@1, told@1]}}
""")

    def of(name: str) -> tuple[object, object]:
        column = facts.column(f"product.{name}")
        return column["plain"], str(column["told"])

    assert of("vendor") == (None, "Dune")
    assert of("standard") == ("", "contain")
    assert of("withdrawn") == (NEVER, "2028-03-31")
    assert of("withdrawal_announced") == (False, "True")


def test_a_product_stands_in_its_record_or_where_it_is_first_installed() -> None:
    facts = facts_of(
        """
products: {plain: {name: Plain}}
servers: {a: {name: A, software: [plain@1, express@4]}}
""",
        real=True,
    )

    express, plain = facts.subjects("product")

    subject, place = facts.describe("product", express)
    assert subject == Subject("product", "express", (), "Express", ())
    assert place == Place("a", ("software", 1))
    assert facts.describe("product", plain)[1] == Place("plain")


def test_versions_come_in_their_order() -> None:
    assert sorted(["2.13", "10", "2.7", "2.7-r2", "ltsc"], key=_in_order) == [
        "2.7",
        "2.7-r2",
        "2.13",
        "10",
        "ltsc",
    ]
