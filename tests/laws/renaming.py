"""The same estate under other ids: every record renamed, and every text that names one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from random import Random
from typing import Any, Final

from tests.laws.corpus import Raw, Small

WORDS: Final = frozenset(
    (
        *("name", "label", "aliases", "description", "notes", "source", "purpose", "evidence"),
        *("owner", "technical_owner", "vendor", "team", "programme", "directorate", "role"),
        *("category", "kind", "type", "form", "technology", "metric", "style", "hosting"),
        *("capabilities", "capability", "zone", "level", "status", "year", "rule", "key"),
        *("risk", "control"),
    )
)
"""The fields that hold words and no ids, in whatever record they stand."""


@dataclass(frozen=True)
class Names:
    """One new id for each old one."""

    new: Mapping[str, str]

    @classmethod
    def drawn(cls, ids: Iterable[str], draw: Random) -> Names:
        """Give every id a new one that no other text contains, in any order."""
        old = sorted(ids)
        return cls(dict(zip(old, draw.sample(_fresh(len(old)), len(old)), strict=True)))

    @classmethod
    def alike(cls, ids: Iterable[str]) -> Names:
        """Give every id a new one, the new in the order of the old."""
        old = sorted(ids)
        return cls(dict(zip(old, _fresh(len(old)), strict=True)))

    def put(self, small: Small) -> Small:
        """Return the estate under the new ids."""
        sections = {
            section: {self.new.get(key, key): self._in(record) for key, record in records.items()}
            for section, records in small.sections.items()
        }
        return replace(small.with_sections(sections), defaults=self._in(small.defaults))

    def _in(self, raw: Any) -> Any:  # noqa: ANN401 - raw
        if isinstance(raw, dict):
            return {key: self._field(key, value) for key, value in raw.items()}
        if isinstance(raw, list):
            return [self._in(item) for item in raw]
        return self._text(raw) if isinstance(raw, str) else raw

    def _field(self, key: str, value: Any) -> Any:  # noqa: ANN401 - raw
        if key == "shares":
            return {self.new.get(council, council): percent for council, percent in value.items()}
        return value if key in WORDS else self._in(value)

    def _text(self, raw: str) -> str:
        product, at, version = raw.partition("@")
        found = self.new.get(product)
        return raw if found is None else type(raw)(f"{found}{at}{version}")

    def back(self, text: str) -> str:
        """Return a text with the old ids in the place of the new."""
        for old, new in self.new.items():
            text = text.replace(new, old)
        return text


def unbound(small: Small) -> Small:
    """Return the estate without what binds acceptances to ids: pinned facts and signatures.

    That these do not follow a renaming is what they are for.
    """
    records = small.sections.get("exceptions", {})
    loose = {key: _loose(record) for key, record in records.items()}
    return small.with_sections({**small.sections, "exceptions": loose}) if records else small


def _loose(record: Raw) -> Raw:
    kept = {key: each for key, each in record.items() if key not in {"facts", "signature"}}
    lines = kept.get("approvals")
    if isinstance(lines, list):
        kept["approvals"] = [{k: v for k, v in line.items() if k != "signature"} for line in lines]
    return kept


def _fresh(count: int) -> list[str]:
    return [f"zq{number:05}qz" for number in range(count)]


def ids_of(sections: Raw) -> set[str]:
    """Return the ids of all records, and of the successors that have no record yet."""
    successors = {
        entry["organisation"]
        for council in sections.get("organisations", {}).values()
        for entry in council.get("successors") or ()
    }
    return {key for records in sections.values() for key in records} | successors
