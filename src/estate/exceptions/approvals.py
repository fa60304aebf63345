"""Who accepted, for whom, when, until when: the first approval, and each extension after it.

"An extension is a new approval: the person's authority, the length and the facts count from it"
(inventory format, Exceptions). So on a day the latest approval given by then is the one that
stands; what is dated later does not exist yet.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from estate.frozen import frozen
from estate.model import RiskAcceptance
from estate.model.acceptances import Extension
from estate.model.scalars import ALWAYS


@frozen
class Signing:
    """One person's acceptance for one organisation on a day.

    `organisation` is "" where the record does not say for which of several. A day that is null
    ("never done") is no day.
    """

    organisation: str
    person: str
    on: date | None


@frozen
class Grant:
    """An approval by all who gave it: in force from the day of the last of them.

    `since` is None where a day is not known, `expires` where no expiry is stated.
    """

    signings: tuple[Signing, ...]
    since: date | None
    expires: date | None


def grants_of(record: RiskAcceptance) -> tuple[Grant, ...]:
    """Return the first approval and each extension, in the order of their days.

    Extensions to the same day are one, given by several people.
    """
    rounds: dict[date, list[Extension]] = {}
    for extension in record.extended or ():
        rounds.setdefault(extension.to, []).append(extension)
    speaker = _speaker(record)
    later = [_extended(to, extensions, speaker) for to, extensions in rounds.items()]
    later.sort(key=lambda grant: (grant.since or ALWAYS, grant.expires or ALWAYS))
    return (_first(record), *later)


def in_force(grants: tuple[Grant, ...], day: date) -> Grant:
    """Return the approval that stands on a day: the latest that was given by then.

    Before all of them, and where no day is known, the first.
    """
    given = [grant for grant in grants if grant.since is not None and grant.since <= day]
    return given[-1] if given else grants[0]


def _first(record: RiskAcceptance) -> Grant:
    signings = _signings(record)
    days = [each.on for each in signings]
    if record.approvals and record.accepted_on is not None:
        days.append(_done(record.accepted_on))
    return Grant(signings, _latest(days), _first_expiry(record))


def _signings(record: RiskAcceptance) -> tuple[Signing, ...]:
    """Return the approvals; without any, `accepted_by` is one. Beside them it says nothing."""
    if record.approvals:
        return tuple(
            Signing(line.organisation, line.by.strip(), _done(line.on)) for line in record.approvals
        )
    person = (record.accepted_by or "").strip()
    return (Signing(_speaker(record), person, _done(record.accepted_on)),)


def _speaker(record: RiskAcceptance) -> str:
    """Return the one organisation for which the record speaks, or "" for none or several."""
    named = {*(record.organisation or ())}
    named.update(line.organisation for line in record.approvals or ())
    return named.pop() if len(named) == 1 else ""


def _extended(to: date, extensions: list[Extension], speaker: str) -> Grant:
    signings = tuple(
        Signing(each.organisation or speaker, (each.accepted_by or "").strip(), _done(each.on))
        for each in extensions
    )
    return Grant(signings, _latest(each.on for each in signings), to)


def _first_expiry(record: RiskAcceptance) -> date | None:
    """Return the expiry before any extension: an extension says in `from` what it moved."""
    moved = [extension.begins for extension in record.extended or ()]
    stated = [record.expires] if record.expires is not None else []
    return min([*moved, *stated], default=None)


def _done(day: date | None) -> date | None:
    return None if day == ALWAYS else day


def _latest(days: Iterable[date | None]) -> date | None:
    known = tuple(days)
    return max(day for day in known if day) if known and None not in known else None
