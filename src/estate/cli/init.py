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
    "github-calendar": (".github/workflows/estate-calendar.yml", "github-calendar.yml"),
    "gitlab": (".gitlab-ci.yml", "gitlab.yml"),
    "pre-commit": (".pre-commit-config.yaml", "pre-commit.yaml"),
}
_EDITORS: Final = {
    "vscode": {
        ".vscode/extensions.json": "vscode-extensions.json",
        ".vscode/settings.json": "vscode-settings.json",
    },
    "helix": {".helix/languages.toml": "helix-languages.toml"},
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
@click.option(
    "--editor",
    "editors",
    multiple=True,
    type=click.Choice([*_EDITORS]),
    help="Set up an editor for everybody who opens the folder; repeatable.",
)
@estate_options
def init(
    said: Invocation,
    *,
    place: Path | None,
    example: bool,
    places: tuple[str, ...],
    editors: tuple[str, ...],
) -> None:
    """Write a small estate into DIR, with files for CI and pre-commit.

    Without DIR it is written here. Where an estate lies already, only what --ci and --editor ask
    for is added. Nothing that exists is overwritten: if any of the files is there already, none is
    written.

    `github-calendar` is a job of every Monday that opens an issue with what the calendar brought,
    by owner; what is written for GitLab holds such a job for a schedule.
    """
    if place and said.estate:
        raise UsageError("DIR and --estate both say where; give one of them")
    folder = place or said.estate or Path()
    asked = _starter((_hooks(places) if places else {}) | _settings(editors))
    wanted = asked
    if example or not (asked and (folder / "estate.yaml").is_file()):
        estate = _example() if example else _starter(_STARTER)
        wanted = {**estate, **_starter(_hooks(places)), **asked}
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


def _settings(editors: Sequence[str]) -> dict[str, str]:
    """Return the files that set up the editors asked for."""
    return {name: source for editor in editors for name, source in _EDITORS[editor].items()}


def _starter(names: dict[str, str]) -> dict[str, bytes]:
    starter = files("estate.cli") / "starter"
    return {name: (starter / source).read_bytes() for name, source in names.items()}


def _example() -> dict[str, bytes]:
    from estate.shipped import example_estate  # noqa: PLC0415 - not for help

    root = example_estate()
    found = [root / _EXAMPLE[0], *sorted((root / _EXAMPLE[1]).rglob("*.yaml"))]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}
