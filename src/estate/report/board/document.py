"""What the board pack shows, as values: the template lays these out and adds nothing."""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias

from estate.frozen import frozen
from estate.report.register.document import Cell, Headline, Points, Prose, Timeline

__all__ = [
    "Bar",
    "Bars",
    "Block",
    "Board",
    "Course",
    "Kind",
    "Line",
    "Listing",
    "Page",
    "Pair",
    "Picture",
    "Span",
    "Spans",
    "Stack",
    "Stacks",
]


@frozen
class Listing:
    """A table that gives way where a page is full, down to `least` rows.

    `rows` are the most important of `total`; what is left out is counted as `one` or `more`, and
    `where` says where it stands. `widths` are the shares of the columns, `right` those that hold
    numbers, by position.
    """

    caption: str
    columns: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: int
    one: str
    more: str
    where: str
    right: tuple[int, ...] = ()
    least: int = 1


@frozen
class Bar:
    """One bar: what it is of, how long, and in which colour."""

    name: str
    value: int
    colour: str


@frozen
class Bars:
    """A small picture of amounts that stand below one another; `alt` says the same in words."""

    bars: tuple[Bar, ...]
    alt: str


Kind: TypeAlias = Literal["past", "planned", "unplanned"]


@frozen
class Line:
    """A line of a course: (day, value) pairs, days counted from the first of the picture."""

    name: str
    kind: Kind
    points: tuple[tuple[int, int], ...]


@frozen
class Course:
    """A picture of numbers over time: so many days long, from 0 up to `top`.

    `ticks` are days with their names, `steps` the values that have a rule across the picture.
    """

    days: int
    today: int
    top: int
    ticks: tuple[tuple[int, str], ...]
    steps: tuple[int, ...]
    lines: tuple[Line, ...]
    alt: str


@frozen
class Span:
    """A bar from one day to another, in thousandths of the picture; `label` stands beside it."""

    name: str
    begins: int
    ends: int
    label: str
    firm: bool


@frozen
class Spans:
    """A picture of things that last; `today` and the ticks are in thousandths of it."""

    spans: tuple[Span, ...]
    today: int
    ticks: tuple[tuple[int, str], ...]
    alt: str


@frozen
class Stack:
    """One column: its name, its parts in the order of the names, and its sum in words."""

    name: str
    parts: tuple[int, ...]
    label: str


@frozen
class Stacks:
    """A picture of columns made of parts."""

    names: tuple[str, ...]
    stacks: tuple[Stack, ...]
    alt: str


@frozen
class Pair:
    """A picture with its table beside it; `widths` are their shares of the line."""

    left: Bars | Stacks
    right: Listing
    widths: tuple[int, int]


Picture: TypeAlias = Bars | Course | Spans | Stacks | Timeline
Block: TypeAlias = Headline | Prose | Points | Listing | Picture | Pair


@frozen
class Page:
    """One page: what it is about, its answer in a sentence or two, and what shows it."""

    anchor: str
    title: str
    lead: str
    parts: tuple[tuple[str, tuple[Block, ...]], ...]


@frozen
class Board:
    """The whole pack. `notice` says that this is the copy for the public, "" that it is not."""

    estate: str
    as_of: date
    tool: str
    title: str
    notice: str
    basis: str
    pages: tuple[Page, ...]
