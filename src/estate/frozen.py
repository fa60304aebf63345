"""Values of few parts: what `dataclass(slots=True)` makes, frozen or not, for less.

A dataclass has six methods compiled for it when its module is imported, which for some 150 classes
is a sixth of what a small estate takes. Here one is compiled, to make values fast, and only when
the first is made; the others are the same functions for every class.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

__all__ = ["frozen", "slotted"]

T = TypeVar("T")

_GIVEN_LATER = object()
"""Stands for an argument that was not given, where a default is made anew each time."""


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[T]) -> type[T]:
    """Make a class of frozen values with slots: compared, hashed and shown by their fields.

    Fields are written as for a dataclass, with defaults and default factories; `dataclasses.fields`
    and `replace` work; every field is an argument, in order. What the class defines itself stays.
    """
    own = frozenset(vars(cls))
    made, parts = _made(cls)
    made.__setattr__, made.__delattr__ = _setattr, _delattr
    methods = {"__repr__": _repr, **_picked(parts)}
    if "__eq__" not in own:
        methods |= _compared(made, parts)
    for name, method in methods.items():
        if name not in own:
            setattr(made, name, method)
    return made  # type: ignore[no-any-return]  # the same class, with slots


@dataclass_transform(eq_default=False, field_specifiers=(field,))
def slotted(cls: type[T]) -> type[T]:
    """Make a class with slots whose fields are its arguments and may change.

    Fields are written as for `frozen`; one with `init=False` is left to `__post_init__`. Each thing
    is equal to itself alone.
    """
    own = frozenset(vars(cls))
    made, _ = _made(cls)
    if "__repr__" not in own:
        made.__repr__ = _repr
    return made  # type: ignore[no-any-return]  # the same class, with slots


def _made(cls: type) -> tuple[Any, tuple[Field[Any], ...]]:
    """Return a class with slots that is filled by its fields, and these."""
    cls.__doc__ = cls.__doc__ or cls.__name__  # else it would be made up, at some cost
    made: Any = dataclass(slots=True, init=False, repr=False, eq=False)(cls)
    parts = fields(made)
    made.__init__ = _first(made, parts)
    return made, parts


def _values(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    """Return what gives some fields of a value."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


def _compared(made: type, parts: tuple[Field[Any], ...]) -> dict[str, Callable[..., Any]]:
    values = _values([part.name for part in parts if part.compare])

    def equal(self: object, other: object) -> bool:
        if other.__class__ is not made:
            return NotImplemented  # type: ignore[no-any-return]  # as typeshed has it
        return bool(values(self) == values(other))

    return {"__eq__": equal, "__hash__": lambda self: hash(values(self))}


def _picked(parts: tuple[Field[Any], ...]) -> dict[str, Callable[..., Any]]:
    """Return how a value is copied and pickled: by the class and all fields."""
    values = _values([part.name for part in parts])
    return {"__reduce__": lambda self: (type(self), values(self))}


def _first(made: Any, parts: tuple[Field[Any], ...]) -> Callable[..., None]:  # noqa: ANN401 - as below
    """Return the method that makes the first value, and has the one for all others compiled."""

    def first(self: object, *given: object, **named: object) -> None:
        init = _init(made, parts)
        made.__init__ = init
        init(self, *given, **named)

    return first


def _init(made: Any, parts: tuple[Field[Any], ...]) -> Callable[..., None]:  # noqa: ANN401 - a class
    """Compile the method that fills the slots: names of fields are all that goes into its text."""
    names: dict[str, Any] = {"later": _GIVEN_LATER}
    arguments, lines = [], []
    for number, part in enumerate(part for part in parts if part.init):
        names[f"set{number}"] = getattr(made, part.name).__set__
        taken = part.name
        if part.default_factory is not MISSING:
            names[f"make{number}"], names[f"default{number}"] = part.default_factory, _GIVEN_LATER
            taken = f"make{number}() if {part.name} is later else {part.name}"
        elif part.default is not MISSING:
            names[f"default{number}"] = part.default
        arguments.append(part.name + (f"=default{number}" if f"default{number}" in names else ""))
        lines.append(f" set{number}(self, {taken})\n")
    if hasattr(made, "__post_init__"):
        lines.append(" self.__post_init__()\n")
    text = f"def __init__({', '.join(['self', *arguments])}):\n{''.join(lines) or ' pass'}"
    exec(text, names)  # noqa: S102 - our own code
    init: Callable[..., None] = names["__init__"]
    return init


def _setattr(_self: object, name: str, _value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _delattr(_self: object, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _repr(self: Any) -> str:  # noqa: ANN401 - any value
    parts = (f"{part.name}={getattr(self, part.name)!r}" for part in fields(self) if part.repr)
    return f"{type(self).__qualname__}({', '.join(parts)})"
