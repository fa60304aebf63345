"""Whose each record is: what goes with some organisations, what stays, and what is nobody's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from estate.errors import MergeError, nearest, quoted
from estate.frozen import frozen
from estate.model import Agreement, Entry, Estate, Organisation

__all__ = ["Division", "division", "standing_for"]


@frozen
class Division:
    """The records of an estate as some organisations leave it.

    `theirs` are the organisations, with the shared services that they are members of. `kept` are
    the ids of all that goes with them; `slim` are other organisations that are named, and go with
    them without their money.
    """

    theirs: frozenset[str]
    kept: frozenset[str]
    slim: frozenset[str]


def standing_for(estate: Estate, asked: Iterable[str]) -> frozenset[str]:
    """Return organisations, and the shared services of which one of them is a member.

    Raises MergeError for an id that is no organisation's.
    """
    organisations = estate.of("organisation")
    found = set(asked)
    for key in sorted(found - organisations.keys()):
        close = nearest(key, organisations)
        hint = f"; did you mean {close!r}?" if close else ""
        raise MergeError(f"there is no organisation {quoted(key)}{hint}")
    while True:
        more = {
            key
            for key, entry in organisations.items()
            if isinstance(entry, Organisation) and found & set(entry.members or ())
        }
        if more <= found:
            return frozenset(found)
        found |= more


def division(estate: Estate, asked: Iterable[str], named: Mapping[str, frozenset[str]]) -> Division:
    """Return what goes with some organisations. `named` gives the ids that each record names.

    Theirs is what one of them has, alone or with others. What belongs to no organisation, or to
    partners alone, goes with whatever names it; where nothing does, with everybody. Raises
    MergeError as `standing_for`.
    """
    theirs = standing_for(estate, asked)
    partners = frozenset(_partners(estate))
    sides = {entry.id: _side(entry, theirs, partners) for entry in estate}
    nobodys = {key for key, side in sides.items() if side is None}
    ours = _reached((key for key, side in sides.items() if side), named, nobodys)
    others = _reached((key for key, side in sides.items() if side is False), named, nobodys)
    kept = {key for key, side in sides.items() if side} | (nobodys - (others - ours))
    slim = _slim(estate, theirs, kept, named)
    return Division(theirs, frozenset(kept), slim)


def _partners(estate: Estate) -> Iterator[str]:
    """Yield the organisations that one deals with, and that do not part themselves."""
    for key, entry in estate.of("organisation").items():
        if isinstance(entry, Organisation) and entry.type in ("partner", "other"):
            yield key


def _side(entry: Entry, theirs: frozenset[str], partners: frozenset[str]) -> bool | None:
    """Whether a record is theirs; None if it is nobody's who parts."""
    if isinstance(entry, Organisation):
        if entry.id in theirs:
            return True
        return False if entry.budget or entry.envelopes else None
    owners: Iterable[str] | None = getattr(entry, "organisation", None)
    if not owners and isinstance(entry, Agreement):
        owners = entry.parties
    if not owners or partners.issuperset(owners):
        return True if owners and not theirs.isdisjoint(owners) else None
    return not theirs.isdisjoint(owners)


def _reached(
    starts: Iterable[str], named: Mapping[str, frozenset[str]], within: set[str]
) -> set[str]:
    """Return what is named from somewhere, on and on, as far as it is nobody's."""
    found: set[str] = set()
    todo = list(starts)
    while todo:
        more = named.get(todo.pop(), frozenset()) & within
        todo += more - found
        found |= more
    return found


def _slim(
    estate: Estate, theirs: frozenset[str], kept: set[str], named: Mapping[str, frozenset[str]]
) -> frozenset[str]:
    """Return the other organisations that have to be there because something names them."""
    organisations = estate.of("organisation").keys()
    found: set[str] = set()
    todo = list(kept)
    while todo:
        for key in named.get(todo.pop(), frozenset()) - found:
            if key not in kept and key in organisations:
                found.add(key)
                todo.append(key)
            elif key not in kept and key not in found:
                found_owners = getattr(estate.get(key), "organisation", None) or ()
                for owner in set(found_owners) & organisations - kept - found:
                    found.add(owner)
                    todo.append(owner)
    return frozenset(found - theirs)
