"""What an estate decides about rules: severities, parameters, rules switched off."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field

from estate.errors import Location
from estate.frozen import frozen
from estate.rules.entry import Step

__all__ = ["Settings"]


def _somewhere(_path: tuple[Step, ...]) -> Location:
    return Location("estate.yaml", 1, 1, 1, 1)


@frozen
class Settings:
    """The keys `severity`, `parameters` and `ignore` of `estate.yaml`.

    `locate` gives the place of a value there, by its path.
    """

    severity: Mapping[str, str] = field(default_factory=dict)
    parameters: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    ignore: Sequence[str] = ()
    locate: Callable[[tuple[Step, ...]], Location] = _somewhere
