"""Whole processes: how long they take and how much memory they need."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).parents[2]

_KILOBYTE: Final = 1 if sys.platform == "darwin" else 1024
"""In what the system counts the memory of a process."""


_DID_IT: Final = {0, 1}
"""The exit codes of a check that ran to its end: nothing failed, or findings did. Those of others
mean the same."""


class Used(NamedTuple):
    """What a process took: seconds by the clock and of processors, and its largest megabytes."""

    seconds: float
    worked: float
    megabytes: float

    @classmethod
    def middle(cls, several: Sequence[Used]) -> Used:
        """Return the median of each."""
        return cls(*(median(values) for values in zip(*several, strict=True)))


class ProcessFailedError(Exception):
    """A process that is measured did not do its work."""


def environment() -> dict[str, str]:
    """Return the environment of a measured process: this checkout's program, compiled as usual."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return kept | {"PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))}


def run(arguments: Sequence[str]) -> Used:
    """Run Python with these arguments, its output into a pipe. Raises ProcessFailedError."""
    return run_program([sys.executable, *arguments])


def run_program(command: Sequence[str]) -> Used:
    """Run a program, its output into a pipe. Raises ProcessFailedError."""
    begun = perf_counter()
    process = subprocess.Popen(  # noqa: S603 - our own program, or one that it is compared with
        command, stdout=subprocess.PIPE, env=environment()
    )
    if process.stdout is not None:
        while process.stdout.read(1 << 16):
            pass
        process.stdout.close()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in _DID_IT:
        raise ProcessFailedError(f"exit {process.returncode} of {' '.join(command)[:200]}")
    worked = usage.ru_utime + usage.ru_stime
    return Used(seconds, worked, usage.ru_maxrss * _KILOBYTE / 1e6)


def interleaved(commands: Mapping[str, Sequence[str]], runs: int) -> dict[str, Used]:
    """Run each command in turn, and all again, so that noise meets all. Returns medians.

    A command begins with its program. A first round warms the disk and compiles the modules; it
    does not count.
    """
    taken: dict[str, list[Used]] = {name: [] for name in commands}
    for round_ in range(runs + 1):
        for name, arguments in commands.items():
            used = run_program(arguments)
            if round_:
                taken[name].append(used)
    return {name: Used.middle(several) for name, several in taken.items()}
