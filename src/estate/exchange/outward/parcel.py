"""Records on their way out: what a format takes of each, and what stays behind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from estate.exchange.carried import carried
from estate.exchange.inward.referring import dangling, targets_of
from estate.exchange.outward.exported import Exported, Omission
from estate.exchange.outward.plain import written
from estate.model import SECTION_OF, SECTIONS, Estate, relations_of
from estate.model.record import Entry

__all__ = ["Outgoing", "Parcel"]


@dataclass(slots=True, eq=False)
class Parcel:
    """One record as plain values. Fields are taken out of it; the rest is left behind."""

    id: str
    kind: str
    name: str
    fields: dict[str, Any]
    entry: Entry
    dropped: list[tuple[str, str]] = field(default_factory=list)

    @property
    def section(self) -> str:
        """The section it comes from."""
        return SECTION_OF[self.kind]

    def take(self, name: str) -> Any:  # noqa: ANN401 - whatever a field may hold
        """Take a field, None where it is not there."""
        return self.fields.pop(name, None)

    def text(self, name: str) -> str:
        """Take a field that is a text, "" where it is not there."""
        value = self.fields.pop(name, None)
        return "" if value is None else str(value)

    def plain(self, name: str) -> str | None:
        """Take a text that would come back as it is; another stays, for a property."""
        value = self.fields.get(name)
        if isinstance(value, str) and value and _is_plain(value):
            return str(self.fields.pop(name))
        return None

    def bag(self) -> dict[str, Any]:
        """Take everything that is left as one mapping, for formats that let anybody add one."""
        own = {} if _is_plain(self.name) else {"name": self.name}
        return {**self.rest(), **own}

    def carried(self) -> dict[str, str]:
        """Take everything that is left as properties, with what kind of record it is."""
        return carried({**self.bag(), "kind": self.kind})

    def texts(self, name: str) -> list[str]:
        """Take a list of texts."""
        return [str(value) for value in self.fields.pop(name, None) or ()]

    def relations(self) -> list[tuple[str, str]]:
        """Return field and target of every item of every relation, taking nothing."""
        return [
            (holder, target)
            for _, holder in relations_of(self.kind)
            for item in _items(self.fields.get(holder))
            for target in targets_of(item)
        ]

    def items(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield every item of every relation as a mapping, taking nothing: field, item."""
        for _, holder in relations_of(self.kind):
            for item in _items(self.fields.get(holder)):
                yield holder, item if isinstance(item, dict) else {"to": item}

    def drop(self, name: str, reason: str) -> None:
        """Note that something of a field stays behind."""
        self.dropped.append((name, reason))

    def rest(self) -> dict[str, Any]:
        """Take everything that is left."""
        left = dict(self.fields)
        self.fields.clear()
        return left


@dataclass(slots=True, eq=False)
class Outgoing:
    """The records that an export has looked at; the others are left out as a whole."""

    estate: Estate
    _parcels: dict[str, Parcel] = field(default_factory=dict)
    _refused: dict[str, str] = field(default_factory=dict)

    def of(self, *sections: str) -> Iterator[Parcel]:
        """Yield the records of sections, by id, to be taken from."""
        for section in sections:
            for entry in self.estate.sections[section].values():
                yield self.parcel(entry)

    def parcel(self, entry: Entry) -> Parcel:
        """Return the parcel of a record, the same each time."""
        if entry.id not in self._parcels:
            fields = written(entry)
            name = str(fields.pop("name"))
            self._parcels[entry.id] = Parcel(entry.id, entry.kind, name, fields, entry)
        return self._parcels[entry.id]

    def refuse(self, parcel: Parcel, reason: str) -> None:
        """Leave a whole record out after all, with the reason."""
        self._refused[parcel.id] = reason

    def exported(
        self, files: Mapping[str, str | bytes], *, why: str = "", named: Iterable[str] = ()
    ) -> Exported:
        """Return the files with what is in them and what is not.

        `why` says why the format has no place for the sections that nobody looked at; `named` are
        records that are in the files by their id and name alone.
        """
        held = [parcel for key, parcel in self._parcels.items() if key not in self._refused]
        counts = {s: sum(p.section == s for p in held) for s in SECTIONS}
        ids = frozenset([*(parcel.id for parcel in held), *named])
        for parcel in held:
            self._absent(parcel, ids)
        omissions = [*self._records(why or "the format has no place for them"), *_fields(held)]
        return Exported(files, {s: n for s, n in counts.items() if n}, tuple(omissions))

    def _absent(self, parcel: Parcel, ids: frozenset[str]) -> None:
        """Say which fields name records that are not in the file."""
        entry = self.estate.get(parcel.id)
        fields = {} if entry is None else deepcopy(written(entry))
        for name in dict.fromkeys(name for name, _ in dangling(parcel.section, fields, ids)):
            if name not in parcel.fields:
                parcel.drop(name, "names what is not in the file")

    def _records(self, why: str) -> Iterator[Omission]:
        for section, records in self.estate.sections.items():
            by_reason: dict[str, list[str]] = {}
            for key in records:
                if key in self._refused:
                    by_reason.setdefault(self._refused[key], []).append(key)
                elif key not in self._parcels:
                    by_reason.setdefault(why, []).append(key)
            for reason, ids in by_reason.items():
                yield Omission(section, "", reason, tuple(ids))


def _fields(parcels: Sequence[Parcel]) -> Iterator[Omission]:
    found: dict[tuple[str, str, str], list[str]] = {}
    for parcel in parcels:
        left = [(name, "the format has no field for it") for name in parcel.fields]
        for name, reason in dict.fromkeys([*left, *parcel.dropped]):
            found.setdefault((parcel.section, name, reason), []).append(parcel.id)
    order = list(SECTIONS)
    for (section, name, reason), ids in sorted(
        found.items(), key=lambda pair: (order.index(pair[0][0]), pair[0])
    ):
        yield Omission(section, name, reason, tuple(ids))


def _is_plain(text: str) -> bool:
    """Whether every format and every program hands a text on as it is."""
    return text == text.strip() and text.replace("\n", "").isprintable()


def _items(value: Any) -> list[Any]:  # noqa: ANN401 - a relation as the file writes it
    return value if isinstance(value, list) else [] if value is None else [value]
