"""The action of GitHub: its steps, run one after the other as the runner does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from tests.ci.composite import Done, run_action
from tests.ci.conftest import OFFLINE, ROOT

pytestmark = pytest.mark.no_cover

DAY = "2026-11-21"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("runner")


def _run(shipped: Path, workspace: Path, runner: Path, **inputs: str) -> Done:
    given = {"estate": "councils/small", "as-of": DAY}
    given |= {name.replace("_", "-"): value for name, value in inputs.items()}
    return run_action(shipped / "action.yml", workspace, runner, given, **OFFLINE)


def test_findings_stand_beside_their_lines(shipped: Path, workspace: Path, installed: Path) -> None:
    done = _run(shipped, workspace, installed)
    assert done.code == 1, done.log
    assert done.used == ["actions/setup-python@v5"]
    assert "::error file=councils/small/inventory/" in done.log
    assert done.summary.startswith("<!-- estate -->\n## estate: ")
    assert done.outputs["exit-code"] == "1"
    sarif = json.loads((workspace / done.outputs["sarif"]).read_text())
    assert sarif["runs"][0]["results"]
    assert (workspace / done.outputs["markdown"]).read_text() == done.summary
    program = installed / "estate" / "bin" / "estate"
    assert program.is_file()


def test_inputs_are_options_and_never_commands(
    shipped: Path, workspace: Path, installed: Path
) -> None:
    assert _run(shipped, workspace, installed, fail_on="never").code == 0
    done = _run(shipped, workspace, installed, fail_on="$(touch made); touch made")
    assert (done.code, done.outputs["exit-code"]) == (2, "2")
    assert not (workspace / "made").exists()


def test_an_estate_that_does_not_load_is_told_of_too(
    shipped: Path, workspace: Path, installed: Path
) -> None:
    (workspace / "councils" / "small" / "inventory" / "wrong.yaml").write_text("servers: [\n")
    done = _run(shipped, workspace, installed)
    assert (done.code, done.outputs["exit-code"]) == (2, "2")
    assert "::error file=councils/small/inventory/wrong.yaml,line=" in done.log
    assert "nothing was judged" in done.summary
    assert done.outputs["sarif"]


def test_where_there_is_no_estate_nothing_is_written(
    shipped: Path, workspace: Path, installed: Path
) -> None:
    done = _run(shipped, workspace, installed, estate="councils")
    assert done.code == 2
    assert done.outputs == {"sarif": "", "markdown": "", "exit-code": "2"}


def test_every_input_and_output_is_explained() -> None:
    document = yaml.safe_load((ROOT / "action.yml").read_text())
    for part in ("inputs", "outputs"):
        assert all(entry["description"] for entry in document[part].values())
