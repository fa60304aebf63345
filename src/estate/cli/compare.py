"""`estate compare`: what a change does to the estate, and what the calendar does."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from estate.cli.exits import FOUND
from estate.cli.options import Day, Invocation, estate_options
from estate.cli.redacting import redact_option, refuse
from estate.cli.revisions import repository_of
from estate.cli.screen import NORMAL, colour, progress, width
from estate.cli.targets import Target, targets_of, write_to
from estate.errors import UsageError

if TYPE_CHECKING:
    from estate.findings import Difference
    from estate.pipeline.comparing import Standpoint
    from estate.pipeline.sides import Named

AS_IS: Final = "as-is"
"""The base that is what stands here, where the work plan is compared with it."""

_FORMATS: Final = ("text", "json", "markdown", "html")


@click.command()
@click.argument("base", metavar="BASE")
@click.argument("head", required=False, metavar="[HEAD]")
@click.option(
    "--format",
    "formats",
    multiple=True,
    metavar="|".join(_FORMATS) + "[:FILE]",
    help="How to print; repeatable, each to a file of its own.  [default: text]",
)
@click.option(
    "--at",
    type=Day(),
    metavar="DATE",
    help="With BASE as-is: compare with the estate as the work plan will have made it on DATE.",
)
@click.option(
    "--fail-on",
    type=click.Choice(("critical", "high", "medium", "low", "info", "never")),
    default="never",
    show_default=True,
    help="Fail on findings of this severity or worse that the change brought or made worse.",
)
@click.option(
    "--group-by",
    type=click.Choice(("owner",)),
    help="Tell the findings of each owner together; in text and Markdown.",
)
@redact_option
@estate_options
def compare(
    said: Invocation,
    *,
    base: str,
    head: str | None,
    formats: tuple[str, ...],
    at: date | None,
    fail_on: str,
    group_by: str | None,
    redact: str | None,
) -> int:
    """Compare two estates: what came, went and changed, and whether the calendar did it.

    BASE and HEAD are each a git revision, a folder with an estate.yaml, or a day (YYYY-MM-DD).
    Without HEAD it is the estate as it stands here. A day stands for the same estate as the other
    side, judged on that day.

    A revision is judged on the day of its commit, what stands here today; --as-of gives one day
    for both. A finding that the base shows on HEAD's day as well is the calendar's; every other is
    put down to the change, with the edits that brought it. The repository is only read.

    `estate compare as-is --at DATE` shows what the work plan changes by then: what stands here,
    today, beside the same estate as the plan will have made it. The change is the plan then.
    """
    refuse(redact, "what a change edits is what a copy leaves out")
    targets = targets_of(formats, _FORMATS)
    _groupable(targets, group_by)
    show = progress(quiet=said.quiet)
    with ExitStack() as stack:
        try:
            from estate.pipeline.comparing import compared  # noqa: PLC0415 - not for help

            difference = compared(*_sides(said, base, head, at, stack), fail_on, show)
        finally:
            show("")
        for target in targets:
            write_to(_rendered(said, difference, target, owned=group_by is not None), target.file)
    return FOUND if difference.failing else 0


def _sides(
    said: Invocation, base: str, head: str | None, at: date | None, stack: ExitStack
) -> tuple[Standpoint, Standpoint]:
    """Read both estates; what is laid out for that is there as long as the stack."""
    from estate.pipeline.sides import as_base, loaded, named, opened  # noqa: PLC0415 - as above

    root = said.root()
    if at is not None or base == AS_IS:
        return _planned(said, base, head, at)
    repository = repository_of(root)
    one = named(base, Path.cwd(), repository)
    other = named(head, Path.cwd(), repository) if head is not None else None
    today = said.today
    if _day(one) or _day(other):
        # A day is no estate of its own: it is that of the other side, or the one that stands here.
        estate = next((each for each in (one, other) if each and each.day is None), None)
        there = loaded(stack.enter_context(opened(estate, root, repository)), said.as_of, today)
        return _on(there, _day(one)), _on(there, _day(other))
    before = stack.enter_context(opened(one, root, repository))
    after = stack.enter_context(opened(other, root, repository))
    with as_base(before):
        earlier = loaded(before, said.as_of, today)
    return earlier, loaded(after, said.as_of, today)


def _planned(
    said: Invocation, base: str, head: str | None, at: date | None
) -> tuple[Standpoint, Standpoint]:
    """Return what stands here, and what the work plan makes of it by a day."""
    from estate.pipeline.sides import as_planned, loaded, opened  # noqa: PLC0415 - as above

    if base != AS_IS or head is not None or at is None:
        raise UsageError(
            "the work plan is compared with what stands here: 'estate compare as-is --at DATE'; "
            "a branch of that name is refs/heads/as-is"
        )
    root = said.root()
    with opened(None, root, repository_of(root)) as here:
        return as_planned(loaded(here, said.as_of, said.today), at)


def _day(side: Named | None) -> date | None:
    return side.day if side else None


def _on(there: Standpoint, day: date | None) -> Standpoint:
    from dataclasses import replace  # noqa: PLC0415 - as above

    return replace(there, day=day) if day else there


def _groupable(targets: Iterable[Target], group_by: str | None) -> None:
    """Refuse to group where that is not told. Raises UsageError."""
    if group_by and any(target.form == "html" for target in targets):
        raise UsageError("--group-by goes with text and markdown; json names the owner anyway")


def _rendered(
    said: Invocation, difference: Difference, target: Target, *, owned: bool
) -> Iterator[str]:
    if target.form == "json":
        from estate.report.difference import document  # noqa: PLC0415 - only for this format

        return document.render(difference)
    if target.form == "markdown":
        from estate.report.difference import markdown  # noqa: PLC0415 - only for this format

        return markdown.render(difference, owned=owned)
    if target.form == "html":
        from estate.report.difference import page  # noqa: PLC0415 - only for this format

        return page.render(difference)
    from estate.report.difference import text  # noqa: PLC0415 - only for this format

    on_screen = target.file is None
    painted = on_screen and colour(sys.stdout, wanted=said.colour)
    size = width() if on_screen else NORMAL
    return text.render(difference, colour=painted, width=size, detail=said.detail, owned=owned)
