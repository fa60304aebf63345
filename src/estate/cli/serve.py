"""`estate serve`: the page of an audit, live on this machine."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from estate.cli.options import Invocation, estate_options
from estate.cli.screen import open_page, say
from estate.errors import ConfigError, EstateError

__all__ = ["serve"]

_PORT: Final = 8765


@click.command()
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=_PORT,
    show_default=True,
    help="The port to listen on; 0 takes any that is free.",
)
@click.option("--open", "to_open", is_flag=True, help="Open the page in a browser.")
@estate_options
def serve(said: Invocation, *, port: int, to_open: bool) -> None:
    """Show the page of an audit, and load it anew as files change.

    It listens on this machine alone, writes no file, and ends with Ctrl-C. An inventory that does
    not load is shown with its problems until it is mended.
    """
    from estate.cli.live import HOST, Live, server_of  # noqa: PLC0415 - not for help

    root = said.root()
    live = Live(root, _reports(root), lambda stamp: _page(said, stamp))
    with server_of(live, port) as server:
        address = f"http://{HOST}:{server.server_port}/"
        say(f"The page is at {address} until you press Ctrl-C.")
        if to_open:
            open_page(address)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            say("")


def _reports(root: Path) -> Path:
    """Return the folder whose files are no part of the estate."""
    from estate.config import Config, load_config  # noqa: PLC0415 - not for help

    try:
        return root / load_config(root).reports
    except ConfigError:
        return root / Config(estate=1, name="unknown").reports


def _page(said: Invocation, stamp: str) -> bytes:
    """Return the page of the estate as it is now, or of what is wrong with it."""
    from estate.cli.judging import Wanted, judged  # noqa: PLC0415 - not for help
    from estate.cli.problems import rendered  # noqa: PLC0415 - as above
    from estate.pipeline.showing import source_of  # noqa: PLC0415 - as above
    from estate.report.html import render, render_problems  # noqa: PLC0415 - as above

    try:
        run = judged(said, Wanted(), explain_unknown=True)
        pieces = render(source_of(run, ()), stamp=stamp)
        return "".join(pieces).encode()
    except EstateError as error:
        text = "".join(rendered(said, error, "text")) or error.message
        return "".join(render_problems(text, stamp=stamp)).encode()
