"""Numbers and lists as people write them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from estate.findings import Acceptance, Subject
from estate.findings.naming import plain_name

__all__ = [
    "age",
    "commonest",
    "counted",
    "day",
    "grounds",
    "listed",
    "organisations_of",
    "shortened",
]

_GIVEN: Final = ("policy.", "today", "catalogue_as_of")
"""Facts that are the same for every subject: they say how a rule is set, not what is the matter."""
_LATENT: Final = frozenset({"software_as_a_service", "match", "standing"})
"""Facts that keep a subject in a rule's population, and say nothing of it by themselves."""


def grounds(facts: Iterable[tuple[str, str]]) -> list[str]:
    """Return what a finding rests on in words: `support ends: 2027-02-28`.

    What is not recorded comes last, in one piece. The setting of the rule is left out.
    """
    known: list[str] = []
    missing: list[str] = []
    for name, value in facts:
        if name.startswith(_GIVEN) or name in _LATENT:
            continue
        words = plain_name(name)
        if value == "unknown":
            missing.append(words)
        elif value in {"true", "false"}:
            known.append(words if value == "true" else f"{words}: no")
        else:
            known.append(f"{words}: {value}")
    return [*known, f"not recorded: {listed(missing)}"] if missing else known


def shortened(text: str, longest: int) -> str:
    """Return a text of at most `longest` characters, cut between words with an ellipsis."""
    if len(text) <= longest:
        return text
    head = text[: longest - 1]
    return (head.rpartition(" ")[0] or head).rstrip(" ,;:") + "…"


def counted(number: int, noun: str, plural: str = "") -> str:
    """Return `1 finding`, `1,200 findings`: a number with its noun."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def listed(words: Sequence[str]) -> str:
    """Return `a`, `a and b`, `a, b and c`."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def day(on: date) -> str:
    """Return a day as people write it: `21 Nov 2026`."""
    return f"{on.day} {on:%b} {on.year}"


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
