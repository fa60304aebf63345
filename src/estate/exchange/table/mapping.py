"""The mapping: which tables there are, and which records each of their rows makes."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from estate.exchange.table.encoding import ENCODINGS
from estate.exchange.table.path import steps
from estate.exchange.table.value import Part, Pattern, Text, Texts, Value, Word
from estate.model import SECTIONS

__all__ = ["Condition", "Mapping", "Output", "Table"]

_MOST_HEADINGS = 4
Path = Annotated[str, Field(min_length=1), AfterValidator(lambda text: steps(text) and text)]


def _section(text: str) -> str:
    if text not in SECTIONS:
        raise ValueError(f"no section is called {text!r}")
    return text


def _encoding(text: str) -> str:
    if text not in ENCODINGS:
        raise ValueError(f"an encoding is one of {', '.join(ENCODINGS)}")
    return text


class Condition(Part):
    """What must hold of one column: a bare text is equals, a list is in."""

    equals: Text | None = None
    in_: Annotated[Texts | None, Field(alias="in")] = None
    not_: Annotated[Texts | None, Field(alias="not")] = None
    matches: Pattern | None = None
    empty: bool | None = None

    @model_validator(mode="before")
    @classmethod
    def _bare(cls, value: object) -> object:
        if isinstance(value, list):
            return {"in": value}
        return value if isinstance(value, dict) else {"equals": value}

    @model_validator(mode="after")
    def _coherent(self) -> Condition:
        self.one_of(("equals", "in_", "not_", "matches", "empty"), "a condition")
        return self


def _many(value: object) -> object:
    return value if isinstance(value, list) else [value]


def _alternatives(value: object) -> object:
    return [value] if isinstance(value, dict) else value


Where = Annotated[tuple[dict[Word, Condition], ...], BeforeValidator(_alternatives)]
"""Conditions of which all must hold; of a list of such, one."""


class Output(Part):
    """One record, or with `each` one per member of a list, that a row makes or adds to.

    `same_id` says what a second row with the same id does: refuse (it is listed), merge into the
    record, or number (a new record with a number at the end of its id). `existing` adds to a
    record that another output makes.
    """

    name: Word | None = None
    section: Annotated[str, AfterValidator(_section)]
    where: Where = ()
    each: Value | None = None
    id: Value
    same_id: Literal["refuse", "merge", "number"] = "refuse"
    existing: bool = False
    constants: dict[Word, Any] = Field(default_factory=dict)
    fields: dict[Word, Value] = Field(default_factory=dict)
    source: bool = True

    @model_validator(mode="after")
    def _coherent(self) -> Output:
        if self.existing and self.given("same_id"):
            raise ValueError("an output that adds to existing records has no same_id: it merges")
        if both := sorted(self.constants.keys() & self.fields.keys()):
            raise ValueError(f"{both[0]} stands in constants and in fields")
        return self

    @property
    def label(self) -> str:
        """The name by which `made` refers to it: its own, else its section's."""
        return self.name or self.section

    @property
    def merges(self) -> bool:
        """Whether several rows may speak of one record."""
        return self.existing or self.same_id == "merge"


class Table(Part):
    """One input table: which files hold it, how they are read, what becomes of its rows.

    `blanks` are texts that stand for an empty cell, `optional` columns that a file may lack.
    `leave_out_rows` are patterns of the first filled cell of rows that are no records. `merged`
    says whether the value of merged cells holds in each row that they span.
    """

    file: Annotated[Texts, Field(min_length=1)]
    format: Literal["csv", "xlsx", "json", "yaml"] | None = None
    encoding: Annotated[str, AfterValidator(_encoding)] | None = None
    delimiter: Annotated[str, Field(min_length=1, max_length=1)] | None = None
    sheet: Word | None = None
    header: Annotated[tuple[Annotated[int, Field(ge=1)], ...], BeforeValidator(_many)] = ()
    records: Path | None = None
    id_column: Word | None = None
    key: Text | None = None
    columns: dict[Word, Text] = Field(default_factory=dict)
    optional: Texts = ()
    blanks: Texts = ()
    merged: Literal["fill", "leave"] = "fill"
    leave_out_rows: dict[Pattern, Word] = Field(default_factory=dict)
    leave_out: dict[Word, Word] = Field(default_factory=dict)
    derive: dict[Word, Value] = Field(default_factory=dict)
    where: Where = ()
    outputs: tuple[Output, ...] = ()

    @model_validator(mode="after")
    def _coherent(self) -> Table:
        rows = self.header
        if rows and rows != tuple(range(rows[0], rows[0] + len(rows))):
            raise ValueError("rows of headings stand one below the other: [2, 3]")
        if len(rows) > _MOST_HEADINGS:
            raise ValueError(f"at most {_MOST_HEADINGS} rows have headings")
        return self


class Mapping(Part):
    """A mapping file."""

    mapping: Literal[1]
    name: Word
    description: Word | None = None
    folder: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")] | None = None
    tables: Annotated[dict[Word, Table], Field(min_length=1)]
