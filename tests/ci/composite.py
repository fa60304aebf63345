"""Runs the steps of a composite action of GitHub as its runner does, without GitHub.

Only what our action needs: steps that run bash, expressions that name inputs, outputs of steps and
the action's folder, and the files through which a step speaks to the runner. A step that uses
another action is left to the caller, who has Python already. A step into which no input goes does
the same each time: a runner that has run it does not run it again.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

_EXPRESSION = re.compile(r"\$\{\{ *([\w.-]+) *\}\}")


@dataclass
class Done:
    """How a run of the action ended: its outputs, its log, its summary, and what it used."""

    code: int = 0
    log: str = ""
    summary: str = ""
    outputs: dict[str, str] = field(default_factory=dict)
    used: list[str] = field(default_factory=list)


def run_action(
    action: Path, workspace: Path, temporary: Path, inputs: Mapping[str, str], **env: str
) -> Done:
    """Run an action in a workspace; after a step that fails, no other is run."""
    document: dict[str, Any] = yaml.safe_load(action.read_text(encoding="utf-8"))
    known = {f"inputs.{key}": str(value["default"]) for key, value in document["inputs"].items()}
    unknown = set(inputs) - set(document["inputs"])
    assert not unknown, f"no inputs of the action: {unknown}"
    known |= {f"inputs.{key}": value for key, value in inputs.items()}
    known["github.action_path"] = str(action.parent)
    done = Done()
    for step in document["runs"]["steps"]:
        if "uses" in step:
            done.used.append(step["uses"])
        elif done.code == 0:
            _run_step(step, known, done, (workspace, temporary), env)
    done.outputs = {
        name: _filled(output["value"], known) for name, output in document["outputs"].items()
    }
    return done


def _run_step(
    step: dict[str, Any],
    known: dict[str, str],
    done: Done,
    folders: tuple[Path, Path],
    env: Mapping[str, str],
) -> None:
    workspace, temporary = folders
    before = temporary / f"{step['id']}.before"
    if before.exists():
        known.update(_said(step, before))
        return
    output, summary = temporary / "output", temporary / "summary"
    for file in (output, summary):
        file.write_text("")
    given = {name: _filled(value, known) for name, value in step.get("env", {}).items()}
    own = {
        "GITHUB_OUTPUT": str(output),
        "GITHUB_STEP_SUMMARY": str(summary),
        "RUNNER_TEMP": str(temporary),
    }
    assert step["shell"] == "bash"
    assert "${{" not in step["run"], "what an input says would be run"
    ran = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=workspace,
        env={**os.environ, **env, **own, **given},
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    done.code = ran.returncode
    done.log += ran.stdout + ran.stderr
    done.summary += summary.read_text(encoding="utf-8")
    known.update(_said(step, output))
    if ran.returncode == 0 and not any("inputs." in value for value in step["env"].values()):
        output.rename(before)


def _said(step: dict[str, Any], output: Path) -> dict[str, str]:
    """Return the outputs of a step as expressions name them."""
    lines = (line.partition("=") for line in output.read_text(encoding="utf-8").splitlines())
    return {f"steps.{step['id']}.outputs.{name}": value for name, _, value in lines}


def _filled(text: str, known: Mapping[str, str]) -> str:
    return _EXPRESSION.sub(lambda found: known.get(found[1], ""), text)
