"""Estates for the laws of formats, and what a format must give back of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from estate.exchange.imported import Imported
from estate.exchange.inward import Source
from estate.exchange.inward.fitting import raw
from estate.exchange.inward.referring import dangling
from estate.exchange.outward import Exported, written
from estate.model import SECTIONS, Estate, Policy
from estate.model.validation import section_validator
from estate.read import read_inventory

ROOT = Path(__file__).parents[2]
WILD = (
    *("=HYPERLINK(1)", "<script>&", "a\u202eb", '"] }', "7"),
    *("null", "-", "#{x}|y\\", "é — ü", "a,b;c"),
)

Sections = dict[str, dict[str, dict[str, Any]]]


@cache
def example() -> Estate:
    """Return the example estate."""
    return read_inventory(ROOT, "inventory", name="Marram and Saltern", policy=Policy()).estate


@cache
def _plain() -> Sections:
    return {s: {k: written(e) for k, e in part.items()} for s, part in example().sections.items()}


def estate_of(sections: Mapping[str, Mapping[str, Any]], name: str = "Made up") -> Estate:
    """Return an estate of values as an inventory file has them."""
    typed = {
        section: section_validator(kind).validate_python(
            {
                key: {"id": key, **raw(fields)}
                for key, fields in sorted(sections.get(section, {}).items())
            }
        )
        for section, kind in SECTIONS.items()
    }
    return Estate(name, typed, Policy())


@st.composite
def estates(draw: st.DrawFn, *, most: int = 25) -> Estate:
    """Draw some records of the example, with names and texts that no format may trip over."""
    everything = [(s, key) for s, part in _plain().items() for key in part if s != "exceptions"]
    chosen = draw(st.lists(st.sampled_from(everything), max_size=most, unique=True))
    sections: Sections = {}
    for section, key in chosen:
        fields = deepcopy(_plain()[section][key])
        for name in ("name", "description", "owner", "version"):
            if isinstance(fields.get(name), str) and draw(st.integers(0, 5)) == 0:
                fields[name] = draw(st.sampled_from(WILD))
        sections.setdefault(section, {})[key] = fields
    known = {key for _, key in chosen}
    for section, part in sections.items():
        for fields in part.values():
            list(dangling(section, fields, known))
    return estate_of(sections)


def held(
    estate: Estate,
    sections: Collection[str],
    fields: Collection[str] | None = None,
    named: Collection[str] = (),
) -> Sections:
    """Return what a format that holds these sections must give back.

    References to what it does not hold are gone; of `named` records the name is left. Without
    `fields` every field is held.
    """
    plain = {s: {k: written(e) for k, e in estate.sections[s].items()} for s in sections}
    known = {key for part in plain.values() for key in part} | set(named)
    for section, part in plain.items():
        for record in part.values():
            record.pop("roles", None)
            list(dangling(section, record, known))
            for name in [*record]:
                if fields is not None and name not in fields:
                    del record[name]
    return {section: part for section, part in plain.items() if part}


def back(exported: Exported, read: Callable[[Sequence[Source], str], Imported]) -> Imported:
    """Read what was written."""
    sources = [
        Source(name or "out", content.encode() if isinstance(content, str) else content)
        for name, content in exported.files.items()
    ]
    return read(sources, "back")


def plain(imported: Imported) -> Sections:
    """Return what was imported in the one way in which `written` says it."""
    estate = estate_of(imported.sections)
    found = {s: {k: written(e) for k, e in part.items()} for s, part in estate.sections.items()}
    return {section: part for section, part in found.items() if part}


def differences(found: Sections, expected: Sections) -> list[str]:
    """Return every field that is not what it should be, so that a test can say which."""
    lines: list[str] = []
    for section in sorted({*found, *expected}):
        ours, theirs = found.get(section, {}), expected.get(section, {})
        for key in sorted({*ours, *theirs}):
            one, other = ours.get(key, {}), theirs.get(key, {})
            lines += [
                f"{section}.{key}.{name}: {one.get(name, 'nothing')!r} and not {value!r}"
                for name, value in {**dict.fromkeys(one, "nothing"), **other}.items()
                if one.get(name, "nothing") != value
            ]
    return lines
