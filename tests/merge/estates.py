"""Small estates to merge and to part: written by hand, and made up."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from estate.merge import Merged, Part, Parted, joined, parted, read_origins, read_part
from estate.merge.returning import returned
from estate.yaml_text import document

IDS = ("web", "web-2", "db", "crm", "sea", "con", "prj", "os", "site", "api-1")
"""Few, so that estates clash; one begins like another."""


def lay(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write an estate; its estate.yaml is the plainest where none is given."""
    every: dict[str, str | bytes] = {"estate.yaml": f"estate: 1\nname: {folder.name}\n", **files}
    for name, content in every.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def together(parts: Mapping[str, Part], folder: Path, name: str = "both") -> tuple[Merged, Part]:
    """Merge estates into a folder, and read what came of it."""
    split_of = {space: read_origins(part.root).split_of for space, part in parts.items()}
    merged = joined(parts, name, {}, {}, split_of, lambda _: "")
    lay(folder, merged.files)
    return merged, read_part(folder)


def back(part: Part, namespace: str, folder: Path) -> tuple[Parted, Part]:
    """Take one estate out of a merged one again."""
    origin = read_origins(part.root).parts[namespace]
    above = part.root / "origins" / namespace
    aside = {
        f"origins/{namespace}/{path.relative_to(above).as_posix()}": path.read_bytes()
        for path in above.rglob("*")
        if path.is_file()
    }
    found = returned(part, namespace, origin, aside)
    lay(folder, found.files)
    return found, read_part(folder)


def cut(part: Part, organisations: list[str], folder: Path) -> tuple[Parted, Part]:
    """Part the estate of some organisations into a folder, and read it."""
    found = parted(part, organisations, folder.name, {})
    lay(folder, found.files)
    return found, read_part(folder)


@st.composite
def sections(draw: st.DrawFn, councils: tuple[str, ...]) -> dict[str, dict[str, Any]]:
    """Draw the records of an estate that loads: every relation leads to one that is there."""
    kinds = ("applications", "servers", "suppliers", "contracts", "products", "projects", "sites")
    chosen = draw(st.dictionaries(st.sampled_from(IDS), st.sampled_from(kinds), max_size=7))
    found: dict[str, dict[str, Any]] = {
        "organisations": {key: {"name": key.title(), "type": "council"} for key in councils}
    }
    held: dict[str, list[str]] = {}
    for key, kind in chosen.items():
        held.setdefault(kind, []).append(key)
    for key, kind in chosen.items():
        found.setdefault(kind, {})[key] = draw(_record(kind, key, held, councils))
    if held.get("servers") and draw(st.booleans()):
        found["exceptions"] = {"ex-1": draw(_exception(held, councils))}
    return found


def _named(draw: st.DrawFn, held: Mapping[str, list[str]], kind: str, own: str) -> list[str]:
    others = sorted({*held.get(kind, [])} - {own})
    return draw(st.lists(st.sampled_from(others or ["-"]), max_size=2))


@st.composite
def _record(
    draw: st.DrawFn, kind: str, key: str, held: Mapping[str, list[str]], councils: tuple[str, ...]
) -> dict[str, Any]:
    record: dict[str, Any] = {"name": draw(st.sampled_from(("One", "Zoë: web", "db")))}
    if kind not in {"suppliers", "products"} and draw(st.integers(0, 3)):
        owners = st.lists(st.sampled_from(councils), min_size=1, max_size=2, unique=True)
        record["organisation"] = draw(owners)
    relations = {
        "applications": {"runs_on": "servers", "uses": "applications", "supplied_by": "suppliers"},
        "servers": {"located_at": "sites"},
        "contracts": {"supplied_by": "suppliers", "covers": "applications"},
    }
    for field, target in relations.get(kind, {}).items():
        named = [each for each in dict.fromkeys(_named(draw, held, target, key)) if each != "-"]
        if draw(st.booleans()) or named:
            record[field] = named
    if kind == "projects" and held.get("servers"):
        on = {"on": "2027-01-01", "retire": draw(st.sampled_from(held["servers"]))}
        record["changes"] = [on]
    if kind == "products":
        ends = draw(st.sampled_from(("2027-01-01", "2028-01-01")))
        record["versions"] = {"1": {"support_ends": ends}}
    return record


@st.composite
def _exception(
    draw: st.DrawFn, held: Mapping[str, list[str]], councils: tuple[str, ...]
) -> dict[str, Any]:
    asset = draw(st.sampled_from(held["servers"]))
    return {
        "rule": "unsupported-software",
        "organisation": draw(st.sampled_from(councils)),
        "covers": [{"asset": asset, "product": "os", "version": "1"}],
        "facts": {"on": "2026-01-01", "subjects": {f"{asset} os 1": {"support.status": "ended"}}},
    }


@st.composite
def inventories(draw: st.DrawFn, councils: tuple[str, ...]) -> dict[str, str]:
    """Draw the files of an inventory: each section in a file of its own, in a form of its own."""
    files: dict[str, str] = {}
    for section, records in draw(sections(councils)).items():
        form = draw(st.sampled_from(("block", "block", "crlf", "flow", "json")))
        if form == "json":
            files[f"inventory/{section}.json"] = json.dumps({section: records}, ensure_ascii=False)
        elif form == "flow":
            text = json.dumps(records, ensure_ascii=False)
            files[f"inventory/in/{section}.yaml"] = f"# {section}\n{section}: {text}\n"
        else:
            text = document({section: records}, f"the {section} of web and db")
            files[f"inventory/{section}.yaml"] = text if form == "block" else _crlf(text)
    return files


def _crlf(text: str) -> str:
    return text.replace("\n", "\r\n")
