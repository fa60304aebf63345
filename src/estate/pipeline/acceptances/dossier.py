"""What a report on acceptances shows beside them: routes to what is covered, and history."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final, get_args

from estate.findings import Acceptance, Outcome, Revision, Step
from estate.model import Estate, RiskAcceptance
from estate.model.types import Level
from estate.pipeline import Run
from estate.pipeline.git import Repository

__all__ = ["with_history", "with_routes"]

_MOST: Final = 3
"""Routes of one exception that are shown."""
_LATEST: Final = 20
"""Commits of one exception that are shown."""
_LEVELS: Final = (*get_args(Level), None)


def with_routes(run: Run) -> Outcome:
    """Return the outcome whose acceptances say how services come to rest on what they cover.

    The most critical services come first; what no service needs has no route.
    """
    estate = run.facts.estate
    records = estate.of("exception")
    return replace(
        run.outcome,
        acceptances=tuple(
            replace(each, routes=tuple(_routes(run, records.get(each.id))))
            for each in run.outcome.acceptances
        ),
    )


def _routes(run: Run, record: object) -> Iterator[tuple[Step, ...]]:
    covers = record.covers or () if isinstance(record, RiskAcceptance) else ()
    things = [key for c in covers for key in (c.asset or "", *(c.members or ()))]
    ways = {way for key in dict.fromkeys(things) for way in _ways(run, key)}
    for way in sorted(ways, key=lambda ids: (_rank(run.facts.estate, ids[0]), len(ids), ids))[
        :_MOST
    ]:
        yield tuple(_step(run.facts.estate, key) for key in way)


def _ways(run: Run, key: str) -> Iterator[tuple[str, ...]]:
    estate, graph = run.facts.estate, run.facts.graph
    if key in graph.ids:
        services = [s for s in graph.all_needed_by(key) if s in estate.of("service")]
        for service in sorted(services, key=lambda each: (_rank(estate, each), each))[:_MOST]:
            yield graph.path(service, key)


def _rank(estate: Estate, key: str) -> int:
    return _LEVELS.index(getattr(estate.get(key), "criticality", None))


def _step(estate: Estate, key: str) -> Step:
    entry = estate.get(key)
    return Step(key, entry.name if entry else key, entry.kind if entry else "")


def with_history(outcome: Outcome, repository: Repository) -> Outcome:
    """Return the outcome whose acceptances say which commits changed the lines of each.

    The newest come first; a file is followed under the name that it has now.
    """
    files: dict[str, list[str]] = {}
    for each in outcome.acceptances:
        files.setdefault(outcome.places[each.place].file, []).append(each.id)
    found: dict[str, tuple[Revision, ...]] = {}
    for name, ids in files.items():
        found |= _changes(repository, name, ids)
    return replace(
        outcome,
        acceptances=tuple(_told(each, found) for each in outcome.acceptances),
    )


def _told(acceptance: Acceptance, found: Mapping[str, tuple[Revision, ...]]) -> Acceptance:
    return replace(acceptance, history=found.get(acceptance.id, ()))


def _changes(
    repository: Repository, name: str, ids: Iterable[str]
) -> dict[str, tuple[Revision, ...]]:
    """Return the commits in which the lines of each record are others than before."""
    versions = list(repository.history(name))
    before: dict[str, str] = dict.fromkeys(ids, "")
    found: dict[str, list[Revision]] = {key: [] for key in before}
    for revision, content in reversed(versions):
        text = (content or b"").decode("utf-8", "replace")
        for key, was in before.items():
            lines = _lines_of(text, key)
            if lines != was:
                found[key].append(revision)
                before[key] = lines
    return {key: tuple(revisions[::-1][:_LATEST]) for key, revisions in found.items()}


def _lines_of(text: str, key: str) -> str:
    """Return the lines of a record: its key, and what stands further in below it."""
    start = re.search(rf"^([ \t]*)[\"']?{re.escape(key)}[\"']?:.*\n?", text, re.MULTILINE)
    if start is None:
        return ""
    inner = rf"(?:{re.escape(start[1])}[ \t]+\S.*\n?|[ \t]*\n)*"
    below = re.compile(inner).match(text, start.end())
    return start[0] + (below[0].rstrip() if below else "")
