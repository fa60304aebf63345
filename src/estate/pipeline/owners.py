"""Who answers for what was found: the owner of its subject."""

from __future__ import annotations

from collections.abc import Iterator

from estate.findings import Finding
from estate.model import Entry, Estate, RiskAcceptance

__all__ = ["owner_of"]


def owner_of(estate: Estate, finding: Finding) -> str:
    """Return who answers for the subject of a finding, with their organisation; "" for nobody.

    It is the owner that its record names, of an acceptance those who gave it; without either, the
    record's organisation. A subject of several records has the owners of all. One that is no
    record, such as the estate, has nobody.
    """
    members = dict(finding.subject.detail).get("members", ())
    ids = [finding.subject.id, *([members] if isinstance(members, str) else members)]
    entries = [entry for key in ids if (entry := estate.get(key)) is not None]
    return "; ".join(dict.fromkeys(filter(None, (_owner(estate, each) for each in entries))))


def _owner(estate: Estate, entry: Entry) -> str:
    given = getattr(entry, "organisation", None) or ()
    councils = [_name(estate, key) for key in ([given] if isinstance(given, str) else given)]
    people = [*_holders(entry)] if isinstance(entry, RiskAcceptance) else [_named(entry)]
    named = " and ".join(dict.fromkeys(filter(None, people)))
    held_by = " and ".join(dict.fromkeys(filter(None, councils)))
    return f"{named} ({held_by})" if named and held_by else named or held_by


def _named(entry: Entry) -> str:
    """Return the owner that a record names; an organisation answers for itself."""
    return getattr(entry, "owner", None) or (entry.name if entry.kind == "organisation" else "")


def _holders(record: RiskAcceptance) -> Iterator[str]:
    """Yield those who hold the roles that a risk was accepted by."""
    yield from (each.by for each in record.approvals or ())
    if not record.approvals:
        yield record.accepted_by or record.requested_by or ""


def _name(estate: Estate, key: str) -> str:
    entry = estate.get(key)
    return (entry.name if entry else "") or key
