"""Entries of lists as subjects: milestones, changes, benefits, budget lines, envelopes, requests.

Each has the fields of its entry, knows whose it is and where it stands, and is told from the
others of its record by a label. Those of one label are numbered from the second on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, Final

from estate.facts.dictionary import Fact, Type
from estate.facts.facts import Column, Derived, Facts, Kind
from estate.findings import Place, Subject
from estate.frozen import frozen
from estate.model import Entry
from estate.model.organisations import BudgetLine
from estate.model.projects import Change
from estate.model.record import Record


@frozen
class Item:
    """One entry of a record's list; `label` tells it from the others, `key` is what says it.

    `number` counts the entries of one label from 1.
    """

    owner: Entry
    entry: Record
    key: str
    label: str
    number: int
    place: Place

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - a field of the entry
        """Return a field of the entry."""
        return getattr(self.entry, name)

    @property
    def id(self) -> str:
        """Whose it is and which: unique among its kind."""
        return f"{self.owner.id}:{self.label}:{self.number}"

    @property
    def detail(self) -> tuple[tuple[str, str], ...]:
        """What identifies it beside its owner."""
        further = f" ({self.number})" if self.number > 1 else ""
        if further and self.key != "name":
            return (self.key, self.label), ("name", f"{self.label}{further}")
        return ((self.key, f"{self.label}{further}"),)

    def __str__(self) -> str:
        """Return whose it is and which."""
        return f"{self.owner.id} {self.label}"


def change_label(change: Change) -> str:
    """Return what a change does, in one line."""
    if change.sets is None:
        verb = "retire" if change.retire else "go_live"
        return f"{change.on} {verb} {change.asset}"
    fields = ", ".join(sorted(name for name in change.sets if name != "asset"))
    return f"{change.on} set {change.asset} {fields}".rstrip()


@frozen
class _List:
    """A field that holds entries: of which kind of record, called what, told apart how."""

    kind: str
    owner: str
    field: str
    key: str
    label: Callable[[Any], str]

    def items(self, facts: Facts) -> Iterator[Item]:
        for owner in facts.estate.of(self.owner).values():
            seen: Counter[str] = Counter()
            for position, entry in enumerate(getattr(owner, self.field) or ()):
                label = self.label(entry)
                seen[label] += 1
                place = Place(owner.id, (self.field, position))
                yield Item(owner, entry, self.key, label, seen[label], place)

    def column(self, facts: Facts) -> Column:
        found: dict[str, list[Item] | None] = {
            key: None if getattr(owner, self.field) is None else []
            for key, owner in facts.estate.of(self.owner).items()
        }
        for item in facts.subjects(self.kind):
            listed = found.get(item.owner.id)
            if listed is not None:
                listed.append(item)
        return {key: None if listed is None else tuple(listed) for key, listed in found.items()}

    @property
    def derived(self) -> Derived:
        """The list as a fact: in the place of the raw entries, which do not know whose they are."""
        kind = Type(self.kind, many=True)
        doc = f"Its {self.field}, entry by entry."
        return Derived(Fact(self.owner, self.field, kind, doc, settles=(self.field,)), self.column)


def _name(entry: Any) -> str:  # noqa: ANN401 - an entry that has a name
    return str(entry.name)


def _year(entry: BudgetLine) -> str:
    return entry.year


_LISTS: Final = (
    _List("milestone", "project", "milestones", "name", _name),
    _List("change", "project", "changes", "name", change_label),
    _List("benefit", "project", "benefits", "name", _name),
    _List("budget_line", "project", "budget", "year", _year),
    _List("budget_line", "organisation", "budget", "year", _year),
    _List("requirement", "service", "requirements", "name", lambda e: e.capability),
    _List("envelope", "organisation", "envelopes", "name", _name),
)
_NAMES: Final = tuple(dict.fromkeys(each.kind for each in _LISTS))


def _subjects(kind: str) -> Callable[[Facts], tuple[Item, ...]]:
    def listed(facts: Facts) -> tuple[Item, ...]:
        return tuple(item for each in _LISTS if each.kind == kind for item in each.items(facts))

    return listed


def _describe(kind: str) -> Callable[[Facts, Any], tuple[Subject, Place]]:
    def described(facts: Facts, item: Item) -> tuple[Subject, Place]:
        owner = facts.identify(item.owner)
        subject = Subject(kind, owner.id, item.detail, owner.name, owner.organisations)
        return subject, item.place

    return described


@frozen
class Whole:
    """The whole estate as a subject: all that is known of it is known everywhere."""

    id: str = "estate"


def _describe_whole(facts: Facts, _: Whole) -> tuple[Subject, Place]:
    """Name the estate; it stands in no record, and no location is made up."""
    return Subject("estate", "estate", (), facts.estate.name), Place("estate")


ENTRY_KINDS: Final = (
    *(Kind(name, _subjects(name), _describe(name)) for name in _NAMES),
    Kind("estate", lambda _: (Whole(),), _describe_whole),
)
ENTRIES: Final = tuple(each.derived for each in _LISTS)

_OWNERS: Final = (
    ("milestone", "project", "project", "The project that it belongs to."),
    ("change", "project", "project", "The project that makes it."),
    ("benefit", "project", "project", "The project that promised it."),
    ("budget_line", "owner", "entry", "The project or organisation in whose budget it stands."),
    ("requirement", "service", "service", "The service that asks for it."),
    ("envelope", "organisation", "organisation", "The organisation that approved it."),
)
ENTRY_FACTS: Final = (
    *(Fact(kind, name, Type(of), doc, "owner", open=False) for kind, name, of, doc in _OWNERS),
    *(Fact(kind, "label", Type("text"), "What tells it from the others of its record.", "label",
           open=False) for kind in _NAMES),
    Fact("requirement", "capability", Type("text"), "What is asked for.", "capability",
         open=False),
    Fact("requirement", "by", Type("date", ends=True), "The day by which it is asked for.", "by",
         settles=("by",), null="no day"),
)  # fmt: skip
"""What entries have beside their own fields."""
