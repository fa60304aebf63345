"""An audit as pages of a wiki: plain Markdown, whose links lead from page to page by its name.

A wiki of GitHub, GitLab or Azure DevOps shows them as they are. Names are escaped, and call neither
people nor tickets; no page is written with anything but Markdown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from estate.report.html.source import Source
from estate.report.wiki.coming import ends, plan, unknown
from estate.report.wiki.decided import exceptions, principles
from estate.report.wiki.home import home
from estate.report.wiki.owned import owner_pages
from estate.report.wiki.owners import Owners
from estate.report.wiki.page import MAIN, Page, written

__all__ = ["render"]


def render(source: Source) -> dict[str, Iterable[str]]:
    """Return each page by the name of its file, in lines with their line breaks.

    It reads no clock and no file: the same source gives the same pages.
    """
    return {f"{page.name}.md": written(page, source.outcome) for page in _pages(source)}


def _pages(source: Source) -> Iterator[Page]:
    owners = Owners(source)
    told = (
        home(source, owners),
        principles(source),
        exceptions(source),
        ends(source),
        plan(source),
        unknown(source),
    )
    for (name, title), lines in zip(MAIN.items(), told, strict=True):
        yield Page(name, title if name != "Home" else _title(source), lines)
    yield from owner_pages(source, owners)


def _title(source: Source) -> str:
    return f"{source.outcome.estate} on {source.outcome.as_of}"
