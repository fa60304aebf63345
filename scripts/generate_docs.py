"""Write the documentation that the program itself can tell: `make docs`, or `make docs-check`.

With `--check` nothing is written: each file that is missing, out of date or superfluous is named,
and the script ends with 1.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from estate.cli import cli as program
from estate.cli.handbook import handbook
from estate.pipeline import load_pack
from estate.writing import write as write_file

ROOT = Path(__file__).parents[1]
REFERENCE = "docs/reference"
RULES = "docs/rules"

# The folders in which everything is generated, but for what is written by hand.
OWN_FOLDERS = (REFERENCE, RULES)
GUIDE = "writing.md"
BY_HAND = frozenset({f"{RULES}/{GUIDE}"})

# What a command of estate prints, and where it is kept.
PRINTED = {
    f"{REFERENCE}/inventory.schema.json": ("schema",),
    f"{REFERENCE}/findings.schema.json": ("schema", "--of", "findings"),
    f"{REFERENCE}/comparison.schema.json": ("schema", "--of", "comparison"),
    f"{REFERENCE}/duplicates.schema.json": ("schema", "--of", "duplicates"),
    f"{REFERENCE}/update.schema.json": ("schema", "--of", "update"),
    f"{REFERENCE}/import.schema.json": ("schema", "--of", "import"),
    f"{REFERENCE}/export.schema.json": ("schema", "--of", "export"),
    f"{REFERENCE}/merge.schema.json": ("schema", "--of", "merge"),
    f"{REFERENCE}/impact.schema.json": ("schema", "--of", "impact"),
    f"{REFERENCE}/closing.schema.json": ("schema", "--of", "closing"),
    f"{REFERENCE}/map.schema.json": ("schema", "--of", "map"),
    f"{REFERENCE}/tables.schema.json": ("schema", "--of", "tables"),
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
    names = program.context_settings["help_option_names"]
    context = click.Context(command, info_name=name, terminal_width=88, help_option_names=names)
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
    rules = handbook(load_pack(None), GUIDE)
    return {
        **{path: printed(*arguments) for path, arguments in PRINTED.items()},
        **{f"{RULES}/{name}": text for name, text in rules.items()},
        f"{REFERENCE}/commands.md": "# Commands\n\n" + "\n".join(pages),
        "README.md": COMMANDS.sub(lambda _: fenced(helps[0][1]), readme),
    }


def stale(root: Path, texts: Mapping[str, str]) -> list[str]:
    """Return the files that are missing or out of date."""
    return [path for path, text in texts.items() if _text(root / path) != text]


def superfluous(root: Path, texts: Mapping[str, str]) -> list[str]:
    """Return the files in the generated folders that nothing generates."""
    files = (file for folder in OWN_FOLDERS for file in (root / folder).rglob("*"))
    found = (file.relative_to(root).as_posix() for file in files if file.is_file())
    return sorted(path for path in found if path not in texts and path not in BY_HAND)


def _text(file: Path) -> str | None:
    return file.read_text(encoding="utf-8") if file.is_file() else None


def check(root: Path, texts: Mapping[str, str]) -> int:
    """Name each file that is not as it should be, and return the exit code."""
    wrong = [f"{path} is out of date: run make docs" for path in stale(root, texts)]
    wrong += [f"{path} is superfluous: run make docs" for path in superfluous(root, texts)]
    print(*wrong, sep="\n", end="\n" if wrong else "", file=sys.stderr)
    return int(bool(wrong))


def write(root: Path, texts: Mapping[str, str]) -> int:
    """Write what is out of date, take away what is superfluous, and return the exit code."""
    for path in stale(root, texts):
        write_file(root / path, [texts[path]])
        print(f"wrote {path}")
    for path in superfluous(root, texts):
        (root / path).unlink()
        print(f"took {path} away")
    return 0


def main() -> int:
    """Write the files, or compare them, and return the exit code."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--check", action="store_true", help="compare only")
    chosen = check if options.parse_args().check else write
    return chosen(ROOT, generated())


if __name__ == "__main__":
    sys.exit(main())
