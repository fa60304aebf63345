"""What a trend tells of each principle of the strategy."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from estate.findings.trend import Bearing, Numbers
from estate.report.html.source import Principle
from estate.report.statement import Section, Table
from estate.report.trend.values import Trend
from estate.report.visible import clip
from estate.report.wording import shortened

__all__ = ["NONE", "by_principle"]

NONE: Final = "?"
"""What stands where there is no number."""
_SHORT: Final = 100
"""Characters of what a principle says."""
_HEAD: Final = 40
"""Characters of its title, which a pack may give in any words."""


def by_principle(trend: Trend) -> Iterator[Section]:
    """Yield what became of each principle: then, now, and day by day, where any is known."""
    named = _named(trend)
    if not named or not trend.judged:
        return
    says = (
        "Faults that are open, of the rules that rest on each principle of the strategy; and the "
        "share of what these rules asked that could be judged. The rest is unknown, and no pass."
    )
    tables = [_alone(trend, named)]
    if len(trend.judged) > 1:
        tables = [
            _then_and_now(trend, named),
            _daily(trend, named, "Open faults, day by day.", lambda each: f"{each.open:,}"),
            _daily(trend, named, "How much could be judged, day by day.", _share),
        ]
    yield Section("principles", "By principle", (says,), tuple(tables))


def _alone(trend: Trend, named: dict[str, str]) -> Table:
    on, numbers = trend.judged[0]
    held = _by_id(numbers)
    rows = tuple(
        (title, *_open(None, held.get(key))[1:2], _share(held.get(key)))
        for key, title in named.items()
    )
    return Table(f"On {on}.", ("principle", "open", "judged"), rows, frozenset((1, 2)), long=False)


def _then_and_now(trend: Trend, named: dict[str, str]) -> Table:
    (since, first), (until, last) = trend.judged[0], trend.judged[-1]
    then, now = _by_id(first), _by_id(last)
    rows = tuple(
        (title, *_open(then.get(key), now.get(key)), _share(then.get(key)), _share(now.get(key)))
        for key, title in named.items()
    )
    caption = f"Open faults on {since} and on {until}, and how much could be judged on each."
    head = ("principle", "open then", "now", "±", "judged then", "now")
    return Table(caption, head, rows, frozenset(range(1, len(head))), long=False)


def _named(trend: Trend) -> dict[str, str]:
    """Return the names of all principles by id: an earlier day may have some that are gone."""
    names = {each.id: _name(each) for each in trend.principles}
    found = (each.id for _, numbers in trend.judged for each in numbers.principles)
    return {**{key: key for key in sorted(set(found) - set(names))}, **names}


def _name(principle: Principle) -> str:
    return f"{principle.title}: {shortened(principle.says, _SHORT)}"


def _by_id(numbers: Numbers) -> dict[str, Bearing]:
    return {each.id: each for each in numbers.principles}


def _open(then: Bearing | None, now: Bearing | None) -> tuple[str, str, str]:
    change = now.open - then.open if then and now else 0
    was, is_now = (f"{each.open:,}" if each else NONE for each in (then, now))
    return was, is_now, f"{change:+,}" if change else ""


def _share(bearing: Bearing | None) -> str:
    return NONE if bearing is None or bearing.coverage is None else f"{bearing.coverage}%"


def _daily(
    trend: Trend, named: dict[str, str], caption: str, told: Callable[[Bearing], str]
) -> Table:
    titles = {each.id: each.title for each in trend.principles}
    head = ("on", *(clip(titles.get(key, key), _HEAD) for key in named))
    rows = tuple(
        (on.isoformat(), *(told(held[key]) if key in held else NONE for key in named))
        for on, numbers in trend.judged
        for held in [_by_id(numbers)]
    )
    return Table(caption, head, rows, frozenset(range(1, len(head))))
