"""Conditions: read, checked, explained, interpreted and compiled."""

from __future__ import annotations

from estate.rules.expression.check import check, check_path
from estate.rules.expression.mistakes import Mistake
from estate.rules.expression.vocabulary import Scope, Vocabulary

__all__ = ["Mistake", "Scope", "Vocabulary", "check", "check_path"]
