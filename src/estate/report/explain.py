"""Pages of text for `estate explain`: a rule, an asset, or why a finding holds.

They are made of plain values, so that whoever knows rules, facts or the model can fill them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from estate.findings import Finding, Outcome, Place, Subject
from estate.frozen import frozen
from estate.report.locate import locate
from estate.report.text.notes import broken, heading
from estate.report.text.paint import Paint, painter
from estate.report.text.snippet import arrow, snippet
from estate.report.visible import clip, columns, visible
from estate.report.wording import listed, organisations_of

__all__ = ["RuleText", "Section", "card", "finding_page", "rule_page"]

_WIDEST: Final = 24
"""Columns of the names in a section; a longer name pushes its value aside."""
_MEASURE: Final = 88
"""Columns of running text, however wide the terminal is."""
_STATUS: Final = {
    "open": "open",
    "accepted": "accepted: listed and counted apart",
    "baselined": "known: in the baseline",
    "below-threshold": "below the threshold: it fails no run",
}


@frozen
class Section:
    """A titled part of a page: rows of name and value; a row without a name is running text."""

    title: str
    rows: tuple[tuple[str, str], ...]


@frozen
class RuleText:
    """What a rule says for people; `rows` are shown as they come, such as its condition."""

    id: str
    title: str
    severity: str
    why: str
    fix: str
    authority: tuple[str, ...] = ()
    rows: tuple[tuple[str, str], ...] = ()


def rule_page(
    rule: RuleText, sections: Iterable[Section] = (), *, colour: bool = False, width: int = 80
) -> Iterator[str]:
    """Yield the lines of a rule's page; `sections` follow (parameters, examples, counts)."""
    parts = [
        Section("", rule.rows),
        Section("Why", _paragraphs(rule.why)),
        Section("What to do", _paragraphs(rule.fix)),
        Section("Authority", tuple(("", name) for name in rule.authority)),
        *sections,
    ]
    paint = painter(colour=colour)
    yield f"{heading(rule.severity, rule.id, rule.title, paint)}\n"
    yield from _body(parts, width, paint)


def card(
    title: str,
    subtitle: str,
    sections: Iterable[Section],
    *,
    colour: bool = False,
    width: int = 80,
) -> Iterator[str]:
    """Yield the lines of an asset's card: its name, what it is, and its sections."""
    paint = painter(colour=colour)
    yield f"{paint('strong', clip(title))}\n"
    if subtitle:
        yield f"{paint('faint', clip(subtitle))}\n"
    yield from _body(sections, width, paint)


def finding_page(
    finding: Finding, outcome: Outcome, *, colour: bool = False, width: int = 80
) -> Iterator[str]:
    """Yield the lines that say why a finding holds: place, facts, path, sources, acceptance."""
    paint = painter(colour=colour)
    at = locate(outcome.places, finding.place)
    if outcome.notice:
        yield from (f"{line}\n" for line in (*broken(outcome.notice, min(width, _MEASURE)), ""))
    yield f"{heading(finding.severity, finding.rule, finding.message, paint)}\n"
    if at:
        yield f"{arrow(at, len(str(at.line)), paint)}\n"
        yield from (f"{line}\n" for line in snippet([at], finding.severity, width, paint))
    yield from _body(_sections(finding, outcome), width, paint)


def _sections(finding: Finding, outcome: Outcome) -> Iterator[Section]:
    yield Section(
        "",
        (
            ("status", _STATUS[finding.status]),
            ("subject", _subject(finding.subject)),
            ("organisation", organisations_of(finding.subject, outcome.organisations)),
            ("fingerprint", finding.fingerprint),
        ),
    )
    yield Section("It rests on these facts", finding.facts)
    yield Section(
        "Along this path", tuple((step, _where(outcome, Place(step))) for step in finding.path)
    )
    yield Section(
        "See also",
        tuple((other.message, _where(outcome, other.place)) for other in finding.related),
    )
    yield Section("Acceptances", tuple(_acceptances(finding, outcome)))
    for rule in outcome.rules:
        if rule.id == finding.rule:
            yield Section("Why it matters", _paragraphs(rule.why))
            yield Section("What to do", _paragraphs(rule.fix))
            yield Section("Authority", tuple(("", name) for name in rule.authority))


def _subject(subject: Subject) -> str:
    details = (
        f"{name} {listed(value) if isinstance(value, tuple) else value}"
        for name, value in subject.detail
    )
    return ", ".join([f"{subject.kind} {subject.id}", *details])


def _acceptances(finding: Finding, outcome: Outcome) -> Iterator[tuple[str, str]]:
    for each in outcome.acceptances:
        if each.id == finding.exception or finding.fingerprint in each.findings:
            counts = "counts" if each.counts else "does not count"
            until = f", until {each.expires.isoformat()}" if each.expires else ", with no end"
            yield each.id, f"{each.state}, {counts}, accepted by {each.accepted_by}{until}"
            yield from ((each.id, reason) for reason in each.reasons)


def _where(outcome: Outcome, place: Place) -> str:
    at = locate(outcome.places, place)
    if at is None:
        return "place withheld" if outcome.notice else "not written in a file"
    return f"{at.file}:{at.line}:{at.column}"


def _paragraphs(text: str) -> tuple[tuple[str, str], ...]:
    return tuple(("", " ".join(part.split())) for part in text.split("\n\n") if part.strip())


def _body(sections: Iterable[Section], width: int, paint: Paint) -> Iterator[str]:
    for section in sections:
        if section.rows:
            yield "\n"
            if section.title:
                yield f"{paint('strong', visible(section.title))}\n"
            yield from (f"{line}\n" for line in _rows(section.rows, width))


def _rows(rows: Sequence[tuple[str, str]], width: int) -> Iterator[str]:
    names = [clip(name, 60) for name, _ in rows]
    widest = min(max(map(columns, names)), _WIDEST)
    for name, (_, value) in zip(names, rows, strict=True):
        lead = f"  {name}{' ' * (widest - columns(name))}{'  ' if widest else ''}"
        for line in broken(clip(value, 4000), min(width, _MEASURE) - columns(lead)):
            yield (lead + line).rstrip()
            lead = " " * columns(lead)
