"""The generated judgement: what it shares, what it asks for, and what it says of a crash."""

from __future__ import annotations

import pytest
from tests.rules.little import DICTIONARY, LittleWorld, Record, application

from estate.errors import Fault
from estate.facts.dictionary import Dictionary, Fact, Type
from estate.rules.expression import Scope, Vocabulary, check
from estate.rules.expression.fusion import fuse
from estate.rules.expression.program import Clause, Program, Verdict
from estate.rules.expression.tree import Condition

LIVE = 'state in ("live", "retiring")'


def tree(text: str) -> Condition:
    found, mistakes = check(text, Scope(Vocabulary(DICTIONARY), "application"), where=True)
    assert found is not None, mistakes
    return found


def _tree(text: str | None) -> Condition | None:
    return None if text is None else tree(text)


def program(*rules: tuple[str | None, str | None, str]) -> Program:
    clauses = [
        Clause(f"rule-{n}", _tree(population), _tree(where), tree(when))
        for n, (population, where, when) in enumerate(rules)
    ]
    return fuse("application", clauses)


def test_a_population_that_rules_share_is_asked_once() -> None:
    made = program((LIVE, None, "mfa"), (LIVE, "missing(owner)", "mfa"), (LIVE, None, "not mfa"))
    first_pass = made.source.split("for i in r0")[0]
    assert first_pass.count("'retiring'") == 1
    assert first_pass.count(".mfa") == 1


def test_the_source_is_the_same_each_time_and_says_nothing_of_a_rule() -> None:
    rules = [(LIVE, None, f'name == "{name}"') for name in ("import os", "'''", "x\u2028y")]
    made = program(*rules)
    assert made.source == program(*rules).source
    assert "rule-" not in made.source
    assert (
        made.run([application("one")], {"asset.state": {"one": "live"}}, {})
        == [Verdict(1, [], [], [])] * 3
    )


def test_only_columns_that_are_read_are_asked_for() -> None:
    assert program((None, None, "mfa")).columns == ()
    assert program((LIVE, None, "any(n.effective_rto > recovery.rto for n in needs)")).columns == (
        "asset.state",
        "asset.effective_rto",
        "asset.needs",
    )


def test_subjects_are_parted_by_where_and_when() -> None:
    subjects = [
        application("outside", mfa=True, owner="IT"),
        application("failed", mfa=True, owner="HR"),
        application("passed", mfa=False),
        application("unsure", owner="HR"),
        application("unsure-inside", mfa=True),
    ]
    clause = Clause("r", None, tree('owner == "HR"'), tree("mfa"))
    (verdict,) = fuse("application", [clause]).run(subjects, {}, {})
    assert verdict == Verdict(4, [1], [3, 4], [])
    gaps = Clause("r", None, tree('owner == "HR"'), tree("mfa"), gaps=True)
    (verdict,) = fuse("application", [gaps]).run(subjects, {}, {})
    assert verdict == Verdict(4, [1], [4], [3])
    anywhere = Clause("r", None, None, tree("mfa"), gaps=True)
    (verdict,) = fuse("application", [anywhere]).run(subjects, {}, {})
    assert verdict == Verdict(5, [0, 1, 4], [], [3])


def test_a_crash_names_the_rule_and_the_subject() -> None:
    made = program((None, None, "missing(owner)"), (None, None, 'name.startswith("x")'))
    with pytest.raises(Fault, match=r"^rule rule-1 on application two: AttributeError: "):
        made.run([application("one"), Record(id="two", name=3, owner="")], {}, {})


def test_a_crash_in_the_second_pass_names_them_too() -> None:
    made = program((None, None, "users.named < users.active"))
    users = Record(named=None, active="x")
    with pytest.raises(Fault, match=r"^rule rule-0 on application two: TypeError: "):
        made.run([Record(id="two", users=Record(named=1, active="x"))], {}, {})
    (verdict,) = made.run([Record(id="two", users=users)], {}, {})
    assert verdict.unknown == [0]


def test_a_crash_before_the_loop_names_the_kind() -> None:
    with pytest.raises(Fault, match=r"^rules on application: KeyError: 'today'$"):
        program((None, None, "begins > today")).run([application("one")], {}, {})


def test_a_crash_in_what_is_shared_names_the_subject() -> None:
    made = program((LIVE, None, "mfa"))
    with pytest.raises(Fault, match=r"^rules on application one: KeyError: 'one'$"):
        made.run([application("one")], {"asset.state": {}}, {})


def test_an_attribute_that_is_none_is_refused() -> None:
    odd = Dictionary([Fact("asset", "odd", Type("boolean"), "", attribute="a; b")], {})
    found, _ = check("odd", Scope(Vocabulary(odd), "asset"))
    assert found is not None
    with pytest.raises(ValueError, match="no identifier"):
        fuse("asset", [Clause("r", None, None, found)])


def test_deep_conditions_compile() -> None:
    text = "all(any(all(any(a.name == d.name for d in c.needs if not (len(d.needs) > 1 and "
    text += "len(c.tags) > 1)) for c in b.needs) for b in a.needs) for a in needs)"
    made = program((LIVE, text, text))
    world = LittleWorld({})
    columns = {"asset.state": {"one": "live"}, "asset.needs": {"one": ()}}
    assert made.run([application("one")], columns, world.scope) == [Verdict(1, [0], [], [])]


def test_constants_of_every_type_are_written() -> None:
    text = (
        'until < "2027-01-31" and until in ("2027-01-31", "2028-01-31") and recovery.rto > "4h"'
        ' and begins + "12 months" > until and users.named in (1, 2.5)'
    )
    made = program((None, None, text))
    for written in ("date(2027, 1, 31)", "timedelta(0, 14400, 0)", "Term(12, 0)", "(1, 2.5)"):
        assert written in made.source
