"""Conditions: read, checked, explained, interpreted and compiled.

Reading and checking is imported when it is first asked for: the standard rules come checked.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

from estate.rules.expression.mistakes import Mistake

if TYPE_CHECKING:
    from estate.rules.expression.checking import check, check_path
    from estate.rules.expression.vocabulary import Scope, Vocabulary

__all__ = ["Mistake", "Scope", "Vocabulary", "check", "check_path"]

_LATE: Final = {
    "Scope": "vocabulary",
    "Vocabulary": "vocabulary",
    "check": "checking",
    "check_path": "checking",
}
"""In which module of this package each thing is that is imported late."""


def __getattr__(name: str) -> object:
    if name not in _LATE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_LATE[name]}"), name)
