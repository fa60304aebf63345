"""A statement in the form that a target asks for."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from estate.cli.screen import NORMAL, colour, width

if TYPE_CHECKING:
    from estate.cli.options import Invocation
    from estate.cli.targets import Target
    from estate.report.statement import Statement

__all__ = ["laid_out"]


def laid_out(statement: Statement, said: Invocation, target: Target) -> Iterator[str]:
    """Return a statement as Markdown or as a page where the target is that, else as text.

    Only what goes to the terminal has its colours and its width.
    """
    if target.form == "markdown":
        from estate.report.statement import markdown  # noqa: PLC0415 - only for this format

        return markdown.render(statement)
    if target.form == "html":
        from estate.report.statement import page  # noqa: PLC0415 - only for this format

        return page.render(statement)
    from estate.report.statement import text  # noqa: PLC0415 - only for this format

    on_screen = target.file is None
    painted = on_screen and colour(sys.stdout, wanted=said.colour)
    size = width() if on_screen else NORMAL
    return text.render(statement, colour=painted, width=size, detail=said.detail)
