"""The baseline as the user names it: read, applied, written, and what of it is out of date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from estate.cli.screen import shown
from estate.pipeline import Baseline, read_baseline
from estate.report.visible import clip
from estate.report.wording import counted
from estate.writing import write

if TYPE_CHECKING:
    from estate.pipeline import Run
    from estate.pipeline.baseline import Entry

__all__ = ["known"]

_NAMED: Final = 10
"""Entries that are out of date and named one by one."""


def known(run: Run, file: Path | None, target: Path | None, *, quiet: bool) -> Run:
    """Return the run with what is known marked; write `target`, if it is given.

    What stands in `file` is known; without one, what stands in `target` once it is written.
    Raises UsageError for a file that is no baseline; it is left as it is then.
    """
    baseline = None if file is None else read_baseline(file)
    if file is not None and baseline is not None and not _same(file, target):
        _warn(file, baseline.stale(run.outcome))
    if target is not None:
        written = _write(run, target, quiet=quiet)
        baseline = baseline or written
    if baseline is None:
        return run
    return replace(run, outcome=baseline.applied(run.outcome, run.never_known))


def _same(file: Path, target: Path | None) -> bool:
    return target is not None and file.resolve() == target.resolve()


def _write(run: Run, target: Path, *, quiet: bool) -> Baseline:
    pruned = 0
    if target.exists():
        before = read_baseline(target)
        _warn(target, before.stale(run.outcome), pruned=True)
        after = before.shrunk(run.outcome, run.never_known)
        pruned = len(before.entries) - len(after.entries)
    else:
        after = Baseline.begun(run.outcome, run.never_known)
    write(target, after.text())
    if not quiet:
        number = counted(len(after.entries), "known finding")
        click.echo(f"wrote {shown(target)}: {number}, {pruned:,} taken out", err=True)
    return after


def _warn(file: Path, stale: Mapping[str, Entry], *, pruned: bool = False) -> None:
    """Say which entries are no longer found."""
    if not stale:
        return
    what = "entry is" if len(stale) == 1 else "entries are"
    mend = "taken out" if pruned else f"--write-baseline {shown(file)} takes them out"
    click.echo(f"warning: {shown(file)}: {len(stale):,} {what} no longer found; {mend}", err=True)
    for key in sorted(stale)[:_NAMED]:
        entry = stale[key]
        subject = str(entry.subject.get("id", ""))
        click.echo(f"  {key} {clip(entry.rule, 80)}: {clip(subject, 80)}", err=True)
    if len(stale) > _NAMED:
        click.echo(f"  and {len(stale) - _NAMED:,} more", err=True)
