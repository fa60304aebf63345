"""`estate init`: a small estate to begin with, or the whole example."""

from __future__ import annotations

import os
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
    ".github/workflows/estate.yml": "github.yml",
    ".gitlab-ci.yml": "gitlab.yml",
    ".pre-commit-config.yaml": "pre-commit.yaml",
}


@click.command()
@click.argument("folder", metavar="[DIR]", default=".", type=click.Path(path_type=Path))
@click.option("--example", is_flag=True, help="Write the whole example estate.")
@estate_options
def init(said: Invocation, folder: Path, *, example: bool) -> None:
    """Write a small estate into DIR, with files for CI and pre-commit.

    Nothing that exists is overwritten: if any of the files is there already, none is written.
    """
    wanted = {**(_example() if example else _starter(_STARTER)), **_starter(_HOOKS)}
    there = sorted(name for name in wanted if os.path.lexists(folder / name))
    if there:
        raise UsageError(f"nothing written: {', '.join(there)} already in {folder}")
    from estate.writing import write_together  # noqa: PLC0415 - not for help

    write_together({folder / name: [data] for name, data in sorted(wanted.items())})
    if not said.quiet:
        say(*(f"wrote {folder / name}" for name in sorted(wanted)))
        here = folder.resolve() == Path.cwd()
        say("next: estate check" + ("" if here else f" --estate {quote(str(folder))}"))


def _starter(names: dict[str, str]) -> dict[str, bytes]:
    starter = files("estate.cli") / "starter"
    return {name: (starter / source).read_bytes() for name, source in names.items()}


def _example() -> dict[str, bytes]:
    from estate.shipped import example_estate  # noqa: PLC0415 - not for help

    root = example_estate()
    found = [root / _EXAMPLE[0], *sorted((root / _EXAMPLE[1]).rglob("*.yaml"))]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}
