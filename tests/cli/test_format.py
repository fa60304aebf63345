"""`estate format`: what is written, what is only told, and what is refused."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.cli.conftest import DAY, Run

from estate.shipped import example_estate

MESSY = "inventory/messy.yaml"
CLEAN = "sites:\n  hall:\n    name: Hall  # old\n    address: High Street\n"


@pytest.fixture
def messy(tmp_path: Path) -> Path:
    """Return an estate with a file that is not laid out, and one that is."""
    (tmp_path / "inventory").mkdir()
    (tmp_path / "estate.yaml").write_text("estate: 1\nname: N\n")
    (tmp_path / MESSY).write_text("sites: {hall: {address: High Street, name: Hall # old\n}}\n")
    (tmp_path / "inventory" / "other.yaml").write_text("servers: {}\n")
    (tmp_path / "inventory" / "made.json").write_text('{"suppliers":{"s":{"name":"S"}}}')
    return tmp_path


def test_files_are_laid_out_once(messy: Path, run: Run) -> None:
    done = run("format", at=messy)
    told = f"laid out: {MESSY}\n1 file laid out, 2 as they were, 1 of JSON left alone\n"
    assert (done.code, done.out, done.err) == (0, told, "")
    assert (messy / MESSY).read_text() == CLEAN
    assert run("format", "-q", at=messy) == (0, "", "")


def test_check_writes_nothing_and_fails(messy: Path, run: Run) -> None:
    before = (messy / MESSY).read_text()
    done = run("format", "--check", "-q", at=messy)
    assert (done.code, done.out) == (1, f"would change: {MESSY}\n")
    assert (messy / MESSY).read_text() == before
    run("format", at=messy)
    assert run("format", "--check", at=messy).code == 0


def test_a_difference_can_be_applied(messy: Path, run: Run) -> None:
    before = (messy / MESSY).read_bytes()
    (messy / MESSY).write_bytes(before.rstrip(b"\n"))
    done = run("format", "--diff", at=messy)
    assert done.code == 0
    assert (messy / MESSY).read_bytes() == before.rstrip(b"\n")
    assert run("format", "--diff", "--check", at=messy) == (1, done.out, "")
    subprocess.run(["git", "apply", "-"], cwd=messy, input=done.out.encode(), check=True)
    assert (messy / MESSY).read_text() == CLEAN


def test_paths_say_which_files(messy: Path, run: Run) -> None:
    assert run("format", "--check", "inventory/other.yaml", at=messy).code == 0
    assert run("format", "--check", "messy.yaml", at=messy / "inventory").code == 1
    assert run("format", "--check", "inventory", "--estate", str(messy)).code == 1
    assert run("format", "inventory/made.json", at=messy).out.endswith("1 of JSON left alone\n")


@pytest.mark.parametrize(("path", "said"), [("no", "there is no no"), ("x.yaml", "is no file of")])
def test_other_paths_are_refused(path: str, said: str, messy: Path, run: Run) -> None:
    (messy / "x.yaml").write_text("a:   1\n")
    done = run("format", path, at=messy)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_nothing_is_written_where_a_file_has_to_be_mended(messy: Path, run: Run) -> None:
    before = (messy / MESSY).read_text()
    (messy / "inventory" / "bad.yaml").write_text("sites: [\n")
    (messy / "inventory" / "worse.yaml").write_bytes(b"sites: \xff\n")
    (messy / "inventory" / "gone.yaml").symlink_to("nowhere")
    done = run("format", at=messy)
    assert (done.code, done.out) == (2, "")
    assert done.err.endswith("error: 3 files have to be mended first; nothing was written\n")
    for name in ("bad", "worse", "gone"):
        assert f"inventory/{name}.yaml" in done.err
    assert (messy / MESSY).read_text() == before


@pytest.mark.no_cover
def test_the_example_says_the_same_in_its_layout(run: Run, tmp_path: Path) -> None:
    shutil.copytree(example_estate(), tmp_path / "e", ignore=shutil.ignore_patterns("reports"))
    judge = ("check", "--as-of", DAY, "--format", "json", "--fail-on", "never")
    before = json.loads(run(*judge, at=tmp_path / "e").out)
    assert run("format", at=tmp_path / "e").code == 0
    after = json.loads(run(*judge, at=tmp_path / "e").out)
    for said in (before, after):
        said["inventory"].pop("digest")
        for finding in said["findings"]:
            finding.pop("location", None)
            finding.pop("related", None)
    key = "fingerprint"
    assert {each[key]: each for each in after["findings"]} == {
        each[key]: each for each in before["findings"]
    }
    assert after["counts"] == before["counts"]
    assert run("format", "--check", at=tmp_path / "e").code == 0
