"""`estate import`: other people's data in, with a list of what did not fit."""

from __future__ import annotations

from pathlib import Path

import click

from estate.cli.options import Invocation, estate_options


@click.group("import")
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
    """Turn tables into inventory files: CSV, XLSX, JSON records or YAML documents.

    Rows and cells that do not fit are listed with the reason; the whole list is written beside
    the records as import-report.json.
    """
    from estate.exchange import convert, report_text, write  # noqa: PLC0415 - not for help

    imported = convert(mapping, files)
    if not dry_run:
        folder = output if output is not None else said.root()
        written = write(imported, folder, replace=replace)
    click.echo(report_text(imported), nl=False)
    if not dry_run and not said.quiet:
        click.echo("")
        for path in written:
            click.echo(f"wrote {path}")
        click.echo(f"next: estate check --estate {folder}")
