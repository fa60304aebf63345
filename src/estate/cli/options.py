"""The options that every command takes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from pathlib import Path
from typing import Any, Literal, TypeVar

import click

from estate.cli.exits import WRONG_INPUT
from estate.errors import ConfigError, EstateError
from estate.frozen import frozen

C = TypeVar("C", bound=Callable[..., Any])


class Day(click.ParamType[date]):
    """A day on the command line, YYYY-MM-DD."""

    name = "date"

    def convert(
        self,
        value: Any,  # noqa: ANN401 - click's own
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> date:
        """Read it, or fail with the form."""
        from estate.model.scalars import day  # noqa: PLC0415 - only when a day is given

        try:
            return day(str(value))
        except ValueError:
            self.fail(f"{value!r} is no date; write YYYY-MM-DD", param, ctx)


@frozen
class Invocation:
    """What the user said of the estate, the day and the screen."""

    estate: Path | None
    as_of: date | None
    colour: bool
    quiet: bool
    verbose: bool

    @property
    def detail(self) -> Literal["quiet", "normal", "verbose"]:
        """How much to say."""
        if self.quiet:
            return "quiet"
        return "verbose" if self.verbose else "normal"

    def root(self) -> Path:
        """Return the estate's folder: the one named, or the nearest upwards with estate.yaml.

        Raises ConfigError where there is none.
        """
        from estate.config import FILE, find_root  # noqa: PLC0415 - not for help

        if self.estate is None:
            return find_root(Path.cwd())
        if not (self.estate / FILE).is_file():
            raise ConfigError(f"{self.estate} has no {FILE}; 'estate init' writes one")
        return self.estate

    def root_if_any(self) -> Path | None:
        """Return the estate's folder, or None where the user neither names one nor stands in one.

        Raises ConfigError where the folder that is named is no estate.
        """
        try:
            return self.root()
        except ConfigError:
            if self.estate is not None:
                raise
            return None

    def today(self, timezone: str) -> date:
        """Return the day to judge: the one given, or today in the estate's timezone.

        This is the one place where the clock is read.
        """
        from zoneinfo import ZoneInfo  # noqa: PLC0415 - not for help

        return self.as_of or datetime.now(ZoneInfo(timezone)).date()


def estate_options(command: C) -> C:
    """Give a command the options that every command takes, as its first argument."""

    @click.option(
        "--estate",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        metavar="DIR",
        help="The estate's folder.  [default: the nearest upwards with estate.yaml]",
    )
    @click.option(
        "--as-of",
        type=Day(),
        metavar="DATE",
        help="The day to judge on.  [default: today in the estate's timezone]",
    )
    @click.option("--no-colour", is_flag=True, help="Write no colours; NO_COLOR does the same.")
    @click.option("-q", "--quiet", is_flag=True, help="Say less.")
    @click.option("-v", "--verbose", is_flag=True, help="Say more.")
    @wraps(command)
    def wrapped(
        *args: Any,  # noqa: ANN401 - passed on
        estate: Path | None,
        as_of: date | None,
        no_colour: bool,
        quiet: bool,
        verbose: bool,
        **more: Any,  # noqa: ANN401 - passed on
    ) -> Any:  # noqa: ANN401 - passed on
        said = Invocation(estate, as_of, not no_colour, quiet, verbose)
        try:
            return command(said, *args, **more)
        except EstateError as error:
            from estate.cli.failure import show_error  # noqa: PLC0415 - only for a mistake

            show_error(error, wanted_colour=said.colour)
            raise click.exceptions.Exit(WRONG_INPUT) from error

    return wrapped  # type: ignore[return-value]
