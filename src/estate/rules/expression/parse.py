"""From a condition's text to Python's syntax tree, within bounds."""

from __future__ import annotations

import ast
from collections.abc import Set as AbstractSet
from typing import Final

from estate.rules.expression.mistakes import Mistake
from estate.rules.expression.source import Source, read

__all__ = ["parse"]

DEEPEST: Final = 30

_PLAIN: Final = "comparisons joined by and, or, not"


def parse(text: str, words: AbstractSet[str]) -> tuple[Source, ast.expr | None]:
    """Return the syntax tree of a condition; None where the mistakes say that there is none."""
    source = read(text, words)
    if source.fatal:
        return source, None
    tree = _tree(source)
    if tree is not None and _depth(tree) > DEEPEST:
        source.mistakes.append(
            Mistake(0, len(text), f"the condition lies more than {DEEPEST} deep", "a new fact")
        )
        return source, None
    return source, tree


def _tree(source: Source) -> ast.expr | None:
    try:
        return ast.parse(source.code, mode="eval").body
    except SyntaxError as error:
        start, _ = source.span(max(0, (error.offset or 1) - 1), len(source.code))
        end = max(start, len(source.text.rstrip()))
        mistake = Mistake(start, end, "the condition cannot be read from here on", _PLAIN)
    except (RecursionError, MemoryError, ValueError):
        mistake = Mistake(0, len(source.text), "the condition cannot be read", "a shorter one")
    source.mistakes.append(mistake)
    return None


def _depth(tree: ast.expr) -> int:
    """Return how deep a tree is, without recursion."""
    depth, level = 0, list[ast.AST]([tree])
    while level:
        depth += 1
        level = [child for node in level for child in ast.iter_child_nodes(node)]
    return depth
