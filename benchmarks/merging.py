"""Measure `estate merge` of two made-up estates, and `estate split` of what comes of it.

The two are made with different seeds, and nearly every id of the one is one of the other's too:
the worst there is, since each of them is renamed wherever it stands.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

if __package__ in {None, ""}:  # run as a file: the folders above hold these packages
    sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[1] / "src")]

from benchmarks.made_up.files import SMALLEST, write_estate
from benchmarks.made_up.software import TODAY
from benchmarks.measuring.processes import Used, run
from benchmarks.measuring.versions import versions


@dataclass(frozen=True, slots=True)
class Result:
    """What it took for two estates of one size, the merge and the way back of one of them."""

    size: int
    records: int
    renamed: int
    merge: Used
    split: Used


def measure(size: int) -> Result:
    """Make up two estates of a size, merge them, and take one of them out again."""
    with TemporaryDirectory() as place:
        here = Path(place)
        for seed, name in enumerate(("north", "south"), 1):
            write_estate(size, here / name, seed)
        prefixes = [f"--prefix={here / name}={name}" for name in ("north", "south")]
        day = ["--as-of", str(TODAY)]
        to, told = str(here / "one"), here / "merge.json"
        folders = [str(here / name) for name in ("north", "south")]
        merge = [*folders, "-o", to, *prefixes, *day, "--format", f"json:{told}"]
        merged = run(["-m", "estate", "merge", *merge])
        way_back = ["--organisation", "north", "-o", str(here / "again"), "--estate", to, *day]
        parted = run(["-m", "estate", "split", *way_back])
        done = json.loads(told.read_text(encoding="utf-8"))["merge"]
    return Result(size, done["records"], len(done["renamed"]), merged, parted)


def told_of(result: Result) -> Iterator[str]:
    """Yield the lines of a result."""
    yield f"two estates of {result.size:,}: {result.records:,} records, {result.renamed:,} renamed"
    for name, used in (("estate merge", result.merge), ("estate split", result.split)):
        yield f"  {name:<14}{used.seconds:>9,.1f} s{used.megabytes:>9,.0f} MB"


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure what the arguments ask for, and tell it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sizes", default="1000,10000,50000", help="records of each, with commas")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write everything here as well")
    given = parser.parse_args(arguments)
    sizes = [int(size) for size in given.sizes.split(",")]
    if min(sizes) < SMALLEST:
        parser.error(f"a size is {SMALLEST} at least")
    about = versions()
    print("\n".join(f"{name:<14} {value}" for name, value in about.items()), end="\n\n")
    results = []
    for size in sizes:
        results.append(measure(size))
        print("\n".join(told_of(results[-1])), flush=True)
    if given.json:
        whole = {"versions": about, "results": [asdict(result) for result in results]}
        given.json.write_text(json.dumps(whole, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
