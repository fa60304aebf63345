"""Overview: the headline number, what stands beside it, and where the findings are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from estate.findings import SEVERITIES, Finding
from estate.report.html.source import Source
from estate.report.html.view import (
    Block,
    Cell,
    Column,
    Headline,
    Number,
    Part,
    Picture,
    Prose,
    Table,
    View,
)
from estate.report.html.views.past import daily, trend_of
from estate.report.wording import counted

__all__ = ["overview"]

_FIRST: Final = 6
"""Rules that are named as what to look at first."""
_NOBODY: Final = ""
_GRADES: Final = tuple(Column(severity.capitalize(), "number", severity) for severity in SEVERITIES)


def overview(source: Source) -> View:
    """Return the view that opens the page."""
    trend = Part("Trend", tuple(trend_of(source)))
    known = bool(source.history)
    return View(
        id="overview",
        title="Overview",
        lead="",
        group="At a glance",
        parts=(
            Part("", (_headline(source),)),
            *([trend] if known else []),
            Part("What to look at first", tuple(_first(source))),
            Part("By severity", tuple(_by_severity(source))),
            Part("By organisation", tuple(_by_organisation(source))),
            Part("Day by day", (daily(source),)) if known else trend,
        ),
    )


def _headline(source: Source) -> Headline:
    outcome = source.outcome
    unmanaged, counts = outcome.unmanaged, outcome.counts
    more = (
        f" The support of {counted(unmanaged.unknown, 'further installation')} is unknown, so "
        "there may be more."
        if unmanaged.unknown
        else ""
    )
    one = unmanaged.installations == 1
    return Headline(
        value=unmanaged.installations,
        words=f"unmanaged unsupported {'installation' if one else 'installations'}",
        meaning=(
            "Software past the end of its security support, or on extended support that nobody "
            f"has paid for, of which nobody entitled has accepted the risk.{more}"
        ),
        href="#/findings?unmanaged=yes",
        beside=(
            Number(
                f"{unmanaged.services:,}",
                f"{'service rests' if unmanaged.services == 1 else 'services rest'} on "
                f"{'it' if one else 'them'}",
            ),
            _graded(counts.critical, "critical"),
            _graded(counts.high, "high"),
            Number(
                f"{counts.accepted:,}",
                "accepted by somebody entitled",
                "#/findings?status=accepted",
            ),
            Number(_share(source), "of all questions cannot be answered yet", "#/unknown"),
        ),
    )


def _graded(number: int, severity: str) -> Number:
    noun = "finding" if number == 1 else "findings"
    return Number(
        f"{number:,}", f"{severity} {noun}", f"#/findings?status=open&severity={severity}"
    )


def _share(source: Source) -> str:
    """Return the share of questions without an answer, rounded up, so that none is lost."""
    asked = sum(rule.population for rule in source.outcome.rules)
    return f"{-(-100 * source.outcome.undecided // asked) if asked else 0}%"


def _first(source: Source) -> Iterator[Block]:
    """Yield the rules with the worst open findings, and how many each has."""
    texts = {rule.id: rule for rule in source.outcome.rules}
    found: dict[str, list[Finding]] = {}
    for finding in source.open_faults:
        found.setdefault(finding.rule, []).append(finding)
    ranked = sorted(
        found.items(),
        key=lambda item: (SEVERITIES.index(item[1][0].severity), -len(item[1]), item[0]),
    )
    if not ranked:
        yield Prose("No rule found a fault. What is unknown is no pass.")
        return
    yield Table(
        "The rules with the most serious open findings.",
        (Column("Severity"), Column("What is wrong"), Column("Findings", "number")),
        tuple(
            (
                Cell(each[0].severity, tone=each[0].severity),
                Cell(
                    texts[rule].title if rule in texts else rule,
                    href=f"#/findings?rule={rule}&status=open",
                ),
                Cell(len(each)),
            )
            for rule, each in ranked[:_FIRST]
        ),
    )


def _by_severity(source: Source) -> Iterator[Block]:
    tally = Counter((finding.severity, _heap(finding)) for finding in source.outcome.findings)
    heaps = ("fault", "gap", "accepted", "baselined")
    yield Table(
        "Findings by severity. A fault is wrong; a gap is what nobody has recorded. What is "
        "accepted, or known from a baseline, is counted apart.",
        (
            Column("Severity"),
            *(Column(name, "number") for name in ("Faults", "Gaps", "Accepted", "Known")),
        ),
        tuple(
            (
                Cell(severity, href=f"#/findings?severity={severity}", tone=severity),
                *(Cell(tally[severity, heap]) for heap in heaps),
            )
            for severity in SEVERITIES
        ),
    )


def _by_organisation(source: Source) -> Iterator[Block]:
    tally: Counter[tuple[str, str]] = Counter()
    for finding in source.open_faults:
        for owner in finding.subject.organisations or (_NOBODY,):
            tally[owner, finding.severity] += 1
    keys = sorted({key for key, _ in tally}, key=lambda key: (key == _NOBODY, key))
    if not keys:
        yield Prose("Nothing was found in any organisation.")
        return
    names = [_named(source, key) for key in keys]
    yield Picture(
        "organisations",
        "bars",
        "Open faults by organisation and severity. " + _worst(names, keys, tally),
        {
            "names": names,
            "series": [
                {"name": grade, "tone": grade, "values": [tally[key, grade] for key in keys]}
                for grade in SEVERITIES
            ],
        },
        max(9, 3 * len(keys) + 5),
    )
    yield Table(
        "Open faults by organisation. What several share counts for each of them.",
        (Column("Organisation"), *_GRADES),
        tuple(
            (
                Cell(name, href=f"#/findings?organisation={key}" if key else ""),
                *(Cell(tally[key, grade]) for grade in SEVERITIES),
            )
            for key, name in zip(keys, names, strict=True)
        ),
    )


def _worst(names: list[str], keys: list[str], tally: Mapping[tuple[str, str], int]) -> str:
    most = max(
        zip(names, keys, strict=True), key=lambda each: sum(tally[each[1], g] for g in SEVERITIES)
    )
    number = sum(tally[most[1], grade] for grade in SEVERITIES)
    return f"{most[0]} has most, {number}."


def _named(source: Source, key: str) -> str:
    return source.organisation(key) if key else "No organisation recorded"


def _heap(finding: Finding) -> str:
    return finding.status if finding.status in {"accepted", "baselined"} else finding.kind
