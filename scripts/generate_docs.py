"""Write the documentation that the program itself can tell: `make docs`, or `make docs-check`.

With `--check` nothing is written: each file that is missing or out of date is named, and the
script ends with 1.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from estate.cli import cli as program

ROOT = Path(__file__).parents[1]
REFERENCE = "docs/reference"

# What a command of estate prints, and where it is kept.
PRINTED = {
    f"{REFERENCE}/rules.md": ("rules", "docs"),
    f"{REFERENCE}/facts.md": ("rules", "facts", "--format", "markdown"),
    f"{REFERENCE}/inventory.schema.json": ("schema",),
    f"{REFERENCE}/findings.schema.json": ("schema", "--of", "findings"),
}
COMMANDS = re.compile(r"(?<=<!-- commands -->\n).*?(?=<!-- end of commands -->)", re.DOTALL)


def printed(*arguments: str) -> str:
    """Return what `estate` prints when called so."""
    return subprocess.run(  # noqa: S603 - our own program, with arguments written above
        [sys.executable, "-m", "estate", *arguments],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    ).stdout


def help_texts(command: click.Command, name: str) -> Iterator[tuple[str, str]]:
    """Yield the full name and the help of a command and of all below it, in their order."""
    context = click.Context(command, info_name=name, terminal_width=88)
    yield name, command.get_help(context).rstrip()
    if isinstance(command, click.Group):
        for part in command.list_commands(context):
            below = command.get_command(context, part)
            if below and not below.hidden:
                yield from help_texts(below, f"{name} {part}")


def fenced(text: str) -> str:
    """Return a text as a block of Markdown."""
    return f"```text\n{text}\n```\n"


def generated() -> dict[str, str]:
    """Return each generated file, by its path below the root."""
    helps = list(help_texts(program, "estate"))
    pages = (f"## {name}\n\n{fenced(text)}" for name, text in helps)
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    return {
        **{path: printed(*arguments) for path, arguments in PRINTED.items()},
        f"{REFERENCE}/commands.md": "# Commands\n\n" + "\n".join(pages),
        "README.md": COMMANDS.sub(lambda _: fenced(helps[0][1]), readme),
    }


def main() -> int:
    """Write the files, or compare them, and return the exit code."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--check", action="store_true", help="compare only")
    check = options.parse_args().check
    stale = False
    for path, text in generated().items():
        file = ROOT / path
        if file.is_file() and file.read_text(encoding="utf-8") == text:
            continue
        stale = True
        if check:
            print(f"{path} is out of date: run make docs", file=sys.stderr)
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
            print(f"wrote {path}")
    return int(check and stale)


if __name__ == "__main__":
    sys.exit(main())
