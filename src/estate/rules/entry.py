"""A value in a rule file, with where it stands, and its reading as what it should be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from estate.errors import Location, Problem, nearest
from estate.frozen import frozen
from estate.rules.expression.mistakes import Mistake

__all__ = ["INVALID", "Entry", "RuleSource", "Step"]

INVALID = "invalid-rule"
"""The pseudo-rule under which the problems of rule files count."""

Step = str | int


class RuleSource(Protocol):
    """One file of a rule pack, read: mappings, lists, texts and None; no other scalars."""

    @property
    def name(self) -> str:
        """The name of the pack that it belongs to: `standard`, or a folder."""
        ...

    @property
    def values(self) -> Mapping[str, object]:
        """The content of the file."""
        ...

    def location(
        self, path: tuple[Step, ...], start: int | None = None, end: int | None = None
    ) -> Location:
        """Return where the value at a path stands; what is not there, the nearest thing above.

        `start` and `end` count characters within the text of the scalar at the path.
        """
        ...


@frozen
class Entry:
    """A value of a rule file. Its readings return None, and note a problem, where it is wrong."""

    source: RuleSource
    path: tuple[Step, ...]
    value: object
    problems: list[Problem]

    def note(self, message: str, expected: str = "", near: str = "") -> None:
        """Note a problem with the whole value."""
        place = self.source.location(self.path)
        self.problems.append(Problem(INVALID, message, place, expected, near))

    def note_mistakes(self, mistakes: Iterable[Mistake]) -> None:
        """Note what is wrong inside a text, at most one thing per stretch."""
        seen: dict[tuple[int, int], Mistake] = {}
        for mistake in mistakes:
            seen.setdefault((mistake.start, mistake.end), mistake)
        for (start, end), found in seen.items():
            place = self.source.location(self.path, start, end)
            problem = Problem(INVALID, found.message, place, found.expected, found.nearest)
            self.problems.append(problem)

    def child(self, step: Step, value: object) -> Entry:
        """Return a value inside this one."""
        return Entry(self.source, (*self.path, step), value, self.problems)

    def fields(self, allowed: Iterable[str] | None = None) -> dict[str, Entry]:
        """Read a mapping; what is null is left out, a key that is not allowed is a problem."""
        if not isinstance(self.value, Mapping):
            self.note("this is no mapping", "a mapping")
            return {}
        names = None if allowed is None else list(allowed)
        found = {}
        for key, value in self.value.items():
            entry = self.child(str(key), value)
            if names is not None and key not in names:
                near = nearest(str(key), names)
                entry.note(f"there is no field {key}", "one of " + ", ".join(names), near)
            elif value is not None:
                found[str(key)] = entry
        return found

    def items(self) -> list[Entry]:
        """Read a list."""
        if not isinstance(self.value, list | tuple):
            self.note("this is no list", "a list")
            return []
        return [self.child(number, value) for number, value in enumerate(self.value)]

    def several(self) -> list[Entry]:
        """Read one text, or a list of them."""
        return self.items() if isinstance(self.value, list | tuple) else [self]

    def text(self) -> str | None:
        """Read a text that says something."""
        if not isinstance(self.value, str):
            self.note("this is no text", "a text")
            return None
        if not self.value.strip():
            self.note("this text is empty", "a text")
            return None
        return self.value

    def choice(self, options: Iterable[str]) -> str | None:
        """Read one of several words."""
        words = list(options)
        if isinstance(self.value, str) and self.value in words:
            return self.value
        near = nearest(self.value, words) if isinstance(self.value, str) else ""
        self.note(f"{_shown(self.value)} is no choice here", "one of " + ", ".join(words), near)
        return None

    def flag(self) -> bool:
        """Read `true` or `false`."""
        return self.choice(("true", "false")) == "true"


def _shown(value: object) -> str:
    return repr(value) if isinstance(value, str) else "this"
