from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

import pytest
from tests.facts.written import dune, facts_of, ids

from estate.facts.twins import _blocks, _Name, _name

NAMES = ("Land and property gazetteer", "Land and Property Gazeteer")


def twins(one: str = "", two: str = "", names: tuple[str, str] = NAMES) -> list[str | None]:
    facts = dune(f"""
organisations: {{m: {{name: M}}, s: {{name: S}}}}
suppliers: {{idox: {{name: Idox}}, civica: {{name: Civica}}}}
applications:
  a: {{name: {names[0]}, {one}}}
  b: {{name: {names[1]}, {two}}}
""")
    assert facts.column("application.probable_twins")["b"] == ()
    return ids(facts.column("application.probable_twins")["a"])


@pytest.mark.parametrize(
    "names",
    [
        NAMES,
        ("Uniform planning", "planning  UNIFORM"),
        ("Council tax (Academy)", "Council Tax - Academy"),
        ("Gazetteer", "gazetteer"),
        ("Environmental health register 2", "Environmental health registers 2"),
    ],
)
def test_names_that_differ_by_a_slip_are_probably_one_system(names: tuple[str, str]) -> None:
    assert twins(names=names) == ["b"]


@pytest.mark.parametrize(
    "names",
    [
        ("Payroll 1", "Payroll 2"),
        ("Housing repairs", "Housing benefit"),
        ("Waste", "Payroll"),
        ("Planning register", "Planning"),
    ],
)
def test_other_names_and_other_numbers_are_other_systems(names: tuple[str, str]) -> None:
    assert twins(names=names) == []


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("product: dune-db", "product: Dune SQL"),
        ("product: dune-db", ""),
        ("organisation: m", "organisation: [m, s]"),
        ("organisation: m", ""),
        ("supplier: idox", "supplied_by: [idox, civica]"),
        ("status: live", "status: retiring"),
    ],
)
def test_what_agrees_or_is_not_recorded_does_not_tell_them_apart(one: str, two: str) -> None:
    assert twins(one, two) == ["b"]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("product: dune-db", "product: dune-os"),
        ("organisation: m", "organisation: s"),
        ("supplier: idox", "supplier: civica"),
        ("environment: test", ""),
        ("uses: [b]", ""),
        ("", "replaces: [a]"),
        ("fails_over_to: [b]", ""),
        ("", "status: retired"),
        ("until: 2026-11-20", ""),
    ],
)
def test_what_differs_or_is_linked_tells_them_apart(one: str, two: str) -> None:
    assert twins(one, two) == []


def test_each_twin_is_told_of_those_after_it() -> None:
    facts = facts_of("""
applications:
  c: {name: Gazetteer}
  a: {name: Gazetteer}
  b: {name: Gazetteer}
""")

    column: Mapping[str, object] = facts.column("application.probable_twins")
    assert {key: ids(found) for key, found in column.items()} == {
        "a": ["b", "c"],
        "b": ["c"],
        "c": [],
    }


def names_of(*texts: str) -> list[_Name]:
    return [_name(f"a{n:05}", text) for n, text in enumerate(texts)]


def compared(names: list[_Name]) -> set[tuple[_Name, _Name]]:
    return {pair for block in _blocks(names) for pair in combinations(block, 2)}


def test_ten_thousand_names_of_common_words_make_few_comparisons() -> None:
    towns = [f"town{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(500)]
    texts = [
        f"{kind} {town} system {use}"
        for kind in ("Housing", "Planning", "Revenue", "Waste")
        for use in ("register", "portal", "archive", "mobile", "reports")
        for town in towns
    ]

    pairs = list(compared(names_of(*texts)))

    assert len(texts) == 10_000
    assert len(pairs) < 20 * len(texts)


def test_a_word_that_many_names_share_tells_nothing() -> None:
    assert not list(compared(names_of(*[f"System {chr(97 + n)}{n}x" for n in range(100)])))


def test_one_name_of_common_words_is_one_name_all_the_same() -> None:
    texts = [f"{one} {two}" for one in "abcdefghij" for two in "klmnopqrst"] * 2
    words = {"a": "housing", "k": "portal"}
    names = names_of(*[" ".join(words.get(word, word) for word in text.split()) for text in texts])

    pairs = list(compared(names))

    assert {one.text for one, _ in pairs} >= {"housing portal"}


def test_a_name_that_many_records_share_tells_nothing() -> None:
    assert not list(compared(names_of(*["Spreadsheet"] * 41)))
    assert len(list(compared(names_of(*["Spreadsheet"] * 40)))) == 40 * 39 // 2
