"""The terminal: what is written to it, how wide it is, whether it has colours, and progress."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final, TextIO

from estate.errors import OutputError

__all__ = [
    "NORMAL",
    "Progress",
    "abandon_output",
    "colour",
    "open_page",
    "progress",
    "say",
    "shown",
    "width",
    "write_bytes",
    "write_out",
]

NORMAL: Final = 100
"""Columns where no terminal says how many: in files, and in pipes."""
_NARROWEST: Final = 60
_WIDEST: Final = 120


def width() -> int:
    """Return how many columns to write: those of the terminal, within reason."""
    if not sys.stdout.isatty() and "COLUMNS" not in os.environ:
        return NORMAL
    import shutil  # noqa: PLC0415 - only where somebody looks

    return max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size((NORMAL, 24)).columns))


def colour(stream: TextIO, *, wanted: bool = True) -> bool:
    """Whether to write colours: wanted, on a terminal, and not refused by NO_COLOR."""
    return wanted and not os.environ.get("NO_COLOR") and stream.isatty()


def write_out(pieces: Iterable[str]) -> None:
    """Write to the standard output.

    When its reader has gone, the rest is dropped and the run goes on: its exit code and the files
    that it writes do not hang on who reads along. Raises OutputError where nothing can be written.
    """
    try:
        sys.stdout.writelines(pieces)
        sys.stdout.flush()
    except BrokenPipeError:
        abandon_output()
    except OSError as error:
        abandon_output()
        raise OutputError(f"cannot write to the standard output: {error.strerror}") from error


def write_bytes(data: bytes) -> None:
    """Write bytes to the standard output as they are, as `write_out` does with text."""
    write_out(())  # what text is waiting comes first
    sys.stdout.buffer.write(data)
    write_out(())


def say(*lines: str) -> None:
    """Write lines to the standard output, as `write_out` does."""
    write_out(f"{line}\n" for line in lines)


def shown(path: Path) -> str:
    """Return a path as a person would type it here: relative where it is below."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def open_page(address: str) -> None:
    """Open a page in the browser that the system has. Raises OutputError where it has none."""
    import webbrowser  # noqa: PLC0415 - only where somebody asks for it

    if not webbrowser.open(address):
        raise OutputError(f"no browser could be started; open {address} yourself")


def abandon_output() -> None:
    """Let whatever is still to come, the interpreter's last flush too, go nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    with suppress(io.UnsupportedOperation):  # where no file stands behind it
        os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


Progress = Callable[[str], None]


def progress(*, quiet: bool) -> Progress:
    """Return what to call with each stage: it is shown on a terminal, and only there."""
    if quiet or not sys.stderr.isatty():
        return lambda _: None
    return _show


def _show(stage: str) -> None:
    line = f"\r\x1b[2K{stage} …" if stage else "\r\x1b[2K"
    sys.stderr.write(line)
    sys.stderr.flush()
