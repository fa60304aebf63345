"""What was judged: findings, exceptions, and the rules that ran."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from estate.findings import SEVERITIES, Finding, RuleResult
from estate.report.account import acceptances_of, excuse
from estate.report.html.source import Source
from estate.report.html.views.findings import STATUS
from estate.report.locate import where
from estate.report.register.entry import entries_of, unmanaged_of
from estate.report.register.sheets import register
from estate.report.tables.said import joined, organisations
from estate.report.tables.values import Column, Row, Table, Value, table
from estate.report.wording import grounds

__all__ = ["exceptions", "findings", "rules"]

_FOUND: Final[tuple[Column[Finding], ...]] = (
    Column("Severity", lambda each: each.severity, "severity"),
    Column("Status", lambda each: STATUS[each.status], wide=10),
    Column("Finding", lambda each: each.message, wide=70),
    Column("Rule", lambda each: each.rule, "id", 28),
    Column("Fault or gap", lambda each: each.kind, wide=9),
    Column("Kind of thing", lambda each: each.subject.kind, wide=13),
    Column("Id", lambda each: each.subject.id, "id"),
    Column("Name", lambda each: each.subject.name, wide=30),
)


def findings(source: Source) -> Table:
    """Return every finding, the worst first."""
    says = "One rule that one thing fails, the worst first."
    columns = (*_FOUND, *_standing(source), *_grounds(source))
    return table("findings", "Findings", says, columns, source.outcome.findings)


def _standing(source: Source) -> tuple[Column[Finding], ...]:
    """Return who is concerned, and what became of it."""
    outcome, acceptances = source.outcome, acceptances_of(source.outcome)
    unmanaged = {each.fingerprint for each in unmanaged_of(outcome)}

    def until(each: Finding) -> Value:
        found = acceptances.get(each.exception or "")
        return (found.expires or "no end") if found else ""

    return (
        Column("Organisations", lambda each: organisations(source, each.subject.organisations)),
        Column("Unmanaged", lambda each: each.fingerprint in unmanaged, "flag", 11),
        Column("Fails the run", lambda each: not excuse(each, outcome, acceptances), "flag"),
        Column("Why it does not", lambda each: excuse(each, outcome, acceptances)),
        Column("Exception", lambda each: each.exception or "", "id", 16),
        Column("Until", until, "date"),
    )


def _grounds(source: Source) -> tuple[Column[Finding], ...]:
    """Return what a finding rests on, and where it stands."""
    principles, places = _principles(source), source.outcome.places
    return (
        Column("Rests on", lambda each: joined(grounds(each.facts)), wide=60),
        Column("By way of", lambda each: " > ".join(each.path), wide=30),
        Column("Principles", lambda each: principles.get(each.rule, ""), "id"),
        Column("Recorded in", lambda each: where(places, each.place), wide=40),
        Column("Fingerprint", lambda each: each.fingerprint, "id", 24),
    )


def _principles(source: Source) -> Mapping[str, str]:
    """Return the principles that each rule rests on."""
    found: dict[str, list[str]] = {}
    for principle in source.principles:
        for rule in principle.rules:
            found.setdefault(rule, []).append(principle.id)
    return {rule: joined(names) for rule, names in found.items()}


def exceptions(source: Source) -> Table:
    """Return the register of exceptions."""
    entries, places = entries_of(source.outcome), source.outcome.places
    kept = register(entries, [where(places, entry.acceptance.place) for entry in entries])
    return Table("exceptions", "Exceptions", kept.says, kept.heads, kept.size, kept.rows)


_RULES: Final[tuple[Column[RuleResult], ...]] = (
    Column("Severity", lambda rule: rule.severity, "severity"),
    Column("Rule", lambda rule: rule.id, "id", 30),
    Column("Title", lambda rule: rule.title, wide=44),
    Column("Fault or gap", lambda rule: rule.kind, wide=9),
    Column("Judged", lambda rule: rule.population, "number"),
    Column("Failed", lambda rule: rule.failed, "number"),
    Column("Accepted", lambda rule: rule.accepted, "number"),
    Column("Unknown", lambda rule: rule.unknown, "number"),
    Column("Passed", lambda rule: rule.passed, "number"),
    Column("Why", lambda rule: rule.why, wide=60),
    Column("What to do", lambda rule: rule.fix, wide=60),
    Column("Authority", lambda rule: joined(rule.authority), wide=44),
    Column("Pack", lambda rule: rule.pack, "id", 14),
)


def rules(source: Source) -> Table:
    """Return the rules, the gravest first; those that were not run stand last, with the reason."""
    ran = sorted(source.outcome.rules, key=lambda rule: (SEVERITIES.index(rule.severity), rule.id))
    found = table("rules", "Rules", "One rule: what it judged, and what came of it.", _RULES, ran)
    not_run = [_not_run(*each) for each in source.outcome.not_run]
    rows: tuple[Row, ...] = (*found.rows, *not_run)
    return Table(found.name, found.title, found.says, found.heads, len(rows), rows)


def _not_run(rule: str, reason: str) -> Row:
    """Return a row for a rule of which nobody knows what it would have found."""
    return ("", rule, f"Not run: {reason}", "", *[None] * 5, *[""] * 4)
