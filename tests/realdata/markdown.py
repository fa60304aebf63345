"""Tables of Markdown, and the places of a page where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

Cell = str | int
_BLOCK = re.compile(
    r"(?P<head><!-- table: (?P<name>[a-z-]+) -->\n)(?P<body>.*?)(?=<!-- end of table -->)",
    re.DOTALL,
)


def grid(heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Return a table; columns of numbers stand on the right, with commas between thousands."""
    lines = [list(row) for row in rows]
    numeric = [all(isinstance(line[n], int) for line in lines) for n in range(len(heads))]
    written = [
        list(heads),
        ["--:" if right else "---" for right in numeric],
        *([f"{cell:,}" if isinstance(cell, int) else cell for cell in line] for line in lines),
    ]
    return "\n" + "".join(f"| {' | '.join(line)} |\n" for line in written) + "\n"


def blocks(page: str) -> dict[str, str]:
    """Return the tables of a page by name."""
    return {found["name"]: found["body"] for found in _BLOCK.finditer(page)}


def rewritten(page: str, tables: Mapping[str, str]) -> str:
    """Return a page with these tables in their places. Raises KeyError for a place without one."""
    return _BLOCK.sub(lambda found: found["head"] + tables[found["name"]], page)


def cells(table: str) -> list[list[str]]:
    """Return the rows of a table without its head, as text without code marks."""
    lines = [line for line in table.splitlines() if line.startswith("|")]
    return [[c.strip().strip("`") for c in line.strip("|").split("|")] for line in lines[2:]]
