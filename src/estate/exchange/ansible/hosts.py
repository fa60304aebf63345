"""Hosts of an inventory, gathered from every group that names them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from estate.exchange.bounds import MOST_HOSTS
from estate.exchange.table.unreadable import unreadable

__all__ = ["Host", "Hosts", "spread"]

_RANGE: Final = re.compile(r"\[([0-9]+|[a-z]|[A-Z]):([0-9]+|[a-z]|[A-Z])(?::([0-9]+))?\]")


@dataclass(slots=True)
class Host:
    """A host: what it is called, the groups that it is in, and its own variables.

    `path` tells hosts of one name apart where the file nests them.
    """

    name: str
    path: tuple[str, ...] = ()
    groups: list[str] = field(default_factory=list)
    values: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Hosts:
    """The hosts of one file by what tells them apart, and what of groups was not kept."""

    file: str
    found: dict[tuple[str, ...], Host] = field(default_factory=dict)
    parents: dict[str, list[str]] = field(default_factory=dict)
    variables: dict[str, int] = field(default_factory=dict)

    def host(self, name: str, group: str, path: tuple[str, ...] = ()) -> Host:
        """Return a host, new or known, and note its group. Raises ExchangeError if too many."""
        host = self.found.setdefault((*path, name), Host(name, path))
        if len(self.found) > MOST_HOSTS:
            raise unreadable(self.file, "too many hosts", expected=f"at most {MOST_HOSTS:,}")
        if group not in {"", "all", "ungrouped", *host.groups}:
            host.groups.append(group)
        return host

    def groups_of(self, host: Host) -> list[str]:
        """Return the groups of a host, those that hold its groups included."""
        seen, waiting = dict.fromkeys(host.groups), list(host.groups)
        while waiting:
            for parent in self.parents.get(waiting.pop(), ()):
                if parent not in seen and parent != "all":
                    seen[parent] = None
                    waiting.append(parent)
        return list(seen)


def spread(pattern: str) -> Iterator[str]:
    """Yield the names that a pattern such as `web[01:20]` or `db-[a:f]` stands for."""
    found = _RANGE.search(pattern)
    if found is None:
        yield pattern
        return
    head, tail = pattern[: found.start()], pattern[found.end() :]
    for part in _between(found[1], found[2], int(found[3] or 1)):
        yield from (f"{head}{part}{rest}" for rest in spread(tail))


def _between(first: str, last: str, step: int) -> Iterator[str]:
    step = max(step, 1)
    if first.isdigit() and last.isdigit():
        width = len(first) if first.startswith("0") else 0
        yield from (str(n).zfill(width) for n in range(int(first), int(last) + 1, step))
    elif first.isalpha() and last.isalpha():
        yield from (chr(code) for code in range(ord(first), ord(last) + 1, step))
