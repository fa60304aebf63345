"""`estate rules`: the rules, their examples, and the facts they speak of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from estate.cli.options import Invocation, estate_options
from estate.errors import ConfigError

if TYPE_CHECKING:
    from estate.pipeline.examples import Tried
    from estate.rules import Pack

_FAILED = 1


@click.group()
def rules() -> None:
    """Show and test the rules, and the facts they speak of."""


def _pack(said: Invocation) -> Pack:
    """Return the rules of the estate that the user stands in, or the standard pack."""
    from estate.config import load_config  # noqa: PLC0415 - not for help
    from estate.exceptions import FACTS  # noqa: PLC0415 - as above
    from estate.facts import dictionary  # noqa: PLC0415 - as above
    from estate.pipeline import load_packs  # noqa: PLC0415 - as above

    words = dictionary(FACTS)
    try:
        root = said.root()
    except ConfigError:
        return load_packs(None, None, words)
    return load_packs(root, load_config(root), words)


@rules.command("list")
@estate_options
def list_(said: Invocation) -> None:
    """List every rule: severity, kind, what it is about, title."""
    pack = _pack(said)
    rows = [
        (
            rule.id,
            rule.severity.worst + (" …" if rule.severity.rungs else ""),
            rule.kind,
            ", ".join(rule.subjects),
            rule.title
            + (f"  (not run: {pack.not_run[rule.id]})" if rule.id in pack.not_run else ""),
        )
        for rule in pack.rules.values()
    ]
    for line in _aligned([("rule", "severity", "kind", "about", "title"), *rows]):
        click.echo(line)
    click.echo(f"\n{len(rows)} rules; 'estate explain RULE' gives the reasons and the fix")


def _aligned(rows: list[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        yield "  ".join(f"{cell:<{size}}" for cell, size in zip(row, widths, strict=True)).rstrip()


@rules.command()
@estate_options
def test(said: Invocation) -> int:
    """Run the examples of every rule: those that must fail, pass, and be unknown."""
    from estate.pipeline.examples import try_examples  # noqa: PLC0415 - not for help

    pack = _pack(said)
    tried = list(try_examples(pack))
    wrong = [one for one in tried if one.wrong]
    for line in _told(wrong):
        click.echo(line)
    without = _without_examples(pack, tried)
    for name in without:
        click.echo(f"{name}: no example that fails, or none that passes")
    click.echo(f"{len(tried) - len(wrong)} of {len(tried)} examples hold")
    return _FAILED if wrong or without else 0


def _told(wrong: Iterable[Tried]) -> Iterator[str]:
    for one in wrong:
        where = f"{one.location.file}:{one.location.line}:{one.location.column}"
        yield f"{where}: {one.rule}: an example under '{one.expects}' gave {one.wrong}"


def _without_examples(pack: Pack, tried: Iterable[Tried]) -> list[str]:
    shown: dict[str, set[str]] = {}
    for one in tried:
        shown.setdefault(one.rule, set()).add(one.expects)
    on = (rule.id for rule in (*pack.running(), *pack.about_exceptions()))
    return [name for name in on if not shown.get(name, set()) >= {"fails", "passes"}]


@rules.command()
@click.option("--on", "owner", metavar="KIND", help="Only the facts of this kind of subject.")
@click.option("--format", "form", type=click.Choice(["text", "markdown"]), default="text")
@estate_options
def facts(said: Invocation, owner: str | None, form: str) -> None:
    """Print the fact dictionary: what a condition may speak of."""
    from estate.cli.factbook import as_markdown, as_text  # noqa: PLC0415 - not for help

    written = as_markdown if form == "markdown" else as_text
    for line in written(_pack(said).dictionary, owner):
        click.echo(line)


@rules.command()
@estate_options
def docs(said: Invocation) -> None:
    """Print the reference of all rules, in Markdown."""
    from estate.cli.rulebook import pages  # noqa: PLC0415 - not for help

    for line in pages(_pack(said)):
        click.echo(line)
