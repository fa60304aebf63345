"""The register as tables: all exceptions, the facts behind them, and what is unmanaged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, TypeAlias

from estate.findings import Comparison, Finding, Outcome
from estate.report.register.entry import Entry, covering, unmanaged_of
from estate.report.register.evidence import SAMENESS
from estate.report.register.words import fact_name, role_name, state_of
from estate.report.tables import Column, Head, Row, Table, Value, table
from estate.report.wording import organisations_of

__all__ = ["register", "sheets"]


def sheets(
    outcome: Outcome, entries: Sequence[Entry], places: Sequence[str], notice: str
) -> tuple[Table, ...]:
    """Return every sheet; `places` says where the record of each entry stands."""
    return (
        register(entries, places).held,
        _facts(entries).held,
        _unmanaged(outcome, entries).held,
        _about(outcome, entries, notice),
    )


def register(entries: Sequence[Entry], places: Sequence[str]) -> Table:
    """Return the table of all exceptions; `places` says where the record of each stands."""
    where = Column[Entry]("Recorded in", lambda entry: places[entry.number - 1], wide=40)
    columns = (*_DECISION, *_COURSE, where)
    says = "One exception: what it covers, who accepted it, whether it counts, until when."
    return table("exceptions", "Register", says, columns, entries)


def _left(entry: Entry) -> Value:
    return "" if entry.days_left is None else entry.days_left


def _product(score: tuple[int, int] | None) -> int | None:
    return None if score is None else score[0] * score[1]


def _signatures(entry: Entry) -> str:
    words = {"verified": "holds", "refused": "refused", "unsigned": "not signed"}
    return "; ".join(
        f"{entry.names.get(each.organisation, each.organisation) or entry.organisations}: "
        f"{words[each.signature]}"
        for each in entry.acceptance.signs
    )


_DECISION: Final[tuple[Column[Entry], ...]] = (
    Column("Exception", lambda entry: entry.acceptance.id, "id"),
    Column("Counts", lambda entry: entry.acceptance.counts, "flag"),
    Column("State", lambda entry: state_of(entry.acceptance.state).name, wide=18),
    Column("Decision", lambda entry: entry.decision),
    Column("Reasons", lambda entry: "; ".join(entry.acceptance.reasons), wide=60),
    Column("Severity", lambda entry: entry.acceptance.severity, "severity"),
    Column("Rule", lambda entry: entry.acceptance.rule, "id", 28),
    Column("Organisations", lambda entry: entry.organisations, wide=30),
    Column("Covers", lambda entry: "; ".join(entry.acceptance.covers), wide=44),
    Column("Findings covered", lambda entry: len(entry.found), "number"),
    Column("Risk", lambda entry: entry.acceptance.risk, wide=60),
    Column("Inherent risk", lambda entry: _product(entry.acceptance.inherent), "number"),
    Column("Residual risk", lambda entry: _product(entry.acceptance.residual), "number"),
    Column("Accepted by", lambda entry: entry.acceptance.accepted_by or None, wide=30),
    Column("Role", lambda entry: role_name(entry.acceptance.role), wide=18),
    Column("Accepted on", lambda entry: entry.acceptance.accepted_on, "date"),
    Column("Signatures", _signatures, wide=26),
    Column("Asked for by", lambda entry: entry.acceptance.requested_by, wide=24),
    Column("Asked for on", lambda entry: entry.acceptance.requested_on or "", "date"),
    Column("Review by", lambda entry: entry.acceptance.review_by, "date"),
    Column("Review overdue", lambda entry: entry.overdue, "flag"),
)

_COURSE: Final[tuple[Column[Entry], ...]] = (
    Column("Expires", lambda entry: entry.acceptance.expires or "no end", "date"),
    Column("Last day", lambda entry: entry.acceptance.last_day or "no end", "date"),
    Column("Days left", _left, "number"),
    Column("Treatment", lambda entry: entry.acceptance.treatment.capitalize(), wide=12),
    Column("Action", lambda entry: entry.acceptance.action.capitalize(), wide=12),
    Column("Target", lambda entry: entry.acceptance.target or "", "date"),
    Column(
        "Projects",
        lambda entry: "; ".join(each.name or each.id for each in entry.acceptance.deliveries),
    ),
    Column("Plan arrives in time", lambda entry: entry.arrives, "flag", 12),
    Column("Funded", lambda entry: entry.funded, "flag", 12),
    Column(
        "Mitigation",
        lambda entry: "; ".join(each.control for each in entry.acceptance.controls),
        wide=60,
    ),
    Column(
        "Claims disagree",
        lambda entry: sum(each.agrees is False for each in entry.acceptance.controls),
        "number",
    ),
    Column("Facts read on", lambda entry: entry.acceptance.pinned_on or "", "date"),
    Column("Facts", lambda entry: len(entry.acceptance.comparisons), "number", 8),
    Column("Facts changed", lambda entry: entry.changed, "number", 9),
    Column("Times extended", lambda entry: len(entry.acceptance.extensions), "number", 9),
    Column("Withdrawn on", lambda entry: entry.acceptance.withdrawn_on or "", "date"),
)


_Compared: TypeAlias = tuple[Entry, Comparison]

_FACTS: Final[tuple[Column[_Compared], ...]] = (
    Column("Exception", lambda pair: pair[0].acceptance.id, "id"),
    Column("Thing", lambda pair: pair[1].subject, wide=44),
    Column("Fact", lambda pair: fact_name(pair[1].fact), wide=30),
    Column("Accepted", lambda pair: pair[1].then, wide=30),
    Column("Now", lambda pair: pair[1].now, wide=30),
    Column("Compared", lambda pair: SAMENESS[pair[1].sameness][0], wide=16),
    Column("Accepted facts of", lambda pair: pair[0].acceptance.pinned_on, "date", 16),
)


def _facts(entries: Iterable[Entry]) -> Table:
    pairs = [(entry, each) for entry in entries for each in entry.acceptance.comparisons]
    says = "One fact that an exception rests on, as it was accepted and as it is now."
    return table("exception-facts", "Facts", says, _FACTS, pairs)


def _unmanaged(outcome: Outcome, entries: Sequence[Entry]) -> Table:
    on_file, names = covering(entries), outcome.organisations

    def detail(finding: Finding, name: str) -> str:
        return str(dict(finding.subject.detail).get(name, ""))

    def exception(finding: Finding) -> str:
        entry = on_file.get(finding.fingerprint)
        return entry.acceptance.id if entry else ""

    def state(finding: Finding) -> str:
        entry = on_file.get(finding.fingerprint)
        return state_of(entry.acceptance.state).name if entry else "None on file"

    columns: tuple[Column[Finding], ...] = (
        Column("Product", lambda each: detail(each, "product"), wide=26),
        Column("Version", lambda each: detail(each, "version"), "id", 16),
        Column("On", lambda each: each.subject.name or each.subject.id, wide=30),
        Column("Organisations", lambda each: organisations_of(each.subject, names)),
        Column("Severity", lambda each: each.severity, "severity"),
        Column("Rule", lambda each: each.rule, "id", 26),
        Column("Finding", lambda each: each.message, wide=70),
        Column("Exception on file", exception, "id", 18),
        Column("Its state", state, wide=18),
        Column("Fingerprint", lambda each: each.fingerprint, "id", 24),
    )
    says = "One installation that is unsupported, and that no exception which counts covers."
    return table("unmanaged", "Unmanaged", says, columns, unmanaged_of(outcome))


def _about(outcome: Outcome, entries: Sequence[Entry], notice: str) -> Table:
    counting = sum(entry.acceptance.counts for entry in entries)
    rows: tuple[Row, ...] = (
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

    heads = (Head("What"), Head("Value", wide=60))
    return Table("about", "About", "What was judged, and when.", heads, len(rows), rows)
