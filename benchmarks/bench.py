"""Measure `estate check` against merely loading the same files: `make bench`.

Whole processes, cold but compiled, interleaved, medians. Every size is also run with a stopwatch
around each stage, once to learn what each rule and each fact costs, and once with the language
server, to learn how long an editor waits for its answers. Ratios travel between
machines; seconds do not.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

if __package__ in {None, ""}:  # run as a file: the folders above hold these packages
    sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[1] / "src")]

from benchmarks.made_up.files import write_estate
from benchmarks.made_up.software import TODAY
from benchmarks.measuring.costs import Costs
from benchmarks.measuring.others import others
from benchmarks.measuring.processes import ROOT, environment, interleaved
from benchmarks.measuring.results import Result, told
from benchmarks.measuring.versions import versions

MEASURING = ROOT / "benchmarks" / "measuring"
_COMPARED = 10_000
"""Up to how many records others are run too: with more, some of them take minutes."""
_EDITED = 10_000
"""Up to how many records the language server is asked too: larger estates it reads for long."""


def measure(size: int, runs: int, seed: int) -> Result:
    """Make up an estate of a size, check it several times, and return the medians."""
    with TemporaryDirectory() as place:
        folder = Path(place) / "estate"
        written = write_estate(size, folder, seed)
        day, inventory = str(TODAY), str(folder / "inventory")
        loading = [str(MEASURING / "loading.py"), inventory]
        check = ["-m", "estate", "check", "--estate", str(folder), "--as-of", day]
        compared = others(folder / "inventory", Path(place)) if size <= _COMPARED else {}
        used = interleaved(
            {
                "bare": [sys.executable, "-c", "pass"],
                "loading": [sys.executable, *loading],
                "check": [sys.executable, *check, "--fail-on", "never"],
                **compared,
            },
            runs,
        )
        inside = [str(MEASURING / "stages.py"), str(folder), day]
        stages = [json.loads(_printed(inside)) for _ in range(runs)]
        costs = Costs.read(json.loads(_printed([str(MEASURING / "costs.py"), str(folder), day])))
        edited = [str(MEASURING / "editing.py"), str(folder), day]
        answers = json.loads(_printed(edited)) if size <= _EDITED else {}
        parsing = median(float(_printed(loading)) for _ in range(runs))
    return Result(
        size=size,
        inventory_bytes=written,
        stages={name: median(run.get(name, 0.0) for run in stages) for name in stages[0]},
        parsing=parsing,
        costs=costs,
        answers=answers,
        others={name: used.pop(name) for name in compared},
        **used,
    )


def _printed(arguments: Sequence[str]) -> str:
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, *arguments], check=True, stdout=subprocess.PIPE, env=environment()
    ).stdout.decode()


def main(arguments: list[str] | None = None) -> None:
    """Measure what the arguments ask for, and tell it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sizes", default="400,1000,10000,100000", help="records, with commas")
    parser.add_argument("--runs", type=int, default=3, help="how often each is run")
    parser.add_argument("--seed", type=int, default=1, help="another seed, another estate")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write everything here as well")
    given = parser.parse_args(arguments)
    about = versions()
    print("\n".join(f"{name:<14} {value}" for name, value in about.items()), end="\n\n")
    results = []
    for size in map(int, given.sizes.split(",")):
        results.append(measure(size, given.runs, given.seed))
        print("\n".join(told(results[-1])), flush=True)
    if given.json:
        whole = {"versions": about, "results": [result.as_json() for result in results]}
        given.json.write_text(json.dumps(whole, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
