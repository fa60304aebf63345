"""`--redact public`, for every command that makes something for people to read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from estate.errors import UsageError, nearest

if TYPE_CHECKING:
    from estate.cli.judging import Wanted
    from estate.facts import Facts
    from estate.redaction import StandIns
    from estate.report.statement import Statement

__all__ = ["WHAT", "known_as", "noticed", "redact_option", "refuse", "unwritten"]

WHAT: Final = "versions, hosts, addresses, amounts or names of systems and people"
"""What a copy for the public does not hold."""

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


def noticed(redact: str | None, told: Statement) -> Statement:
    """Return what is told; in a copy for the public it says first what is left out."""
    if not redact:
        return told
    from dataclasses import replace  # noqa: PLC0415 - only for a copy

    from estate.redaction import NOTICE  # noqa: PLC0415 - as above

    return replace(told, lead=(NOTICE, *told.lead))


def known_as(names: StandIns, keys: tuple[str, ...], facts: Facts) -> tuple[str, ...]:
    """Return what stands for the records that a user names; a stand-in may be named as well.

    Raises UsageError for what there is not, with the nearest that there is.
    """
    told = tuple(names.ids.get(key, key) for key in keys)
    for key, given in zip(told, keys, strict=True):
        if facts.estate.get(key) is None:
            close = nearest(given, names.ids)
            hint = f"; did you mean {close!r}?" if close else ""
            raise UsageError(f"no record is called {given!r}{hint}")
    return told
