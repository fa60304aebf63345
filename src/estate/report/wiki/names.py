"""Names of pages: safe in every file system and address, and the same from one run to the next."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

__all__ = ["names_of"]

_LONGEST: Final = 60
"""Characters of what a name takes from one text."""
_DIGITS: Final = 8


def names_of(kind: str, keys: Iterable[tuple[str, ...]]) -> Mapping[tuple[str, ...], str]:
    """Return the name of a page for each key, none like another, even where case does not count.

    A name is made of the words of its key. Where these do not tell keys apart, or are not all of
    it, it ends in a digest of the key, so that it stays the same whatever other pages there are.
    """
    every = list(dict.fromkeys(keys))
    plain = {key: "-".join([kind, *map(_slug, key)]) for key in every}
    often = Counter(plain.values())
    return {
        key: name if often[name] == 1 and all(map(_faithful, key)) else f"{name}-{_digest(key)}"
        for key, name in plain.items()
    }


def _slug(text: str) -> str:
    """Return the words of a text in small letters and digits, joined by hyphens."""
    letters = unicodedata.normalize("NFKD", text[: 4 * _LONGEST]).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", letters.lower()).strip("-")[:_LONGEST].strip("-") or "x"


def _faithful(text: str) -> bool:
    """Whether the words are all that there is to a text but for its case."""
    return _slug(text) == text.lower().replace(" ", "-")


def _digest(key: tuple[str, ...]) -> str:
    said = "\0".join(key).encode("utf-8", "surrogatepass")
    return hashlib.sha256(said).hexdigest()[:_DIGITS]
