"""One field of a record set, replaced or taken out; every other byte stays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from estate.edit import block, flow
from estate.edit.draft import as_read, as_written, is_null, plain, sources
from estate.edit.node import Node, Path
from estate.edit.sheet import Patch, Sheet, same, sheet_of
from estate.errors import EditError
from estate.frozen import frozen

_RECORD: Final = 2


def set_field(text: str, path: Sequence[str | int], value: Any, *, name: str) -> str:  # noqa: ANN401
    """Return the text of an inventory file in which the value at `path` is another one.

    `path` is section, id, field and what is below it: keys, and positions in lists; the position
    behind the last item adds one. What lies between the record and the field is made where it is
    missing; what an alias or a merge key brings is written out in the record that is changed.
    A value is a text, number, date, truth, None for null, a list or a mapping. `name` is the
    file's, as errors tell it; of `.json` the text stays JSON. Setting what is set changes nothing.
    Raises EditError if the file has errors, the record is not in it, or the change would touch
    anything else.
    """
    return set_in(sheet_of(text, name), tuple(path), value) or text


def set_in(sheet: Sheet, way: Path, value: Any) -> str:  # noqa: ANN401 - any value
    """Return the text of an opened file with another value, "" where nothing changes."""
    _, known = _value_at(sheet, way[:_RECORD])
    if len(way) > _RECORD and not known:
        raise _unknown(sheet, way[:_RECORD])
    there, known = _value_at(sheet, way)
    wanted = as_read(plain(value))
    if known and same(there, wanted):
        return ""
    change = _Change.toward(sheet, way, value)
    return sheet.settled(way, changed(sheet.document.values, way, wanted), change.candidates())


def remove_field(text: str, path: Sequence[str | int], *, name: str) -> str:
    """Return the text of an inventory file without the field, item or record at `path`.

    Its comments beside it go with it, those above it stay. Raises EditError as `set_field`, and if
    nothing stands at `path`, or only by a merge key.
    """
    return remove_in(sheet_of(text, name), tuple(path))


def remove_in(sheet: Sheet, way: Path) -> str:
    """Return the text of an opened file without a field. Raises EditError as `remove_field`."""
    _, known = _value_at(sheet, way)
    if not known:
        raise _unknown(sheet, way)
    change = _Change.toward(sheet, way, None)
    if change.path != way or change.node.child(way[-1]) is None:
        name = ".".join(map(str, way))
        found = f"{name} is brought by an alias or a merge key"
        raise sheet.refusal(f"{name} cannot be removed", found, change.node, "a value of its own")
    return sheet.settled(way, without(sheet.document.values, way), change.removals())


def _unknown(sheet: Sheet, path: Path) -> EditError:
    name = ".".join(map(str, path))
    return sheet.refusal(f"{sheet.document.name} has no {name}", f"there is no {name}", sheet.root)


def _value_at(sheet: Sheet, path: Path) -> tuple[Any, bool]:
    """Return what the file says at a path, and whether it says anything there."""
    value: Any = sheet.document.values
    for step in path:
        if isinstance(step, int):
            if not isinstance(value, list) or step >= len(value):
                return None, False
        elif not isinstance(value, dict) or step not in value:
            return None, False
        value = value[step]
    return value, True


def changed(value: Any, path: Path, new: Any) -> Any:  # noqa: ANN401 - any values
    """Return a value with another one at `path`; what lies between is made where it is missing."""
    if not path:
        return new
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        items = list(value) if isinstance(value, list) else []
        old = items[step] if step < len(items) else None
        return [*items[:step], changed(old, rest, new), *items[step + 1 :]]
    fields = value if isinstance(value, dict) else {}
    return {**fields, step: changed(fields.get(step), rest, new)}


def without(value: Any, path: Path) -> Any:  # noqa: ANN401 - any values
    """Return a value without what stands at `path`."""
    step, rest = path[0], path[1:]
    if rest:
        return changed(value, (step,), without(value[step], rest))
    if isinstance(value, list):
        return [item for position, item in enumerate(value) if position != step]
    return {name: member for name, member in value.items() if name != step}


@frozen
class _Change:
    """A value to be written at `path`, whose last step names a member of `node`."""

    sheet: Sheet
    node: Node
    path: Path
    value: Any

    @classmethod
    def toward(cls, sheet: Sheet, path: Path, value: Any) -> _Change:  # noqa: ANN401 - any value
        """Go down as far as the record itself is written. Raises EditError where that is barred."""
        node = sheet.root
        if node is None:
            raise _unknown(sheet, path)
        for length, step in enumerate(path, 1):
            _admit(sheet, node, path[: length - 1], step)
            below, rest = node.child(step), path[length:]
            if rest and (below is None or (below.target and length > _RECORD) or is_null(below)):
                old = below or (isinstance(step, str) and _merged(node, step)) or None
                base = as_written(old) if old else None
                return cls(sheet, node, path[:length], changed(base, rest, value))
            if not rest or below is None:
                break
            node = below
        return cls(sheet, node, path, value)

    def candidates(self) -> Iterator[list[Patch]]:
        """Yield the ways to write it, the best first."""
        quoted = replace(self.sheet, style=replace(self.sheet.style, literal=False))
        for sheet in (self.sheet, quoted):
            yield from self._ways(sheet)

    def _ways(self, sheet: Sheet) -> Iterator[list[Patch]]:
        node, step = self.node, self.path[-1]
        old = node.child(step)
        key = next((key for key, value in node.pairs if value is old), None)
        if old is None and node.flow:
            yield flow.insert(sheet, node, step, self.value)
        elif old is None:
            siblings = node.items and all(item.is_block for item in node.items)
            lines = block.written(sheet, node, step, self.value, int(bool(siblings)))
            yield block.append(sheet, node, lines)
            yield block.prepend(sheet, node, lines) if node.is_mapping else []
        elif node.flow:
            yield flow.replace(sheet, key, old, self.value)
        elif key is not None:
            yield block.replace_field(sheet, key, old, self.value)
        else:
            yield block.replace_item(sheet, node, len(_before(node, old)), self.value)

    def removals(self) -> Iterator[list[Patch]]:
        """Yield the ways to take it out."""
        node, members = self.node, self.node.members
        old = node.child(self.path[-1])
        position = next(n for n, (_, last) in enumerate(members) if last is old)
        if node.flow:
            yield flow.remove(self.sheet, node, position)
        elif len(members) > 1:
            yield block.remove(self.sheet, node, position)
            # Blank lines would become part of a text above that takes in all that follow it.
            yield block.remove(self.sheet, node, position, blank=True)
        else:
            emptied: Any = [] if node.is_list else {}
            if len(self.path) > 1:
                above = _Change.toward(self.sheet, self.path[:-1], emptied)
                yield from above.candidates()
            else:
                yield [Patch(node.start, node.end, self.sheet.style.line(emptied))]


def _before(node: Node, item: Node) -> list[Node]:
    return node.items[: next(n for n, one in enumerate(node.items) if one is item)]


def _merged(node: Node, step: str) -> Node | None:
    """Return what the merge keys of a mapping bring under a key."""
    found = None
    for source in sources(node):
        found = source.child(step) or _merged(source, step) or found
    return found


def _admit(sheet: Sheet, node: Node, path: Path, step: str | int) -> None:
    """Raise EditError if a node has no members of the kind that is asked for, or not of its own."""
    name = ".".join(map(str, path)) or "the file"
    message = f"{sheet.document.name}: {name} cannot be given {str(step)!r}"
    if node.target is not None:
        own = ".".join(map(str, node.target.path))
        found = f"{name} is an alias of {own}"
        raise sheet.refusal(message, found, node, "the fields themselves in place of the alias")
    if isinstance(step, int) and not (node.is_list and 0 <= step <= len(node.items)):
        raise sheet.refusal(message, f"{name} has no item {step}", node, "a list that goes as far")
    if isinstance(step, str) and not node.is_mapping:
        raise sheet.refusal(message, f"{name} is no mapping", node, "a mapping of fields")
