"""The names of facts as people say them."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["plain_name"]

_PLACE: Final = re.compile(r"\[([^\[\]]*)\]")
_OWN: Final = ("asset.", "source.")
"""What leads to the record that a finding is about anyhow."""
_SHORT: Final = frozenset({"rto", "rpo", "mtpd", "sla", "mfa", "psn"})


def plain_name(name: str) -> str:
    """Return the name of a fact in plain words: `hardware support ends`.

    Of a member of a list, what is told of it comes first: `competing (marram)`. A name of one word
    that is known by its initials is written in capitals.
    """
    for lead in _OWN:
        name = name.removeprefix(lead)
    member = _PLACE.search(name)
    if member is None:
        return _words(name)
    whose, told = member[1].rpartition(":")[2], _words(name[member.end() :])
    return f"{told} ({whose})" if told else f"{_words(name[: member.start()])} {whose}"


def _words(name: str) -> str:
    words = name.replace(".", " ").replace("_", " ").split()
    return " ".join(word.upper() if word in _SHORT else word for word in words)
