"""The ways from a service down to the software that an exception covers, as small pictures."""

from __future__ import annotations

from typing import Final

from estate.findings import Step
from estate.report.register.document import Block, Chain, Link, Prose
from estate.report.register.entry import Entry
from estate.report.register.words import one_line
from estate.report.wording import counted

__all__ = ["chains_of", "software_in_words"]

_MOST: Final = 5
"""Ways that a page shows: the most critical services come first."""


def chains_of(entry: Entry) -> tuple[Block, ...]:
    """Return a chain for each way, and a sentence for those that are left out."""
    routes = entry.acceptance.routes
    if not routes:
        return (Prose("No service is recorded that rests on it."),)
    chains: list[Block] = [_chain(entry, route) for route in routes[:_MOST]]
    if len(routes) > _MOST:
        chains.append(Prose(f"{counted(len(routes) - _MOST, 'further way')} not shown.", "quiet"))
    return tuple(chains)


def software_in_words(detail: tuple[tuple[str, str | tuple[str, ...]], ...]) -> str:
    """Return the product and version of an installation: `oracle-database 12.2`.

    A version in brackets says that it is withheld, which the head of the report says for all.
    """
    known = dict(detail)
    said = [str(known[key]) for key in ("product", "version") if known.get(key)]
    return " ".join(each for each in said if not each.startswith("("))


def _chain(entry: Entry, route: tuple[Step, ...]) -> Chain:
    links = [Link(one_line(step.name or step.id, 60), _kind(step.kind)) for step in route]
    installed = [
        software_in_words(found.subject.detail)
        for found in entry.found
        if route and found.subject.id == route[-1].id and found.subject.kind == "installation"
    ]
    links += [Link(one_line(name, 60), "Software") for name in installed[:1] if name]
    if len(installed) > 1:
        last = links[-1]
        links[-1] = Link(f"{last.name} and {len(installed) - 1} more", last.kind)
    said = ", which rests on ".join(f"{link.kind.lower()} {link.name}" for link in links)
    return Chain(tuple(links), f"{said[:1].upper()}{said[1:]}.")


def _kind(kind: str) -> str:
    return kind.replace("-", " ").upper() if kind == "api" else kind.replace("-", " ").capitalize()
