"""The forms in which a reorganisation is told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from estate.cli.statements import laid_out

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

    most = ON_PAGE if target.form == "html" else None
    brief = target.form == "text" and said.detail != "verbose"
    return laid_out(statement(told, most, brief=brief), said, target)
