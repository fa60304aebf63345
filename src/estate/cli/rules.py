"""`estate rules`: the rules, their examples, and the facts they speak of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from estate.cli.exits import FOUND
from estate.cli.lazy import LazyGroup
from estate.cli.options import Invocation, estate_options
from estate.cli.resources import pack_for
from estate.cli.screen import say, shown
from estate.cli.table import aligned
from estate.errors import OutputError

if TYPE_CHECKING:
    from estate.pipeline.examples import Tried
    from estate.rules import Pack, Rule


@click.group(cls=LazyGroup)
def rules() -> None:
    """Show and test the rules, and the facts they speak of.

    In an estate these are its own rules, with what estate.yaml sets; elsewhere the standard pack.
    """


@rules.command("list")
@estate_options
def list_(said: Invocation) -> None:
    """List every rule: severity, kind, what it is about, title."""
    pack = pack_for(said)
    rows = [_row(pack, rule) for rule in pack.rules.values()]
    say(*aligned([("rule", "severity", "kind", "about", "title"), *rows]))
    if not said.quiet:
        say("", f"{len(rows)} rules; 'estate explain RULE' gives the reasons and the fix")


def _row(pack: Pack, rule: Rule) -> tuple[str, ...]:
    severity = rule.severity.worst
    ladder = f" to {rule.severity.last}" if rule.severity.last != severity else ""
    off = f"  (not run: {pack.not_run[rule.id]})" if rule.id in pack.not_run else ""
    return rule.id, severity + ladder, rule.kind, ", ".join(rule.subjects), rule.title + off


@rules.command()
@estate_options
def test(said: Invocation) -> int:
    """Run the examples of every rule.

    A rule needs an example that fails and one that passes. Rules are tried as they are written,
    without what estate.yaml sets or ignores. The exit code is 1 where an example does not hold or
    is lacking.
    """
    from estate.pipeline.examples import try_examples  # noqa: PLC0415 - not for help
    from estate.report.wording import counted  # noqa: PLC0415 - as above

    pack = pack_for(said, as_written=True)
    tried = list(try_examples(pack))
    wrong = [one for one in tried if one.wrong]
    lacking = list(_lacking(pack, tried))
    say(*_told(wrong), *lacking)
    if not said.quiet:
        examples, of_rules = counted(len(tried), "example"), counted(len(pack.rules), "rule")
        say(f"{len(tried) - len(wrong):,} of {examples} hold, of {of_rules}")
    return FOUND if wrong or lacking else 0


def _told(wrong: Iterable[Tried]) -> Iterator[str]:
    for one in wrong:
        where = f"{one.location.file}:{one.location.line}:{one.location.column}"
        yield f"{where}: {one.rule}: an example under '{one.expects}' gave {one.wrong}"


def _lacking(pack: Pack, tried: Iterable[Tried]) -> Iterator[str]:
    given = {(one.rule, one.expects) for one in tried}
    for rule in pack.rules.values():
        for expects in ("fails", "passes"):
            if (rule.id, expects) not in given:
                where = f"{rule.location.file}:{rule.location.line}:{rule.location.column}"
                yield f"{where}: {rule.id}: no example under '{expects}'"


@rules.command()
@click.option("--on", "owner", metavar="KIND", help="Only the facts of this kind of subject.")
@estate_options
def facts(said: Invocation, owner: str | None) -> None:
    """Print the fact dictionary: what a condition may speak of."""
    from estate.cli.factbook import as_text  # noqa: PLC0415 - not for help

    say(*as_text(pack_for(said).dictionary, owner))


@rules.command()
@click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Where the pages go.  [default: docs/rules in the estate's folder]",
)
@estate_options
def docs(said: Invocation, folder: Path | None) -> None:
    """Write the handbook of the rules, in Markdown.

    It has a page for each file of rules, an index, the authorities that the rules rest on, and the
    facts that their conditions speak of, all with what estate.yaml sets. Pages that it wrote
    before are replaced; what somebody else wrote is not.
    """
    from estate.cli.handbook import handbook  # noqa: PLC0415 - not for help
    from estate.report.wording import counted  # noqa: PLC0415 - as above
    from estate.writing import write_together  # noqa: PLC0415 - as above

    at = folder or (said.root_if_any() or Path.cwd()) / "docs" / "rules"
    pages = handbook(pack_for(said))
    _keep_foreign(at, pages)
    write_together({at / name: [text] for name, text in pages.items()})
    _name_left_over(at, pages)
    if not said.quiet:
        say(f"wrote {counted(len(pages), 'page')} to {shown(at)}")


def _keep_foreign(at: Path, pages: Mapping[str, str]) -> None:
    """Refuse to write over what was not generated. Raises OutputError."""
    from estate.cli.handbook import foreign  # noqa: PLC0415 - not for help

    others = [shown(path) for path in foreign(at, pages)]
    if others:
        raise OutputError(f"{', '.join(others)}: written by hand; name another folder with -o")


def _name_left_over(at: Path, pages: Mapping[str, str]) -> None:
    """Say which pages tell of rules that are not there any more."""
    from estate.cli.handbook import left_over  # noqa: PLC0415 - not for help

    for path in left_over(at, pages):
        click.echo(f"warning: {shown(path)}: there are no such rules any more", err=True)
