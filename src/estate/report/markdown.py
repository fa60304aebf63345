"""Markdown for a comment on a change: what fails in a short table, the rest folded below it.

GitHub takes a comment of 65,536 characters. What does not fit is counted where it is cut. Names are
escaped, and call neither people nor tickets.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from estate.findings import SEVERITIES, Finding, Outcome
from estate.report.account import acceptances_of, basis, excuse, headline, judged, verdict
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


@dataclass(frozen=True, slots=True)
class _Part:
    """A table that is folded, but for the first rows of what fails."""

    title: str
    head: _Row
    rows: Sequence[_Row]


def render(outcome: Outcome, *, folder: str = "") -> Iterator[str]:
    """Yield the lines, each with its line break.

    `folder` is the estate's place below the root of the repository: empty, or ending in `/`.
    """
    failing, *parts = _parts(outcome, folder)
    head = list(_head(outcome))
    room = LONGEST - _length(head) - _FRAME * (len(parts) + 3)
    first = _Part(failing.title, failing.head, failing.rows[:_FIRST])
    more = _Part("More that fails", failing.head, failing.rows[_FIRST:])
    lines = head
    if first.rows:
        shown, room = _fitting(first.rows, room)
        lines += [f"### {first.title}", "", *table(first.head, shown), *_cut(first, shown), ""]
    for part in (more, *parts):
        if part.rows:
            shown, room = _fitting(part.rows, room)
            inner = [*table(part.head, shown), *_cut(part, shown)]
            lines += [*folded(f"{part.title}: {len(part.rows):,}", inner), ""]
    if outcome.findings:
        lines.append("`estate explain` with a fingerprint says why, and what to do.")
    return (f"{line}\n" for line in lines)


def _head(outcome: Outcome) -> Iterator[str]:
    name = _plain(outcome.estate)
    yield from (MARK, f"## estate: {verdict(outcome)}", "")
    yield from (f"**{name}** on {outcome.as_of.isoformat()}", "")
    counts = outcome.counts
    columns = (*SEVERITIES, "accepted", "baselined")
    numbers = [f"{getattr(counts, name):,}" for name in columns]
    yield from table((*columns, "unknown"), [(*numbers, f"{outcome.undecided:,}")])
    yield ""
    if judged(outcome):
        yield from (f"{headline(outcome)}. {basis(outcome)}.", "")


def _parts(outcome: Outcome, folder: str) -> list[_Part]:
    """Return every part, the failing findings first."""
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
    return [
        _Part("What fails", head, rows(fails=True)),
        _Part("Rules not run", ("rule", "why"), left_out),
        _Part("Accepted or known", (*head[:-1], "why"), apart),
        _Part("Rules that could not judge all", ("rule", "unknown", "of"), unknown),
        _Part("Faults that fail nothing", head, rows(fails=False, kind="fault")),
        _Part("Gaps that fail nothing", head, rows(fails=False, kind="gap")),
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
