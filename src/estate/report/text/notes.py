"""The first line of a finding and the remarks under its snippet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from estate.findings import Finding
from estate.report.locate import locate
from estate.report.text.paint import Paint
from estate.report.text.setting import Setting
from estate.report.visible import clip, columns, visible
from estate.report.wording import counted, grounds

__all__ = ["broken", "heading", "note", "notes"]

_FACTS: Final = 6
"""Facts of one finding that are shown unless everything is asked for."""
_TIED: Final = "\u00a0"
"""A space at which no line is broken; none comes from outside, where spaces are made plain."""
_LEAST: Final = 30
"""Columns that a remark gets however narrow the terminal is."""


def heading(severity: str, rule: str, message: str, paint: Paint, status: str = "") -> str:
    """Return the first line of a finding: `severity[rule]: message`."""
    label = paint(severity, f"{severity}[{visible(rule)}]")
    aside = paint("faint", f" ({status})") if status else ""
    return f"{label}{paint('strong', ': ' + clip(message))}{aside}"


def note(label: str, text: str, gutter: int, width: int, paint: Paint) -> Iterator[str]:
    """Yield `= label: text`, broken at spaces to fit `width`, what follows set in under it."""
    inset = gutter + len(label) + 5
    margin = f"{paint('frame', ' ' * gutter + ' =')} {paint('strong', label + ':')} "
    for line in broken(text, width - inset):
        yield margin + line
        margin = " " * inset


def notes(finding: Finding, setting: Setting) -> Iterator[tuple[str, str]]:
    """Yield label and text of each remark: path, facts, other places, acceptance and fix."""
    if finding.path:
        yield "path", " → ".join(clip(step, 80) for step in finding.path)
    if because := _because(finding, setting):
        yield "because", because
    for other in finding.related:
        at = locate(setting.outcome.places, other.place)
        where = f"{visible(at.file)}:{at.line}:{at.column}: " if at else ""
        yield "see", where + clip(other.message)
    if finding.exception:
        yield "accepted by", setting.acceptance(finding.exception)
    rule = setting.rules.get(finding.rule)
    if rule and setting.detail == "verbose":
        yield "fix", visible(" ".join(rule.fix.split()))


def broken(text: str, room: int) -> Iterator[str]:
    """Yield `text` in lines of at most `room` columns, broken at plain spaces alone."""
    line = ""
    for word in text.split(" "):
        if line and columns(line) + 1 + columns(word) > max(room, _LEAST):
            yield line.replace(_TIED, " ")
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line.replace(_TIED, " ")


def _because(finding: Finding, setting: Setting) -> str:
    """Return the facts: in words, what is not recorded last; `verbose`, as rules name them."""
    if setting.detail == "verbose":
        facts = [f"{visible(name)} = {clip(value, 120)}" for name, value in finding.facts]
        return ", ".join(fact.replace(" ", _TIED) for fact in facts)
    told = grounds(finding.facts)
    facts = [clip(fact, 120).replace(" ", _TIED) for fact in told[:_FACTS]]
    if len(told) > _FACTS:
        return f"{'; '.join(facts)} and {counted(len(told) - _FACTS, 'more fact')} (-v)"
    return "; ".join(facts)
