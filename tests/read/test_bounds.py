"""What would break a parser, or keep it busy for ever, is refused in good time and little room.

Each runs in a process of its own, so that a crash is a failed test and not the end of the tests.
"""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from tests.read.estates import load, problems, write

from estate.read.decode import LONGEST_FILE, LONGEST_LINE, text_of

MANY = 100_000
ROOM = 1 << 30
TAGS = "sites:\n  s:\n    name: S\n    tags: "
LAUGHS = "abcdefghij"
BOMB = f"a: &a [{'lol, ' * 9}lol]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]\n" for before, name in pairwise(LAUGHS)
)
MERGES = "sites:\n  b0: &b0 {name: B}\n" + "".join(
    f"  b{n}: &b{n} {{<<: [{', '.join([f'*b{n - 1}'] * 9)}], x{n}: 1}}\n" for n in range(1, 40)
)

READ = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, ({room}, {room}))
from pathlib import Path
from estate.errors import InventoryError
from estate.model import Policy
from estate.read import read_inventory
{before}
try:
    read_inventory(Path(sys.argv[1]), "inventory", name="Test", policy=Policy())
except InventoryError as error:
    print(len(error.problems))
    print(*(str(problem) for problem in error.problems[:2]), sep="\\n")
"""
PURE = "sys.modules['yaml.cyaml'] = None"


def _read_apart(root: Path, before: str = "") -> list[str]:
    ran = subprocess.run(
        [sys.executable, "-c", READ.format(room=ROOM, before=before), str(root)],
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=300,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    return ran.stdout.splitlines()


@pytest.mark.no_cover
@pytest.mark.parametrize("before", ["", PURE], ids=["libyaml", "pure"])
@pytest.mark.parametrize(
    ("text", "found"),
    [
        (TAGS + "[" * MANY, "4:39: more than 32 levels"),
        (TAGS + "[" * MANY + "]" * MANY, "4:39: more than 32 levels"),
        (TAGS + "{a: " * MANY, "4:127: more than 32 levels"),
        (TAGS + "\n      " + "- " * MANY, "5:63: more than 32 levels"),
        (TAGS + "&a [" * MANY, "4:123: more than 32 levels"),
        ("? " * MANY, "1:3: a key that is no text"),
        ("[" * MANY, "1:1: the file holds a list"),
        ("\n".join(" " * n + "a:" for n in range(300)), "1:1: unknown section 'a'"),
        ("- " * MANY, "1:1: the file holds a list"),
        (BOMB, "1:1: unknown section 'a'"),
        (MERGES, "3:63: unknown field 'x1' of a site"),
        ("x: &a [1]\ny: [" + "*a, " * MANY * 3 + "]", "1:1: unknown section 'x'"),
        (TAGS + "!a " * MANY, "4:11: the tag '!a'"),
        (TAGS + "[" + "," * MANY, "4:12: nothing where a value is due"),
        ("---\n" * MANY, "2:1: a second document in one file"),
        ("\0" * MANY, "1:1: a NUL byte; 99999 more like it"),
    ],
    ids=[
        "brackets",
        "closed-brackets",
        "braces",
        "dashes",
        "anchored-brackets",
        "question-marks",
        "root-brackets",
        "steps",
        "root-dashes",
        "laughs",
        "merges",
        "aliases",
        "tags",
        "commas",
        "documents",
        "nul",
    ],
)
def test_nesting_and_repetition(tmp_path: Path, text: str, found: str, before: str) -> None:
    if before and len(text) > 3 * MANY:
        text = text.replace("*a, " * MANY * 3, "*a, " * MANY)
    lines = _read_apart(write(tmp_path, {"a.yaml": text}), before)
    assert lines[1].startswith(f"inventory/a.yaml:{found}")


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        ("a.yaml", TAGS + "x" * 50_000_000, "a.yaml:4:1: a line of 47 MiB"),
        ("a.json", '{"sites": "' + "x" * 50_000_000 + '"}', "a.json:1:1: a line of 47 MiB"),
        ("a.yaml", "#\n" * 5_000_000 + "sites: x", "a.yaml:5000001:8: 'sites' is 'x'"),
        ("a.yaml", "site" + "s" * 5_000_000 + ": x", "a.yaml:1:1: the file holds a text"),
    ],
    ids=["line", "json", "lines", "key"],
)
def test_sizes(tmp_path: Path, name: str, content: str, found: str) -> None:
    lines = _read_apart(write(tmp_path, {name: content}))
    assert lines[1].startswith(f"inventory/{found}")


def test_a_line_may_be_long(tmp_path: Path) -> None:
    notes = "x" * (LONGEST_LINE - 100)
    root = write(tmp_path, {"a.json": f'{{"sites": {{"s": {{"name": "S", "notes": "{notes}"}}}}}}'})
    assert load(root).estate.of("site")["s"].notes == notes


def test_a_file_over_the_bound_is_not_read() -> None:
    text, (found,) = text_of("a.yaml", bytes(LONGEST_FILE + 1))
    assert text is None
    assert str(found) == "a.yaml:0:0: a file of over 512 MiB (expected at most 512 MiB a file)"


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("record", "count"),
    [
        ("  s{}: {{nome: x}}\n", 2),
        ("  s{}: {{name: x, depends_on: [t{}]}}\n", 1),
        ("  S{}: {{name: x}}\n", 1),
        ("  s: {{name: x}}\n", 1),
        ("  s{}: x\n", 1),
    ],
    ids=["fields", "references", "ids", "duplicates", "shapes"],
)
@pytest.mark.parametrize("form", ["sites:\n{}", "{{sites: {{{}}}}}"], ids=["block", "one-line"])
def test_very_many_errors(tmp_path: Path, record: str, count: int, form: str) -> None:
    many = 5000
    records = "".join(record.format(n, n) for n in range(many))
    if not form.endswith("{}"):
        records = records.replace("\n", ", ")
    lines = _read_apart(write(tmp_path, {"a.yaml": form.format(records)}))
    assert int(lines[0]) == many * count - (record == "  s: {{name: x}}\n")


def test_links_upon_links(tmp_path: Path) -> None:
    """Folders that each lead to the next by two names: a million paths to one file."""
    files = {f"{n:02}/README": "" for n in range(20)}
    root = write(tmp_path, {**files, "20/a.yaml": "sites: {hall: {name: Hall}}"})
    for n in range(20):
        for name in ("one", "two"):
            (root / "inventory" / f"{n:02}" / name).symlink_to(f"../{n + 1:02}")
    assert len(load(root).estate) == 1


def test_folders_in_folders(tmp_path: Path) -> None:
    root = write(tmp_path, {"a.yaml": ""})
    deep = "d/" * 1500
    subprocess.run(["mkdir", "-p", root / "inventory" / deep], check=True)
    try:
        (root / "inventory" / deep / "a.yaml").write_text("sites: x", encoding="utf-8")
        assert problems(root)[0].location.file == f"inventory/{deep}a.yaml"
    finally:  # pytest would follow them down, and Python allows no such depth
        subprocess.run(["rm", "-rf", root / "inventory"], check=True)
