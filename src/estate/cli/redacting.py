"""`--redact public`, for every command that makes something for people to read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from estate.errors import UsageError

if TYPE_CHECKING:
    from estate.cli.judging import Wanted

__all__ = ["FOLDER", "WHAT", "redact_option", "refuse", "unwritten"]

WHAT: Final = "versions, hosts, addresses, amounts or names of systems and people"
"""What a copy for the public does not hold."""

FOLDER: Final = "public"
"""The folder for such copies, below that of the reports: no copy ever replaces a whole report."""

redact_option = click.option(
    "--redact",
    type=click.Choice(["public"]),
    help=f"Make a copy for the public: without {WHAT}.",
)


def refuse(redact: str | None, why: str) -> None:
    """Refuse the option where a copy for the public makes no sense. Raises UsageError."""
    if redact:
        raise UsageError(f"--redact {redact} is not for this: {why}")


def unwritten(redact: str | None, wanted: Wanted) -> None:
    """Refuse to write what is judged by beside a copy for the public. Raises UsageError."""
    if redact and wanted.write_baseline:
        raise UsageError(
            "--write-baseline writes what later runs go by, which is no copy for the public; "
            f"leave out --redact {redact}"
        )
