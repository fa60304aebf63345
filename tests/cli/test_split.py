"""`estate split`, as a user runs it."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import DAY, Run
from tests.merge.estates import lay

ROOT = Path(__file__).parents[2]
AS_OF = ("--as-of", DAY)


def test_the_estate_of_one_council_of_the_example(run: Run, tmp_path: Path) -> None:
    there = ("--estate", str(ROOT), *AS_OF)
    done = run("split", "--organisation", "marram", "-o", "marram", *there)
    assert (done.code, done.err) == (0, "")
    assert "saltern goes without its budget and its envelopes" in done.out
    assert "  con-gannet covers → application gazetteer-saltern of saltern\n" in done.out
    assert done.out.endswith("next: estate check --estate marram\n")
    assert run("check", "--estate", "marram", *AS_OF, "--fail-on", "never").code == 0
    stand_ins = (tmp_path / "marram/inventory/left-behind.yaml").read_text()
    assert "gazetteer-saltern" in stand_ins
    text = (tmp_path / "marram/inventory/organisations.yaml").read_text()
    assert "# What no project carries: renewals" in text
    assert "name: Marram Borough Council" in (tmp_path / "marram/estate.yaml").read_text()


def test_a_trial_writes_nothing(run: Run, tmp_path: Path) -> None:
    there = ("--estate", str(ROOT), *AS_OF)
    done = run("split", "--organisation", "saltern", "-o", "x", "--dry-run", *there)
    assert "would write" in done.out
    assert " more (-v)" in done.out
    assert (
        " more (-v)"
        not in run("split", "--organisation", "saltern", "-o", "x", "--dry-run", "-v", *there).out
    )
    assert not (tmp_path / "x").exists()


def test_what_was_changed_since_a_merge_is_told(run: Run, tmp_path: Path) -> None:
    text = "organisations:\n  %s: {name: X, type: council}\nsuppliers:\n  sea: {name: Sea}\n"
    for name in ("north", "south"):
        lay(tmp_path / name, {"inventory/a.yaml": text % name})
    assert run("merge", "north", "south", "-o", "one", "-q", *AS_OF).code == 0
    path = tmp_path / "one/inventory/north/a.yaml"
    path.write_text(path.read_text().replace("Sea", "Ocean"))
    done = run("split", "--organisation", "south", "-o", "s", "--estate", "one", *AS_OF)
    assert "sea was changed after the merge, and comes back as it was before it" in done.out
    assert (tmp_path / "s/inventory/a.yaml").read_text() == text % "south"


def test_a_broken_note_of_origins_is_told_of(run: Run, tmp_path: Path) -> None:
    text = "organisations:\n  a: {name: A}\n"
    for broken in ("origins: 2\n", "origins: 1\nparts: {a: {name: x}}\n", "[]", "parts: {}\n"):
        lay(tmp_path / "e", {"inventory/a.yaml": text, "origins.yaml": broken})
        done = run("split", "--organisation", "a", "-o", "x", "--estate", "e", *AS_OF)
        assert done.code == 2, broken
        assert "origins.yaml is not as estate wrote it" in done.err


def test_settings_that_were_put_aside_and_are_gone(run: Run, tmp_path: Path) -> None:
    text = "organisations:\n  %s: {name: X, type: council}\n"
    for name in ("north", "south"):
        lay(tmp_path / name, {"inventory/a.yaml": text % name})
    run("merge", "north", "south", "-o", "one", "-q", *AS_OF)
    (tmp_path / "one/origins/north/estate.yaml").unlink()
    done = run("split", "--organisation", "north", "-o", "n", "--estate", "one", *AS_OF)
    assert done.code == 2
    assert "the settings of north are lost" in done.err
