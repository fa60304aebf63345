"""What follows from an estate whatever the day, so that several days can share it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import copy
from typing import Any, Final, TypeVar

from estate.errors import Fault
from estate.facts.facts import Column, Facts

__all__ = ["Still", "resting_on"]

T = TypeVar("T")

_STATE: Final = "asset.state"


class _DayAskedError(Exception):
    """A fact hangs on the day."""


class Still(Facts):
    """What follows from an estate on every day on which its assets and relations stand alike.

    The states of assets and the relations that hold are those of the day on which it was made.
    Whatever asks for the day itself is not still, and is found out when it asks.
    """

    def __init__(self, facts: Facts) -> None:
        vars(self).update(vars(facts))
        self._first, self._states = vars(self).pop("today"), facts.column(_STATE)
        del self.scope
        self.graph = facts.graph
        self._columns, self._subjects, self._once = {_STATE: self._states}, {}, {}
        self._moving: set[tuple[str, str]] = set()

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - there is nothing to give
        """Refuse what is not here: the day, and what is known of it."""
        if name in {"today", "scope"}:
            raise _DayAskedError
        raise AttributeError(name)

    def holds(self, facts: Facts) -> bool:
        """Whether it is true of the same estate on another day."""
        same = facts.estate is self.estate and facts.catalogue.digest == self.catalogue.digest
        return same and facts.column(_STATE) == self._states and self.graph.holds_on(facts.today)

    def still_column(self, name: str) -> Column | None:
        """Return a derived fact that does not hang on the day, None for any other."""
        return self._tried(self.column, "column", name)

    def still_subjects(self, kind: str) -> Sequence[Any] | None:
        """Return the subjects of a kind that do not hang on the day, None for any other."""
        return self._tried(self.subjects, "subjects", kind)

    def _tried(self, work: Callable[[str], T], what: str, name: str) -> T | None:
        if (what, name) in self._moving:
            return None
        try:
            return work(name)
        except (_DayAskedError, Fault):  # a Fault shows again on the day, with its own words
            self._moving.add((what, name))
            return None


class _Resting(Facts):
    """Facts on a day that take from `still` what does not hang on it."""

    still: Still

    def column(self, name: str) -> Column:
        if name not in self._columns:
            known = self.still.still_column(name)
            if known is not None:
                self._columns[name] = known
        return super().column(name)

    def subjects(self, kind: str) -> Sequence[Any]:
        if kind not in self._subjects:
            known = self.still.still_subjects(kind)
            if known is not None:
                self._subjects[kind] = known
        return super().subjects(kind)


def resting_on(still: Still, facts: Facts) -> Facts:
    """Return the same facts, which work out nothing that is known already.

    What is still must hold of them. Its graph serves, too.
    """
    resting = copy(facts)
    resting.__class__ = _Resting
    assert isinstance(resting, _Resting)  # noqa: S101 - it has just become one
    resting.still, resting.graph = still, still.graph
    return resting
