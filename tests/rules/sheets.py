"""Rule files as a test writes them: places are told by path and characters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest
from tests.rules.little import DICTIONARY

from estate.errors import Location, RuleError
from estate.rules import Pack, Settings, load_rules


@dataclass(frozen=True)
class Sheet:
    """A rule file. The text of a location is the path of its value."""

    values: Mapping[str, object]
    name: str = "standard"
    file: str = "rules.yaml"
    asked: list[tuple[str | int, ...]] = field(default_factory=list)

    def location(
        self, path: tuple[str | int, ...], start: int | None = None, end: int | None = None
    ) -> Location:
        self.asked.append(path)
        where = ".".join(str(step) for step in path)
        column, last = 1 + (start or 0), 1 + (end or 0)
        return Location(self.file, len(where), column, len(where), last, where)


def rule(**fields: object) -> dict[str, object]:
    """Return a rule that is whole, with other fields; what is None is null in the file."""
    whole: dict[str, object] = {
        "title": "Without multi-factor authentication",
        "severity": "high",
        "for": "application",
        "when": "not mfa",
        "message": "{name} has none",
        "why": "Passwords leak.",
        "fix": "Turn it on.",
    }
    return {**whole, **{("for" if k == "for_" else k): v for k, v in fields.items()}}


def pack(rules: dict[str, Any], settings: Settings | None = None, **sections: Any) -> Pack:  # noqa: ANN401 - raw values
    return load_rules([Sheet({"rules": rules, **sections})], DICTIONARY, settings)


def problems(*sheets: Sheet, settings: Settings | None = None) -> list[str]:
    """Return what is said of rule files that are wrong: `path:column message (expected; near)`."""
    with pytest.raises(RuleError) as caught:
        load_rules(sheets, DICTIONARY, settings)
    return [
        f"{p.location.text or p.location.file}:{p.location.column} {p.message}"
        + (f" | {p.expected}" if p.expected else "")
        + (f" | {p.nearest}?" if p.nearest else "")
        for p in caught.value.problems
    ]


def wrong(**fields: object) -> list[str]:
    """Return what is said of a rule with these fields."""
    return problems(Sheet({"rules": {"r": rule(**fields)}}))
