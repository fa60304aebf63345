"""Regular expressions that cannot run away.

A mapping may come with a pull request, and a cell from anywhere. So a pattern is short, reads at
most 256 characters of a cell, and has no look-around, no back-reference and no repetition of a
group that itself repeats or chooses. What is left can be tried in a number of ways that is counted
before anything runs: 256 for each quantifier without an end and for a start that is not anchored,
two for each `?` and `|`, the width of each bounded range; their product is limited.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from estate.exchange.table.cells import Misfit

__all__ = ["LONGEST_TEXT", "compiled", "search"]

LONGEST_PATTERN: Final = 200
LONGEST_TEXT: Final = 256
_MOST_WAYS: Final = LONGEST_TEXT**3
_REFUSED: Final = ("(?=", "(?!", "(?<", "(?(", "(?>", "(?P=")
_TOKEN: Final = re.compile(
    r"\\(?P<escaped>.)"
    r"|\[\^?\]?(?:\\.|[^\]\\])*\]"
    r"|(?P<open>\((?:\?P<\w+>|\?:|\?[a-z]+(?=\)))?)"
    r"|(?P<close>\))"
    r"|(?P<choice>\|)"
    r"|(?P<quantifier>[*+?]|\{(?P<least>\d*)(?P<comma>,?)(?P<most>\d*)\})"
    r"|.",
    re.DOTALL,
)


@lru_cache(maxsize=1024)
def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern. Raises ValueError that says what is not allowed."""
    if len(pattern) > LONGEST_PATTERN:
        message = f"a pattern has at most {LONGEST_PATTERN} characters"
        raise ValueError(message)
    try:
        ready = re.compile(pattern)
    except re.error as error:
        message = f"no regular expression: {error}"
        raise ValueError(message) from error
    if any(start in pattern for start in _REFUSED):
        message = "a pattern has no look-around, conditions, atomic groups or back-references"
        raise ValueError(message)
    if _ways(pattern) > _MOST_WAYS:
        message = "the pattern has too many ways to match: anchor it with ^, use fewer * and +"
        raise ValueError(message)
    return ready


def _ways(pattern: str) -> int:
    """Count the ways in which one cell can be tried; raise ValueError where there is no bound."""
    ways = 1 if pattern.startswith("^") else LONGEST_TEXT
    varied = [False]
    closed = False
    for token in _TOKEN.finditer(pattern):
        if (token["escaped"] or "").isdigit():
            message = "a pattern has no back-references"
            raise ValueError(message)
        width = _width(token)
        if closed and width != 1 and token.group() != "?":
            message = "a pattern does not repeat a group that itself repeats or chooses"
            raise ValueError(message)
        ways *= width
        varied[-1] |= width != 1
        closed = False
        if token["open"]:
            varied.append(False)
        elif token["close"]:
            closed = varied.pop()
            varied[-1] |= closed
    return ways


def _width(token: re.Match[str]) -> int:
    """Return in how many ways one token can go; a repetition of n alone goes one way."""
    if token["choice"] or token.group() == "?":
        return 2
    if not token["quantifier"]:
        return 1
    if token.group() in {"*", "+"} or (token["comma"] and not token["most"]):
        return LONGEST_TEXT
    least = int(token["least"] or 0)
    repeated = int(token["most"]) - least + 1 if token["most"] else 1
    return max(repeated, 2 if least > 1 else 1)


def search(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Search in a cell. Raises Misfit where the text is too long to be matched."""
    if len(text) > LONGEST_TEXT:
        message = f"longer than the {LONGEST_TEXT} characters that a pattern reads"
        raise Misfit(message)
    return pattern.search(text)
