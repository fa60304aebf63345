"""The board pack: six pages for a committee."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from estate.cli.reports.asked import Report
from estate.errors import UsageError

if TYPE_CHECKING:
    from estate.cli.reports.asked import Asked, Content
    from estate.cli.screen import Progress
    from estate.findings.trend import Point
    from estate.pipeline import Loaded, Run

__all__ = ["BOARD", "board_pack"]


def board_pack(
    loaded: Loaded,
    run: Run,
    tell: Progress,
    history: tuple[Point, ...] = (),
    *,
    exceptions: bool = True,
    redact: bool = False,
) -> Content:
    """Return the board pack of a judged estate. Raises ReportError where it cannot be made.

    The year ahead is judged here: from the whole estate, in a copy for the public too, as only
    numbers of it are shown. Without `exceptions`, nothing counts as accepted in it.
    """
    from estate.pipeline.ahead import year_ahead  # noqa: PLC0415 - not for help
    from estate.pipeline.showing import source_of  # noqa: PLC0415 - as above
    from estate.report import board  # noqa: PLC0415 - as above

    tell("judging the year ahead")
    ahead = year_ahead(loaded, run, tell, exceptions=exceptions)
    if redact:
        from estate.pipeline.publishing import published  # noqa: PLC0415 - only for the public

        run = published(run)
    tell("writing the board pack")
    return [board.pdf(source_of(run, (), history), ahead)]


def _files(asked: Asked) -> dict[str, Content]:
    from estate.cli.judging import Wanted  # noqa: PLC0415 - not for help
    from estate.cli.past import past  # noqa: PLC0415 - as above

    since = _day(asked.since) if asked.since else None
    history = past(asked.said, Wanted(), asked.loaded, asked.run, since, None)
    return {
        "board.pdf": board_pack(asked.loaded, asked.run, asked.tell, history, redact=asked.redact)
    }


def _day(since: str) -> date:
    from estate.model.scalars import day  # noqa: PLC0415 - only where somebody looks back

    try:
        return day(since)
    except ValueError as error:
        raise UsageError(
            f"the report board looks back month by month: --since takes a date, YYYY-MM-DD, and "
            f"{since!r} is none"
        ) from error


BOARD: Final = Report(("pdf",), _files, frozenset({"--since", "--redact"}), explain_unknown=True)
