"""What the program prints, word for word."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest
from tests.cli.conftest import DAY, HERE, Run

from estate.cli import cli

Golden = Callable[[str, str], None]


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("check", ["check"]),
        ("check-quiet", ["check", "-q"]),
        ("check-verbose", ["check", "-v", "--select", "unsupported-software"]),
        ("check-gaps", ["check", "--show", "gaps"]),
        ("check-low-never", ["check", "--show", "low", "--fail-on", "never"]),
        ("check-path", ["check", "inventory/register.yaml"]),
        ("check-no-exceptions", ["check", "-q", "--no-exceptions"]),
        ("explain-rule", ["explain", "ending-support"]),
        ("explain-application", ["explain", "library"]),
        ("explain-server", ["explain", "srv-revenues"]),
        ("explain-exception", ["explain", "ex-2025-004"]),
        ("explain-finding", ["explain", "385424"]),
        ("lifecycle-show", ["lifecycle", "show", "windows server"]),
    ],
)
def test_text(name: str, arguments: list[str], run: Run, small: Path, golden: Golden) -> None:
    done = run(*arguments, "--as-of", DAY, at=small)
    golden(f"{name}.txt", f"{done.out}{done.err}[exit {done.code}]\n")


def test_text_of_an_audit_ends_with_what_it_wrote(run: Run, small: Path, golden: Golden) -> None:
    done = run("audit", "--as-of", DAY, "--select", "unknown-support", at=small)
    golden("audit.txt", f"{done.out}{done.err}[exit {done.code}]\n")


def test_text_of_problems(run: Run, small: Path, golden: Golden) -> None:
    shutil.copy(HERE / "estates" / "broken.yaml", small / "inventory")
    done = run("check", "--as-of", DAY, at=small)
    assert done.out == ""
    golden("broken.txt", f"{done.err}[exit {done.code}]\n")


def test_text_of_a_beginning(run: Run, golden: Golden) -> None:
    done = run("init", "new")
    golden("init.txt", f"{done.out}{done.err}[exit {done.code}]\n")


def _commands(command: click.Command, *path: str) -> Iterator[tuple[str, ...]]:
    yield path
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from _commands(below, *path, name)


COMMANDS = list(_commands(cli))


@pytest.mark.parametrize("path", COMMANDS, ids=lambda path: "-".join(("estate", *path)))
def test_help(path: tuple[str, ...], run: Run, golden: Golden) -> None:
    done = run(*path, "--help")
    assert (done.code, done.err) == (0, "")
    golden(f"help/{'-'.join(('estate', *path))}.txt", done.out)
    assert run(*path, "-h") == done


def test_every_command_takes_the_common_options() -> None:
    common = {"estate", "as_of", "no_colour", "quiet", "verbose"}
    for path in COMMANDS:
        command: click.Command = cli
        for name in path:
            assert isinstance(command, click.Group)
            command = command.commands.get(name) or command.get_command(
                click.Context(command), name
            )  # type: ignore[assignment]
        names = {parameter.name for parameter in command.params}
        assert isinstance(command, click.Group) or common <= names, path


def test_the_version(run: Run) -> None:
    from estate import __version__  # noqa: PLC0415 - the one test that asks

    assert run("--version") == (0, f"estate {__version__}\n", "")
