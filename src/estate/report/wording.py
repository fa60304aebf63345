"""Numbers and lists as people write them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from estate.findings import Acceptance, Subject

__all__ = ["age", "commonest", "counted", "listed", "organisations_of"]


def counted(number: int, noun: str, plural: str = "") -> str:
    """Return `1 finding`, `1,200 findings`: a number with its noun."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def listed(words: Sequence[str]) -> str:
    """Return `a`, `a and b`, `a, b and c`."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def age(then: date, now: date) -> str:
    """Return how old something of `then` is on the day `now`, in days."""
    days = (now - then).days
    if days < 0:
        return f"{counted(-days, 'day')} in the future"
    return f"{counted(days, 'day')} old"


def organisations_of(shared: Subject | Acceptance, names: Mapping[str, str]) -> str:
    """Return the names of the organisations that share something, or say that none is known."""
    found = [names.get(key, key) for key in shared.organisations]
    return listed(found) if found else "no organisation recorded"


def commonest(words: Iterable[str]) -> list[tuple[str, int]]:
    """Return each word with how often it comes, the commonest first, ties in alphabetical order."""
    return sorted(Counter(words).items(), key=lambda item: (-item[1], item[0]))
