"""Groups of commands, some of which are imported when they are called, and not before."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any, Final

import click

__all__ = ["LazyGroup"]

_SHORT: Final = 70
"""Characters of a command's short help."""


class LazyGroup(click.Group):
    """A group whose commands stand in `commands_at`: name → (module:attribute, short help)."""

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - click's own
        commands_at: Mapping[str, tuple[str, str]] | None = None,
        **attributes: Any,  # noqa: ANN401 - click's own
    ) -> None:
        super().__init__(*args, **attributes)
        self._at = dict(commands_at or {})

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, sorted."""
        return sorted({*super().list_commands(ctx), *self._at})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return a command, or None."""
        if cmd_name not in self._at:
            return super().get_command(ctx, cmd_name)
        module, _, attribute = self._at[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is called. Raises UsageError that names the nearest one."""
        name = args[0]
        if self.get_command(ctx, name) is None and not name.startswith("-"):
            from estate.errors import nearest  # noqa: PLC0415 - only for a mistake

            names = self.list_commands(ctx)
            close = nearest(name, names)
            hint = f"did you mean {close!r}?" if close else f"there are {', '.join(names)}"
            raise click.UsageError(f"no command {name!r}; {hint}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands with their short help, importing none of them."""
        rows = [(name, self._short(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def _short(self, ctx: click.Context, name: str) -> str:
        if name in self._at:
            return self._at[name][1]
        command = self.get_command(ctx, name)
        return command.get_short_help_str(limit=_SHORT) if command else ""
