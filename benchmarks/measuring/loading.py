"""What everything is measured against: PyYAML's CSafeLoader merely loading the same files.

`python loading.py FOLDER` prints the seconds of loading alone, without reading or starting. What
came of a file is let go at once: to keep it all would cost up to twice the time, for the garbage
collector's sake, and make the comparison easier than it is.
"""

from __future__ import annotations

import sys
from pathlib import Path
from time import perf_counter

import yaml


def main() -> None:
    """Load every file of a folder, one after the other."""
    data = [path.read_bytes() for path in sorted(Path(sys.argv[1]).rglob("*.yaml"))]
    begun = perf_counter()
    for content in data:
        yaml.load(content, yaml.CSafeLoader)
    print(perf_counter() - begun)


if __name__ == "__main__":
    main()
