"""What is told in a line each: findings below the threshold, gaps, acceptances, unknowns."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from estate.findings import SEVERITIES, Finding, Severity, Unknown
from estate.report.missing import Missing, plain_field, settles
from estate.report.text.notes import broken
from estate.report.text.selection import FIRST
from estate.report.text.setting import Setting
from estate.report.visible import clip, columns, visible
from estate.report.wording import commonest, counted, organisations_of, shortened

__all__ = ["accepted", "aligned", "asked", "baselined", "before", "brief", "gaps", "unknown"]

_NAMES: Final = 5
"""Records without a field that are named."""
_FIELDS: Final = 3
"""Missing fields of a rule that are named."""


def brief(findings: Iterable[Finding], level: str, setting: Setting) -> Iterator[str]:
    """Yield one line per rule with a count, for findings that are not shown in full."""
    tally = _tally((item.severity, item.rule, setting.title(item.rule)) for item in findings)
    if tally:
        yield _title(f"Below {level}", f"--show {tally[-1][0]} prints them in full", setting)
        yield from _counts(tally, setting)


def gaps(findings: Iterable[Finding], setting: Setting) -> Iterator[str]:
    """Yield one line per rule and organisation with a count, for what nobody has recorded."""
    names = setting.outcome.organisations
    tally = _tally(
        (item.severity, item.rule, clip(organisations_of(item.subject, names), 60))
        for item in findings
    )
    if tally:
        fails = "policy.gaps lets them fail a run; " if setting.outcome.gaps_fail else ""
        yield _title("Not recorded", f"{fails}--show gaps prints each", setting)
        yield from _counts(tally, setting)


def accepted(findings: Sequence[Finding], setting: Setting) -> Iterator[str]:
    """Yield a line for each accepted finding: who accepted it until when."""
    if not findings:
        return
    yield _title("Accepted", "--show all prints them in full", setting)
    rows = [
        (
            finding.severity,
            setting.acceptance(finding.exception or ""),
            visible(finding.rule),
            shortened(visible(finding.message), 120),
        )
        for finding in findings[:FIRST]
    ]
    yield from aligned(rows, setting)
    yield from _rest(len(findings) - FIRST)
    yield ""


def baselined(findings: Iterable[Finding], setting: Setting) -> Iterator[str]:
    """Yield one line per rule with a count, for findings that the baseline knows."""
    tally = _tally((item.severity, item.rule, setting.title(item.rule)) for item in findings)
    if tally:
        yield _title("Baselined", "known, to be worked off; --show all prints each", setting)
        yield from _counts(tally, setting)


def before(findings: Iterable[Finding], setting: Setting) -> Iterator[str]:
    """Yield one line per rule with a count, for findings that the change did not cause."""
    tally = _tally((item.severity, item.rule, setting.title(item.rule)) for item in findings)
    if tally:
        yield _title("Not caused by the change", "--show all prints each", setting)
        yield from _counts(tally, setting)


def unknown(entries: Sequence[Unknown], setting: Setting, most: int | None) -> Iterator[str]:
    """Yield per rule how many subjects are unknown and which fields would settle them.

    Where everything is told (`verbose`, or `most` is None), the subjects follow.
    """
    of_rule: dict[str, list[Unknown]] = defaultdict(list)
    for entry in entries:
        of_rule[entry.rule].append(entry)
    if not of_rule:
        return
    yield _title("Unknown", "what is missing, and how often", setting)
    ordered = sorted(of_rule.items(), key=lambda item: (-len(item[1]), item[0]))
    if most is not None and setting.detail != "verbose":
        yield from aligned([_missing(rule, group, setting) for rule, group in ordered], setting)
    else:
        for rule, group in ordered:
            yield from aligned([_missing(rule, group, setting)], setting)
            yield from (f"    {_one(entry)}" for entry in group[:most])
            yield from _rest(len(group) - len(group[:most]))
    yield ""


def asked(rows: Sequence[Missing], setting: Setting, most: int | None) -> Iterator[str]:
    """Yield for each missing field what adding it would settle, and where to add it."""
    if not rows:
        return
    yield _title("To ask for next", "what a field settles alone, the most first", setting)
    for row in rows[:most]:
        first, *rest = broken(_adding(row), setting.width - 4)
        yield f"  {first}"
        yield from (f"    {line}" for line in rest)
    yield from _rest(len(rows) - len(rows[:most]))
    yield ""


def aligned(rows: Sequence[tuple[str, ...]], setting: Setting) -> Iterator[str]:
    """Yield rows with their columns aligned; numbers to the right; a severity in its colour."""
    widths = [max(map(columns, cells)) for cells in zip(*rows, strict=True)]
    for row in rows:
        cells = (_cell(cell, width, setting) for cell, width in zip(row, widths, strict=True))
        yield f"  {'  '.join(cells)}".rstrip()


def _counts(tally: Iterable[tuple[Severity, str, str, int]], setting: Setting) -> Iterator[str]:
    rows = [(grade, f"{number:,}", visible(rule), text) for grade, rule, text, number in tally]
    yield from aligned(rows, setting)
    yield ""


def _cell(cell: str, width: int, setting: Setting) -> str:
    space = " " * (width - columns(cell))
    if cell in SEVERITIES:
        return setting.paint(cell, cell) + space
    return space + cell if cell.replace(",", "").isdigit() else cell + space


def _title(title: str, hint: str, setting: Setting) -> str:
    return f"{setting.paint('strong', title)} {setting.paint('faint', f'({hint})')}"


def _tally(keys: Iterable[tuple[Severity, str, str]]) -> list[tuple[Severity, str, str, int]]:
    """Return keys of severity, rule and one more with their number, worst and commonest first."""
    rows = [(*key, number) for key, number in Counter(keys).items()]
    return sorted(rows, key=lambda row: (SEVERITIES.index(row[0]), -row[3], row[1:3]))


def _missing(rule: str, group: list[Unknown], setting: Setting) -> tuple[str, str, str, str]:
    each = (dict.fromkeys(map(plain_field, entry.missing)) for entry in group)
    fields = commonest(field for entry in each for field in entry)
    named = ", ".join(f"{visible(field)} ({number:,})" for field, number in fields[:_FIELDS])
    if len(fields) > _FIELDS:
        named += f" and {counted(len(fields) - _FIELDS, 'more field')}"
    result = setting.rules.get(rule)
    population = f"of {result.population:,}" if result else ""
    return f"{len(group):,}", population, visible(rule), named


def _adding(row: Missing) -> str:
    these = "this record" if len(row.records) == 1 else f"these {len(row.records):,} records"
    named = ", ".join(clip(record, 60) for record in row.records[:_NAMES])
    if len(row.records) > _NAMES:
        named += f" and {len(row.records) - _NAMES:,} more"
    return f"adding `{clip(row.field, 100)}` to {these} settles {settles(row)}: {named}"


def _one(entry: Unknown) -> str:
    fields = ", ".join(map(visible, entry.missing))
    return f"{clip(entry.subject.id, 80)} ({visible(entry.subject.kind)}): {fields}"


def _rest(number: int) -> Iterator[str]:
    if number > 0:
        yield f"  and {number:,} more (--show all, or --format json)"
