"""Reading with two processes, for inventories that are large enough to pay for the second.

The second reads every other file and hands over what it read; what it does not hand over, the
first reads itself. So the answer is the same with it and without it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from estate.read.document import Document, compose
from estate.second import second

_PART: Final = ("values", "lines", "starts", "entangled", "whole", "mended", "problems")
"""What reading a text adds to a document."""


def compose_in_pair(documents: list[Document]) -> None:
    """Read the text of every document, half of it in a second process if one may be had."""
    largest_first = sorted(documents, key=lambda document: -len(document.text))
    own, others = largest_first[::2], largest_first[1::2]
    taken = 0
    with second(lambda: _parts(others)) as handed_over:
        for document in own:
            compose(document)
        for document, part in zip(others, handed_over, strict=False):
            for name, value in zip(_PART, part, strict=True):
                setattr(document, name, value)
            taken += 1
    for document in others[taken:]:
        compose(document)


def _parts(documents: list[Document]) -> Iterator[tuple[Any, ...]]:
    """Read documents, and yield what reading adds; what was yielded is let go."""
    for document in documents:
        compose(document)
        yield tuple(getattr(document, name) for name in _PART)
        document.values = {}
