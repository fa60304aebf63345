"""One item of a relation: whom a record needs, how strongly, and when."""

from collections.abc import Callable
from functools import cache
from typing import Annotated, Any, ClassVar, Literal, Self

from estate.model.fields import Around, Before, Described, Written
from estate.model.record import Record, record
from estate.model.scalars import ALWAYS, NEVER
from estate.model.types import (
    ID_SCHEMA,
    DoneDay,
    LastDay,
    Listed,
    Name,
    Number,
    Quantity,
    none_is_empty,
    unfit,
    wrong,
)

Strength = Literal["hard", "soft"]
Style = Literal["api", "file", "database", "rpa", "manual"]


@record
class Link(Record):
    """One item of a relation.

    Either `to` names the target, or `any_of` names the members of a redundancy group of which
    `at_least` must be up. Outside `begins` and `until` (inclusive) it does not hold.
    """

    short_schema: ClassVar = {**ID_SCHEMA, "minLength": 1}
    more_schema: ClassVar = {"oneOf": [{"required": ["to"]}, {"required": ["any_of"]}]}

    to: Name | None = None
    any_of: Listed | None = None
    at_least: Number = 1
    strength: Strength = "hard"
    begins: Annotated[DoneDay, Written("from")] = ALWAYS
    until: LastDay = NEVER
    purpose: str | None = None
    style: Style | None = None
    quantity: Quantity | None = None

    def check(self) -> Self:
        """Refuse both, neither, and groups that cannot be up."""
        if self.to is None and self.any_of is None:
            raise unfit("has neither 'to' nor 'any_of'", "one of them")
        if self.to is not None and self.any_of is not None:
            raise unfit("has both 'to' and 'any_of'", "one of them")
        if self.any_of is not None and not self.any_of:
            raise unfit("has an empty 'any_of'", "at least one id in it")
        if self.at_least not in range(1, len(self.targets) + 1):
            found = f"asks for at least {self.at_least} of {len(self.targets)}"
            raise unfit(found, f"a whole number from 1 to {len(self.targets)}")
        return self

    @property
    def targets(self) -> tuple[str, ...]:
        """The ids it names, one unless it is a redundancy group."""
        return self.any_of if self.any_of is not None else (self.to or "",)


@cache
def _plain(target: str) -> Link:
    return Link(to=target)


def _item(value: object, read: Callable[[Any], Any]) -> Any:  # noqa: ANN401 - a link, or an error
    if type(value) is str:
        return _plain(value)
    if isinstance(value, dict | Link):
        return read(value)
    raise wrong("an id, or a mapping with 'to' or 'any_of'")


def _single(value: object) -> object:
    if type(value) is list:
        raise wrong("the id of one supplier; several stand in 'supplied_by'")
    return (value,) if type(value) is str else none_is_empty(value)


LinkItem = Annotated[Link, Around(_item)]
Links = Annotated[tuple[LinkItem, ...], Before(none_is_empty)]
"""A relation: a list of ids or mappings; null or [] say known to be none."""
SingleLink = Annotated[
    tuple[LinkItem, ...],
    Before(_single),
    Described({"type": ["string", "number", "boolean", "null"], "minLength": 1}),
]
"""A relation written as one id."""
