from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from estate.yaml_text import document, scalar

AWKWARD = """no|NO|~|null|10.10|1e5|0x1F|12:30:45|2026-01-01|<<|=|- a|a: b|a #b|#a|a:|'|"|\\|%a
@a|`a|?|-|...|---|!a|&a|*a|>|+.5|1_000|0b1|.inf|a, b|[a]|{a}""".replace("\n", "|").split("|")
INVISIBLE = ["", " ", "\ufeff", "\x85", "\u2028", "\t", "a\n", "\na", " a", "a ", "|"]
texts = st.text(st.characters(codec="utf-8"), max_size=60) | st.sampled_from(AWKWARD + INVISIBLE)
keys = st.text("abcdefgh-._/019", min_size=1, max_size=30) | st.sampled_from(["on", "1e5", "1.0"])
values = st.recursive(
    texts | st.none() | st.booleans() | st.integers(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=20,
)


@given(st.dictionaries(keys, values, max_size=5))
def test_what_is_written_reads_back_the_same_in_yaml_1_1(content: dict[str, Any]) -> None:
    assert (yaml.safe_load(document(content)) or {}) == content


@given(st.dictionaries(keys, texts, max_size=5))
def test_texts_read_back_as_texts_by_a_reader_without_types(content: dict[str, str]) -> None:
    assert (yaml.load(document(content), Loader=yaml.BaseLoader) or {}) == content  # noqa: S506 - it makes texts only


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Academy Revenues and Benefits", "Academy Revenues and Benefits"),
        ("windows-server@2012-r2", "windows-server@2012-r2"),
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("10.10", "'10.10'"),
        ("16.00.4255.1.v1", "16.00.4255.1.v1"),
        ("it's", "it's"),
        ("on", "'on'"),
        ("a: it's", "'a: it''s'"),
        ("two\nlines", '"two\\nlines"'),
        ("bell\x07", '"bell\\x07"'),
        ("\u2028", '"\\u2028"'),
        (None, "null"),
        (True, "true"),
        (False, "false"),
        (42, "42"),
        (Decimal("26670.98"), "26670.98"),
        (date(2026, 11, 21), "2026-11-21"),
        ([], "[]"),
        ({}, "{}"),
    ],
)
def test_scalars_are_quoted_only_where_a_reader_needs_it(value: object, written: str) -> None:
    assert scalar(value) == written


def test_a_document_is_in_block_style_under_its_comment() -> None:
    content = {
        "servers": {"a": {"software": ["x@1"], "links": {"b": "c"}, "d": [{"e": 1, "f": [2]}]}}
    }
    assert document(content, "Heading\n\nMore") == (
        "# Heading\n#\n# More\nservers:\n  a:\n    software:\n      - x@1\n    links:\n"
        "      b: c\n    d:\n      - e: 1\n        f:\n          - 2\n"
    )


def test_lists_in_lists_keep_their_levels() -> None:
    assert document({"a": [["b", "c"], [["d"]]]}) == "a:\n  - - b\n    - c\n  - - - d\n"
