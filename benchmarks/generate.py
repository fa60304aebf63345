"""Make up an estate: `generate.py SIZE -o DIR [--seed N]`.

SIZE is the number of records, such as 1000, 10000 or 100000. The same size and seed give the same
bytes. What is wrong in it, and how often, stands in `made_up/defects.py`.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

if __package__ in {None, ""}:  # run as a file: the folder above holds this package
    sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.made_up.files import SMALLEST, write_estate


def main(arguments: list[str] | None = None) -> None:
    """Write an estate where the arguments say."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("size", type=int, help=f"how many records, {SMALLEST} at least")
    parser.add_argument("-o", "--output", type=Path, required=True, help="a folder to be made")
    parser.add_argument("--seed", type=int, default=1, help="another seed, another estate")
    given = parser.parse_args(arguments)
    if given.size < SMALLEST:
        parser.error(f"the size is {SMALLEST} at least")
    if given.output.exists():
        parser.error(f"{given.output} is there already")
    written = write_estate(given.size, given.output, given.seed)
    print(f"{given.size} records, {written:,} bytes, in {given.output}")


if __name__ == "__main__":
    main()
