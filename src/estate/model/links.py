"""One item of a relation: whom a record needs, how strongly, and when."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, WithJsonSchema, WrapValidator, model_validator
from pydantic_core.core_schema import ValidatorFunctionWrapHandler

from estate.model.record import record
from estate.model.scalars import ALWAYS, NEVER
from estate.model.types import DoneDay, LastDay, Number, Quantity, Texts, none_is_empty, wrong

Strength = Literal["hard", "soft"]
Style = Literal["api", "file", "database", "rpa", "manual"]


@record
class Link:
    """One item of a relation.

    Either `to` names the target, or `any_of` names the members of a redundancy group of which
    `at_least` must be up. Outside `begins` and `until` (inclusive) it does not hold.
    """

    to: str | None = None
    any_of: Texts | None = None
    at_least: Number = 1
    strength: Strength = "hard"
    begins: Annotated[DoneDay, Field(alias="from")] = ALWAYS
    until: LastDay = NEVER
    purpose: str | None = None
    style: Style | None = None
    quantity: Quantity | None = None

    @model_validator(mode="after")
    def _one_target(self) -> Self:
        if (self.to is None) == (self.any_of is None):
            raise wrong("either 'to' or 'any_of'")
        if self.any_of is not None and not self.any_of:
            raise wrong("at least one member in 'any_of'")
        if self.at_least not in range(1, len(self.targets) + 1):
            raise wrong(f"'at_least' to be a whole number from 1 to {len(self.targets)}")
        return self

    @property
    def targets(self) -> tuple[str, ...]:
        """The ids it names, one unless it is a redundancy group."""
        return self.any_of if self.any_of is not None else (self.to or "",)


@cache
def _plain(target: str) -> Link:
    return Link(to=target)


def _item(value: object, handler: ValidatorFunctionWrapHandler) -> Any:  # noqa: ANN401 - pydantic's
    return _plain(value) if type(value) is str else handler(value)


def _single(value: object) -> object:
    return (value,) if type(value) is str else none_is_empty(value)


_LINK_SCHEMA = {
    "anyOf": [
        {"type": "string"},
        {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                "to": {"type": "string"},
                "any_of": {"type": "array", "items": {"type": "string"}, "minItems": 1},
                "at_least": {"type": "integer", "minimum": 1},
                "strength": {"enum": ["hard", "soft"]},
                "from": {"type": "string", "format": "date"},
                "until": {"type": "string", "format": "date"},
                "purpose": {"type": "string"},
                "style": {"enum": ["api", "file", "database", "rpa", "manual"]},
                "quantity": {"type": "number", "minimum": 0},
            },
            "oneOf": [{"required": ["to"]}, {"required": ["any_of"]}],
        },
    ]
}

LinkItem = Annotated[Link, WrapValidator(_item), WithJsonSchema(_LINK_SCHEMA)]
Links = Annotated[tuple[LinkItem, ...], BeforeValidator(none_is_empty)]
"""A relation: a list of ids or mappings; null or [] say known to be none."""
SingleLink = Annotated[
    tuple[LinkItem, ...], BeforeValidator(_single), WithJsonSchema({"type": ["string", "null"]})
]
"""A relation written as one id."""
