"""What `check` and `audit` share: their options, and a run of the pipeline."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from estate.cli.options import Invocation
from estate.cli.screen import progress
from estate.errors import ConfigError

if TYPE_CHECKING:
    from estate.findings import Outcome
    from estate.pipeline import Run

C = TypeVar("C", bound=Callable[..., Any])

THRESHOLDS: Final = ("critical", "high", "medium", "low", "info", "never")


def judging_options(command: C) -> C:
    """Give a command the options of a judgement, as the argument `wanted`."""

    @click.option(
        "--fail-on",
        type=click.Choice(THRESHOLDS),
        help="Fail on findings of this severity or worse.  [default: as estate.yaml says]",
    )
    @click.option("--select", multiple=True, metavar="RULE", help="Run only these rules.")
    @click.option("--ignore", multiple=True, metavar="RULE", help="Do not run these rules.")
    @click.option("--no-exceptions", is_flag=True, help="Judge as if nothing had been accepted.")
    @wraps(command)
    def wrapped(
        *args: Any,  # noqa: ANN401 - passed on
        fail_on: str | None,
        select: tuple[str, ...],
        ignore: tuple[str, ...],
        no_exceptions: bool,
        **more: Any,  # noqa: ANN401 - passed on
    ) -> Any:  # noqa: ANN401 - passed on
        wanted = {
            "fail_on": fail_on,
            "select": _listed(select),
            "ignore": _listed(ignore),
            "exceptions": not no_exceptions,
        }
        return command(*args, wanted=wanted, **more)

    return wrapped  # type: ignore[return-value]


def _listed(given: tuple[str, ...]) -> tuple[str, ...]:
    """Return rule ids, whether they came one by one or with commas between."""
    return tuple(part for name in given for part in name.replace(",", " ").split())


def judged(said: Invocation, wanted: dict[str, Any], *, explain_unknown: bool) -> Run:
    """Load and judge the estate that the user means."""
    from estate.pipeline import Options, load_estate, run  # noqa: PLC0415 - not for help

    show = progress(quiet=said.quiet)
    root = said.root()
    if not (root / "estate.yaml").is_file():
        message = f"{root} has no estate.yaml"
        raise ConfigError(message)
    show("reading the inventory")
    loaded = load_estate(root)
    today = said.today(loaded.config.timezone)
    options = Options(today=today, explain_unknown=explain_unknown, **wanted)
    try:
        return run(loaded, options, show)
    finally:
        show("")


def failed(outcome: Outcome, paths: tuple[Path, ...] = ()) -> bool:
    """Whether a run fails: a failing finding stands in one of the paths, or anywhere."""
    return any(not paths or within(outcome, found.place, paths) for found in outcome.failing)


def within(outcome: Outcome, place: Any, paths: tuple[Path, ...]) -> bool:  # noqa: ANN401 - a Place
    """Whether a place stands in one of the files or folders named."""
    location = outcome.places.get(place)
    if location is None:
        return False
    file = Path(location.file)
    return any(file == path or path in file.parents for path in paths)
