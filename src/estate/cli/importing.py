"""`estate import`: other people's data in, with a list of what did not fit."""

from __future__ import annotations

from pathlib import Path
from shlex import quote

import click

from estate.cli.lazy import LazyGroup
from estate.cli.options import Invocation, estate_options
from estate.cli.screen import say, shown


@click.group("import", cls=LazyGroup)
def import_() -> None:
    """Bring other people's data in; what does not fit is listed, never dropped in silence."""


@import_.command()
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option(
    "--map",
    "mapping",
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="MAPPING.yaml",
    help="Says which column becomes which field; see docs/import-table.md.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="The estate to write into.  [default: the one you stand in]",
)
@click.option("--replace", is_flag=True, help="Overwrite what an earlier import wrote.")
@click.option("--dry-run", is_flag=True, help="Print the report, and write nothing.")
@estate_options
def table(
    said: Invocation,
    files: tuple[Path, ...],
    mapping: Path,
    output: Path | None,
    *,
    replace: bool,
    dry_run: bool,
) -> None:
    """Turn tables into inventory files: CSV, XLSX, JSON or YAML.

    A JSON file holds a list of records, a YAML file one in each document. Rows and cells that do
    not fit are listed with the reason: the first few here, all of them in import-report.txt and
    import-report.json, which are written into the estate's folder.
    """
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
