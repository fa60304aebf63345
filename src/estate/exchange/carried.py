"""Fields of ours in other people's formats: what has no place of its own travels as a property.

Many formats let anybody add properties. There a field is called `estate:` and its name, and holds
a text as it is, and all else as JSON. So a file that we wrote comes back as it was, and other
programs keep what they do not know. Who may accept what, and acceptances, never travel so: they are
not to be had by importing a file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final, NoReturn

from estate.exchange.bounds import DEEPEST, LONGEST_PROPERTY
from estate.exchange.inward.item import Item
from estate.model import SECTION_OF

__all__ = ["KIND", "PREFIX", "SECTIONS_BY_KIND", "carried", "others_of", "restored"]

PREFIX: Final = "estate:"
KIND: Final = "estate:kind"
"""The property that says what a thing is to us."""
SECTIONS_BY_KIND: Final = {
    kind: section for kind, section in SECTION_OF.items() if section != "exceptions"
}
"""The sections that a kind may name: an acceptance of risk never comes out of a foreign file."""
_NEVER: Final = frozenset({"roles", "id"})


def carried(fields: Mapping[str, Any]) -> dict[str, str]:
    """Return properties for fields: name → text. Fields that may not travel are left out."""
    return {PREFIX + name: _text(v) for name, v in fields.items() if name not in _NEVER}


def restored(properties: Iterable[tuple[str, str]]) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    """Return the fields that properties carry, and the properties that are none of ours."""
    fields: dict[str, Any] = {}
    others: list[tuple[str, str]] = []
    for name, text in properties:
        field = name.removeprefix(PREFIX)
        if name.startswith(PREFIX) and field not in _NEVER and field not in fields:
            fields[field] = _value(text)
        else:
            others.append((name, text))
    return fields, others


def others_of(item: Item, properties: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the properties that are other people's; those of ours that may not travel are lost."""
    found = []
    for name, text in properties:
        if name.startswith(PREFIX):
            item.refuse(name, "", "who may accept a risk is not to be had by an import")
        else:
            found.append((name, text))
    return found


def _text(value: Any) -> str:  # noqa: ANN401 - whatever a field may hold
    # What other programs may trim, turn or refuse goes as JSON, in ASCII.
    plain = isinstance(value, str) and value.isprintable() and value == value.strip()
    if plain and isinstance(_value(value), str) and not value.startswith('"'):
        return str(value)
    return json.dumps(value, ensure_ascii=True)


def _value(text: str) -> Any:  # noqa: ANN401 - whatever a field may hold
    if len(text) > LONGEST_PROPERTY or _deep(text):
        return text
    try:
        return json.loads(text, parse_constant=_refused)
    except ValueError:
        return text


def _refused(word: str) -> NoReturn:
    raise ValueError(word)


def _deep(text: str) -> bool:
    """Whether brackets may stand deeper in one another than any record's."""
    depth = 0
    for sign in text:
        depth += (sign in "[{") - (sign in "]}")
        if depth > DEEPEST:
            return True
    return False
