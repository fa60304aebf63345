"""Several estates made one: every file of it, and what was done to make it."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from estate.config import FILE
from estate.edit import set_field
from estate.edit.cutting import fold, marker_for, without_records
from estate.edit.renaming import rename
from estate.errors import EditError, MergeError
from estate.frozen import frozen
from estate.merge.origins import FOLDER, ORIGINS, Origin, Origins, Touched, written
from estate.merge.overlay import Conflict, laid_over
from estate.merge.part import DEFAULTS, Part, Source
from estate.merge.sameness import Sameness, sameness
from estate.merge.settings import Settings, merged_settings
from estate.model import SECTION_OF
from estate.model.types import NULL
from estate.yaml_text import document

__all__ = ["OVERLAY", "Merged", "Same", "digest_of", "joined"]

OVERLAY: Final = "inventory/laid-over.yaml"
"""The file of the products of which several estates say something."""

_HEAD: Final = "Made by estate merge. What the estates said by themselves stands in origins/."
_WORD: Final = re.compile(r"[a-z0-9]+(?:[-._/][a-z0-9]+)*")
_MOST_NAMED: Final = 8
_LAID_OVER: Final = "Products of which several estates say something, laid over one another."


@frozen
class Same:
    """A record that is one: its id and name, whose stays, and in which estates it stood."""

    id: str
    kind: str
    name: str
    kept: str
    held: tuple[str, ...]
    stood_for: bool


@frozen
class Merged:
    """An estate made of several: the text or bytes of each of its files, and what was done.

    `names` gives, by estate, the new id of each old one; `records` is how many there are now.
    `remarks` are what has to be looked at by hand.
    """

    files: Mapping[str, bytes]
    names: Mapping[str, Mapping[str, str]]
    same: tuple[Same, ...]
    settings: Settings
    conflicts: tuple[Conflict, ...]
    records: int
    remarks: tuple[str, ...] = ()


def joined(  # noqa: PLR0913 - what an estate is made of
    parts: Mapping[str, Part],
    name: str,
    packs: Mapping[str, Mapping[str, bytes]],
    more: Mapping[str, bytes],
    split_of: Mapping[str, str],
    worst: Callable[[str], str],
) -> Merged:
    """Make one estate of several, by what each is called in it.

    `packs` are the files of each estate's own settings and rules, by their paths in it; `more` are
    further files. `split_of` says of which estate each was split off; `worst` as for
    `merged_settings`. Raises MergeError with everything that cannot be merged.
    """
    parts = dict(sorted(parts.items()))
    found = sameness(parts, split_of)
    rules, rule_files = _rules(parts, packs)
    settings = merged_settings(parts, name, rules, worst)
    common = _common_defaults(parts, found)
    if common:
        settings.values[DEFAULTS] = common
    products, conflicts = laid_over(parts, found.laid_over)
    overlay = document({"products": products}, _LAID_OVER) if products else ""
    moving = {each: _Moving(each, part, found, common) for each, part in parts.items()}
    files = {**more, **rule_files, FILE: document(settings.values, _HEAD).encode()}
    files |= _all_moved(moving.values())
    files |= dict(_put_aside(parts, packs))
    if overlay:
        files[OVERLAY] = overlay.encode()
    origins = {each: moved.origin(digest_of(overlay)) for each, moved in moving.items()}
    files[ORIGINS] = written(Origins(origins)).encode("utf-8", "backslashreplace")
    return Merged(
        files=dict(sorted(files.items())),
        names=found.names,
        same=tuple(_same(parts, found)),
        settings=settings,
        conflicts=conflicts,
        records=_counted(parts, origins, found),
        remarks=tuple(_remarks(found, packs)),
    )


def _counted(parts: Mapping[str, Part], origins: Mapping[str, Origin], found: Sameness) -> int:
    """Return how many records there have to be: those of all, what is one counted once."""
    every = sum(len(part.estate) for part in parts.values())
    return every - sum(len(each.one) for each in origins.values()) + len(found.laid_over)


def _all_moved(moving: Iterable[_Moving]) -> dict[str, bytes]:
    """Return the files of all estates. Raises MergeError with every fault of all."""
    files: dict[str, bytes] = {}
    errors = []
    for moved in moving:
        try:
            files |= moved.files()
        except MergeError as error:
            errors.append(error)
    if errors:
        problems = [problem for error in errors for problem in error.problems]
        raise MergeError("; ".join(error.message for error in errors), problems)
    return files


def _put_aside(
    parts: Mapping[str, Part], packs: Mapping[str, Mapping[str, bytes]]
) -> Iterator[tuple[str, bytes]]:
    """Yield each estate's own settings and rules, as they were, under their new paths."""
    for namespace, part in parts.items():
        for path, data in packs.get(namespace, {}).items():
            yield f"{FOLDER}/{namespace}/{path}", data
        yield f"{FOLDER}/{namespace}/{FILE}", part.settings.encode()


def _remarks(found: Sameness, packs: Mapping[str, Mapping[str, bytes]]) -> Iterator[str]:
    """Yield the own rules that hold an id which is another one now: rules are not rewritten."""
    for namespace, names in found.names.items():
        for path, data in sorted(packs.get(namespace, {}).items()):
            words = set(_WORD.findall(data.decode("utf-8", "replace")))
            met = sorted(words & names.keys())
            if met and path.endswith((".yaml", ".yml")) and path != ORIGINS:
                named = ", ".join(met[:_MOST_NAMED]) + (" …" if len(met) > _MOST_NAMED else "")
                yield f"{path} of {namespace} may name records that have other ids now: {named}"


def digest_of(text: str) -> str:
    """Return what identifies the products that were laid over one another."""
    return hashlib.sha256(text.encode()).hexdigest()


def _same(parts: Mapping[str, Part], found: Sameness) -> Iterator[Same]:
    for key, kept in sorted(found.kept.items()):
        entry = parts[kept].estate.get(key)
        held = tuple(name for name, part in parts.items() if part.estate.get(key) is not None)
        if entry is not None:
            yield Same(key, entry.kind, entry.name, kept, held, key in found.stood_for)


def _rules(
    parts: Mapping[str, Part], packs: Mapping[str, Mapping[str, bytes]]
) -> tuple[list[str], dict[str, bytes]]:
    """Return the packs of the merged estate, and their files; the very same pack comes once."""
    names: list[str] = ["standard"]
    files: dict[str, bytes] = {}
    for namespace, part in parts.items():
        for rule in part.config.rules:
            if rule == "standard":
                continue
            own = _pack(rule, packs.get(namespace, {}))
            everywhere = all(_pack(rule, packs.get(other, {})) == own for other in parts)
            above = "" if everywhere else f"rules-of/{namespace}/"
            files |= {f"{above}{path}": data for path, data in own.items()}
            names.append(f"{above}{rule}")
    used = any("standard" in part.config.rules for part in parts.values())
    return list(dict.fromkeys(names if used else names[1:])), files


def _pack(rule: str, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of one rule pack, which is a folder or a file."""
    below = f"{rule.rstrip('/')}/"
    return {path: d for path, d in files.items() if path == rule or path.startswith(below)}


def _common_defaults(parts: Mapping[str, Part], found: Sameness) -> dict[str, Any]:
    """Return the defaults that all estates have, and that say the same in all."""
    clashing = {key for names in found.names.values() for key in names}
    first, *rest = (part.config.defaults for part in parts.values())
    return {
        name: value
        for name, value in first.items()
        if all(name in other and other[name] == value for other in rest)
        and not any(json.dumps(key) in json.dumps(value, default=str) for key in clashing)
    }


class _Moving:
    """One estate on its way into the merged one."""

    def __init__(
        self, namespace: str, part: Part, found: Sameness, common: Mapping[str, Any]
    ) -> None:
        self._namespace = namespace
        self._part = part
        self._names = found.names[namespace]
        own = {entry.id: entry for entry in part.estate}
        self._one = {k: kept for k, kept in found.kept.items() if k in own and kept != namespace}
        self._one |= {key: OVERLAY for key in found.laid_over if key in own}
        self._gone = {(SECTION_OF[own[key].kind], key) for key in self._one}
        self._pushed = {k: v for k, v in part.config.defaults.items() if k not in common}
        self._touched: dict[str, Touched] = {}

    def files(self) -> dict[str, bytes]:
        """Return its files under their new paths. Raises MergeError with every fault."""
        found: dict[str, bytes] = {}
        problems = []
        for source in self._part.sources:
            path = f"inventory/{self._namespace}/{source.name}"
            try:
                found[path] = self._moved(source).encode("utf-8", "surrogateescape")
            except EditError as error:
                problems += list(error.problems)
        if problems:
            message = f"{self._part.root} cannot be merged as it is laid out"
            raise MergeError(message, problems)
        return found

    def origin(self, overlay: str) -> Origin:
        """Return what it takes to have it back."""
        part = self._part
        return Origin(
            part.config.name,
            part.config.inventory,
            part.digest,
            {new: old for old, new in self._names.items()},
            self._one,
            self._touched,
            overlay if OVERLAY in self._one.values() else "",
        )

    def _moved(self, source: Source) -> str:
        name = str(self._part.root / self._part.config.inventory / source.name)
        gone = {(s, key) for s, key, _ in source.records() if (s, key) in self._gone}
        text, marker, removed = source.text, "", None
        if gone:
            marker = marker_for(text)
            folded = fold(text, gone, marker, name=name)
            if folded is None:
                marker, removed = "", _held(source, gone)
                folded = without_records(text, gone, name=name)
            text = folded
        pushed = {k: v for k, v in self._pushed.items() if k not in source.defaults}
        if not any(True for _ in source.records()):
            pushed = {}
        for field, value in pushed.items():
            text = set_field(text, (DEFAULTS, field), value, name=name)
        if gone or pushed:
            made = DEFAULTS not in source.document.values
            touched = Touched(marker, tuple(pushed), made, removed)
            self._touched[source.name] = touched
        return rename(text, self._names, name=name)


def _held(source: Source, gone: Iterable[tuple[str, str]]) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for section, key in sorted(gone):
        found.setdefault(section, {})[key] = _plain(source.document.values[section][key])
    return found


def _plain(value: Any) -> Any:  # noqa: ANN401 - raw
    """Return a raw value as it is written anew."""
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return None if value is NULL else value
