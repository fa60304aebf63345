"""The nodes of a document: what stands where, in which style, under which anchor."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

Path = tuple[str | int, ...]
"""The way from the root of a document: keys, and positions in lists."""

_NODES: Final = (AliasEvent, MappingStartEvent, ScalarEvent, SequenceStartEvent)
_BLOCKS: Final = ("|", ">")


@dataclass(slots=True)
class Node:
    """A value as it is written.

    `start` and `end` are indices of characters: from its anchor or tag, if it has one, to behind
    its last sign. `style` is `|`, `>`, `'`, `"` or nothing, `pairs` are the members of a mapping,
    `items` those of a list. `target` is what an alias stands for.
    """

    path: Path
    start: int
    end: int
    style: str = ""
    text: str = ""
    flow: bool = False
    kind: type = ScalarEvent
    plain: bool = False
    anchor: str = ""
    target: Node | None = None
    pairs: list[tuple[Node, Node]] = field(default_factory=list)
    items: list[Node] = field(default_factory=list)

    @property
    def is_mapping(self) -> bool:
        """Whether it has fields."""
        return self.kind is MappingStartEvent

    @property
    def is_list(self) -> bool:
        """Whether it has items."""
        return self.kind is SequenceStartEvent

    @property
    def is_block(self) -> bool:
        """Whether it is a mapping or a list on lines of its own, without brackets."""
        return self.kind is not ScalarEvent and self.target is None and not self.flow

    @property
    def is_literal(self) -> bool:
        """Whether it is a text on the lines below `|` or `>`."""
        return self.style in _BLOCKS

    @property
    def members(self) -> list[tuple[Node, Node]]:
        """The first and the last node of each member."""
        return self.pairs or [(item, item) for item in self.items]

    def child(self, step: str | int) -> Node | None:
        """Return the member that stands under a key or at a position, None if there is none."""
        if isinstance(step, int):
            return self.items[step] if step < len(self.items) else None
        return next((value for key, value in self.pairs if key.text == step), None)

    def under(self) -> Iterator[Node]:
        """Yield this node and every one below it."""
        yield self
        for key, value in self.pairs:
            yield key
            yield from value.under()
        for item in self.items:
            yield from item.under()


def root_of(text: str, get_event: Callable[[], Any], index: Callable[[Any], int]) -> Node | None:
    """Return the node of a document, None if it has none.

    `index` gives the index in `text` for a mark of the parser. What cannot be read is for the
    reader to tell, before.
    """
    event = get_event()
    while event.__class__ not in _NODES:
        if event.__class__ is StreamEndEvent:
            return None
        event = get_event()
    return _Builder(text, get_event, index).node(event, ())


@dataclass(slots=True)
class _Builder:
    text: str
    get: Callable[[], Any]
    index: Callable[[Any], int]
    anchors: dict[str, Node] = field(default_factory=dict)

    def node(self, event: Any, path: Path) -> Node:  # noqa: ANN401 - PyYAML's events are untyped
        node = Node(path, self.index(event.start_mark), self.index(event.end_mark))
        node.kind, node.anchor = event.__class__, event.anchor or ""
        if node.kind is AliasEvent:
            node.target, node.anchor = self.anchors[event.anchor], ""
        elif node.kind is ScalarEvent:
            node.text, node.plain = event.value, event.implicit[0]
            node.style = event.style or ""
            node.end = self._literal_end(node) if node.is_literal else node.end
        else:
            self._fill(node, bool(event.flow_style))
        if node.anchor:
            self.anchors[node.anchor] = node
        return node

    def _fill(self, node: Node, flow: bool) -> None:  # noqa: FBT001 - what the event says
        node.flow = flow
        ends = MappingEndEvent if node.is_mapping else SequenceEndEvent
        while (event := self.get()).__class__ is not ends:
            if node.is_list:
                node.items.append(self.node(event, (*node.path, len(node.items))))
                continue
            key = self.node(event, node.path)
            node.pairs.append((key, self.node(self.get(), (*node.path, key.text))))
        node.end = self.index(event.end_mark) if flow else node.members[-1][1].end

    def _literal_end(self, node: Node) -> int:
        """Return where the last line of a block scalar ends; of one that keeps all, with breaks."""
        written = self.text[node.start : node.end]
        header = written.splitlines()[0].split("#")[0]
        if "+" in header:
            return node.end - (written.endswith("\n") + written.endswith("\r\n"))
        return node.start + len(written.rstrip())
