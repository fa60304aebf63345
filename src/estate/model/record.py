"""What every record of an inventory is: a frozen value that refuses unknown fields.

The modules of records do without postponed annotations: theirs are read at every start, and
reading a text is dearer than a type.
"""

from collections.abc import Callable
from dataclasses import FrozenInstanceError, dataclass, field
from typing import Any, ClassVar, NoReturn, TypeVar, dataclass_transform

from pydantic_core import ArgsKwargs, CoreSchema

from estate.model.fields import Field, fields_of
from estate.model.types import DoneDay, Name, Texts
from estate.model.validation import schema_of, validator_of

C = TypeVar("C")


class _Fields:
    """The fields of a type of record, under the name that pydantic's classes have for them."""

    def __get__(self, instance: object, kind: type) -> dict[str, Field]:
        return dict(fields_of(kind))


class Record:
    """A frozen value, made from keywords, that reads raw values and refuses unknown fields.

    A type of record may have a `short_form`, which turns a raw value that stands for a mapping
    into it, and a `check`, which returns the record or raises what is wrong with its fields
    together. Its methods are the same for all types, since writing out a set for each, as
    dataclasses do, is paid for at every start.
    """

    __slots__ = ()
    __pydantic_fields__: ClassVar[_Fields] = _Fields()

    def __init__(self, **fields: object) -> None:
        """Read the fields, raw or typed. Raises pydantic_core.ValidationError."""
        made = ArgsKwargs((), fields)
        validator_of(type(self)).validate_python(made, self_instance=self, by_name=True)

    def __eq__(self, other: object) -> bool:
        """Be equal where type and fields are."""
        if type(other) is not type(self):
            return NotImplemented
        return bool(self._values() == other._values())

    def __hash__(self) -> int:
        """Agree with equality; a record with a mapping in it has no hash."""
        return hash(self._values())

    def __repr__(self) -> str:
        """Return the fields that say something: what equals its default is left out."""
        said = (
            f"{name}={value!r}"
            for name, known in fields_of(type(self)).items()
            if (value := getattr(self, name)) != known.default
        )
        return f"{type(self).__name__}({', '.join(said)})"

    def __setattr__(self, name: str, value: object) -> NoReturn:
        """Refuse: a record is a value."""
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> NoReturn:
        """Refuse: a record is a value."""
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[type, tuple[Any, ...]]]:
        """Let itself be copied and pickled."""
        return _restored, (type(self), self._values())

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: object) -> CoreSchema:
        """Let pydantic's own types hold records."""
        return schema_of(cls)

    def _values(self) -> tuple[Any, ...]:
        return tuple([getattr(self, name) for name in fields_of(type(self))])


def _restored(kind: type[C], values: tuple[Any, ...]) -> C:
    """Make a copied or pickled record anew; its values have been checked already."""
    made = object.__new__(kind)
    for name, value in zip(fields_of(kind), values, strict=True):
        object.__setattr__(made, name, value)
    return made


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def record(cls: type[C]) -> type[C]:
    """Make a class a type of record: slotted, so that sixty optional fields stay small."""
    return dataclass(init=False, repr=False, eq=False, slots=True, kw_only=True)(cls)


@record
class Entry(Record):
    """What a record of any section has.

    `id` is the key it stands under, `kind` the singular of its section.
    """

    kind: ClassVar[str] = "entry"

    id: str
    name: Name
    description: str | None = None
    verified: DoneDay | None = None
    source: str | None = None
    tags: Texts | None = None
    links: dict[str, str] | None = None
    notes: str | None = None


def record_in(annotation: Any) -> Any:  # noqa: ANN401 - an annotation, taken apart
    """Return the record type inside an annotation such as `tuple[X, ...] | None`, or None."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        if (found := record_in(part)) is not None:
            return found
    return None
