"""What SARIF asks of texts, addresses and severities."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote

from estate.errors import Location
from estate.findings import Outcome, Severity
from estate.report.findings_json import Json
from estate.report.visible import clip, visible

__all__ = ["RANKS", "ROOT", "WHOLE", "level", "message", "physical", "plain", "words"]

ROOT: Final = "%SRCROOT%"
"""What paths are relative to; whoever reads the file knows where it is."""
WHOLE: Final = Location("estate.yaml", 1, 1, 1, 1)
"""Where code scanning shows what stands in no file: it refuses a result without a place."""
RANKS: Final[dict[Severity, int]] = {
    "critical": 100,
    "high": 75,
    "medium": 50,
    "low": 25,
    "info": 0,
}
_LONGEST: Final = 2000
_LEVELS: Final[dict[Severity, str]] = {
    "critical": "error",
    "high": "error",
    "medium": "warning",
    "low": "note",
    "info": "note",
}


def level(severity: Severity, kind: str, outcome: Outcome) -> str:
    """Return the level of a finding: code scanning stops a change at an error.

    A gap is a note where the estate's policy only reports gaps.
    """
    return "note" if kind == "gap" and not outcome.gaps_fail else _LEVELS[severity]


def words(text: str) -> str:
    """Return a text as a property holds it: nothing invisible in it."""
    return visible(text)


def plain(text: str) -> str:
    """Return a text as the text of a message: braces doubled, nothing a link (3.11.5, 3.11.6)."""
    shown = clip(text, _LONGEST).replace("{", "{{").replace("}", "}}")
    if "](" not in shown:
        return shown
    return shown.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def message(text: str) -> dict[str, Json]:
    """Return a plain text as a message."""
    return {"text": plain(text)}


def physical(at: Location, folder: str) -> Json:
    """Return a place in a file; the path is an address relative to the repository's root."""
    # Whatever a file is called, lone surrogates too, comes out as an address.
    path = quote((folder + at.file).encode("utf-8", "surrogatepass"))
    return {
        "artifactLocation": {"uri": path, "uriBaseId": ROOT},
        "region": {
            "startLine": at.line,
            "startColumn": at.column,
            "endLine": at.end_line,
            "endColumn": at.end_column,
        },
    }
