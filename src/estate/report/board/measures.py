"""The balanced scorecard in short: a line for each perspective."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from estate.report.board.basis import brief
from estate.report.board.document import Listing
from estate.report.html.source import Measure, Source
from estate.report.html.views.scorecard import PERSPECTIVES, Answer, Verdict, answers
from estate.report.register.document import Cell

__all__ = ["scorecard"]

_VERDICTS: Final[tuple[Verdict, ...]] = ("met", "missed", "not known")
_REPORTED: Final = 2


_WITHHELD: Final = Cell("Withheld", "quiet")


def scorecard(source: Source) -> Listing:
    """Return each perspective: its targets, the computed measure furthest off, what is reported."""
    computed = answers(source)
    public = bool(source.outcome.notice)
    rows = tuple(
        _row(
            title,
            [each for each in computed if each.perspective == key],
            [each for each in source.measures if each.perspective == key],
            public=public,
        )
        if not (public and key == "finance")
        else (Cell(title), _WITHHELD, _WITHHELD, _WITHHELD)
        for key, title, _ in PERSPECTIVES
    )
    return Listing(
        "From four sides: targets of computed measures, the one furthest off, what is reported.",
        ("Perspective", "Targets", "Furthest from its target", "Reported (target)"),
        (15, 19, 33, 33),
        rows,
        len(rows),
        "",
        "",
        "",
        least=len(rows),
    )


def _row(
    title: str, computed: Sequence[Answer], told: Sequence[Measure], *, public: bool
) -> tuple[Cell, ...]:
    tally = Counter(each.verdict for each in computed)
    said = ", ".join(f"{tally[verdict]} {verdict}" for verdict in _VERDICTS if tally[verdict])
    reported = _WITHHELD if public else _reported(told)
    return Cell(title), Cell(said or "nothing to judge"), _furthest(computed), reported


def _furthest(computed: Sequence[Answer]) -> Cell:
    judged = [each for each in computed if each.known and each.verdict != "met"]
    if not judged:
        blank = [each for each in computed if each.verdict == "not known"]
        if not blank:
            return Cell("None", "quiet")
        return Cell(blank[0].name, note="not known of any")
    worst = min(judged, key=lambda each: (100 * each.met // each.known - each.target, each.name))
    unknown = f", {worst.unknown:,} unknown" if worst.unknown else ""
    value = f"{100 * worst.met // worst.known}% of {worst.target}%"
    return Cell(worst.name, note=f"{value}{unknown}")


def _reported(told: Sequence[Measure]) -> Cell:
    """Return what somebody reports, those furthest from their target first, the latest of each."""
    if not told:
        return Cell("Nothing reported", "quiet")
    ordered = sorted(told, key=lambda each: (-_apart(each), each.name))
    said = "; ".join(
        f"{brief(each.name, 48)} {each.value:.6g} ({each.target:.6g})"
        for each in ordered[:_REPORTED]
    )
    more = len(told) - _REPORTED
    return Cell(said, note=f"{more} more in index.html" if more > 0 else "")


def _apart(each: Measure) -> float:
    return abs(each.value - each.target) / abs(each.target or 1)
