"""Real products, sorted by how they are supported on the day that the estates are made for."""

from __future__ import annotations

from datetime import date
from typing import Final, Literal, NamedTuple

TODAY: Final = date(2026, 11, 21)
"""The day on which the made-up estates are judged."""

Care = Literal["well", "ending", "ended", "unpaid", "unknown"]
"""Supported for long, ending inside a year, past support, extended but not bought, not told."""


class Release(NamedTuple):
    """A product as the inventory names it, and its version, "" where none is recorded."""

    product: str
    version: str

    @property
    def short(self) -> str:
        """Both in one word, as an inventory writes it."""
        return f"{self.product}@{self.version}" if self.version else self.product


def _releases(*words: str) -> tuple[Release, ...]:
    parts = (word.partition("@") for word in words)
    return tuple(Release(product, version) for product, _, version in parts)


SYSTEMS: Final[dict[Care, tuple[Release, ...]]] = {
    "well": _releases(
        "windows-server@2022", "windows-server@2022", "windows-server@2025", "rhel@9", "rhel@10",
        "ubuntu@26.04", "oracle-linux@9", "rocky-linux@9",
    ),
    "ending": _releases("windows-server@2016", "ubuntu@22.04"),
    "ended": _releases("windows-server@2008-r2", "windows-server@2012", "debian@11", "centos@7"),
    "unpaid": _releases("rhel@7", "oracle-linux@7"),
    "unknown": _releases("windows-server", "linux-appliance@4", "windows-server@vNext"),
}  # fmt: skip

DATABASES: Final[dict[Care, tuple[Release, ...]]] = {
    "well": _releases(
        "mssqlserver@16.0", "mssqlserver@16.0", "mssqlserver@15.0", "postgresql@18",
        "oracle-database@23", "mysql@8.4",
    ),
    "ending": _releases("mssqlserver@14.0", "oracle-database@21", "postgresql@15"),
    "ended": _releases("oracle-database@12.2", "mssqlserver@11.0-sp4", "postgresql@12"),
    "unpaid": _releases("mssqlserver@13.0-sp3", "mssqlserver@12.0-sp3"),
    "unknown": _releases("mssqlserver@13.0.7000", "oracle-database", "ingres@11"),
}  # fmt: skip

MIDDLEWARE: Final[dict[Care, tuple[Release, ...]]] = {
    "well": _releases(
        "tomcat@10.1", "apache-http-server@2.4", "nginx@1.30", "eclipse-temurin@25",
        "dotnetfx@4.8", "python@3.14",
    ),
    "ending": _releases("tomcat@9.0", "nodejs@22", "eclipse-temurin@17"),
    "ended": _releases("tomcat@8.5", "php@7.4", "dotnet@6", "python@3.8"),
    "unpaid": _releases("oracle-jdk@17", "nodejs@20"),
    "unknown": _releases("oracle-forms@12", "php", "pkg:deb/debian/openssl@3.0.11"),
}  # fmt: skip

HYPERVISORS: Final[dict[Care, tuple[Release, ...]]] = {
    "well": _releases("vmware-esxi@9.1", "proxmox-ve@9"),
    "ending": _releases("vmware-esxi@9.0"),
    "ended": _releases("vmware-esxi@7.0", "vmware-esxi@6.7"),
    "unpaid": _releases("sles@15.5"),
    "unknown": _releases("vmware-esxi"),
}  # fmt: skip

NETWORK: Final[dict[Care, tuple[Release, ...]]] = {
    "well": _releases("fortios@7.6", "cisco-ios-xe@17.18", "pan-os@12.1", "cisco-ios-xe@17.15"),
    "ending": _releases("cisco-ios-xe@17.12", "pan-os@11.2"),
    "ended": _releases("fortios@7.0", "cisco-ios-xe@17.9", "pan-os@10.1"),
    "unpaid": _releases("windows@10-22h2"),
    "unknown": _releases("switch-firmware@3.2", "fortios"),
}  # fmt: skip

FLEETS: Final[dict[Care, tuple[Release, ...]]] = {
    "well": _releases("windows@11-25h2-e", "ios@26", "android@16", "windows@11-26h1-e"),
    "ending": _releases("windows@11-24h2-e"),
    "ended": _releases("windows@11-23h2-e", "android@12"),
    "unpaid": _releases("windows@10-22h2"),
    "unknown": _releases("windows@11", "kiosk-os@2"),
}  # fmt: skip

SHELVES: Final = {
    "systems": SYSTEMS,
    "databases": DATABASES,
    "middleware": MIDDLEWARE,
    "hypervisors": HYPERVISORS,
    "network": NETWORK,
    "fleets": FLEETS,
}
"""Every table above, by name."""
