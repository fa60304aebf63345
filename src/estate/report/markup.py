"""Markdown out of untrusted text: what is written is shown as it stands, and obeyed nowhere.

Source: CommonMark 0.31 and the tables of GitHub Flavored Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final
from urllib.parse import quote, urlsplit

from estate.report.visible import visible

__all__ = [
    "anchor",
    "code",
    "escaped",
    "fenced",
    "folded",
    "fragment",
    "link",
    "prose",
    "table",
    "unlinked",
    "web_link",
]

_SPECIAL: Final = re.compile(r"[\\`*_\[\]<>~&$]")
_LEAD: Final = re.compile(r"[#=]|-{2,}|(?:[-+]|\d+[.)])(?=\s|$)")
_SPAN: Final = re.compile(r"`([^`]+)`")
_CALLS: Final = re.compile(r"@|#(?=\w)|!(?=\d)|:(?=//)|(?i:GH-(?=\d)|www(?=\.)|mailto:)")
_TICKS: Final = re.compile("`+")
_SAFE: Final = "/:?#[]@!$&'*+,;=%~"


def escaped(text: str) -> str:
    """Return a text on one line, with what Markdown would take for a sign made plain."""
    return _begun(_plain(" ".join(text.split())))


def prose(text: str) -> str:
    """Return a text on one line; what stands between backticks becomes code, the rest is plain."""
    parts = _SPAN.split(" ".join(text.split()))
    pieces = (code(part) if number % 2 else _plain(part) for number, part in enumerate(parts))
    return _begun("".join(pieces))


def _plain(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", visible(text))


def _begun(line: str) -> str:
    """Return a line that begins no list and no heading."""
    lead = _LEAD.match(line)
    return line if lead is None else f"{line[: lead.end() - 1]}\\{line[lead.end() - 1 :]}"


def unlinked(markdown: str) -> str:
    """Return Markdown in which nothing calls a person, a ticket or a place on the web by itself.

    GitHub and GitLab turn `@name`, `#12` and bare addresses into links, and tell people; an
    invisible word joiner keeps them from it.
    """
    return _CALLS.sub(lambda found: found[0][0] + "\u2060" + found[0][1:], markdown)


def code(text: str) -> str:
    """Return a text on one line as code, whatever backticks are in it."""
    shown = visible(" ".join(text.split()))
    ticks = "`" * (_longest_run(shown) + 1)
    space = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{ticks}{space}{shown}{space}{ticks}" if shown else "``` ```"


def fenced(text: str, language: str = "") -> list[str]:
    """Return lines of text as a block, whatever backticks are in it."""
    ticks = "`" * max(3, _longest_run(text) + 1)
    lines = (visible(line) for line in text.rstrip("\n").split("\n"))
    return [f"{ticks}{language}", *lines, ticks]


def _longest_run(text: str) -> int:
    return max(map(len, _TICKS.findall(text)), default=0)


def folded(summary: str, lines: Iterable[str]) -> Iterator[str]:
    """Yield lines that are shown once somebody opens them; the summary is plain text."""
    safe = visible(summary).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    yield from ("<details>", f"<summary>{safe}</summary>", "", *lines, "", "</details>")


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield a table of cells that are Markdown already."""
    yield _row(head)
    yield "|" + "---|" * len(head)
    yield from map(_row, rows)


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def fragment(name: str) -> str:
    """Return the part of an address that leads to an anchor: no two names have the same."""
    return re.sub(r"[^a-z0-9._-]", lambda found: f"~{ord(found[0]):x}~", name)


def anchor(name: str) -> str:
    """Return an anchor that `fragment` of the same name leads to."""
    return f'<a id="{fragment(name)}"></a>'


def link(text: str, page: str, name: str = "") -> str:
    """Return a link to a page of ours, or to an anchor on it; the text is Markdown already."""
    return f"[{text}]({page}{'#' + fragment(name) if name else ''})"


def web_link(url: str) -> str:
    """Return a link to a place on the web; anything else is shown and leads nowhere."""
    try:
        known = urlsplit(url).scheme in {"http", "https"}
    except ValueError:
        known = False
    return f"[{escaped(url)}](<{quote(url, safe=_SAFE)}>)" if known else code(url)
