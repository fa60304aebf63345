"""`estate format`: one order and one layout for the files that people write."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

import click

from estate.cli.exits import FOUND
from estate.cli.options import Invocation, estate_options
from estate.cli.screen import say, write_out
from estate.errors import UsageError

if TYPE_CHECKING:
    from estate.pipeline.layouts import Layout


@click.command("format")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option("--check", is_flag=True, help="Write nothing; fail where a layout would change.")
@click.option("--diff", is_flag=True, help="Write nothing; print what would change.")
@estate_options
def format_(said: Invocation, paths: tuple[Path, ...], *, check: bool, diff: bool) -> int:
    """Lay out the inventory's files and estate.yaml: one order, one spelling, comments kept.

    With PATHs, those files and what is in those folders alone. What the files say stays the same.
    All of them are written together, or none: a file with errors in it is shown, and nothing is
    written. JSON files are left alone. With -q, only the files that change are named.
    """
    from estate.pipeline.layouts import layouts_of  # noqa: PLC0415 - not for help

    root = said.root()
    done = layouts_of(root, _chosen(root, paths))
    _refuse_strangers(root, paths, done)
    changed = [layout for layout in done if layout.changes]
    if diff:
        write_out(piece for layout in changed for piece in _difference(layout))
    elif not check:
        from estate.writing import write_together  # noqa: PLC0415 - only to write

        write_together({each.path: [each.after or ""] for each in changed})
    if not diff:
        _tell(done, changed, "would change" if check else "laid out", quiet=said.quiet)
    return FOUND if check and changed else 0


def _chosen(root: Path, paths: Iterable[Path]) -> Callable[[Path], bool]:
    """Return what says of a file whether the user means it; without paths every one is meant."""
    meant = [_real(root, path) for path in paths]
    return lambda file: not meant or any(file.resolve().is_relative_to(path) for path in meant)


def _real(root: Path, path: Path) -> Path:
    """Return what the user named: from here, else from the estate's folder."""
    for candidate in (Path.cwd() / path, root / path):
        if candidate.exists():
            return candidate.resolve()
    raise UsageError(f"there is no {path}")


def _refuse_strangers(root: Path, paths: Iterable[Path], done: Iterable[Layout]) -> None:
    """Raise UsageError for a path in which there is nothing to lay out."""
    files = [layout.path.resolve() for layout in done]
    for path in paths:
        real = _real(root, path)
        if not any(file.is_relative_to(real) for file in files):
            message = f"{path} is no file of the inventory, nor estate.yaml, nor has one in it"
            raise UsageError(message)


def _difference(layout: Layout) -> Iterator[str]:
    before, after = (
        list(io.StringIO(text, newline="\n"))
        for text in (layout.before.decode(), layout.after or "")
    )
    for line in unified_diff(before, after, f"a/{layout.name}", f"b/{layout.name}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _tell(done: list[Layout], changed: list[Layout], word: str, *, quiet: bool) -> None:
    say(*(f"{word}: {layout.name}" for layout in changed))
    if quiet:
        return
    alone = sum(layout.after is None for layout in done)
    parts = [f"{_files(len(changed))} {word}", f"{len(done) - len(changed) - alone} as they were"]
    say(", ".join([*parts, *([f"{alone} of JSON left alone"] if alone else [])]))


def _files(count: int) -> str:
    return f"{count} file{'' if count == 1 else 's'}"
