"""`estate exceptions`: the register of accepted risks, and all that is done with it."""

from __future__ import annotations

from typing import Final

import click

from estate.cli.lazy import LazyGroup

__all__ = ["exceptions"]

_HERE: Final = "estate.cli.exceptions"

COMMANDS: Final = {
    "attach": (f"{_HERE}.approve:attach", "Add a signature that was made elsewhere."),
    "list": (f"{_HERE}.register:list_", "The register, worst first."),
    "new": (f"{_HERE}.draft:new", "Draft the acceptance of findings."),
    "payload": (f"{_HERE}.approve:payload", "Print the bytes that are signed."),
    "pin": (f"{_HERE}.approve:pin", "Pin the facts as they are today."),
    "preview": (f"{_HERE}.preview:preview", "What an acceptance would cover and change."),
    "sign": (f"{_HERE}.approve:sign", "Accept a risk and sign it."),
    "verify": (f"{_HERE}.register:verify", "Check every signature and state."),
    "withdraw": (f"{_HERE}.approve:withdraw", "End an acceptance before its time."),
}


@click.group(cls=LazyGroup, commands_at=COMMANDS)
def exceptions() -> None:
    """Keep the register of accepted risks.

    An exception records that somebody entitled to it accepts a finding for a stated time. It
    counts while it is whole, in time, still about the same facts, and given by whoever holds the
    role; docs/acceptance.md says exactly when.
    """
