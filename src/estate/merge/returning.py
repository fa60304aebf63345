"""One estate out of a merged one again: the files it gave, under their own names and ids."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from estate.config import FILE
from estate.edit import add_record, remove_field
from estate.edit.cutting import unfold
from estate.edit.renaming import rename, renamed_values
from estate.errors import EditError, MergeError
from estate.frozen import frozen
from estate.merge.joining import OVERLAY, digest_of
from estate.merge.origins import FOLDER, Origin, Touched
from estate.merge.part import DEFAULTS, Part, Source
from estate.merge.parting import LEFT, Loss, Parted, free_name, named_by, stand_ins
from estate.model import SECTION_OF
from estate.read import read_document
from estate.yaml_text import document

__all__ = ["returned"]

_NOTHING: Final = Touched()


def returned(part: Part, namespace: str, origin: Origin, kept_apart: Mapping[str, bytes]) -> Parted:
    """Return the estate that went into a merge under a name, with what became of it since.

    `kept_apart` are the files that the merge put aside for it. What it names by now of another
    estate's gets a stand-in. Raises MergeError where its files cannot be given back.
    """
    way = _Way(part, namespace, origin)
    files = dict(way.files())
    held = way.ids
    losses = tuple(way.losses())
    stand_in = stand_ins(part, {loss.target for loss in losses})
    if stand_in:
        folder = origin.inventory
        text = document(stand_in, "What another estate has and this one names by now.")
        path = free_name(files, f"{folder}/{LEFT}")
        files[path] = rename(text, way.back, name=LEFT).encode()
    above = f"{FOLDER}/{namespace}/"
    files |= {path.removeprefix(above): data for path, data in kept_apart.items()}
    if FILE not in files:
        raise MergeError(f"{above}{FILE} is not there: the settings of {namespace} are lost")
    every = {entry.id: entry for entry in part.estate}
    return Parted(
        dict(sorted(files.items())),
        _counts(part, held),
        _counts(part, every.keys() - held),
        losses,
        stale=tuple(way.stale()),
    )


@frozen
class _Given:
    """A file as it is given back: its path, its text, and the ids that stand in it."""

    path: str
    text: str


class _Way:
    """The way back of one estate."""

    def __init__(self, part: Part, namespace: str, origin: Origin) -> None:
        self._part = part
        self._namespace = namespace
        self._origin = origin
        self.back = dict(origin.renamed)
        above = f"{namespace}/"
        self._sources = [s for s in part.sources if s.name.startswith(above)]
        own = {key for source in self._sources for _, key, _ in source.records()}
        self._own = own
        self.ids = own | {key for key in origin.one if part.estate.get(key) is not None}
        self._texts: dict[str, str] = {}

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield its files as they were, with what was changed in them since."""
        problems = []
        for source in self._sources:
            name = source.name.removeprefix(f"{self._namespace}/")
            path = f"{self._origin.inventory}/{name}"
            try:
                text = self._text(source, self._origin.files.get(name, _NOTHING), path)
            except EditError as error:
                problems += list(error.problems)
                continue
            self._texts[path] = text
            yield path, text.encode("utf-8", "surrogateescape")
        if problems:
            raise MergeError(f"{self._part.root} cannot be parted as it is laid out", problems)
        if not self._sources:
            raise MergeError(f"inventory/{self._namespace} is empty: there is nothing to give back")

    def _text(self, source: Source, touched: Touched, name: str) -> str:
        """Undo what the merge did to a file, in the opposite order."""
        text = rename(source.text, self.back, name=name)
        given = source.defaults
        for field in touched.defaults:
            if field in given:
                text = remove_field(text, (DEFAULTS, field), name=name)
        if touched.made and touched.defaults and not set(given) - set(touched.defaults):
            text = _without_defaults(text, name)
        if touched.marker:
            text = unfold(text, touched.marker)
        for section, records in (touched.removed or {}).items():
            for key, record in records.items():
                text = add_record(text, section, key, dict(record), name=name)
        return text

    def losses(self) -> Iterator[Loss]:
        """Yield what its records name by now of what is not its own."""
        named, estate = named_by(self._part), self._part.estate
        for key in sorted(self._own):
            for target, field in sorted(named.get(key, {}).items()):
                entry = estate.get(target)
                if entry is not None and target not in self.ids:
                    owners = tuple(getattr(entry, "organisation", None) or ())
                    back = self.back.get(key, key)
                    yield Loss(back, field, target, entry.kind, entry.name, owners)

    def stale(self) -> Iterator[str]:
        """Yield the records that are one and have been changed since, where another keeps them."""
        now = {key: raw for s in self._part.sources for _, key, raw in s.records()}
        laid = self._laid_over()
        for path, text in self._texts.items():
            values = read_document(path, text.encode("utf-8", "surrogateescape")).values
            for section, records in values.items():
                if not isinstance(records, dict) or section == DEFAULTS:
                    continue
                for key in records.keys() & self._origin.one.keys():
                    if self._origin.one[key] == OVERLAY:
                        changed = laid
                    else:
                        changed = _changed(section, key, records[key], now.get(key), self.back)
                    if changed:
                        yield key

    def _laid_over(self) -> bool:
        """Whether the products that were laid over one another have been changed since."""
        name = OVERLAY.partition("/")[2]
        text = next((s.text for s in self._part.sources if s.name == name), "")
        return digest_of(text) != self._origin.overlay


def _changed(section: str, key: str, then: object, now: object, back: Mapping[str, str]) -> bool:
    """Whether a record says otherwise by now; what defaults say of it is left aside."""
    after = renamed_values({section: {key: now}}, back)[section]
    if not isinstance(then, dict) or not isinstance(after.get(key), dict):
        return False
    shared = then.keys() & after[key].keys()
    return any(then[field] != after[key][field] for field in shared)


def _without_defaults(text: str, name: str) -> str:
    found = read_document(name, text.encode("utf-8", "surrogateescape"))
    if found.values.get(DEFAULTS) in ({}, None) and DEFAULTS in found.values:
        return remove_field(text, (DEFAULTS,), name=name)
    return text


def _counts(part: Part, keys: set[str]) -> dict[str, int]:
    found = {}
    for kind in SECTION_OF:
        if number := sum(key in keys for key in part.estate.of(kind)):
            found[kind] = number
    return found
