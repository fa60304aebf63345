"""What conditions mean, one example at a time: the compiler is held to the same by its law."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from tests.rules.little import DICTIONARY, LittleWorld, Record, application

from estate.facts.dictionary import Type
from estate.model.scalars import NEVER
from estate.rules.expression import Scope, Vocabulary, check, check_path
from estate.rules.expression.fusion import fuse
from estate.rules.expression.interpret import Frame, Interpreter
from estate.rules.expression.program import Clause
from estate.rules.expression.tree import Constant, Path

EMPTY = Constant((), Type("text", many=True), "empty", ())


def truth(text: str, **fields: Any) -> bool | None:  # noqa: ANN401 - fields of every type
    """Return what a condition says of an application, interpreted and compiled alike."""
    columns = {f"asset.{name}": {"one": fields.pop(name, default)} for name, default in _DERIVED}
    one = application("one", **fields)
    world = LittleWorld({"application": [one]}, columns)
    scope = Scope(Vocabulary(DICTIONARY), "application", {"empty": EMPTY})
    tree, mistakes = check(text, scope, where=True)
    assert tree is not None, mistakes
    found = Interpreter(world).truth(tree, Frame(one))
    (verdict,) = fuse("application", [Clause("r", None, None, tree)]).run(
        [one], world.columns, world.scope
    )
    compiled = True if verdict.failed else None if verdict.unknown else False
    assert compiled is found
    return found


_DERIVED: tuple[tuple[str, Any], ...] = (
    ("state", "live"),
    ("needs", ()),
    ("effective_rto", None),
    ("internet_path", None),
)


@pytest.mark.parametrize(
    ("text", "fields", "expected"),
    [
        ('owner == "IT"', {"owner": "IT"}, True),
        ('owner == "IT"', {"owner": "HR"}, False),
        ('owner == "IT"', {}, None),
        ('owner != "IT"', {}, None),
        ("mfa", {"mfa": True}, True),
        ("mfa", {"mfa": False}, False),
        ("mfa", {}, None),
        ("not mfa", {}, None),
        ("mfa or True", {}, True),
        ("mfa and False", {}, False),
        ("mfa and True", {}, None),
        # null: after every date, before every date, none, unlimited
        ("until > today", {"until": NEVER}, True),
        ('until > today + "9000 years"', {"until": NEVER}, False),
        ("reviewed < today", {"reviewed": date.min}, True),
        ('recovery.rto > "1w"', {"recovery": Record(rto=timedelta.max)}, True),
        ("missing(owner)", {"owner": ""}, True),
        ("missing(until)", {"until": NEVER}, True),
        ("missing(reviewed)", {"reviewed": date.min}, True),
        ("missing(tags)", {"tags": ()}, True),
        ("missing(tags)", {}, True),
        ("missing(tags)", {"tags": ("a",)}, False),
        ("missing(tags)", {"tags": (None, "a")}, False),
        ("missing(tags)", {"tags": (None,)}, None),
        ("missing(mfa)", {"mfa": False}, False),
        ("missing(users.named)", {"users": Record(named=0)}, False),
        ("missing(users.named)", {"users": Record(named=float("inf"))}, True),
        ("missing(recovery.rto)", {"recovery": Record(rto=timedelta.max)}, True),
        ("missing(recovery)", {}, True),
        ("missing(effective_rto)", {}, True),
        # a part of a record that is not there
        ("missing(hosted_assessment.exit_plan)", {}, None),
        ("missing(hosted_assessment.exit_plan)", {"hosted_assessment": Record()}, True),
        ("not hosted_assessment.exit_plan", {}, None),
        # lists
        ('"x" in tags', {"tags": ("x",)}, True),
        ('"x" in tags', {"tags": ("y",)}, False),
        ('"x" in tags', {"tags": ("y", None)}, None),
        ('"x" in tags', {}, None),
        ("owner in tags", {"tags": ()}, False),
        ("owner in tags", {"tags": ("x",)}, None),
        ("owner in empty", {}, False),
        ("owner not in tags", {"tags": ("x",), "owner": "y"}, True),
        ("len(tags) >= 2", {"tags": ("x", "y")}, True),
        ("len(tags) >= 2", {"tags": ("x", None)}, None),
        ("len(tags) >= 2", {"tags": ("x",)}, False),
        ("len(tags) >= 0", {}, True),
        ("len(tags) >= 1", {}, None),
        ("len(tags) == 2", {"tags": ("x", None)}, None),
        ("len(tags) == 3", {"tags": ("x", None)}, False),
        ("len(tags) != 3", {"tags": ("x", None)}, True),
        ("len(tags) == 1", {"tags": ("x",)}, True),
        ("len(tags) != 1", {"tags": ("x",)}, False),
        ("len(tags) - 1 == 0", {"tags": ("x",)}, True),
        ("len(tags) - 1 == 0", {"tags": (None,)}, None),
        ("len(tags) < users.named", {"tags": ("x",)}, None),
        ("len(tags) < len(needs)", {"tags": (None,), "needs": (application("a"),)}, None),
        ('any(t == "x" for t in tags)', {"tags": ("y", None)}, None),
        ("any(True for t in tags)", {"tags": (None,)}, None),
        ("any(True for t in tags)", {"tags": ()}, False),
        ("any(False for t in tags)", {}, None),
        ("all(False for t in tags)", {"tags": ()}, True),
        ("all(False for t in tags)", {"tags": (None,)}, None),
        ('all(t == "x" for t in tags if t != "y")', {"tags": ("x", "y")}, True),
        ('count(t == "x" for t in tags) == 1', {"tags": ("x", "y", "x")}, False),
        ("sum(1 for t in tags) == 2", {"tags": ("x", "y")}, True),
        ("sum(1 for t in tags) == 2", {"tags": ("x", None)}, None),
        ('sum(1 for t in tags if t == "x") == 1', {"tags": ("x", "y")}, True),
        ("max(n.recovery.rto for n in needs) > recovery.rto", {}, None),
        ('name.startswith(("O", "x")) and name.endswith("e")', {}, True),
        ('owner.startswith("O")', {}, None),
        ("any(answers)", {"answers": (False, True)}, True),
        ("all(answers)", {"answers": (True, None)}, None),
        ("count(a for a in answers) == 1", {"answers": (False, True)}, True),
        ("sum(costs) == 3", {"costs": (1, 2)}, True),
        ("max(costs) > 2", {"costs": ()}, None),
        # arithmetic
        ('today + "12 months" == "2027-11-21"', {}, True),
        ('today - reviewed > "90 days"', {"reviewed": date(2026, 1, 1)}, True),
        ("users.active / users.named < 0.5", {"users": Record(active=1, named=0)}, None),
        ("users.active / users.named < 0.5", {"users": Record(active=1, named=4)}, True),
        ("until <= today + policy.horizons[1]", {"until": date(2028, 11, 21)}, True),
        ("until <= today + policy.horizons[9]", {"until": date(2028, 11, 21)}, None),
        ('begins < "2020-01-01" < until', {}, True),
    ],
)  # fmt: skip
def test_a_condition(text: str, fields: dict[str, Any], expected: bool | None) -> None:  # noqa: FBT001 - a truth
    assert truth(text, **fields) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("needs.name", ("A", "B")),
        ("needs.recovery.rto", (timedelta(hours=4), None)),
        ("needs.tags", ("x", "y", None)),
        ("tags", ("t",)),
        ("recovery.rto", None),
        ("hosted_assessment.certificates.name", None),
        ("today", date(2026, 11, 21)),
    ],
)
def test_a_path_spreads_through_lists(text: str, expected: object) -> None:
    a = application("a", recovery=Record(rto=timedelta(hours=4)), tags=("x", "y"))
    one = application("one", tags=("t",))
    columns = {"asset.needs": {"one": (a, application("b"))}}
    path, _ = check_path(text, Scope(Vocabulary(DICTIONARY), "application"))
    assert isinstance(path, Path)
    assert Interpreter(LittleWorld({}, columns)).spread(path, Frame(one)) == expected
