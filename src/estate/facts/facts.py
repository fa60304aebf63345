"""The estate on one day, as rules see it: subjects, facts and who they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import copy
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from estate.errors import Fault
from estate.facts.dictionary import Dictionary, Fact
from estate.facts.years import FinancialYears
from estate.findings import Place, Subject
from estate.frozen import frozen
from estate.graph import EstateGraph
from estate.lifecycle import Catalogue
from estate.model import ANY, SECTIONS, Asset, Entry, Estate

T = TypeVar("T")

Column = Mapping[str, Any]


@frozen
class Derived:
    """A derived fact and the function that computes its column, by record id, for every record."""

    fact: Fact
    compute: Callable[[Facts], Column]


@frozen
class Kind:
    """A kind of subject that is no record of a section: how to list it and to name it."""

    name: str
    subjects: Callable[[Facts], Sequence[Any]]
    describe: Callable[[Facts, Any], tuple[Subject, Place]]


class Facts:
    """Everything that rules may ask of an estate on a day.

    Columns and subjects are computed when first asked for and kept. `given` are columns that come
    from a later judgement, such as those about exceptions.
    """

    def __init__(  # noqa: PLR0913 - the parts of the world, each passed in
        self,
        estate: Estate,
        today: date,
        catalogue: Catalogue,
        derived: Iterable[Derived],
        kinds: Iterable[Kind],
        dictionary: Dictionary,
        given: Mapping[str, Column] | None = None,
        years: FinancialYears | None = None,
    ) -> None:
        self.estate = estate
        self.today = today
        self.catalogue = catalogue
        self.dictionary = dictionary
        self.years = years or FinancialYears()
        self.scope: Mapping[str, object] = {
            "today": today,
            "policy": estate.policy,
            "next_financial_year": self.years.following(today),
            "catalogue_as_of": catalogue.as_of,
        }
        self._derived = {entry.fact.column: entry for entry in derived}
        self._kinds = {kind.name: kind for kind in kinds}
        self._columns: dict[str, Column] = dict(given or {})
        self._subjects: dict[str, Sequence[Any]] = {}
        self._once: dict[Callable[[Facts], Any], Any] = {}

    @cached_property
    def graph(self) -> EstateGraph:
        """The dependency graph on this day."""
        return EstateGraph(self.estate, self.today)

    @cached_property
    def assets(self) -> tuple[Asset, ...]:
        """Every asset, section by section."""
        return tuple(
            entry
            for section, kind in SECTIONS.items()
            if kind.kind in ANY
            for entry in self.estate.sections[section].values()
            if isinstance(entry, Asset)
        )

    def subjects(self, kind: str) -> Sequence[Any]:
        """Return every subject of a kind, in a stable order."""
        if kind not in self._subjects:
            self._subjects[kind] = self._list(kind)
        return self._subjects[kind]

    def _list(self, kind: str) -> Sequence[Any]:
        if kind == "asset":
            return self.assets
        if kind in self._kinds:
            return self._kinds[kind].subjects(self)
        return tuple(self.estate.of(kind).values())

    def column(self, name: str) -> Column:
        """Return a derived fact (`asset.state`) by record id. Raises Fault for one unheard of."""
        if name not in self._columns:
            if name not in self._derived:
                message = f"no column for the fact {name}"
                raise Fault(message)
            self._columns[name] = self._derived[name].compute(self)
        return self._columns[name]

    def once(self, work: Callable[[Facts], T]) -> T:
        """Return what comes of some work on these facts, which is done when first asked for."""
        if work not in self._once:
            self._once[work] = work(self)
        result: T = self._once[work]
        return result

    def with_columns(self, given: Mapping[str, Column]) -> Facts:
        """Return the same facts, and columns that come from a judgement of them."""
        more = copy(self)
        more._columns = {**self._columns, **given}  # noqa: SLF001 - of our own kind
        return more

    def with_subjects(self, kind: str, more: Iterable[Any]) -> Facts:
        """Return the same facts, with further subjects of one kind after those that there are."""
        further = copy(self)
        further._subjects = {**self._subjects, kind: (*self.subjects(kind), *more)}  # noqa: SLF001 - as above
        return further

    def with_only(self, kind: str, subjects: Iterable[Any]) -> Facts:
        """Return the same facts, with these subjects of one kind in place of those there are.

        What was worked out before stays as it is: ask for nothing first that rests on them.
        """
        other = copy(self)
        other._subjects = {**self._subjects, kind: tuple(subjects)}  # noqa: SLF001 - as above
        other._columns, other._once = dict(self._columns), dict(self._once)  # noqa: SLF001 - as above
        return other

    def describe(self, kind: str, subject: Any) -> tuple[Subject, Place]:  # noqa: ANN401 - any kind
        """Return a subject's identity, and the place where it stands.

        What is no record, such as a trail or a share, says its `place` itself.
        """
        if kind in self._kinds:
            return self._kinds[kind].describe(self, subject)
        place: Place | None = getattr(subject, "place", None)
        if place is not None:
            return Subject(kind, subject.id), place
        return self.identify(subject), Place(subject.id)

    def identify(self, entry: Entry) -> Subject:
        """Return the identity of a record."""
        if entry.kind == "organisation":
            organisations: tuple[str, ...] = (entry.id,)
        else:
            organisations = tuple(getattr(entry, "organisation", None) or ())
        return Subject(entry.kind, entry.id, (), entry.name, organisations)
