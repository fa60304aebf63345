"""A file's text, open for one change: what it says, where, and in what style."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from typing import Any, Final

from estate.edit.habits import habits_of
from estate.edit.node import Node, Path, root_of
from estate.edit.spelling import Style
from estate.errors import EditError, Location, Problem
from estate.frozen import frozen
from estate.model.types import NULL
from estate.read import Document, read_document
from estate.read.parser import new_parser

_BOM: Final = "\N{ZERO WIDTH NO-BREAK SPACE}"
_BREAK: Final = re.compile(r"\r\n?|\n")
_MOST_NAMED: Final = 8


@frozen
class Patch:
    """The characters from `start` to before `end` give way to `text`, whose lines end in LF."""

    start: int
    end: int
    text: str


@frozen
class Sheet:
    """One file before a change. `text` has no byte order mark; `mark` is it, if there was one."""

    mark: str
    text: str
    document: Document
    root: Node | None
    style: Style

    def patched(self, patches: Iterable[Patch]) -> str:
        """Return the text with some stretches of it replaced."""
        pieces, at = [], 0
        for patch in sorted(patches, key=lambda patch: patch.start):
            pieces += [self.text[at : patch.start], patch.text.replace("\n", self.style.newline)]
            at = patch.end
        return "".join([*pieces, self.text[at:]])

    def column(self, index: int) -> int:
        """Return how many characters stand before an index on its line."""
        return index - self.line_start(index)

    def line_start(self, index: int) -> int:
        """Return where the line of an index begins."""
        return max(self.text.rfind("\n", 0, index), self.text.rfind("\r", 0, index)) + 1

    def line_end(self, index: int) -> int:
        """Return where the line of an index ends, before its break."""
        found = _BREAK.search(self.text, index)
        return found.start() if found else len(self.text)

    def next_line(self, index: int) -> int:
        """Return where the line after that of an index begins; the end, if it is the last."""
        found = _BREAK.search(self.text, index)
        return found.end() if found else len(self.text)

    def begins_line(self, index: int) -> bool:
        """Whether nothing stands before an index on its line."""
        return not self.text[self.line_start(index) : index].strip(" ")

    def place(self, node: Node) -> Location:
        """Return where a node begins."""
        return self.document.source.at(min(node.start, max(len(self.text) - 1, 0)))

    def refusal(self, message: str, found: str, node: Node | None, expected: str = "") -> EditError:
        """Return the error of a change that cannot be made because of what stands at a node."""
        nowhere = Location(self.document.name, 0, 0, 0, 0)
        place = nowhere if node is None else self.place(node)
        return EditError(message, [Problem("edit", found, place, expected)])

    def settled(self, path: Path, values: Any, candidates: Iterable[list[Patch]]) -> str:  # noqa: ANN401
        """Return the first candidate that reads as `values`; everything must be as it should.

        Raises EditError if there is none.
        """
        for patches in candidates:
            text = self.patched(patches)
            # The last line of a block scalar may need the break that the file did without.
            for ending in ("", self.style.newline):
                if patches and _reads_as(self.document, text + ending, values):
                    return self.mark + text + ending
        raise self._harm(path)

    def _harm(self, path: Path) -> EditError:
        name = ".".join(map(str, path))
        message = f"{self.document.name}: {name} cannot be changed without changing something else"
        nodes = list(self.root.under()) if self.root else []
        users = [n for n in nodes if n.target and _meet(n.target.path, path)]
        if not users:
            expected = "a change by hand"
            here = [n for n in nodes if n.path == path[: len(n.path)]]
            return self.refusal(
                message,
                f"the layout around {name} is not one that can be kept",
                here[-1] if here else None,
                expected,
            )
        names = sorted({".".join(map(str, user.path[:2])) for user in users})
        found = f"{name} is also what {', '.join(names[:_MOST_NAMED])} say by an alias"
        related = tuple((self.place(user), "it is used here") for user in users[:_MOST_NAMED])
        place = self.place(users[0].target or users[0])
        expected = "a value of its own where the alias stands"
        return EditError(message, [Problem("edit", found, place, expected, related=related)])


def _meet(one: Path, other: Path) -> bool:
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]


def sheet_of(text: str, name: str) -> Sheet:
    """Open the text of a file for a change. Raises EditError if it does not read without fault."""
    mark, text = (_BOM, text[1:]) if text.startswith(_BOM) else ("", text)
    document = read_document(name, text.encode("utf-8", "surrogatepass"))
    if document.problems or not document.whole:
        raise EditError(f"{name} has to be mended before it can be changed", document.problems)
    root = root_of(text, new_parser(document.source.parsed).get_event, _indexer(document))
    return Sheet(mark, text, document, root, habits_of(text, name, root))


def _indexer(document: Document) -> Callable[[Any], int]:
    """Return what gives the index of a mark; of rewritten JSON, by its line and column."""
    source = document.source
    if source.parsed is source.text:
        return lambda mark: int(mark.index)
    starts = [0, *(found.end() for found in _BREAK.finditer(source.text))]

    def index(mark: Any) -> int:  # noqa: ANN401 - PyYAML's marks are untyped
        place = source.location((mark.line, mark.column), (mark.line, mark.column))
        return starts[place.line - 1] + place.column - 1

    return index


def _reads_as(before: Document, text: str, values: Any) -> bool:  # noqa: ANN401 - any value
    document = read_document(before.name, text.encode("utf-8", "surrogatepass"))
    if not document.whole or document.problems or not same(document.values, values):
        return False
    return not before.name.lower().endswith(".json") or _is_json(text) or not _is_json(before.text)


def _is_json(text: str) -> bool:
    try:
        json.loads(text or "{}")
    except ValueError:
        return False
    return True


def same(one: Any, other: Any) -> bool:  # noqa: ANN401 - any values
    """Whether two values read the same; null is not the empty text."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return (one is NULL) == (other is NULL) and bool(one == other)
