"""Other ids for records, in every place of a file that names one; every other byte stays."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from estate.edit.canonical.remarks import content_of
from estate.edit.draft import sources
from estate.edit.node import Node, Path
from estate.edit.sheet import Patch, Sheet, sheet_of
from estate.model.estate import SECTIONS
from estate.read.mentions import mentions, mentions_in_defaults

__all__ = ["rename", "renamed_values"]

_DEFAULTS: Final = "defaults"
_QUOTES: Final = ("'", '"')
_PINNED: Final = ("facts", "subjects")
_WORD: Final = re.compile(r"[a-z0-9]+(?:[-._/][a-z0-9]+)*")
"""Whatever may be an id; escapes in quotes may hide one."""

Names = Mapping[str, str]


def rename(text: str, names: Names, *, name: str) -> str:
    """Return the text of an inventory file, or of an estate.yaml, under other ids.

    `names` gives the new id of each old one. Records' keys change, and what names them: relations,
    references, changes, covers and the pinned facts of exceptions, defaults. Comments and texts
    stay. `name` is the file's, as errors tell it. Raises EditError if the file has errors, or says
    an id and something else by one alias.
    """
    if "\\" not in text and names.keys().isdisjoint(_WORD.findall(text)):
        return text
    sheet = sheet_of(text, name)
    values = sheet.document.values
    wanted = renamed_values(values, names)
    patches = list(_Renaming(sheet, names).patches())
    if not patches:
        return text
    return sheet.settled(_changed_at(values, wanted), wanted, [patches])


def renamed_values(values: Mapping[str, Any], names: Names) -> dict[str, Any]:
    """Return what a file says, raw, under other ids."""
    found: dict[str, Any] = {}
    for section, records in values.items():
        if section == _DEFAULTS and isinstance(records, dict):
            found[section] = _renamed(records, _named_by(None, records), names)
        elif section in SECTIONS and isinstance(records, dict):
            found[section] = {
                names.get(key, key): _renamed(record, _named_by(section, record), names)
                for key, record in records.items()
            }
        else:
            found[section] = records
    return found


def _changed_at(values: Mapping[str, Any], wanted: Mapping[str, Any]) -> Path:
    """Return where the first difference is, for the error that it cannot be made."""
    for section, records in values.items():
        after = wanted.get(section)
        if records is after or not isinstance(records, dict) or not isinstance(after, dict):
            continue
        for (key, record), changed in zip(records.items(), after.values(), strict=True):
            if record is not changed or key not in after:
                return (section, key)
    return ()


class _Place:
    """One place in a record where an id is named: its path, what it says, what it will say."""

    __slots__ = ("is_key", "new", "path")

    def __init__(self, path: Path, new: str, *, is_key: bool) -> None:
        self.path, self.new, self.is_key = path, new, is_key


def _named_by(section: str | None, record: Any) -> Iterator[tuple[Path, str, bool]]:  # noqa: ANN401 - raw
    """Yield every place where a record, or the defaults, name an id: path, text, whether a key."""
    if not isinstance(record, dict):
        return
    found = mentions_in_defaults(record) if section is None else mentions(section, record)
    yield from {(each.path, each.target, each.is_key): None for each in found}
    if section == "exceptions":
        for subject in _subjects(record):
            yield (*_PINNED, subject), subject, True


def _subjects(record: Mapping[str, Any]) -> Iterable[str]:
    facts = record.get(_PINNED[0])
    subjects = facts.get(_PINNED[1]) if isinstance(facts, dict) else None
    return subjects if isinstance(subjects, dict) else ()


def _places(
    found: Iterable[tuple[Path, str, bool]], record: Mapping[str, Any], names: Names
) -> Iterator[_Place]:
    for path, said, is_key in found:
        new = _new(path, said, record, names)
        if new != said:
            yield _Place(path, new, is_key=is_key)


def _new(path: Path, said: str, record: Mapping[str, Any], names: Names) -> str:
    """Return what a place says under other ids: pinned subjects and duplications hold ids."""
    if path[:2] == _PINNED:
        return _subject(said, record.get("covers"), names)
    if path[:1] == ("covers",):
        return _keyed(said, names)
    return names.get(said, said)


def _keyed(said: str, names: Names) -> str:
    """Rename an id, or the one that a duplication matched at: `service:council-tax`."""
    level, colon, key = said.partition(":")
    return f"{level}:{names.get(key, key)}" if colon else names.get(said, said)


def _subject(said: str, covers: Any, names: Names) -> str:  # noqa: ANN401 - raw
    """Rename the subject that facts are pinned for: its id, and the targets of a dependency.

    A version may look like an id; so other words change only where covers name several ids.
    """
    first, *rest = said.split(" ")
    first = _keyed(first, names)
    if isinstance(covers, list) and any(
        isinstance(cover, dict) and cover.keys() & {"targets", "members"} for cover in covers
    ):
        rest = [",".join(names.get(key, key) for key in word.split(",")) for word in rest]
    return " ".join([first, *rest])


def _renamed(
    record: Any,  # noqa: ANN401 - raw
    found: Iterable[tuple[Path, str, bool]],
    names: Names,
) -> Any:  # noqa: ANN401 - raw
    """Return a record with other ids; what does not change is shared with the one before."""
    for place in list(_places(found, record, names)) if isinstance(record, dict) else ():
        record = _with(record, place.path, place.new, is_key=place.is_key)
    return record


def _with(value: Any, path: Path, new: str, *, is_key: bool) -> Any:  # noqa: ANN401 - raw
    step, rest = path[0], path[1:]
    if isinstance(value, list):
        inner = new if not rest else _with(value[int(step)], rest, new, is_key=is_key)
        return [inner if at == step else item for at, item in enumerate(value)]
    if not rest and is_key:
        return {new if key == step else key: member for key, member in value.items()}
    inner = new if not rest else _with(value[step], rest, new, is_key=is_key)
    return {key: inner if key == step else member for key, member in value.items()}


class _Renaming:
    """Finds what has to change in one file."""

    def __init__(self, sheet: Sheet, names: Names) -> None:
        self._sheet = sheet
        self._names = names
        self._found: dict[int, Patch] = {}
        self._aliases: list[tuple[Node, str]] = []

    def patches(self) -> Iterable[Patch]:
        """Return every change, each place once."""
        root = self._sheet.root
        for key, value in _pairs(root):
            records = value.target or value
            if key.text == _DEFAULTS:
                self._record(None, records, self._sheet.document.values[_DEFAULTS])
            elif key.text in SECTIONS:
                self._section(key.text, records)
        for alias, new in self._aliases:
            target = alias.target or alias
            patch = self._found.get(content_of(self._sheet.text, target))
            if patch is None or patch.text.strip("'\"") != new:
                self._found[alias.start] = Patch(alias.start, alias.end, new)
        return self._found.values()

    def _section(self, section: str, node: Node) -> None:
        values = self._sheet.document.values[section]
        for key, value in _pairs(node):
            if (new := self._names.get(key.text)) is not None and key.text in values:
                self._put(key, new)
            self._record(section, value.target or value, values.get(key.text))

    def _record(self, section: str | None, node: Node, record: Any) -> None:  # noqa: ANN401 - raw
        if not isinstance(record, dict):
            return
        for place in _places(_named_by(section, record), record, self._names):
            found = _at(node, place.path, is_key=place.is_key)
            if found is not None:
                self._put(found, place.new)

    def _put(self, node: Node, new: str) -> None:
        if node.target is not None:
            self._aliases.append((node, new))
            return
        text, start = self._sheet.text, content_of(self._sheet.text, node)
        quote = text[start] if text[start : start + 1] in _QUOTES else ""
        self._found[start] = Patch(start, node.end, f"{quote}{new}{quote}")


def _pairs(node: Node | None) -> Sequence[tuple[Node, Node]]:
    """Return the members of a mapping, those of its merge keys last."""
    if node is None:
        return ()
    brought = [pair for source in reversed(sources(node)) for pair in _pairs(source)]
    return [*node.pairs, *brought]


def _at(node: Node, path: Path, *, is_key: bool) -> Node | None:
    """Return the node at a path below one, through aliases and merge keys; or its key."""
    for at, step in enumerate(path):
        node = node.target or node
        if isinstance(step, int):
            node = node.items[step]
            continue
        pair = next((pair for pair in _pairs(node) if pair[0].text == step), None)
        if pair is None:
            return None
        if is_key and at == len(path) - 1:
            return pair[0]
        node = pair[1]
    return node
