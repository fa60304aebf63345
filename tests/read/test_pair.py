from __future__ import annotations

import io
import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.made_up.files import write_estate

from estate.config import load_config
from estate.read import inventory_of, read_inventory
from estate.read.discover import discover
from estate.read.document import Document, decode, read_document
from estate.read.pair import _PART, compose_in_pair
from estate.second import _whole_parts

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
from estate.read.document import decode
from estate.read import pair
from estate.second import may_fork
{before}
assert may_fork() == {forks}
documents = [decode(name, data) for name, data in {files!r}.items()]
pair.compose_in_pair(documents)
sys.stdout.write(repr([(d.name, d.text, *(getattr(d, n) for n in pair._PART)) for d in documents]))
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
first, compose = os.getpid(), pair.compose
def stumbling(document):
    if os.getpid() != first and document.name == "g.yaml":
        raise MemoryError
    compose(document)
pair.compose = stumbling
"""
THREADED = """
import threading
threading.Thread(target=threading.Event().wait, daemon=True).start()
"""
ONE_PROCESSOR = "os.sched_getaffinity = lambda _: {0}"

linux = pytest.mark.skipif(sys.platform != "linux", reason="a second process is for Linux alone")


def told(documents: list[Document]) -> str:
    return repr([(d.name, d.text, *(getattr(d, name) for name in _PART)) for d in documents])


def expected() -> str:
    return told([read_document(name, data) for name, data in FILES.items()])


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
    before: str, *, forks: bool
) -> None:
    if forks and len(os.sched_getaffinity(0)) < 2:
        pytest.skip("needs two processors")
    source = Path(__file__).parents[2] / "src"
    ran = subprocess.run(
        [sys.executable, "-c", ALONE.format(before=before, forks=forks, files=FILES)],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(source)},
        encoding="utf-8",
    )

    assert ran.stderr == ""
    assert ran.stdout == expected()


def test_it_reads_the_same_in_a_process_that_may_not_fork() -> None:
    documents = [decode(name, data) for name, data in FILES.items()]
    compose_in_pair(documents)

    assert told(documents) == expected()


def test_what_arrives_in_part_is_left_to_be_read_again() -> None:
    whole = b"".join(pickle.dumps((number, "x" * 50)) for number in range(3))

    for cut in range(len(whole) + 1):
        parts = list(_whole_parts(io.BytesIO(whole[:cut])))
        assert parts == [(number, "x" * 50) for number in range(len(parts))]
        assert len(parts) == 3 * cut // len(whole)


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
