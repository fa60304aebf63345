"""The command line: the door for people and for CI.

Exit codes: 0 nothing at or above the threshold; 1 findings at or above it; 2 the user's input,
configuration or options are wrong; 3 a fault in the program.
"""

from __future__ import annotations

import io
import sys
from typing import Final, NoReturn

import click

from estate import __version__
from estate.cli.lazy import LazyGroup
from estate.errors import EstateError

FOUND: Final = 1
WRONG_INPUT: Final = 2
FAULT: Final = 3
_INTERRUPTED: Final = 130

COMMANDS: Final = {
    "audit": ("estate.cli.audit:audit", "Judge the estate and write every report."),
    "check": ("estate.cli.check:check", "Lint the inventory: load, judge, print."),
    "explain": ("estate.cli.explain:explain", "Explain a rule, an asset or a finding."),
    "import": ("estate.cli.importing:import_", "Bring other people's data in."),
    "init": ("estate.cli.init:init", "Write a small estate, or the whole example."),
    "lifecycle": ("estate.cli.lifecycle:lifecycle", "Look products up; take a newer catalogue."),
    "rules": ("estate.cli.rules:rules", "The rules and the facts they speak of."),
    "schema": ("estate.cli.schema:schema", "The JSON Schema of inventory, config or findings."),
}
"""Each command: where it is, and what it does, so that help imports none of them."""


@click.group(
    cls=LazyGroup, commands_at=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, prog_name="estate", message="%(prog)s %(version)s")
def cli() -> None:
    """Analyse an inventory of applications, servers, sites, licences and contracts.

    An inventory, kept as YAML in git, loads into a dependency graph; rules check it; people get
    what they need.
    """


def main() -> NoReturn:
    """Run the program, and exit with its code. No traceback reaches a user."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = cli.main(prog_name="estate", standalone_mode=False)
    except click.exceptions.Exit as ended:
        code = ended.exit_code
    except click.Abort:
        click.echo("interrupted", err=True)
        code = _INTERRUPTED
    except click.ClickException as error:
        error.show()
        code = WRONG_INPUT
    except EstateError as error:
        from estate.cli.failure import show_error  # noqa: PLC0415 - only when something is wrong

        show_error(error)
        code = WRONG_INPUT
    except BrokenPipeError:
        code = _closed_pipe()
    except Exception as error:  # noqa: BLE001 - the last line: a fault of ours, said in words
        from estate.cli.failure import show_fault  # noqa: PLC0415 - as above

        show_fault(error)
        code = FAULT
    sys.exit(code if isinstance(code, int) else 0)


def _closed_pipe() -> int:
    """Stop quietly when whoever reads us has stopped reading."""
    sys.stdout = None  # type: ignore[assignment]
    return 0
