"""Overview: the headline number, what stands beside it, and where the findings are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from estate.findings import SEVERITIES, Finding
from estate.report.html.source import Point, Source
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
    cells,
)
from estate.report.wording import counted

__all__ = ["overview"]

_FIRST: Final = 6
"""Rules that are named as what to look at first."""
_NOBODY: Final = ""
_ENDS: Final = 2
"""Days that a trend needs: a line has two ends."""
_DRAWN: Final = {
    "Unmanaged": "unmanaged",
    "Accepted findings": "accepted",
    "Unknown support": "unknown",
}
"""What is drawn over time, and where a day has it."""
_GRADES: Final = tuple(Column(severity.capitalize(), "number", severity) for severity in SEVERITIES)


def overview(source: Source) -> View:
    """Return the view that opens the page."""
    trend = Part("Trend", tuple(_trend(source)))
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
            *([] if known else [trend]),
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
                f"{'service rests' if unmanaged.services == 1 else 'services rest'} on it",
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


def _trend(source: Source) -> Iterator[Block]:
    points = source.history
    if not points:
        yield Prose(
            "This page shows one day. With “estate audit --since DATE” it shows how it came to "
            "this, from the history of the inventory; “estate compare” tells what has changed "
            "since an earlier day or revision, and what of it the calendar brought about.",
            "quiet",
        )
        return
    judged = [(point.on, point.numbers) for point in points if point.numbers]
    if len(judged) < _ENDS:
        yield Prose("Too few of these days have an inventory that loads to draw a line.", "quiet")
    else:
        (since, first), (until, last) = judged[0], judged[-1]
        yield Picture(
            "trend",
            "line",
            f"Unmanaged installations went from {first.unmanaged:,} on {since} to "
            f"{last.unmanaged:,} on {until}.",
            {
                "days": [point.on for point in points],
                "series": [
                    {"name": name, "values": [_number(point, field) for point in points]}
                    for name, field in _DRAWN.items()
                ],
            },
        )
    yield Table(
        "Unmanaged, accepted and unknown, day by day: the inventory as it was, judged on that day "
        "by what is known of products today.",
        (Column("Day", "date"), *(Column(name, "number") for name in _DRAWN)),
        tuple(
            cells(
                Cell(point.on, note=point.reason),
                *(_number(point, each) for each in _DRAWN.values()),
            )
            for point in points
        ),
    )


def _number(point: Point, field: str) -> int | None:
    """Return a number of a day; None, a gap in the line, where the day has none."""
    number: int | None = getattr(point.numbers, field, None)
    return number


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
