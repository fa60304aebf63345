"""When all is back, where each thing by itself takes so long: one sweep from the slowest down."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from itertools import groupby
from operator import itemgetter
from typing import Final, NamedTuple

from estate.facts.outage import Outage
from estate.facts.supply import Supply

NOTHING: Final = timedelta(0)

Span = timedelta | None
"""A time; None is longer than any: an unknown taken as without end."""


class Back(NamedTuple):
    """When each thing is back itself (`own`), and when it or its alternative serves (`serves`).

    What is named in neither is there at once.
    """

    own: dict[str, Span]
    serves: dict[str, Span]


def back(supply: Supply, own: Iterable[tuple[str, Span]]) -> Back:
    """Return when everything is back, where each thing by itself takes so long.

    The slowest are stopped first, then the next: whoever stops along with them is back no sooner.
    """
    slowest = sorted(own, key=lambda each: rank(each[1]), reverse=True)
    outage = Outage(supply)
    found = Back({}, {})
    for span, group in groupby(slowest, key=itemgetter(1)):
        keys = [key for key, _ in group]
        numbers = [supply.number[key] for key in keys if key in supply.number]
        stopped, lost = outage.stop(numbers)
        for key in (*keys, *(supply.ids[number] for number in stopped)):
            found.own.setdefault(key, span)
        alone = (key for key in keys if key not in supply.number)
        for key in (*alone, *(supply.ids[number] for number in lost)):
            found.serves.setdefault(key, span)
    return found


def rank(span: Span) -> tuple[bool, timedelta]:
    """Return what times are put in order by."""
    return span is None, span or NOTHING
