"""What goes into a file: plain values, and the comments that guide whoever fills them in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from estate.edit.node import Node
from estate.frozen import frozen
from estate.model.types import NULL
from estate.read.compose import NULLS
from estate.yaml_text import scalar


@frozen
class Noted:
    """A field's value with a comment: lines above the field, or words beside it."""

    value: Any
    above: str = ""
    beside: str = ""


@frozen
class Blank:
    """A field still to be filled in: written as a comment, with what may stand after its colon."""

    example: str = ""
    above: str = ""


class Bare(str):
    """A text that stands in a file without quotes, and is written again as it stood there."""

    __slots__ = ()


def plain(value: Any) -> Any:  # noqa: ANN401 - any value
    """Return a value without comments and without what is still to be filled in."""
    if isinstance(value, Noted):
        return plain(value.value)
    if isinstance(value, Mapping):
        return {
            str(name): plain(member)
            for name, member in value.items()
            if not isinstance(member, Blank)
        }
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [plain(item) for item in value]
    return value


def as_read(value: Any) -> Any:  # noqa: ANN401 - any value
    """Return a plain value as the reader will hand it over: texts, lists, mappings and `NULL`."""
    if isinstance(value, Mapping):
        return {name: as_read(member) for name, member in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [as_read(item) for item in value]
    if value is None or value is NULL:
        return NULL
    return str(value) if isinstance(value, str) else scalar(value)


def as_written(node: Node) -> Any:  # noqa: ANN401 - any value
    """Return what a node says, for writing it elsewhere; aliases and merge keys are followed."""
    node = node.target or node
    if node.is_list:
        return [as_written(item) for item in node.items]
    if not node.is_mapping:
        bare = node.plain and not node.style
        return NULL if is_null(node) else Bare(node.text) if bare else node.text
    own = {key.text: as_written(value) for key, value in node.pairs if not is_merge(key)}
    for source in sources(node):
        own = {**as_written(source), **own}
    return own


def is_null(node: Node) -> bool:
    """Whether a node says null, or nothing at all."""
    return node.plain and not node.style and node.text in NULLS


def is_merge(key: Node) -> bool:
    """Whether a key brings the fields of another mapping."""
    return key.text == "<<" and key.plain


def sources(node: Node) -> list[Node]:
    """Return the mappings that a mapping's merge keys bring, the weakest first."""
    found: list[Node] = []
    for key, value in node.pairs:
        if is_merge(key):
            brought = value.target or value
            found += brought.items if brought.is_list else [brought]
    return [source.target or source for source in reversed(found)]
