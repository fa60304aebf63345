"""What a change does to acceptances: to the records that count, and to whom and what they rest on.

An acceptance is a decision of somebody who held a role. A change that edits it, or the entry under
which that person is listed, or that lists a key and uses it at once, is no such decision; whoever
held the role before the change may make it one.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import date
from typing import Final

from estate.exceptions.authority import written
from estate.exceptions.case import Case
from estate.exceptions.signs import Bench, signs_of
from estate.exceptions.states import standing_of
from estate.facts.dictionary import Fact, Type
from estate.findings import Acceptance, Sign
from estate.frozen import frozen
from estate.model import Estate, Organisation, RiskAcceptance
from estate.model.fields import fields_of
from estate.model.organisations import RoleHolder
from estate.model.scalars import ALWAYS

__all__ = ["AMENDMENTS", "Before", "amendments_of", "no_amendments", "removed"]

_TEXTS: Final = Type("text", many=True)
_SIGNED_APART: Final = frozenset({"signature", "approvals", "withdrawn"})
"""What is no part of what was decided: signatures, other people's lines, and its end."""


def _fact(name: str, doc: str) -> Fact:
    return Fact("exception", name, _TEXTS, doc, open=True, settles=("the estate before",))


_EDITS: Final = _fact(
    "amendments",
    "What the change did to it while it counted, to the entries of those who accepted it, and the "
    "keys and roles that the change lists and uses at once. Known only in a comparison.",
)
_APPROVERS: Final = _fact(
    "may_approve",
    "Those who held the role before the change, with their organisations. Known only in a "
    "comparison.",
)

AMENDMENTS: Final[tuple[Fact, ...]] = (_EDITS, _APPROVERS)
"""The entries of the fact dictionary for what a change did to an exception."""


@frozen
class Before:
    """The acceptances before a change, on the day on which it is judged.

    `counting` are the ids of those that counted.
    """

    estate: Estate
    cases: tuple[Case, ...]
    counting: frozenset[str]

    @classmethod
    def of(cls, estate: Estate, cases: tuple[Case, ...], settled: Iterable[Acceptance]) -> Before:
        """Return the acceptances of an estate as they were settled."""
        return cls(estate, cases, frozenset(each.id for each in settled if each.counts))


def amendments_of(
    before: Before, estate: Estate, cases: tuple[Case, ...], found: Container[str]
) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Return each fact of `AMENDMENTS` by its column: of every exception now, and of those removed.

    `found` are the fingerprints of what is found after the change.
    """
    earlier = {case.record.id: case for case in before.cases}
    edits: dict[str, tuple[str, ...]] = {}
    approvers: dict[str, tuple[str, ...]] = {}
    for case in cases:
        key = case.record.id
        old = earlier.get(key)
        counted = old is not None and key in before.counting
        edits[key] = tuple(dict.fromkeys(_done(old, case, before, estate)))
        approvers[key] = _approvers(old if old and counted else case, before)
    for record in removed(before, estate):
        old = earlier[record.id]
        there = any(finding.fingerprint in found for finding in old.findings)
        edits[record.id] = ("it is removed while what it accepts is still there",) * there
        approvers[record.id] = _approvers(old, before)
    return {_EDITS.column: edits, _APPROVERS.column: approvers}


def no_amendments(estate: Estate) -> Mapping[str, Mapping[str, tuple[None]]]:
    """Return the same columns where no two estates are compared: all of it is unknown."""
    unknown: tuple[None] = (None,)
    return {fact.column: dict.fromkeys(estate.of("exception"), unknown) for fact in AMENDMENTS}


def removed(before: Before, estate: Estate) -> tuple[RiskAcceptance, ...]:
    """Return the acceptances that counted before the change and are not there after it."""
    now = estate.of("exception")
    return tuple(
        case.record
        for case in before.cases
        if case.record.id in before.counting and case.record.id not in now
    )


def _done(old: Case | None, new: Case, before: Before, after: Estate) -> Iterator[str]:
    """Yield what a change does to an acceptance that is there after it."""
    if old is not None and new.record.id in before.counting:
        yield from _edited(old, new, before.estate, after)
    elif old is not None and standing_of(new).counts and _relies(old, new):
        yield from _other_words(old.record, new.record)
    if old is not None:
        yield from _taken_back(old.record, new.record)
    yield from _at_once(old, new, before)


def _edited(old: Case, new: Case, before: Estate, after: Estate) -> Iterator[str]:
    """Yield what was done to an acceptance that counted."""
    yield from _other_words(old.record, new.record)
    yield from _lines(old.record, new.record)
    for signing in old.grant.signings:
        for key in (signing.organisation,) if signing.organisation else old.speakers:
            was, now = (_entries(each, key, old.role, signing.person) for each in (before, after))
            if was != now and was:
                yield _entry(was, now, f"{signing.person} as {old.role} of {key}")


def _other_words(old: RiskAcceptance, new: RiskAcceptance) -> Iterator[str]:
    changed = [
        field.written
        for name, field in fields_of(RiskAcceptance).items()
        if name not in _SIGNED_APART and getattr(old, name) != getattr(new, name)
    ]
    if changed:
        yield f"what was accepted is edited ({', '.join(changed)})"


def _relies(old: Case, new: Case) -> bool:
    """Whether one that was whole counts now on the word that somebody gave before the change.

    What a signature of these very words proves is no such thing: it is restored, not edited.
    """
    known = {_given(sign, old.record) for sign in old.signs}
    given = (each for each in new.signs if _given(each, new.record) in known)
    whole = standing_of(old).state != "incomplete"
    return whole and any(sign.signature != "verified" for sign in given)


def _taken_back(old: RiskAcceptance, new: RiskAcceptance) -> Iterator[str]:
    """Yield that a withdrawal, which nobody signs, is gone or put off."""
    if old.withdrawn is None:
        return
    if new.withdrawn is None:
        yield "its withdrawal is taken back"
    elif (new.withdrawn.on or ALWAYS) > (old.withdrawn.on or ALWAYS):
        yield "its withdrawal is put off"


def _lines(old: RiskAcceptance, new: RiskAcceptance) -> Iterator[str]:
    """Yield what was done to the lines and signatures under a record."""
    if old.signature is not None and new.signature is None:
        yield "its signature is taken away"
    now = {line.organisation: line for line in new.approvals or ()}
    for line in old.approvals or ():
        other = now.get(line.organisation)
        if other is None or (other.by, other.on) != (line.by, line.on):
            yield f"the approval for {line.organisation} is edited"
        elif line.signature is not None and other.signature is None:
            yield f"the signature for {line.organisation} is taken away"


def _entries(estate: Estate, key: str, role: str, person: str) -> tuple[RoleHolder, ...]:
    """Return the entries of a role under which an organisation lists a person, whatever the day."""
    listed = _holders(estate, key, role)
    return tuple(each for each in listed if written(each.name) == written(person))


def _entry(was: tuple[RoleHolder, ...], now: tuple[RoleHolder, ...], whose: str) -> str:
    if not now:
        return f"the entry of {whose} is taken away"
    keys = {key for each in was for key in each.keys} != {key for each in now for key in each.keys}
    days = [(each.begins, each.until) for each in was] != [(e.begins, e.until) for e in now]
    parts = " and ".join(["keys"] * keys + ["dates"] * days)
    return f"the {parts or 'entries'} of {whose} are edited"


def _at_once(old: Case | None, new: Case, before: Before) -> Iterator[str]:
    """Yield the keys and roles that the change lists and that the record uses at once."""
    known = {_given(sign, old.record) for sign in old.signs} if old else frozenset()
    fresh = [sign for sign in new.signs if _given(sign, new.record) not in known]
    bench = Bench(before.estate, new.role, new.speakers)
    then = {_given(sign, new.record): sign for sign in signs_of(new.record, new.grant, bench)}
    for sign in fresh:
        earlier = then[_given(sign, new.record)]
        whose = f"{sign.person} for {new.for_whom(sign)}"
        if sign.signature == "verified" and earlier.signature != "verified":
            yield f"the same change lists the key that signs it: of {whose}"
        elif sign.held and not earlier.held:
            yield f"the same change lists who accepts it: {whose}"


def _given(sign: Sign, record: RiskAcceptance) -> tuple[str, str, date | None, str | None]:
    """Return what one person gave: for whom, when, and with which signature."""
    lines = {line.organisation: line.signature for line in record.approvals or ()}
    signature = lines.get(sign.organisation, record.signature)
    return sign.organisation, sign.person, sign.on, signature


def _approvers(case: Case, before: Before) -> tuple[str, ...]:
    """Return who held the role before the change, on the day on which it is judged."""
    whose = case.concerned.organisations or case.speakers
    found = [
        f"{holder.name} ({case.role} of {key})"
        for key in whose
        for holder in _holders(before.estate, key, case.role)
        if holder.begins <= case.day <= holder.until
    ]
    role = f"the role {case.role}" if case.role else "a role that its rule asks for"
    return tuple(found) or (f"nobody, for nobody held {role} before the change,",)


def _holders(estate: Estate, key: str, role: str) -> Iterable[RoleHolder]:
    entry = estate.get(key)
    return (entry.roles or {}).get(role, ()) if isinstance(entry, Organisation) else ()
