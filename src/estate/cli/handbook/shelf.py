"""Where everything stands: the page of each rule, and what leads there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from estate.facts import Fact
from estate.report.markup import code, escaped, link
from estate.rules import Pack, Rule
from estate.rules.expression.tree import Condition, Path, paths

__all__ = ["AUTHORITIES", "FACTS", "INDEX", "Shelf", "authority_anchor", "facts_of"]

INDEX: Final = "README.md"
AUTHORITIES: Final = "authorities.md"
FACTS: Final = "facts.md"
_TAKEN: Final = ("readme", "authorities", "facts", "writing")
"""Names that no file of rules gives its page; `writing.md` stands beside the standard pack's."""


class Shelf:
    """The pages of a pack: one for each file of rules, named after it.

    `pages` gives for each page its rules, in the order of the pack; `readers` for each fact, by
    its column, the rules that read it.
    """

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.pages: dict[str, list[Rule]] = {}
        self.files: dict[str, str] = {}
        self.readers: dict[str, list[str]] = {}
        self._page: dict[str, str] = {}
        names: dict[tuple[str, str], str] = {}
        for rule in pack.rules.values():
            file = (rule.pack, rule.location.file)
            page = names.get(file) or self._new(file[1], names)
            self._page[rule.id] = names[file] = page
            self.files[page] = PurePosixPath(file[1]).name
            self.pages.setdefault(page, []).append(rule)
            for fact in facts_of(rule):
                self.readers.setdefault(fact.column, []).append(rule.id)

    @staticmethod
    def _new(file: str, names: dict[tuple[str, str], str]) -> str:
        stem = PurePosixPath(file).stem.lower()
        base = re.sub(r"[^a-z0-9]+", "-", stem).strip("-") or "rules"
        taken = {*_TAKEN, *(page.removesuffix(".md") for page in names.values())}
        name, number = base, 1
        while name in taken:
            number += 1
            name = f"{base}-{number}"
        return f"{name}.md"

    def rule(self, name: str) -> str:
        """Return a link to a rule."""
        return link(code(name), self._page[name], name)

    def fact(self, fact: Fact) -> str:
        """Return a link to a fact in the dictionary."""
        return link(code(fact.column), FACTS, fact.column)

    def authority(self, key: str) -> str:
        """Return a link to an authority."""
        return link(escaped(self.pack.authorities[key].name), AUTHORITIES, authority_anchor(key))


def authority_anchor(key: str) -> str:
    """Return the name of an authority's anchor, which no heading can have: it holds a dot."""
    return f"authority.{key}"


def facts_of(rule: Rule) -> tuple[Fact, ...]:
    """Return the facts that a rule judges by or shows as evidence, each once, as they come."""
    found = {fact.column: fact for path in _paths(rule) for fact in path.steps}
    return tuple(found.values())


def _paths(rule: Rule) -> Iterator[Path]:
    for tree in _trees(rule):
        yield from paths(tree)
    for shown in rule.evidence.values():
        yield from (path for _, path in shown)


def _trees(rule: Rule) -> Iterator[Condition]:
    rungs = (question for _, question in rule.severity.rungs)
    for question in (rule.population, rule.where, rule.when, *rungs):
        if question is not None:
            yield from question.trees.values()
