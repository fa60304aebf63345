"""Rule packs: found, read, and set by the estate."""

from __future__ import annotations

from pathlib import Path

import pytest

from estate.errors import RuleError
from estate.pipeline import load_pack
from estate.pipeline.examples import try_examples
from estate.pipeline.packs import rule_files
from estate.shipped import standard_rules

UNREADABLE = Path("/proc/self/mem")
RULE = """\
rules:
  own-rule:
    title: Own
    severity: low
    for: server
    when: cores > most
    message: "{name}"
    why: Because.
    fix: Mend it.
    parameters: {most: 4}
    examples:
      fails:
        - {as_of: 2026-11-21, servers: {one: {name: One, cores: 8}}}
      passes:
        - {as_of: 2026-11-21, servers: {one: {name: One, cores: 2}}}
      unknown:
        - {as_of: 2026-11-21, servers: {one: {name: One}}}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "estate.yaml").write_text("estate: 1\nname: One\nrules: [own]\n")
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "rule.yaml").write_text(RULE)
    return tmp_path


def _set(root: Path, line: str) -> None:
    with (root / "estate.yaml").open("a") as file:
        file.write(f"{line}\n")


def test_without_an_estate_there_is_the_standard_pack() -> None:
    pack = load_pack(None)
    assert "unsupported-software" in pack.rules
    assert not pack.not_run
    assert {rule.pack for rule in pack.rules.values()} == {"standard"}


def test_an_estate_names_its_packs(root: Path) -> None:
    assert list(load_pack(root).rules) == ["own-rule"]
    assert load_pack(root).rules["own-rule"].location.file == "own/rule.yaml"


def test_a_pack_may_be_a_file(root: Path) -> None:
    (root / "estate.yaml").write_text("estate: 1\nname: One\nrules: [own/rule.yaml]\n")
    assert list(load_pack(root).rules) == ["own-rule"]


def test_what_is_set_counts_unless_rules_are_wanted_as_they_are_written(root: Path) -> None:
    _set(root, "severity: {own-rule: high}")
    _set(root, "ignore: [own-rule]")
    _set(root, "parameters: {own-rule: {most: 16}}")
    pack, written = load_pack(root), load_pack(root, as_written=True)
    assert pack.not_run == {"own-rule": "ignored in estate.yaml"}
    assert pack.rules["own-rule"].severity.worst == "high"
    assert [bool(one.wrong) for one in try_examples(pack)] == [True, False, False]
    assert not written.not_run
    assert written.rules["own-rule"].severity.worst == "low"
    assert [one.wrong for one in try_examples(written)] == ["", "", ""]


def test_a_pack_that_is_not_there(root: Path) -> None:
    (root / "own" / "rule.yaml").unlink()
    (root / "own").rmdir()
    with pytest.raises(RuleError, match="there is no rule pack"):
        load_pack(root)


def test_files_of_a_pack_are_those_that_are_yaml_at_any_depth(root: Path) -> None:
    (root / "own" / "deep.yaml").mkdir()
    (root / "own" / "deep.yaml" / "more.yml").write_text("rules: {}\n")
    (root / "own" / "README.md").write_text("about\n")
    found = [path.relative_to(root).as_posix() for path in rule_files(root / "own")]
    assert found == ["own/deep.yaml/more.yml", "own/rule.yaml"]


@pytest.mark.skipif(not UNREADABLE.exists(), reason="needs a file that not even root can read")
def test_a_file_that_cannot_be_read(root: Path) -> None:
    (root / "own" / "wrong.yaml").symlink_to(UNREADABLE)
    with pytest.raises(RuleError, match=r"wrong\.yaml cannot be read: "):
        load_pack(root)


@pytest.mark.parametrize(("number", "said"), [(1, "1 problem"), (2, "2 problems")])
def test_files_that_are_no_yaml_are_counted(root: Path, number: int, said: str) -> None:
    for name in range(number):
        (root / "own" / f"wrong-{name}.yaml").write_text("rules: }\n")
    with pytest.raises(RuleError, match=f"the rules have {said}$") as caught:
        load_pack(root)
    assert len(caught.value.problems) == number


@pytest.mark.no_cover
def test_every_example_of_the_standard_pack_holds() -> None:
    tried = list(try_examples(load_pack(None)))
    assert [(one.location, one.wrong) for one in tried if one.wrong] == []
    files = {one.location.file for one in tried}
    assert files <= {f"rules/{path.name}" for path in rule_files(standard_rules())}
    assert len(tried) > 150


def test_a_rule_that_extends_takes_a_field_away_with_null(root: Path) -> None:
    (root / "own" / "same.yaml").write_text(
        "rules: {own-rule: {extend: own-rule, examples: null, authority: null}}\n"
    )
    (rule,) = load_pack(root).rules.values()
    assert rule.examples == ()
    assert rule.title == "Own"


def test_rules_are_read_through_whatever_gives_their_bytes(root: Path) -> None:
    def read(path: Path) -> bytes:
        data = path.read_bytes()
        return data.replace(b"own-rule", b"unsaved-rule") + b"# not on disk\n"

    assert list(load_pack(root, read=read).rules) == ["unsaved-rule"]
    _set(root, "ignore: [own-rule]")
    with pytest.raises(RuleError, match="1 problems"):
        load_pack(
            root, read=lambda path: read(path) if path.name == "rule.yaml" else path.read_bytes()
        )
