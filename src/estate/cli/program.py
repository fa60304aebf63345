"""The program as a whole: it runs a command and ends with the right exit code."""

from __future__ import annotations

import sys
from typing import Any, NoReturn

import click

from estate.cli.exits import FAULT, INTERRUPTED, WRONG_INPUT
from estate.cli.lazy import LazyGroup

__all__ = ["Program"]


class Program(LazyGroup):
    """The group of all commands. A command returns its exit code, or None for 0."""

    def main(self, *args: Any, **extra: Any) -> NoReturn:  # noqa: ANN401 - click's own
        """Run, and exit with the code. No traceback reaches a user."""
        sys.exit(self._run(*args, **{**extra, "standalone_mode": False}))

    def _run(self, *args: Any, **extra: Any) -> int:  # noqa: ANN401 - click's own
        try:
            code = super().main(*args, **extra)
        except click.Abort:
            from estate.cli.screen import abandon_output  # noqa: PLC0415 - only when interrupted

            abandon_output()  # nobody may be reading
            click.echo("interrupted", err=True)
            return INTERRUPTED
        except click.ClickException as error:
            from estate.cli.failure import show_usage  # noqa: PLC0415 - only for a mistake

            show_usage(error)
            return WRONG_INPUT
        except Exception as error:  # noqa: BLE001 - the last line: a fault of ours, said in words
            from estate.cli.failure import show_fault  # noqa: PLC0415 - as above

            show_fault(error)
            return FAULT
        return code if isinstance(code, int) else 0
