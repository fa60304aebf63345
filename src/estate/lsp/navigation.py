"""From a name to what it means: definitions, references, and the outline of a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from lsprotocol.types import DocumentSymbol, Location, SymbolKind

from estate.config import FILE
from estate.errors import Location as Where
from estate.lsp.cursor import Spot, spot_at
from estate.lsp.reading import Known
from estate.lsp.shape import DEFAULTS
from estate.lsp.workspace import View
from estate.model.estate import SECTIONS
from estate.read import Document, Spans
from estate.read.mentions import Mention, kinds_at, mentions, mentions_in_defaults

__all__ = ["Use", "definition", "named_at", "outline", "references", "uses_of"]

_RECORD: Final = 2


@dataclass(frozen=True, slots=True)
class Use:
    """One place where a record is named, or where it stands itself."""

    where: Where
    is_definition: bool = False


def named_at(view: View, mark: tuple[int, int]) -> tuple[Spot, str] | None:
    """Return the id under a cursor, whether it stands there or is named; None if there is none."""
    spot = spot_at(view.page.lines, mark)
    if spot is None or view.part not in {"inventory", "settings"}:
        return None
    path = spot.path
    if view.part == "inventory" and path[0] in SECTIONS:
        if spot.role == "key" and len(path) == _RECORD:
            return spot, spot.text
        kind, below = SECTIONS[str(path[0])].kind, path[2:]
    elif path[0] == DEFAULTS:
        kind, below = "", path[1:]
    else:
        return None
    return (spot, spot.text) if kinds_at(kind, below, is_key=spot.role == "key") else None


def definition(view: View, key: str) -> Location | None:
    """Return where a record stands."""
    known = view.session.state.records.get(key)
    document = view.session.document(known.file) if known else None
    if known is None or document is None:
        return None
    where = _definition(document, known)
    return _shown(view, where) if where else None


def _definition(document: Document, known: Known) -> Where | None:
    for section, records in document.values.items():
        if section in SECTIONS and isinstance(records, dict) and known.id in records:
            return Spans(document).find_key((section, known.id))
    return None


def references(view: View, key: str, *, declared: bool) -> list[Location]:
    """Return everywhere where a record is named; if asked for, also where it stands."""
    session = view.session
    uses = uses_of(session.documents(), key, settings=session.document(FILE))
    return [_shown(view, use.where) for use in uses if declared or not use.is_definition]


def _shown(view: View, where: Where) -> Location:
    page = view.shelf.page(view.session, where.file)
    return Location(view.shelf.uri(view.session, where.file), page.range_of(where))


def uses_of(documents: Mapping[str, Document], key: str, *, settings: Document | None) -> list[Use]:
    """Return where a record stands and is named, by file and line, each place once."""
    found = {use.where: use for each in documents.values() for use in _uses(each, key)}
    defaults = settings.values.get(DEFAULTS) if settings else None
    if settings and isinstance(defaults, dict):
        spans = Spans(settings)
        for mention in mentions_in_defaults(defaults):
            if mention.target == key:
                find = spans.find_key if mention.is_key else spans.find
                where = find((DEFAULTS, *mention.path))
                found[where] = Use(where)
    return sorted(found.values(), key=lambda use: use.where)


def _uses(document: Document, key: str) -> Iterator[Use]:
    if key not in document.text:
        return
    spans = Spans(document)
    for section, records in document.values.items():
        named: list[tuple[tuple[str, ...], Mention]]
        if section == DEFAULTS and isinstance(records, dict):
            named = [((DEFAULTS,), mention) for mention in mentions_in_defaults(records)]
        elif section in SECTIONS and isinstance(records, dict):
            if isinstance(records.get(key), dict):
                yield Use(spans.find_key((section, key)), is_definition=True)
            named = [
                ((section, name), mention)
                for name, record in records.items()
                if isinstance(record, dict)
                for mention in mentions(section, record)
            ]
        else:
            continue
        for above, mention in named:
            if mention.target == key:
                find = spans.find_key if mention.is_key else spans.find
                yield Use(find((*above, *mention.path)))


def outline(view: View) -> list[DocumentSymbol]:
    """Return the sections of a file with their records."""
    document = view.session.document(view.name)
    if document is None or view.part != "inventory":
        return []
    starts = [*document.starts, len(document.source.parser_lines)]
    ends = dict(zip(document.starts, starts[1:], strict=True))
    symbols: dict[str, DocumentSymbol] = {}
    for path, line in document.lines.items():
        where = document.source.line(line)
        last = document.source.line(_last(document, line, ends.get(line, line + 1)))
        span = Where(where.file, where.line, where.column, last.end_line, last.end_column)
        symbol = _symbol(view, path, where, span, document)
        if len(path) == 1:
            symbols[path[0]] = symbol
        elif path[0] in symbols:
            section = symbols[path[0]]
            section.children = [*(section.children or ()), symbol]
            section.range.end = max(section.range.end, symbol.range.end)
    return list(symbols.values())


def _last(document: Document, line: int, end: int) -> int:
    """Return the last line before another that says something."""
    lines = document.source.parser_lines
    return next((n for n in range(end - 1, line, -1) if lines[n].strip()), line)


def _symbol(
    view: View, path: tuple[str, ...], where: Where, span: Where, document: Document
) -> DocumentSymbol:
    records = document.values.get(path[0])
    record = records.get(path[-1]) if len(path) > 1 and isinstance(records, dict) else None
    name = record.get("name") if isinstance(record, dict) else None
    kind = SymbolKind.Namespace if len(path) == 1 else SymbolKind.Object
    detail = name if isinstance(name, str) else None
    page = view.page
    whole, line = page.range_of(span), page.range_of(where)
    whole.end = max(whole.end, line.end)
    return DocumentSymbol(path[-1] or "?", kind, whole, line, detail=detail)
