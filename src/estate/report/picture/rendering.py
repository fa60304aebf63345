"""A view in each form: SVG, DOT, and as pixels or paper set from the SVG by Typst."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from math import sqrt
from typing import Any, Final, Literal

from estate.errors import ReportError
from estate.report.paper import printable
from estate.report.picture.dot import dot
from estate.report.picture.drawing import SANS, XML, Sheet, drawing
from estate.report.picture.layout import placed
from estate.report.picture.view import View
from estate.report.visible import clip

__all__ = ["as_dot", "as_print", "as_svg", "sharpness", "svg_lines"]

_SERIF: Final = "Libertinus Serif"
"""The font of papers: it comes with Typst, so that every machine gives the same bytes."""
_SHARP: Final = 144
"""Dots per inch of an image: twice those of a screen."""
_LARGEST: Final = 40_000_000
"""Dots of an image that programs still open; one that would have more is less sharp."""
_POINTS: Final = 72
_PAPER: Final = """\
#set document(title: sys.inputs.title, date: auto)
#set page(width: {width}pt, height: {height}pt, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg", width: 100%, alt: sys.inputs.alt)
"""


def as_dot(view: View) -> Iterator[str]:
    """Yield the picture in the DOT language of Graphviz, for other tools."""
    yield dot(view.nodes, view.edges, labels=True, says=(view.title, *view.says))


def as_svg(view: View, engine: str | None = None) -> Iterator[str]:
    """Yield the picture as an SVG document.

    `engine` is the path of a `dot` program; without one the Graphviz of pygraphviz places the
    nodes. Raises ReportError if there is neither.
    """
    return (f"{line}\n" for line in (XML, *svg_lines(view, engine)))


def svg_lines(
    view: View, engine: str | None = None, *, font: str = SANS, anchored: bool = False
) -> list[str]:
    """Return the lines of the picture as one SVG element. Raises ReportError as `as_svg` does."""
    layout = placed(view.nodes, view.edges, engine)
    sheet = Sheet(view.title, view.says, view.nodes, view.edges)
    return list(drawing(sheet, layout, font=font, anchored=anchored))


def as_print(
    view: View, day: date, form: Literal["png", "pdf"], engine: str | None = None
) -> bytes:
    """Return the picture as an image, or as a PDF of one page as large as it.

    Raises ReportError where Typst or Graphviz is missing.
    """
    try:
        import typst  # noqa: PLC0415 - an extra, and large
    except ImportError as error:
        raise ReportError(
            f"a {form.upper()} needs Typst: pip install 'estate[pictures]'; an SVG does without"
        ) from error
    lines = svg_lines(view, engine, font=_SERIF)
    svg = printable("\n".join(lines)).replace("\u200b", "")
    width, height = _extent(lines[0])
    try:
        source = _PAPER.format(width=width, height=height).encode()
        inputs = {"svg": svg, "title": clip(view.title), "alt": clip(" ".join(view.says), 2000)}
        given: dict[str, Any] = {"ignore_system_fonts": True, "sys_inputs": inputs}
        if form == "png":
            return bytes(typst.compile(source, format="png", ppi=sharpness(width, height), **given))
        return bytes(typst.compile(source, format="pdf", timestamp=_noon(day), **given))
    except typst.TypstError as error:
        raise ReportError(f"the picture cannot be set: {error.message}") from error


def sharpness(width: float, height: float) -> float:
    """Return the dots per inch of an image of so many points: fewer for what would be too large."""
    return min(_SHARP, _POINTS * sqrt(_LARGEST / (width * height)))


def _extent(element: str) -> tuple[int, int]:
    """Read the width and height that the SVG element states."""
    width, height = (
        element.partition(f' {side}="')[2].partition('"')[0] for side in ("width", "height")
    )
    return int(width), int(height)


def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
