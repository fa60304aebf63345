"""`estate graph`: the estate, or a part of it, as a picture."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from estate.cli.options import Day, Invocation, estate_options
from estate.cli.redacting import known_as, redact_option
from estate.cli.screen import progress, shown, write_out
from estate.errors import ReportError, UsageError, nearest

if TYPE_CHECKING:
    from datetime import date

    from estate.facts import Facts
    from estate.report.picture.choice import Wanted
    from estate.report.picture.view import View

_FORMATS: Final = {
    ".svg": "svg",
    ".png": "png",
    ".pdf": "pdf",
    ".html": "html",
    ".htm": "html",
    ".dot": "dot",
    ".gv": "dot",
    ".mmd": "mermaid",
    ".mermaid": "mermaid",
}
_USUAL: Final = (".svg", ".png", ".pdf", ".html", ".dot", ".mmd")
_NAMES: Final = ("dot", "svg", "png", "pdf", "mermaid", "html")
_ON_SCREEN: Final = ("dot", "mermaid", "svg")
_MOST: Final = 1000
"""Nodes that Graphviz places in seconds."""


@click.command()
@click.option(
    "--focus", multiple=True, metavar="ID", help="Draw this and what lies around it; repeatable."
)
@click.option(
    "--depth",
    type=click.IntRange(0, 99),
    metavar="N",
    help="How many steps from the focus to go.  [default: 2]",
)
@click.option(
    "--direction",
    type=click.Choice(("needs", "needed-by", "both")),
    help="Which way to go from the focus.  [default: both]",
)
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help="Draw these; repeatable.")
@click.option(
    "--relation", "relations", multiple=True, metavar="RELATION", help="Follow these; repeatable."
)
@click.option(
    "--organisation", "organisations", multiple=True, metavar="ID", help="Draw what these have."
)
@click.option(
    "--cluster",
    type=click.Choice(("organisation", "site", "service", "zone", "none")),
    default="organisation",
    show_default=True,
    help="Whose boxes things stand in.",
)
@click.option(
    "--colour",
    type=click.Choice(("support", "criticality")),
    default="support",
    show_default=True,
    help="What the colours, outlines and signs tell.",
)
@click.option(
    "--most",
    type=click.IntRange(2, _MOST),
    metavar="N",
    help="Count what is alike where there are more things than this.  [default: 150]",
)
@click.option(
    "--at",
    type=Day(),
    metavar="DATE",
    help="Draw the estate as the work plan will have made it on DATE.",
)
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
    help="The file to write; its suffix says the format.",
)  # fmt: skip
@click.option(
    "--format",
    "form",
    metavar="|".join(_NAMES),
    help="The format, where the suffix does not say it; dot, mermaid and svg can be printed.",
)
@redact_option
@estate_options
def graph(
    said: Invocation,
    focus: tuple[str, ...],
    depth: int | None,
    direction: str | None,
    output: Path | None,
    form: str | None,
    at: date | None,
    redact: str | None,
    **asked: object,
) -> None:
    """Draw who needs whom: the whole estate, or what lies around some records.

    An arrow points at what is needed; a dashed one can be done without, a dotted one is no need.
    Where so many of several are enough, a small node says so: 1 of 2. But for the focus, only what
    is in use is drawn.

    Without --kind, services, applications, APIs, servers, devices, connections and sites are
    drawn; without --relation, whatever somebody needs. Beyond 150 things, what is alike in a box
    becomes one node with its number and its worst state, and arrows that run together one with
    their number. What is left out or only counted is said in the picture and here.

    An SVG needs Graphviz, a PNG or PDF Typst as well; dot and mermaid need neither. A mermaid
    flowchart counts beyond 100 things, because Mermaid draws no more than 500 arrows.
    """
    target = _target(output, form)
    wanted = _wanted(focus, depth, direction, asked)
    tell = progress(quiet=said.quiet)
    try:
        tell("reading the estate")
        facts, plan = _facts(said, at)
        if redact:
            facts, wanted, plan = _public(facts, wanted, plan)
        tell("drawing the estate")
        view, pieces = _drawn(facts, wanted, target, plan)
    finally:
        tell("")
    _write(pieces, output)
    if not said.quiet:
        _say(view, output)


def _target(output: Path | None, form: str | None) -> str:
    """Return the format to write. Raises UsageError where none is known, or it cannot go there."""
    if form is not None and form not in _NAMES:
        raise UsageError(f"no format {form!r}{_hint(form, _NAMES)}")
    if output is None:
        if form is None:
            raise UsageError("say where to: -o estate.svg, or --format dot, mermaid or svg")
        if form not in _ON_SCREEN:
            raise UsageError(f"{form} goes to a file: -o estate.{form}")
        return form
    if not output.parent.is_dir():
        raise UsageError(f"there is no folder {output.parent}")
    known = form or _FORMATS.get(output.suffix.lower())
    if known is None:
        close = nearest(output.suffix, _USUAL)
        hint = f"did you mean {close}?" if close else f"there are {', '.join(_USUAL)}"
        what = f"{output.suffix!r} is the suffix of no format" if output.suffix else "has no suffix"
        raise UsageError(f"{output}: {what}; {hint}")
    return known


def _wanted(
    focus: tuple[str, ...], depth: int | None, direction: str | None, asked: dict[str, object]
) -> Wanted:
    """Return what was asked for. Raises UsageError where that makes no sense."""
    from estate.model.relations import BY_NAME  # noqa: PLC0415 - not for help
    from estate.report.picture.choice import KINDS, Wanted  # noqa: PLC0415 - as above

    if not focus and (depth is not None or direction is not None):
        raise UsageError("--depth and --direction ask how far and which way from --focus; give one")
    given = {name: value for name, value in asked.items() if value is not None}
    _known("kind", given["kinds"], KINDS)
    _known("relation", given["relations"], BY_NAME)
    if depth is not None:
        given["depth"] = depth
    if direction is not None:
        given["direction"] = direction
    return replace(Wanted(tuple(dict.fromkeys(focus))), **given)  # type: ignore[arg-type]


def _known(what: str, given: object, names: Iterable[str]) -> None:
    for name in given if isinstance(given, tuple) else ():
        if name not in names:
            raise UsageError(f"no {what} {name!r}{_hint(name, names)}")


def _hint(word: str, names: Iterable[str]) -> str:
    close = nearest(word, names)
    return f"; did you mean {close!r}?" if close else f"; there are {', '.join(names)}"


def _facts(said: Invocation, at: date | None) -> tuple[Facts, str]:
    """Return the facts, and what of the work plan is in them, in words."""
    from estate.pipeline.questions import ask  # noqa: PLC0415 - not for help

    facts = ask(said.root(), said.today).facts
    if at is None:
        return facts, ""
    from estate.pipeline.impact import ahead  # noqa: PLC0415 - only for a day to come

    found = ahead(facts, at)
    return found.facts, found.said


def _public(facts: Facts, wanted: Wanted, plan: str) -> tuple[Facts, Wanted, str]:
    """Return what is drawn and said for the public. Raises UsageError for what is not there."""
    from estate.pipeline.publishing import published_facts  # noqa: PLC0415 - only for a copy
    from estate.redaction import NOTICE  # noqa: PLC0415 - as above

    public, names = published_facts(facts)
    shown = replace(
        wanted,
        focus=known_as(names, wanted.focus, public),
        organisations=known_as(names, wanted.organisations, public),
    )
    return public, shown, f"{NOTICE} {plan}".rstrip()


def _write(pieces: Iterable[str | bytes], output: Path | None) -> None:
    if output is None:
        write_out(piece for piece in pieces if isinstance(piece, str))
    else:
        from estate.writing import write  # noqa: PLC0415 - only for a file

        write(output, pieces)


def _drawn(facts: Facts, wanted: Wanted, form: str, plan: str) -> tuple[View, list[str | bytes]]:
    """Choose what to show, and draw it. Raises ReportError."""
    from estate.report.picture.mermaid import MOST_MERMAID, as_mermaid  # noqa: PLC0415 - not for help
    from estate.report.picture.view import view_of  # noqa: PLC0415 - as above

    if form == "mermaid":
        view = view_of(facts, replace(wanted, most=min(wanted.most, MOST_MERMAID)), plan)
        return view, list(as_mermaid(view))
    view = view_of(facts, wanted, plan)
    return view, _rendered(facts, view, form)


def _rendered(facts: Facts, view: View, form: str) -> list[str | bytes]:
    from estate.report.picture import page, rendering  # noqa: PLC0415 - not for help

    day: date = facts.today
    if form == "dot":
        return list(rendering.as_dot(view))
    draw: dict[str, Callable[[str | None], Iterable[str | bytes]]] = {
        "svg": lambda engine: rendering.as_svg(view, engine),
        "html": lambda engine: page.render(facts, view, engine),
        "png": lambda engine: [rendering.as_print(view, day, "png", engine)],
        "pdf": lambda engine: [rendering.as_print(view, day, "pdf", engine)],
    }
    return _with_engine(draw[form])


def _with_engine(draw: Callable[[str | None], Iterable[str | bytes]]) -> list[str | bytes]:
    """Draw with the Graphviz of pygraphviz, else with the system's `dot`."""
    *others, last = (None, *filter(None, [shutil.which("dot")]))
    for engine in others:
        try:
            return list(draw(engine))
        except ReportError:
            continue
    return list(draw(last))


def _say(view: View, output: Path | None) -> None:
    """Say what is drawn and what is not, beside whatever a program reads."""
    from estate.report.visible import clip  # noqa: PLC0415 - not for help

    if output is not None:
        click.echo(f"wrote {shown(output)}", err=True)
    for sentence in view.says:
        if not sentence.startswith("Arrows"):
            click.echo(clip(sentence, 1000), err=True)
