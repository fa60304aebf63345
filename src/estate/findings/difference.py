"""What differs between two estates: their records, their relations, and what was found in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Literal

from estate.errors import Location
from estate.findings.finding import Finding
from estate.findings.place import Place
from estate.frozen import frozen

Turn = Literal["came", "went", "changed"]
Cause = Literal["change", "calendar"]


@frozen
class Side:
    """One of two estates that are compared, as it was named, on the day on which it was judged."""

    name: str
    estate: str
    as_of: date
    assets: int
    relations: int
    digest: str


@frozen
class FieldChange:
    """One field of a record, before and after in words; "" is: not recorded.

    `place` is where it stands after the change; a field that is gone stands nowhere, so that the
    nearest thing above it does.
    """

    name: str
    before: str
    after: str
    place: Place


@frozen
class RecordChange:
    """A record that came, went or changed; `fields` are those that changed.

    A rule, the settings in `estate.yaml` and the lifecycle catalogue are told of in the same form:
    `kind` is then `rule`, `settings` or `catalogue`.
    """

    turn: Turn
    kind: str
    id: str
    name: str
    place: Place
    fields: tuple[FieldChange, ...] = ()


@frozen
class RelationChange:
    """One item of a relation that came or went, from its source to its targets.

    `detail` is what else it says: `strength: soft`.
    """

    turn: Literal["came", "went"]
    relation: str
    source: str
    targets: tuple[str, ...]
    place: Place
    detail: str = ""


@frozen
class Edit:
    """One thing that the change did, on which a finding rests: in words, and where it stands.

    `before` says that the place is one of the estate before the change.
    """

    text: str
    place: Place
    before: bool = False


@frozen
class FindingChange:
    """A finding that came, went or changed, and what brought that about.

    `finding` is how it stands after the change; of one that went, how it stood before.
    `differences` are its severity, status and message where they changed, before and after.
    `cause` is `calendar` where the estate before the change shows the same on the later day.
    `edits` are what the change did to what the finding rests on, the nearest first; none where it
    is the change as a whole, and none of the calendar's. `owner` is who answers for its subject,
    "" for nobody.
    """

    turn: Turn
    finding: Finding
    cause: Cause
    differences: tuple[tuple[str, str, str], ...] = ()
    edits: tuple[Edit, ...] = ()
    owner: str = ""


@frozen
class Difference:
    """Two estates compared.

    `settings` are the rules, settings and catalogue that differ. `findings` come worst first.
    `about_change` are the findings about the change itself, which neither estate has alone.
    `places` gives the location of any place after the change, `places_before` before it. `failing`
    are the findings that the change brought, or made worse, from the threshold up. `by` says what
    the change is: edits, or the work plan carried out.
    """

    base: Side
    head: Side
    tool: str
    threshold: str
    records: tuple[RecordChange, ...] = ()
    relations: tuple[RelationChange, ...] = ()
    settings: tuple[RecordChange, ...] = ()
    findings: tuple[FindingChange, ...] = ()
    about_change: tuple[Finding, ...] = ()
    failing: tuple[Finding, ...] = ()
    places: Mapping[Place, Location] = field(default_factory=dict)
    places_before: Mapping[Place, Location] = field(default_factory=dict)
    by: Literal["change", "plan"] = "change"

    @property
    def empty(self) -> bool:
        """Whether nothing differs."""
        return not (
            self.records or self.relations or self.settings or self.findings or self.about_change
        )

    def of(self, turn: Turn, cause: Cause | None = None) -> tuple[FindingChange, ...]:
        """Return the findings that came, went or changed, of one cause or of both."""
        return tuple(
            each for each in self.findings if each.turn == turn and cause in (None, each.cause)
        )
