"""The files of an estate in their canonical layout."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from estate.config import FILE, Config, load_config
from estate.edit.canonical import Form, format_text, settings_order
from estate.errors import EditError, Problem
from estate.read.decode import whole_file
from estate.read.discover import discover
from estate.read.document import decode

__all__ = ["Layout", "layouts_of"]

_LEFT_ALONE: Final = ".json"


@dataclass(frozen=True, slots=True)
class Layout:
    """A file as it is and as it is laid out; None where its layout is left alone."""

    name: str
    path: Path
    before: bytes
    after: str | None

    @property
    def changes(self) -> bool:
        """Whether the layout is another one."""
        return self.after is not None and self.after.encode() != self.before


def layouts_of(root: Path, chosen: Callable[[Path], bool]) -> list[Layout]:
    """Lay out those files of an estate that are chosen, and write none.

    They are the files of the inventory and `estate.yaml`. JSON is left alone: a program writes it,
    and would write it in its own way again. Raises ConfigError where it is not known which files
    there are, and EditError with every problem of every file that does not read without fault.
    """
    config = load_config(root)
    files = discover(root, config.inventory)
    problems = list(files.problems)
    found = [*files.found, (FILE, (root / FILE).resolve())]
    done = [layout for each in found if chosen(each[1]) for layout in _laid_out(*each, problems)]
    if problems:
        count = len({problem.location.file for problem in problems})
        which = "1 file has" if count == 1 else f"{count} files have"
        message = f"{which} to be mended first; nothing was written"
        raise EditError(message, problems)
    return done


def _laid_out(name: str, path: Path, problems: list[Problem]) -> Iterator[Layout]:
    """Yield the layout of a file, or note its problems."""
    try:
        data = path.read_bytes()
        yield Layout(name, path, data, _text(name, data))
    except OSError as error:
        found = f"the file cannot be read: {error.strerror}"
        problems.append(whole_file(name, found, "a file that one may read"))
    except EditError as error:
        problems.extend(error.problems)


def _text(name: str, data: bytes) -> str | None:
    if name.lower().endswith(_LEFT_ALONE):
        return None
    document = decode(name, data)
    if document.problems:
        raise EditError(f"{name} is not read", document.problems)
    return format_text(document.text, _form(name), name=name)


def _form(name: str) -> Form:
    return Form(settings_order(Config), deep=1, apart=0) if name == FILE else Form()
