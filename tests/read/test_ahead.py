from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.made_up.files import write_estate

from estate.config import load_config
from estate.read import inventory_of, read_inventory
from estate.read.ahead import reading
from estate.read.discover import discover
from estate.read.document import Document, read_document

FILES = {
    "a.yaml": b"applications:\n  one: {name: One, ends: ~, tags: [x, 'null', null]}\n",
    "b.yaml": b"servers:\n  two:\n    name: Two\n  two:\n    name: Twice\n",
    "c.yaml": b"defaults: &d {organisation: o}\nsites:\n  s: {<<: *d, name: S}\n",
    "d.yaml": b"sites:\n  t: {name: [unclosed\n",
    "e.yaml": b"\xff\xfe\x00",
    "f.json": b'{"suppliers": {"maker": {"name": "\\ud83d\\ude00"}}}',
    "g.yaml": b"",
    "h.yaml": b"sites:\n  deep: " + b"[" * 40 + b"]" * 40 + b"\n",
}

ALONE = """
import os, sys
from pathlib import Path
import estate.read.ahead
reading = estate.read.ahead
from estate.second import may_fork
from tests.read.test_ahead import told
{before}
assert may_fork() == {forks}
reading._FOR_TWO = 0
with reading.reading(Path({root!r}), "inventory") as begun:
    documents, digests = begun.finish()
sys.stdout.write(told(documents, digests))
"""
DIES = """
fork = os.fork
def dying():
    child = fork()
    return child or os._exit(1)
os.fork = dying
"""
FAILS = """
def failing():
    raise BlockingIOError
os.fork = failing
"""
STUMBLES = """
first, one = os.getpid(), reading._one
def stumbling(name, path):
    if os.getpid() != first and path.name == "g.yaml":
        raise MemoryError
    return one(name, path)
reading._one = stumbling
"""
THREADED = """
import threading
threading.Thread(target=threading.Event().wait, daemon=True).start()
"""
ONE_PROCESSOR = "os.sched_getaffinity = lambda _: {0}"

linux = pytest.mark.skipif(sys.platform != "linux", reason="a second process is for Linux alone")


PARTS = ("name", "text", "values", "lines", "starts", "entangled", "whole", "mended", "problems")


def told(documents: list[Document], digests: list[bytes]) -> str:
    return repr([[getattr(d, part) for part in PARTS] for d in documents] + digests)


def expected() -> str:
    documents = [read_document(f"inventory/{name}", data) for name, data in FILES.items()]
    return told(documents, [hashlib.sha256(data).digest() for data in FILES.values()])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "inventory").mkdir()
    for name, data in FILES.items():
        (tmp_path / "inventory" / name).write_bytes(data)
    return tmp_path


@linux
@pytest.mark.parametrize(
    ("before", "forks"),
    [
        ("", True),
        (DIES, True),
        (FAILS, True),
        (STUMBLES, True),
        (THREADED, False),
        (ONE_PROCESSOR, False),
    ],
    ids=["second", "dies", "fails", "stumbles", "threaded", "one-processor"],
)
def test_two_processes_read_what_one_reads_whatever_becomes_of_the_second(
    before: str, root: Path, *, forks: bool
) -> None:
    if forks and len(os.sched_getaffinity(0)) < 2:
        pytest.skip("needs two processors")
    above = Path(__file__).parents[2]
    ran = subprocess.run(
        [sys.executable, "-c", ALONE.format(before=before, forks=forks, root=str(root))],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": f"{above / 'src'}{os.pathsep}{above}"},
        encoding="utf-8",
    )

    assert ran.stderr == ""
    assert ran.stdout == expected()


def test_one_process_reads_a_small_inventory_alone(root: Path) -> None:
    with reading(root, "inventory") as begun:
        documents, digests = begun.finish()

    assert told(documents, digests) == expected()


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_read(root: Path) -> None:
    with reading(root, "inventory") as begun:
        (root / "inventory" / "b.yaml").unlink()
        documents, digests = begun.finish()

    found = {document.name: document for document in documents}
    assert len(digests) == len(FILES) - 1
    assert found["inventory/b.yaml"].unread
    assert [problem.message for problem in found["inventory/b.yaml"].problems] == [
        "the file cannot be read: No such file or directory"
    ]
    assert found["inventory/a.yaml"].whole


def test_of_more_files_than_parts_none_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "inventory").mkdir()
    names = [f"inventory/{number:03}.yaml" for number in range(150)]
    for name in names:
        (tmp_path / name).write_text("sites: {}")

    with reading(tmp_path, "inventory") as begun:
        documents, _ = begun.finish()

    assert [document.name for document in documents] == names


def test_a_large_inventory_is_the_same_as_its_files_read_one_by_one(tmp_path: Path) -> None:
    write_estate(2200, tmp_path / "estate", seed=5)
    config = load_config(tmp_path / "estate")
    found = discover(tmp_path / "estate", config.inventory).found
    documents = [read_document(name, path.read_bytes()) for name, path in found]
    assert sum(len(document.text) for document in documents) > 1_600_000

    alone = inventory_of(documents, name=config.name, policy=config.policy, defaults={})
    whole = read_inventory(
        tmp_path / "estate", config.inventory, name=config.name, policy=config.policy
    )

    assert whole.estate.sections == alone.estate.sections
    assert all(whole.places[place] == alone.places[place] for place in [*whole.places][::50])
