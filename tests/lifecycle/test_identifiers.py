"""Package URLs and CPE names, read and brought to their keys."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estate.lifecycle.identifiers import canonical, cpe, package_url


@pytest.mark.parametrize(
    ("text", "key", "version"),
    [
        ("pkg:deb/debian/openssl@3.0.11?distro=debian-12", "pkg:deb/debian/openssl", "3.0.11"),
        ("pkg:npm/%40angular/core@15.1.0", "pkg:npm/@angular/core", "15.1.0"),
        ("pkg:npm/@angular/core@15.1.0", "pkg:npm/@angular/core", "15.1.0"),
        ("pkg:npm/@angular/core", "pkg:npm/@angular/core", None),
        ("pkg:GitHub/Adonisjs/Core@v6#sub/path", "pkg:github/adonisjs/core", "v6"),
        ("pkg://generic/php", "pkg:generic/php", None),
        ("pkg:deb/debian/dpkg@1%3A2.0", "pkg:deb/debian/dpkg", "1:2.0"),
    ],
)
def test_package_urls(text: str, key: str, version: str | None) -> None:
    url = package_url(text)
    assert url is not None
    assert (url.key, url.version) == (key, version)


def test_qualifiers_are_decoded() -> None:
    url = package_url("pkg:deb/debian/x?Distro=debian-12&arch=&repository_url=a%2Fb")
    assert url is not None
    assert url.qualifiers == {"distro": "debian-12", "repository_url": "a/b"}


@pytest.mark.parametrize("text", ["", "pkg:", "pkg:deb", "openssl", "cpe:/a:b:c"])
def test_what_is_no_package_url(text: str) -> None:
    assert package_url(text) is None


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("cpe:2.3:a:apache:http_server:2.4:*:*:*:*:*:*:*", ("cpe:a:apache:http_server", "2.4")),
        ("cpe:/a:apache:http_server:2.4", ("cpe:a:apache:http_server", "2.4")),
        ("cpe:/a:apache:http_server", ("cpe:a:apache:http_server", None)),
        (
            "cpe:2.3:o:microsoft:windows_server_2012:r2:*",
            ("cpe:o:microsoft:windows_server_2012", "r2"),
        ),
        ("cpe:2.3:a:microsoft:sql_server:2014:sp3:*", ("cpe:a:microsoft:sql_server", "2014 sp3")),
        ("cpe:2.3:a:microsoft:sql_server:-:*", ("cpe:a:microsoft:sql_server", None)),
        ("cpe:2.3:a:notepad\\+\\+:notepad\\+\\+:8", ("cpe:a:notepad++:notepad++", "8")),
        ("pkg:generic/php", None),
    ],
)
def test_cpe_names(text: str, named: tuple[str, str | None] | None) -> None:
    assert cpe(text) == named


@pytest.mark.parametrize(
    ("identifier", "key"),
    [
        ("cpe:2.3:a:php:php", "cpe:a:php:php"),
        ("pkg:docker/library/postgres", "pkg:docker/library/postgres"),
        ("pkg:oci/argocd?repository_url=Quay.io/x", "pkg:oci/argocd?repository_url=quay.io/x"),
        ("repology:PHP", "repology:php"),
        ("pkg:deb/debian/nginx", ""),
        ("pkg:rpm/redhat/nginx", ""),
        ("pkg:apk/alpine/nginx", ""),
        ("nginx", ""),
    ],
)
def test_keys(identifier: str, key: str) -> None:
    assert canonical(identifier) == key


@given(st.text(max_size=40))
def test_any_text_is_read_without_a_fault(text: str) -> None:
    for start in ("", "pkg:", "cpe:", "cpe:2.3:", "cpe:/", "pkg:deb/"):
        assert isinstance(canonical(start + text), str)
