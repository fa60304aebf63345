"""The formats of `check` and `audit`: which are asked for, where each goes, and their making."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from estate.cli.options import Invocation
from estate.cli.screen import NORMAL, colour, width
from estate.cli.targets import Target, write_to
from estate.errors import EstateError

if TYPE_CHECKING:
    from estate.findings import Outcome

__all__ = [
    "FORMATS",
    "format_option",
    "listing_unknown",
    "write_outcome",
    "write_problems",
]

C = TypeVar("C", bound=Callable[..., Any])

FORMATS: Final = ("text", "json", "sarif", "junit", "github", "gitlab", "markdown", "csv")
_LISTING: Final = frozenset({"json", "csv"})
"""The formats that list each open question; the others count them."""

format_option = click.option(
    "--format",
    "formats",
    multiple=True,
    metavar="FORMAT[:FILE]",
    help=f"How to print: {', '.join(FORMATS)}. Repeatable, each to a file of its own: --format "
    "text --format sarif:out.sarif.  [default: text]",
)


def listing_unknown(targets: Sequence[Target]) -> bool:
    """Whether any of the formats lists what is unknown, so that it has to be found out."""
    return any(target.form in _LISTING for target in targets)


def write_outcome(
    said: Invocation, outcome: Outcome, targets: Sequence[Target], show: str | None
) -> None:
    """Write an outcome in every format. Raises OutputError."""
    for form, file in targets:
        if form == "text":
            from estate.report import text  # noqa: PLC0415 - only for this format

            on_screen = file is None
            painted = on_screen and colour(sys.stdout, wanted=said.colour)
            size = width() if on_screen else NORMAL
            detail = said.detail
            pieces = text.render(outcome, show=show, colour=painted, width=size, detail=detail)
        else:
            pieces = _rendered(form, outcome, said.root())
        write_to(pieces, file)


def write_problems(said: Invocation, targets: Sequence[Target], error: EstateError) -> None:
    """Write what is wrong with the input wherever findings would have been written.

    As text it goes to the standard error in any case, with which every command says such things.
    """
    from estate.cli import problems  # noqa: PLC0415 - only for a mistake

    for form, file in targets if error.problems else ():
        if form in {"text", "json"}:
            if form == "json" or file is not None:
                write_to(problems.rendered(said, error, form), file)
        else:
            write_to(_rendered(form, problems.outcome(said, error), said.root()), file)


def _rendered(form: str, outcome: Outcome, root: Path) -> Iterator[str]:
    """Return a report in a format for programs; only this one's module is loaded."""
    if form == "json":
        from estate.report import findings_json  # noqa: PLC0415 - only for this format

        return findings_json.render(outcome)
    render = import_module(f"estate.report.{form}").render
    folder = "" if outcome.notice else _below_repository(root)
    pieces: Iterator[str] = render(outcome, folder=folder)
    return pieces


def _below_repository(root: Path) -> str:
    """Return the estate's folder as paths of the repository begin: empty, or ending in `/`."""
    here = root.resolve()
    for folder in (here, *here.parents):
        if (folder / ".git").exists():
            return "".join(f"{part}/" for part in here.relative_to(folder).parts)
    return ""
