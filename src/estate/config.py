"""`estate.yaml`: the estate's name, where its files are, and what its owner has decided."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import field
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Annotated, Any, ClassVar, Final, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic_core import ValidationError

from estate.errors import ConfigError, Location, Problem, quoted
from estate.model.fields import Described, Plain
from estate.model.policy import Policy
from estate.model.record import Record, record
from estate.model.scalars import day
from estate.model.types import Day, Many, Name, Number, Texts, wrong
from estate.model.validation import validator_of
from estate.read import (
    SETTINGS,
    Locator,
    Spans,
    default_problems,
    field_problem,
    read_document,
)

FILE: Final = SETTINGS
ReadFile = Callable[[Path], bytes]
"""Gives the bytes of a file, as they are on disk or in an editor. Raises OSError."""

_COMMON_YEAR: Final = 2001
"""A year without a 29th of February."""


def _version(value: object) -> int:
    if value in ("1", 1):
        return 1
    raise wrong("1, the version of the format")


def _month_day(value: object) -> str:
    try:
        day(f"{_COMMON_YEAR}-{value}")
    except ValueError:
        raise wrong("a month and a day of every year, MM-DD, such as 04-01") from None
    return str(value)


def _zone(value: object) -> str:
    try:
        ZoneInfo(str(value))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise wrong("the name of a timezone, such as Europe/London") from None
    return str(value)


_TEXT: Final = Described({"type": "string"})
_VERSION: Final = Described({"const": 1})


@record
class Measure(Record):
    """A measure of the balanced scorecard that the tool cannot compute."""

    name: Name
    perspective: Literal["service", "finance", "architecture", "skills"]
    target: Number
    value: Number
    on: Day
    source: str | None = None


@record
class Config(Record):
    """What `estate.yaml` says; the defaults are those of the format."""

    kind: ClassVar[str] = "estate.yaml"

    estate: Annotated[int, Plain(_version), _VERSION]
    name: Name
    inventory: Name = "inventory"
    rules: Texts = ("standard",)
    reports: Name = "reports"
    timezone: Annotated[str, Plain(_zone), _TEXT] = "Europe/London"
    currency: Name = "GBP"
    financial_year_starts: Annotated[str, Plain(_month_day), _TEXT] = "04-01"
    policy: Policy = Policy()
    defaults: dict[str, Any] = field(default_factory=dict)
    severity: dict[str, Literal["critical", "high", "medium", "low", "info"]] = field(
        default_factory=dict
    )
    parameters: dict[str, dict[str, Any]] = field(default_factory=dict)
    ignore: Texts = ()
    measures: Many[Measure] = ()


def find_root(start: Path) -> Path:
    """Return the nearest folder upwards that has an `estate.yaml`, never above a repository.

    Raises ConfigError.
    """
    here = start.resolve()
    for folder in (here, *here.parents):
        if os.path.isfile(folder / FILE):  # noqa: PTH113 - never raises, whatever may be read
            return folder
        if os.path.lexists(folder / ".git"):
            break
    message = f"no {FILE} in {here} or above it; 'estate init' writes one"
    raise ConfigError(message)


def load_config(root: Path, read: ReadFile = Path.read_bytes) -> Config:
    """Read `estate.yaml` in `root`; `read` gives the bytes of a file.

    Raises ConfigError with every problem in it.
    """
    path = root / FILE
    try:
        data = read(path)
    except OSError as error:
        message = f"{path} cannot be read: {error.strerror}"
        raise ConfigError(message) from None
    return parse_config(data)


def locate_in_config(
    root: Path, read: ReadFile = Path.read_bytes
) -> Callable[[tuple[str | int, ...]], Location]:
    """Return what finds the place of a value in `estate.yaml`, by its path."""

    def locate(path: tuple[str | int, ...]) -> Location:
        return Spans(read_document(FILE, read(root / FILE))).find(path)

    return locate


def parse_config(data: bytes) -> Config:
    """Read the text of an `estate.yaml`. Raises ConfigError with every problem in it."""
    document = read_document(FILE, data)
    problems = list(document.problems)
    config = None
    if document.whole:
        spans = Spans(document)
        config = _typed(document.values, spans, problems)
        if config is not None:
            problems += default_problems(config.defaults, spans.find_key)
            problems += _leaving(config, spans)
    if problems or config is None:
        message = f"{FILE} has {len(problems)} problem{'' if len(problems) == 1 else 's'}"
        raise ConfigError(message, problems)
    return config


def config_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of an `estate.yaml`, for editors and validators."""
    from estate.model.schema import record_schema  # noqa: PLC0415 - no run needs it

    return record_schema(Config, "An estate.yaml, format version 1")


def _typed(values: Mapping[str, Any], spans: Spans, problems: list[Problem]) -> Config | None:
    try:
        config: Config = validator_of(Config).validate_python(dict(values))
    except ValidationError as error:
        where = Locator(spans.find, spans.find_key)
        problems += [
            field_problem(detail, detail["loc"], Config, where)
            for detail in error.errors(include_url=False)
        ]
        return None
    return config


def _leaving(config: Config, spans: Spans) -> list[Problem]:
    """Refuse folders outside the estate: nothing is read or written because a file says so."""
    named: list[tuple[tuple[str | int, ...], str]] = [
        (("inventory",), config.inventory),
        (("reports",), config.reports),
        *((("rules", position), name) for position, name in enumerate(config.rules)),
    ]
    below = "a path below the estate's folder"
    problems = [_refused(spans, path, name, below) for path, name in named if _leaves(name)]
    if not problems and Path(config.reports).is_relative_to(config.inventory):
        apart = "a folder outside the inventory: what lies in there is read"
        problems.append(_refused(spans, ("reports",), config.reports, apart))
    return problems


def _leaves(name: str) -> bool:
    """Whether a path leads out of the estate, or is the whole of it, on any system."""
    ways = (PurePosixPath(name), PureWindowsPath(name))
    return not ways[0].parts or any(way.anchor or ".." in way.parts for way in ways)


def _refused(spans: Spans, path: tuple[str | int, ...], name: str, expected: str) -> Problem:
    place: Location = spans.find(path)
    return Problem("invalid-field", f"{path[0]} is {quoted(name)}", place, expected)
