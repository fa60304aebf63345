"""The register as a workbook: all exceptions, the facts behind them, and what is unmanaged."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import starmap

from estate.findings import Outcome
from estate.report.register.document import Cell, Sheet, Value
from estate.report.register.entry import Entry, covering, unmanaged_of
from estate.report.register.evidence import SAMENESS
from estate.report.register.words import fact_name, role_name, state_of, truth
from estate.report.wording import organisations_of

__all__ = ["sheets"]


def sheets(
    outcome: Outcome, entries: Sequence[Entry], places: Sequence[str], notice: str
) -> tuple[Sheet, ...]:
    """Return every sheet; `places` says where the record of each entry stands."""
    return (
        _register(entries, places),
        _facts(entries),
        _unmanaged(outcome, entries),
        _about(outcome, entries, notice),
    )


_COLUMNS = (
    ("Exception", 16),
    ("Counts", 10),
    ("State", 18),
    ("Decision", 34),
    ("Reasons", 60),
    ("Severity", 10),
    ("Rule", 28),
    ("Organisations", 30),
    ("Covers", 44),
    ("Findings covered", 10),
    ("Risk", 60),
    ("Inherent risk", 9),
    ("Residual risk", 9),
    ("Accepted by", 30),
    ("Role", 18),
    ("Accepted on", 13),
    ("Signatures", 26),
    ("Asked for by", 24),
    ("Asked for on", 13),
    ("Review by", 13),
    ("Review overdue", 10),
    ("Expires", 13),
    ("Last day", 13),
    ("Days left", 9),
    ("Treatment", 12),
    ("Action", 12),
    ("Target", 13),
    ("Projects", 34),
    ("Plan arrives in time", 12),
    ("Funded", 12),
    ("Mitigation", 60),
    ("Claims disagree", 10),
    ("Facts read on", 13),
    ("Facts", 8),
    ("Facts changed", 9),
    ("Times extended", 9),
    ("Withdrawn on", 13),
    ("Recorded in", 40),
)


def _register(entries: Sequence[Entry], places: Sequence[str]) -> Sheet:
    return Sheet(
        "Register",
        tuple(name for name, _ in _COLUMNS),
        tuple(width for _, width in _COLUMNS),
        tuple(starmap(_row, zip(entries, places, strict=True))),
    )


def _row(entry: Entry, place: str) -> tuple[Value, ...]:
    acceptance = entry.acceptance
    return (
        acceptance.id,
        _word(truth(acceptance.counts)),
        state_of(acceptance.state).name,
        entry.decision,
        "; ".join(acceptance.reasons),
        acceptance.severity.capitalize(),
        acceptance.rule,
        entry.organisations,
        "; ".join(acceptance.covers),
        len(entry.found),
        acceptance.risk,
        _product(acceptance.inherent),
        _product(acceptance.residual),
        acceptance.accepted_by,
        role_name(acceptance.role) if acceptance.role else "",
        acceptance.accepted_on,
        _signatures(entry),
        acceptance.requested_by,
        acceptance.requested_on,
        acceptance.review_by,
        _word(truth(entry.overdue)),
        *_course(entry),
        place,
    )


def _course(entry: Entry) -> tuple[Value, ...]:
    acceptance = entry.acceptance
    return (
        acceptance.expires,
        acceptance.last_day,
        entry.days_left,
        acceptance.treatment.capitalize(),
        acceptance.action.capitalize(),
        acceptance.target,
        "; ".join(each.name or each.id for each in acceptance.deliveries),
        _word(truth(entry.arrives)),
        _word(truth(entry.funded)),
        "; ".join(each.control for each in acceptance.controls),
        sum(each.agrees is False for each in acceptance.controls),
        acceptance.pinned_on,
        len(acceptance.comparisons),
        entry.changed,
        len(acceptance.extensions),
        acceptance.withdrawn_on,
    )


def _word(cell: Cell) -> Value:
    return cell.value


def _product(score: tuple[int, int] | None) -> Value:
    return None if score is None else score[0] * score[1]


def _signatures(entry: Entry) -> str:
    words = {"verified": "holds", "refused": "refused", "unsigned": "not signed"}
    return "; ".join(
        f"{entry.names.get(each.organisation, each.organisation) or entry.organisations}: "
        f"{words[each.signature]}"
        for each in entry.acceptance.signs
    )


def _facts(entries: Sequence[Entry]) -> Sheet:
    rows = tuple(
        (
            entry.acceptance.id,
            each.subject,
            fact_name(each.fact),
            each.then,
            each.now,
            SAMENESS[each.sameness][0],
            entry.acceptance.pinned_on,
        )
        for entry in entries
        for each in entry.acceptance.comparisons
    )
    columns = ("Exception", "Thing", "Fact", "Accepted", "Now", "Compared", "Accepted facts of")
    return Sheet("Facts", columns, (16, 44, 30, 30, 30, 16, 16), rows)


def _unmanaged(outcome: Outcome, entries: Sequence[Entry]) -> Sheet:
    on_file = covering(entries)
    rows: list[tuple[Value, ...]] = []
    for finding in unmanaged_of(outcome):
        detail = dict(finding.subject.detail)
        entry = on_file.get(finding.fingerprint)
        rows.append(
            (
                str(detail.get("product", "")),
                str(detail.get("version", "")),
                finding.subject.name or finding.subject.id,
                organisations_of(finding.subject, outcome.organisations),
                finding.severity.capitalize(),
                finding.rule,
                finding.message,
                entry.acceptance.id if entry else "",
                state_of(entry.acceptance.state).name if entry else "None on file",
                finding.fingerprint,
            )
        )
    columns = ("Product", "Version", "On", "Organisations", "Severity", "Rule")
    more = ("Finding", "Exception on file", "Its state", "Fingerprint")
    widths = (26, 16, 30, 34, 10, 26, 70, 18, 18, 24)
    return Sheet("Unmanaged", (*columns, *more), widths, tuple(rows))


def _about(outcome: Outcome, entries: Sequence[Entry], notice: str) -> Sheet:
    counting = sum(entry.acceptance.counts for entry in entries)
    rows: tuple[tuple[Value, ...], ...] = (
        ("Estate", outcome.estate),
        ("Judged as of", outcome.as_of),
        ("Unmanaged risks", outcome.unmanaged.installations),
        ("Services that rest on them", outcome.unmanaged.services),
        ("Installations of unknown support", outcome.unmanaged.unknown),
        ("Exceptions", len(entries)),
        ("Exceptions that count", counting),
        ("Exceptions that do not count", len(entries) - counting),
        ("Inventory", outcome.digest),
        ("Lifecycle catalogue as of", outcome.catalogue_as_of),
        ("Tool", f"estate {outcome.tool}"),
        *((("Copy", notice),) if notice else ()),
    )
    return Sheet("About", ("What", "Value"), (34, 60), rows)
