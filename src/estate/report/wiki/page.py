"""A page of the wiki: its name, what stands on it, and the way to the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from estate.findings import Outcome
from estate.frozen import frozen
from estate.report.account import basis
from estate.report.markup import link
from estate.report.wiki.cells import plain

__all__ = ["MAIN", "Page", "written"]

MAIN: Final = {
    "Home": "Home",
    "By-principle": "By principle",
    "Exceptions": "Exceptions",
    "What-ends-when": "What ends when",
    "Work-plan-and-budget": "Work plan and budget",
    "What-we-do-not-know": "What we do not know",
}
"""The pages that every estate has, by their names, with their titles."""


@frozen
class Page:
    """A page: its name, which links lead to, its title and its lines, which are Markdown."""

    name: str
    title: str
    lines: Iterable[str]


def written(page: Page, outcome: Outcome) -> Iterator[str]:
    """Yield the lines of a page, each with its line break, the way to the others around them."""
    way = " · ".join(link(title, name) for name, title in MAIN.items())
    yield f"# {plain(page.title)}\n\n{way}\n"
    if outcome.notice:
        yield f"\n{plain(outcome.notice)}\n"
    yield "\n"
    yield from (f"{line}\n" for line in page.lines)
    estate = plain(outcome.estate)
    yield f"\n---\n\n{estate} on {outcome.as_of}: {plain(basis(outcome))}. "
    yield f"Written by estate {plain(outcome.tool)}; the next run writes it anew.\n"
