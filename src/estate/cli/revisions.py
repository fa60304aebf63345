"""Revisions on the command line: git as it is found here, and an estate judged since one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from estate.errors import UsageError

if TYPE_CHECKING:
    from estate.cli.screen import Progress
    from estate.pipeline import Loaded, Options, Run
    from estate.pipeline.git import Repository

__all__ = ["judged_since", "repository_if_any", "repository_of", "run_since"]


def repository_of(root: Path) -> Callable[[], Repository]:
    """Return what finds the repository of an estate, once and only when it is asked for.

    Raises UsageError, when called, where there is no git or no repository.
    """

    @cache
    def find() -> Repository:
        from estate.pipeline.git import Git, Repository  # noqa: PLC0415 - only for revisions

        program = shutil.which("git")
        if program is None:
            raise UsageError("a revision needs git, which is not installed; folders do without")
        return Repository.around(root, Git(program, os.environ))

    return find


def judged_since(
    base: str,
    root: Path,
    loaded: Loaded,
    options: Options,
    tell: Progress,
    to_be: Callable[[Loaded], Loaded] = lambda loaded: loaded,
) -> Run:
    """Judge an estate, and say of each finding whether the change since `base` caused it.

    `to_be` is applied to the base as it was to the estate. Raises UsageError where the base cannot
    be read or does not load.
    """
    from estate.pipeline import load_estate  # noqa: PLC0415 - as above
    from estate.pipeline.comparing import judged_against  # noqa: PLC0415 - as above
    from estate.pipeline.sides import as_base, named, opened  # noqa: PLC0415 - as above

    repository = repository_of(root)
    side = named(base, Path.cwd(), repository)
    if side.day is not None:
        raise UsageError("--base is a revision or a folder; 'estate compare' takes days")
    tell("reading the base")
    with opened(side, root, repository) as before:
        with as_base(before):
            earlier = load_estate(before.folder)
        return judged_against(to_be(earlier), loaded, options, tell)


def repository_if_any(root: Path) -> Repository | None:
    """Return the repository in which an estate stands, or None where there is no git or none."""
    try:
        return repository_of(root)()
    except UsageError:
        return None


def run_since(since: str, root: Path, run: Run) -> Run:
    """Return the estate of an earlier day or revision as it was judged.

    A day means the last commit made by its end; without a repository, what stands here judged on
    that day. A revision is judged on the day of its commit. Raises UsageError.
    """
    from estate.pipeline import Options, load_estate  # noqa: PLC0415 - as above
    from estate.pipeline import run as judge  # noqa: PLC0415 - as above
    from estate.pipeline.sides import Named, as_base, named, opened  # noqa: PLC0415 - as above

    repository, zone = repository_of(root), run.config.timezone
    meant = named(since, Path.cwd(), repository)
    on, side = meant.day, None if meant.day else meant
    if on is not None and (found := repository_if_any(root)):
        commit = found.last_by(_end_of(on, zone))
        side = Named("revision", commit.key) if commit else None
    with opened(side, root, repository) as before:
        with as_base(before):
            earlier = load_estate(before.folder)
        day = before.day(zone, on, lambda _: run.outcome.as_of)
        return judge(earlier, Options(day))


def _end_of(day: date, timezone: str) -> datetime:
    return datetime.combine(day, time.max, ZoneInfo(timezone))
