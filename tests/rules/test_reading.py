"""What a rule may hold, and what is said of one that may not be."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from tests.rules.sheets import Sheet, pack, problems, rule, wrong

from estate.model.scalars import Term
from estate.rules import Rule


def read(**fields: object) -> Rule:
    return pack({"r": rule(**fields)}).rules["r"]


def test_a_rule_as_short_as_it_can_be() -> None:
    found = read()
    assert (found.id, found.pack) == ("r", "standard")
    assert found.title == "Without multi-factor authentication"
    assert (found.kind, found.subjects, found.since) == ("fault", ("application",), "")
    assert found.severity.last == found.severity.worst == "high"
    assert (found.why, found.fix, found.message) == (
        "Passwords leak.",
        "Turn it on.",
        "{name} has none",
    )
    assert (found.where, found.parameters, found.examples, found.authority) == (None, (), (), ())
    assert (found.unknown_is_gap, found.voids, found.comparison) == (False, False, False)
    assert (found.acceptance.role, found.acceptance.longest, found.acceptance.needs) == (
        "",
        None,
        (),
    )
    assert found.acceptable
    assert found.location.text == "rules.r"


def test_a_rule_with_everything() -> None:
    found = pack(
        {
            "r": rule(
                severity=[{"critical": "users.named > most"}, {"low": "mfa"}, "medium"],
                since="0.1",
                kind="gap",
                where="not missing(owner)",
                population="all",
                message="{{{name}}}: {most} {policy.horizons} {needs.name}",
                authority=["stockton", "caf"],
                acceptance={"role": "siro", "longest": "6 months", "needs": ["risk", "plan"]},
                parameters={"most": "100"},
                evidence=["owner", "needs.owner"],
                examples={"fails": [{"as_of": "2026-01-01"}], "passes": [{}], "unknown": []},
                unknown="gap",
                voids="true",
                only="comparison",
            )
        },
        authorities={
            "stockton": {"name": "ICT Strategy", "issuer": "Stockton"},
            "caf": {"name": "CAF"},
        },
    ).rules["r"]
    assert (found.severity.worst, found.severity.last) == ("critical", "medium")
    assert [severity for severity, _ in found.severity.rungs] == ["critical", "low"]
    assert found.kind == "gap"
    assert found.population is None
    assert found.where is not None
    assert found.acceptance.longest == Term(months=6)
    assert found.acceptance.needs == ("risk", "plan")
    assert [name for name, _ in found.evidence["application"]] == ["owner", "needs.owner"]
    assert [example.expects for example in found.examples] == ["fails", "passes"]
    assert found.examples[0].path == ("rules", "r", "examples", "fails", 0)
    assert (found.unknown_is_gap, found.voids, found.comparison) == (True, True, True)
    assert found.authority == ("stockton", "caf")


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("application", True), ("asset", True), ("installation", True), ("exception", False),
     ("dependency", False), ("estate", False)],
)  # fmt: skip
def test_the_default_population_is_what_is_live_or_retiring(kind: str, expected: bool) -> None:  # noqa: FBT001 - a truth
    found = read(for_=kind, when='today > "2026-01-01"', message="x")
    assert (found.population is not None) is expected


def test_a_rule_about_several_kinds_knows_their_common_facts() -> None:
    found = read(for_=["application", "server"], when="missing(owner)")
    assert found.subjects == ("application", "server")
    assert set(found.when.trees) == {"application", "server"}
    assert wrong(for_=["application", "server"], when="mfa and cores > 2") == [
        "rules.r.when:1 mfa is a fact of application, not of server | a fact of a server",
        "rules.r.when:9 cores is a fact of server, not of application | a fact of an application",
    ]


def told(fields: str) -> str:
    """Return a rule's fields, as JSON, with the problems that they make below them."""
    found = wrong(**json.loads(fields))
    return "\n".join([fields, *(f"  {line.removeprefix('rules.')}" for line in found)])


def test_a_rule_that_is_wrong_is_told_what_is_wrong_with_it() -> None:
    golden = (Path(__file__).parent / "wrong-rules.txt").read_text(encoding="utf-8")
    fields = [block.splitlines()[0] for block in golden.rstrip().split("\n\n")]
    assert "\n\n".join(told(line) for line in fields) + "\n" == golden


def test_the_fields_of_a_rule_are_named() -> None:
    (found,) = wrong(titel="x")
    assert found.startswith("rules.r.titel:1 there is no field titel | one of title, severity, ")
    assert found.endswith("| title?")


@pytest.mark.parametrize("name", ["Rule", "a_b", "9a", "a--b", "unknown-reference"])
def test_an_id_is_words_joined_by_hyphens(name: str) -> None:
    assert problems(Sheet({"rules": {name: rule()}})) == [
        f"rules.{name}:1 {name} cannot be the id of a rule | words joined by hyphens"
    ]


def test_a_file_holds_rules_and_authorities() -> None:
    assert problems(Sheet({"rule": {}, "rules": "x", "authorities": {"a": {"says": "x"}}})) == [
        "rule:1 there is no field rule | one of rules, authorities | rules?",
        "rules:1 this is no mapping | a mapping",
        "authorities.a:1 a has no name | a field name",
    ]


@pytest.mark.parametrize(
    ("default", "condition", "expected"),
    [
        ("90", 'today - reviewed > most * "1 day"', 90),
        ("0.5", "users.named > most", 0.5),
        ("90 days", "today - reviewed > most", Term(days=90)),
        ("12 months", "until < today + most", Term(months=12)),
        ("2026-01-31", "until < most", date(2026, 1, 31)),
        ("true", "mfa == most", True),
        ("IT", "owner == most", "IT"),
        ("12.20", "owner == most", 12.2),
        (["1", "2"], "users.named in most", (1, 2)),
        (["12.2", "x"], "owner in most", ("12.2", "x")),
        (["critical"], "criticality in most", ("critical",)),
        ([], "criticality in most", ()),
        ("1_000", "owner == most", "1_000"),
        ("4h", "recovery.rto > most", None),
    ],
)
def test_a_parameter_is_of_the_type_that_its_default_is_written_in(
    default: str | list[str], condition: str, expected: object
) -> None:
    (found,) = read(parameters={"most": default}, when=condition).parameters
    assert expected is None or found.constant.value == expected
    assert found.default == (tuple(default) if isinstance(default, list) else default)
