"""Text for a terminal, as a good compiler writes it.

What fails comes first and in full, each at its line of YAML; the rest is told in a line each; the
counts come last, where the eye is. The same input gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

from estate.findings import Outcome
from estate.report.account import headline, planned, totals
from estate.report.missing import missing_fields
from estate.report.text.alike import told_once
from estate.report.text.blocks import WITHHELD, blocks, one_line, placed
from estate.report.text.notes import broken
from estate.report.text.sections import accepted, asked, baselined, before, brief, gaps, unknown
from estate.report.text.selection import FIRST, SHOWS, Selection, select
from estate.report.text.setting import Detail, Setting, setting
from estate.report.text.summary import summary
from estate.report.visible import visible
from estate.second import beside

__all__ = ["SHOWS", "Detail", "render"]

_FOR_TWO: Final = 100
"""From how many of each kind a second process pays."""


def render(
    outcome: Outcome,
    *,
    show: str | None = None,
    colour: bool = False,
    width: int = 80,
    detail: Detail = "normal",
) -> Iterator[str]:
    """Yield the lines of the text, each with its line break.

    `show` says what is printed, never what fails: a severity (faults from there up in full, the
    rest in short), `gaps` or `unknown` (those alone), `all` (everything, uncut), or None: faults
    from the threshold up (from high, where nothing fails a run). `width` is in columns. `quiet`
    is one line per finding and two of totals; `verbose` lists each of those that are alike, and
    adds how to fix it and the facts as conditions and acceptances name them.
    """
    set_in = setting(outcome, detail=detail, width=width, colour=colour)
    chosen = select(outcome, show, detail)
    lines = _quiet(chosen, set_in) if detail == "quiet" else _whole(chosen, show, set_in)
    return (f"{line}\n" for line in lines)


def _quiet(chosen: Selection, set_in: Setting) -> Iterator[str]:
    yield from _notice(set_in)
    nowhere = (WITHHELD,) if set_in.outcome.notice else ()
    yield from (one_line(item, *nowhere) for item in placed(chosen.full, set_in.outcome))
    yield from _more(chosen)
    yield totals(set_in.outcome)
    yield headline(set_in.outcome)
    if set_in.outcome.planned:
        yield planned(set_in.outcome.planned)


def _whole(chosen: Selection, show: str | None, set_in: Setting) -> Iterator[str]:
    yield from _notice(set_in)
    yield from told_once(chosen.once, set_in)
    yield from blocks(placed(chosen.full, set_in.outcome), set_in)
    yield from _more(chosen)
    yield from brief(chosen.below, chosen.level, set_in)
    yield from gaps(chosen.gaps, set_in)
    yield from accepted(chosen.accepted, set_in)
    yield from before(chosen.before, set_in)
    yield from baselined(chosen.baselined, set_in)
    if show in {"unknown", "all"}:
        most = None if show == "all" else FIRST
        yield from asked(missing_fields(set_in.outcome), set_in, most)
        yield from unknown(set_in.outcome.unknown, set_in, most)
    yield from summary(set_in)


def _notice(set_in: Setting) -> Iterator[str]:
    """Yield first what is left out of a copy for the public."""
    if set_in.outcome.notice:
        yield from broken(set_in.outcome.notice, set_in.width)
        yield ""


def _at_length(chosen: Selection, set_in: Setting) -> Iterator[str]:
    """Yield what is shown with its lines of YAML; of much, a second process writes a part."""

    def once() -> list[str]:
        return [*told_once(chosen.once, set_in)]

    def full() -> list[str]:
        return [*blocks(placed(chosen.full, set_in.outcome), set_in)]

    if min(len(chosen.once), len(chosen.full)) < _FOR_TWO:
        return chain(once(), full())
    return chain(*beside(once, full))


def _more(chosen: Selection) -> Iterator[str]:
    for rule, number in chosen.more:
        yield f"and {number:,} more of {visible(rule)} (--show all, or --format json)"
    if chosen.more:
        yield ""
