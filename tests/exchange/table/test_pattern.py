from __future__ import annotations

import pytest

from estate.exchange.table.cells import Misfit
from estate.exchange.table.pattern import LONGEST_TEXT, compiled, search


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        (r"^OpenSearch_(.+)$", "OpenSearch_2.7", "2.7"),
        (r"[0-9.]+$", "sqlserver-web-15.0", "15.0"),
        (r"^[a-z]+(?:-[a-z]+)?", "sqlserver-web-15.0", "sqlserver-web"),
        (r"^(?P<year>\d{4})-", "2026-11", "2026"),
        (r"^(?:a|b)c{2}[]x]\(", "bcc](", "bcc]("),
        (r"(?i)^win", "Windows", "Win"),
        (r"^\d{1,3}(?:ab)?", "12ab", "12ab"),
    ],
)
def test_ordinary_patterns_work(pattern: str, text: str, found: str) -> None:
    match = search(compiled(pattern), text)
    assert match is not None
    assert (match[1] if match.re.groups else match[0]) == found


@pytest.mark.parametrize(
    "pattern",
    [
        r"^(a+)+$",
        r"^(a*)*$",
        r"^(a|aa)+$",
        r"^(?:a?){40}",
        r"^(?:a+){30}",
        r"^((?:ab)?c)*",
        r"^(?:(a|b))*",
        r"^(?:x{0,9}){2,}",
        r"a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?aaaaaaaaaaaaaaaaaa",
        r".*.*.*x",
        r"^.{0,300}.{0,300}.{0,300}x",
        r"^.{1,}.+.*.*",
        r"(?=a)b",
        r"(?<!a)b",
        r"(?>a+)b",
        r"^(a)\1",
        r"^(?P<n>a)(?P=n)",
        r"(a",
        "a" * 201,
    ],
)
def test_a_pattern_that_could_run_away_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"pattern|regular expression"):
        compiled(pattern)


def test_an_escaped_digit_class_is_no_back_reference() -> None:
    assert compiled(r"^\d\.\d").fullmatch("1.2")


def test_a_long_text_is_not_matched_but_said() -> None:
    with pytest.raises(Misfit, match="longer than"):
        search(compiled("x"), "x" * (LONGEST_TEXT + 1))
