"""What the page of an audit is made from: the run, and what the settings say beside it."""

from __future__ import annotations

import re
from typing import Final

from estate.pipeline import Run
from estate.report.html import Measure, Point, Principle, Source
from estate.rules import Pack

__all__ = ["principles_of", "source_of"]

_PRINCIPLE: Final = re.compile(r"principle \d+", re.IGNORECASE)


def source_of(run: Run, beside: tuple[str, ...], history: tuple[Point, ...] = ()) -> Source:
    """Return what the page shows of a run; `beside` names the files written next to it.

    `history` holds earlier days and last the run's own.
    """
    return Source(
        run.outcome,
        run.facts,
        measures=tuple(
            Measure(
                each.name, each.perspective, each.target, each.value, each.on, each.source or ""
            )
            for each in run.config.measures
        ),
        principles=principles_of(run.pack),
        history=history,
        currency=run.config.currency,
        beside=beside,
    )


def principles_of(pack: Pack) -> tuple[Principle, ...]:
    """Return the principles among the authorities of a pack, by id: their clause says so."""
    resting: dict[str, list[str]] = {}
    for rule in pack.rules.values():
        for name in rule.authority:
            resting.setdefault(name, []).append(rule.id)
    return tuple(
        Principle(name, each.clause, " ".join(each.says.split()), tuple(sorted(resting[name])))
        for name, each in sorted(pack.authorities.items())
        if _PRINCIPLE.fullmatch(each.clause) and name in resting
    )
