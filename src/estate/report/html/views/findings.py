"""Findings: by rule in the page itself, and every one of them in a list to search and filter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from estate.findings import SEVERITIES, Finding
from estate.report.html.source import Source
from estate.report.html.view import Cell, Column, Json, Listing, Part, Table, View, cells

__all__ = ["COLUMNS", "STATUS", "findings"]

COLUMNS = (
    Column("Severity", "severity", "severity", choose=True),
    Column("What was found", "link", "finding"),
    Column("Organisation", "texts", "organisation", choose=True),
    Column("Status", "text", "status", choose=True),
    Column("Rule", "text", "rule", choose=True),
    Column("Principle", "texts", "principle", choose=True, shown=False),
    Column("Fault or gap", "text", "kind", choose=True, shown=False),
    Column("Kind of thing", "text", "thing", choose=True, shown=False),
    Column("Unmanaged", "text", "unmanaged", choose=True, shown=False),
)


STATUS: Final = {
    "open": "open",
    "below-threshold": "open",
    "accepted": "accepted",
    "baselined": "known",
}
"""How a finding stands, for who decides; whether it fails a run is the affair of who checks."""

_HEADLINE: Final = frozenset({"unsupported-software", "unpaid-extended-support"})
"""The rules whose open findings are what the headline counts."""


def findings(source: Source) -> View:
    """Return the view that lists what was found."""
    return View(
        id="findings",
        title="Findings",
        lead=(
            "What rules found, the worst first. Choose what to see; the address of the page keeps "
            "the choice, so that it can be sent to somebody."
        ),
        group="Look up",
        parts=(Part("", (_list(source),)), Part("By rule", (_by_rule(source),))),
    )


def _list(source: Source) -> Listing:
    principles: dict[str, list[str]] = {}
    for principle in source.principles:
        for rule in principle.rules:
            principles.setdefault(rule, []).append(principle.id)
    return Listing(
        id="findings",
        caption="Findings",
        columns=COLUMNS,
        rows=tuple(
            _row(finding, principles.get(finding.rule, [])) for finding in source.outcome.findings
        ),
        without="The list needs a script; findings.json beside this page holds all of them.",
        noun="finding",
    )


def _row(finding: Finding, principles: list[str]) -> tuple[Json, ...]:
    return (
        finding.severity,
        [finding.message, f"#/finding/{finding.fingerprint}"],
        list(finding.subject.organisations),
        STATUS[finding.status],
        finding.rule,
        principles,
        finding.kind,
        finding.subject.kind,
        "yes" if _unmanaged(finding) else "",
    )


def _unmanaged(finding: Finding) -> bool:
    """Whether the headline counts it: nobody entitled has accepted it, whatever a baseline says."""
    return finding.rule in _HEADLINE and finding.status != "accepted"


def _by_rule(source: Source) -> Table:
    return Table(
        "Every rule that ran: what it judged, what failed, and of what it does not know enough.",
        (
            Column("Worst"),
            Column("Rule"),
            *(Column(each, "number") for each in ("Judged", "Failed", "Accepted", "Unknown")),
        ),
        tuple(_rules(source)),
    )


def _rules(source: Source) -> Iterator[tuple[Cell, ...]]:
    failed = Counter(finding.rule for finding in source.outcome.findings)
    for rule in sorted(
        source.outcome.rules, key=lambda each: (SEVERITIES.index(each.severity), each.id)
    ):
        yield cells(
            Cell(rule.severity, tone=rule.severity),
            Cell(
                rule.title,
                note=rule.id,
                href=f"#/findings?rule={rule.id}" if failed[rule.id] else "",
            ),
            rule.population,
            rule.failed,
            rule.accepted,
            Cell(rule.unknown, tone="unknown" if rule.unknown else ""),
        )
