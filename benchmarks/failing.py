"""Measure `estate impact`: how long an answer takes once an estate is read, against reading it.

The first answer has the graph made; of the others, the slowest counts: of sites and of things of
all kinds, picked evenly. Seconds are of the processor. Ratios travel between machines.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import TYPE_CHECKING

if __package__ in {None, ""}:  # run as a file: the folders above hold these packages
    sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[1] / "src")]

from benchmarks.made_up.files import SMALLEST, write_estate
from benchmarks.made_up.software import TODAY
from benchmarks.measuring.versions import versions

if TYPE_CHECKING:
    from estate.facts import Facts

_PICKED = 60
"""How many sites are asked after, and how many things of all kinds."""


@dataclass(frozen=True, slots=True)
class Result:
    """Seconds of reading an estate, of the first answer, and of the slowest one after it.

    `asked` is how many answers there were, `stopped` how many things the slowest one stops.
    """

    size: int
    reading: float
    first: float
    slowest: float
    asked: int
    stopped: int


def measure(size: int, seed: int) -> Result:
    """Make up an estate of a size, read it, and ask what stops."""
    with TemporaryDirectory() as place:
        write_estate(size, Path(place) / "estate", seed)
        return failing(Path(place) / "estate", size)


def failing(root: Path, size: int) -> Result:
    """Read an estate, and ask what stops with its sites and with things of all kinds."""
    from estate.pipeline.questions import ask  # noqa: PLC0415 - importing is no part of it

    begun = process_time()
    facts = ask(root, lambda _: TODAY).facts
    reading = process_time() - begun
    sites = list(facts.estate.of("site"))
    every = [asset.id for asset in facts.assets]
    picked = [*_evenly(sites), *_evenly(every)]
    taken = [_answered(facts, key) for key in dict.fromkeys(picked)]
    slowest, stopped = max(taken[1:])
    return Result(size, reading, taken[0][0], slowest, len(taken), stopped)


def _evenly(keys: Sequence[str]) -> Sequence[str]:
    return keys[:: max(len(keys) // _PICKED, 1)]


def _answered(facts: Facts, key: str) -> tuple[float, int]:
    from estate.impact import Wanted, impact_of, select  # noqa: PLC0415 - as above

    begun = process_time()
    found = impact_of(facts, select(facts, Wanted(ids=(key,))))
    return process_time() - begun, len(found.losses)


def told(result: Result) -> Iterator[str]:
    """Yield the lines of a result."""
    yield f"{result.size:,} records, {result.asked:,} answers"
    yield f"  {'reading':<26}{result.reading * 1000:>9,.0f} ms"
    for name, seconds in (("first answer", result.first), ("slowest after it", result.slowest)):
        yield f"  {name:<26}{seconds * 1000:>9,.0f} ms   {seconds / result.reading:.3f} x"
    yield f"  {'which stops':<26}{result.stopped:>9,} things"


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure what the arguments ask for, and tell it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sizes", default="1000,10000,100000", help="records, with commas")
    parser.add_argument("--seed", type=int, default=1, help="another seed, another estate")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write everything here as well")
    given = parser.parse_args(arguments)
    sizes = [int(size) for size in given.sizes.split(",")]
    if min(sizes) < SMALLEST:
        parser.error(f"a size is {SMALLEST} at least")
    about = versions()
    print("\n".join(f"{name:<14} {value}" for name, value in about.items()), end="\n\n")
    results = []
    for size in sizes:
        results.append(measure(size, given.seed))
        print("\n".join(told(results[-1])), flush=True)
    if given.json:
        whole = {"versions": about, "results": [asdict(result) for result in results]}
        given.json.write_text(json.dumps(whole, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    gc.disable()  # as in the program
    main()
