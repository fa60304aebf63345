"""What `check` and `audit` share: their options, and a run of the pipeline."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from estate.cli.options import Invocation
from estate.cli.screen import progress

if TYPE_CHECKING:
    from estate.pipeline import Run
    from estate.rules import Pack

__all__ = ["Wanted", "judged", "judging_options", "show_option"]

C = TypeVar("C", bound=Callable[..., Any])

_THRESHOLDS: Final = ("critical", "high", "medium", "low", "info", "never")
_SHOWS: Final = ("critical", "high", "medium", "low", "info", "unknown", "gaps", "all")


@dataclass(frozen=True, slots=True)
class Wanted:
    """How to judge: the threshold (None: as the policy says), the rules, the acceptances."""

    fail_on: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    exceptions: bool = True


show_option = click.option(
    "--show",
    type=click.Choice(_SHOWS),
    help="What is printed: findings of this severity or worse, those alone that are unknown or "
    "not recorded, or all. Does not change what fails.",
)


def judging_options(command: C) -> C:
    """Give a command the options of a judgement, as the argument `wanted`."""

    @click.option(
        "--fail-on",
        type=click.Choice(_THRESHOLDS),
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
        wanted = Wanted(fail_on, _listed(select), _listed(ignore), not no_exceptions)
        return command(*args, wanted=wanted, **more)

    return wrapped  # type: ignore[return-value]


def _listed(given: tuple[str, ...]) -> tuple[str, ...]:
    """Return rule ids, whether they came one by one or with commas between."""
    return tuple(part for name in given for part in name.replace(",", " ").split())


def judged(
    said: Invocation, wanted: Wanted, *, explain_unknown: bool, pack: Pack | None = None
) -> Run:
    """Load and judge the estate that the user means.

    `explain_unknown` asks what each open question lacks; `pack` holds the rules, if they are read.
    """
    from estate.pipeline import Options, load_estate, run  # noqa: PLC0415 - not for help

    show = progress(quiet=said.quiet)
    root = said.root()
    try:
        show("reading the inventory")
        loaded = load_estate(root, pack)
        options = Options(
            today=said.today(loaded.config.timezone),
            select=wanted.select,
            ignore=wanted.ignore,
            fail_on=wanted.fail_on,
            exceptions=wanted.exceptions,
            explain_unknown=explain_unknown,
        )
        return run(loaded, options, show)
    finally:
        show("")
