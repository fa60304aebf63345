"""Workflow commands of GitHub Actions: each finding beside its line of the change.

GitHub shows ten annotations of each level for a step. Those are the worst ones; all others stand in
the log, folded. Source: GitHub Docs, workflow commands; the runner's own parser, which also takes
`##[command]` anywhere in a line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal, TypeAlias

from estate.findings import Finding, Outcome
from estate.report.account import acceptances_of, excuse, gist, left_out, occasion, open_questions
from estate.report.locate import locate
from estate.report.visible import clip, visible
from estate.report.wording import counted

__all__ = ["MOST", "render"]

MOST: Final = 10
"""Annotations of one level that GitHub shows for a step."""

Level: TypeAlias = Literal["error", "warning", "notice"]

_APART: Final = frozenset({"accepted", "baselined"})
_DATA: Final = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY: Final = _DATA | {":": "%3A", ",": "%2C"}


def render(outcome: Outcome, *, folder: str = "") -> Iterator[str]:
    """Yield the lines, each with its line break.

    `folder` is the estate's place below the root of the repository: empty, or ending in `/`.
    """
    acceptances = acceptances_of(outcome)
    told = [(finding, excuse(finding, outcome, acceptances)) for finding in outcome.findings]
    failing = [(finding, why) for finding, why in told if not why]
    rest = [(finding, why) for finding, why in told if why and finding.status not in _APART]
    left = {"error": MOST, "warning": MOST, "notice": MOST - 1}  # the last notice is the summary
    more: list[str] = []
    for finding, why in (*failing, *rest):
        grade: Level = _level(finding, outcome) if why else "error"
        if left[grade]:
            left[grade] -= 1
            yield _annotation(grade, finding, outcome, folder)
        else:
            more.append(_line(finding, outcome, folder))
    apart = [
        f"{why}: {_line(finding, outcome, folder)}"
        for finding, why in told
        if finding.status in _APART
    ]
    yield from _folded("More findings", more)
    yield from _folded("Accepted or known", apart)
    yield from _folded("Open questions", list(open_questions(outcome)))
    yield from _folded("Rules not run", list(left_out(outcome)))
    yield _summary(outcome, len(more))


def _summary(outcome: Outcome, more: int) -> str:
    said = list(gist(outcome))
    if more:
        said.append(f"{counted(more, 'finding')} more in the log of this step")
    if outcome.not_run:
        said.append(f"{counted(len(outcome.not_run), 'rule')} not run, listed in the log")
    return _command("notice", "\n".join(said), {"title": f"estate: {occasion(outcome)}"})


def _level(finding: Finding, outcome: Outcome) -> Level:
    low = finding.severity in {"low", "info"}
    return "notice" if low or (finding.kind == "gap" and not outcome.gaps_fail) else "warning"


def _annotation(grade: Level, finding: Finding, outcome: Outcome, folder: str) -> str:
    at = locate(outcome.places, finding.place)
    where: dict[str, str] = {}
    if at is not None:
        where = {
            "file": folder + at.file,
            "line": str(at.line),
            "endLine": str(at.end_line),
            # GitHub takes the last column as the last character, and columns of one line alone.
            **(
                {"col": str(at.column), "endColumn": str(max(at.column, at.end_column - 1))}
                if at.line == at.end_line
                else {}
            ),
        }
    title = f"{finding.severity}[{finding.rule}]"
    text = f"{clip(finding.message)}\nestate explain {finding.fingerprint}"
    return _command(grade, text, {**where, "title": title})


def _command(name: str, data: str, properties: Mapping[str, str]) -> str:
    said = ",".join(
        f"{key}={_escaped(visible(value), _PROPERTY)}" for key, value in properties.items()
    )
    return f"::{name}{' ' + said if said else ''}::{_escaped(data, _DATA)}\n"


def _escaped(text: str, signs: Mapping[str, str]) -> str:
    return "".join(signs.get(character, character) for character in text)


def _line(finding: Finding, outcome: Outcome, folder: str) -> str:
    at = locate(outcome.places, finding.place)
    where = f"{visible(folder + at.file)}:{at.line}:{at.column}: " if at else ""
    return f"{where}{finding.severity}[{clip(finding.rule)}]: {clip(finding.message)}"


def _folded(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield _command("group", f"{title} ({len(lines):,})", {})
        yield from map(_logged, lines)
        yield "::endgroup::\n"


def _logged(line: str) -> str:
    """Return a line of the log that is no command, whatever stands in it."""
    safe = line.replace("##[", "## [")
    return f"| {safe}\n"
