"""A finding: one rule failed by one subject. A frozen value without markup."""

from __future__ import annotations

import hashlib
import json
from typing import Final, Literal

from estate.findings.place import Place
from estate.frozen import frozen

Severity = Literal["critical", "high", "medium", "low", "info"]
Status = Literal["open", "accepted", "baselined", "below-threshold"]
Kind = Literal["fault", "gap"]

SEVERITIES: tuple[Severity, ...] = ("critical", "high", "medium", "low", "info")
"""All severities, worst first."""


def at_least(severity: str, threshold: str) -> bool:
    """Whether `severity` is as bad as `threshold` or worse; `never` is worse than everything."""
    if threshold == "never":
        return False
    ranks: tuple[str, ...] = SEVERITIES
    return ranks.index(severity) <= ranks.index(threshold)


@frozen
class Subject:
    """What a rule judged.

    `id` is the record's id, or `level:key` of a duplication. `detail` holds, in order, what else
    identifies the subject (for an installation: product and version; for a dependency: targets
    and relation; for a duplication: members). `name` and `organisations` are for people and
    groupings and are no part of its identity.
    """

    kind: str
    id: str
    detail: tuple[tuple[str, str | tuple[str, ...]], ...] = ()
    name: str = ""
    organisations: tuple[str, ...] = ()

    @property
    def identity(self) -> dict[str, str | list[str]]:
        """The keys of the contract's JSON `subject`: kind, id and the details."""
        fields: dict[str, str | list[str]] = {"kind": self.kind, "id": self.id}
        for key, value in self.detail:
            fields[key] = list(value) if isinstance(value, tuple) else value
        return fields


_quoted: Final = json.encoder.encode_basestring_ascii


def fingerprint(rule: str, subject: Subject) -> str:
    """Return the stable identity of a finding: 20 hexadecimal digits.

    It depends on the rule's id and the subject's identity alone, never on a line, a message, a
    name or an order.
    """
    identity = sorted(subject.identity.items()) if subject.detail else _plain(subject)
    fields = [f"{_quoted(key)}:{_spelt(value)}" for key, value in identity]
    canonical = f"[{_quoted(rule)},{{{','.join(fields)}}}]"
    return hashlib.sha256(canonical.encode()).hexdigest()[:20]


def _plain(subject: Subject) -> list[tuple[str, str | list[str]]]:
    """Return the identity of a subject without details, sorted by key: most are such."""
    return [("id", subject.id), ("kind", subject.kind)]


def _spelt(value: str | list[str]) -> str:
    """Return canonical JSON: without spaces."""
    return _quoted(value) if isinstance(value, str) else f"[{','.join(map(_quoted, value))}]"


@frozen
class Related:
    """Another place that explains a finding, with what is to be seen there."""

    place: Place
    message: str


@frozen
class Finding:
    """One rule failed by one subject.

    `facts` are those the finding rests on and the rule's evidence: name and value as text (dates
    as YYYY-MM-DD), sorted by name. `path` lists asset ids from the subject to the cause.
    `exception` is the id of the acceptance that covers it and counts, if `status` is `accepted`.
    `caused_by` says, where an estate is judged against an earlier one, whether the change brought
    it about; None, where it is judged alone.
    """

    fingerprint: str
    rule: str
    severity: Severity
    kind: Kind
    subject: Subject
    message: str
    place: Place
    status: Status = "open"
    related: tuple[Related, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    path: tuple[str, ...] = ()
    exception: str | None = None
    caused_by: Literal["change", "before"] | None = None
