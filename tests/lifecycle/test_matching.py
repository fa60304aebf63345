"""From people's words to one cycle, or to an outcome that names the candidates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estate.lifecycle import Catalogue, Cycle, Match, Product
from estate.lifecycle.naming import Names, named
from estate.lifecycle.packing import snapshot_bytes
from estate.lifecycle.snapshot import read_snapshot


def found(match: Match) -> str:
    """Return `outcome product@cycle`."""
    product = match.product.id if match.product else "-"
    return f"{match.outcome} {product}@{match.cycle.id if match.cycle else '-'}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # As an inventory writes it.
        ("windows-server@2012-r2", "exact windows-server@2012-r2"),
        ("oracle-database@12.2", "exact oracle-database@12.2"),
        ("oracle-database@12.2.0.1", "exact oracle-database@12.2"),
        ("esxi@7.0", "alias vmware-esxi@7.0"),
        ("windows@11-24h2-e", "exact windows@11-24h2-e"),
        ("mule-runtime@4.9-lts", "exact mule-runtime@4.9-lts"),
        ("mssqlserver@15.0", "exact mssqlserver@15.0"),
        ("vmware-esxi@8.0.2", "exact vmware-esxi@8.0"),
        ("rhel@9.6", "exact rhel@9"),
        ("mysql@8.4", "exact mysql@8.4"),
        ("python@3.1", "exact python@3.1"),
        ("python@3.14.2", "exact python@3.14"),
        # The traps of the data.
        ("SQL Server 2017", "alias mssqlserver@14.0"),
        ("Windows 10 22H2", "alias windows@10-22h2"),
        ("SQL Server 2014 SP3", "alias mssqlserver@12.0-sp3"),
        ("CentOS 7.4", "alias centos@7"),
        # Microsoft.
        ("Windows Server 2012 R2", "alias windows-server@2012-r2"),
        ("Windows 2012R2", "alias windows-server@2012-r2"),
        ("Windows Server 2016 Standard", "alias windows-server@2016"),
        ("Microsoft® Windows Server® 2019 Datacenter", "alias windows-server@2019"),
        ("Windows Server 2008 R2", "alias windows-server@2008-r2-sp1"),
        ("Windows 7 Professional", "alias windows@7-sp1"),
        ("Windows XP", "alias windows@5-sp3"),
        ("Windows 11 Enterprise 24H2", "alias windows@11-24h2-e"),
        ("Windows 11 Pro 24H2", "alias windows@11-24h2-w"),
        ("Windows 10 Enterprise LTSC 2019", "alias windows@10-1809-e-lts"),
        ("Win10 22H2", "alias windows@10-22h2"),
        ("windows@10.0.19045.3930", "alias windows@10-22h2"),
        ("windows-server@6.3.9600", "alias windows-server@2012-r2"),
        ("MS SQL 2019", "alias mssqlserver@15.0"),
        ("SQL Server 2017 Express", "alias mssqlserver@14.0"),
        ("mssqlserver@15.00.4345.5.v1", "alias mssqlserver@15.0"),
        ("Exchange 2016", "alias msexchange@2016"),
        ("Exchange Server 2019 CU14", "alias msexchange@2019"),
        ("SharePoint 2019", "alias sharepoint@2019"),
        ("SharePoint Server Subscription Edition", "alias sharepoint@subscription"),
        ("Office 2019", "alias office@2019"),
        ("Office LTSC 2024", "alias office@2024-ltsc"),
        (".NET 8", "alias dotnet@8"),
        (".NET Core 3.1", "alias dotnet@3.1"),
        (".NET Framework 4.8", "alias dotnetfx@4.8"),
        ("PowerShell 5.1", "alias windows-powershell@5.1"),
        # Others.
        ("Oracle Database 19c", "alias oracle-database@19"),
        ("Oracle 12c Release 2", "alias oracle-database@12.2"),
        ("Oracle Database 12cR2", "alias oracle-database@12.2"),
        ("Oracle Java 1.8.0_202", "alias oracle-jdk@8"),
        ("RHEL 7.9", "alias rhel@7"),
        ("Red Hat Enterprise Linux Server release 7.9 (Maipo)", "alias rhel@7"),
        ("CentOS 8 Stream", "alias centos-stream@8"),
        ("SUSE Linux Enterprise Server 12 SP5", "alias sles@12.5"),
        ("Ubuntu 20.04 LTS", "alias ubuntu@20.04"),
        ("Ubuntu jammy", "alias ubuntu@22.04"),
        ("Debian GNU/Linux 11 (bullseye)", "alias debian@11"),
        ("Amazon Linux 2", "alias amazon-linux@2"),
        ("macOS Sonoma", "alias macos@14"),
        ("VMware ESXi 7.0 U3", "alias vmware-esxi@7.0"),
        ("VMware ESXi, 7.0.3, 21313628", "alias vmware-esxi@7.0"),
        ("vCenter 8", "alias vmware-vcenter@8.0"),
        ("PostgreSQL 14.5", "alias postgresql@14"),
        ("RDS for PostgreSQL 14.7", "alias amazon-rds-postgresql@14"),
        ("aurora-postgresql 15", "alias amazon-aurora-postgresql@15"),
        ("amazon-opensearch@OpenSearch_3.1", "exact amazon-opensearch@3.1"),
        ("amazon-elasticache-redis@7.1", "exact amazon-elasticache-redis@7"),
        ("node 18", "alias nodejs@18"),
        ("Node.js v18.2", "alias nodejs@18"),
        ("Tomcat 9", "alias tomcat@9.0"),
        ("PHP 8.1", "alias php@8.1"),
        ("openssl@1.1.1w", "alias openssl@1.1.1"),
        ("Umbraco 13", "alias umbraco@13"),
        ("F5 BIG-IP 15.1", "alias big-ip@15.1"),
        ("Veeam Backup & Replication 12.3", "alias veeam-backup-and-replication@12"),
        # Identifiers.
        ("pkg:docker/library/postgres@14.5-alpine", "identifier postgresql@14"),
        ("pkg:npm/%40angular/core@15.1.0", "identifier angular@15"),
        ("cpe:2.3:o:microsoft:windows_server_2012:r2:*:*", "identifier windows-server@2012-r2"),
        ("cpe:2.3:o:microsoft:windows_10_22h2:10.0.19045.3803:*", "identifier windows@10-22h2"),
        ("cpe:2.3:a:microsoft:sql_server:2014:sp3:*", "identifier mssqlserver@12.0-sp3"),
        ("cpe:/o:redhat:enterprise_linux:7.0", "identifier rhel@7"),
        ("pkg:deb/debian/openssl@3.0.11-1~deb12u2", "identifier debian@12"),
        ("pkg:deb/debian/openssl@3.0.11?distro=debian-12", "identifier debian@12"),
        ("pkg:deb/ubuntu/openssl@3.0.2?distro=jammy", "identifier ubuntu@22.04"),
        ("pkg:rpm/redhat/httpd@2.4.6-99.el7", "identifier rhel@7"),
    ],
)
def test_one_cycle(catalogue: Catalogue, text: str, expected: str) -> None:
    match = catalogue.match(text)
    assert found(match) == expected
    assert (match.candidates, match.reason) == ((), "")


@pytest.mark.parametrize(
    ("text", "expected", "candidates"),
    [
        ("Windows 11 24H2", "ambiguous windows@-", {"windows@11-24h2-e", "windows@11-24h2-w"}),
        (
            "SQL Server 2016",
            "ambiguous mssqlserver@-",
            {"mssqlserver@13.0", "mssqlserver@13.0-sp3"},
        ),
        ("mssqlserver@13.0.6500.1", "ambiguous mssqlserver@-", {"mssqlserver@13.0-sp3"}),
        ("windows@10.0.26100", "ambiguous windows@-", {"windows@11-24h2-e", "windows@11-24h2-w"}),
        ("windows-server@2012.6.2", "ambiguous windows-server@-", {"windows-server@2012-r2"}),
        ("Windows XP SP2", "ambiguous windows@-", {"windows@5-sp3"}),
        ("Windows 10 1507 Enterprise", "ambiguous windows@-", {"windows@10-1507"}),
        (
            "Oracle 12c",
            "ambiguous oracle-database@-",
            {"oracle-database@12.1", "oracle-database@12.2"},
        ),
        ("Tomcat 8", "ambiguous tomcat@-", {"tomcat@8.0", "tomcat@8.5"}),
        ("python 3", "ambiguous python@-", {"python@3.14"}),
        ("postgresql", "ambiguous postgresql@-", {"postgresql@14"}),
        ("Java 8", "ambiguous -@-", {"oracle-jdk", "eclipse-temurin"}),
        ("java@8", "ambiguous -@-", {"oracle-jdk", "eclipse-temurin"}),
        ("vSphere 7.0", "ambiguous -@-", {"vmware-esxi", "vmware-vcenter"}),
        ("pkg:deb/debian/openssl@3.0.11", "ambiguous debian@-", {"debian@12", "debian@11"}),
        ("cpe:2.3:a:redhat:ansible:2.9", "ambiguous -@-", {"ansible", "ansible-core"}),
        ("pkg:docker/library/postgres", "ambiguous postgresql@-", {"postgresql@14"}),
    ],
)
def test_several(catalogue: Catalogue, text: str, expected: str, candidates: set[str]) -> None:
    match = catalogue.match(text)
    assert found(match) == expected
    assert candidates <= set(match.candidates)
    assert match.reason


@pytest.mark.parametrize(
    ("text", "expected", "candidates"),
    [
        ("oracle-database@1", "none oracle-database@-", "oracle-database@23"),
        ("postgresql@144", "none postgresql@-", "postgresql@18"),
        ("windows-srever@2019", "none -@-", "windows-server"),
        ("Amazon PostgreSQL 14", "none -@-", "amazon-rds-postgresql"),
        ("Cisco IOS 15", "none -@-", "cisco-ios-xe"),
        ("Office 365", "none -@-", "office@2024"),
        ("SharePoint Online", "none -@-", "sharepoint"),
        ("Idox Uniform", "none -@-", ""),
        ("", "none -@-", ""),
        ("@", "none -@-", ""),
        ("@x", "none -@-", ""),
        ("pkg:deb/unheard/openssl@3", "none -@-", ""),
        ("pkg:alpm/arch/openssl@3", "none -@-", ""),
        ("pkg:generic/unheard-of@3", "none -@-", ""),
        ("pkg:", "none -@-", ""),
        ("cpe:oops", "none -@-", ""),
    ],
)
def test_none(catalogue: Catalogue, text: str, expected: str, candidates: str) -> None:
    match = catalogue.match(text)
    assert found(match) == expected
    assert match.candidates[:1] == ((candidates,) if candidates else ())
    assert len(match.candidates) <= 12
    assert match.reason


@pytest.mark.parametrize(
    ("text", "version", "expected"),
    [
        ("mssqlserver", "14.0", "exact mssqlserver@14.0"),
        ("Microsoft SQL Server", "2017", "alias mssqlserver@14.0"),
        ("Windows 10", "22H2", "alias windows@10-22h2"),
        ("Windows 10", "10.0.19045", "alias windows@10-22h2"),
        ("Windows 10", "1809", "ambiguous windows@-"),
        ("SQL Server 2016", "SP3", "alias mssqlserver@13.0-sp3"),
        ("Windows Server 2012 R2", "6.3.9600", "alias windows-server@2012-r2"),
        ("PostgreSQL 14", "14.5", "alias postgresql@14"),
        ("PostgreSQL 14", "9.6", "ambiguous postgresql@-"),
        ("postgresql", " ", "ambiguous postgresql@-"),
        ("pkg:deb/debian/openssl", "3.0.11-1+deb11u2", "identifier debian@11"),
        ("pkg:docker/library/postgres", "14.5", "identifier postgresql@14"),
        ("cpe:/o:microsoft:windows_11", "24H2", "ambiguous windows@-"),
    ],
)
def test_a_version_beside_the_product(
    catalogue: Catalogue, text: str, version: str, expected: str
) -> None:
    assert found(catalogue.match(text, version)) == expected


def test_two_versions_that_differ_are_both_named(catalogue: Catalogue) -> None:
    match = catalogue.match("PostgreSQL 14", "9.6")
    assert match.candidates == ("postgresql@14", "postgresql@9.6")


def test_a_managed_product_is_not_its_upstream(catalogue: Catalogue) -> None:
    upstream = catalogue.match("postgresql", "14").cycle
    managed = catalogue.match("amazon-rds-postgresql", "14").cycle
    assert upstream is not None
    assert managed is not None
    assert str(upstream.support_ends) == "2026-11-12"
    assert str(managed.support_ends) == "2027-02-28"


def test_names_lead_nowhere_when_their_product_is_gone(made: Callable[..., Catalogue]) -> None:
    names = Names(products={"one": {"versions": {"2012": "gone@2012"}}})
    one = named(Product("one", "One", cycles=(Cycle("1"),)), names)
    match = made([one], names).match("one", "2012 R2")
    assert (match.outcome, match.candidates) == ("none", ("gone@2012 r2",))


@pytest.mark.parametrize("text", ["it", "cpe:/a:b:c:1", "it 1"])
def test_a_table_that_leads_nowhere_matches_none(text: str) -> None:
    data = snapshot_bytes([], Names(), date(2026, 8, 22))
    tables = replace(
        read_snapshot(data, "x"), names={"it": "gone"}, identifiers={"cpe:a:b:c": "gone"}
    )
    assert Catalogue(tables).match(text).outcome == "none"


def test_a_product_without_versions_matches_none(made: Callable[..., Catalogue]) -> None:
    match = made([Product("one", "One")]).match("one", "1")
    assert (match.outcome, match.reason) == ("none", "the catalogue has no versions of One")


def test_a_match_is_worked_out_once(catalogue: Catalogue) -> None:
    assert catalogue.match("PHP 8.1") is catalogue.match("PHP 8.1")


@given(st.text(max_size=30), st.none() | st.text(max_size=12))
def test_any_text_has_an_outcome(catalogue: Catalogue, text: str, version: str | None) -> None:
    match = catalogue.match(text, version)
    assert (match.cycle is None) == (match.outcome in {"ambiguous", "none"})
    assert bool(match.reason) == (match.cycle is None)


@given(st.data())
def test_every_id_and_cycle_matches_itself_exactly(
    catalogue: Catalogue, data: st.DataObject
) -> None:
    product = catalogue.product(data.draw(st.sampled_from(catalogue.ids)))
    assert product is not None
    cycle = data.draw(st.sampled_from(product.cycles))
    assert catalogue.match(product.id, cycle.id) == Match("exact", product, cycle)
    assert catalogue.match(f"{product.id}@{cycle.id}") == Match("exact", product, cycle)


@given(st.data())
def test_what_is_returned_was_asked_for(catalogue: Catalogue, data: st.DataObject) -> None:
    """A name with a version never leads to a product that does not bear the name."""
    name = data.draw(st.sampled_from(sorted(catalogue.names)))
    match = catalogue.match(name, "7")
    if match.product is not None:
        bearers = {target.partition("@")[0] for target in catalogue.names[name]}
        elsewhere = {to for bearer in bearers for to in _led_to(catalogue, bearer)}
        assert match.product.id in bearers | elsewhere


def _led_to(catalogue: Catalogue, product_id: str) -> set[str]:
    product = catalogue.product(product_id)
    assert product is not None
    targets = (target for _, to in product.version_names for target in to if "@" in target)
    return {target.partition("@")[0] for target in targets}
