"""Products are found by id, by name and by identifier."""

from __future__ import annotations

import pytest

from estate.lifecycle import Catalogue


@pytest.mark.parametrize(
    ("name", "product", "how"),
    [
        ("mssqlserver", "mssqlserver", "exact"),
        ("MSSQLServer", "mssqlserver", "alias"),
        ("Microsoft SQL Server", "mssqlserver", "alias"),
        ("Postgres", "postgresql", "alias"),
        ("pkg:docker/library/postgres", "postgresql", "identifier"),
        ("cpe:/a:microsoft:sql_server", "mssqlserver", "identifier"),
        ("repology:postgresql", "postgresql", "identifier"),
        ("MS Windows Server", "windows-server", "alias"),
        ("AWS ElastiCache for Redis", "amazon-elasticache-redis", "alias"),
        ("Red Hat Keycloak", None, "none"),
        ("Microsoft Oracle", None, "none"),
        ("pkg:generic/unheard-of", None, "none"),
        ("unheard of", None, "none"),
    ],
)
def test_identify(catalogue: Catalogue, name: str, product: str | None, how: str) -> None:
    found, way, candidates = catalogue.identify(name)
    assert (found.id if found else None, way, candidates) == (product, how, ())


def test_a_name_that_says_a_version_gives_it(catalogue: Catalogue) -> None:
    product, how, candidates = catalogue.identify("Win2012R2")
    assert product is not None
    assert (product.id, how, candidates) == ("windows-server", "alias", ("windows-server@2012-r2",))


def test_an_ambiguous_name_gives_its_products(catalogue: Catalogue) -> None:
    product, how, candidates = catalogue.identify("vSphere")
    assert (product, how, candidates) == (None, "alias", ("vmware-esxi", "vmware-vcenter"))


def test_every_name_stands_for_products_that_are_there(catalogue: Catalogue) -> None:
    targets = {to for table in (catalogue.names, catalogue.identifiers) for to in table.values()}
    lost = {one for to in targets for one in to if one.partition("@")[0] not in catalogue.ids}
    assert not lost


def test_every_version_name_stands_for_cycles_that_are_there(catalogue: Catalogue) -> None:
    lost = []
    for product_id in catalogue.ids:
        product = catalogue.product(product_id)
        assert product is not None
        ids = {cycle.id for cycle in product.cycles}
        for name, targets in product.version_names:
            lost += [name for to in targets if to not in ids and "@" not in to]
    assert not lost


def test_every_distribution_is_a_product(catalogue: Catalogue) -> None:
    assert set(catalogue.distributions.values()) <= set(catalogue.ids)


@pytest.mark.parametrize(
    ("product", "how"),
    [
        ("debian", "included"),
        ("ubuntu", "paid"),
        ("windows-server", "paid"),
        ("windows", "paid"),
        ("mssqlserver", "paid"),
        ("oracle-database", "paid"),
        ("rhel", "paid"),
        ("msexchange", "paid"),
        ("amazon-rds-postgresql", "automatic"),
        ("amazon-elasticache-redis", "automatic"),
        ("azure-database-for-mysql", "automatic"),
        ("centos", None),
    ],
)
def test_how_extended_support_is_had(catalogue: Catalogue, product: str, how: str | None) -> None:
    assert getattr(catalogue.product(product), "extended", "") == how
