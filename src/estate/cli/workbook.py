"""`estate export xlsx` and `estate import xlsx`: the estate as a workbook, and its edits back."""

from __future__ import annotations

from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Literal

import click

from estate.cli.options import Invocation, estate_options
from estate.cli.screen import say, shown, write_out
from estate.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from estate.exchange import Loss

__all__ = ["export_xlsx", "import_xlsx"]

_FORMATS = ("text", "json")


@click.command("xlsx")
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE.xlsx",
    help="The workbook to write.",
)
@click.option("--template", is_flag=True, help="An empty workbook to fill in, with examples.")
@estate_options
def export_xlsx(said: Invocation, *, output: Path, template: bool) -> None:
    """Write a workbook to read, to edit and to import again: a sheet for each section.

    Headings have help, cells offer what may stand in them, and a hidden sheet remembers what was
    written, so that 'estate import xlsx' changes only what was edited.
    """
    from estate.exchange.xlsx import book  # noqa: PLC0415 - not for help
    from estate.pipeline.updating import opened  # noqa: PLC0415 - as above
    from estate.writing import write  # noqa: PLC0415 - as above

    files = opened(said.root())
    day = said.today(files.config.timezone)
    records = {} if template else files.effective()
    data, losses = book(records, name=files.config.name, on=day, template=template)
    write(output, [data])
    if said.quiet:
        return
    count = sum(len(found) for found in records.values())
    say(f"wrote {shown(output)}: {count:,} records" if count else f"wrote {shown(output)}")
    _tell_losses(losses)
    say(f"next: edit it, then estate import xlsx {quote(shown(output))} --dry-run")


def _tell_losses(losses: Sequence[Loss]) -> None:
    for loss in losses:
        what = f"{loss.table} row {loss.row} {loss.column}" if loss.row else f"{loss.table}"
        say(f"  left out: {what}, {loss.value!r}: {loss.reason}")


@click.command("xlsx")
@click.argument("workbook", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Print what would change, and write nothing.")
@click.option(
    "--conflicts",
    type=click.Choice(["keep", "take"]),
    default="keep",
    show_default=True,
    help="Where the file was changed since the export too: keep that, or take the workbook.",
)
@click.option("--retire", is_flag=True, help="Mark assets as retired whose rows were deleted.")
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    default="text",
    show_default=True,
    help="How to tell it.",
)
@estate_options
def import_xlsx(
    said: Invocation,
    workbook: Path,
    *,
    dry_run: bool,
    conflicts: Literal["keep", "take"],
    retire: bool,
    form: str,
) -> None:
    """Bring back a workbook that 'estate export xlsx' wrote: what was edited, and nothing else.

    Each edited cell changes one field in its own place; comments, order and all other lines of the
    files stay. New rows become records. Rows that were deleted are told, and not deleted. Where
    somebody changed the same field in the files since, that is a conflict, and told.
    """
    from estate.exchange.table.encoding import file_bytes  # noqa: PLC0415 - not for help
    from estate.exchange.update import plan_json, plan_text  # noqa: PLC0415 - as above
    from estate.exchange.xlsx import edits_of, read_book  # noqa: PLC0415 - as above
    from estate.pipeline.updating import opened, updated  # noqa: PLC0415 - as above
    from estate.writing import write_together  # noqa: PLC0415 - as above

    if workbook.suffix.lower() not in {".xlsx", ".xlsm"}:
        raise UsageError(
            f"{workbook} is no workbook; 'estate import table' reads CSV, JSON and YAML"
        )
    files = opened(said.root())
    sheets = read_book(file_bytes(workbook, workbook.name), workbook.name)
    own, effective = files.own(), files.effective()
    edits = edits_of(sheets, own, effective, workbook.name, conflicts=conflicts)
    texts = updated(files, edits.plan, edits.typed, retire=retire)
    if not dry_run:
        write_together({path: [text] for path, text in texts.items()})
    written = [shown(path) for path in texts]
    if form == "json":
        paths = [] if dry_run else written
        write_out([plan_json(edits.plan, edits.losses, workbook.name, written=paths)])
    elif not said.quiet:
        limit = None if said.verbose else 20
        plan = plan_text(edits.plan, edits.losses, workbook.name, retire=retire, shown=limit)
        _tell(plan, written, "would write" if dry_run else "wrote")


def _tell(plan: str, written: Sequence[str], verb: str) -> None:
    say(plan.rstrip("\n"), *([""] if written else []), *(f"{verb} {each}" for each in written))
