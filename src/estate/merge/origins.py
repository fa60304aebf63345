"""Where a merged or parted estate came from: what it takes to go back.

`origins.yaml` stands beside estate.yaml and is written by `estate merge` and `estate split`.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from estate.errors import MergeError
from estate.frozen import frozen
from estate.read import read_document
from estate.yaml_text import document

__all__ = ["FOLDER", "ORIGINS", "Origin", "Origins", "Touched", "read_origins", "written"]

ORIGINS: Final = "origins.yaml"
"""The file itself."""

FOLDER: Final = "origins"
"""The folder that keeps each estate's own settings and rules, as they were."""

_VERSION: Final = "1"
_HEAD: Final = (
    """Written by estate merge or estate split: what it takes to go back. Leave it as it is."""
)


@frozen
class Touched:
    """What merging did to one file, but for ids: by its path below the inventory's folder.

    `marker` begins the lines of records that stand in comments; `defaults` are fields that the
    estate's defaults gave its own, `made` says that it had none before; `removed` are records that
    no comment can hold, by section and id.
    """

    marker: str = ""
    defaults: tuple[str, ...] = ()
    made: bool = False
    removed: Mapping[str, Mapping[str, Any]] | None = None


@frozen
class Origin:
    """One estate that went into a merge.

    `renamed` gives the old id of each new one; `one` the estate that keeps each record that is the
    same in both; `inventory` is what its folder was called. `overlay` is the digest of the products
    that were laid over one another, "" where there are none.
    """

    name: str
    inventory: str
    digest: str
    renamed: Mapping[str, str]
    one: Mapping[str, str]
    files: Mapping[str, Touched]
    overlay: str = ""


@frozen
class Origins:
    """Where an estate came from: the estates it was merged of, or the one it was split off.

    `split_of` is the digest of that estate, "" if it was not split off.
    """

    parts: Mapping[str, Origin]
    split_of: str = ""
    organisations: tuple[str, ...] = ()


def written(origins: Origins) -> str:
    """Return the text of the file."""
    values: dict[str, Any] = {"origins": int(_VERSION)}
    if origins.split_of:
        values["split"] = {
            "of": origins.split_of,
            "organisations": list(origins.organisations),
        }
    if origins.parts:
        values["parts"] = {name: _part(part) for name, part in sorted(origins.parts.items())}
    return document(values, _HEAD)


def _part(part: Origin) -> dict[str, Any]:
    return {
        "name": part.name,
        "inventory": part.inventory,
        "digest": part.digest,
        "overlay": part.overlay,
        "renamed": dict(sorted(part.renamed.items())),
        "one": dict(sorted(part.one.items())),
        "files": {name: _touched(each) for name, each in sorted(part.files.items())},
    }


def _touched(touched: Touched) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if touched.marker:
        found["marker"] = touched.marker
    if touched.defaults:
        found["defaults"] = list(touched.defaults)
        found["made"] = touched.made
    if touched.removed:
        found["removed"] = touched.removed
    return found


def read_origins(root: Path) -> Origins:
    """Read where an estate came from; of one that nobody merged or split, nothing.

    Raises MergeError where the file is not one that estate wrote.
    """
    path = root / ORIGINS
    if not path.is_file():
        return Origins({})
    try:
        values = read_document(ORIGINS, path.read_bytes()).values
    except OSError as error:
        raise MergeError(f"{path} cannot be read: {error.strerror}") from error
    try:
        return _origins(values)
    except (KeyError, TypeError, AttributeError, ValueError):
        message = f"{path} is not as estate wrote it: restore it, or take it away"
        raise MergeError(message) from None


def _origins(values: Mapping[str, Any]) -> Origins:
    if values["origins"] != _VERSION:
        raise ValueError
    split = values.get("split") or {}
    parts = {
        name: Origin(
            part["name"],
            part["inventory"],
            part["digest"],
            dict(part["renamed"].items()),
            dict(part["one"].items()),
            {path: _read_touched(each) for path, each in part["files"].items()},
            part["overlay"],
        )
        for name, part in (values.get("parts") or {}).items()
    }
    return Origins(parts, str(split.get("of", "")), tuple(split.get("organisations", ())))


def _read_touched(values: Mapping[str, Any]) -> Touched:
    return Touched(
        values.get("marker", ""),
        tuple(values.get("defaults", ())),
        values.get("made") == "true",
        values.get("removed"),
    )
