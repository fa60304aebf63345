"""A whole file in its canonical layout."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from estate.edit.canonical.order import INVENTORY, Order
from estate.edit.canonical.outline import Outliner, Part
from estate.edit.canonical.remarks import Remark, is_gap, remarks_of
from estate.edit.canonical.sorting import arrange
from estate.edit.canonical.writer import line, members
from estate.edit.node import Node, root_of
from estate.edit.sheet import same
from estate.errors import EditError, Location, Problem
from estate.read import Document, read_document
from estate.read.parser import new_parser

_MARK: Final = "\N{ZERO WIDTH NO-BREAK SPACE}"
_BREAK: Final = re.compile(r"\r\n?")
_DIRECTIVE: Final = re.compile(r"^%.*?(?=[ \t]*(?:#.*)?$)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Form:
    """What kind of file is laid out.

    `order` is that of its fields. The `deep` outermost levels get lines of their own, whatever
    their size, and members of the `apart` outermost have a blank line between them.
    """

    order: Order = INVENTORY
    deep: int = 3
    apart: int = 2


def format_text(text: str, form: Form, *, name: str) -> str:
    """Return the text of a YAML file in its canonical layout.

    Nothing that it says changes, and no comment goes. What is canonical already is returned as it
    is. `name` is the file's, as errors tell it. Raises EditError if the file does not read without
    fault, or cannot be laid out without changing what it says.
    """
    plain = _BREAK.sub("\n", text.removeprefix(_MARK))
    document = _read(name, plain)
    if document.problems or not document.whole:
        message = f"{name} has to be mended before it can be laid out"
        raise EditError(message, document.problems)
    root = root_of(plain, new_parser(plain).get_event, lambda mark: int(mark.index))
    after = _laid_out(plain, root, form)
    again = _read(name, after)
    if again.problems or not again.whole or not same(document.values, again.values):
        message = f"{name} cannot be laid out without changing what it says"
        expected = "a file that is laid out by hand"
        place = Location(name, 0, 0, 0, 0)
        raise EditError(message, [Problem("edit", "a layout that is none", place, expected)])
    return after


def _read(name: str, text: str) -> Document:
    return read_document(name, text.encode("utf-8", "surrogatepass"))


def _laid_out(text: str, root: Node | None, form: Form) -> str:
    remarks = remarks_of(text, root)
    entangled = root is not None and any(node.anchor for node in root.under())
    outliner = Outliner(text, remarks, entangled)
    if root is None:
        lines = outliner.rest()
        return "".join(f"{each}\n" for each in (lines[1:] if lines[:1] == [""] else lines))
    head = _head(root, remarks)
    outliner.remarks = remarks[len(head) :]
    part = outliner.whole(root)
    arrange(part, form.order)
    lines = [*_directives(text, root, part), *_top(text, head, root, part)]
    if part.entries:
        lines += members(part, 0, form.deep, form.apart)
    else:
        lines += [*([line(part)] if part.text is None else []), *part.tail]
    return "".join(f"{each}\n" for each in lines)


def _head(root: Node, remarks: list[Remark]) -> list[Remark]:
    """Return the comments that are about the file: its first, as far as the first blank line."""
    first = root.members[0][0].start if root.members else root.start
    above = [remark for remark in remarks if remark.start < first]
    gaps = (place for place, remark in enumerate(above) if place and remark.gap)
    return above[: next(gaps, len(above))]


def _top(text: str, head: list[Remark], root: Node, part: Part) -> list[str]:
    """Return the lines of what is about the file, and a blank one if that has to be."""
    lines = [remark.text for remark in head]
    first = root.members[0][0].start if root.members else root.start
    follows = part.entries[0].above if part.entries else part.tail
    apart = bool(lines) and (bool(follows) or is_gap(text, first))
    return [*lines, ""] if apart and follows[:1] != [""] else lines


def _directives(text: str, root: Node, part: Part) -> list[str]:
    """Return the lines that have to come first: those with %, and the mark that ends them."""
    found = [directive.rstrip() for directive in _DIRECTIVE.findall(text, 0, root.start)]
    signs = part.signs if part.entries else ""
    return [*found, f"--- {signs}".rstrip()] if found or signs else []
