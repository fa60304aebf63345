"""The page on CI: what it tells a reader to do works."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from tests.ci.conftest import ROOT

from estate.cli import cli

pytestmark = pytest.mark.no_cover

PAGE = (ROOT / "docs" / "continuous-integration.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
COMMANDS = [
    line
    for language, text in BLOCKS
    for line in text.splitlines()
    if language == "sh" and line.startswith("estate ")
]


def _yaml(name: str, holding: str) -> Any:  # noqa: ANN401 - whatever a file of theirs holds
    (text,) = [t for kind, t in BLOCKS if kind == "yaml" and f"# {name}\n" in t and holding in t]
    return yaml.safe_load(text)


def _run(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(cli, arguments, prog_name="estate")
    return done.exit_code, done.stderr


def test_its_commands_work_in_their_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert len(COMMANDS) >= 5
    for command in COMMANDS:
        code, said = _run(*shlex.split(command)[1:])
        assert code in {0, 1}, (command, said)


def test_the_change_that_ought_not_to_pass_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    day = ("--as-of", "2026-11-21")
    begin, write, check, *_ = (shlex.split(command)[1:] for command in COMMANDS)
    assert _run(*begin) == (0, "")
    workflow = (tmp_path / ".github" / "workflows" / "estate.yml").read_text()
    assert workflow.splitlines()[-1].strip().startswith("- run: estate check")
    assert _run(*write, *day)[0] == 0
    assert _run(*check, *day) == (0, "")
    ((name, text),) = [
        (found[1], text) for _, text in BLOCKS if (found := re.match(r"# (inventory/.*)\n", text))
    ]
    (tmp_path / name).write_text(text)
    assert _run(*check, *day) == (1, "")


def test_the_action_is_called_with_what_it_knows() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text())
    workflow = _yaml(".github/workflows/estate.yml", "OWNER/estate@")
    (job,) = workflow["jobs"].values()
    (step,) = [step for step in job["steps"] if step.get("uses", "").startswith("OWNER/")]
    assert set(step["with"]) <= set(action["inputs"])
    used = set(re.findall(r"steps\.estate\.outputs\.([\w-]+)", PAGE))
    assert used <= set(action["outputs"])


def test_the_template_is_included_with_what_it_knows() -> None:
    template = yaml.safe_load((ROOT / "templates" / "estate.gitlab-ci.yml").read_text())
    included = _yaml(".gitlab-ci.yml", "include:")
    assert (ROOT / included["include"][0]["file"]).is_file()
    assert set(included["estate"]["variables"]) <= set(template[".estate"]["variables"])
    scheduled = _yaml(".gitlab-ci.yml", "estate calendar:")["estate calendar"]
    assert set(scheduled["variables"]) <= set(template["estate calendar"]["variables"])


def test_the_hook_is_one_that_there_is() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    (repository,) = _yaml(".pre-commit-config.yaml", "rev:")["repos"]
    assert [hook["id"] for hook in repository["hooks"]] == [hook["id"] for hook in hooks]
