"""Another id for a record, everywhere where it is named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lsprotocol.types import TextEdit, WorkspaceEdit

from estate.config import FILE
from estate.errors import EditError, quoted
from estate.lsp.navigation import Use, named_at, uses_of
from estate.lsp.positions import Span
from estate.lsp.workspace import View
from estate.model.types import ID_PATTERN, LONGEST_ID
from estate.read import Document

__all__ = ["Renaming", "id_at", "rename"]

_QUOTES: Final = ("'", '"')
_NULL: Final = "null"


@dataclass(frozen=True, slots=True)
class Renaming:
    """The edits of a renaming, and the exceptions that have to be given anew after it."""

    edit: WorkspaceEdit
    bound: tuple[str, ...]


def id_at(view: View, mark: tuple[int, int]) -> tuple[str, Span] | None:
    """Return the id under a cursor that can be renamed, and the stretch of the id itself."""
    found = named_at(view, mark)
    if found is None or found[1] not in view.session.state.records:
        return None
    return found[1], _inside(view, found[0].span, found[1])


def rename(view: View, old: str, new: str) -> Renaming:
    """Give a record another id. Raises EditError with the reason why that cannot be."""
    _admit(view, old, new)
    settings = view.session.document(FILE)
    edits: dict[str, list[TextEdit]] = {}
    for use in uses_of(view.session.state.documents, old, settings=settings):
        name = use.where.file
        edits.setdefault(name, []).append(_edit(view, use, old, new))
    uris = {view.shelf.uri(view.session, name): each for name, each in edits.items()}
    return Renaming(WorkspaceEdit(changes=uris), tuple(_bound(view, old)))


def _admit(view: View, old: str, new: str) -> None:
    records = view.session.state.records
    if not re.fullmatch(ID_PATTERN, new) or len(new) > LONGEST_ID or new == _NULL:
        form = f"small letters and digits, with - . _ or / between, at most {LONGEST_ID}"
        raise EditError(f"{quoted(new)} is no id: {form}")
    if new in records and new != old:
        taken = records[new]
        raise EditError(f"{quoted(new)} is the id of another {taken.kind}, in {taken.file}")
    for document in view.session.state.documents.values():
        if not document.whole or _is_unsound(document):
            raise EditError(f"{document.name} has to be mended first: it cannot be read whole")


def _is_unsound(document: Document) -> bool:
    return any(problem.rule == "invalid-yaml" for problem in document.problems)


def _edit(view: View, use: Use, old: str, new: str) -> TextEdit:
    page = view.shelf.page(view.session, use.where.file)
    span = _inside_of(page.between(page.span_of(use.where)), page.span_of(use.where), old)
    if page.between(span) != old:
        where = f"{use.where.file}:{use.where.line}"
        raise EditError(f"{where} names {old} in a way that has to be changed by hand")
    return TextEdit(page.range(span), new)


def _inside(view: View, span: Span, key: str) -> Span:
    return _inside_of(view.page.between(span), span, key)


def _inside_of(text: str, span: Span, key: str) -> Span:
    """Return the stretch of an id without the quotes around it."""
    (row, start), (last, end) = span
    if text[:1] in _QUOTES and text[1:-1] == key and row == last:
        return (row, start + 1), (last, end - 1)
    return span


def _bound(view: View, key: str) -> Iterator[str]:
    """Yield the exceptions that are signed for a record, or pin what was read of it."""
    word = re.compile(rf"(?<![\w./-]){re.escape(key)}(?![\w./-])")
    for document in view.session.state.documents.values():
        records = document.values.get("exceptions")
        for name, record in records.items() if isinstance(records, dict) else ():
            if not isinstance(record, dict):
                continue
            facts = record.get("facts")
            subjects = facts.get("subjects") if isinstance(facts, dict) else None
            pinned = any(word.search(each) for each in subjects or ()) if subjects else False
            signed = "signature" in str(record) and word.search(str(record.get("covers", "")))
            if pinned or signed:
                yield name
