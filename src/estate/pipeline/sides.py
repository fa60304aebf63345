"""The two sides of a comparison as a user names them: a revision, a folder or a day."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Final, Literal
from zoneinfo import ZoneInfo

from estate.config import FILE, locate_in_config
from estate.errors import EstateError, Location, Problem, UsageError
from estate.frozen import frozen
from estate.model.scalars import day
from estate.pipeline import load_estate
from estate.pipeline.comparing import Standpoint
from estate.pipeline.git import Repository
from estate.pipeline.projecting import at
from estate.pipeline.revisions import at_revision
from estate.report.account import planned

__all__ = ["Named", "Opened", "as_base", "as_planned", "loaded", "named", "opened"]

_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_CERTAIN: Final = (".", os.sep)
"""What a path begins with that cannot be a revision."""


@frozen
class Named:
    """One side as it was named; `folder` and `day` are there where it is one."""

    kind: Literal["revision", "folder", "day"]
    text: str
    folder: Path | None = None
    day: date | None = None


@frozen
class Opened:
    """An estate that can be read now, and when it was committed, if it was."""

    name: str
    folder: Path
    at: datetime | None = None

    def day(self, timezone: str, given: date | None, today: Callable[[str], date]) -> date:
        """Return the day to judge it on: the one given, that of its commit, or today."""
        if given is not None:
            return given
        return self.at.astimezone(ZoneInfo(timezone)).date() if self.at else today(timezone)


def named(text: str, here: Path, repository: Callable[[], Repository]) -> Named:
    """Return what a user means by a text, as seen from the folder `here`.

    A day is written YYYY-MM-DD. A path that begins with a dot or a slash is a folder; any other is
    one where an estate.yaml stands in it. Raises UsageError where it might be either.
    """
    if _DAY.fullmatch(text):
        try:
            return Named("day", text, day=day(text))
        except ValueError:
            raise UsageError(f"{text} is no date of the calendar") from None
    folder = here / text
    if text.startswith(_CERTAIN) or (text and (folder / FILE).is_file()):
        if not (folder / FILE).is_file():
            raise UsageError(f"{text} has no {FILE}")
        if not text.startswith(_CERTAIN) and _is_revision(text, repository):
            raise UsageError(
                f"{text} is a folder and a revision; write .{os.sep}{text} or refs/heads/{text}"
            )
        return Named("folder", text, folder=folder)
    return Named("revision", text)


def _is_revision(text: str, repository: Callable[[], Repository]) -> bool:
    try:
        return repository().commit(text) is not None
    except UsageError:
        return False


@contextmanager
def opened(
    side: Named | None, root: Path, repository: Callable[[], Repository]
) -> Iterator[Opened]:
    """Yield the estate of a side; None is the working tree. Raises UsageError."""
    if side is None:
        yield Opened("the working tree", root)
    elif side.folder is not None:
        yield Opened(side.text, side.folder)
    else:
        with at_revision(repository(), side.text) as found:
            yield Opened(f"{found.name} ({found.commit[:9]})", found.folder, found.at)


def loaded(side: Opened, given: date | None, today: Callable[[str], date]) -> Standpoint:
    """Read the estate of a side. Raises EstateError with all that is wrong with it."""
    found = load_estate(side.folder)
    on = side.day(found.config.timezone, given, today)
    return Standpoint(side.name, found, on, locate_in_config(side.folder))


def as_planned(here: Standpoint, day: date) -> tuple[Standpoint, Standpoint]:
    """Return an estate as it is, and as the work plan will have made it on a day.

    Raises UsageError for a day before that of the first.
    """
    there = at(here.loaded, here.day, day)
    told = planned(there.projection.planned) if there.projection else ""
    head = replace(here, name=f"as planned ({told})", loaded=there, day=day)
    return replace(here, name="as-is"), head


@contextmanager
def as_base(side: Opened) -> Iterator[None]:
    """Say of whatever is wrong with the base that it is the base, and not what stands here."""
    try:
        yield
    except EstateError as error:
        said = error.message.replace(str(side.folder), side.name)
        message = f"the base, {side.name}, does not load: {said}"
        raise UsageError(message, [_of(side, problem) for problem in error.problems]) from error


def _of(side: Opened, problem: Problem) -> Problem:
    related = tuple((_elsewhere(side, at), text) for at, text in problem.related)
    return replace(problem, location=_elsewhere(side, problem.location), related=related)


def _elsewhere(side: Opened, at: Location) -> Location:
    return replace(at, file=f"{side.name}: {at.file}")
