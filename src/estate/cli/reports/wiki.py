"""The audit as pages of a wiki, in a folder of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from estate.cli.reports.asked import Report

if TYPE_CHECKING:
    from estate.cli.reports.asked import Asked, Content

__all__ = ["WIKI"]


def _files(asked: Asked) -> dict[str, Content]:
    from estate.pipeline.showing import source_of  # noqa: PLC0415 - not for help
    from estate.report.wiki import render  # noqa: PLC0415 - as above

    pages = render(source_of(asked.shown, ()))
    asked.tell("writing the pages")
    return {f"wiki/{name}": lines for name, lines in pages.items()}


WIKI: Final = Report(("markdown",), _files, frozenset({"--redact"}), explain_unknown=True)
