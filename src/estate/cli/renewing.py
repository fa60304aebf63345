"""An import that comes again, told and written."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from estate.cli.options import Invocation
from estate.cli.screen import say, shown
from estate.exchange import convert, report_text
from estate.exchange.update import plan_text
from estate.pipeline.renewing import renewal_of
from estate.writing import write_together

__all__ = ["renew"]


def renew(
    said: Invocation,
    files: tuple[Path, ...],
    mapping: Path,
    root: Path,
    *,
    conflicts: Literal["keep", "take"],
    retire: bool,
    dry_run: bool,
) -> None:
    """Tell what an import that comes again changes, and write it. Raises EstateError."""
    imported = convert(mapping, files)
    done = renewal_of(imported, root, conflicts=conflicts, retire=retire)
    if not dry_run:
        write_together({path: [text] for path, text in done.texts.items()})
    if said.quiet:
        return
    limit = None if said.verbose else 20
    verb = "would write" if dry_run else "wrote"
    plan = plan_text(done.plan, (), imported.name, retire=retire, shown=limit)
    say(report_text(imported, shown=limit), plan.rstrip("\n"))
    if done.inventory:
        say("", *(f"{verb} {shown(path)}" for path in done.inventory))
