"""Ids out of names."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache
from typing import Final

from estate.model.types import ID_PATTERN, LONGEST_ID

__all__ = ["clipped", "is_id", "slug"]

_ID: Final = re.compile(ID_PATTERN)
_OTHER: Final = re.compile(r"[^a-z0-9]+")
_DIGEST: Final = 10


@lru_cache(maxsize=65536)
def slug(text: str) -> str:
    """Return the text in lower case, letters and digits of ASCII joined by hyphens; "" if none.

    Accents are taken off, apostrophes left out, and `&` is read as "and".
    """
    plain = unicodedata.normalize("NFKD", text.replace("&", " and "))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _OTHER.sub("-", re.sub("['\u2019]", "", plain).lower()).strip("-")


def clipped(identifier: str) -> str:
    """Return an id no longer than the format allows: a longer one ends in a digest of the whole."""
    if len(identifier) <= LONGEST_ID:
        return identifier
    digest = hashlib.sha256(identifier.encode()).hexdigest()[:_DIGEST]
    return identifier[: LONGEST_ID - _DIGEST - 1].rstrip("-._/") + "-" + digest


def is_id(text: str) -> bool:
    """Whether the text is an id as the inventory format has them."""
    return len(text) <= LONGEST_ID and _ID.fullmatch(text) is not None
