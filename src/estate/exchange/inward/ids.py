"""Ids for what comes from elsewhere: the same from run to run, whatever the order of the file."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from estate.exchange.table.slug import clipped, is_id, slug

__all__ = ["Claim", "ids_of"]

_DIGEST: Final = 8

Claim = tuple[str, Sequence[str], str]
"""The kind of a record, the names it would go by, the best first, and what the foreign file knows
it by, whatever the file is called."""


def ids_of(claims: Mapping[str, Claim]) -> dict[str, str]:
    """Return an id for every key: its first name that is no other's, else one with a digest.

    Where several claim a name, none of them gets it, so that no id hangs on who comes first. The
    digest is of what the foreign file knows the thing by, and of the key where that is not enough.
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    waiting = {key: _offers(*claim[:2]) for key, claim in claims.items()}
    for level in range(max(map(len, waiting.values()), default=0)):
        offered = {key: offers[min(level, len(offers) - 1)] for key, offers in waiting.items()}
        counts = Counter(offered.values())
        alone = {k: o for k, o in offered.items() if counts[o] == 1 and o not in taken}
        # A name that several wanted at this level stays nobody's.
        taken |= set(offered.values())
        found |= alone
        waiting = {key: offers for key, offers in waiting.items() if key not in alone}
    marks = Counter((waiting[key][0], claims[key][2]) for key in waiting)
    for key in sorted(waiting):
        name, mark = waiting[key][0], claims[key][2]
        found[key] = _with_digest(name, mark if marks[name, mark] == 1 else key, taken)
        taken.add(found[key])
    return found


def _offers(kind: str, names: Sequence[str]) -> list[str]:
    plain = [name if is_id(name) else clipped(slug(name)) for name in names]
    offers = list(dict.fromkeys(name for name in plain if name)) or [kind]
    return [*offers, clipped(f"{offers[0]}-{kind}")]


def _with_digest(name: str, mark: str, taken: set[str]) -> str:
    whole = hashlib.sha256(mark.encode("utf-8", "surrogatepass")).hexdigest()
    length = _DIGEST
    while (offer := clipped(f"{name}-{whole[:length]}")) in taken and length < len(whole):
        length += _DIGEST
    return offer
