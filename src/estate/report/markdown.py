"""Markdown for a comment on a change: what fails in a short table, the rest folded below it.

GitHub takes a comment of 65,536 characters. What does not fit is counted where it is cut. Names are
escaped, and call neither people nor tickets.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from estate.findings import SEVERITIES, Finding, Outcome
from estate.frozen import frozen
from estate.report.account import acceptances_of, basis, excuse, headline, judged, occasion, verdict
from estate.report.locate import locate
from estate.report.markup import code, escaped, folded, table, unlinked
from estate.report.visible import clip
from estate.report.wording import counted

__all__ = ["LONGEST", "MARK", "render"]

LONGEST: Final = 65_000
"""Characters of a comment, a little below what GitHub takes."""
MARK: Final = "<!-- estate -->"
"""The first line, by which a job finds its own comment again."""

_FIRST: Final = 20
"""Rows that are shown before the fold."""
_FRAME: Final = 400
"""Characters that the frame of a part takes at most: its summary, its head, and what was cut."""
_APART: Final = frozenset({"accepted", "baselined"})

_Row = Sequence[str]


@frozen
class _Part:
    """A table under its title. Parts of a lower rank are given room first."""

    rank: int
    title: str
    head: _Row
    rows: Sequence[_Row]
    unfolded: bool = False


def render(outcome: Outcome, *, folder: str = "") -> Iterator[str]:
    """Yield the lines, each with its line break.

    `folder` is the estate's place below the root of the repository: empty, or ending in `/`.
    """
    parts = _parts(outcome, folder)
    lines = list(_head(outcome))
    room = LONGEST - _length(lines) - _FRAME * (len(parts) + 1)
    fitting: dict[str, list[_Row]] = {}
    for part in sorted(parts, key=lambda part: part.rank):
        fitting[part.title], room = _fitting(part.rows, room)
    for part in parts:
        if part.rows:
            lines += [*_told(part, fitting[part.title]), ""]
    if outcome.findings:
        lines.append("`estate explain` with a fingerprint says why, and what to do.")
    return (f"{line}\n" for line in lines)


def _told(part: _Part, shown: Sequence[_Row]) -> Iterator[str]:
    inner = [*table(part.head, shown), *_cut(part, shown)]
    if part.unfolded:
        yield from (f"### {part.title}", "", *inner)
    else:
        yield from folded(f"{part.title}: {len(part.rows):,}", inner)


def _head(outcome: Outcome) -> Iterator[str]:
    yield from (MARK, f"## estate: {verdict(outcome)}", "")
    yield from (_plain(occasion(outcome)), "")
    if outcome.notice:
        yield from (f"*{_plain(outcome.notice)}*", "")
    counts = outcome.counts
    columns = (*SEVERITIES, "accepted", "baselined")
    numbers = [f"{getattr(counts, name):,}" for name in columns]
    yield from table((*columns, "unknown"), [(*numbers, f"{outcome.undecided:,}")])
    yield ""
    if judged(outcome):
        yield from (f"{headline(outcome)}. {basis(outcome)}.", "")


def _parts(outcome: Outcome, folder: str) -> list[_Part]:
    """Return every part, in the order of the comment."""
    acceptances = acceptances_of(outcome)
    excuses = [(finding, excuse(finding, outcome, acceptances)) for finding in outcome.findings]
    head = ("severity", "rule", "finding", "where", "fingerprint")

    def rows(*, fails: bool, kind: str = "") -> list[_Row]:
        return [
            _finding(finding, outcome, folder)
            for finding, why in excuses
            if bool(why) != fails and finding.status not in _APART and kind in {"", finding.kind}
        ]

    apart = [
        (*_finding(finding, outcome, folder)[:-1], _plain(why))
        for finding, why in excuses
        if finding.status in _APART
    ]
    unknown = [
        (_code(rule.id), f"{rule.unknown:,}", f"{rule.population:,}")
        for rule in outcome.rules
        if rule.unknown
    ]
    left_out = [(_code(rule), _plain(reason)) for rule, reason in outcome.not_run]
    failing = rows(fails=True)
    return [
        _Part(0, "What fails", head, failing[:_FIRST], unfolded=True),
        _Part(3, "More that fails", head, failing[_FIRST:]),
        _Part(1, "Rules not run", ("rule", "why"), left_out),
        _Part(2, "Rules that could not judge all", ("rule", "unknown", "of"), unknown),
        _Part(4, "Accepted or known", (*head[:-1], "why"), apart),
        _Part(5, "Faults that fail nothing", head, rows(fails=False, kind="fault")),
        _Part(6, "Gaps that fail nothing", head, rows(fails=False, kind="gap")),
    ]


def _finding(finding: Finding, outcome: Outcome, folder: str) -> _Row:
    at = locate(outcome.places, finding.place)
    return (
        finding.severity,
        _code(finding.rule),
        _plain(finding.message),
        _code(f"{folder}{at.file}:{at.line}") if at else "",
        code(finding.fingerprint),
    )


def _plain(text: str) -> str:
    return unlinked(escaped(clip(text, 300)))


def _code(text: str) -> str:
    return code(clip(text, 200))


def _fitting(rows: Sequence[_Row], room: int) -> tuple[list[_Row], int]:
    """Return the rows that fit, and the room that is left."""
    shown: list[_Row] = []
    for row in rows:
        *_, line = table((), [row])
        taken = _length([line])
        if taken > room:
            break
        room -= taken
        shown.append(row)
    return shown, room


def _cut(part: _Part, shown: Sequence[_Row]) -> list[str]:
    cut = len(part.rows) - len(shown)
    if not cut:
        return []
    return ["", f"{counted(cut, 'row')} left out: a comment holds no more."]


def _length(lines: Sequence[str]) -> int:
    """Return how long lines are with their breaks, in UTF-16, as the web counts."""
    return sum(len(line.encode("utf-16-le")) // 2 + 1 for line in lines)
