"""The stages of one cold `estate check` inside one process: `stages.py DIR DAY` prints JSON.

The program runs as it always does; a stopwatch stands around the functions named below. Seconds
are given by stage, and by fact: what a fact asks of another counts for the other.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from functools import wraps
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from benchmarks.measuring.stopwatch import Stopwatch

STAGES: Final = (
    "import", "config", "rules", "parse", "validate", "references", "catalogue", "graph", "facts",
    "judge", "accept", "settle", "places", "text",
)  # fmt: skip
"""The stages in their order; `facts` are all facts together."""

FACT: Final = "fact "
"""How the names of single facts begin."""

_IMPORTED: Final = ("estate.cli.check", "estate.pipeline", "estate.report.text")

_WATCHED: Final = (
    ("estate.pipeline", "", "load_config", "config"),
    ("estate.pipeline", "", "load_packs", "rules"),
    ("estate.pipeline", "", "read_inventory", "parse"),
    ("estate.read.inventory", "", "assemble", "validate"),
    ("estate.read.assemble", "", "reference_problems", "references"),
    ("estate.pipeline", "", "bundled", "catalogue"),
    ("estate.facts.facts", "", "EstateGraph", "graph"),
    ("estate.facts.facts", "Facts", "column", ""),
    ("estate.facts.facts", "Facts", "subjects", ""),
    ("estate.read.inventory", "Places", "__getitem__", "places"),
)
"""Module, class, function and stage; without a stage it is the fact that is asked for."""

_TOLD: Final = {
    "judging the estate": "judge",
    "judging the acceptances": "accept",
    "settling the findings": "settle",
}
"""The stage that begins when the pipeline says so."""

_WARMING: Final = ("direct_needs", "direct_needers", "stands_on", "stood_on_by", "all_needs")


def stages(root: Path, day: str) -> dict[str, float]:
    """Check an estate, and return the seconds of every stage."""
    watch = Stopwatch()
    with watch.part("import"):
        for name in _IMPORTED:
            import_module(name)
    for name, owner, function, stage in _WATCHED:
        module = import_module(name)
        _stand_around(watch, getattr(module, owner) if owner else module, function, stage)
    _check(watch, root, day)
    return watch.seconds


def _check(watch: Stopwatch, root: Path, day: str) -> None:
    from estate.model.scalars import day as read_day  # noqa: PLC0415 - importing is measured
    from estate.pipeline import Options, load_estate, run  # noqa: PLC0415
    from estate.report.text import render  # noqa: PLC0415

    with watch.part("rest"):
        loaded = load_estate(root)
    with watch.part("judge"):
        options = Options(today=read_day(day), fail_on="never")
        outcome = run(loaded, options, lambda said: watch.move_to(_TOLD[said])).outcome
    with watch.part("text"):
        for _ in render(outcome):
            pass


def _stand_around(watch: Stopwatch, owner: Any, function: str, stage: str) -> None:  # noqa: ANN401 - a module or a class
    """Put a function in the place of another that counts its time."""
    watched: Callable[..., Any] = getattr(owner, function)

    @wraps(watched)
    def timed(*given: Any, **named: Any) -> Any:  # noqa: ANN401 - passed on
        with watch.part(stage or f"{FACT}{given[1]}"):
            found = watched(*given, **named)
            if isinstance(found, Iterator):
                return list(found)
            if stage == "graph":
                _warm(found)
            return found

    setattr(owner, function, timed)


def _warm(graph: Any) -> None:  # noqa: ANN401 - an EstateGraph
    """Have a graph make what it makes when it is first asked."""
    for verb in _WARMING:
        getattr(graph, verb)(graph.ids[0])


if __name__ == "__main__":
    print(json.dumps(stages(Path(sys.argv[1]), sys.argv[2])))
