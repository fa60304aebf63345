"""A thing of a foreign document: what is taken out of it is used, what stays in it is lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from estate.exchange.table.cells import shown

__all__ = ["Item", "Refusal"]

_NOTHING: Final[tuple[object, ...]] = (None, "", [], {})


@dataclass(slots=True)
class Refusal:
    """A value that was taken and could not be used: its field, the value, and why."""

    column: str
    value: str
    reason: str


@dataclass(slots=True, eq=False)
class Item:
    """One thing: of which kind, in which file, which number it has there, and its fields.

    Every scalar is a text. Fields are taken out by their names; `leftovers` are those that nobody
    asked for, so that nothing is dropped in silence. `refusals` are values of the wrong shape.
    """

    kind: str
    file: str
    number: int
    values: dict[str, Any]
    refusals: list[Refusal] = field(default_factory=list)
    _inside: list[tuple[str, Item]] = field(default_factory=list)

    @property
    def place(self) -> str:
        """Where it stands, for a record's source."""
        return f"{self.file} {self.kind} {self.number}"

    def has(self, name: str) -> bool:
        """Whether a field is there and says something."""
        return self.values.get(name) not in _NOTHING

    def text(self, name: str) -> str:
        """Take a text; "" where there is none, or something else stands in its place."""
        value = self.values.pop(name, None)
        if isinstance(value, dict | list):
            if value:
                self.refuse(name, value, "a text should stand here")
            return ""
        return "" if value is None else str(value).strip()

    def raw(self, name: str) -> str:
        """Take a text as it stands, space around it included."""
        value = self.values.get(name)
        if isinstance(value, str):
            del self.values[name]
            return value
        return self.text(name)

    def texts(self, name: str) -> list[str]:
        """Take a list of texts, or the one that stands in its place."""
        value = self.values.pop(name, None)
        if value in _NOTHING:
            return []
        members = value if isinstance(value, list) else [value]
        for member in members:
            if isinstance(member, dict | list):
                self.refuse(name, member, "a text should stand here")
        plain = (str(m).strip() for m in members if m is not None and not _nested(m))
        return [text for text in plain if text]

    def inner(self, name: str) -> Item:
        """Take a mapping as a thing of its own, an empty one where there is none."""
        value = self.values.pop(name, None)
        if value not in _NOTHING and not isinstance(value, dict):
            self.refuse(name, value, "a mapping should stand here")
        return self._within(name, value if isinstance(value, dict) else {})

    def inners(self, name: str) -> list[Item]:
        """Take a list of mappings, each as a thing of its own; one alone counts as a list."""
        value = self.values.pop(name, None)
        if value in _NOTHING:
            return []
        members = value if isinstance(value, list) else [value]
        for member in members:
            if not isinstance(member, dict):
                self.refuse(name, member, "a mapping should stand here")
        return [self._within(name, member) for member in members if isinstance(member, dict)]

    def apart(self, name: str) -> list[dict[str, Any]]:
        """Take a list of mappings that are to be things, counted on their own."""
        found = self.inners(name)
        taken = [dict(item.values) for item in found]
        for item in found:
            item.values.clear()
        return taken

    def named(self, name: str) -> list[tuple[str, Item]]:
        """Take a mapping from names to mappings, each as a thing of its own."""
        value = self.values.pop(name, None)
        if value in _NOTHING:
            return []
        if not isinstance(value, dict):
            self.refuse(name, value, "a mapping should stand here")
            return []
        for key, member in value.items():
            if member not in _NOTHING and not isinstance(member, dict):
                self.refuse(f"{name}.{key}", member, "a mapping should stand here")
        return [
            (key, self._within(f"{name}.*", member if isinstance(member, dict) else {}))
            for key, member in value.items()
        ]

    def ignore(self, *names: str) -> None:
        """Pass over fields that say nothing of the thing itself."""
        for name in names:
            self.values.pop(name, None)

    def refuse(self, column: str, value: object, reason: str) -> None:
        """Note that a value could not be used."""
        self.refusals.append(Refusal(column, shown(value), reason))  # type: ignore[arg-type]

    def leftovers(self) -> Iterator[str]:
        """Yield the path of every field that nobody took, those within taken things included."""
        yield from (key for key, value in self.values.items() if value not in _NOTHING)
        for name, item in self._inside:
            yield from (f"{name}.{path}" for path in item.leftovers())

    def refused(self) -> Iterator[Refusal]:
        """Yield every refusal, those within taken things included."""
        yield from self.refusals
        for name, item in self._inside:
            for refusal in item.refused():
                column = f"{name}.{refusal.column}"
                yield Refusal(column, refusal.value, refusal.reason)

    def _within(self, name: str, values: Mapping[str, Any]) -> Item:
        item = Item(name, self.file, self.number, dict(values))
        self._inside.append((name, item))
        return item


def _nested(value: object) -> bool:
    return isinstance(value, dict | list)
