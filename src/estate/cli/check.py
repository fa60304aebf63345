"""`estate check`: lint the inventory."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from estate.cli.judging import failed, judged, judging_options, within
from estate.cli.options import Invocation, estate_options
from estate.cli.screen import colour, width
from estate.errors import EstateError, InventoryError, UsageError

if TYPE_CHECKING:
    from estate.findings import Outcome

FORMATS: Final = ("text", "json")
_FOUND: Final = 1


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option(
    "--format",
    "formats",
    multiple=True,
    metavar="text|json[:FILE]",
    help="How to print; repeatable, each to a file of its own: --format json:out.json.",
)
@click.option(
    "--show",
    type=click.Choice(["critical", "high", "medium", "low", "info", "unknown", "gaps", "all"]),
    help="What is printed; does not change what fails.",
)
@judging_options
@estate_options
def check(
    said: Invocation,
    paths: tuple[Path, ...],
    formats: tuple[str, ...],
    show: str | None,
    wanted: dict[str, Any],
) -> int:
    """Lint the inventory: load it, judge it, print what is found.

    The whole estate is loaded; PATHs filter what is printed and what fails.
    """
    targets = _targets(formats)
    unknown = show in {"unknown", "all"} or any(name == "json" for name, _ in targets)
    try:
        outcome = judged(said, wanted, explain_unknown=unknown).outcome
    except InventoryError as error:
        _write_problems(said, targets, error)
        raise
    here = tuple(_relative(said, path) for path in paths)
    for name, file in targets:
        _write(said, _only(outcome, here), name, file, show)
    return _FOUND if failed(outcome, here) else 0


def _targets(formats: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return each format with its file, "" for the standard output, of which there is one."""
    targets = []
    for given in formats or ("text",):
        name, _, file = given.partition(":")
        if name not in FORMATS:
            from estate.errors import nearest  # noqa: PLC0415 - only for a mistake

            close = nearest(name, FORMATS)
            hint = f"; did you mean {close!r}?" if close else f"; there are {', '.join(FORMATS)}"
            message = f"no format {name!r}{hint}"
            raise UsageError(message)
        targets.append((name, file))
    if sum(not file for _, file in targets) > 1:
        message = "only one format can go to the standard output; give the others a file"
        raise UsageError(message)
    return targets


def _relative(said: Invocation, path: Path) -> Path:
    """Return a path as the reports name it: relative to the estate's folder."""
    root = said.root().resolve()
    for candidate in (Path.cwd() / path, root / path):
        if candidate.exists():
            resolved = candidate.resolve()
            return resolved.relative_to(root) if resolved.is_relative_to(root) else resolved
    message = f"{path} is no file or folder of the estate"
    raise UsageError(message)


def _only(outcome: Outcome, paths: tuple[Path, ...]) -> Outcome:
    """Return an outcome with the findings of these paths alone."""
    if not paths or paths == (Path(),):
        return outcome
    kept = tuple(found for found in outcome.findings if within(outcome, found.place, paths))
    return replace(outcome, findings=kept)


def _write(said: Invocation, outcome: Outcome, name: str, file: str, show: str | None) -> None:
    if name == "json":
        from estate.report import findings_json  # noqa: PLC0415 - only for this format

        _emit(file, findings_json.render(outcome))
    else:
        from estate.report import text  # noqa: PLC0415 - only for this format

        painted = not file and colour(sys.stdout, wanted=said.colour)
        size = width()
        lines = text.render(outcome, show=show, colour=painted, width=size, detail=said.detail)
        _emit(file, lines)


def _write_problems(said: Invocation, targets: list[tuple[str, str]], error: EstateError) -> None:
    """Write what is wrong with an inventory in the formats that programs read."""
    from estate import __version__  # noqa: PLC0415 - only for a broken inventory
    from estate.config import load_config  # noqa: PLC0415 - as above
    from estate.report.problems import render_json  # noqa: PLC0415 - as above

    config = load_config(said.root())
    today = said.today(config.timezone)
    for name, file in targets:
        if name == "json":
            _emit(
                file,
                render_json(error.problems, estate=config.name, as_of=today, tool=__version__),
            )


def _emit(file: str, pieces: Iterator[str]) -> None:
    if file:
        from estate.writing import write  # noqa: PLC0415 - only for a file

        write(Path(file), pieces)
    else:
        sys.stdout.writelines(pieces)
