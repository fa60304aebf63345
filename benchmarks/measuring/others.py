"""What a user would pick instead, on the same files: those of them that are installed here.

None of them does what `estate check` does. yamllint looks at the layout; check-jsonschema at the
fields, by our schema; Spectral at five rules of one file at a time; DuckDB answers those five, and
one about the graph, from JSON that somebody has made of the files before.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from benchmarks.measuring.processes import ROOT, environment

OTHERS: Final = ("yamllint", "check-jsonschema", "Spectral", "DuckDB over JSON")
"""Their names, in the order in which they are told."""

_FOLDER: Final = ROOT / "benchmarks" / "others"
_PYTHON: Final = ROOT / ".venv" / "bench" / "bin" / "python"
_SPECTRAL: Final = _FOLDER / "node_modules" / ".bin" / "spectral"
_LISTS: Final = ("software", "hosted_on", "runs_on")


def others(inventory: Path, place: Path) -> dict[str, list[str]]:
    """Return the commands of those that are installed; `place` is for what they need beside it."""
    python, files = str(_PYTHON), sorted(map(str, inventory.rglob("*.yaml")))
    found: dict[str, list[str]] = {}
    if _PYTHON.exists():
        schema = place / "inventory.schema.json"
        schema.write_bytes(_schema())
        _as_json(inventory, place)
        checking = [python, "-m", "check_jsonschema", "--schemafile", str(schema), *files]
        found["yamllint"] = [python, "-m", "yamllint", "-d", "relaxed", str(inventory)]
        found["check-jsonschema"] = checking
        found["DuckDB over JSON"] = [python, str(_FOLDER / "questions.py"), str(place)]
    if _SPECTRAL.exists():
        rules = str(_FOLDER / "ruleset.yaml")
        found["Spectral"] = [str(_SPECTRAL), "lint", "--quiet", "--ruleset", rules, *files]
    return {name: found[name] for name in OTHERS if name in found}


def missing(found: Iterable[str]) -> list[str]:
    """Return the names of those that are not installed."""
    there = set(found)
    return [name for name in OTHERS if name not in there]


def _schema() -> bytes:
    program = [sys.executable, "-m", "estate", "schema"]
    return subprocess.run(  # noqa: S603 - our own program
        program, check=True, stdout=subprocess.PIPE, env=environment()
    ).stdout


def _as_json(inventory: Path, place: Path) -> None:
    """Write the records as JSON, as somebody has to who asks in SQL; it is not measured."""
    records: dict[str, list[dict[str, Any]]] = {"applications": [], "servers": []}
    for section, key, record in _records(inventory):
        if section in records:
            lists = {name: _listed(record.get(name)) for name in _LISTS}
            records[section].append({"id": key, **record, **lists})
    for section, found in records.items():
        (place / f"{section}.json").write_text(json.dumps(found, default=str), encoding="utf-8")


def _listed(value: object) -> list[str]:
    several = value if isinstance(value, list) else [value]
    return [each for each in several if isinstance(each, str)]


def _records(inventory: Path) -> Iterator[tuple[str, str, dict[str, Any]]]:
    import yaml  # noqa: PLC0415 - only here

    for path in sorted(inventory.rglob("*.yaml")):
        document = yaml.load(path.read_bytes(), yaml.CSafeLoader)
        for section, records in (document or {}).items():
            for key, record in records.items():
                if isinstance(record, dict):
                    yield section, str(key), record
