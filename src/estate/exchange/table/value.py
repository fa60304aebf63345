"""How a mapping says what a value is: where it comes from, and the steps it goes through."""

from __future__ import annotations

import re
from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from estate.exchange.table.dates import date_format
from estate.exchange.table.pattern import compiled

__all__ = [
    "PLACEHOLDER",
    "Part",
    "Pattern",
    "Step",
    "Text",
    "Texts",
    "Value",
    "Word",
    "placeholders",
]

PLACEHOLDER: Final = re.compile(r"\{([^{}]+)\}")
Word = Annotated[str, Field(min_length=1)]
Pattern = Annotated[str, AfterValidator(lambda text: compiled(text) and text)]
DateText = Annotated[str, AfterValidator(lambda text: date_format(text).text)]


def _text(value: object) -> object:
    """Take a plain number or truth for the text that a cell would hold."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int) else value


def _many(value: object) -> object:
    return value if isinstance(value, list) else [value]


def _otherwise(value: object) -> object:
    if value in ("keep", "empty") or (isinstance(value, dict) and [*value] == ["constant"]):
        return value
    raise ValueError("otherwise is keep, empty or {constant: …}")


Text = Annotated[str, BeforeValidator(_text)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(_many)]


class Part(BaseModel):
    """A piece of a mapping: frozen, and any key it does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=False)

    def given(self, *names: str) -> list[str]:
        """Return which of these keys the mapping's author wrote."""
        return [name for name in names if name in self.model_fields_set]

    def one_of(self, names: tuple[str, ...], what: str) -> None:
        """Raise ValueError unless exactly one of these keys was written."""
        given = self.given(*names)
        if len(given) != 1:
            found = " and ".join(name.rstrip("_") for name in given) or "none"
            choice = ", ".join(name.rstrip("_") for name in names)
            raise ValueError(f"{what} has exactly one of {choice}; found {found}")


_STEPS: Final = (
    "lower",
    "slug",
    "number",
    "money",
    "boolean",
    "strip",
    "drop_words",
    "extract",
    "split",
    "map",
    "lookup",
    "date",
    "relation",
    "labelled",
)
_WORDS: Final = frozenset(_STEPS[:5])
_MAY_MISS: Final = frozenset(("extract", "map", "lookup", "date", "number", "money", "boolean"))


class Step(Part):
    """One step of a value: exactly one of the verbs, with what belongs to it."""

    lower: Literal[True] | None = None
    slug: Literal[True] | None = None
    number: Literal[True] | None = None
    money: Literal[True] | None = None
    boolean: Literal[True] | None = None
    strip: Word | None = None
    drop_words: Texts | None = None
    extract: Pattern | None = None
    split: Annotated[tuple[Word, ...], BeforeValidator(_many)] | None = None
    map: dict[str, Any] | None = None
    lookup: Word | None = None
    take: Word | None = None
    made: Word | None = None
    date: Annotated[tuple[DateText, ...], BeforeValidator(_many)] | None = None
    day: Literal["first", "last"] | None = None
    relation: dict[str, Any] | None = None
    labelled: Word | None = None
    otherwise: Annotated[Any, AfterValidator(_otherwise)] = None

    @model_validator(mode="before")
    @classmethod
    def _word(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        if value not in _WORDS:
            words = ", ".join(sorted(_WORDS))
            raise ValueError(f"{value!r} is no step that stands alone: {words}")
        return {value: True}

    @model_validator(mode="after")
    def _coherent(self) -> Step:
        self.one_of(_STEPS, "a step")
        if self.lookup:
            self.one_of(("take", "made"), "a lookup")
        elif self.given("take", "made"):
            raise ValueError("take and made belong to a lookup")
        if self.given("otherwise") and not self.given(*_MAY_MISS):
            raise ValueError(f"otherwise belongs to a step that may not fit: {_listed(_MAY_MISS)}")
        if self.day and self.date is None:
            raise ValueError("day belongs to a date")
        if self.day is None and any(not date_format(text).has_day for text in self.date or ()):
            raise ValueError("a date without a day needs day: first or day: last")
        return self

    @property
    def verb(self) -> str:
        """Which step this is."""
        return self.given(*_STEPS)[0]


_KINDS: Final = ("column", "template", "constant", "first", "list", "record", "software", "made")


class Value(Part):
    """One value: a bare text is a column's name, or a template if it has braces.

    `then` are the steps it goes through. `merge` says what happens where a second row makes the
    same record with another value: refuse (it is listed), first or join.
    """

    column: Text | None = None
    template: Word | None = None
    constant: Any = None
    first: Annotated[tuple[Value, ...], Field(min_length=1)] | None = None
    list: Annotated[tuple[Value, ...], Field(min_length=1)] | None = None
    record: dict[Word, Value] | None = None
    software: dict[Word, Value] | None = None
    made: Word | None = None
    then: tuple[Step, ...] = ()
    merge: Literal["refuse", "first", "join"] = "refuse"

    @model_validator(mode="before")
    @classmethod
    def _bare(cls, value: object) -> object:
        text = _text(value)
        if isinstance(text, str):
            return {"template" if PLACEHOLDER.search(text) else "column": text}
        return value

    @model_validator(mode="after")
    def _coherent(self) -> Value:
        self.one_of(_KINDS, "a value")
        if self.software is not None and "product" not in self.software:
            raise ValueError("software needs a product")
        if self.given("then") and self.given("constant", "record", "software"):
            raise ValueError("then belongs to a value that comes from the row")
        if self.template is not None and not PLACEHOLDER.search(self.template):
            raise ValueError("a template names at least one column in braces; else use constant")
        return self

    @property
    def kind(self) -> str:
        """Where the value comes from."""
        return self.given(*_KINDS)[0]


def placeholders(template: str) -> list[str]:
    """Return the columns that a template names, in order."""
    return [name.strip() for name in PLACEHOLDER.findall(template)]


def _listed(words: frozenset[str]) -> str:
    return ", ".join(sorted(words))
