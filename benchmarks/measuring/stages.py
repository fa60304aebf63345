"""The stages of one cold `estate check` inside one process: `stages.py DIR DAY` prints JSON.

The program runs as it does with one processor, for a second process would work beside the
stopwatch, which stands around the functions named below. Seconds are given by stage, and by fact:
what a fact asks of another counts for the other.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from collections.abc import Callable, Iterator
from functools import wraps
from importlib import import_module
from operator import attrgetter
from pathlib import Path
from types import ModuleType
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
    ("estate.config", "load_config", "config"),
    ("estate.pipeline.packs", "load_for_judging", "rules"),
    ("estate.read.inventory", "read_inventory", "parse"),
    ("estate.read.assemble", "assemble", "validate"),
    ("estate.read.references", "reference_problems", "references"),
    ("estate.read.inventory", "Places.__getitem__", "places"),
    ("estate.lifecycle.catalogue", "bundled", "catalogue"),
    ("estate.graph.estate_graph", "EstateGraph.__init__", "graph"),
    ("estate.facts.facts", "Facts.column", ""),
    ("estate.facts.facts", "Facts.subjects", ""),
)
"""Module, function and stage; without a stage it is the fact that is asked for."""

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
    for name, function, stage in _WATCHED:
        stand_around(watch, import_module(name), function, stage)
    _check(watch, root, day)
    return watch.seconds


def alone() -> None:
    """Keep to one processor, so that the program starts no second process."""
    if sys.platform == "linux":
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


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


def stand_around(watch: Stopwatch, module: ModuleType, function: str, stage: str) -> None:
    """Put one that counts its time in the place of a function, wherever it was imported.

    Without a stage, what counts is the fact that is asked for.
    """
    watched: Callable[..., Any] = attrgetter(function)(module)

    @wraps(watched)
    def timed(*given: Any, **named: Any) -> Any:  # noqa: ANN401 - passed on
        with watch.part(stage or f"{FACT}{given[1]}"):
            found = watched(*given, **named)
            if stage == "graph":
                _warm(given[0])
            return list(found) if isinstance(found, Iterator) else found

    owner, dot, name = function.rpartition(".")
    if dot:
        setattr(getattr(module, owner), name, timed)
        return
    for other in [one for key, one in sys.modules.items() if key.startswith("estate")]:
        if vars(other).get(name) is watched:
            setattr(other, name, timed)


def _warm(graph: Any) -> None:  # noqa: ANN401 - an EstateGraph
    """Have a graph make what it makes when it is first asked."""
    for verb in _WARMING:
        getattr(graph, verb)(graph.ids[0])


if __name__ == "__main__":
    gc.disable()  # as in the program
    alone()
    print(json.dumps(stages(Path(sys.argv[1]), sys.argv[2])))
