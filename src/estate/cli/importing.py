"""`estate import`: other people's data in, with a list of what did not fit."""

from __future__ import annotations

from pathlib import Path
from shlex import quote
from typing import Final, Literal

import click

from estate.cli.foreign import ImportGroup
from estate.cli.options import Invocation, estate_options
from estate.cli.screen import say, shown
from estate.errors import UsageError

_COMMANDS: Final = {
    "xlsx": (
        "estate.cli.workbook:import_xlsx",
        "A workbook of export xlsx, back: what was edited.",
    ),
}
"""Imports with options of their own, but for `table`: name → where it is, and what it does."""


@click.group("import", cls=ImportGroup, commands_at=_COMMANDS)
def import_() -> None:
    """Bring other people's data in; what does not fit is listed, never dropped in silence."""


@import_.command()
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option(
    "--map",
    "mapping",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="MAPPING.yaml",
    help="Says which column becomes which field; see docs/import-table.md.",
)
@click.option(
    "--write-map",
    "guessed",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="MAPPING.yaml",
    help="Guess a mapping from headings and values, write it to be corrected, import nothing.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="The estate to write into.  [default: the one you stand in]",
)
@click.option("--replace", is_flag=True, help="Overwrite what was written before.")
@click.option(
    "--update",
    is_flag=True,
    help="Change what is new since the last import, field by field, in the files as they are.",
)
@click.option(
    "--conflicts",
    type=click.Choice(["keep", "take"]),
    default="keep",
    show_default=True,
    help="Where the file was changed by hand too: keep that, or take the import.",
)
@click.option("--retire", is_flag=True, help="With --update: mark as retired what is gone.")
@click.option("--dry-run", is_flag=True, help="Print the report, and write nothing.")
@estate_options
def table(
    said: Invocation,
    files: tuple[Path, ...],
    mapping: Path | None,
    guessed: Path | None,
    output: Path | None,
    *,
    replace: bool,
    update: bool,
    conflicts: Literal["keep", "take"],
    retire: bool,
    dry_run: bool,
) -> None:
    """Turn tables into inventory files: CSV, XLSX, JSON or YAML.

    A mapping says what becomes of which column. Have one guessed first, read it and correct it:

    \b
      estate import table register.xlsx --write-map mapping.yaml
      estate import table register.xlsx --map mapping.yaml --dry-run

    A JSON file holds a list of records, a YAML file one in each document. What does not fit is
    listed with the reason: all of it in import-report.txt and import-report.json.

    A second import is an update: --update --dry-run tells what it would add and change, what is
    gone, and where somebody has changed the same by hand. Nothing is deleted.
    """  # noqa: D301 - click's own sign for lines that stay as they are
    if guessed is not None and mapping is None:
        from estate.cli.guessing import write_guess  # noqa: PLC0415 - only where one is asked for

        write_guess(files, guessed, replace=replace, quiet=said.quiet)
    elif mapping is None or guessed is not None:
        raise UsageError("say either --map MAPPING.yaml, or --write-map to have one guessed")
    elif update:
        from estate.cli.renewing import renew  # noqa: PLC0415 - only for an update

        place = output if output is not None else said.root()
        renew(said, files, mapping, place, conflicts=conflicts, retire=retire, dry_run=dry_run)
    else:
        _import(said, files, mapping, output, replace=replace, dry_run=dry_run)


def _import(
    said: Invocation,
    files: tuple[Path, ...],
    mapping: Path,
    output: Path | None,
    *,
    replace: bool,
    dry_run: bool,
) -> None:
    from estate.exchange import convert, report_text, write  # noqa: PLC0415 - not for help

    imported = convert(mapping, files)
    if dry_run:
        say(report_text(imported).rstrip("\n"))
        return
    folder = output if output is not None else said.root()
    written = write(imported, folder, replace=replace)
    if not said.quiet:
        say(report_text(imported), *(f"wrote {shown(path)}" for path in written))
        here = folder.resolve() == Path.cwd()
        say("next: estate check" + ("" if here else f" --estate {quote(shown(folder))}"))
