"""One YAML document, as text values and the lines on which its records stand.

The fast road of reading: one pass over libyaml's events, no implicit types. Every scalar stays
the text that was written, but for null (YAML 1.2 core schema), which is `NULL`. Exact places are
looked up afterwards, by `estate.read.spans`, for what a report shows.
"""

from __future__ import annotations

from dataclasses import field, fields
from typing import Any

from yaml.error import MarkedYAMLError, YAMLError

from estate.errors import Problem
from estate.frozen import slotted
from estate.model.record import Entry
from estate.read.compose import Composer, Event, StopReading
from estate.read.decode import printable, text_of, unprintable, whole_file
from estate.read.parser import new_parser
from estate.read.source import Source, source_of
from estate.read.syntax import syntax_problem


@slotted
class Document:
    """A file as it was read.

    `text` is its text, "" if that could not be had. `values` are nested mappings, lists, texts and
    `NULL`. `lines` gives the 0-based line of the parser of each section's key and of each record's:
    by `(section,)` and `(section, id)`; `starts` all of them in their order. `entangled` names
    the sections, or `EVERY`, of which a record's lines alone do not say what is in it. `whole` is
    false if reading stopped at an error: what was read before it stands in `values`. `mended` says
    that the parser was not shown the characters that YAML has no place for. `typed` has the records
    of some sections, where they have been validated already.
    """

    name: str
    text: str
    values: dict[str, Any] = field(default_factory=dict)
    lines: dict[tuple[str, ...], int] = field(default_factory=dict)
    starts: list[int] = field(default_factory=list)
    entangled: list[str] = field(default_factory=list)
    whole: bool = True
    mended: bool = False
    problems: list[Problem] = field(default_factory=list)
    typed: dict[str, dict[str, Entry]] = field(default_factory=dict)
    _source: Source | None = None

    def __reduce__(self) -> tuple[type[Document], tuple[Any, ...]]:
        """Go from one process to another without what is made of the text when asked for."""
        kept = (part.name for part in fields(self) if part.name != "_source")
        return Document, tuple(getattr(self, name) for name in kept)

    @property
    def source(self) -> Source:
        """The text, for the parser and for places in it."""
        if self._source is None:
            self._source = source_of(self.name, printable(self.text) if self.mended else self.text)
        return self._source

    @property
    def unread(self) -> bool:
        """Whether nothing is known of what the file holds."""
        return not (self.whole or self.text)

    def note(
        self,
        event: Event,
        found: str,
        expected: str,
        *,
        rule: str = "invalid-yaml",
        first: int | None = None,
    ) -> None:
        """Note a problem where an event of the parser stands; `first` is a line to compare."""
        start, end = event.start_mark, event.end_mark
        place = self.source.location((start.line, start.column), (end.line, end.column))
        related = () if first is None else ((self.source.line(first), "it stands here first"),)
        self.problems.append(Problem(rule, found, place, expected, related=related))

    def drop_fragment(self) -> None:
        """Forget the record that reading stopped after, if it is none: the rest of it is lost."""
        if self.lines:
            section, *key = list(self.lines)[-1]
            records = self.values.get(section)
            if key and isinstance(records, dict) and not isinstance(records.get(key[0]), dict):
                records.pop(key[0], None)

    def mend(self) -> None:
        """Leave out what YAML has no place for, and note it."""
        self.problems.append(unprintable(self.name, self.text))
        self.mended, self._source = True, None


def read_document(name: str, data: bytes) -> Document:
    """Read one file. Never raises: what is wrong with it stands in `problems`."""
    document = decode(name, data)
    compose(document)
    return document


def decode(name: str, data: bytes) -> Document:
    """Return a document that has its text alone, and what is wrong with its bytes."""
    text, problems = text_of(name, data)
    document = Document(name, text or "", whole=text is not None, problems=problems)
    if "\0" in document.text:
        document.mend()
    return document


def compose(document: Document) -> None:
    """Read the text of a document, if it has one."""
    if not document.whole:
        return
    known = len(document.problems)
    try:
        document.whole = _composed(document)
    except MarkedYAMLError as error:
        document.whole = False
        document.drop_fragment()
        document.problems.append(syntax_problem(document.source, error))
    except YAMLError as error:
        del document.problems[known:]
        if document.mended:
            document.whole = False
            document.problems.append(whole_file(document.name, f"not YAML: {error}", "YAML 1.2"))
        else:
            document.mend()
            compose(document)


def _composed(document: Document) -> bool:
    """Read as far as possible; whether that was to the end."""
    composer = Composer(new_parser(document.source.parsed).get_event, document.note)
    document.values, document.lines = composer.values, composer.lines
    document.starts, document.entangled = composer.starts, composer.entangled
    try:
        composer.compose()
    except StopReading:
        return False
    return True
