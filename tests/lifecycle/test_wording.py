"""Names are their letters and digits; versions are their components."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estate.lifecycle.wording import components, key_of, words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SQL Server", "sql-server"),
        ("SQL Server", "SQLServer"),
        ("Microsoft® Windows™", "microsoft windows"),
        ("Microsoft(R) Windows(TM)", "microsoft windows"),
        ("Node.js", "nodejs"),
        ("Debian GNU/Linux", "debian gnu linux"),
        ("Café", "cafe"),
    ],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)


@pytest.mark.parametrize(("one", "other"), [("C", "C++"), ("C", "C#"), (".NET", "NET")])
def test_signs_that_belong_to_a_name_stay(one: str, other: str) -> None:
    assert key_of(one) != key_of(other)


@pytest.mark.parametrize(
    ("version", "parts"),
    [
        ("12.2.0.1", ("12", "2", "0", "1")),
        ("10.10", ("10", "10")),
        ("2012 R2", ("2012", "r2")),
        ("2012R2", ("2012", "r2")),
        ("2008R2SP1", ("2008", "r2", "sp1")),
        ("2014 Service Pack 3", ("2014", "sp3")),
        ("2014 SP 3", ("2014", "sp3")),
        ("2017 Cumulative Update 31", ("2017", "cu31")),
        ("7.0 Update 3w", ("7", "0", "u3w")),
        ("7.0U3", ("7", "0", "u3")),
        ("12c Release 2", ("12c", "r2")),
        ("release 7.9 (Maipo)", ("7", "9", "maipo")),
        ("v14.5", ("14", "5")),
        ("Version 3", ("3",)),
        ("8u382", ("8", "u382")),
        ("2019 (64-bit)", ("2019",)),
        ("2019 x86_64", ("2019",)),
        ("5-500+", ("5", "500+")),
        ("a9+2025", ("a9", "2025")),
        ("10-22h2", ("10", "22h2")),
        ("", ()),
        ("...", ()),
    ],
)
def test_components(version: str, parts: tuple[str, ...]) -> None:
    assert components(version) == parts


def test_words_are_taken_out_of_punctuation() -> None:
    assert words_of("VMware ESXi, 7.0.3 [build] (x)") == ["VMware", "ESXi", "7.0.3", "build", "x"]


@given(st.text())
def test_a_key_is_its_own_key(text: str) -> None:
    assert key_of(key_of(text)) == key_of(text)


@given(st.lists(st.integers(0, 99), min_size=1, max_size=5))
def test_numbers_between_dots_are_components(numbers: list[int]) -> None:
    parts = tuple(str(number) for number in numbers)
    assert components(".".join(parts)) == parts
    assert components("v" + ".".join(parts)) == parts
