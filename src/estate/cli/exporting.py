"""`estate export`: the estate in other people's formats, with a list of what they cannot hold."""

from __future__ import annotations

from typing import Final

import click

from estate.cli.foreign import ExportGroup

_COMMANDS: Final[dict[str, tuple[str, str]]] = {
    "dot": ("estate.cli.drawn:dot", "Who needs whom, for Graphviz."),
    "mermaid": ("estate.cli.drawn:mermaid", "Who needs whom, as a Mermaid flowchart."),
    "xlsx": ("estate.cli.workbook:export_xlsx", "A workbook to edit and to bring back."),
}
"""Exports with options of their own: name → where it is, and what it does."""


@click.group("export", cls=ExportGroup, commands_at=_COMMANDS)
def export() -> None:
    """Write the estate in a format of others; what that cannot hold is listed."""
