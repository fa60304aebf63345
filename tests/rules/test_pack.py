"""Several files as one pack: what is laid over what, what is switched off, what is refused."""

from __future__ import annotations

from typing import Any

import pytest
from tests.rules.little import DICTIONARY
from tests.rules.sheets import Sheet, pack, problems, rule

from estate.errors import Location, RuleError, UsageError
from estate.rules import Authority, Pack, Settings, load_rules
from estate.rules.entry import Step


def packed(*rules: dict[str, Any]) -> Pack:
    names = ("standard", "ours", "theirs")
    sheets = [Sheet({"rules": r}, name=n, file=n) for r, n in zip(rules, names, strict=False)]
    return load_rules(sheets, DICTIONARY)


def test_rules_come_in_the_order_of_files() -> None:
    found = packed({"z": rule(), "a": rule()}, {"m": rule()})
    assert list(found.rules) == ["z", "a", "m"]
    assert [r.pack for r in found.rules.values()] == ["standard", "standard", "ours"]


def test_an_id_stands_once() -> None:
    with pytest.raises(RuleError) as caught:
        packed({"a": rule()}, {"a": rule()})
    (problem,) = caught.value.problems
    assert problem.location.file == "ours"
    assert problem.message == "there is a rule a already"
    assert problem.expected == "another id, or `extend: a`"
    assert [(place.file, text) for place, text in problem.related] == [("standard", "the first a")]


def test_a_rule_extends_another_under_an_id_of_its_own() -> None:
    found = packed(
        {"a": rule(where="not missing(owner)", kind="gap")},
        {"b": {"extend": "a", "severity": "low", "where": None}},
    )
    assert list(found.rules) == ["a", "b"]
    a, b = found.rules["a"], found.rules["b"]
    assert (a.severity.last, b.severity.last) == ("high", "low")
    assert a.where is not None
    assert b.where is None
    assert (b.kind, b.title, b.pack) == ("gap", a.title, "ours")


def test_a_rule_is_changed_in_its_place() -> None:
    found = packed(
        {"a": rule(), "b": {"extend": "a", "title": "B"}},
        {"a": {"extend": "a", "severity": "low"}},
        {"a": {"extend": "a", "title": "A"}},
    )
    assert list(found.rules) == ["a", "b"]
    assert (found.rules["a"].severity.last, found.rules["a"].title) == ("low", "A")
    assert (found.rules["b"].severity.last, found.rules["b"].title) == ("low", "B")


def test_extensions_reach_through_extensions() -> None:
    found = packed(
        {"a": rule(where="mfa", kind="gap"), "b": {"extend": "a", "where": None}},
        {"c": {"extend": "b", "title": "C"}},
    )
    assert found.rules["c"].where is None
    assert (found.rules["c"].title, found.rules["c"].kind) == ("C", "gap")


def test_what_is_extended_must_be_there_and_not_itself() -> None:
    found = problems(Sheet({"rules": {"first": rule(), "b": {"extend": "frist"}}}))
    assert found == ["rules.b.extend:1 there is no rule 'frist' to extend | first?"]
    found = problems(Sheet({"rules": {"a": rule(extend="b"), "b": rule(extend="a")}}))
    assert len(found) == 2
    found = problems(Sheet({"rules": {"a": rule(extend=["b"])}}))
    assert found == ["rules.a.extend:1 there is no rule '' to extend"]


def test_a_problem_of_an_extended_rule_is_told_once() -> None:
    found = problems(Sheet({"rules": {"a": rule(when="mfaa"), "b": {"extend": "a"}}}))
    assert found == ["rules.a.when:1 mfaa is no fact of an application | a known fact | mfa?"]


def test_problems_of_all_files_are_told_at_once() -> None:
    sheets = [Sheet({"rules": {n: rule(when="mfaa")}}, file=n) for n in ("a", "b")]
    with pytest.raises(RuleError, match="the rules have 2 problems") as caught:
        load_rules(sheets, DICTIONARY)
    assert [p.location.file for p in caught.value.problems] == ["a", "b"]


def test_authorities_come_from_every_file() -> None:
    caf = {
        "name": "CAF",
        "issuer": "NCSC",
        "date": "2025",
        "clause": "B4.d",
        "says": "Maximise supported software",
        "url": "https://example.org",
    }
    sheets = [
        Sheet({"authorities": {"caf": caf}}),
        Sheet({"rules": {"a": rule(authority="caf")}}),
    ]
    assert load_rules(sheets, DICTIONARY).authorities == {"caf": Authority("caf", **caf)}
    twice = [Sheet({"authorities": {"caf": {"name": "CAF"}}}, file=f) for f in ("a", "b")]
    assert problems(*twice) == ["authorities.caf:1 caf is defined twice | an id of its own"]
    assert problems(Sheet({"rules": {"a": rule(authority=["cav"])}}), sheets[0]) == [
        "rules.a.authority.0:1 there is no authority 'cav' | caf?"
    ]


def test_an_estate_sets_severities_and_parameters_and_ignores() -> None:
    settings = Settings(
        severity={"a": "info"},
        parameters={"a": {"most": 7, "words": ["x", 2]}, "b": {"team": "12"}},
        ignore=["b"],
    )
    ladder = [{"high": "mfa"}, "low"]
    found = pack(
        {
            "a": rule(
                severity=ladder,
                parameters={"most": "3", "words": ["a"]},
                when="users.named > most and owner in words",
            ),
            "b": rule(parameters={"team": "IT", "kept": "1"}, message="{team} {kept}"),
        },
        settings,
    )
    a, b = found.rules["a"], found.rules["b"]
    assert (a.severity.rungs, a.severity.last) == ((), "info")
    assert [p.constant.value for p in a.parameters] == [7, ("x", "2")]
    assert [p.default for p in a.parameters] == ["3", ("a",)]
    assert [p.constant.value for p in b.parameters] == ["12", 1]
    assert found.not_run == {"b": "ignored in estate.yaml"}
    assert [r.id for r in found.running()] == ["a"]


def test_a_parameter_may_not_take_the_name_of_a_fact() -> None:
    found = problems(Sheet({"rules": {"b": rule(parameters={"name": "IT"})}}))
    assert found == ["rules.b.parameters.name:1 name has a meaning already | another name"]


def test_what_an_estate_sets_wrongly_is_told_where_it_says_so() -> None:
    def locate(path: tuple[Step, ...]) -> Location:
        where = ".".join(str(step) for step in path)
        return Location("estate.yaml", 1, 1, 1, 1, where)

    settings = Settings(
        severity={"first": "hihg", "frist": "low"},
        parameters={
            "first": {
                "most": "many",
                "flag": "maybe",
                "on": False,
                "words": "x",
                "mots": "1",
                "map": {"a": 1},
            },
            "other": {},
        },
        ignore=["fist"],
        locate=locate,
    )
    parameters = {"most": "3", "flag": "true", "on": "true", "words": ["a"], "map": "1"}
    found = problems(Sheet({"rules": {"first": rule(parameters=parameters)}}), settings=settings)
    assert sorted(found) == [
        "ignore.0:1 there is no rule 'fist' | first?",
        "parameters.first.flag:1 'maybe' does not suit flag | a boolean such as true",
        "parameters.first.map:1 {'a': 1} does not suit map | a number such as 1",
        "parameters.first.most:1 'many' does not suit most | a number such as 3",
        "parameters.first.mots:1 first has no parameter mots | most, flag, on, words, map | most?",
        "parameters.first.words:1 'x' does not suit words | a list",
        "parameters.other:1 there is no rule 'other'",
        "severity.first:1 'hihg' is no severity | one of critical, high, medium, low, info | high?",
        "severity.frist:1 there is no rule 'frist' | first?",
    ]
    settings = Settings(ignore=["fist"])
    assert problems(Sheet({"rules": {"first": rule()}}), settings=settings) == [
        "estate.yaml:1 there is no rule 'fist' | first?"
    ]


def test_rules_are_chosen_by_name() -> None:
    whole = pack({"a": rule(), "b": rule(), "c": rule()}, Settings(ignore=["c"]))
    found = whole.choose(select=["a", "c"])
    assert [r.id for r in found.running()] == ["a"]
    assert found.not_run == {"c": "ignored in estate.yaml", "b": "not selected"}
    assert whole.choose(ignore=["a"]).not_run["a"] == "ignored by an option"
    assert whole.choose().not_run == whole.not_run
    with pytest.raises(UsageError) as caught:
        whole.choose(["d"], ["bb"])
    assert str(caught.value) == "there is no rule 'd'; there is no rule 'bb'; did you mean 'b'?"


def test_rules_about_exceptions_and_comparisons_run_apart() -> None:
    found = pack(
        {
            "a": rule(),
            "b": rule(for_="exception", when="residual > 9", message="x"),
            "c": rule(for_="exception", when="residual > 9", message="x", only="comparison"),
            "d": rule(only="comparison"),
        }
    )
    assert [r.id for r in found.running()] == ["a"]
    assert [r.id for r in found.running(comparison=True)] == ["a", "d"]
    assert [r.id for r in found.about_exceptions()] == ["b"]
    assert [r.id for r in found.about_exceptions(comparison=True)] == ["b", "c"]
    assert [r.acceptable for r in found.rules.values()] == [True, False, False, True]
