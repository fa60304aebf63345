"""What each rule and each fact costs over one estate: `costs.py DIR DAY` prints JSON.

A fact's cost is its own: what it asks of another counts for the other. A rule's is that of the
rule alone with all facts at hand: its condition over every subject, and telling what it finds.
Rules run fused, and share what they read; so a rule costs less among the others than alone.
"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from benchmarks.measuring.stages import FACT, alone, stand_around
from benchmarks.measuring.stopwatch import Stopwatch

if TYPE_CHECKING:
    from estate.facts import Facts
    from estate.rules import Rule

_WATCHED: Final = (
    ("estate.graph.estate_graph", "EstateGraph.__init__", "graph"),
    ("estate.facts.facts", "Facts.column", ""),
    ("estate.facts.facts", "Facts.subjects", ""),
)


class Cost(NamedTuple):
    """Seconds over all subjects, and how many those are."""

    seconds: float
    subjects: int

    @property
    def each(self) -> float:
        """Microseconds for one subject."""
        return self.seconds * 1e6 / max(self.subjects, 1)


@dataclass(frozen=True, slots=True)
class Costs:
    """The cost of every rule and of every fact, by name, over `assets` assets."""

    assets: int
    rules: Mapping[str, Cost]
    facts: Mapping[str, Cost]

    @classmethod
    def read(cls, found: Mapping[str, Any]) -> Costs:
        """Return what `as_json` gave."""
        rules = {name: Cost(*cost) for name, cost in found["rules"].items()}
        return cls(found["assets"], rules, {n: Cost(*cost) for n, cost in found["facts"].items()})

    def as_json(self) -> dict[str, object]:
        """Return everything, for programs."""
        return {"assets": self.assets, "rules": dict(self.rules), "facts": dict(self.facts)}

    def on(self, assets: int, seconds: float) -> float:
        """Return the milliseconds that something would take on so many assets."""
        return seconds * 1000 * assets / max(self.assets, 1)


def costs(root: Path, day: date) -> Costs:
    """Judge an estate as a check does, then by each rule alone."""
    watch = Stopwatch()
    for name, function, stage in _WATCHED:
        stand_around(watch, import_module(name), function, stage)
    with watch.part("rest"):
        facts, rules = _judged(root, day)
    named = {n.removeprefix(FACT): s for n, s in watch.seconds.items() if n.startswith(FACT)}
    return Costs(
        len(facts.assets),
        {rule.id: _of_rule(rule, facts) for rule in rules},
        {name: Cost(seconds, _subjects(name, facts)) for name, seconds in named.items()},
    )


def _judged(root: Path, day: date) -> tuple[Facts, list[Rule]]:
    """Return the facts of an estate once all rules have asked for theirs, and those rules."""
    from estate.exceptions import Docket, cases_of, facts_of  # noqa: PLC0415 - importing is no part of this
    from estate.facts import derive  # noqa: PLC0415
    from estate.pipeline import load_estate  # noqa: PLC0415
    from estate.pipeline.terms import terms_of  # noqa: PLC0415
    from estate.rules import judge  # noqa: PLC0415

    loaded = load_estate(root)
    estate, pack = loaded.inventory.estate, loaded.pack
    facts = derive(estate, day, loaded.catalogue, pack.dictionary)
    first = judge(pack.running(), facts)
    docket = Docket(terms=terms_of(pack), findings=first.findings, undecided=first.unknown)
    known = facts.with_columns(facts_of(cases_of(facts, docket)))
    judge(pack.about_exceptions(), known)
    return known, [*pack.running(), *pack.about_exceptions()]


def _of_rule(rule: Rule, facts: Facts) -> Cost:
    from estate.rules import Judge  # noqa: PLC0415 - importing is no part of this

    ready = Judge([rule])
    begun = perf_counter()
    ready.judge(facts)
    seconds = perf_counter() - begun
    return Cost(seconds, sum(len(facts.subjects(kind)) for kind in rule.subjects))


def _subjects(name: str, facts: Facts) -> int:
    return len(facts.column(name)) if "." in name else len(facts.subjects(name))


if __name__ == "__main__":
    gc.disable()  # as in the program
    alone()
    print(json.dumps(costs(Path(sys.argv[1]), date.fromisoformat(sys.argv[2])).as_json()))
