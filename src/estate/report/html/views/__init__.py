"""The views of the page, in the order in which they are read: each a function of its source."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from estate.report.html.source import Source
from estate.report.html.view import View
from estate.report.html.views.accepted import accepted
from estate.report.html.views.directorates import directorates
from estate.report.html.views.findings import findings
from estate.report.html.views.lookups import assets, card, explorer
from estate.report.html.views.made import made
from estate.report.html.views.matrix import matrix
from estate.report.html.views.overview import overview
from estate.report.html.views.plan import plan
from estate.report.html.views.principles import principles
from estate.report.html.views.scorecard import scorecard
from estate.report.html.views.sites import sites
from estate.report.html.views.support import support
from estate.report.html.views.unknown import unknown

__all__ = ["VIEWS", "views"]

VIEWS: Final[tuple[Callable[[Source], View], ...]] = (
    overview,
    directorates,
    scorecard,
    principles,
    accepted,
    support,
    plan,
    sites,
    matrix,
    findings,
    assets,
    explorer,
    unknown,
    made,
    card,
)


def views(source: Source) -> tuple[View, ...]:
    """Return every view of a source."""
    return tuple(view(source) for view in VIEWS)
