"""The data that the page carries for its script: one compact document, with a version.

Every text in it is made visible and cut to a length in one place, so that nothing escapes; lists
are rows without names, and stand in the order that the script knows them by.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Final

from estate.findings import RuleResult
from estate.report.html.records import Texts, details, in_full, lacks, ordered, relations, wires
from estate.report.html.source import Source
from estate.report.html.view import Json, Listing, Picture, View
from estate.report.visible import clip

__all__ = ["SCHEMA", "document", "embedded"]

SCHEMA: Final = "estate-report/1"
_LONGEST: Final = 600
"""Characters of one text that the page carries."""

_ESCAPED: Final = ("<", ">", "&", "\u2028", "\u2029")


def document(source: Source, views: tuple[View, ...]) -> Mapping[str, Json]:
    """Return everything that the script of the page works on."""
    entries = ordered(source)
    position = {entry.id: number for number, entry in enumerate(entries)}
    rules = {rule.id: number for number, rule in enumerate(source.outcome.rules)}
    texts, gaps = Texts(), Texts()
    blocks = [block for view in views for part in view.parts for block in part.blocks]
    return {
        "schema": SCHEMA,
        "estate": source.outcome.estate,
        "as_of": source.outcome.as_of,
        "tool": source.outcome.tool,
        "organisations": dict(source.outcome.organisations),
        "principles": {each.id: each.title for each in source.principles},
        "rules": [_rule(rule) for rule in source.outcome.rules],
        "listings": {each.id: _listing(each) for each in blocks if isinstance(each, Listing)},
        "pictures": {each.id: _picture(each) for each in blocks if isinstance(each, Picture)},
        "details": list(details(source, texts)),
        "findings": list(in_full(source, source.outcome.findings, position, texts)),
        "unknown": lacks(source, position, rules, gaps),
        "gaps": list(gaps),
        "texts": list(texts),
        "relations": relations(),
        "wires": list(wires(source, position)),
    }


def embedded(values: Json) -> str:
    """Return a document as JSON that may stand in a script element (HTML Standard, 4.12.1.3)."""
    text = json.dumps(_shown(values), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    for character in _ESCAPED:
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _shown(value: Json) -> Json:
    """Return a value as JSON has it, with nothing invisible in any of its texts."""
    if isinstance(value, str):
        return value if len(value) <= _LONGEST and value.isprintable() else clip(value, _LONGEST)
    if isinstance(value, list | tuple):
        return [each if each.__class__ is int else _shown(each) for each in value]
    if isinstance(value, Mapping):
        return {clip(str(key), _LONGEST): _shown(each) for key, each in value.items()}
    return value.isoformat() if isinstance(value, date) else value


def _rule(rule: RuleResult) -> list[Json]:
    why, fix = _paragraphs(rule.why), _paragraphs(rule.fix)
    return [rule.id, rule.title, rule.severity, why, fix, list(rule.authority)]


def _paragraphs(text: str) -> list[str]:
    return [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]


def _listing(listing: Listing) -> dict[str, Json]:
    """Return a list; a value that is chosen by comes often, and is known by its number."""
    columns = list(map(list, zip(*listing.rows, strict=True)))
    plain = [_plain(column) for column in listing.columns]
    for at, column in enumerate(listing.columns):
        if column.choose and columns:
            values = Texts()
            columns[at] = values.numbers(map(_hashable, columns[at]))
            plain[at]["values"] = list(values)
    return {
        "noun": listing.noun,
        "columns": plain,
        "rows": list(zip(*columns, strict=True)),
    }


def _hashable(value: Json) -> Json:
    return tuple(value) if isinstance(value, list) else value


def _plain(value: Json) -> dict[str, Json]:
    if not is_dataclass(value):
        raise TypeError(type(value))
    return {each.name: getattr(value, each.name) for each in fields(value)}


def _picture(picture: Picture) -> dict[str, Json]:
    return {"kind": picture.kind, "height": picture.height, **picture.data}
