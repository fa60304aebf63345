"""The past on the command line: where it is read from, and what was counted of it before."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from estate.cli.judging import Wanted
from estate.cli.options import Invocation
from estate.cli.revisions import repository_of
from estate.cli.screen import progress
from estate.errors import UsageError

if TYPE_CHECKING:
    from estate.findings.trend import Point
    from estate.pipeline import Loaded, Run
    from estate.pipeline.git import Repository
    from estate.pipeline.history_cache import Cache
    from estate.report.trend import Every

__all__ = ["EVERY", "agree", "cache_of", "history_of", "past"]

EVERY: Final = ("week", "month", "quarter", "year")
"""How far the days may be apart."""


def cache_of(folder: Path | None = None) -> Cache | None:
    """Return where what was counted is kept: in the folder, or among the user's own files.

    None where the system does not say whose these are.
    """
    from estate.pipeline.history_cache import Cache  # noqa: PLC0415 - not for help

    if folder is not None:
        return Cache(folder)
    given = os.environ.get("XDG_CACHE_HOME", "")
    try:
        base = Path(given) if Path(given).is_absolute() else Path.home() / ".cache"
    except RuntimeError:
        return None
    return Cache(base / "estate" / "trend")


def history_of(root: Path) -> Repository:
    """Return the repository of an estate. Raises UsageError that says how to have one."""
    try:
        return repository_of(root)()
    except UsageError as error:
        raise UsageError(
            f"the past is read from the history of a git repository: {error.message}; 'git init' "
            "makes one, and from the first commit on there is a past"
        ) from error


def agree(wanted: Wanted, since: date | None, every: Every | None) -> None:
    """Refuse what does not go with a look back. Raises UsageError."""
    if every and not since:
        raise UsageError("--every goes with --since, which says from when on")
    if since and (wanted.at or not wanted.exceptions):
        other = "--at" if wanted.at else "--no-exceptions"
        raise UsageError(f"--since shows how it came to what stands here; leave out {other}")


def past(
    said: Invocation,
    wanted: Wanted,
    loaded: Loaded,
    judged: Run,
    since: date | None,
    every: Every | None,
) -> tuple[Point, ...]:
    """Return what the page of an audit shows of the past: nothing, unless it is asked for.

    Its last day is the estate as it stands here, judged as the days before it are: by all rules,
    and without a baseline. Raises UsageError.
    """
    if since is None:
        return ()
    from estate.pipeline.history_series import past_of  # noqa: PLC0415 - only for the past

    root, show = said.root(), progress(quiet=said.quiet)
    plain = _plain(wanted, loaded, judged)
    try:
        return past_of(
            plain, root, since, every or "month", history_of(root), cache=cache_of(), tell=show
        )
    finally:
        show("")


def _plain(wanted: Wanted, loaded: Loaded, judged: Run) -> Run:
    """Return the estate judged by all rules alone; as it was judged, where that is the same."""
    known = wanted.baseline or wanted.write_baseline or wanted.base
    if not (wanted.select or wanted.ignore or known):
        return judged
    from estate.pipeline import Options, run  # noqa: PLC0415 - as above

    return run(loaded, Options(judged.outcome.as_of, fail_on="never", tell=False))
