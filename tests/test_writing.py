from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from estate import writing
from estate.errors import OutputError


def test_text_and_bytes_are_written_as_they_are(tmp_path: Path) -> None:
    writing.write(tmp_path / "reports" / "a.txt", ["é\n", b"\r\n"])
    assert (tmp_path / "reports" / "a.txt").read_bytes() == b"\xc3\xa9\n\r\n"
    assert [path.name for path in (tmp_path / "reports").iterdir()] == ["a.txt"]


def test_a_failure_on_the_way_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")

    def broken() -> Iterator[str]:
        yield "new"
        raise ValueError("half way")

    with pytest.raises(ValueError, match="half way"):
        writing.write(path, broken())
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_an_existing_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    path.chmod(0o640)
    writing.write(path, ["new"])
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_new_file_obeys_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        writing.write(tmp_path / "a.txt", ["new"])
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.txt").stat().st_mode) == 0o640


def test_a_link_is_replaced_and_not_followed(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_text("mine")
    link = tmp_path / "a.txt"
    link.symlink_to(precious)
    writing.write(link, ["new"])
    assert precious.read_text() == "mine"
    assert not link.is_symlink()


def test_a_folder_in_the_way_is_the_users_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(OutputError, match=r"cannot write .*a\.txt"):
        writing.write(tmp_path / "a.txt", ["new"])
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_a_file_where_the_folder_should_be_is_the_users_error(tmp_path: Path) -> None:
    (tmp_path / "reports").write_text("")
    with pytest.raises(OutputError, match="cannot write"):
        writing.write(tmp_path / "reports" / "a.txt", ["new"])


def test_a_pipe_is_given_the_text_and_left_in_its_place(tmp_path: Path) -> None:
    pipe, beside = tmp_path / "pipe", tmp_path / "file"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        writing.write_together({pipe: ["a", b"b"], beside: ["c"]})
        assert os.read(reader, 10) == b"ab"
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert beside.read_text() == "c"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "pipe"]


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="no names for open files here")
def test_an_open_file_is_written_by_its_name(tmp_path: Path) -> None:
    target = tmp_path / "target"
    with target.open("wb") as stream:
        before = target.stat().st_ino
        writing.write(Path(f"/dev/fd/{stream.fileno()}"), ["whole"])
    assert target.read_text() == "whole"
    assert target.stat().st_ino == before
