"""The estate to be: what the work plan will have made of it on a day."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import field, replace
from datetime import date
from typing import Final

from estate.facts import PRESENT
from estate.facts.course import Taken, course
from estate.facts.life import state_of
from estate.findings import Place
from estate.findings.outcome import Planned
from estate.frozen import frozen
from estate.model import SECTIONS, Asset, Entry, Estate, Link, Project
from estate.model.estate import SECTION_OF

__all__ = ["Projection", "Step", "project"]

_OF_VERB: Final = {"go_live": ("status", "from"), "retire": ("status",)}
"""The fields that a change writes without naming them."""


@frozen
class Step:
    """One change of the work plan that is due by the day.

    `label` says what it does (`2027-07-31 retire revenues`), `place` where it stands, `reasons`
    why it cannot be applied, in words.
    """

    on: date
    project: str
    name: str
    label: str
    asset: str
    place: Place
    reasons: tuple[str, ...] = ()


@frozen
class Projection:
    """An estate as the work plan will have made it on a day.

    Of the changes from `today` to `day` those `applied` are in it. Those `refused` cannot be
    applied; those `unsure` belong to projects without a status, which may or may not come: neither
    are in it. `written` gives, by asset and field as it is written, the place of the change that
    wrote it. `moved` gives, by project, the places in their list of the changes that are left.
    """

    estate: Estate
    today: date
    day: date
    applied: tuple[Step, ...] = ()
    refused: tuple[Step, ...] = ()
    unsure: tuple[Step, ...] = ()
    written: Mapping[tuple[str, str], Place] = field(default_factory=dict)
    moved: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    @property
    def planned(self) -> Planned:
        """How many changes are in it and how many are not, for reports."""
        left_out = len(self.refused), len(self.unsure)
        return Planned(self.today, len(self.applied), *left_out)

    def place(self, place: Place) -> Place:
        """Return where what stands at a place of this estate is written in the inventory.

        A field that the plan has set is written in the project that sets it.
        """
        if not place.path:
            return place
        first, *rest = place.path
        if place.asset in self.moved and first == "changes" and rest:
            kept = self.moved[place.asset]
            position = kept[rest[0]] if isinstance(rest[0], int) and rest[0] < len(kept) else 0
            return Place(place.asset, ("changes", position, *rest[1:]))
        at = self.written.get((place.asset, "from" if first == "begins" else str(first)))
        return place if at is None else Place(at.asset, (*at.path, *rest))


def project(estate: Estate, today: date, day: date) -> Projection:
    """Return the estate as the work plan will have made it on a day, `day` included.

    The changes of planned and live projects from `today` on are applied in order. One that cannot
    be applied is left out, as the rule inapplicable-change finds it; so are those of projects
    without a status. What the plan does on the day itself is done, and is no change to come any
    more, so that nothing applies it again. What is retired hands the services that it supports to
    whatever `replaces` it, is in use and supports them too. A day before today changes nothing.
    """
    due = [taken for taken in course(estate, today) if taken.item.on <= day]
    made = {taken.made.id: taken.made for taken in due if taken.made is not None}
    moved = _left(estate, due, day)
    changed = _with(estate, [*made.values(), *_shortened(estate, moved)]) if due else estate
    return Projection(
        _with(changed, _handed_over(changed, made.keys(), day)) if made else changed,
        today,
        day,
        tuple(_step(taken) for taken in due if taken.made is not None),
        tuple(_step(taken) for taken in due if taken.sure and taken.made is None),
        tuple(_step(taken) for taken in due if not taken.sure),
        _written(due),
        moved,
    )


def _step(taken: Taken) -> Step:
    item = taken.item
    reasons = tuple(reason for reason in taken.obstacles if reason is not None)
    project = item.owner
    return Step(item.on, project.id, project.name, item.label, item.asset, item.place, reasons)


def _written(due: Iterable[Taken]) -> dict[tuple[str, str], Place]:
    """Return, by asset and field, where the last change that wrote it says so."""
    places: dict[tuple[str, str], Place] = {}
    for taken in due:
        if taken.made is None:
            continue
        item = taken.item
        verb = "retire" if item.retire else "go_live"
        for name in item.sets or _OF_VERB[verb]:
            path = ("set", name) if item.sets else (verb,)
            if name != "asset":
                places[item.asset, name] = Place(item.place.asset, (*item.place.path, *path))
    return places


def _left(estate: Estate, due: Iterable[Taken], day: date) -> dict[str, tuple[int, ...]]:
    """Return, by project of which the day is a day of change, the positions of all other days'."""
    owners = {taken.item.owner.id for taken in due if taken.sure and taken.item.on == day}
    kept = {}
    for key in sorted(owners):
        changes = enumerate(getattr(estate.get(key), "changes", None) or ())
        kept[key] = tuple(position for position, change in changes if change.on != day)
    return kept


def _shortened(estate: Estate, moved: Mapping[str, tuple[int, ...]]) -> Iterable[Project]:
    for key, kept in moved.items():
        entry = estate.get(key)
        if isinstance(entry, Project):
            changes = entry.changes or ()
            yield replace(entry, changes=tuple(changes[position] for position in kept))


def _handed_over(estate: Estate, made: Container[str], day: date) -> Iterable[Asset]:
    """Yield what the plan retires or replaces, without the services that its successors support."""
    taken: dict[str, set[str]] = {}
    heirs = (entry for entry in estate if isinstance(entry, Asset) and entry.replaces)
    for heir in (heir for heir in heirs if state_of(heir, day) in PRESENT):
        for gone in (key for link in heir.replaces or () for key in link.targets):
            if gone in made or heir.id in made:
                taken.setdefault(gone, set()).update(_supported(heir))
    for key in sorted(taken):
        entry = estate.get(key)
        if isinstance(entry, Asset) and entry.status == "retired" and _supported(entry):
            kept = [link for link in entry.supports if not taken[key].issuperset(link.targets)]  # type: ignore[attr-defined]  # it has some
            yield replace(entry, supports=kept)  # type: ignore[call-arg]  # as above


def _supported(asset: Asset) -> set[str]:
    links: Iterable[Link] = getattr(asset, "supports", None) or ()
    return {key for link in links for key in link.targets}


def _with(estate: Estate, entries: Iterable[Entry]) -> Estate:
    """Return an estate in which these records stand in the place of those of the same id."""
    changed: dict[str, dict[str, Entry]] = {}
    for entry in entries:
        changed.setdefault(SECTION_OF[entry.kind], {})[entry.id] = entry
    sections = {
        section: {**estate.sections[section], **changed.get(section, {})}
        if section in changed
        else estate.sections[section]
        for section in SECTIONS
    }
    return Estate(estate.name, sections, estate.policy, estate.digest)
