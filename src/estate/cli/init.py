"""`estate init`: a small estate to begin with, or the whole example."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Final

import click

from estate.cli.options import Invocation, estate_options
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
    there = sorted(name for name in wanted if (folder / name).exists())
    if there:
        message = f"nothing written: {', '.join(there)} already in {folder}"
        raise UsageError(message)
    from estate.writing import write  # noqa: PLC0415 - not for help

    for name, data in sorted(wanted.items()):
        write(folder / name, [data])
        if not said.quiet:
            click.echo(f"wrote {folder / name}")
    click.echo(f"next: estate check --estate {folder}")


def _starter(names: dict[str, str]) -> dict[str, bytes]:
    starter = files("estate.cli") / "starter"
    return {name: (starter / source).read_bytes() for name, source in names.items()}


def _example() -> dict[str, bytes]:
    from estate.shipped import example_estate  # noqa: PLC0415 - not for help

    root = example_estate()
    found = [root / _EXAMPLE[0], *sorted((root / _EXAMPLE[1]).rglob("*.yaml"))]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}
