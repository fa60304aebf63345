"""A template filled with values and set by Typst."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from estate.errors import ReportError

__all__ = ["paper"]


def paper(template: Traversable, values: Mapping[str, Any], *, what: str, as_of: date) -> bytes:
    """Return the PDF of `what`, made of a template and of values as `shown` gives them.

    The template goes on where the shared style ends. Raises ReportError where Typst is missing or
    refuses it.
    """
    try:
        import typst  # noqa: PLC0415 - an extra, and large
    except ImportError as error:
        raise ReportError(f"a PDF of {what} needs Typst: pip install 'estate[register]'") from error
    style = files("estate.report.paper").joinpath("templates", "paper.typ")
    try:
        made: bytes = typst.compile(
            style.read_bytes() + template.read_bytes(),
            format="pdf",
            pdf_standards=["ua-1"],
            ignore_system_fonts=True,
            sys_inputs={"values": json.dumps(values, ensure_ascii=False)},
            timestamp=datetime(as_of.year, as_of.month, as_of.day, tzinfo=UTC),
        )
    except typst.TypstError as error:
        raise ReportError(f"{what} cannot be set: {error.message}") from error
    return made
