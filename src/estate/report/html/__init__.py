"""One self-contained page: no network, no file beside it, nothing an asset's name could start.

Views are made from the outcome and the facts as plain values. What is small stands in the page
itself, put together from templates that escape by default, and is read and printed without a
script; what is long is carried as JSON and shown by the page's script. Its Content Security Policy
lets our style and our script alone run, by their digest.
"""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from estate.report.html.document import document, embedded
from estate.report.html.page import asset, environment, policy, style_sheet
from estate.report.html.source import Measure, Point, Principle, Source
from estate.report.html.views import views

__all__ = ["Measure", "Point", "Principle", "Source", "render", "render_problems"]


def render(source: Source, *, stamp: str = "") -> Iterator[str]:
    """Yield the page in pieces.

    With a `stamp`, it loads anew as soon as the server that it comes from has another one.
    """
    style = style_sheet() + asset("report.css")
    script, live = asset("report.js"), asset("live.js") if stamp else ""
    shown = views(source)
    groups: dict[str, list[object]] = {}
    for view in shown:
        if view.listed:
            groups.setdefault(view.group, []).append(view)
    made = environment()
    made.filters["kind"] = lambda block: type(block).__name__.lower()
    yield from made.get_template("report.html.j2").stream(
        outcome=source.outcome,
        views=shown,
        groups=groups,
        style=style,
        script=script,
        policy=policy(style, script, live, asking=bool(stamp)),
        stamp=stamp,
        live=live,
        data=Markup(embedded(document(source, shown))),  # noqa: S704 - escaped as JSON
    )


def render_problems(text: str, *, stamp: str) -> Iterator[str]:
    """Yield a page that says what is wrong with an estate which does not load."""
    style, live = style_sheet() + asset("report.css"), asset("live.js")
    yield from (
        environment()
        .get_template("problems.html.j2")
        .stream(
            text=text.splitlines(),
            style=style,
            live=live,
            stamp=stamp,
            policy=policy(style, live, asking=True),
        )
    )
