"""`estate exceptions sign`, `payload`, `attach`, `pin`, `withdraw`: what is written into a record.

A private key is never read here: ssh-keygen signs, or whoever has the key signs elsewhere.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from estate.cli.judging import Wanted, judged
from estate.cli.options import Day, Invocation, estate_options
from estate.cli.screen import say, shown, write_bytes
from estate.errors import UsageError

if TYPE_CHECKING:
    from estate.pipeline import Run
    from estate.pipeline.acceptances.approving import Amendment

__all__ = ["attach", "payload", "pin", "sign", "withdraw"]

_LONGEST_SIGNATURE = 16_384

_organisation = click.option(
    "--organisation",
    default="",
    metavar="ID",
    help="For whom, where several organisations accept it.",
)


@click.command()
@click.argument("key", metavar="ID")
@click.option(
    "--key",
    "file",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="The private key, or the public one of a key in an agent or on a token.",
)
@_organisation
@estate_options
def sign(said: Invocation, key: str, file: Path, organisation: str) -> None:
    """Accept a risk: pin the facts of today, and sign the record with ssh-keygen.

    The record says who accepts it; the day is today where it states none. Nothing is written unless
    the signature holds: by a key that the organisation lists for that person, role and day.
    """
    from estate.exceptions.signing import sign as made  # noqa: PLC0415 - not for help
    from estate.pipeline.acceptances.approving import signed_by  # noqa: PLC0415 - as above

    run = judged(said, Wanted(), explain_unknown=False)
    asking = sys.stdin.isatty() and sys.stderr.isatty()
    done = signed_by(run, key, organisation, lambda message: made(message, file, asking=asking))
    _write(said, run, done, f"{key} is accepted and signed")


@click.command()
@click.argument("key", metavar="ID")
@_organisation
@estate_options
def payload(said: Invocation, key: str, organisation: str) -> None:
    """Print exactly the bytes that are signed.

    For a key that lives elsewhere: sign them with `ssh-keygen -Y sign -n estate-acceptance`, and
    add the signature with `estate exceptions attach`. The record must say who accepts it, on which
    day, and on which facts (`estate exceptions pin`).
    """
    from estate.pipeline.acceptances.approving import ready  # noqa: PLC0415 - not for help

    run = judged(said, Wanted(), explain_unknown=False)
    write_bytes(ready(run, key, organisation).bytes)


@click.command()
@click.argument("key", metavar="ID")
@click.argument(
    "file", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE"
)
@_organisation
@estate_options
def attach(said: Invocation, key: str, file: Path, organisation: str) -> None:
    """Add a signature that was made elsewhere, over what `payload` prints.

    Nothing is written unless the signature holds.
    """
    from estate.pipeline.acceptances.approving import attached, ready  # noqa: PLC0415

    run = judged(said, Wanted(), explain_unknown=False)
    done = attached(run, ready(run, key, organisation), _signature(file))
    _write(said, run, done, f"the signature is added to {key}")


@click.command()
@click.argument("key", metavar="ID")
@estate_options
def pin(said: Invocation, key: str) -> None:
    """Pin the facts as they are today, for a record that is to be accepted on them."""
    from estate.pipeline.acceptances.approving import pinned  # noqa: PLC0415 - not for help

    run = judged(said, Wanted(), explain_unknown=False)
    _write(said, run, pinned(run, key), f"the facts of {run.facts.today} are pinned in {key}")


@click.command()
@click.argument("key", metavar="ID")
@click.option("--reason", required=True, metavar="TEXT", help="Why it ends.")
@click.option("--by", default="", metavar="TITLE", help="Who takes it back.")
@click.option("--on", type=Day(), metavar="DATE", help="From which day.  [default: today]")
@estate_options
def withdraw(said: Invocation, key: str, reason: str, by: str, on: date | None) -> None:
    """End an acceptance before its time. What it covers is open again."""
    from estate.pipeline.acceptances.approving import withdrawn  # noqa: PLC0415 - not for help

    run = judged(said, Wanted(), explain_unknown=False)
    day = on or run.facts.today
    _write(said, run, withdrawn(run, key, day, by, reason), f"{key} is withdrawn from {day}")


def _write(said: Invocation, run: Run, done: Amendment, told: str) -> None:
    from estate.pipeline.acceptances.amending import amend  # noqa: PLC0415 - not for help

    file = amend(said.root(), run, done)
    if not said.quiet:
        say(f"{told}: {shown(file)}")


def _signature(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            data = opened.read(_LONGEST_SIGNATURE + 1)
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}") from error
    if len(data) > _LONGEST_SIGNATURE:
        raise UsageError(f"{file} is no signature: it is too long")
    return data.decode("ascii", "replace").replace("\r\n", "\n")
