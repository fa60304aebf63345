"""What rules and examples hold, as people write it in YAML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import Any, Final

from estate.model.types import NULL
from estate.yaml_text import document

__all__ = ["as_yaml"]

_WHOLE: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_DECIMAL: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,18}")
_TEXTS: Final = frozenset({"version", "versions"})
"""Fields that hold texts which look like numbers: 10.10 is not 10.1."""


def as_yaml(values: Mapping[str, object]) -> str:
    """Write raw values: texts, lists, mappings and null. Read again, they are the same.

    Numbers, dates and truths go without quotes, as people write them, but for versions.
    """
    return document(_typed(values))


def _typed(value: object, key: str = "") -> Any:  # noqa: ANN401 - values of every kind
    if value is NULL or value is None:
        return None
    if isinstance(value, Mapping):
        return {str(name): _typed(inner, str(name)) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_typed(inner, key) for inner in value]
    return value if key in _TEXTS else _scalar(str(value))


def _scalar(text: str) -> object:
    if text in {"true", "false"}:
        return text == "true"
    if _WHOLE.fullmatch(text):
        return int(text) if text != "-0" else text
    if _DECIMAL.fullmatch(text):
        return Decimal(text)
    with suppress(ValueError):
        day = date.fromisoformat(text)
        return day if day.isoformat() == text else text
    return text
