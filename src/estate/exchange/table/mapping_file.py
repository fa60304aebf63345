"""From a mapping file to a mapping, or to every problem in it, each at its line and column."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path as FilePath
from typing import Any, Final

from pydantic import BaseModel, ValidationError

from estate.errors import ExchangeError, Problem, nearest
from estate.exchange.table.encoding import file_bytes
from estate.exchange.table.mapping import Condition, Mapping, Output, Table
from estate.exchange.table.mapping_check import Complaint, complaints
from estate.exchange.table.mapping_text import MappingText, Path, read_mapping_text
from estate.exchange.table.value import Step, Value
from estate.model import SECTIONS

__all__ = ["MappingFile", "read_mapping"]

_MODELS: Final[dict[str, type[BaseModel]]] = {
    "tables": Table,
    "outputs": Output,
    "where": Condition,
    "then": Step,
    **dict.fromkeys(("derive", "fields", "first", "list", "record", "software"), Value),
    **dict.fromkeys(("each", "id"), Value),
}
"""What stands below a key of the mapping, to name the nearest key there."""
_MESSAGES: Final = {
    "extra_forbidden": "unknown key {0!r}",
    "missing": "{0} is missing",
    "model_type": "a mapping is expected here",
    "dict_type": "a mapping is expected here",
    "tuple_type": "a list is expected here",
    "string_type": "a text is expected here",
    "bool_type": "true or false is expected here",
    "bool_parsing": "true or false is expected here",
    "int_type": "a whole number is expected here",
    "int_parsing": "a whole number is expected here",
}
"""What pydantic's errors say in a mapping's words; {0} is the key."""
_SECTIONS: Final = list(SECTIONS)


class MappingFile:
    """A mapping with its text, so that what is found later can still be shown in its place."""

    def __init__(self, mapping: Mapping, text: MappingText) -> None:
        self.mapping = mapping
        self._text = text

    def problem(self, complaint: Complaint) -> Problem:
        """Return a complaint as a problem at its place."""
        candidates = {candidate.casefold(): candidate for candidate in complaint.candidates}
        near = nearest(complaint.word.casefold(), candidates)
        place = self._text.at(complaint.path, key=complaint.at_key)
        return Problem(
            "invalid-mapping",
            complaint.message,
            place,
            complaint.expected,
            candidates.get(near, ""),
        )


def read_mapping(path: FilePath) -> MappingFile:
    """Read and check a mapping. Raises ExchangeError with every problem."""
    name = path.as_posix()
    text = read_mapping_text(file_bytes(path, name), name)
    try:
        mapping = Mapping.model_validate(text.document)
    except ValidationError as error:
        problems = [_problem(text, found) for found in error.errors(include_url=False)]
        raise ExchangeError(f"{name} is no mapping", dict.fromkeys(problems)) from error
    read = MappingFile(mapping, text)
    if found := [read.problem(complaint) for complaint in complaints(mapping)]:
        raise ExchangeError(f"{name} is no mapping that works", dict.fromkeys(found))
    return read


def _problem(text: MappingText, error: Any) -> Problem:  # noqa: ANN401 - pydantic's own dict
    path, last = tuple(_written(text.document, error["loc"])), error["loc"][-1:]
    unknown = error["type"] == "extra_forbidden"
    candidates = _keys_at(path[:-1]) if unknown else _SECTIONS if last == ("section",) else []
    near = nearest(str(last[0] if unknown else error["input"]), candidates)
    message = error["msg"].removeprefix("Value error, ")
    if error["type"] in _MESSAGES:
        message = _MESSAGES[error["type"]].format(*last or ("",))
    expected = "" if near or not candidates else f"one of {', '.join(sorted(candidates))}"
    return Problem("invalid-mapping", message, text.at(path, key=unknown), expected, near)


def _written(document: Any, loc: tuple[str | int, ...]) -> Iterator[str | int]:  # noqa: ANN401
    """Give the steps of a pydantic path that stand in the document; others are its own tags."""
    for step in loc:
        short = isinstance(document, list) and isinstance(step, int) and step < len(document)
        if short or (isinstance(document, dict) and step in document):
            document = document[step]
            yield step


def _keys_at(path: Path) -> list[str]:
    """Return the keys that may stand at a path."""
    model: type[BaseModel] = Mapping
    for step in path:
        if isinstance(step, str) and step in _MODELS:
            model = _MODELS[step]
    return [field.alias or name for name, field in model.model_fields.items()]
