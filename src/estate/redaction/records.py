"""Records for the public: of each kind the fields that are named here, and no others.

A text that is recorded and not shown says `withheld`, so that nobody takes it for unknown; a number
is left out. A field that is added to the model later stays out until it is named here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from estate.model import Application, Entry, Link, Software, relations_of
from estate.model.projects import Benefit, Change, Milestone
from estate.model.scalars import NO_TEXT
from estate.redaction.stand_ins import StandIns
from estate.redaction.wording import WITHHELD

__all__ = ["COPIED", "public_record"]

_ASSET: Final = ("status", "environment", "begins", "until", "criticality", "exposure",
                 "disposition")  # fmt: skip

COPIED: Final[Mapping[str, tuple[str, ...]]] = {
    "application": (*_ASSET, "support_model", "access", "hosting", "service_model", "cloud",
                    "category", "classification", "personal_data", "recovery", "users",
                    "skills"),
    "server": (*_ASSET, "form", "recovery"),
    "device": (*_ASSET, "form", "count"),
    "site": (*_ASSET, "purpose", "closes"),
    "connection": (*_ASSET, "technology"),
    "licence": (*_ASSET, "metric", "extended_support"),
    "contract": (*_ASSET, "support", "starts", "ends", "notice", "auto_renews", "renews_for"),
    "agreement": (*_ASSET, "starts", "ends"),
    "api": (*_ASSET, "style", "deprecated"),
    "dataset": (*_ASSET, "classification", "personal_data"),
    "service": (*_ASSET, "lgsl", "function", "public", "channels", "joint"),
    "organisation": ("type",),
    "supplier": (),
    "product": (),
    "project": ("starts", "ends", "status", "business_case"),
    "exception": ("accepted_on", "review_by", "expires"),
}  # fmt: skip
"""Fields that are shown as they are: words of the format, days, durations and counts."""

_SAID: Final = ("owner", "technical_owner", "information_asset_owner")
"""Texts of which it is said that they are recorded."""


def public_record(
    entry: Entry,
    software: Iterable[tuple[str, str]] | None,
    own: tuple[str, str] | None,
    names: StandIns,
) -> Entry:
    """Return a record by its stand-in.

    `software` is what stands for what is installed on it, `own` for the product and the version
    that it is itself; None is not recorded.
    """
    fields: dict[str, Any] = {field: getattr(entry, field) for field in COPIED[entry.kind]}
    for field in _SAID:
        if getattr(entry, field, None):
            fields[field] = WITHHELD
    for field, make in _MADE.items():
        if getattr(entry, field, None) is not None:
            fields[field] = make(entry, names)
    for _, field in relations_of(entry.kind):
        fields[field] = _links(getattr(entry, field), names)
    if isinstance(entry, Application):
        none = "" if entry.product == NO_TEXT else None  # known to be no product, or not recorded
        fields["product"], version = own or (none, "")
        fields["version"] = version or None
    if software is not None and hasattr(entry, "software"):
        fields["software"] = tuple(
            Software(product=family, version=version or None) for family, version in software
        )
    known = {field: value for field, value in fields.items() if field in entry.__pydantic_fields__}
    return type(entry)(id=names.id(entry.id), name=names.name(entry.id), **known)


def _links(links: tuple[Link, ...] | None, names: StandIns) -> tuple[Link, ...] | None:
    return None if links is None else tuple(_link(link, names) for link in links)


def _link(link: Link, names: StandIns) -> Link:
    return Link(
        to=None if link.to is None else names.id(link.to),
        any_of=None if link.any_of is None else tuple(sorted(names.every(link.any_of))),
        at_least=link.at_least,
        strength=link.strength,
        begins=link.begins,
        until=link.until,
        style=link.style,
    )


def _organisations(field: str) -> Callable[[Any, StandIns], tuple[str, ...]]:
    return lambda entry, names: names.every(getattr(entry, field))


def _changes(entry: Any, names: StandIns) -> tuple[Change, ...]:  # noqa: ANN401 - a project
    """Return what a project changes when; of what it sets, the thing alone."""
    return tuple(
        Change(
            on=change.on,
            retire=names.id(change.retire) if change.retire else None,
            go_live=names.id(change.go_live) if change.go_live else None,
            sets=None if change.sets is None else {"asset": names.id(change.asset)},
        )
        for change in entry.changes
    )


def _milestones(entry: Any, names: StandIns) -> tuple[Milestone, ...]:  # noqa: ANN401 - a project
    return tuple(
        Milestone(
            name=names.part("milestone", entry.id, each.name),
            due=each.due,
            done=each.done,
            reported=each.reported,
        )
        for each in entry.milestones
    )


def _benefits(entry: Any, names: StandIns) -> tuple[Benefit, ...]:  # noqa: ANN401 - a project
    return tuple(
        Benefit(name=names.part("benefit", entry.id, each.name), due=each.due)
        for each in entry.benefits
    )


def _successors(entry: Any, names: StandIns) -> tuple[Any, ...]:  # noqa: ANN401 - an organisation
    return tuple(
        type(each)(organisation=names.ids.get(each.organisation, WITHHELD), vesting=each.vesting)
        for each in entry.successors
    )


_MADE: Final[Mapping[str, Callable[[Any, StandIns], Any]]] = {
    "organisation": _organisations("organisation"),
    "members": _organisations("members"),
    "parties": _organisations("parties"),
    "covers": lambda entry, names: names.every(entry.covers) if entry.kind == "contract" else None,
    "team": lambda entry, names: tuple(names.part("team", "", each) for each in entry.team),
    "programme": lambda entry, names: (
        names.part("programme", "", entry.programme) if entry.programme else entry.programme
    ),
    "capabilities": lambda entry, names: tuple(
        names.part("capability", "", each) for each in entry.capabilities
    ),
    "zone": lambda entry, names: names.part("zone", "", entry.zone) if entry.zone else entry.zone,
    "rule": lambda entry, names: names.rule(entry.rule),
    "successor": lambda entry, names: names.ids.get(entry.successor, WITHHELD),
    "lead": lambda entry, names: names.id(entry.lead),
    "directorate": lambda entry, names: names.keep(entry.directorate, WITHHELD.capitalize()),
    "changes": _changes,
    "milestones": _milestones,
    "benefits": _benefits,
    "successors": _successors,
}
"""Fields that are made of stand-ins."""
