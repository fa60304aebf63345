"""The register of accepted risks as lines of text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from estate.findings import Acceptance
from estate.report.text.notes import broken
from estate.report.text.paint import Paint, painter
from estate.report.visible import clip, visible
from estate.report.wording import counted, listed

__all__ = ["acceptance_lines", "register_lines"]

_INSET = "    "
_NAMED = 2
"""Things that are named one by one before they are counted."""


def register_lines(
    acceptances: Sequence[Acceptance], *, colour: bool = False, width: int = 80
) -> Iterator[str]:
    """Yield each exception with its state and the reasons, in the order given; then the counts."""
    paint = painter(colour=colour)
    for acceptance in acceptances:
        yield from acceptance_lines(acceptance, paint, width)
    counting = sum(acceptance.counts for acceptance in acceptances)
    states = Counter(each.state for each in acceptances if not each.counts)
    against = f" ({', '.join(f'{n} {s}' for s, n in states.items())})" if states else ""
    without = len(acceptances) - counting
    yield f"{counted(len(acceptances), 'exception')}: {counting} count, {without} do not{against}\n"


def acceptance_lines(acceptance: Acceptance, paint: Paint, width: int) -> Iterator[str]:
    """Yield one exception: id, state, end, what it covers; then why it does not count."""
    tone = "strong" if acceptance.counts else "critical"
    until = f" until {acceptance.last_day}" if acceptance.last_day else ""
    severity = f" {acceptance.severity}" if acceptance.severity else ""
    state = paint(tone, acceptance.state)
    yield f"{paint('strong', clip(acceptance.id, 80))}  {state}{until} {_covered(acceptance)}\n"
    people = acceptance.accepted_by or "nobody"
    on = f" on {acceptance.accepted_on}" if acceptance.accepted_on else ""
    yield f"{_INSET}{visible(acceptance.rule)}{severity}, accepted by {clip(people, 160)}{on}\n"
    for reason in acceptance.reasons:
        for line in broken(clip(f"- {reason}", 400), width - len(_INSET)):
            yield f"{_INSET}{line}\n"
    yield "\n"


def _covered(acceptance: Acceptance) -> str:
    named = [clip(each, 80) for each in acceptance.covers[:_NAMED]]
    more = len(acceptance.covers) - len(named)
    return listed([*named, *([f"{more} more"] if more else [])]) or "nothing"
