"""What every record of an inventory is: a frozen value that refuses unknown fields."""

from __future__ import annotations

from typing import Any, ClassVar, TypeVar, dataclass_transform

from pydantic import ConfigDict, Field
from pydantic.dataclasses import dataclass

from estate.model.types import DoneDay, Texts

C = TypeVar("C")

_CONFIG = ConfigDict(extra="forbid", populate_by_name=True, defer_build=True)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(Field,))
def record(cls: type[C]) -> type[C]:
    """Make a class a record: frozen, slotted, keyword only, unknown fields refused.

    Slots keep a record of sixty optional fields at a quarter of a model's memory.
    """
    made: type[C] = dataclass(frozen=True, slots=True, kw_only=True, config=_CONFIG)(cls)  # type: ignore[assignment]
    return made


@record
class Entry:
    """What a record of any section has.

    `id` is the key it stands under, `kind` the singular of its section.
    """

    kind: ClassVar[str] = "entry"

    id: str
    name: str
    description: str | None = None
    verified: DoneDay | None = None
    source: str | None = None
    tags: Texts | None = None
    links: dict[str, str] | None = None
    notes: str | None = None


def record_in(annotation: Any) -> Any:  # noqa: ANN401 - an annotation, taken apart
    """Return the record type inside an annotation such as `tuple[X, ...] | None`, or None."""
    if hasattr(annotation, "__pydantic_fields__"):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        if (found := record_in(part)) is not None:
            return found
    return None
