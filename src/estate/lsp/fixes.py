"""What an editor can do about a problem or a finding, at a key press."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from lsprotocol.types import (
    CodeAction,
    CodeActionKind,
    CreateFile,
    Diagnostic,
    OptionalVersionedTextDocumentIdentifier,
    Range,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)

from estate.edit import set_field
from estate.errors import EstateError, Problem
from estate.findings import Finding
from estate.lsp.cursor import spot_at
from estate.lsp.diagnostics import findings_in
from estate.lsp.positions import Page, smallest_edit
from estate.lsp.shape import in_inventory
from estate.lsp.workspace import View
from estate.model.validation import validator_of
from estate.pipeline.acceptances.amending import home_of, with_draft
from estate.pipeline.acceptances.drafting import draft_of, found, next_id
from estate.read import read_document
from estate.read.layout import Path

__all__ = ["fixes"]

_MISSING: Final = re.compile(r"has no '(\w+)'$")
_LINE: Final = "a line '"
_TO_DO: Final = "to be completed"
_MOST: Final = 5
"""How many acceptances are drafted at once."""


def fixes(view: View, chosen: Range, shown: Sequence[Diagnostic]) -> list[CodeAction]:
    """Return what can be done about what is wrong in a stretch of a document."""
    actions = [
        action
        for problem in view.session.state.problems
        if problem.location.file == view.name
        and _meet(view.page.range_of(problem.location), chosen)
        for action in _for_problem(view, problem, shown)
    ]
    findings = findings_in(view.session, [view.name]).get(view.name, [])
    open_ones = [
        finding
        for finding, where in findings
        if finding.status in {"open", "below-threshold"}
        and _meet(view.page.range_of(where), chosen)
    ]
    return [*actions, *(a for f in open_ones[:_MOST] for a in _for_finding(view, f, shown))]


def _meet(one: Range, other: Range) -> bool:
    return one.start <= other.end and other.start <= one.end


def _for_problem(view: View, problem: Problem, shown: Sequence[Diagnostic]) -> Iterator[CodeAction]:
    page = view.page
    span = page.span_of(problem.location)
    told = [d for d in shown if d.code == problem.rule and _meet(page.range(span), d.range)]
    if problem.nearest:
        old = page.between(span)
        quote = old[:1] if old[:1] in {"'", '"'} and problem.nearest[0] not in "[{" else ""
        new = f"{quote}{problem.nearest}{quote}"
        text = page.text[: page.index(span[0])] + new + page.text[page.index(span[1]) :]
        if _reads(view, text):
            edit = TextEdit(page.range(span), new)
            yield _action(f"Replace by {problem.nearest}", view, [edit], told)
    missing = _MISSING.search(problem.message)
    if missing and problem.expected.startswith(_LINE):
        yield from _filled(view, problem, missing[1], told)


def _reads(view: View, text: str) -> bool:
    """Whether a text is still YAML."""
    return read_document(view.name, text.encode("utf-8", "surrogatepass")).whole


def _action(
    title: str, view: View, edits: list[TextEdit], told: Sequence[Diagnostic], *, best: bool = True
) -> CodeAction:
    uri = view.shelf.uri(view.session, view.name)
    return CodeAction(
        title,
        kind=CodeActionKind.QuickFix,
        diagnostics=list(told) or None,
        is_preferred=best,
        edit=WorkspaceEdit(changes={uri: list(edits)}),
    )


def _filled(
    view: View, problem: Problem, field: str, told: Sequence[Diagnostic]
) -> Iterator[CodeAction]:
    """Yield the edit that gives a record the field that it has to have, to be completed."""
    path = _lacking(view, problem)
    value = _placeholder(path, field)
    if value is None:
        return
    try:
        text = set_field(view.page.text, (*path, field), value, name=view.name)
    except EstateError:
        return
    edit = smallest_edit(view.page, text)
    yield _action(f"Add {field}: {value}", view, [edit], told, best=False)


def _lacking(view: View, problem: Problem) -> Path:
    """Return the path of the record, or of the item of a list, that lacks a field."""
    row, column = view.page.span_of(problem.location)[0]
    spot = spot_at(view.page.lines, (row, column + 1))  # behind the bracket that may open it
    path = spot.path if spot else ()
    is_in_item = bool(path[:-1]) and isinstance(path[-2], int)
    return path[:-1] if is_in_item else path  # an item begins with its first key


def _placeholder(path: Path, field: str) -> str | None:
    """Return a text that may stand in a field until somebody knows better; None if none may."""
    shape = in_inventory((*path, field))
    if shape is None or shape.owner is None or shape.field is None or len(path) < 2:  # noqa: PLR2004 - section, id
        return None
    value = str(path[1]) if field == "name" and len(path) == 2 else _TO_DO  # noqa: PLR2004 - as above
    errors = _errors(shape.owner, {field: value})
    return None if (shape.field.name,) in errors or (field,) in errors else value


def _errors(kind: type, record: dict[str, Any]) -> set[tuple[str | int, ...]]:
    from pydantic_core import ValidationError  # noqa: PLC0415 - only where a field is missing

    try:
        validator_of(kind).validate_python(record)
    except ValidationError as error:
        return {detail["loc"] for detail in error.errors(include_url=False)}
    return set()


def _for_finding(view: View, finding: Finding, shown: Sequence[Diagnostic]) -> Iterator[CodeAction]:
    """Yield the draft of an acceptance, beside the other exceptions."""
    judged = view.session.judged
    if judged is None:
        return
    try:
        draft = draft_of(judged.run, found(judged.run, [finding.fingerprint]), next_id(judged.run))
        name = home_of(judged.run)
        page = view.shelf.page(view.session, name)
        text = with_draft(page.text, draft, name)
    except EstateError:
        return  # it cannot be accepted by anybody, or its file has to be mended first
    told = [each for each in shown if (each.data or {}) == {"fingerprint": finding.fingerprint}]
    yield CodeAction(
        f"Draft {draft.key}: an acceptance of {finding.rule}",
        kind=CodeActionKind.QuickFix,
        diagnostics=list(told) or None,
        edit=_with_new_file(view, name, page, text),
    )


def _with_new_file(view: View, name: str, page: Page, text: str) -> WorkspaceEdit:
    uri, edit = view.shelf.uri(view.session, name), smallest_edit(page, text)
    if page.text or (view.session.root / name).exists():
        return WorkspaceEdit(changes={uri: [edit]})
    document = OptionalVersionedTextDocumentIdentifier(uri=uri, version=None)
    return WorkspaceEdit(document_changes=[CreateFile(uri), TextDocumentEdit(document, [edit])])
