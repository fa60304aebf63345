"""An estate as it was at a revision, read from real repositories that are only read."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.pipeline.repositories import SERVERS, Made, content, repository

from estate.errors import InventoryError, UsageError
from estate.pipeline import Loaded, load_estate
from estate.pipeline.git import Git, Repository
from estate.pipeline.revisions import at_revision, commit_of


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return repository(tmp_path / "work")


def _git(**more: str) -> Git:
    program = shutil.which("git")
    assert program is not None
    return Git(program, {"PATH": os.environ["PATH"], **more})


def _repository(made: Made, **more: str) -> Repository:
    return Repository.around(made.estate, _git(**more))


def _loaded(made: Made, revision: str, **more: str) -> Loaded:
    with at_revision(_repository(made, **more), revision) as found:
        return load_estate(found.folder)


def _servers(loaded: Loaded) -> list[str]:
    return list(loaded.inventory.estate.of("server"))


def test_it_is_read_as_it_was_committed_whatever_stands_there_now(made: Made) -> None:
    made.write("inventory/servers.yaml", "servers: {three: {name: Three}}\n")
    made.write("estate.yaml", "no estate at all")
    assert _servers(_loaded(made, "HEAD")) == ["one", "two"]


def test_it_is_gone_afterwards_and_the_repository_is_as_it_was(made: Made) -> None:
    made.write("inventory/more.yaml", "not: yaml: at all")
    before = content(made.top)
    with at_revision(_repository(made), "HEAD") as found:
        folder = found.folder
        assert (folder / "estate.yaml").is_file()
        assert not folder.is_relative_to(made.top)
    assert not folder.exists()
    assert content(made.top) == before


def test_it_says_which_commit_and_when(made: Made) -> None:
    key = made.git("rev-parse", "HEAD")
    with at_revision(_repository(made), "main") as found:
        assert (found.name, found.commit) == ("main", key)
        assert found.at == datetime(2026, 11, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize("name", ["HEAD~1", "main~1", "v1", "side", "{short}", "HEAD^"])
def test_every_usual_name_of_a_commit_is_one(made: Made, name: str) -> None:
    made.git("tag", "--annotate", "v1", "--message", "one")
    made.git("branch", "side")
    short = made.git("rev-parse", "--short", "HEAD")
    made.write("inventory/servers.yaml", "servers: {three: {name: Three}}\n")
    made.commit("the second")
    assert _servers(_loaded(made, name.format(short=short))) == ["one", "two"]


def test_the_estate_may_stand_below(tmp_path: Path) -> None:
    made = repository(tmp_path / "work", "ict/estate")
    (made.top / "other.yaml").write_text("servers: {other: {name: Other}}\n")
    made.commit()
    loaded = _loaded(made, "HEAD")
    assert _servers(loaded) == ["one", "two"]
    place = next(iter(loaded.inventory.places.values()))
    assert place.file == "inventory/servers.yaml"


def test_a_folder_whose_name_git_would_read_as_a_pattern(tmp_path: Path) -> None:
    made = repository(tmp_path / "work", "[a-z]*/:(top)")
    assert _servers(_loaded(made, "HEAD")) == ["one", "two"]


def test_rules_come_along_whatever_their_files_are_called(made: Made) -> None:
    made.write("estate.yaml", "estate: 1\nname: One\nrules: [own]\n")
    shutil.move(made.estate / "own.yaml", made.estate / "own")
    made.commit()
    assert "small-server" in _loaded(made, "HEAD").pack.rules


@pytest.mark.parametrize(
    "revision", ["gone", "deadbeef", "HEAD~9", "main:estate.yaml", "a..b", "^HEAD"]
)
def test_a_revision_that_is_not_there(made: Made, revision: str) -> None:
    with pytest.raises(UsageError, match=r"there is no revision .*fetch it first"):
        commit_of(_repository(made), revision)


@pytest.mark.parametrize("revision", ["", "-x", "--output=stolen", "a\nb", "a\0b", "\udc80"])
def test_what_no_revision_looks_like_never_reaches_git(made: Made, revision: str) -> None:
    before = content(made.top)
    with pytest.raises(UsageError, match="is no revision"):
        commit_of(_repository(made), revision)
    assert content(made.top) == before


def test_a_branch_that_is_called_like_an_option(made: Made) -> None:
    made.git("update-ref", "refs/heads/--output=stolen", "HEAD")
    with pytest.raises(UsageError, match="write refs/heads/"):
        commit_of(_repository(made), "--output=stolen")
    assert _servers(_loaded(made, "refs/heads/--output=stolen")) == ["one", "two"]
    assert not (made.top / "stolen").exists()


def test_a_shallow_clone_says_how_to_get_the_rest(made: Made, tmp_path: Path) -> None:
    made.write("inventory/servers.yaml", "servers: {three: {name: Three}}\n")
    made.commit("the second")
    made.git("clone", "--quiet", "--depth", "1", f"file://{made.top}", str(tmp_path / "clone"))
    clone = Made(tmp_path / "clone")
    assert _servers(_loaded(clone, "HEAD")) == ["three"]
    with pytest.raises(UsageError, match=r"git fetch --unshallow.*fetch-depth: 0"):
        commit_of(_repository(clone), "HEAD~1")


def test_what_a_partial_clone_lacks_is_not_fetched(made: Made, tmp_path: Path) -> None:
    made.write("inventory/servers.yaml", "servers: {three: {name: Three}}\n")
    made.commit("the second")
    made.git("config", "uploadpack.allowFilter", "true")
    clone = Made(tmp_path / "clone")
    made.git("clone", "--quiet", "--filter=blob:none", f"file://{made.top}", str(clone.top))
    before = content(clone.top)
    with pytest.raises(UsageError, match=r"this clone lacks what .* held at HEAD~1"):
        _loaded(clone, "HEAD~1")
    assert content(clone.top) == before


def test_a_revision_without_an_estate(made: Made) -> None:
    made.git("rm", "--quiet", "estate.yaml")
    made.commit()
    with pytest.raises(UsageError, match=r"there was no estate\.yaml at HEAD"):
        _loaded(made, "HEAD")


def test_a_folder_without_a_repository(tmp_path: Path) -> None:
    (tmp_path / "plain").mkdir()
    with pytest.raises(UsageError, match="stands in no repository that git can read"):
        Repository.around(tmp_path / "plain", _git(GIT_CEILING_DIRECTORIES=str(tmp_path)))


def test_a_link_within_the_estate_is_followed(made: Made) -> None:
    made.write("shared/more.yaml", "servers: {three: {name: Three}}\n")
    (made.estate / "inventory" / "more.yaml").symlink_to("../shared/more.yaml")
    made.commit()
    assert _servers(_loaded(made, "HEAD")) == ["one", "three", "two"]


@pytest.mark.parametrize("target", ["/etc/passwd", "../../elsewhere.yaml", "gone.yaml"])
def test_a_link_out_of_the_estate_is_refused_as_reading_does(made: Made, target: str) -> None:
    (made.top.parent / "elsewhere.yaml").write_text("servers: {evil: {name: Evil}}\n")
    (made.estate / "inventory" / "more.yaml").symlink_to(target)
    made.commit()
    with pytest.raises(InventoryError) as caught:
        _loaded(made, "HEAD")
    assert "symbolic link" in caught.value.problems[0].message


@pytest.mark.parametrize(("place", "refused"), [("inventory/sub", True), ("elsewhere", False)])
def test_a_submodule_matters_where_an_estate_is_read_from(
    made: Made, tmp_path: Path, place: str, *, refused: bool
) -> None:
    other = repository(tmp_path / "other")
    made.git("submodule", "--quiet", "add", str(other.top), place)
    made.commit()
    if refused:
        with pytest.raises(UsageError, match=f"{place} is a submodule"):
            _loaded(made, "HEAD")
    else:
        assert _servers(_loaded(made, "HEAD")) == ["one", "two"]


@pytest.mark.parametrize("name", ["..", "a\\b"])
def test_a_tree_that_leads_out_of_its_folder_is_refused(
    made: Made, tmp_path: Path, name: str
) -> None:
    blob = made.git("hash-object", "-w", "estate.yaml")
    (tmp_path / "tree").write_bytes(
        b"100644 estate.yaml\0"
        + bytes.fromhex(blob)
        + f"40000 {name}\0".encode()
        + bytes.fromhex(made.git("rev-parse", "HEAD:inventory"))
    )
    tree = made.git("hash-object", "-w", "-t", "tree", "--literally", str(tmp_path / "tree"))
    commit = made.git("commit-tree", tree, "-m", "evil")
    with pytest.raises(UsageError, match="that is refused"):
        _loaded(made, commit)


def test_nothing_that_a_repository_sets_is_run(made: Made, tmp_path: Path) -> None:
    """Filters, text conversions, signature checks, monitors and pagers stay where they are."""
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\ncat\n")
    trap.chmod(0o755)
    made.write(".gitattributes", "*.yaml filter=trap diff=trap export-subst\n")
    made.commit()
    for key in (
        "filter.trap.smudge",
        "filter.trap.clean",
        "diff.trap.textconv",
        "core.fsmonitor",
        "core.pager",
        "gpg.program",
        "core.sshCommand",
    ):
        made.git("config", key, str(trap))
    made.git("config", "log.showSignature", "true")
    hooks = made.top / ".git" / "hooks"
    for hook in ("post-checkout", "post-index-change", "reference-transaction"):
        shutil.copy(trap, hooks / hook)
    assert _servers(_loaded(made, "HEAD")) == ["one", "two"]
    assert not (tmp_path / "sprung").exists()


def test_what_the_environment_says_to_git_is_not_heard(made: Made, tmp_path: Path) -> None:
    other = repository(tmp_path / "other")
    other.write("inventory/servers.yaml", "servers: {evil: {name: Evil}}\n")
    other.commit()
    heard = {"GIT_DIR": str(other.top / ".git"), "GIT_WORK_TREE": str(other.top)}
    assert _servers(_loaded(made, "HEAD", **heard)) == ["one", "two"]


def test_an_object_put_for_another_is_not_taken(made: Made) -> None:
    first = made.git("rev-parse", "HEAD")
    made.write("inventory/servers.yaml", "servers: {evil: {name: Evil}}\n")
    made.git("replace", first, made.commit("another"))
    assert _servers(_loaded(made, first)) == ["one", "two"]


def test_a_folder_for_it_in_the_repository_is_refused(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(made.top))
    with pytest.raises(UsageError, match="set TMPDIR to a folder apart"):
        _loaded(made, "HEAD")
    assert (made.estate / "inventory" / "servers.yaml").read_text() == SERVERS


def test_a_work_tree_of_a_branch_is_a_repository_too(made: Made, tmp_path: Path) -> None:
    made.git("worktree", "add", "--quiet", str(tmp_path / "tree"), "-b", "side")
    tree = Made(tmp_path / "tree")
    tree.write("inventory/servers.yaml", "servers: {three: {name: Three}}\n")
    assert _servers(_loaded(tree, "side")) == ["one", "two"]
