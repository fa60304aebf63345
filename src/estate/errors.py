"""What can go wrong, said in one shape.

A `Problem` is one thing wrong with what the user gave us, with the place where it stands.
Every room gathers all the problems it meets and raises one `EstateError` that carries them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from estate.frozen import frozen

__all__ = [
    "AcceptanceError",
    "CatalogueError",
    "ConfigError",
    "EditError",
    "EstateError",
    "ExchangeError",
    "Fault",
    "InventoryError",
    "Location",
    "MergeError",
    "OutputError",
    "Problem",
    "ReportError",
    "RuleError",
    "UsageError",
    "nearest",
    "quoted",
]


_LONGEST_WORD: Final = 200
_LONGEST_QUOTED: Final = 60


@frozen
class Location:
    """A stretch of a file: 1-based lines and columns, columns in characters, end exclusive.

    `text` is the source line at `line`, without its line break, so that a reporter can show it;
    it is no part of what orders them.
    """

    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    text: str = ""

    def __lt__(self, other: Location) -> bool:
        """Stand before another: by file, then from where on, then until where."""
        return self._order < other._order

    @property
    def _order(self) -> tuple[object, ...]:
        return self.file, self.line, self.column, self.end_line, self.end_column


@frozen
class Problem:
    """One thing wrong with the input.

    `rule` is the pseudo-rule it counts under (`invalid-yaml`, `invalid-field`,
    `unknown-reference`, `duplicate-id`, `illegal-relation`, `impossible-dates`, or a room's own).
    `message` says what was found; `expected` what would have been right; `nearest` the closest
    valid spelling, if there is one; `related` other places that explain it.
    """

    rule: str
    message: str
    location: Location
    expected: str = ""
    nearest: str = ""
    related: tuple[tuple[Location, str], ...] = ()

    def __str__(self) -> str:
        """Return one line: `file:line:column: message (expected …; did you mean …?)`."""
        extra = [f"expected {self.expected}"] if self.expected else []
        extra += [f"did you mean {self.nearest!r}?"] if self.nearest else []
        where = f"{self.location.file}:{self.location.line}:{self.location.column}"
        return f"{where}: {self.message}" + (f" ({'; '.join(extra)})" if extra else "")


class EstateError(Exception):
    """Something in the user's input or options is wrong: exit code 2.

    `problems` holds every problem of the run, in the order of file, line and column.
    """

    def __init__(self, message: str, problems: Iterable[Problem] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.problems: tuple[Problem, ...] = tuple(
            sorted(problems, key=lambda p: (p.location, p.rule, p.message))
        )


class InventoryError(EstateError):
    """An inventory that does not load."""


class ConfigError(EstateError):
    """An `estate.yaml` that does not load."""


class RuleError(EstateError):
    """A rule pack that does not load, or a rule that asks for a fact that does not exist."""


class AcceptanceError(EstateError):
    """An acceptance that cannot be signed or written."""


class CatalogueError(EstateError):
    """A lifecycle catalogue that does not load."""


class ExchangeError(EstateError):
    """A foreign file or a mapping that cannot be read or written."""


class ReportError(EstateError):
    """A report that cannot be made."""


class EditError(EstateError):
    """A change to a file of ours that cannot be made without harm."""


class MergeError(EstateError):
    """Estates that cannot be made one, or one that cannot be parted."""


class OutputError(EstateError):
    """A file that cannot be written."""


class UsageError(EstateError):
    """Options or arguments that make no sense together."""


class Fault(Exception):  # noqa: N818 - "fault" is the word the contract uses for our own mistakes
    """A fault in the program, never in the input: exit code 3. Names what was being done."""


def nearest(word: str, candidates: Iterable[str]) -> str:
    """Return the candidate closest to `word`, or "" when none is close.

    Ties and order of `candidates` do not matter: the alphabetically first of the best wins. Upper
    and lower case, and - and _, count as the same.
    """
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only where something is misspelt

    if len(word) > _LONGEST_WORD:
        return ""
    found = process.extractOne(
        word, sorted(candidates), scorer=fuzz.ratio, processor=_plain, score_cutoff=60
    )
    return str(found[0]) if found else ""


def _plain(word: str) -> str:
    return word.lower().replace("_", "-")


def quoted(text: str) -> str:
    """Return a text as a message shows it: in quotes, in one line, cut if it is long."""
    return repr(text if len(text) <= _LONGEST_QUOTED else text[:_LONGEST_QUOTED] + "…")
