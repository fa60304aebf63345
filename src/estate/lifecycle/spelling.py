"""Which known names lie near to a mistyped one: quick over thousands, and no ground for a match."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from estate.lifecycle.wording import key_of

__all__ = ["Spelling"]

_SHORTLIST = 24
_NEAR = 0.6


class Spelling:
    """Names by the three-letter pieces they share."""

    __slots__ = ("_pieces", "_products")

    def __init__(self, products: Mapping[str, Iterable[str]]) -> None:
        self._products = products
        self._pieces: dict[str, list[str]] = {}
        for key in products:
            for piece in _pieces(key):
                self._pieces.setdefault(piece, []).append(key)

    def nearest(self, text: str, count: int = 3) -> tuple[str, ...]:
        """Return the ids of the products whose names are nearest to the text, the nearest first."""
        wanted = key_of(text)
        shared: Counter[str] = Counter()
        for piece in _pieces(wanted):
            shared.update(self._pieces.get(piece, ()))
        ranked = sorted(shared, key=lambda key: (-shared[key] / (len(key) + len(wanted)), key))
        scored = [(_likeness(wanted, key), key) for key in ranked[:_SHORTLIST]]
        near = sorted((-score, key) for score, key in scored if score >= _NEAR)
        ids = (target.partition("@")[0] for _, key in near for target in self._products[key])
        return tuple(dict.fromkeys(ids))[:count]


def _likeness(one: str, other: str) -> float:
    import difflib  # noqa: PLC0415 - only where a name is not known

    return difflib.SequenceMatcher(None, one, other).ratio()


def _pieces(key: str) -> set[str]:
    padded = f"^{key}$"
    return {padded[at : at + 3] for at in range(len(padded) - 2)}
