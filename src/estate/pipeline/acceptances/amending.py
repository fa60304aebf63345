"""Exceptions written into the inventory's files, with every other byte kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from estate.edit import Blank, Noted, add_record, set_field
from estate.errors import AcceptanceError
from estate.findings import Place
from estate.pipeline import Run
from estate.pipeline.acceptances.approving import Amendment
from estate.pipeline.acceptances.drafting import Draft, Field
from estate.writing import write

__all__ = ["add", "amend", "home_of", "with_draft"]

_SECTION: Final = "exceptions"
_NEW: Final = "exceptions.yaml"


def add(root: Path, run: Run, draft: Draft) -> Path:
    """Add a draft beside the other exceptions and return its file.

    That is the file with most of them; where there is none, `exceptions.yaml` in the inventory.
    Raises EditError or OutputError, and nothing is written then.
    """
    name = home_of(run)
    path = root / name
    text = _read(path) if path.exists() else ""
    write(path, [with_draft(text, draft, name).encode()])
    return path


def home_of(run: Run) -> str:
    """Return the name of the file in which a new exception belongs; it may not be there yet."""
    return _busiest(run) or f"{run.config.inventory}/{_NEW}"


def with_draft(text: str, draft: Draft, name: str) -> str:
    """Return the text of a file with a draft in it. Raises EditError."""
    record = {field.name: _value(field) for field in draft.fields}
    return add_record(text, _SECTION, draft.key, record, name=name)


def amend(root: Path, run: Run, done: Amendment) -> Path:
    """Make the edits of an amendment in the file of its record, all or none; return the file.

    Raises EditError or OutputError, and nothing is written then.
    """
    name = run.outcome.places[Place(done.record.id)].file
    path = root / name
    text = _read(path)
    for edit in done.edits:
        text = set_field(text, (_SECTION, done.record.id, *edit.path), edit.value, name=name)
    write(path, [text.encode()])
    return path


def _busiest(run: Run) -> str:
    files = Counter(_files(run))
    return min(files, key=lambda name: (-files[name], name), default="")


def _files(run: Run) -> Iterator[str]:
    for key in run.facts.estate.of("exception"):
        yield run.outcome.places[Place(key)].file


def _read(path: Path) -> str:
    """Read a file as it is: line ends and byte order mark are kept."""
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise AcceptanceError(f"{path} cannot be read: {error.strerror}") from error


def _value(field: Field) -> Any:  # noqa: ANN401 - plain values
    if field.value is None:
        return Blank(field.form, above=field.guide)
    return Noted(field.value, above=field.guide) if field.guide else field.value
