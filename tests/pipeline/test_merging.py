"""Estates made one in a folder, whole or not at all, and what lapses by it."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.merge.estates import lay

from estate.cli import cli
from estate.errors import EstateError, UsageError
from estate.pipeline.merging import Joining, merge, read_parts, split

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 21)
SERVERS = "servers:\n  web: {name: Web}\n"
COUNCIL = "organisations:\n  %s: {name: %s, type: council}\n"


def both(here: Path, **more: str) -> list[Path]:
    """Write two estates, each with a council of its own and one server that clashes."""
    return [
        lay(here / name, {"inventory/a.yaml": COUNCIL % (name, name) + SERVERS, **more})
        for name in ("north", "south")
    ]


def merged(folders: list[Path], target: Path, *prefixes: str, dry_run: bool = False) -> Joining:
    """Merge estates on a fixed day."""
    return merge(read_parts(folders, prefixes), target, lambda _: TODAY, dry_run=dry_run)


def below(folder: Path) -> set[str]:
    """Return the names of all that lies in a folder."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def test_the_merged_estate_takes_its_place_whole(tmp_path: Path) -> None:
    done = merged(both(tmp_path), tmp_path / "one")
    assert {"inventory/north/a.yaml", "inventory/south/a.yaml"} <= below(tmp_path / "one")
    assert below(tmp_path) & {"one"}
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]
    assert done.report.merging is not None
    assert done.report.merging.estates == ("north", "south")
    assert done.report.estate == "north and south"


def test_an_empty_folder_may_be_there(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    merged(both(tmp_path), tmp_path / "one")
    assert (tmp_path / "one/estate.yaml").is_file()


def test_a_trial_writes_nothing(tmp_path: Path) -> None:
    folders = both(tmp_path)
    before = below(tmp_path)
    merged(folders, tmp_path / "one", dry_run=True)
    assert below(tmp_path) == before


def test_what_does_not_load_once_it_is_merged_leaves_nothing(tmp_path: Path) -> None:
    folders = both(tmp_path)
    rules = "rules:\n  ours: {title: T}\n"
    lay(folders[0], {"estate.yaml": "estate: 1\nname: n\nrules: [r.yaml]\n", "r.yaml": rules})
    before = below(tmp_path)
    with pytest.raises(EstateError) as caught:
        merged(folders, tmp_path / "one")
    assert caught.value.problems[0].location.file == str(folders[0] / "r.yaml")
    assert below(tmp_path) == before


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("north", "is not empty"),
        ("north/new", "lies inside"),
        ("file", "is not a folder"),
        ("link", "is a symbolic link"),
    ],
)
def test_a_folder_that_will_not_do(tmp_path: Path, target: str, found: str) -> None:
    folders = both(tmp_path)
    (tmp_path / "file").write_text("x")
    (tmp_path / "empty").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "empty")
    with pytest.raises(UsageError, match=found):
        merged(folders, tmp_path / target)


def test_estates_that_cannot_be_told_apart(tmp_path: Path) -> None:
    north, south = both(tmp_path)
    inside = lay(north / "deeper", {"inventory/a.yaml": SERVERS})
    link = tmp_path / "link"
    link.symlink_to(north)
    for pair, found in (
        ([north], "two estates or more"),
        ([north, north], "are one estate"),
        ([north, link], "are one estate"),
        ([north, inside], "inside one another"),
        ([inside, north], "inside one another"),
    ):
        with pytest.raises(UsageError, match=found):
            read_parts(pair, [])
    other = Path(shutil.copytree(south, tmp_path / "copy"))
    with pytest.raises(UsageError, match="would both be called south; say --prefix"):
        read_parts([south, other], [])
    assert set(read_parts([south, other], [f"{other}=copy"])) == {"south", "copy"}


@pytest.mark.parametrize(
    ("prefix", "found"),
    [
        ("north", "is not FOLDER=name"),
        ("north=A b", "is not FOLDER=name"),
        ("north=a/b", "is not FOLDER=name"),
        ("nroth=a", "did you mean"),
    ],
)
def test_a_prefix_that_is_none(tmp_path: Path, prefix: str, found: str) -> None:
    folders = both(tmp_path)
    with pytest.raises(UsageError, match=found):
        read_parts(folders, [f"{tmp_path}/{prefix}"])


def test_a_link_in_an_inventory_becomes_a_file(tmp_path: Path) -> None:
    north, south = both(tmp_path)
    (north / "shared.yaml").write_text("suppliers:\n  sea: {name: Sea}\n")
    (north / "inventory/linked.yaml").symlink_to(north / "shared.yaml")
    merged([north, south], tmp_path / "one")
    path = tmp_path / "one/inventory/north/linked.yaml"
    assert path.is_file()
    assert not path.is_symlink()


@pytest.mark.no_cover
def test_the_example_parts_and_comes_together_again(tmp_path: Path) -> None:
    for name in ("marram", "saltern"):
        split(ROOT, [name], tmp_path / name)
    done = merged([tmp_path / "marram", tmp_path / "saltern"], tmp_path / "one")
    told = done.report.merging
    assert told is not None
    assert not told.renamed
    assert not told.lapses
    whole, again = read_parts([ROOT, tmp_path / "one"], [f"{ROOT}=a", f"{tmp_path}/one=b"]).values()
    assert dict(again.estate.sections) == dict(whole.estate.sections)
    for name in ("marram", "saltern"):
        split(tmp_path / "one", [name], tmp_path / f"{name}-again")
        for path in (tmp_path / name).rglob("*"):
            if path.is_file():
                again_at = tmp_path / f"{name}-again" / path.relative_to(tmp_path / name)
                assert again_at.read_bytes() == path.read_bytes(), path


@pytest.mark.no_cover
def test_an_acceptance_lapses_when_what_was_signed_has_another_id(tmp_path: Path) -> None:
    split(ROOT, ["marram"], tmp_path / "marram")
    other = lay(
        tmp_path / "other",
        {"inventory/a.yaml": COUNCIL % ("far", "Far") + "servers:\n  srv-rev-db01: {name: X}\n"},
    )
    done = merged([tmp_path / "marram", other], tmp_path / "one")
    told = done.report.merging
    assert told is not None
    (renamed,) = {each.old for each in told.renamed if each.estate == "far"}
    assert renamed == "srv-rev-db01"
    lapse = next(each for each in told.lapses if each.id == "ex-2026-014")
    assert lapse.when == "merge"
    assert lapse.reasons[0] == "what was signed names other ids now"


def test_an_organisation_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(EstateError, match="no organisation 'maram'; did you mean 'marram'"):
        split(ROOT, ["maram"], tmp_path / "one")
    assert not below(tmp_path)


def test_a_note_of_origins_does_not_lead_out_of_the_folder(tmp_path: Path) -> None:
    merged(both(tmp_path), tmp_path / "one")
    note = tmp_path / "one/origins.yaml"
    note.write_text(note.read_text().replace("inventory: inventory", "inventory: ../../out"))
    before = below(tmp_path)
    with pytest.raises(EstateError, match="leads out of"):
        split(tmp_path / "one", ["north"], tmp_path / "n")
    assert below(tmp_path) == before


def test_a_trial_makes_no_folder_on_the_way(tmp_path: Path) -> None:
    folders = both(tmp_path)
    merged(folders, tmp_path / "deep/er/one", dry_run=True)
    assert not (tmp_path / "deep").exists()
    merged(folders, tmp_path / "deep/er/one")
    assert (tmp_path / "deep/er/one/estate.yaml").is_file()


@pytest.mark.no_cover
def test_rules_and_catalogue_travel_both_ways(tmp_path: Path) -> None:
    folders = both(tmp_path)
    link = tmp_path / "link"
    link.symlink_to(folders[0])
    rule = (
        "rules:\n  ours:\n    title: T\n    severity: low\n    since: '1'\n    for: server\n"
        "    when: name == 'x'\n    message: m\n    why: w\n    fix: f\n    authority: []\n"
        "    examples: {fails: [], passes: []}\n"
    )
    settings = "estate: 1\nname: same\nrules: [standard, more]\n"
    lay(folders[0], {"estate.yaml": settings, "more/r.yaml": rule})
    lay(folders[1], {"estate.yaml": "estate: 1\nname: same\n"})
    try:
        done = merged([link, folders[1]], tmp_path / "one")
    except EstateError as error:
        pytest.fail("\n".join(map(str, error.problems)) or error.message)
    assert done.report.estate == "same"
    assert "rules-of/north/more/r.yaml" in below(tmp_path / "one")
    split(tmp_path / "one", ["north"], tmp_path / "n")
    assert (tmp_path / "n/more/r.yaml").read_text() == rule
    assert (tmp_path / "n/estate.yaml").read_text() == settings


def test_an_estate_that_was_parted_is_parted_again(tmp_path: Path) -> None:
    text = """\
organisations:
  a: {name: A, type: council}
  b: {name: B, type: council}
  c: {name: C, type: council}
applications:
  x: {name: X, organisation: [a, b], runs_on: [y]}
servers:
  y: {name: Y, organisation: c}
  z: {name: Z, organisation: b}
contracts:
  con: {name: Con, organisation: a, covers: [z]}
"""
    lay(tmp_path / "all", {"inventory/a.yaml": text})
    split(tmp_path / "all", ["a", "b"], tmp_path / "ab")
    found = split(tmp_path / "ab", ["a", "c"], tmp_path / "ac")
    assert [loss.target for loss in found.losses] == ["z"]
    stand_ins = {name for name in found.files if "left-behind" in name}
    assert stand_ins == {"inventory/left-behind.yaml", "inventory/left-behind-2.yaml"}


def test_the_newest_catalogue_is_taken_and_said(tmp_path: Path) -> None:
    folders = both(tmp_path)
    products = ROOT / "tests/cli/estates/products.json"
    CliRunner().invoke(cli, ["lifecycle", "update", str(products), "--estate", str(folders[0])])
    own = (folders[0] / "lifecycle.json").read_bytes()
    done = merged(folders, tmp_path / "one")
    told = done.report.merging
    assert told is not None
    (decision,) = told.decisions
    assert decision.setting == "lifecycle.json"
    kept = tmp_path / "one/lifecycle.json"
    assert kept.is_file() is (dict(decision.said)["north"] == decision.decided)
    assert not kept.is_file() or kept.read_bytes() == own
    assert (tmp_path / "one/origins/north/lifecycle.json").read_bytes() == own


def test_a_product_of_which_two_estates_say_otherwise_is_told_of(tmp_path: Path) -> None:
    folders = both(tmp_path)
    for folder, standing in zip(folders, ("approved", "contain"), strict=True):
        text = f"products:\n  os: {{name: OS, standard: {standing}}}\n"
        lay(folder, {"inventory/b.yaml": text})
    told = merged(folders, tmp_path / "one").report.merging
    assert told is not None
    (decision,) = told.decisions
    assert (decision.setting, decision.decided) == ("product os: standard", "contain")


@pytest.mark.no_cover
def test_a_rule_is_not_milder_than_it_is_by_itself_because_one_says_so(tmp_path: Path) -> None:
    folders = both(tmp_path)
    said = "estate: 1\nname: north\nseverity: {unsupported-software: low}\n"
    lay(folders[0], {"estate.yaml": said})
    told = merged(folders, tmp_path / "one").report.merging
    assert told is not None
    (decision,) = told.decisions
    assert (decision.setting, decision.decided) == ("severity.unsupported-software", "not said")
    assert "severity" not in (tmp_path / "one/estate.yaml").read_text()


def test_all_that_is_wrong_with_all_estates_is_told_at_once(tmp_path: Path) -> None:
    folders = both(tmp_path)
    for folder in folders:
        lay(folder, {"inventory/b.yaml": "servers:\n  x: {nam: X}\n"})
    with pytest.raises(EstateError) as caught:
        read_parts(folders, [])
    files = {problem.location.file for problem in caught.value.problems}
    assert files == {str(folder / "inventory/b.yaml") for folder in folders}


def test_every_layout_that_cannot_be_kept_is_told_at_once(tmp_path: Path) -> None:
    folders = both(tmp_path)
    for folder in folders:
        text = f"suppliers:\n  sea: &s {{name: Sea}}\n  {folder.name}-sea: *s\n"
        lay(folder, {"inventory/b.yaml": text})
    uses = "applications:\n  a: {name: A, runs_on: &h [web]}\n  b: {name: B, tags: *h }\n"
    lay(folders[0], {"inventory/c.yaml": uses})
    with pytest.raises(EstateError, match="cannot be merged as it is laid out") as caught:
        merged(folders, tmp_path / "one")
    files = {problem.location.file for problem in caught.value.problems}
    assert files == {
        str(folders[1] / "inventory/b.yaml"),
        str(folders[0] / "inventory/c.yaml"),
    }
