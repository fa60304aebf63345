"""Small estates and outcomes, written down in a few words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from estate.findings import Finding, Outcome, Place, Severity, Subject, Unmanaged, fingerprint
from estate.model import Estate, Policy
from estate.read import Document, inventory_of

DAY = date(2026, 11, 21)

_EMPTY = Outcome(
    estate="One",
    as_of=DAY,
    tool="0",
    assets=0,
    relations=0,
    digest="",
    catalogue_as_of=DAY,
    catalogue_digest="",
    threshold="never",
    gaps_fail=False,
    rules=(),
    findings=(),
    unknown=(),
    acceptances=(),
    unmanaged=Unmanaged(0, 0, 0),
    organisations={},
)


def estate(**sections: Any) -> Estate:  # noqa: ANN401 - raw sections
    """Return an estate with these sections, in one file."""
    return estate_of(sections)


def estate_of(*files: dict[str, Any]) -> Estate:
    """Return an estate that is written in several files."""
    documents = [
        Document(f"inventory/{number}.yaml", "", values=file) for number, file in enumerate(files)
    ]
    return inventory_of(documents, name="One", policy=Policy(), defaults={}).estate


def finding(
    key: str,
    severity: Severity = "high",
    rule: str = "a-rule",
    **more: Any,  # noqa: ANN401 - as Finding has them
) -> Finding:
    """Return a finding of a server."""
    subject = Subject("server", key)
    made = Finding(
        fingerprint(rule, subject), rule, severity, "fault", subject, f"{key} fails", Place(key)
    )
    return replace(made, **more)


def outcome(*findings: Finding) -> Outcome:
    """Return an outcome that found these."""
    return replace(_EMPTY, findings=findings)
