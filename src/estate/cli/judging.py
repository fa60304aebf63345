"""What `check` and `audit` share: their options, and a run of the pipeline."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from estate.cli.options import Day, Invocation
from estate.cli.screen import progress
from estate.errors import UsageError
from estate.frozen import frozen

if TYPE_CHECKING:
    from estate.pipeline import Loaded, Run
    from estate.rules import Pack

__all__ = ["Wanted", "judged", "judging_options", "loaded_and_judged", "show_option"]

C = TypeVar("C", bound=Callable[..., Any])

_THRESHOLDS: Final = ("critical", "high", "medium", "low", "info", "never")
_SHOWS: Final = ("critical", "high", "medium", "low", "info", "unknown", "gaps", "all")


@frozen
class Wanted:
    """How to judge: the threshold (None: as the policy says), the rules, the acceptances.

    `baseline` is read, `write_baseline` written; findings that are known fail nothing. `base` is
    a revision or a folder: what it shows as well fails nothing either. `at` is the day to which
    the work plan is applied first.
    """

    fail_on: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    exceptions: bool = True
    baseline: Path | None = None
    write_baseline: Path | None = None
    base: str | None = None
    at: date | None = None


show_option = click.option(
    "--show",
    type=click.Choice(_SHOWS),
    help="Print faults of this severity or worse in full; or gaps alone, what is unknown alone, or "
    "all. Does not change what fails.  [default: the severity that fails]",
)


_OPTIONS: Final = (
    click.option(
        "--fail-on",
        type=click.Choice(_THRESHOLDS),
        help="Fail on findings of this severity or worse.  [default: as estate.yaml says]",
    ),
    click.option(
        "--select",
        multiple=True,
        metavar="RULE",
        help="Run this rule and no other; repeatable, or several with commas.",
    ),
    click.option(
        "--ignore", multiple=True, metavar="RULE", help="Do not run this rule; given as --select."
    ),
    click.option("--no-exceptions", is_flag=True, help="Judge as if nothing had been accepted."),
    click.option(
        "--baseline",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        help="Findings in FILE are known: listed, counted apart, and no failure.",
    ),
    click.option(
        "--write-baseline",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        help="Write what is found now to FILE, as known; a FILE that is there only shrinks.",
    ),
    click.option(
        "--base",
        metavar="REV",
        help="Fail only on what the change since REV caused, a git revision or a folder: on a "
        "finding that REV, judged on the same day, does not show, shows as less severe, or has "
        "accepted. The others are listed as there before. The repository is only read.",
    ),
    click.option(
        "--at",
        type=Day(),
        metavar="DATE",
        help="Judge the estate as the work plan will have made it on DATE, on that day.",
    ),
)


def judging_options(command: C) -> C:
    """Give a command the options of a judgement, as the argument `wanted`."""

    @wraps(command)
    def wrapped(
        *args: Any,  # noqa: ANN401 - passed on
        fail_on: str | None,
        select: tuple[str, ...],
        ignore: tuple[str, ...],
        no_exceptions: bool,
        baseline: Path | None,
        write_baseline: Path | None,
        base: str | None,
        at: date | None,
        **more: Any,  # noqa: ANN401 - passed on
    ) -> Any:  # noqa: ANN401 - passed on
        rules = _listed(select), _listed(ignore)
        wanted = Wanted(fail_on, *rules, not no_exceptions, baseline, write_baseline, base, at)
        return command(*args, wanted=wanted, **more)

    given: Any = wrapped
    for option in reversed(_OPTIONS):
        given = option(given)
    taking: C = given
    return taking


def _listed(given: tuple[str, ...]) -> tuple[str, ...]:
    """Return rule ids, whether they came one by one or with commas between."""
    return tuple(part for name in given for part in name.replace(",", " ").split())


def judged(
    said: Invocation, wanted: Wanted, *, explain_unknown: bool, pack: Pack | None = None
) -> Run:
    """Load and judge the estate that the user means.

    `explain_unknown` asks what each open question lacks; `pack` holds the rules, if they are read.
    """
    return loaded_and_judged(said, wanted, explain_unknown=explain_unknown, pack=pack)[1]


def loaded_and_judged(
    said: Invocation, wanted: Wanted, *, explain_unknown: bool, pack: Pack | None = None
) -> tuple[Loaded, Run]:
    """Do as `judged`, and return what was judged as well, for judging it on other days."""
    show = progress(quiet=said.quiet)
    root = said.root()
    try:
        show("reading the inventory")
        loaded = _loaded(root, pack)
        from estate.pipeline import Options, run  # noqa: PLC0415 - not before reading has begun

        today = said.today(loaded.config.timezone)
        to_be = _to_be(wanted, today)
        options = Options(
            today=wanted.at or today,
            select=wanted.select,
            ignore=wanted.ignore,
            fail_on=wanted.fail_on,
            exceptions=wanted.exceptions,
            explain_unknown=explain_unknown,
        )
        meant = to_be(loaded)
        if wanted.base is None:
            found = run(meant, options, show)
        else:
            from estate.cli.revisions import judged_since  # noqa: PLC0415 - only with a base

            found = judged_since(wanted.base, root, meant, options, show, to_be)
    finally:
        show("")
    if wanted.baseline or wanted.write_baseline:
        from estate.cli.known import known  # noqa: PLC0415 - only for a baseline

        found = known(found, wanted.baseline, wanted.write_baseline, quiet=said.quiet)
    return meant, found


def _loaded(root: Path, pack: Pack | None) -> Loaded:
    """Read an estate; of a large one, a second process begins while the rest is imported."""
    from estate.config import load_config  # noqa: PLC0415 - not for help
    from estate.read import reading  # noqa: PLC0415 - as above

    config = load_config(root)
    with reading(root, config.inventory) as begun:
        from estate.pipeline import load_estate  # noqa: PLC0415 - as above

        return load_estate(root, pack, config=config, begun=begun)


def _to_be(wanted: Wanted, today: date) -> Callable[[Loaded], Loaded]:
    """Return what applies the work plan to an estate, if that is asked for. Raises UsageError."""
    if wanted.at is None:
        return lambda loaded: loaded
    if wanted.write_baseline is not None:
        raise UsageError("--write-baseline writes what is there, and --at shows what is to come")
    from estate.pipeline.projecting import at  # noqa: PLC0415 - only for another day

    return partial(at, today=today, day=wanted.at)
