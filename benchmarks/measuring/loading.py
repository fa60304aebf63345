"""What everything is measured against: PyYAML's CSafeLoader merely loading the same files.

`python loading.py FOLDER` prints the seconds of loading alone, without reading or starting.
"""

from __future__ import annotations

import sys
from pathlib import Path
from time import perf_counter

import yaml


def main() -> None:
    """Load every file of a folder and keep what came."""
    data = [path.read_bytes() for path in sorted(Path(sys.argv[1]).rglob("*.yaml"))]
    begun = perf_counter()
    kept = [yaml.load(content, yaml.CSafeLoader) for content in data]
    print(perf_counter() - begun if all(kept) else "")


if __name__ == "__main__":
    main()
