"""Messages with facts in braces: `{asset.name} runs {product.name}`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from estate.rules.definition import Template
from estate.rules.expression.checking import check_path
from estate.rules.expression.mistakes import Mistake
from estate.rules.expression.tree import Constant, Path
from estate.rules.expression.vocabulary import Scope

__all__ = ["read_template"]

_PIECE: Final = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")


def read_template(text: str, scope: Scope) -> tuple[Template, list[Mistake]]:
    """Read a message about one kind of subject; `{{` and `}}` stand for braces."""
    pieces: list[str | Path | Constant] = []
    mistakes: list[Mistake] = []
    done = 0
    for found in _PIECE.finditer(text):
        pieces.append(text[done : found.start()])
        done = found.end()
        if found[0] in {"{{", "}}"}:
            pieces.append(found[0][0])
        elif found[1] is None:
            message = f"{found[0]} stands alone"
            mistakes.append(Mistake(*found.span(), message, f"`{found[0] * 2}` for one brace"))
        else:
            fact, wrong = check_path(found[1], scope)
            pieces += [fact] if fact else []
            mistakes += _moved(wrong, found.start(1))
    pieces.append(text[done:])
    return Template(tuple(piece for piece in pieces if piece)), mistakes


def _moved(mistakes: list[Mistake], by: int) -> Iterator[Mistake]:
    for mistake in mistakes:
        yield replace(mistake, start=mistake.start + by, end=mistake.end + by)
