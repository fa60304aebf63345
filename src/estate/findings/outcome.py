"""The outcome of a run: everything a report needs, settled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from estate.errors import Location
from estate.findings.acceptance import Acceptance
from estate.findings.finding import SEVERITIES, Finding, Kind, Severity, Subject
from estate.findings.place import Place
from estate.frozen import frozen


@frozen
class Unknown:
    """A subject about which a rule could not decide, and the fields that would settle it."""

    rule: str
    subject: Subject
    missing: tuple[str, ...]


@frozen
class RuleResult:
    """One rule as it went: its text for people, and its counts.

    `severity` is the worst the rule can give. population = failed + unknown + passed, and
    accepted is the part of failed that an exception covers.
    """

    id: str
    title: str
    severity: Severity
    kind: Kind
    why: str
    fix: str
    authority: tuple[str, ...]
    pack: str
    population: int
    failed: int
    accepted: int
    unknown: int
    passed: int


@frozen
class Unmanaged:
    """The headline: unsupported software that nobody entitled has accepted (Stockton P8).

    `installations` are ended or on unpaid extended support without an acceptance that counts;
    `services` rest on them; `unknown` counts installations whose support nobody knows.
    """

    installations: int
    services: int
    unknown: int


@frozen
class Planned:
    """That an estate was judged as the work plan will have made it, from a day `since` on.

    How many changes of the plan were `applied`, how many are `refused` because they cannot be, and
    how many are `unsure`, of projects without a status.
    """

    since: date
    applied: int
    refused: int
    unsure: int


@frozen
class Counts:
    """Findings by severity that are open or below the threshold; accepted and baselined apart."""

    critical: int = 0
    high: int = 0
    medium: int = 0
    low: int = 0
    info: int = 0
    accepted: int = 0
    baselined: int = 0


@frozen
class Outcome:
    """The result of judging one estate on one day.

    `findings` come sorted: worst severity first, then rule, then subject id. `unknown` lists what
    could not be decided where that was asked for; `undecided` counts it always. `places` gives the
    location of any place in the inventory. `not_run` lists the rules that were switched off, with
    the reason. `threshold` is the severity from which findings fail the run, or `never`. `planned`
    is there where the work plan was applied first. `notice` is what a reader must know first of
    what is left out of a copy for the public; "" of the whole.
    """

    estate: str
    as_of: date
    tool: str
    assets: int
    relations: int
    digest: str
    catalogue_as_of: date
    catalogue_digest: str
    threshold: str
    gaps_fail: bool
    rules: tuple[RuleResult, ...]
    findings: tuple[Finding, ...]
    unknown: tuple[Unknown, ...]
    acceptances: tuple[Acceptance, ...]
    unmanaged: Unmanaged
    organisations: Mapping[str, str]
    not_run: tuple[tuple[str, str], ...] = ()
    places: Mapping[Place, Location] = field(default_factory=dict)
    planned: Planned | None = None
    notice: str = ""

    @property
    def counts(self) -> Counts:
        """Count the findings by severity and status."""
        tally = dict.fromkeys([*SEVERITIES, "accepted", "baselined"], 0)
        for finding in self.findings:
            apart = finding.status in {"accepted", "baselined"}
            tally[finding.status if apart else finding.severity] += 1
        return Counts(**tally)

    @property
    def undecided(self) -> int:
        """How many questions rules could not answer: subjects times rules that are unknown."""
        return sum(rule.unknown for rule in self.rules)

    @property
    def failing(self) -> tuple[Finding, ...]:
        """The findings that fail the run: open, and gaps only where the policy says so.

        Where the estate is judged against an earlier one, what was there before fails nothing.
        """
        if self.threshold == "never":
            return ()
        return tuple(
            f
            for f in self.findings
            if f.status == "open"
            and f.caused_by != "before"
            and (f.kind == "fault" or self.gaps_fail)
        )
