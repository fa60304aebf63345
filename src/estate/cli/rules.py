"""`estate rules`: the rules, their examples, and the facts they speak of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from estate.cli.exits import FOUND
from estate.cli.lazy import LazyGroup
from estate.cli.options import Invocation, estate_options
from estate.cli.resources import pack_for
from estate.cli.screen import say

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
    say(*_aligned([("rule", "severity", "kind", "about", "title"), *rows]))
    if not said.quiet:
        say("", f"{len(rows)} rules; 'estate explain RULE' gives the reasons and the fix")


def _row(pack: Pack, rule: Rule) -> tuple[str, ...]:
    severity = rule.severity.worst
    ladder = f" to {rule.severity.last}" if rule.severity.last != severity else ""
    off = f"  (not run: {pack.not_run[rule.id]})" if rule.id in pack.not_run else ""
    return rule.id, severity + ladder, rule.kind, ", ".join(rule.subjects), rule.title + off


def _aligned(rows: list[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        yield "  ".join(f"{cell:<{size}}" for cell, size in zip(row, widths, strict=True)).rstrip()


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
            if not rule.comparison and (rule.id, expects) not in given:
                where = f"{rule.location.file}:{rule.location.line}:{rule.location.column}"
                yield f"{where}: {rule.id}: no example under '{expects}'"


@rules.command()
@click.option("--on", "owner", metavar="KIND", help="Only the facts of this kind of subject.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown"]),
    default="text",
    show_default=True,
    help="How to print.",
)
@estate_options
def facts(said: Invocation, owner: str | None, form: str) -> None:
    """Print the fact dictionary: what a condition may speak of."""
    from estate.cli.factbook import as_markdown, as_text  # noqa: PLC0415 - not for help

    written = as_markdown if form == "markdown" else as_text
    say(*written(pack_for(said).dictionary, owner))


@rules.command()
@estate_options
def docs(said: Invocation) -> None:
    """Print the reference of all rules, in Markdown."""
    from estate.cli.rulebook import pages  # noqa: PLC0415 - not for help

    say(*pages(pack_for(said)))
