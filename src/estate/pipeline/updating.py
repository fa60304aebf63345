"""An estate's files as they would be after an import: every field changed in its own place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from estate.config import Config, load_config
from estate.edit import Edit, edited
from estate.errors import EditError, InventoryError
from estate.exchange.update import Change, Fields, Plan, Records, flat, raw, same
from estate.frozen import frozen
from estate.model import SECTIONS
from estate.model.policy import Policy
from estate.read import Document, inventory_of, read_document
from estate.read.discover import discover

__all__ = ["Files", "opened", "updated"]

_RETIRED: Final = "retired"


@frozen
class Files:
    """The inventory of an estate as its files say it: each with its path and what it says."""

    root: Path
    config: Config
    documents: Mapping[str, Document]
    paths: Mapping[str, Path]

    @property
    def homes(self) -> dict[str, str]:
        """Return the file in which each record stands, by its id."""
        return {
            key: name
            for name, document in self.documents.items()
            for section in SECTIONS
            for key in _records(document, section)
        }

    def own(self) -> Records:
        """Return every record with the values that stand in it."""
        found: dict[str, dict[str, Fields]] = {section: {} for section in SECTIONS}
        for document in self.documents.values():
            for section in SECTIONS:
                for key, record in _records(document, section).items():
                    found[section][key] = flat(record)
        return found

    def effective(self) -> Records:
        """Return every record with its own values, and the defaults that hold where it has none."""
        found: dict[str, dict[str, Fields]] = {section: {} for section in SECTIONS}
        for document in self.documents.values():
            defaults = {**self.config.defaults, **_mapping(document.values.get("defaults"))}
            for section, kind in SECTIONS.items():
                known = {field.alias or name for name, field in kind.__pydantic_fields__.items()}
                held = {name: value for name, value in defaults.items() if name in known}
                for key, record in _records(document, section).items():
                    found[section][key] = flat({**held, **record})
        return found

    def home_for(self, section: str) -> str:
        """Return the file for a new record: that with most of its section, or one of its name."""
        counts = Counter(
            {name: len(_records(document, section)) for name, document in self.documents.items()}
        )
        most = max(sorted(counts), key=lambda name: counts[name], default="")
        if counts[most]:
            return most
        return f"{self.config.inventory}/{section}.yaml"


def _mapping(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _records(document: Document, section: str) -> dict[str, Any]:
    records = _mapping(document.values.get(section))
    return {key: record for key, record in records.items() if isinstance(record, dict)}


def opened(root: Path) -> Files:
    """Read the files of an estate's inventory. Raises EditError with every problem of every file.

    Only files without fault can be changed, since nobody else knows what they mean.
    """
    config = load_config(root)
    found = discover(root, config.inventory)
    problems = list(found.problems)
    documents, paths = {}, {}
    for name, path in found.found:
        try:
            document = read_document(name, path.read_bytes())
        except OSError as error:
            raise EditError(f"{name} cannot be read: {error.strerror}") from error
        problems += document.problems
        documents[name], paths[name] = document, path
    if problems:
        raise EditError("the inventory has to be mended first; nothing was written", problems)
    return Files(root, config, documents, paths)


def updated(
    files: Files,
    plan: Plan,
    typed: Callable[[Change], Any],
    *,
    home: Callable[[str], str] | None = None,
    retire: bool = False,
) -> dict[Path, str]:
    """Return the text of every file that a plan changes, by path; nothing is written.

    `typed` gives the value, or the record, that a change brings. `home` says which file takes new
    records of a section. With `retire` the assets that are gone are marked as retired. Raises
    EditError where a file cannot be changed in one place alone, and InventoryError where the
    result would be no inventory.
    """
    edits = _edits(files, plan, typed, retire=retire)
    added: dict[str, dict[str, dict[str, Any]]] = defaultdict(lambda: defaultdict(dict))
    for change in plan.of("added"):
        name = (home or files.home_for)(change.section)
        added[name][change.section][change.id] = typed(change)
    texts = {}
    for name in sorted(edits.keys() | added.keys()):
        document = files.documents.get(name)
        before = document.text if document else ""
        after = edited(before, edits.get(name, ()), added.get(name, {}), name=name)
        if after != before:
            texts[name] = after
    _check(files, texts)
    return {files.paths.get(name, files.root / name): text for name, text in texts.items()}


def _edits(
    files: Files, plan: Plan, typed: Callable[[Change], Any], *, retire: bool
) -> dict[str, Sequence[Edit]]:
    homes = files.homes
    edits: dict[str, list[Edit]] = defaultdict(list)
    for change in plan.of("changed", "removed"):
        home = homes[change.id]
        path = (change.section, change.id, *change.path)
        if change.kind == "removed":
            edits[home].append(Edit(path, remove=True))
        else:
            there = _at(files.documents[home].values, path)
            edits[home] += _parted(path, there, typed(change))
    for change in plan.of("gone") if retire else ():
        if "status" in SECTIONS[change.section].__pydantic_fields__:
            path = (change.section, change.id, "status")
            edits[homes[change.id]].append(Edit(path, _RETIRED))
    return dict(edits)


def _at(value: Any, path: Sequence[str]) -> Any:  # noqa: ANN401 - any raw value
    for step in path:
        value = value.get(step) if isinstance(value, dict) else None
    return value


def _parted(path: tuple[str | int, ...], there: Any, value: Any) -> Iterator[Edit]:  # noqa: ANN401
    """Part a change into those of its members that differ, so that the others stay as they are."""
    if isinstance(there, dict) and isinstance(value, dict) and there and value:
        yield from (Edit((*path, key), remove=True) for key in there if key not in value)
        for key, inner in value.items():
            yield from _parted((*path, key), there.get(key), inner)
    elif isinstance(there, list) and isinstance(value, list) and len(there) == len(value):
        for at, (old, new) in enumerate(zip(there, value, strict=True)):
            yield from _parted((*path, at), old, new)
    elif not same(there, raw(value)):
        yield Edit(path, value)


def _check(files: Files, texts: Mapping[str, str]) -> None:
    """Read the inventory as it would be. Raises InventoryError with every problem."""
    documents = [
        document if name not in texts else read_document(name, texts[name].encode())
        for name, document in files.documents.items()
    ]
    documents += [
        read_document(name, text.encode())
        for name, text in texts.items()
        if name not in files.documents
    ]
    try:
        inventory_of(
            documents, name=files.config.name, policy=Policy(), defaults=files.config.defaults
        )
    except InventoryError as error:
        message = f"what the import brings would not load, so nothing was written: {error.message}"
        raise InventoryError(message, error.problems) from error
