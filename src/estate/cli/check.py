"""`estate check`: lint the inventory."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, cast

import click

from estate.cli.exits import FOUND
from estate.cli.judging import Wanted, judged, judging_options, show_option
from estate.cli.options import Invocation, estate_options
from estate.cli.screen import NORMAL, colour, width, write_out
from estate.errors import EstateError, UsageError, nearest

if TYPE_CHECKING:
    from estate.findings import Outcome

_FORMATS: Final = ("text", "json")


class _Target(NamedTuple):
    """A format, and the file that it goes to; None is the standard output."""

    form: Literal["text", "json"]
    file: Path | None


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
    targets = _targets(formats)
    unknown = show in {"unknown", "all"} or any(target.form == "json" for target in targets)
    try:
        run = judged(said, wanted, explain_unknown=unknown)
    except EstateError as error:
        _write_problems(said, targets, error)
        raise
    from estate.cli.paths import only  # noqa: PLC0415 - not for help

    outcome = only(run, paths, said.root())
    for target in targets:
        _write(_rendered(said, outcome, target, show), target.file)
    return FOUND if outcome.failing else 0


def _targets(formats: tuple[str, ...]) -> list[_Target]:
    """Return what to write and where. Raises UsageError where two would go to one place."""
    targets = [_target(given) for given in formats or ("text",)]
    files = [target.file for target in targets]
    for file in files:
        if files.count(file) > 1:
            place = "the standard output" if file is None else str(file)
            raise UsageError(f"only one format can go to {place}; give the others a file")
    return targets


def _target(given: str) -> _Target:
    name, colon, file = given.partition(":")
    if name not in _FORMATS:
        close = nearest(name, _FORMATS)
        hint = f"did you mean {close!r}?" if close else f"there are {', '.join(_FORMATS)}"
        raise UsageError(f"no format {name!r}; {hint}")
    if colon and not file:
        raise UsageError(f"--format {given} names no file")
    return _Target(cast("Literal['text', 'json']", name), Path(file) if file else None)


def _rendered(
    said: Invocation, outcome: Outcome, target: _Target, show: str | None
) -> Iterator[str]:
    if target.form == "json":
        from estate.report import findings_json  # noqa: PLC0415 - only for this format

        return findings_json.render(outcome)
    from estate.report import text  # noqa: PLC0415 - only for this format

    on_screen = target.file is None
    painted = on_screen and colour(sys.stdout, wanted=said.colour)
    size = width() if on_screen else NORMAL
    return text.render(outcome, show=show, colour=painted, width=size, detail=said.detail)


def _write_problems(said: Invocation, targets: list[_Target], error: EstateError) -> None:
    """Write what is wrong with the input wherever findings would have been written.

    As text it goes to the standard error in any case, with which every command says such things.
    """
    from estate.cli.problems import rendered  # noqa: PLC0415 - only for a mistake

    for form, file in targets if error.problems else ():
        if form == "json" or file is not None:
            _write(rendered(said, error, form), file)


def _write(pieces: Iterator[str], file: Path | None) -> None:
    if file is None:
        write_out(pieces)
    else:
        from estate.writing import write  # noqa: PLC0415 - only for a file

        write(file, pieces)
