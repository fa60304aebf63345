"""What is wrong with an inventory that does not load: every problem, at its line.

As text in the style of the findings, and as JSON in the envelope of `estate-findings/1`, where a
problem is a critical finding of a pseudo-rule. What was not judged is null there: it is unknown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date
from itertools import groupby

from estate.errors import Location, Problem
from estate.findings import Counts, Subject, fingerprint
from estate.report.findings_json import SCHEMA, Json, document, location
from estate.report.text.notes import heading, note
from estate.report.text.paint import Paint, painter
from estate.report.text.snippet import arrow, snippet
from estate.report.visible import clip, visible
from estate.report.wording import counted

__all__ = ["identified", "message", "render_json", "render_text"]

_LONGEST_FOUND = 200
"""Characters of a wrong value that identify it."""


def render_text(
    problems: Sequence[Problem], *, colour: bool = False, width: int = 80
) -> Iterator[str]:
    """Yield the lines of the text, each with its line break; `width` is in columns."""
    paint = painter(colour=colour)
    for problem in problems:
        yield from (f"{line}\n" for line in _block(problem, width, paint))
        yield "\n"
    files = len({problem.location.file for problem in problems})
    total = f"{counted(len(problems), 'problem')} in {counted(files, 'file')}"
    yield f"{paint('strong', total)}; nothing was judged\n"


def render_json(
    problems: Sequence[Problem], *, estate: str, as_of: date, tool: str
) -> Iterator[str]:
    """Yield the document in pieces; `estate` is the estate's name as far as it is known."""
    head: dict[str, Json] = {
        "schema": SCHEMA,
        "estate": estate,
        "as_of": as_of.isoformat(),
        "tool": tool,
        "inventory": None,
        "lifecycle": None,
        "counts": asdict(Counts(critical=len(problems))),
        "unmanaged": None,
    }
    number = Counter(problem.rule for problem in problems)
    yield from document(
        head,
        rules=(_rule(rule, count) for rule, count in sorted(number.items())),
        findings=(_finding(*found) for found in identified(problems)),
        unknown=(),
        not_run=(),
    )


def _block(problem: Problem, width: int, paint: Paint) -> Iterator[str]:
    at = problem.location
    gutter = len(str(max(at.line, 1)))
    yield heading("critical", problem.rule, problem.message, paint)
    yield arrow(at, gutter, paint)
    yield from snippet([at], "critical", width, paint)
    remarks = [("expected", problem.expected), ("did you mean", problem.nearest)]
    remarks += [("see", f"{_where(other)}: {clip(text)}") for other, text in problem.related]
    for label, text in remarks:
        if text:
            yield from note(label, text if label == "see" else clip(text), gutter, width, paint)


def _where(at: Location) -> str:
    return f"{visible(at.file)}:{at.line}:{at.column}"


def identified(problems: Sequence[Problem]) -> Iterator[tuple[Problem, Subject, str]]:
    """Yield each problem with what it is about, and the fingerprint that it keeps."""
    for _, alike in groupby(sorted(problems, key=_identity), key=_identity):
        for occurrence, problem in enumerate(alike, start=1):
            rule, file, found = _identity(problem)
            subject = Subject("file", file, (("found", found), ("occurrence", str(occurrence))))
            yield problem, subject, fingerprint(rule, subject)


def _identity(problem: Problem) -> tuple[str, str, str]:
    """Return what a problem is known by from run to run: rule, file and the value found there."""
    at = problem.location
    end = at.end_column if at.end_line == at.line else len(at.text) + 1
    return problem.rule, at.file, at.text[at.column - 1 : end - 1][:_LONGEST_FOUND]


def _finding(problem: Problem, subject: Subject, known_by: str) -> dict[str, Json]:
    facts = {"expected": problem.expected, "nearest": problem.nearest}
    return {
        "fingerprint": known_by,
        "rule": problem.rule,
        "severity": "critical",
        "status": "open",
        "subject": {key: str(value) for key, value in subject.identity.items()},
        "message": message(problem),
        "location": location(problem.location),
        "related": [_related(other, text) for other, text in problem.related],
        "facts": {name: value for name, value in facts.items() if value},
        "path": [],
        "exception": None,
    }


def _related(at: Location, text: str) -> Json:
    return {"file": at.file, "line": at.line, "column": at.column, "message": text}


def message(problem: Problem) -> str:
    """Return the message with what was expected, without the place."""
    extra = [f"expected {problem.expected}"] if problem.expected else []
    extra += [f"did you mean {problem.nearest!r}?"] if problem.nearest else []
    return problem.message + (f" ({'; '.join(extra)})" if extra else "")


def _rule(rule: str, number: int) -> dict[str, Json]:
    return {
        "id": rule,
        "severity": "critical",
        "kind": "fault",
        "population": number,
        "failed": number,
        "accepted": 0,
        "unknown": 0,
        "passed": 0,
    }
