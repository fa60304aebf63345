"""`--redact public`, for every command that makes something for people to read."""

from __future__ import annotations

from typing import Final

import click

from estate.errors import UsageError

__all__ = ["FOLDER", "WHAT", "redact_option", "refuse"]

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
