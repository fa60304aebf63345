"""One measurement of several sizes, told as it goes: what the smaller benchmarks have in common."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, TypeVar

from benchmarks.made_up.files import SMALLEST
from benchmarks.measuring.versions import versions

R = TypeVar("R")


def measure_sizes(
    parser: ArgumentParser,
    arguments: Sequence[str] | None,
    measure: Callable[[int, Namespace], R],
    told: Callable[[R], Iterable[str]],
) -> None:
    """Measure each of the `--sizes` that the arguments ask for, and tell it.

    `measure` gives a dataclass for a size, `told` its lines. `--json FILE` has everything as well.
    """
    parser.add_argument("--json", type=Path, metavar="FILE", help="write everything here as well")
    given = parser.parse_args(arguments)
    sizes = [int(size) for size in given.sizes.split(",")]
    if min(sizes) < SMALLEST:
        parser.error(f"a size is {SMALLEST} at least")
    about = versions()
    print("\n".join(f"{name:<14} {value}" for name, value in about.items()), end="\n\n")
    results: list[Any] = []
    for size in sizes:
        found = measure(size, given)
        results.append(asdict(found))  # type: ignore[call-overload]  # a dataclass
        print("\n".join(told(found)), flush=True)
    if given.json:
        whole = {"versions": about, "results": results}
        given.json.write_text(json.dumps(whole, indent=1) + "\n", encoding="utf-8")
