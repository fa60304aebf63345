"""The terminal: how wide it is, whether it has colours, and progress on it."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from typing import Final, TextIO

NARROWEST: Final = 60
WIDEST: Final = 120


def width() -> int:
    """Return how many columns to write: those of the terminal, within reason."""
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size((100, 24)).columns))


def colour(stream: TextIO, *, wanted: bool = True) -> bool:
    """Whether to write colours: wanted, on a terminal, and not refused by NO_COLOR."""
    return wanted and not os.environ.get("NO_COLOR") and stream.isatty()


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
