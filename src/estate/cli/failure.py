"""What a person sees when something is wrong: with the input, or with us."""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path

import click

from estate.errors import ConfigError, EstateError, Fault, InventoryError, RuleError

__all__ = ["show_error", "show_fault", "show_usage"]

_COUNTED = (ConfigError, InventoryError, RuleError)
"""Errors whose message only counts their problems, which the report of these does too."""


def show_error(error: EstateError, *, wanted_colour: bool = True) -> None:
    """Print what is wrong with the input: every problem at its line, then the whole in a line."""
    if error.problems:
        from estate.cli.screen import colour, width  # noqa: PLC0415 - only when needed
        from estate.report.problems import render_text  # noqa: PLC0415 - as above

        painted = colour(sys.stderr, wanted=wanted_colour)
        for line in render_text(error.problems, colour=painted, width=width()):
            click.echo(line, err=True, nl=False)
        if isinstance(error, _COUNTED):
            return
    click.echo(f"error: {error.message}", err=True)


def show_usage(error: click.ClickException) -> None:
    """Print what is wrong with the options; where a command was called bare, its help."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        error.show()
        return
    if isinstance(error, click.UsageError) and error.ctx is not None:
        click.echo(error.ctx.get_usage(), err=True)
        click.echo(f"Try '{error.ctx.command_path} --help' for help.\n", err=True)
    click.echo(f"error: {error.format_message()}", err=True)


def show_fault(error: Exception) -> None:
    """Print that the program is at fault, what it was doing, and where; never a traceback.

    With ESTATE_TRACEBACK set, the traceback as well: that is for those who mend the program.
    """
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if f"{os.sep}estate{os.sep}" in frame.filename]
    where = f" ({Path(own[-1].filename).name}:{own[-1].lineno})" if own else ""
    said = str(error) if isinstance(error, Fault) else f"{type(error).__name__}: {error}"
    click.echo(f"fault in estate{where}: {said}", err=True)
    click.echo(
        "This is a mistake in the program, not in your files. Please report it, with what "
        "ESTATE_TRACEBACK=1 makes it print.",
        err=True,
    )
    if os.environ.get("ESTATE_TRACEBACK"):
        traceback.print_exception(error)
