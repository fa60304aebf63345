"""Rules: the language of their conditions, their packs, and the engine that judges by them.

What reads rule files is imported when it is first asked for: the standard rules come read.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

from estate.rules.definition import (
    SUBJECTS,
    Acceptability,
    Authority,
    Example,
    Ladder,
    Parameter,
    Question,
    Rule,
)
from estate.rules.engine import Judge, Judgement, judge
from estate.rules.entry import RuleSource
from estate.rules.pack import RESERVED, Pack
from estate.rules.pins import pins_of
from estate.rules.settings import Settings
from estate.rules.wording import wording
from estate.rules.world import World

if TYPE_CHECKING:
    from estate.rules.loading import load_rules
    from estate.rules.reading import FIELDS
    from estate.rules.schema import rules_schema

__all__ = [
    "FIELDS",
    "RESERVED",
    "SUBJECTS",
    "Acceptability",
    "Authority",
    "Example",
    "Judge",
    "Judgement",
    "Ladder",
    "Pack",
    "Parameter",
    "Question",
    "Rule",
    "RuleSource",
    "Settings",
    "World",
    "judge",
    "load_rules",
    "pins_of",
    "rules_schema",
    "wording",
]

_LATE: Final = {"FIELDS": "reading", "load_rules": "loading", "rules_schema": "schema"}
"""In which module of this package each thing is that is imported late."""


def __getattr__(name: str) -> object:
    if name not in _LATE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_LATE[name]}"), name)
