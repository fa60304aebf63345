"""What a command uses without judging: the estate's own rules and catalogue, or those shipped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from estate.cli.options import Invocation

if TYPE_CHECKING:
    from estate.lifecycle import Catalogue
    from estate.rules import Pack

__all__ = ["catalogue_for", "pack_for"]


def catalogue_for(said: Invocation) -> Catalogue:
    """Return the catalogue of the estate that the user stands in, or the bundled one."""
    from estate.pipeline import catalogue_of  # noqa: PLC0415 - not for help

    return catalogue_of(said.root_if_any())


def pack_for(said: Invocation, *, as_written: bool = False) -> Pack:
    """Return the rules of the estate that the user stands in, or the standard pack.

    `as_written` leaves out what estate.yaml sets.
    """
    from estate.pipeline import load_pack  # noqa: PLC0415 - not for help

    return load_pack(said.root_if_any(), as_written=as_written)
