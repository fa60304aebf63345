"""The register of accepted risks as JSON, for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any, Final

from estate.findings import Acceptance, Outcome

__all__ = ["SCHEMA", "render"]

SCHEMA: Final = "estate-register/1"
"""The name and version of the format."""


def render(acceptances: Sequence[Acceptance], outcome: Outcome) -> Iterator[str]:
    """Yield the register, an exception a line, in the order given.

    Each has the fields of an `Acceptance`; days are YYYY-MM-DD, what is not known is null.
    """
    head = {"schema": SCHEMA, "estate": outcome.estate, "as_of": outcome.as_of.isoformat()}
    yield json.dumps(head, ensure_ascii=True)[:-1] + ', "exceptions": ['
    between = "\n"
    for acceptance in acceptances:
        yield between + json.dumps(_plain(acceptance, outcome), ensure_ascii=True)
        between = ",\n"
    yield "\n]}\n"


def _plain(value: Any, outcome: Outcome) -> Any:  # noqa: ANN401 - values of every type
    if isinstance(value, Acceptance):
        told = {f.name: _plain(getattr(value, f.name), outcome) for f in fields(value)}
        place = outcome.places.get(value.place)
        told["place"] = {"file": place.file, "line": place.line} if place else None
        return told
    if is_dataclass(value):
        return {f.name: _plain(getattr(value, f.name), outcome) for f in fields(value)}
    if isinstance(value, tuple):
        return [_plain(each, outcome) for each in value]
    return value.isoformat() if isinstance(value, date) else value
