"""The standard rules as they ship say what their files say, or are not used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date

import pytest

from estate.errors import Fault, Location
from estate.exceptions import FACTS
from estate.exceptions.amendments import AMENDMENTS
from estate.facts import dictionary
from estate.pipeline import load_pack
from estate.pipeline.packs import RuleFile, shipped_pack
from estate.rules import Pack, Settings, standard
from estate.rules.engine import Judge
from estate.rules.expression.fusion import fuse, written
from estate.rules.prepared import Examples, digest, programs_of, standard_pack, suits

WORDS = dictionary((*FACTS, *AMENDMENTS))


@pytest.fixture(scope="module")
def read() -> Pack:
    """Return the standard pack as its files say."""
    return load_pack(None)


@pytest.fixture(scope="module")
def shipped() -> Pack:
    """Return the standard pack as it ships."""
    pack = shipped_pack(WORDS)
    assert pack is not None
    return pack


def _plain(value: object) -> object:
    """Return a value as something that compares deeply, types and all."""
    if isinstance(value, RuleFile):
        return value.name, value.path, value.data
    if isinstance(value, Mapping):
        return [(name, _plain(part)) for name, part in value.items()]
    if isinstance(value, tuple | list | Examples):
        return [_plain(part) for part in value]
    if is_dataclass(value):
        parts = [_plain(getattr(value, field.name)) for field in fields(value)]
        return type(value).__name__, parts
    return type(value).__name__, value


def test_it_is_deeply_what_the_files_say(read: Pack, shipped: Pack) -> None:
    assert list(shipped.rules) == list(read.rules)
    for name, rule in read.rules.items():
        assert _plain(shipped.rules[name]) == _plain(rule), name
    assert _plain(shipped.authorities) == _plain(read.authorities)
    assert shipped.not_run == read.not_run == {}


def test_its_programs_are_those_that_its_rules_fuse_to(read: Pack, shipped: Pack) -> None:
    fused = programs_of(read)
    assert [program.part for program in fused] == list(standard.PROGRAMS)
    assert shipped.programs.keys() == standard.PROGRAMS.keys()
    for program in fused:
        ready = shipped.programs[program.part]
        assert ready.clauses == program.clauses
        assert (ready.source, ready.columns) == written(program.clauses)


def test_its_places_are_those_of_the_files(read: Pack, shipped: Pack) -> None:
    name = next(iter(read.rules))
    assert shipped.rules[name].location == read.rules[name].location
    assert isinstance(shipped.rules[name].location, Location)


def test_its_examples_are_a_sequence(shipped: Pack) -> None:
    examples = next(iter(shipped.rules.values())).examples
    assert len(examples) > 1
    assert examples[:1] == (examples[0],)


def test_what_is_out_of_date_is_not_used() -> None:
    files = {"support.yaml": b"rules: {}\n"}
    assert standard_pack(files, WORDS, lambda name: RuleFile("standard", name, b"")) is None


@pytest.mark.parametrize(
    "other", [{"a": b"1"}, {"a": b"12", "b": b"3"}, {"b": b"23", "a": b"1"}, {"a": b"1", "b": b"3"}]
)
def test_a_digest_tells_files_apart(other: dict[str, bytes]) -> None:
    assert digest({"a": b"1", "b": b"23"}.items()) != digest(other.items())


@pytest.mark.parametrize(
    ("settings", "fits"),
    [
        (Settings(), True),
        (Settings({"ending-support": "low"}, {}, ["single-point-of-failure"]), True),
        (Settings({"ending-suport": "low"}), False),
        (Settings({"ending-support": "grave"}), False),
        (Settings(ignore=["no-such-rule"]), False),
        (Settings(parameters={"ending-support": {"soon": "1 month"}}), False),
    ],
)
def test_settings_that_need_the_files_do_not_suit(
    shipped: Pack, settings: Settings, *, fits: bool
) -> None:
    assert suits(shipped, settings) is fits


def test_a_program_that_asks_something_else_is_passed_by(shipped: Pack) -> None:
    rules = shipped.running()
    whole = Judge(rules, programs=shipped.programs).programs
    assert all(program is shipped.programs[program.part] for program in whole)
    fewer = Judge(rules, skip={"ending-support"}, programs=shipped.programs).programs
    (changed,) = (one for one in fewer if one is not shipped.programs.get(one.part))
    assert changed.kind in shipped.rules["ending-support"].subjects


def test_a_crash_is_blamed_on_the_same_rule_and_subject(shipped: Pack) -> None:
    ready = next(program for program in shipped.programs.values() if program.kind == "site")
    columns: dict[str, dict[str, object]] = {name: {} for name in ready.columns}
    scope = {"today": date(2026, 11, 21)}
    said = []
    for program in (ready, fuse(ready.kind, ready.clauses)):
        with pytest.raises(Fault) as raised:
            program.run([object()], columns, scope)
        said.append(str(raised.value))
    assert said[0] == said[1]
    assert said[0].startswith("rule")


def test_a_pack_is_set_as_an_estate_wants(shipped: Pack) -> None:
    settings = Settings({"ending-support": "low"}, {}, ["single-point-of-failure"])
    found = shipped.as_set(settings)
    assert found.rules["ending-support"].severity.worst == "low"
    assert found.not_run == {"single-point-of-failure": "ignored in estate.yaml"}
    assert found.programs is shipped.programs
