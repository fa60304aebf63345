"""The forms in which a reorganisation is told."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from estate.cli.screen import NORMAL, colour, width

if TYPE_CHECKING:
    from estate.cli.options import Invocation
    from estate.cli.targets import Target
    from estate.findings import Reorganisation

__all__ = ["FORMATS", "rendered"]

FORMATS: Final = ("text", "json", "markdown", "html", "csv")


def rendered(said: Invocation, told: Reorganisation, target: Target) -> Iterator[str]:
    """Return a reorganisation in the form of a target."""
    if target.form == "json":
        from estate.report.merge import document  # noqa: PLC0415 - only for this format

        return document.render(told)
    if target.form == "csv":
        from estate.report.merge import table  # noqa: PLC0415 - only for this format

        return table.render(told)
    from estate.report.merge.telling import ON_PAGE, statement  # noqa: PLC0415 - not for help

    if target.form == "markdown":
        from estate.report.statement import markdown  # noqa: PLC0415 - only for this format

        return markdown.render(statement(told))
    if target.form == "html":
        from estate.report.statement import page  # noqa: PLC0415 - only for this format

        return page.render(statement(told, ON_PAGE))
    from estate.report.statement import text  # noqa: PLC0415 - only for this format

    on_screen = target.file is None
    painted = on_screen and colour(sys.stdout, wanted=said.colour)
    size = width() if on_screen else NORMAL
    return text.render(statement(told), colour=painted, width=size, detail=said.detail)
