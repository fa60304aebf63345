"""`estate check`: lint the inventory."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from estate.cli.exits import FOUND
from estate.cli.judging import Wanted, judged, judging_options, show_option
from estate.cli.options import Invocation, estate_options
from estate.cli.screen import NORMAL, colour, width
from estate.cli.targets import Target, targets_of, write_to
from estate.errors import EstateError

if TYPE_CHECKING:
    from estate.findings import Outcome

_FORMATS: Final = ("text", "json")


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option(
    "--format",
    "formats",
    multiple=True,
    metavar="text|json[:FILE]",
    help="How to print; repeatable, each to a file of its own: --format text --format "
    "json:out.json.  [default: text]",
)
@show_option
@judging_options
@estate_options
def check(
    said: Invocation,
    paths: tuple[Path, ...],
    formats: tuple[str, ...],
    show: str | None,
    wanted: Wanted,
) -> int:
    """Lint the inventory: load it, judge it, print what is found.

    The whole estate is loaded and judged; PATHs filter what is printed and what fails. With -q,
    each finding is one line, and the totals follow; with -v, each says how to mend it.
    """
    targets = targets_of(formats, _FORMATS)
    unknown = show in {"unknown", "all"} or any(target.form == "json" for target in targets)
    try:
        run = judged(said, wanted, explain_unknown=unknown)
    except EstateError as error:
        _write_problems(said, targets, error)
        raise
    from estate.cli.paths import only  # noqa: PLC0415 - not for help

    outcome = only(run, paths, said.root())
    for target in targets:
        write_to(_rendered(said, outcome, target, show), target.file)
    return FOUND if outcome.failing else 0


def _rendered(
    said: Invocation, outcome: Outcome, target: Target, show: str | None
) -> Iterator[str]:
    if target.form == "json":
        from estate.report import findings_json  # noqa: PLC0415 - only for this format

        return findings_json.render(outcome)
    from estate.report import text  # noqa: PLC0415 - only for this format

    on_screen = target.file is None
    painted = on_screen and colour(sys.stdout, wanted=said.colour)
    size = width() if on_screen else NORMAL
    return text.render(outcome, show=show, colour=painted, width=size, detail=said.detail)


def _write_problems(said: Invocation, targets: list[Target], error: EstateError) -> None:
    """Write what is wrong with the input wherever findings would have been written.

    As text it goes to the standard error in any case, with which every command says such things.
    """
    from estate.cli.problems import rendered  # noqa: PLC0415 - only for a mistake

    for form, file in targets if error.problems else ():
        if form == "json" or file is not None:
            write_to(rendered(said, error, "json" if form == "json" else "text"), file)
