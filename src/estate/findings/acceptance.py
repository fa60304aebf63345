"""An exception as it stands on a day: all that a register, a report or a SIRO asks of it."""

from __future__ import annotations

from datetime import date
from typing import Final, Literal

from estate.findings.finding import Severity
from estate.findings.place import Place
from estate.frozen import frozen

APART: Final = frozenset({"isolated", "no-internet"})
"""The claims that say that the internet does not reach what is covered."""

Sameness = Literal["same", "calendar", "catalogue", "rule", "changed"]
"""How a fact is now against how it was accepted.

`calendar`: today's inventory gave the accepted value on the day of acceptance, so that only time
has passed. `catalogue`: a date that the lifecycle catalogue has corrected since. `rule`: the rule
itself has changed, and reads the fact no longer, or only since. Only `changed` makes an acceptance
stale.
"""


@frozen
class Pin:
    """One fact that a rule reads of a subject, in words.

    `binding` says whether an acceptance is stale when it changes; it is not for dates that only
    stand beside a support status.
    """

    value: str
    binding: bool = True


@frozen
class Comparison:
    """One fact of one covered subject, as it was accepted and as it is now, in words.

    `subject` names the thing (`oracle-database 12.2 on Academy`). `now` is "" where the rule reads
    the fact no longer, `then` is "" where it was not read when the risk was accepted.
    """

    subject: str
    fact: str
    then: str
    now: str
    sameness: Sameness


@frozen
class Control:
    """A mitigation; `agrees` says whether the graph bears its claim out (None: not known).

    Without a claim there is nothing to hold against the graph: `claims` is "" and `agrees` None.
    `path` is the way from the internet that contradicts a claim of isolation, by asset id.
    """

    control: str
    claims: str
    evidence: str
    agrees: bool | None
    path: tuple[str, ...] = ()

    @property
    def checkable(self) -> bool:
        """Whether it claims what the graph can bear out or contradict: to be apart."""
        return self.claims in APART


@frozen
class Delivery:
    """The project that is to end the risk. None is: not recorded.

    `in_time` says whether it ends by the target and is neither stopped nor merely proposed;
    `funded` whether one of its budget lines is.
    """

    id: str
    name: str
    status: str
    ends: date | None
    in_time: bool | None
    funded: bool | None


@frozen
class Sign:
    """One person's acceptance for one organisation.

    `held` says whether the person held the role on that day (None: not known). `signature` is
    `verified`, `refused` or `unsigned`; `key` the fingerprint of the key, as ssh-keygen prints it;
    `reason` says why a signature is refused.
    """

    organisation: str
    person: str
    on: date | None
    held: bool | None
    signature: Literal["verified", "refused", "unsigned"]
    key: str = ""
    reason: str = ""


@frozen
class Prolonged:
    """One extension: from which day to which, when and by whom it was given, and why."""

    begins: date
    to: date
    on: date | None
    by: str
    reason: str


@frozen
class Step:
    """One asset on a route."""

    id: str
    name: str
    kind: str


@frozen
class Revision:
    """One commit that changed the record, by the version control's own words."""

    commit: str
    on: date
    author: str
    message: str


@frozen
class Acceptance:
    """One exception as it stands on the day: what it covers, its state, whether it counts.

    `state` is one of the states of the inventory format; `reasons` says in words why it does not
    count or is flagged; `covers` names the subjects; `findings` the fingerprints it covers now, and
    `severity` is the worst of them (of none, what the rule gives; "" where no such rule is known).
    `role` is who may accept. `inherent` and `residual` are likelihood and impact, 1 to 5 each.
    `last_day` is the last on which it can count, the earlier of expiry and target. `routes` lead
    from services, the most critical first, down to what is covered. `history` is the newest first,
    empty where nobody asked for it.
    """

    id: str
    rule: str
    state: str
    counts: bool
    reasons: tuple[str, ...]
    organisations: tuple[str, ...]
    covers: tuple[str, ...]
    findings: tuple[str, ...]
    risk: str
    plan: str
    accepted_by: str
    accepted_on: date | None
    review_by: date | None
    expires: date | None
    place: Place
    severity: Severity | Literal[""] = ""
    role: str = ""
    last_day: date | None = None
    treatment: str = ""
    action: str = ""
    target: date | None = None
    requested_by: str = ""
    requested_on: date | None = None
    inherent: tuple[int, int] | None = None
    residual: tuple[int, int] | None = None
    withdrawn_on: date | None = None
    pinned_on: date | None = None
    comparisons: tuple[Comparison, ...] = ()
    controls: tuple[Control, ...] = ()
    deliveries: tuple[Delivery, ...] = ()
    signs: tuple[Sign, ...] = ()
    extensions: tuple[Prolonged, ...] = ()
    routes: tuple[tuple[Step, ...], ...] = ()
    history: tuple[Revision, ...] = ()
