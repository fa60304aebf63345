"""What a report is asked for, and what the command knows of each report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from estate.frozen import frozen

if TYPE_CHECKING:
    from estate.cli.options import Invocation
    from estate.cli.screen import Progress
    from estate.pipeline import Loaded, Run

__all__ = ["Asked", "Content", "Report"]

Content: TypeAlias = Iterable[str | bytes]
"""What a file holds, in pieces."""


@frozen
class Asked:
    """A judged estate, and what of the report about it is wanted.

    `loaded` is what the run was judged from: a report may judge it on another day.
    """

    said: Invocation
    loaded: Loaded
    run: Run
    tell: Progress
    formats: tuple[str, ...]
    since: str | None = None
    redact: bool = False
    history: bool = True

    @property
    def shown(self) -> Run:
        """What the report shows: the run; for the public, what may be published of it."""
        if not self.redact:
            return self.run
        from estate.pipeline.publishing import published  # noqa: PLC0415 - only for the public

        return published(self.run)


@frozen
class Report:
    """One report: its formats, the options that it takes, and what makes its files.

    `files` returns them by their names below the folder of reports. `explain_unknown` is whether
    the report tells what each open question lacks.
    """

    formats: tuple[str, ...]
    files: Callable[[Asked], Mapping[str, Content]]
    options: frozenset[str] = frozenset()
    explain_unknown: bool = False
