"""The past of an estate: judged on each of some days as its repository had it then."""

from __future__ import annotations

import gc
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from estate.config import load_config
from estate.errors import CatalogueError, ConfigError, InventoryError, RuleError, UsageError
from estate.facts import Facts
from estate.facts.still import Still, resting_on
from estate.findings import Finding
from estate.findings.trend import Bearing, Gap, Numbers, Point
from estate.pipeline import Loaded, Options, Run, Tell, load_estate, run
from estate.pipeline.git import Commit, Repository
from estate.pipeline.history_cache import Cache
from estate.pipeline.history_contents import contents_of
from estate.pipeline.revisions import WHOLE, RefusedError, at_revision
from estate.pipeline.showing import principles_of
from estate.second import shared

__all__ = ["history", "numbers_of"]

_Found = Mapping[date, Numbers | Gap]


def history(
    root: Path,
    days: Sequence[date],
    repository: Repository,
    *,
    cache: Cache | None = None,
    tell: Tell = lambda _: None,
) -> tuple[Point, ...]:
    """Return what the rules say of each day, of the estate as its repository had it then.

    A day has the last commit by its end, in the estate's timezone, among those that HEAD came by
    (of a merge, by its first parent). It is judged as of that day by the inventory, settings, rules
    and catalogue of its own tree, with the standard rules and the catalogue of this program. The
    points stand in the order of the days. Raises UsageError where the repository cannot say.
    """
    tell("reading the history")
    last = _last_commits(repository, days, ZoneInfo(load_config(root).timezone))
    contents = contents_of(repository, {commit for commit in last.values() if commit})
    with tempfile.TemporaryDirectory(prefix="estate-") as below:
        replay = _Replay(repository, Path(below), cache, tell)
        held = {day: (contents[commit.key], commit) for day, commit in last.items() if commit}
        found = replay.found(held)
    keys = {day: commit.key if commit else "" for day, commit in last.items()}
    return tuple(Point(day, keys[day], found.get(day, Gap())) for day in days)


def numbers_of(judged: Run) -> Numbers:
    """Return a judged estate in numbers."""
    outcome = judged.outcome
    counts, unmanaged = outcome.counts, outcome.unmanaged
    return Numbers(
        assets=outcome.assets,
        unmanaged=unmanaged.installations,
        services=unmanaged.services,
        unknown=unmanaged.unknown,
        accepted=counts.accepted,
        counts=replace(counts, accepted=0),
        undecided=outcome.undecided,
        principles=tuple(_bearings(judged)),
    )


def _bearings(judged: Run) -> Iterator[Bearing]:
    faults = Counter(found.rule for found in judged.outcome.findings if _is_open_fault(found))
    results = {rule.id: rule for rule in judged.outcome.rules}
    for principle in principles_of(judged.pack):
        rules = [results[name] for name in principle.rules if name in results]
        yield Bearing(
            principle.id,
            sum(faults[rule.id] for rule in rules),
            sum(rule.population for rule in rules),
            sum(rule.unknown for rule in rules),
        )


def _is_open_fault(finding: Finding) -> bool:
    return finding.kind == "fault" and finding.status in {"open", "below-threshold"}


def _last_commits(
    repository: Repository, days: Iterable[date], zone: ZoneInfo
) -> dict[date, Commit | None]:
    """Return the last commit of each day; None before the first. Raises UsageError."""
    line = repository.line()
    commit = next(line, None)
    last: dict[date, Commit | None] = {}
    for day in sorted(set(days), reverse=True):
        end = datetime.combine(day, time.max, zone)
        while commit and commit.at > end:
            commit = next(line, None)
        last[day] = commit
    if commit is None and repository.shallow:
        early = min(last)
        raise UsageError(
            f"how it stood on {early} is not here: this clone has only part of the history; {WHOLE}"
        )
    return last


class _Replay:
    """Judges what a repository held, each content once a day, in folders below one of its own."""

    def __init__(
        self, repository: Repository, below: Path, cache: Cache | None, tell: Tell
    ) -> None:
        self._repository = repository
        self._below = below
        self._cache = cache
        self._tell = tell
        self._number = 0

    def found(self, held: Mapping[date, tuple[str, Commit]]) -> _Found:
        """Return what is found on each day, given its content and a commit that has it.

        A day without an estate is left out. Two processes share the contents.
        """
        known: dict[date, Numbers | Gap] = {}
        todo: dict[str, list[date]] = {}
        for day, (content, _) in sorted(held.items()):
            counted = self._cache.get(content, day) if self._cache and content else None
            if counted is not None:
                known[day] = counted
            elif content:
                todo.setdefault(content, []).append(day)
        self._number = sum(map(len, todo.values()))
        tasks = [partial(self._of, *held[days[0]], days) for days in todo.values()]
        for part in shared(tasks):
            known.update(part)
        return known

    def _of(self, content: str, commit: Commit, days: Sequence[date]) -> _Found:
        """Judge what a commit holds on each of some days."""
        try:
            with at_revision(self._repository, commit.key, self._below) as there:
                loaded = _loaded(there.folder)
                if isinstance(loaded, Gap):
                    return dict.fromkeys(days, loaded)
                return self._judged(loaded, content, days)
        except RefusedError:
            return dict.fromkeys(days, Gap(0))
        finally:
            gc.collect()  # one estate at a time: the collector is off

    def _judged(self, loaded: Loaded, content: str, days: Sequence[date]) -> _Found:
        found: dict[date, Numbers | Gap] = {}
        rest = _Rest()
        for day in days:
            self._tell(f"judging {day}, one of {self._number} days")
            options = Options(day, fail_on="never", tell=False, in_pair=False)
            numbers = numbers_of(run(loaded, options, share=rest.shared))
            if self._cache:
                self._cache.put(content, day, numbers)
            found[day] = numbers
        return found


class _Rest:
    """What one estate's days share: worked out for the second of them, for the first is alone."""

    def __init__(self) -> None:
        self._still: Still | None = None
        self._first = True

    def shared(self, facts: Facts) -> Facts:
        """Return the facts of a day, resting on what is the same on the one before."""
        if self._first:
            self._first = False
            return facts
        if self._still is None or not self._still.holds(facts):
            self._still = Still(facts)
        return resting_on(self._still, facts)


def _loaded(folder: Path) -> Loaded | Gap:
    """Read an estate, or say that there is none, or how much is wrong with it."""
    try:
        return load_estate(folder)
    except InventoryError as error:
        # One that names no problem found no files at all.
        return Gap(len(error.problems)) if error.problems else Gap()
    except (CatalogueError, ConfigError, RuleError) as error:
        return Gap(len(error.problems))
