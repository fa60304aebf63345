"""What a name that may be shown must not hold: versions, hosts, people, addresses, amounts.

A text is compared by its runs of letters and of digits, so that `SRV_REV-DB01` holds `srv-rev-db01`
and `Oracle12.2` holds `12.2`. Two kinds of words are no secrets, since nobody could do without them
and they give nothing away: one plain word of letters, and a number of up to three digits alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any, Final

from estate.findings import Acceptance, Finding, Outcome, Step, Subject
from estate.frozen import frozen
from estate.model import Estate
from estate.model.record import Record

__all__ = ["HIDDEN", "PUBLIC_KINDS", "Secrets", "secrets_of"]

PUBLIC_KINDS: Final = frozenset({"service", "organisation", "product", "supplier"})
"""Kinds of records whose names may be shown: a committee decides about them, and the Local
Government Transparency Code 2015 has a council's suppliers published."""

HIDDEN: Final = frozenset({"server", "device", "connection", "site"})
"""Kinds of records that an attacker looks for: two words of their names are a secret already."""

_VERSIONS: Final = frozenset({"version", "versions"})
_PEOPLE: Final = frozenset(
    {"owner", "technical_owner", "information_asset_owner", "maintainer", "contact", "by"}
    | {"requested_by", "accepted_by", "access_route", "address", "uprn", "reference"}
)
"""Fields that name somebody, or where something is."""

_PART: Final = re.compile(r"[^\W\d_]+|\d+")
_TELLING: Final = re.compile(
    r"\S@\S|://|[£$€]\s*\d|\d\.\d|\d,\d{3}|\d{4,}|\b[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}\b"
    r"|(?:[0-9a-f]{0,4}:){3}|\b[\w-]+\.(?:uk|com|org|net|local|lan|internal|gov)\b"
)
"""An e-mail address, a link, an amount, a version, a number of many digits, a postcode, an IP
address or a host's full name, whoever it belongs to."""
_LONGEST: Final = 24
"""Parts of a secret by which it is known."""

_NAMELESS: Final = PUBLIC_KINDS | {"duplication", "exception", "estate"}
"""Kinds of subjects whose names are no secret, or are made of those of others."""

Parts = tuple[str, ...]


@frozen
class Secrets:
    """Secret texts, each as its parts in order; and in how many parts they come."""

    runs: frozenset[Parts]
    lengths: tuple[int, ...]

    @classmethod
    def of(cls, runs: frozenset[Parts]) -> Secrets:
        """Return these secrets."""
        return cls(runs, tuple(sorted({len(run) for run in runs})))

    def held_by(self, text: str) -> bool:
        """Whether a text holds a secret, or something that is one wherever it stands."""
        if _TELLING.search(_folded(text)):
            return True
        parts = _parts(text)
        return any(
            parts[start : start + length] in self.runs
            for length in self.lengths
            for start in range(len(parts) - length + 1)
        )


def secrets_of(estates: Iterable[Estate], outcomes: Iterable[Outcome]) -> Secrets:
    """Return the secrets of some estates, and of outcomes whose estate is not at hand.

    A name that a system shares with an organisation, a directorate, a service, a supplier or a
    product is the public name of that.
    """
    known, found = tuple(estates), tuple(outcomes)
    open_names = {_parts(name) for estate in known for name in _open_names(estate)}
    telling = {
        run
        for text in (*_written(known), *_told(found))
        if (run := _parts(text)[:_LONGEST]) and _is_telling(run)
    }
    named: set[Parts] = set()
    there = {entry.id for estate in known for entry in estate}
    for kind, text in (*_names(known), *_subjects(found, there)):
        run = _parts(text)[:_LONGEST]
        hidden = kind in HIDDEN
        telling_name = _is_telling(run) if hidden else any(map(str.isdigit, run))
        if telling_name and len("".join(run)) > 1 and not (run in open_names and not hidden):
            named.add(run)
    plain = {run for run in named | telling if run in open_names and not _has_digits(run)}
    return Secrets.of(frozenset((named | telling) - plain))


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _parts(text: str) -> Parts:
    return tuple(_PART.findall(_folded(text)))


def _has_digits(run: Parts) -> bool:
    return any(map(str.isdigit, run))


def _is_telling(run: Parts) -> bool:
    """Whether a run is more than one plain word, or one short number."""
    if len(run) == 1:
        return run[0].isdigit() and len(run[0]) > len("999")
    return len(run) > 1


def _open_names(estate: Estate) -> Iterator[str]:
    yield estate.name
    for entry in estate:
        if entry.kind in PUBLIC_KINDS:
            yield entry.name
            yield getattr(entry, "directorate", None) or ""


def _names(estates: Iterable[Estate]) -> Iterator[tuple[str, str]]:
    for estate in estates:
        for entry in estate:
            if entry.kind not in PUBLIC_KINDS and entry.kind != "exception":
                yield entry.kind, entry.id
                yield entry.kind, entry.name


def _written(estates: Iterable[Estate]) -> Iterator[str]:
    """Yield the versions, people and addresses of every record, however deep they stand."""
    for estate in estates:
        for entry in estate:
            yield from _within(entry)


def _within(record: Record, *, people: bool = False) -> Iterator[str]:
    for name in type(record).__pydantic_fields__:
        value = getattr(record, name)
        wanted = name in _VERSIONS or name in _PEOPLE or (people and name == "name")
        yield from _texts(value, wanted=wanted, people=people or name == "roles")


def _texts(value: Any, *, wanted: bool, people: bool) -> Iterator[str]:  # noqa: ANN401 - any field
    if isinstance(value, Record):
        yield from _within(value, people=people)
    elif isinstance(value, Mapping):
        yield from (str(key) for key in value if wanted)
        for each in value.values():
            yield from _texts(each, wanted=wanted and isinstance(each, str), people=people)
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each, wanted=wanted, people=people)
    elif isinstance(value, str) and wanted:
        yield value


def _subjects(outcomes: Iterable[Outcome], there: Container[str]) -> Iterator[tuple[str, str]]:
    """Yield what outcomes name, of records of which nothing else is known."""
    for outcome in outcomes:
        steps = [s for each in outcome.acceptances for route in each.routes for s in route]
        subjects: list[Subject | Step] = [finding.subject for finding in outcome.findings]
        for named in (*subjects, *steps):
            if named.kind not in _NAMELESS and named.id not in there:
                yield named.kind, named.id
                yield named.kind, named.name


def _told(outcomes: Iterable[Outcome]) -> Iterator[str]:
    for outcome in outcomes:
        for finding in outcome.findings:
            yield from _versions(finding)
        for each in outcome.acceptances:
            yield from _people(each)


def _versions(finding: Finding) -> Iterator[str]:
    version = dict(finding.subject.detail).get("version", "")
    yield version if isinstance(version, str) else ""


def _people(acceptance: Acceptance) -> Iterator[str]:
    yield from (acceptance.accepted_by, acceptance.requested_by)
    yield from (sign.person for sign in acceptance.signs)
    yield from (extension.by for extension in acceptance.extensions)
    yield from (revision.author for revision in acceptance.history)
