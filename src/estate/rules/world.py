"""What judging asks of an estate whose facts are derived."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from estate.facts.dictionary import Dictionary
from estate.findings import Place, Subject

__all__ = ["World"]


class World(Protocol):
    """An estate on one day, as rules see it.

    `scope` gives every fact of the owner `estate` by name (`today`, `policy`, …), whatever the
    subject. A record is an object with attributes; whatever has derived facts has an `id`, unique
    among its kind.
    """

    @property
    def dictionary(self) -> Dictionary:
        """The facts that there are."""
        ...

    @property
    def scope(self) -> Mapping[str, object]:
        """What is known everywhere, by name."""
        ...

    def subjects(self, kind: str) -> Sequence[Any]:
        """Return every record of a kind, in a stable order."""
        ...

    def column(self, name: str) -> Mapping[str, Any]:
        """Return a derived fact (`asset.state`) by record id, for every record that has it."""
        ...

    def describe(self, kind: str, subject: Any) -> tuple[Subject, Place]:  # noqa: ANN401 - records of every kind
        """Return a record's identity and the place where it stands.

        The place of an installation, a dependency or an entry of a list is its list item.
        """
        ...
