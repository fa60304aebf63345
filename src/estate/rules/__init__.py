"""Rules: the language of their conditions, their packs, and the engine that judges by them."""

from __future__ import annotations

from estate.rules.definition import (
    NEEDS,
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
from estate.rules.pack import RESERVED, Pack, load_rules
from estate.rules.pins import pins_of
from estate.rules.reading import FIELDS
from estate.rules.schema import rules_schema
from estate.rules.settings import Settings
from estate.rules.wording import wording
from estate.rules.world import World

__all__ = [
    "FIELDS",
    "NEEDS",
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
