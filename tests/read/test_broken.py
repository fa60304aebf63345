"""Broken inventories: each problem at its place, in words that say what to do, in one run.

Each folder of `broken/` is a small estate with what `estate check` has to say of it. What git
cannot hold is made here.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.read.estates import load, problems, told, write

from estate.config import load_config
from estate.errors import InventoryError, Problem

BROKEN = Path(__file__).parent / "broken"
CASES = sorted(path.name for path in BROKEN.iterdir())
HALL = b"sites:\n  hall: {name: Hall}\n"


def _problems_of(case: Path) -> tuple[Problem, ...]:
    settings = case / "estate.yaml"
    return problems(case, load_config(case).defaults if settings.exists() else None)


@pytest.mark.parametrize("case", CASES)
def test_each_problem_is_told_at_its_place(case: str) -> None:
    expected = (BROKEN / case / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert told(_problems_of(BROKEN / case)) == expected


@pytest.mark.parametrize("case", CASES)
def test_each_place_can_be_shown(case: str) -> None:
    for problem in _problems_of(BROKEN / case):
        for place in (problem.location, *(at for at, _ in problem.related)):
            assert place.line >= 1
            assert place.text
            assert place.column <= len(place.text) + 1
            assert (place.end_line, place.end_column) > (place.line, place.column)


@pytest.mark.parametrize(
    ("case", "message", "related"),
    [
        ("duplicate-ids", "the id 'academy' a second time", "inventory/a.yaml:2:3 it stands here"),
        ("duplicate-keys", "the key 'sites' a second time", "inventory/sections.yaml:1:1 it"),
        ("illegal-relations", "runs_on points at 'hall'", "inventory/apps.yaml:22:3 hall stands"),
        ("defaults", "criticality is 'highest'", "inventory/apps.yaml:7:3 academy takes it"),
        ("brackets", "a list in brackets that does not go", "inventory/list.yaml:4:14 it begins"),
    ],
)
def test_other_places_explain_it(case: str, message: str, related: str) -> None:
    found = next(p for p in _problems_of(BROKEN / case) if p.message.startswith(message))
    at, text = found.related[0]
    assert f"{at.file}:{at.line}:{at.column} {text}".startswith(related)


def test_the_same_fault_of_many_records_is_told_once(tmp_path: Path) -> None:
    records = "".join(f"  app-{n}: {{name: App}}\n" for n in range(50))
    text = f"defaults: {{criticality: highest, runs_on: [srv-1]}}\napplications:\n{records}"
    assert [p.location.line for p in problems(write(tmp_path, {"a.yaml": text}))] == [1, 1]


SAVE_AGAIN = "(expected UTF-8: save the file again in that encoding)"
DELETE_IT = "(expected text that one can read: delete it)"
COLOUR = "unknown field 'colour' of a site (expected a field of a site; 'estate schema' lists them)"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            "sites:\n  hall: {name: Hall, colour: blue}\n".encode("utf-16"),
            (
                f"[invalid-yaml] a.yaml:0:0: the file is UTF-16 {SAVE_AGAIN}\n"
                f"[invalid-field] a.yaml:2:22: {COLOUR}"
            ),
        ),
        (
            "sites:\n  hall: {name: Hall}\n".encode("utf-32"),
            f"[invalid-yaml] a.yaml:0:0: the file is UTF-32 {SAVE_AGAIN}",
        ),
        (
            b"sites:\n  hall: {name: Ha\0ll, notes: \0}\n",
            f"[invalid-yaml] a.yaml:2:18: a NUL byte; 1 more like it {DELETE_IT}",
        ),
        (
            b"sites:\n  hall:\n    name: Hall\x07\n    colour: blue\n",
            (
                f"[invalid-yaml] a.yaml:3:15: the control character U+0007 {DELETE_IT}\n"
                f"[invalid-field] a.yaml:4:5: {COLOUR}"
            ),
        ),
        (
            b"\xef\xbb\xbfsites:\n  hall: {name: Hall \x81}\n",
            f"[invalid-yaml] a.yaml:2:21: byte 0x81 is not UTF-8 {SAVE_AGAIN}",
        ),
        (
            b"sites:\r\n  hall:\r\n    name: Hall\r\n    colour: blue\r\n",
            f"[invalid-field] a.yaml:4:5: {COLOUR}",
        ),
        (
            b"sites:\n  hall:\n    name: Hall\n    colour: blue",
            f"[invalid-field] a.yaml:4:5: {COLOUR}",
        ),
    ],
    ids=["utf-16", "utf-32", "nul", "control", "not-utf-8", "crlf", "no-last-break"],
)
def test_bytes_that_git_would_change(tmp_path: Path, content: bytes, expected: str) -> None:
    found = "\n".join(told(problems(write(tmp_path, {"a.yaml": content}))))
    assert found.replace("inventory/", "") == expected


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf" + HALL,
        HALL.replace(b"\n", b"\r\n"),
        HALL.replace(b"\n", b"\r"),
        HALL.strip(),
        HALL + b"\n\n# the end\n",
        b"%YAML 1.2\n---\n" + HALL + b"...\n",
        HALL.replace(b"Hall", "Hall\N{LINE SEPARATOR}of Marram".encode()),
    ],
    ids=["bom", "crlf", "cr", "no-last-break", "comment", "document", "line-separator"],
)
def test_what_looks_odd_and_is_not_broken(tmp_path: Path, content: bytes) -> None:
    assert load(write(tmp_path, {"a.yaml": content})).estate.get("hall") is not None


class TestFiles:
    def test_an_inventory_without_files(self, tmp_path: Path) -> None:
        write(tmp_path, {"README.md": "sites"})
        with pytest.raises(InventoryError, match=r"there is no .yaml, .yml or .json file under"):
            load(tmp_path)

    def test_an_inventory_that_is_no_folder(self, tmp_path: Path) -> None:
        with pytest.raises(InventoryError, match="is not a folder"):
            load(tmp_path)
        (tmp_path / "inventory").write_bytes(HALL)
        with pytest.raises(InventoryError, match="is not a folder"):
            load(tmp_path)

    def test_an_inventory_of_empty_files(self, tmp_path: Path) -> None:
        files = {"a.yaml": "", "b.yaml": "# nothing yet\n", "c.yaml": "~\n", "d.json": "{}"}
        assert len(load(write(tmp_path, files)).estate) == 0

    def test_what_is_no_regular_file(self, tmp_path: Path) -> None:
        write(tmp_path, {"a.yaml": HALL})
        os.mkfifo(tmp_path / "inventory" / "pipe.yaml")
        os.mkfifo(tmp_path / "inventory" / "pipe")
        (found,) = problems(tmp_path)
        assert found.location.file == "inventory/pipe.yaml"
        assert found.message == "not a regular file"

    def test_a_folder_whose_name_ends_like_a_files(self, tmp_path: Path) -> None:
        write(tmp_path, {"b.yaml/a.yaml": HALL})
        assert load(tmp_path).estate.get("hall") is not None

    def test_symbolic_links(self, tmp_path: Path) -> None:
        outside = tmp_path / "outside"
        write(outside, {"secret.yaml": "servers: {srv-1: {name: SRV1}}"})
        root = write(tmp_path / "estate", {"a.yaml": HALL, "deep/b.yaml": b""})
        inventory = root / "inventory"
        (inventory / "deep" / "up").symlink_to("..")
        (inventory / "here").symlink_to(".")
        (inventory / "self.yaml").symlink_to("self.yaml")
        (inventory / "gone.yaml").symlink_to("nothing.yaml")
        (inventory / "out.yaml").symlink_to(outside / "inventory" / "secret.yaml")
        (inventory / "out").symlink_to(outside)
        (inventory / "notes").symlink_to("/etc/hostname")
        (inventory / "zero.yaml").symlink_to("/dev/zero")
        nowhere = "a symbolic link to nothing, or to itself"
        leaving = "a symbolic link out of the estate"
        looping = "a symbolic link to a folder it is in"
        assert [(p.location.file, p.message) for p in problems(root)] == [
            ("inventory/deep/up", looping),
            ("inventory/gone.yaml", nowhere),
            ("inventory/here", looping),
            ("inventory/out", leaving),
            ("inventory/out.yaml", leaving),
            ("inventory/self.yaml", nowhere),
            ("inventory/zero.yaml", leaving),
        ]

    def test_an_inventory_that_is_a_link_out_of_the_estate(self, tmp_path: Path) -> None:
        write(tmp_path / "outside", {"a.yaml": HALL})
        (tmp_path / "estate").mkdir()
        (tmp_path / "estate" / "inventory").symlink_to(tmp_path / "outside" / "inventory")
        (found,) = problems(tmp_path / "estate")
        assert found.location.file == "inventory"
        assert found.message == "a symbolic link out of the estate"

    def test_what_may_not_be_read(self, readable: Path) -> None:
        root = write(readable, {"a.yaml": HALL, "shut/b.yaml": HALL, "c.yaml": HALL})
        (root / "inventory" / "c.yaml").chmod(0)
        (root / "inventory" / "shut").chmod(0)
        with _nobody():
            found = told(problems(root))
        assert [line.partition(" (")[0] for line in found] == [
            "[invalid-yaml] inventory/c.yaml:0:0: the file cannot be read: Permission denied",
            "[invalid-yaml] inventory/shut:0:0: the folder cannot be read: Permission denied",
        ]

    def test_a_reference_into_what_could_not_be_read_is_not_missed(self, tmp_path: Path) -> None:
        link = b"servers: {srv-1: {name: S, located_at: [hall]}, srv-2: {name: S, cores: many}}"
        root = write(tmp_path, {"a.yaml": link})
        (root / "inventory" / "gone.yaml").symlink_to("nothing.yaml")
        assert [p.message for p in problems(root)] == [
            "cores is 'many'",
            "a symbolic link to nothing, or to itself",
        ]

    def test_a_file_whose_name_is_not_utf_8(self, tmp_path: Path) -> None:
        root = write(tmp_path, {"a.yaml": HALL})
        with open(os.fsencode(root / "inventory") + b"/b\xe9.yaml", "wb") as file:  # noqa: PTH123 - bytes
            file.write(HALL)
        (found,) = problems(root)
        assert str(found).startswith("inventory/b\\xe9.yaml:2:3: the id 'hall' a second time")


@pytest.fixture
def readable() -> Iterator[Path]:
    """Return a folder that others may enter, as pytest's own are not."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@contextmanager
def _nobody() -> Iterator[None]:
    """Be somebody to whom permissions mean something."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)
