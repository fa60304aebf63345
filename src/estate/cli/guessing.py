"""A guessed mapping, written and summed up: what was placed, and what a person has to decide."""

from __future__ import annotations

from pathlib import Path
from shlex import quote

from estate.cli.screen import say, shown
from estate.errors import UsageError
from estate.exchange.table.guess import guess
from estate.lifecycle import bundled
from estate.writing import write

__all__ = ["write_guess"]


def write_guess(files: tuple[Path, ...], target: Path, *, replace: bool, quiet: bool) -> None:
    """Write a guessed mapping to be corrected, and say what it leaves open.

    Raises UsageError where a file is in the way and `replace` is not set.
    """
    if target.exists() and not replace:
        raise UsageError(f"{target} is there already; --replace overwrites it")
    found = guess(files, bundled())
    write(target, [found.text])
    if quiet:
        return
    tables = f"{found.tables:,} table{'' if found.tables == 1 else 's'}"
    say(f"wrote {shown(target)}: {tables}, {found.placed:,} columns placed")
    for table, column in found.left:
        say(f"  not placed: {column!r} of {table}")
    for table, column in found.doubts:
        say(f"  left open, its days can be read in two ways: {column!r} of {table}")
    names = " ".join(quote(shown(path)) for path in files)
    mapping = quote(shown(target))
    say(f"next: correct it, then estate import table --map {mapping} {names} --dry-run")
