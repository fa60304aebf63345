from __future__ import annotations

import pytest

from estate.facts.identity import Identifier, Identity
from estate.lifecycle import bundled

IDENTIFIER = Identifier(bundled())


def identify(product: str, version: str | None = None) -> Identity:
    return IDENTIFIER.identify(product, version)


@pytest.mark.parametrize(
    ("product", "version", "expected"),
    [
        ("windows-server", "2012-r2", ("windows-server", "2012-r2", "2012-r2")),
        ("Windows Server", "2012 R2", ("windows-server", "2012 R2", "2012-r2")),
        ("Windows Server 2016", None, ("windows-server", "2016", "2016")),
        ("oracle-database", "12.2.0.1", ("oracle-database", "12.2.0.1", "12.2")),
        ("oracle-database", None, ("oracle-database", None, None)),
        ("oracle-database", "", ("oracle-database", None, None)),
        ("pkg:npm/express@4.18.2", None, ("express", "4.18.2", "4")),
        ("unheard-of", "1.0", ("unheard-of", "1.0", None)),
        ("pkg:npm/unheard-of@1.0", None, ("pkg:npm/unheard-of", "1.0", None)),
        ("", None, ("", None, None)),
    ],
)
def test_a_product_and_its_version_are_named_for_good(
    product: str, version: str | None, expected: tuple[str, str | None, str | None]
) -> None:
    found = identify(product, version)

    cycle = found.match.cycle.id if found.match.cycle else None
    assert (found.product_id, found.version, cycle) == expected


def test_a_distributions_package_is_a_product_with_the_dates_of_the_distribution() -> None:
    package = identify("pkg:deb/debian/openssl@3.0.11-1?distro=debian-12")
    distribution = identify("debian", "12")

    assert package.product is not None
    assert package.product.name == "openssl (Debian)"
    assert package.product_id == "pkg:deb/debian/openssl?distro=debian-12"
    assert package.version == "3.0.11-1"
    assert package.match.cycle == distribution.match.cycle
    assert package.release != distribution.release


def test_packages_of_one_distribution_are_different_products() -> None:
    packages = [identify(f"pkg:deb/debian/{name}@1.0") for name in ("openssl", "curl")]

    assert packages[0].product_id != packages[1].product_id
    assert packages[0].release != packages[1].release


def test_a_text_whose_version_is_in_doubt_is_not_taken_for_the_bare_product() -> None:
    ten, eleven = identify("Windows 10"), identify("Windows 11")

    assert ten.version is None
    assert ten.product_id != eleven.product_id


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("windows-server", "2012-r2"), ("Windows Server 2012 R2", None)),
        (("mssqlserver", "2017"), ("SQL Server", "14.0")),
        (("unheard-of", "1.0"), ("Unheard-Of", "v1.0")),
    ],
)
def test_spelling_makes_no_difference(
    one: tuple[str, str | None], other: tuple[str, str | None]
) -> None:
    first, second = identify(*one), identify(*other)

    assert (first.release, first.detail) == (second.release, second.detail)


def test_a_version_said_more_closely_may_repeat_one_said_less_closely() -> None:
    cycle, patch, other = (
        identify("oracle-database", version) for version in ("12.2", "12.2.0.1", "12.2.0.2")
    )

    assert cycle.repeats(patch)
    assert patch.repeats(cycle)
    assert not patch.repeats(other)
    assert not cycle.repeats(identify("oracle-database", "19"))
