"""`estate lsp`: a language server for editors."""

from __future__ import annotations

import click

from estate.cli.options import Invocation, estate_options
from estate.errors import UsageError

__all__ = ["lsp"]


@click.command()
@click.option("--stdio", is_flag=True, help="Speak over stdin and stdout, as it always does.")
@estate_options
def lsp(said: Invocation, stdio: bool) -> None:  # noqa: FBT001 - click's
    """Serve an editor: problems and findings as you type, completion, renaming, quick fixes.

    An editor starts it and speaks the Language Server Protocol with it over stdin and stdout. It
    serves every estate of which the editor shows a file. Needs the extra `estate[lsp]`.
    """
    del stdio
    try:
        from estate.lsp import serve  # noqa: PLC0415 - an extra
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in {"pygls", "lsprotocol"}:
            raise
        message = "the language server needs pygls: pip install 'estate[lsp]'"
        raise UsageError(message) from None
    serve(said.today)
