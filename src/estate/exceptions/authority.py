"""Whether people held the roles in which they accepted, and whose acceptance is needed.

A role is held where the organisation lists the person's name under it for that day. Names are
compared character by character, after Unicode normalisation (NFC) and without outer blanks: a
look-alike is somebody else.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from estate.exceptions.approvals import Grant, Signing
from estate.findings import Finding
from estate.frozen import frozen
from estate.model import Entry, Estate, Organisation, RiskAcceptance
from estate.model.organisations import RoleHolder


@frozen
class Concerned:
    """The organisations whose acceptance is needed.

    `unrecorded` are ids of assets that do not say whose they are, and of shared services that do
    not say who their members are: somebody's acceptance may be missing, and nobody knows whose.
    """

    organisations: tuple[str, ...]
    unrecorded: tuple[str, ...] = ()


def held(estate: Estate, role: str, signing: Signing, organisations: Iterable[str]) -> bool | None:
    """Return whether the person held the role on that day for their organisation.

    Where the record does not say for which, for any of these. `from` and `until` are inclusive.
    None where the role, the person or the day is not known, or an organisation lists no roles.
    """
    if not (role and signing.person and signing.on):
        return None
    keys = (signing.organisation,) if signing.organisation else organisations
    truths = [_listed(estate.get(key), role, signing) for key in keys]
    return True if True in truths else None if None in truths or not truths else False


def _listed(entry: Entry | None, role: str, signing: Signing) -> bool | None:
    if not isinstance(entry, Organisation) or entry.roles is None or signing.on is None:
        return None
    return any(holders(entry, role, signing))


def holders(entry: Entry | None, role: str, signing: Signing) -> Iterator[RoleHolder]:
    """Yield the entries under which an organisation lists a person for a role on that day."""
    if not isinstance(entry, Organisation) or signing.on is None:
        return
    for holder in (entry.roles or {}).get(role, ()):
        named = written(holder.name) == written(signing.person)
        if named and holder.begins <= signing.on <= holder.until:
            yield holder


def listed(entry: Entry | None, role: str, day: date) -> tuple[str, ...]:
    """Return the names of those whom an organisation lists for a role on a day."""
    roles = entry.roles if isinstance(entry, Organisation) else None
    found = (roles or {}).get(role, ())
    return tuple(dict.fromkeys(h.name for h in found if h.begins <= day <= h.until))


def written(name: str) -> str:
    """Return a name as it is compared: normalised (NFC), without outer blanks."""
    return unicodedata.normalize("NFC", name).strip()


def attributed(grant: Grant, estate: Estate, role: str, organisations: Iterable[str]) -> Grant:
    """Return a grant in which each person speaks for one organisation.

    Where the record does not say for which, it is the first for which the person held the role
    and nobody else speaks. One signature never stands for two: a title may be two people's.
    """
    free = [key for key in organisations if key not in {s.organisation for s in grant.signings}]
    signings = []
    for signing in grant.signings:
        mine = signing.organisation or next(
            (key for key in free if held(estate, role, signing, (key,))), ""
        )
        free = [key for key in free if key != mine]
        signings.append(replace(signing, organisation=mine))
    return replace(grant, signings=tuple(signings))


def concerned(estate: Estate, record: RiskAcceptance, findings: Iterable[Finding]) -> Concerned:
    """Return whose acceptance a record needs: of every organisation that shares what it covers.

    A shared service stands for its members. Where nothing that is covered has an organisation
    (a supplier, an asset that is gone), it is the record's own.
    """
    judged = {finding.subject.id: finding.subject.organisations for finding in findings}
    named = {key for organisations in judged.values() for key in organisations}
    unrecorded = set()
    for key in _things(record):
        whose = _organisations_of(estate, key)
        if whose is None and not judged.get(key):
            unrecorded.add(key)
        named.update(whose or ())
    if not named and not unrecorded:
        named.update(record.organisation or ())
    organisations, silent = _members(estate, named)
    return Concerned(tuple(sorted(organisations)), tuple(sorted(unrecorded | silent)))


def _things(record: RiskAcceptance) -> Iterator[str]:
    """Yield the id of every asset that an exception covers; both members of a duplication, too."""
    for cover in record.covers or ():
        yield from (cover.asset or "", *(cover.members or ()))


def _organisations_of(estate: Estate, key: str) -> tuple[str, ...] | None:
    """Return whose a record is; None where it could say and does not."""
    entry = estate.get(key)
    if isinstance(entry, Organisation):
        return (key,)
    organisations: tuple[str, ...] | None = getattr(entry, "organisation", ())
    return organisations


def _members(estate: Estate, named: Iterable[str]) -> tuple[set[str], set[str]]:
    """Put the members of shared services in their place; the second are those that name none."""
    councils, silent, seen, todo = set(), set(), set(), [*named]
    while todo:
        key = todo.pop()
        if key in seen:
            continue
        seen.add(key)
        entry = estate.get(key)
        if not isinstance(entry, Organisation) or entry.type != "shared-service":
            councils.add(key)
        elif entry.members:
            todo.extend(entry.members)
        else:
            silent.add(key)
    return councils, silent
