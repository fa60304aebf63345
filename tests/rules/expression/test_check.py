"""What a condition may say, and what is said of one that may not be said."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.rules.little import DICTIONARY

from estate.facts.dictionary import Type
from estate.rules.expression import Mistake, Scope, Vocabulary, check, check_path
from estate.rules.expression.tree import Constant

VOCABULARY = Vocabulary(DICTIONARY)
PARAMETERS = {
    "days": Constant(90, Type("number"), "days", "90"),
    "levels": Constant(
        ("critical", "high"), Type("text", many=True), "levels", ("critical", "high")
    ),
    "wrong": Constant(("huge",), Type("text", many=True), "wrong", ("huge",)),
    "numbers": Constant((1, 2), Type("number", many=True), "numbers", ("1", "2")),
    "none": Constant((), Type("text", many=True), "none", ()),
    "mode": Constant("strict", Type("text"), "mode", "strict"),
    "release": Constant(12.2, Type("number"), "release", "12.2"),
}


def mistakes(text: str, kind: str = "application", *, where: bool = False) -> list[Mistake]:
    return check(text, Scope(VOCABULARY, kind, PARAMETERS), where=where)[1]


def told(text: str) -> str:
    """Return a condition with its mistakes below it, each under its place."""
    lines = [text]
    for mistake in mistakes(text):
        says = [mistake.message]
        says += [f"expected {mistake.expected}"] if mistake.expected else []
        says += [f"nearest {mistake.nearest}"] if mistake.nearest else []
        marks = "^" * max(1, mistake.end - mistake.start)
        lines.append(f"{' ' * mistake.start}{marks} {'; '.join(says)}")
    return "\n".join(lines)


def only(text: str, kind: str = "application", *, where: bool = False) -> Mistake:
    (mistake,) = mistakes(text, kind, where=where)
    return mistake


@pytest.mark.parametrize(
    "text",
    [
        'state == "live"',
        'state in ("live", "retiring") and (mfa or owner == "IT")',
        "mfa == False",
        'criticality in levels and mode == "strict"',
        "until <= today + policy.horizons[0]",
        'until < today + "12 months" and begins >= "2020-01-31"',
        'today - reviewed > "90 days"',
        '"90 days" < today - reviewed',
        'today + days * "1 day" >= until',
        'today + "12 months" * 2 > until',
        'until - "2026-01-01" > "4h"',
        'recovery.rto * 2 + "30m" > recovery.rpo / 2 - "1h"',
        "recovery.rto / recovery.rpo > 1.5",
        "-users.active < -(-3)",
        '-recovery.rto < "0s"',
        "begins < reviewed <= until",
        "zone in policy.internet_zones and zone not in tags",
        '"dmz" in policy.internet_zones',
        'name.startswith("A") or name.endswith(("x", "y"))',
        "name.startswith(mode) or owner.endswith(name) or name.startswith(levels)",
        'any(n.state == "retired" for n in needs if n.owner == owner)',
        "all(c.expires > today for c in hosted_assessment.certificates)",
        'count(n for n in needs if n.state == "live") >= 2 and len(needs) < 9',
        'count(n.state == "live" for n in needs) in (1, 2)',
        "sum(1 for n in needs) == 3",
        "max(n.recovery.rto for n in needs) > recovery.rto",
        "any(any(m.name == n.name for m in n.needs) for n in needs)",
        'any(tag == "x" for tag in tags)',
        "any(answers) and all(answers) and any(answer for answer in answers)",
        "count(answer for answer in answers) == 1 and len(answers) == 2",
        "sum(costs) > max(costs) or min(cost for cost in costs) < 3",
        "zone == levels[0] and users.named > numbers[1]",
        'today in (until, "2026-11-21")',
        "any(n.begins == today for n in needs)",
        "missing(owner) or missing(hosted_assessment.exit_plan) or missing(needs)",
        "any(missing(n.owner) for n in needs if missing(n.zone))",
        "count(missing(n.owner) for n in needs) >= 2",
        "2 <= count(missing(n.owner) for n in needs)",
        "owner == state",
        "zone == release",
        'name in (owner, "x") and "x" in (owner, zone)',
        'mode in ("a", "b")',
        "zone in none",
        "True",
        'name == "naïve ✓ \u201cquoted\u201d"',
        "owner == 'single'",
        "  mfa\n  and  not (owner == zone)\n",
    ],
)
def test_what_may_be_said(text: str) -> None:
    tree, found = check(text, Scope(VOCABULARY, "application", PARAMETERS))
    assert found == []
    assert tree is not None


def test_a_mistake_is_told_with_its_place_and_what_to_write() -> None:
    golden = (Path(__file__).parent / "mistakes.txt").read_text(encoding="utf-8")
    texts = [block.splitlines()[0] for block in golden.rstrip().split("\n\n")]
    assert "\n\n".join(told(text) for text in texts) + "\n" == golden


def test_what_cannot_be_read_is_said_so() -> None:
    for text in ("mfa mfa", "owner ==", "mfa and", "1 2"):
        assert only(text).message == "the condition cannot be read from here on"


def test_missing_under_not_narrows_a_population() -> None:
    text = "not missing(owner) and not all(missing(n.owner) for n in needs if missing(n.zone))"
    assert mistakes(text, where=True) == []
    assert len(mistakes(text)) == 3


def test_places_hold_beside_wide_characters_and_across_lines() -> None:
    text = '\n  name == "naïve ✓"\n  and ownr == zone\n'
    mistake = only(text)
    assert text[mistake.start : mistake.end] == "ownr"


@pytest.mark.parametrize(
    "text",
    [
        "(" * 10_000,
        "(" * 10_000 + "mfa" + ")" * 10_000,
        "not " * 900 + "mfa",
        "-" * 3_900 + "1 > 2",
        "a" + ".a" * 1_900,
        "1" + "+1" * 1_900 + " > 2",
        "mfa and " * 1_000 + "mfa",
        "any(" * 31,
        "[" * 200,
        "9" * 3_999,
    ],
)
def test_bounds_hold_without_a_crash(text: str) -> None:
    assert mistakes(text)


def test_lists_in_lists_have_a_bound() -> None:
    text = "mfa"
    for name in "edcba":
        text = f"any({text} for {name} in {chr(ord(name) - 1) + '.' if name != 'a' else ''}needs)"
    assert "lists lie more than 4 deep" in {mistake.message for mistake in mistakes(text)}


def test_a_path_may_lead_through_lists() -> None:
    scope = Scope(VOCABULARY, "application", PARAMETERS)
    for text in ("needs.recovery.rto", "owner", "days", "policy.horizons", "today"):
        path, found = check_path(text, scope)
        assert path is not None
        assert not found


@pytest.mark.parametrize("text", ["needs.ownr", "owner == zone", "1", "", "policy.horizons[0]"])
def test_a_path_is_nothing_but_a_path(text: str) -> None:
    path, found = check_path(text, Scope(VOCABULARY, "application", PARAMETERS))
    assert path is None
    assert found


def test_the_estate_is_judged_by_what_is_known_everywhere() -> None:
    scope = Scope(VOCABULARY, "estate")
    assert check('today > "2026-01-01"', scope)[1] == []
