"""`estate init`: a small estate to begin with, or the whole example."""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from shlex import quote
from typing import Final

import click

from estate.cli.options import Invocation, estate_options
from estate.cli.screen import say
from estate.errors import UsageError

_EXAMPLE: Final = ("estate.yaml", "inventory")
_STARTER: Final = {
    "estate.yaml": "estate.yaml",
    "inventory/organisations.yaml": "organisations.yaml",
    "inventory/services.yaml": "services.yaml",
    "inventory/systems.yaml": "systems.yaml",
}
_HOOKS: Final = {
    "github": (".github/workflows/estate.yml", "github.yml"),
    "gitlab": (".gitlab-ci.yml", "gitlab.yml"),
    "pre-commit": (".pre-commit-config.yaml", "pre-commit.yaml"),
}


@click.command()
@click.argument("place", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@click.option("--example", is_flag=True, help="Write the whole example estate.")
@click.option(
    "--ci",
    "places",
    multiple=True,
    type=click.Choice([*_HOOKS, "none"]),
    help="Where the inventory is to be linted; repeatable.  [default: everywhere]",
)
@estate_options
def init(said: Invocation, place: Path | None, *, example: bool, places: tuple[str, ...]) -> None:
    """Write a small estate into DIR, with files for CI and pre-commit.

    Without DIR it is written here. Nothing that exists is overwritten: if any of the files is
    there already, none is written.
    """
    if place and said.estate:
        raise UsageError("DIR and --estate both say where; give one of them")
    folder = place or said.estate or Path()
    estate = _example() if example else _starter(_STARTER)
    wanted = {**estate, **_starter(_hooks(places))}
    there = sorted(name for name in wanted if os.path.lexists(folder / name))
    if there:
        raise UsageError(f"nothing written: {', '.join(there)} already in {folder}")
    from estate.writing import write_together  # noqa: PLC0415 - not for help

    write_together({folder / name: [data] for name, data in sorted(wanted.items())})
    if not said.quiet:
        say(*(f"wrote {folder / name}" for name in sorted(wanted)))
        here = folder.resolve() == Path.cwd()
        say("next: estate check" + ("" if here else f" --estate {quote(str(folder))}"))


def _hooks(places: Sequence[str]) -> dict[str, str]:
    """Return the files that lint the inventory in the places asked for, all where none is."""
    if "none" in places and len(set(places)) > 1:
        raise UsageError("--ci none goes with no other")
    return dict(file for place, file in _HOOKS.items() if not places or place in places)


def _starter(names: dict[str, str]) -> dict[str, bytes]:
    starter = files("estate.cli") / "starter"
    return {name: (starter / source).read_bytes() for name, source in names.items()}


def _example() -> dict[str, bytes]:
    from estate.shipped import example_estate  # noqa: PLC0415 - not for help

    root = example_estate()
    found = [root / _EXAMPLE[0], *sorted((root / _EXAMPLE[1]).rglob("*.yaml"))]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}
