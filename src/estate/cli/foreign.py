"""The commands of foreign formats, one for each: all alike, made from the list of formats."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from estate.cli.lazy import LazyGroup
from estate.cli.options import Invocation, estate_options
from estate.cli.screen import say, shown, write_bytes, write_out
from estate.errors import ExchangeError, UsageError

if TYPE_CHECKING:
    from estate.exchange import Imported
    from estate.exchange.formats import Format
    from estate.exchange.outward import Exported

__all__ = ["ExportGroup", "ImportGroup"]

C = TypeVar("C", bound=Callable[..., Any])
_FIRST: Final = 20
"""How many losses for one reason are printed unless everything is asked for."""


class ImportGroup(LazyGroup):
    """The commands that import, those of foreign formats among them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, sorted."""
        return sorted({*super().list_commands(ctx), *_names("reads")})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, or None."""
        if cmd_name in _names("reads"):
            return _importing(_format(cmd_name))
        return super().get_command(ctx, cmd_name)


class ExportGroup(LazyGroup):
    """The commands that export, those of foreign formats among them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, sorted."""
        return sorted({*super().list_commands(ctx), *_names("writes")})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, or None."""
        if cmd_name in _names("writes"):
            return _exporting(_format(cmd_name))
        return super().get_command(ctx, cmd_name)


def _names(what: str) -> list[str]:
    from estate.exchange.formats import FORMATS  # noqa: PLC0415 - not for the help of others

    return [form.name for form in FORMATS if getattr(form, what)]


def _format(name: str) -> Format:
    from estate.exchange.formats import format_of  # noqa: PLC0415 - not for the help of others

    return format_of(name)


def _importing(form: Format) -> click.Command:
    @_import_options(form)
    @estate_options
    def command(
        said: Invocation,
        files: tuple[Path, ...],
        output: Path | None,
        folder: str | None,
        *,
        replace: bool,
        dry_run: bool,
    ) -> None:
        from estate.exchange.formats import import_files  # noqa: PLC0415 - not for help

        imported = import_files(form, files, folder=_folder(folder))
        _keep(said, imported, output, replace=replace, dry_run=dry_run)

    text = f"""{form.title}: bring in {form.reads}.

    They become inventory files; docs/formats/{form.name}.md says what becomes what. What does not
    fit is listed with the reason: the first few here, all of it in import-report.txt and
    import-report.json, which are written into the estate's folder.
    """
    return click.command(form.name, help=text, short_help=f"{form.title}: {form.reads}.")(command)


def _import_options(form: Format) -> Callable[[C], C]:
    options = (
        click.argument(
            "files",
            nargs=-1,
            required=True,
            type=click.Path(exists=True, dir_okay=False, path_type=Path),
        ),
        click.option(
            "-o",
            "--output",
            type=click.Path(file_okay=False, path_type=Path),
            metavar="DIR",
            help="The estate to write into.  [default: the one you stand in]",
        ),
        click.option(
            "--folder",
            metavar="NAME",
            help=f"The folder below the inventory to write.  [default: {form.name}]",
        ),
        click.option("--replace", is_flag=True, help="Overwrite what an earlier import wrote."),
        click.option("--dry-run", is_flag=True, help="Print the report, and write nothing."),
    )

    def given(command: C) -> C:
        for option in reversed(options):
            command = option(command)
        return command

    return given


def _keep(
    said: Invocation, imported: Imported, output: Path | None, *, replace: bool, dry_run: bool
) -> None:
    from estate.exchange import report_text, write  # noqa: PLC0415 - not for help

    report = report_text(imported, shown=None if said.verbose else _FIRST)
    if dry_run or not imported.sections:
        say(report.rstrip("\n"))
        if not dry_run:
            raise ExchangeError("nothing in it makes a record, so nothing is written")
        return
    place = output if output is not None else said.root()
    written = write(imported, place, replace=replace)
    if not said.quiet:
        say(report, *(f"wrote {shown(path)}" for path in written))
        here = place.resolve() == Path.cwd()
        say("next: estate check" + ("" if here else f" --estate {quote(shown(place))}"))


def _folder(name: str | None) -> str:
    from estate.exchange.table.slug import is_id  # noqa: PLC0415 - not for help

    if name is not None and not is_id(name):
        said = "small letters and digits, with - . _ or / between"
        raise UsageError(f"--folder {name} is no folder below the inventory: {said}")
    return name or ""


def _exporting(form: Format) -> click.Command:
    @click.option(
        "-o",
        "--output",
        required=form.several,
        type=click.Path(path_type=Path),
        metavar="DIR" if form.several else "FILE",
        help="The folder to write." if form.several else "Where to write.  [default: print it]",
    )
    @click.option(
        "--losses",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        help="Write what the format cannot hold, as JSON.",
    )
    @estate_options
    def command(said: Invocation, output: Path | None, losses: Path | None) -> None:
        from estate.exchange.formats import export_estate  # noqa: PLC0415 - not for help
        from estate.exchange.outward.exported import omissions_json  # noqa: PLC0415 - as above
        from estate.pipeline.whole import whole_estate  # noqa: PLC0415 - as above

        exported = export_estate(form, whole_estate(said.root()))
        _deliver(exported, output)
        if losses is not None:
            from estate.writing import write  # noqa: PLC0415 - only for a file

            write(losses, [omissions_json(exported, form.name)])
        _tell(said, exported, output)

    text = f"""{form.title}: write {form.writes}.

    It is made of the whole estate; docs/formats/{form.name}.md says what becomes what. What the
    format cannot hold is listed beside it, and as JSON with --losses.
    """
    return click.command(form.name, help=text, short_help=f"{form.title}: {form.writes}.")(command)


def _deliver(exported: Exported, output: Path | None) -> None:
    if output is None:
        content = exported.files[""]
        if isinstance(content, bytes):
            write_bytes(content)
        else:
            write_out([content])
        return
    from estate.writing import write_together  # noqa: PLC0415 - only for files

    files = exported.files.items()
    write_together({output / name if name else output: [content] for name, content in files})


def _tell(said: Invocation, exported: Exported, output: Path | None) -> None:
    """Say what is in the file and what is not, beside whatever a program reads."""
    if said.quiet:
        return
    from estate.exchange.outward.exported import omissions_text  # noqa: PLC0415 - not for help
    from estate.report.visible import clip  # noqa: PLC0415 - as above

    if output is not None:
        click.echo(f"wrote {shown(output)}", err=True)
    for line in omissions_text(exported, every=said.verbose):
        click.echo(clip(line, 1000), err=True)
