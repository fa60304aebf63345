"""The command line: the door for people and for CI.

Exit codes: 0 nothing at or above the threshold; 1 findings at or above it; 2 the user's input,
configuration or options are wrong; 3 a fault in the program.
"""

from __future__ import annotations

import atexit
import gc
import io
import os
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import Final, NoReturn, TextIO

import click

from estate import __version__
from estate.cli.program import Program

COMMANDS: Final = {
    "audit": ("estate.cli.audit:audit", "Judge the estate and write every report."),
    "budget": ("estate.cli.budget:budget", "What is to be paid, and what no budget holds."),
    "check": ("estate.cli.check:check", "Lint the inventory: load, judge, print."),
    "compare": ("estate.cli.compare:compare", "What a change does, and what the calendar does."),
    "duplicates": ("estate.cli.duplicates:duplicates", "What does one job twice, and its cost."),
    "exceptions": ("estate.cli.exceptions:exceptions", "The register of accepted risks."),
    "explain": ("estate.cli.explain:explain", "Explain a rule, an asset or a finding."),
    "export": ("estate.cli.exporting:export", "Write the estate in a format of others."),
    "forecast": ("estate.cli.forecast:forecast", "Risk to come, with the plan and without it."),
    "format": ("estate.cli.format:format_", "Lay the files out in one way; comments stay."),
    "graph": ("estate.cli.graph:graph", "Draw who needs whom."),
    "impact": ("estate.cli.impact:impact", "What stops when something stops."),
    "import": ("estate.cli.importing:import_", "Bring other people's data in."),
    "init": ("estate.cli.init:init", "Write a small estate, or the whole example."),
    "lifecycle": ("estate.cli.lifecycle:lifecycle", "Look products up; take a newer catalogue."),
    "lsp": ("estate.cli.lsp:lsp", "A language server for editors."),
    "merge": ("estate.cli.merge:merge", "Make one estate of several, and tell what comes of it."),
    "plan": ("estate.cli.plan:plan", "The work plan: what comes when, and what collides."),
    "report": ("estate.cli.report:report", "Write one report alone."),
    "rules": ("estate.cli.rules:rules", "The rules and the facts they speak of."),
    "schema": ("estate.cli.schema:schema", "JSON Schemas, for editors and validators."),
    "serve": ("estate.cli.serve:serve", "The page of an audit, live on this machine."),
    "split": ("estate.cli.split:split", "Part some organisations' estate from another."),
    "trend": ("estate.cli.trend:trend", "How it came to this, from the repository's history."),
}
"""Each command: where it is, and what it does, so that help imports none of them."""


@click.group(
    cls=Program,
    commands_at=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="""
    \b
    Exit codes:
      0  nothing at or above the threshold
      1  findings at or above it
      2  the input, the configuration or the options are wrong
      3  a fault in the program
    """,
)
@click.version_option(__version__, message="estate %(version)s", help="Print the version.")
def cli() -> None:
    """Analyse an inventory of applications, servers, sites, licences and contracts.

    The inventory is YAML, kept in git. It loads into a graph of who needs whom; rules judge it;
    what they find is printed at its line and written to reports.
    """


def main() -> NoReturn:
    """Run the program, and exit with its code."""
    # It lives shortly and keeps nearly all it makes: collecting costs a quarter of the time, and
    # saves no memory.
    gc.disable()
    # A stream that whoever started us has closed is not there at all.
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        cli.main(prog_name="estate")
    except SystemExit as ended:
        _leave(ended.code)
        raise


def _leave(code: object) -> None:
    """End the process at once, if nothing stands against it.

    To take a large estate apart, piece by piece, costs a tenth of the time; the system takes it
    back as a whole. What asked to be told of the end is told, and what was said is written.
    """
    if threading.active_count() > 1 or not isinstance(code, int):
        return
    atexit._run_exitfuncs()  # noqa: SLF001 - there is no public way
    with suppress(OSError, ValueError):  # who reads us has gone: Python says so in its own way
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")
