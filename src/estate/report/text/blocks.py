"""Findings in full, grouped by file and line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from estate.errors import Location
from estate.findings import SEVERITIES, Finding, Outcome
from estate.frozen import frozen
from estate.report.locate import locate
from estate.report.text.notes import heading, note, notes
from estate.report.text.setting import Setting
from estate.report.text.snippet import arrow, snippet
from estate.report.visible import clip, columns, visible
from estate.report.wording import counted

__all__ = ["WITHHELD", "Placed", "blocks", "one_line", "placed"]

_NOWHERE: Final = "not written in a file"
WITHHELD: Final = "place withheld"
"""What is said of a place in a copy for the public."""
_LAST: Final = "\U0010ffff"
"""Sorts after every file name: what stands nowhere comes last."""
_WIDEST: Final = 100
"""Columns of the line above a file, however wide the terminal is."""


@frozen
class Placed:
    """A finding with the location it was resolved to, if it stands anywhere."""

    finding: Finding
    location: Location | None

    @property
    def file(self) -> str:
        """Return the file it stands in, or a name that sorts last."""
        return self.location.file if self.location else _LAST

    @property
    def order(self) -> tuple[str, int, int, int, str, str]:
        """Return what findings are sorted by: file, line, column, severity, rule, identity."""
        line, column = (self.location.line, self.location.column) if self.location else (0, 0)
        rank = SEVERITIES.index(self.finding.severity)
        return self.file, line, column, rank, self.finding.rule, self.finding.fingerprint

    @property
    def spot(self) -> tuple[str, int | str]:
        """Return what findings share that are shown together: rule and line."""
        unique = self.finding.fingerprint
        return self.finding.rule, self.location.line if self.location else unique


def placed(findings: Iterable[Finding], outcome: Outcome) -> list[Placed]:
    """Return the findings with their locations, by file and line."""
    found = (Placed(finding, locate(outcome.places, finding.place)) for finding in findings)
    return sorted(found, key=lambda item: item.order)


def blocks(items: Sequence[Placed], setting: Setting) -> Iterator[str]:
    """Yield the lines of every finding, with a rule above each file.

    Findings of one rule on one line share the line and its snippet.
    """
    for file, in_file in groupby(items, key=lambda item: item.file):
        group = list(in_file)
        yield _rule_off(file, len(group), setting)
        for _, on_line in groupby(group, key=lambda item: item.spot):
            yield ""
            yield from _block(list(on_line), setting)
        yield ""


def one_line(item: Placed, nowhere: str = _NOWHERE) -> str:
    """Return a finding on one line: `file:line:column: severity[rule]: message`."""
    at, finding = item.location, item.finding
    where = f"{visible(at.file)}:{at.line}:{at.column}" if at else nowhere
    return f"{where}: {finding.severity}[{visible(finding.rule)}]: {clip(finding.message)}"


def _aside(finding: Finding) -> str:
    """Return why a finding fails nothing, where it stands among those that do."""
    if finding.status in {"accepted", "baselined"}:
        return finding.status
    return "not caused by the change" if finding.caused_by == "before" else ""


def _rule_off(file: str, number: int, setting: Setting) -> str:
    nowhere = WITHHELD if setting.outcome.notice else _NOWHERE
    name = nowhere if file == _LAST else visible(file)
    text = f"── {name} ── {counted(number, 'finding')} "
    rest = min(setting.width, _WIDEST) - columns(text)
    return setting.paint("faint", text + "─" * max(rest, 2))


def _block(items: list[Placed], setting: Setting) -> Iterator[str]:
    paint = setting.paint
    for item in items:
        found = item.finding
        yield heading(found.severity, found.rule, found.message, paint, _aside(found))
    gutter = len(str(items[0].location.line)) if items[0].location else 1
    for item in items:
        name = paint("faint", item.finding.fingerprint)
        yield f"{arrow(item.location, gutter, paint)}  {name}" if item.location else f"  {name}"
    locations = [item.location for item in items if item.location]
    yield from snippet(locations, items[0].finding.severity, setting.width, paint)
    remarks = dict.fromkeys(remark for item in items for remark in notes(item.finding, setting))
    for label, text in remarks:
        yield from note(label, text, gutter, setting.width, paint)
