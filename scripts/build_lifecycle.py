"""Make the bundled lifecycle snapshot: `build_lifecycle.py IN… -o snapshot.json`.

IN are files of endoflife.date: front matter, API v1 or v0 (see `estate.lifecycle.foreign`). Later
files replace products of earlier ones. The same input gives the same bytes, in whatever order the
products stand in it. Names kept by hand that stand for nothing any more are listed.
"""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from estate.errors import EstateError
from estate.lifecycle.foreign import read_foreign
from estate.lifecycle.naming import bundled_names, named, stale_names
from estate.lifecycle.packing import snapshot_bytes
from estate.lifecycle.product import Product
from estate.writing import write


def made_from(files: list[Path], as_of: date | None) -> tuple[bytes, list[str]]:
    """Return the snapshot's bytes, and the names kept by hand that are stale.

    The day is `as_of`, else the newest that a file or its name says. Raises EstateError.
    """
    names = bundled_names()
    products: dict[str, Product] = {}
    days = []
    for file in files:
        foreign = read_foreign(file.read_bytes(), file.name)
        products |= {product.id: named(product, names) for product in foreign.products}
        days += [foreign.as_of] if foreign.as_of else []
    day = as_of or max(days, default=None)
    if day is None:
        raise EstateError("no file says its day: give --as-of")
    return snapshot_bytes(products.values(), names, day), stale_names(products, names)


def main() -> int:
    """Run the program; return its exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="IN")
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--as-of", type=date.fromisoformat, metavar="DATE")
    options = parser.parse_args()
    try:
        data, stale = made_from(options.files, options.as_of)
        write(options.output, [data])
    except EstateError as error:
        print(error.message, *error.problems, sep="\n", file=sys.stderr)
        return 2
    print(f"{options.output}: {len(data):,} bytes")
    print(*(f"stale: {name}" for name in stale), sep="\n", end="\n" if stale else "")
    return 0


if __name__ == "__main__":
    sys.exit(main())
