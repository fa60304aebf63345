"""The report on a reorganisation: who takes over what, and what there is to do until then."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from estate.cli.reports.asked import Report

if TYPE_CHECKING:
    from estate.cli.reports.asked import Asked, Content

__all__ = ["REORGANISATION"]

_ENDS: Final = {
    "html": "html",
    "json": "json",
    "markdown": "md",
    "csv": "csv",
    "text": "txt",
}
"""The formats, with the ends of their files' names."""


def _files(asked: Asked) -> dict[str, Content]:
    from estate.cli.reorganisation import rendered  # noqa: PLC0415 - not for help
    from estate.cli.targets import Target  # noqa: PLC0415 - as above
    from estate.pipeline.merging import reorganisation  # noqa: PLC0415 - as above

    told = reorganisation(asked.run)
    names = {form: f"reorganisation.{_ENDS[form]}" for form in asked.formats}
    return {
        name: rendered(asked.said, told, Target(form, Path(name))) for form, name in names.items()
    }


REORGANISATION: Final = Report(tuple(_ENDS), _files)
