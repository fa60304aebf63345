"""`estate lifecycle`: look products up, and bring a newer catalogue in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from estate.cli.lazy import LazyGroup
from estate.cli.options import Invocation, estate_options
from estate.cli.resources import catalogue_for
from estate.cli.screen import say, shown
from estate.errors import CatalogueError

if TYPE_CHECKING:
    from estate.lifecycle import Catalogue, Cycle, Ending, Product
    from estate.lifecycle.changes import Changes

_HEAD: Final = ("version", "released", "active support", "security support", "extended support")

_NOWHERE: Final = "UTC"
"""The timezone outside an estate."""


@click.group(cls=LazyGroup)
def lifecycle() -> None:
    """Look products up, and bring a newer catalogue in."""


@lifecycle.command()
@click.argument("product")
@estate_options
def show(said: Invocation, product: str) -> None:
    """Show a product's versions and the last days of their support."""
    catalogue = catalogue_for(said)
    found, _, candidates = catalogue.identify(product)
    if found is None:
        near = candidates or catalogue.nearest_products(product)
        hint = f"; nearest: {', '.join(near)}" if near else ""
        message = f"the catalogue of {catalogue.as_of} has no product {product!r}{hint}"
        raise CatalogueError(message)
    say(*_page(catalogue, found, said.as_of))


def _page(catalogue: Catalogue, product: Product, on: date | None) -> Iterator[str]:
    vendor = f", {product.vendor}" if product.vendor else ""
    yield f"{product.id}: {product.name}{vendor}"
    if product.aliases:
        yield f"also called: {', '.join(product.aliases)}"
    if product.extended:
        yield f"extended support: {product.extended}"
    yield ""
    rows = [_HEAD, *(_row(cycle) for cycle in product.cycles)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    for row in rows:
        yield "  ".join(f"{cell:<{size}}" for cell, size in zip(row, widths, strict=True)).rstrip()
    yield ""
    age = f", {(on - catalogue.as_of).days} days before {on}" if on else ""
    yield f"catalogue of {catalogue.as_of}{age}; {catalogue.source}"


def _row(cycle: Cycle) -> tuple[str, str, str, str, str]:
    return (
        cycle.id + (" (LTS)" if cycle.lts else ""),
        str(cycle.released or "unknown"),
        _ending(cycle.active_ends),
        _ending(cycle.support_ends),
        _ending(cycle.extended_support_ends),
    )


def _ending(said: Ending) -> str:
    if said is None:
        return "-"
    if said is True:
        return "ended"
    return "no end announced" if said is False else str(said)


@lifecycle.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@estate_options
def update(said: Invocation, file: Path, *, dry_run: bool) -> None:
    """Make FILE the estate's catalogue, after showing what it changes.

    FILE is endoflife.date data: the public interface's JSON (v1 or older), or product pages
    parsed to JSON. The result is written to lifecycle.json beside estate.yaml.
    """
    from estate.config import load_config  # noqa: PLC0415 - not for help
    from estate.lifecycle.update import prepare_update  # noqa: PLC0415 - as above
    from estate.pipeline import CATALOGUE  # noqa: PLC0415 - as above
    from estate.writing import write  # noqa: PLC0415 - as above

    root = said.root_if_any() if dry_run else said.root()
    today = said.today(load_config(root).timezone if root else _NOWHERE)
    current = catalogue_for(said)
    prepared = prepare_update(_data(file), file.name, current, today)
    lines = list(_changed(prepared.changes))
    if not said.quiet:
        count = f"{len(lines)} change{'' if len(lines) == 1 else 's'}"
        say(*lines)
        say(f"{count} from the catalogue of {current.as_of} to that of {prepared.catalogue.as_of}")
    if root and not dry_run:
        write(root / CATALOGUE, [prepared.data])
        if not said.quiet:
            say(f"wrote {shown(root / CATALOGUE)}")


def _data(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise CatalogueError(f"{file} cannot be read: {error.strerror}") from error


def _changed(changes: Changes) -> Iterator[str]:
    """Yield a line for each thing that came, went or changed; lost names last, as they matter."""
    yield from (f"+ product {name}" for name in changes.products_added)
    yield from (f"- product {name}" for name in changes.products_removed)
    yield from (f"+ {name}" for name in changes.cycles_added)
    yield from (f"- {name}" for name in changes.cycles_removed)
    for change in changes.changed:
        name = f"{change.product}@{change.cycle}" if change.cycle else change.product
        yield f"~ {name} {change.field}: {_said(change.old)} -> {_said(change.new)}"
    for renaming in changes.renamed:
        now = ", ".join(renaming.new) or "nothing: what is written so will match no more"
        yield f"! {renaming.name!r} meant {', '.join(renaming.old) or 'nothing'}, now {now}"


def _said(value: object) -> str:
    return "unsaid" if value is None else str(value)
