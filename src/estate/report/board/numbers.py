"""The first page: the headline, what it counts, the findings, the scorecard, what is unknown."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final

from estate.facts import PRESENT
from estate.findings import SEVERITIES, Finding
from estate.report.board.basis import Basis, brief, few, share
from estate.report.board.document import Bar, Bars, Block, Listing, Page, Pair
from estate.report.board.measures import scorecard
from estate.report.missing import missing_fields, settles
from estate.report.register.document import Cell, Points, Prose
from estate.report.register.summary import headline
from estate.report.wording import counted

__all__ = ["numbers"]

_KINDS: Final = 8
_FIELDS: Final = 3


def numbers(basis: Basis) -> Page:
    """Return the page of the numbers."""
    return Page(
        "numbers",
        "The numbers",
        "",
        (
            ("", (headline(basis.outcome, basis.entries),)),
            ("What nobody manages", tuple(_unmanaged(basis))),
            ("Findings", (_findings(basis),)),
            ("Scorecard", (scorecard(basis.source),)),
            ("What is unknown", tuple(_unknown(basis))),
        ),
    )


def _unmanaged(basis: Basis) -> Iterator[Block]:
    missing = basis.outcome.unmanaged.installations - len(basis.unmanaged)
    if missing > 0:
        yield Prose(f"{counted(missing, 'installation')} not listed: this run lists no finding.")
    if not basis.unmanaged:
        yield Prose("No installation is known to be unsupported and unaccepted.")
        return
    groups: dict[str, list[Finding]] = defaultdict(list)
    for finding in basis.unmanaged:
        groups[basis.software(finding)].append(finding)
    rests = {software: _services(basis, found) for software, found in groups.items()}
    ordered = sorted(groups, key=lambda key: (-len(rests[key]), -len(groups[key]), key))
    yield Listing(
        f"{counted(len(basis.unmanaged), 'installation')} by software; first that on which most "
        "services rest.",
        ("Software", "Installed", "Services", "On", "Exception on file"),
        (30, 10, 10, 30, 20),
        tuple(_software(basis, key, groups[key], len(rests[key])) for key in ordered[:_KINDS]),
        len(ordered),
        "further kind of software",
        "further kinds of software",
        "Findings in index.html",
        right=(1, 2),
        least=min(3, len(ordered)),
    )


def _software(basis: Basis, name: str, found: list[Finding], services: int) -> tuple[Cell, ...]:
    on = list(dict.fromkeys(finding.subject.name or finding.subject.id for finding in found))
    filed = {e.anchor: e for f in found if (e := basis.on_file.get(f.fingerprint))}
    exceptions = (
        Cell(few([entry.acceptance.id for entry in filed.values()], 1, 30), note="does not count")
        if filed
        else Cell("None", "bad")
    )
    return Cell(brief(name)), Cell(len(found)), Cell(services), Cell(few(on, 2, 40)), exceptions


def _services(basis: Basis, found: list[Finding]) -> set[str]:
    state, services = basis.source.state, basis.facts.estate.of("service")
    graph = basis.facts.graph
    known = {finding.subject.id for finding in found} & set(graph.ids)
    return {
        key
        for root in known
        for key in graph.all_needed_by(root)
        if key in services and state[key] in PRESENT
    }


def _findings(basis: Basis) -> Pair:
    tally: Counter[tuple[str, str]] = Counter(
        (f.severity, f.status if f.status in {"accepted", "baselined"} else f.kind)
        for f in basis.outcome.findings
    )
    heaps = [("Faults", "fault"), ("Gaps", "gap"), ("Accepted", "accepted")]
    heaps += [("Known", "baselined")] if basis.outcome.counts.baselined else []
    bars = tuple(Bar(grade.capitalize(), tally[grade, "fault"], grade) for grade in SEVERITIES)
    said = ", ".join(f"{bar.value:,} {bar.colour}" for bar in bars)
    return Pair(
        Bars(bars, f"Open faults by severity: {said}."),
        Listing(
            "A fault is wrong, a gap is not recorded; both are open.",
            ("Severity", *(name for name, _ in heaps)),
            (3, *(2 for _ in heaps)),
            tuple(
                (Cell(grade.capitalize()), *(Cell(tally[grade, heap]) for _, heap in heaps))
                for grade in SEVERITIES
            ),
            len(SEVERITIES),
            "",
            "",
            "",
            right=tuple(range(1, len(heaps) + 1)),
            least=len(SEVERITIES),
        ),
        (46, 54),
    )


def _unknown(basis: Basis) -> Iterator[Block]:
    outcome = basis.outcome
    unmanaged = outcome.unmanaged
    asked = sum(rule.population for rule in outcome.rules)
    said = []
    if unmanaged.unknown:
        most = unmanaged.installations + unmanaged.unknown
        said.append(
            f"The support of {counted(unmanaged.unknown, 'installation')} is unknown: "
            f"the headline may be as high as {most:,}."
        )
    if outcome.undecided:
        part = share(outcome.undecided, asked)
        said.append(f"{outcome.undecided:,} of {asked:,} questions ({part}) have no answer yet.")
    fields = missing_fields(outcome)[:_FIELDS]
    if fields:
        first = "; ".join(
            f"“{brief(each.field)}” settles {settles(each)} by itself" for each in fields
        )
        said.append(f"Fields to ask for first: {first}.")
    if outcome.not_run:
        names = few([rule for rule, _ in outcome.not_run])
        said.append(f"{counted(len(outcome.not_run), 'rule')} not run: {names}.")
    yield Points(tuple(said or ["Every question was answered."]))
