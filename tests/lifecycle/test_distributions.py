"""A package's distribution is what its URL says, and nothing more."""

from __future__ import annotations

import pytest

from estate.lifecycle.distributions import distribution_of
from estate.lifecycle.identifiers import package_url

KNOWN = {
    "debian": "debian",
    "redhat": "rhel",
    "centos": "centos",
    "opensuse": "opensuse",
    "opensuse-leap": "opensuse",
}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("pkg:deb/debian/x@1?distro=debian-12", ("debian", "12")),
        ("pkg:deb/debian/x@1?distro=Debian-12.5", ("debian", "12.5")),
        ("pkg:deb/debian/x@1?distro=bookworm", ("debian", "bookworm")),
        ("pkg:deb/debian/x@1?distro=debian", ("debian", "")),
        ("pkg:rpm/opensuse/x@1?distro=opensuse-leap-15.6", ("opensuse", "15.6")),
        ("pkg:rpm/redhat/x@1?distro=centos-7", ("centos", "7")),
        ("pkg:rpm/redhat/x@1?distro=el8", ("rhel", "8")),
        ("pkg:deb/debian/x@1.1-1+deb11u4", ("debian", "11")),
        ("pkg:deb/debian/x@1.1-1~deb12u2", ("debian", "12")),
        ("pkg:rpm/centos/x@1.1-3.el7_9", ("centos", "7")),
        ("pkg:deb/debian/x@1.1", ("debian", "")),
        ("pkg:deb/debian/x", ("debian", "")),
        ("pkg:deb/other/x@1.1-1+deb11u4", None),
        ("pkg:deb/other/x@1?distro=sid", None),
        ("pkg:rpm/x@1.el7", None),
    ],
)
def test_distributions(text: str, found: tuple[str, str] | None) -> None:
    url = package_url(text)
    assert url is not None
    assert distribution_of(url, KNOWN) == found
