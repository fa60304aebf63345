"""An import while it is being made: things seen, records made of them, relations between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from estate.exchange.imported import Counts, Imported, TableCount
from estate.exchange.inward.fitting import fitted
from estate.exchange.inward.ids import ids_of
from estate.exchange.inward.item import Item
from estate.exchange.inward.linking import Links, Wish, field_of
from estate.exchange.inward.referring import dangling, targets_in, targets_of
from estate.exchange.losses import Loss
from estate.exchange.table.cells import shown
from estate.exchange.table.slug import slug
from estate.model import SECTIONS

__all__ = ["Draft", "Made", "Ref"]

NO_PLACE = "the inventory has no field for it"


@dataclass(frozen=True, slots=True)
class Ref:
    """Stands in a field for the id of another record, by its key."""

    key: str


@dataclass(slots=True, eq=False)
class Made:
    """A record in the making: what it goes by, and the thing it is made of.

    What is `ours` came from an estate: it gets no source but the one it had.
    """

    section: str
    names: tuple[str, ...]
    fields: dict[str, Any]
    item: Item
    ours: bool = False

    @property
    def kind(self) -> str:
        """The kind of the record."""
        return SECTIONS[self.section].kind


@dataclass(slots=True, eq=False)
class Draft:
    """Gathers one import. A record has a key of the importer's own; ids come at the end.

    Every thing is counted when it is seen, and ends used or lost. Fields of a thing that nobody
    took, values that the inventory does not take, and relations that lead nowhere become losses.
    """

    name: str
    folder: str
    records: dict[str, Made] = field(default_factory=dict)
    _files: list[tuple[str, str]] = field(default_factory=list)
    _items: list[Item] = field(default_factory=list)
    _lost: dict[int, tuple[str, str]] = field(default_factory=dict)
    _wishes: list[Wish] = field(default_factory=list)
    _cells: list[Loss] = field(default_factory=list)

    def open(self, name: str, remark: str) -> None:
        """Begin a file: how it was read is said in the report."""
        self._files.append((name, remark))

    def item(self, kind: str, values: Mapping[str, Any], file: str, number: int) -> Item:
        """Count a thing and return it."""
        made = Item(kind, file, number, dict(values))
        self._items.append(made)
        return made

    def lose(self, item: Item, reason: str, value: str = "") -> None:
        """End a thing that makes no record, with the reason. Its fields are lost with it."""
        self._lost[id(item)] = (reason, value)

    def lose_cell(self, item: Item, column: str, value: str, reason: str) -> None:
        """List a single value of a thing that could not be used."""
        self._cells.append(
            Loss("cell", item.kind, item.file, item.number, column, value[:200], reason)
        )

    def add(
        self, item: Item, section: str, key: str, names: Sequence[str], **fields: object
    ) -> Made | None:
        """Make a record of a thing; None where its key is taken, and then the thing is lost.

        `names` are what its id may be made of, the best first; the name of the record is
        `fields["name"]`, or the last of them. A field that is "" stays unknown; one that is None
        is known to be none.
        """
        if key in self.records:
            self.lose(item, f"{section} has it already, from {self.records[key].item.place}", key)
            return None
        own = {name: value for name, value in fields.items() if value not in ("", {})}
        said = [own.pop("name", ""), *reversed(names), "unnamed"]
        name = next(each for each in said if isinstance(each, str) and each.strip())
        made = Made(section, tuple(names), {"name": name, **own}, item)
        self.records[key] = made
        return made

    def implied(self, item: Item, section: str, name: str, **fields: object) -> str:
        """Return the key of the record that a mere name stands for; make it the first time."""
        key = f"{section} {slug(name) or name}"
        if key not in self.records:
            self.add(item, section, key, [name], **fields)
        return key

    def link(
        self, item: Item, owner: str, target: str, fields: Sequence[str], **detail: str
    ) -> None:
        """Ask for a relation: the first of `fields` that both kinds allow.

        Which `item` says so tells where a relation that leads nowhere was asked for.
        """
        self._wishes.append(Wish(item, owner, target, tuple(fields), detail))

    def wishes_of(self, owner: str, field: str) -> Iterator[Wish]:
        """Yield the relations that were asked for a record, by the first field of each."""
        return (w for w in self._wishes if w.owner == owner and w.fields[0] == field)

    def finish(self) -> Imported:
        """Give ids, make relations, hold every record to the model, and count."""
        ids = ids_of({key: (m.kind, m.names, _mark(key, m)) for key, m in self.records.items()})
        links, known = self._linked(ids), frozenset(ids.values())
        sections: dict[str, dict[str, dict[str, Any]]] = {}
        for key, made in sorted(self.records.items(), key=lambda pair: ids[pair[0]]):
            fields = self._record(key, made, ids, links, known)
            sections.setdefault(made.section, {})[ids[key]] = fields
        ordered = {name: sections[name] for name in SECTIONS if name in sections}
        losses = [*self._cells, *self._row_losses(), *self._column_losses()]
        return Imported(
            self.name,
            self.folder,
            ordered,
            tuple(sorted(losses, key=lambda loss: loss.order)),
            Counts(self._tables(), {name: len(part) for name, part in ordered.items()}),
            form="document",
        )

    def _linked(self, ids: Mapping[str, str]) -> Links:
        links = Links()
        for wish in self._wishes:
            owner, target = self.records.get(wish.owner), self.records.get(wish.target)
            if owner is None or target is None:
                missing = wish.target if target is None else wish.owner
                reason = "names something that made no record"
                self.lose_cell(wish.item, wish.fields[0], missing.partition(" ")[2], reason)
                continue
            if _says(target, ids[wish.owner]):
                continue  # the same, told from the other end
            name = field_of(owner.kind, target.kind, wish.fields)
            if name is None or wish.owner == wish.target:
                said = f"{ids[wish.owner]} → {ids[wish.target]}"
                what = wish.fields[0] if len(wish.fields) == 1 else "relation"
                reason = f"no {what} leads from {owner.kind} to {target.kind}"
                if wish.owner == wish.target:
                    reason = "a record cannot be related to itself"
                self.lose_cell(wish.item, wish.fields[0], said, reason)
                continue
            links.add(wish.owner, name, ids[wish.target], wish.detail)
        # Nothing can stand on itself; that two things need each other can be said otherwise.
        links.break_rings("hosted_on", "depends_on", ids)
        links.break_rings("runs_on", "uses", ids)
        return links

    def _record(
        self, key: str, made: Made, ids: Mapping[str, str], links: Links, known: frozenset[str]
    ) -> dict[str, Any]:
        raw = {name: self._resolved(made, name, value, ids) for name, value in made.fields.items()}
        raw = {name: value for name, value in raw.items() if value is not _UNRESOLVED}
        for column, name in dangling(made.section, raw, known):
            self.lose_cell(made.item, column, name, "names something that made no record")
        named = targets_in(made.section, raw)
        for name, items in links.of(key):
            # What the record itself says of a target is fuller than what a relation says.
            if added := [item for item in items if not named & set(targets_of(item))]:
                raw[name] = [*(raw.get(name) or []), *added]
        if not made.ours:
            raw = {**raw, "source": raw.pop("source", made.item.place)}
        fields, misfits = fitted(made.section, ids[key], raw)
        for column, value, reason in misfits:
            self.lose_cell(made.item, column, value, reason)
        return fields

    def _resolved(self, made: Made, name: str, value: Any, ids: Mapping[str, str]) -> Any:  # noqa: ANN401
        if isinstance(value, Ref):
            if value.key in ids:
                return ids[value.key]
            reason = "names something that made no record"
            self.lose_cell(made.item, name, value.key.partition(" ")[2], reason)
            return _UNRESOLVED
        if isinstance(value, list):
            members = [self._resolved(made, name, member, ids) for member in value]
            kept = [member for member in members if member is not _UNRESOLVED]
            return kept if kept or not members else _UNRESOLVED
        if isinstance(value, dict):
            parts = {key: self._resolved(made, name, part, ids) for key, part in value.items()}
            return _UNRESOLVED if _UNRESOLVED in parts.values() else parts
        return value

    def _row_losses(self) -> list[Loss]:
        return [
            Loss("row", item.kind, item.file, item.number, "", value or _content(item), reason)
            for item in self._items
            if id(item) in self._lost
            for reason, value in [self._lost[id(item)]]
        ]

    def _column_losses(self) -> list[Loss]:
        counts: Counter[tuple[str, str, str]] = Counter()
        found: list[Loss] = []
        for item in self._items:
            if id(item) not in self._lost:
                counts.update((item.kind, item.file, path) for path in set(item.leftovers()))
            found += [
                Loss("cell", item.kind, item.file, item.number, r.column, r.value, r.reason)
                for r in item.refused()
            ]
        for (kind, file, path), count in counts.items():
            times = "once" if count == 1 else f"{count:,} times"
            found.append(Loss("column", kind, file, None, path, times, NO_PLACE))
        return found

    def _tables(self) -> dict[str, TableCount]:
        seen = Counter(item.kind for item in self._items)
        lost = Counter(item.kind for item in self._items if id(item) in self._lost)
        files = tuple(self._files)
        return {
            kind: TableCount(seen[kind], seen[kind] - lost[kind], 0, lost[kind], 0, files)
            for kind in sorted(seen)
        }


_UNRESOLVED = object()


def _says(made: Made, key: str) -> bool:
    """Whether a record that came from an estate has a relation to another."""
    return made.ours and key in targets_in(made.section, made.fields)


def _mark(key: str, made: Made) -> str:
    """Return a key without the name of the file, which may change between two exports."""
    return key.replace(f" {made.item.file} ", " ", 1)


def _content(item: Item) -> str:
    return shown({key: value for key, value in item.values.items() if value})
