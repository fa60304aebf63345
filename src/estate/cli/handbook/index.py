"""The index of all rules, with what one must know to read their pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from estate.cli.handbook.shelf import AUTHORITIES, FACTS, Shelf
from estate.findings import SEVERITIES
from estate.report.markup import code, escaped, link, table
from estate.report.wording import counted
from estate.rules import Rule

__all__ = ["index", "severity_range"]

_READING: Final = """\
## How to read a rule

A rule is a question about one subject: a server, an installation, a contract. Where its condition
is true, that is a finding. A condition speaks of [facts]({facts}) and of nothing else.

- A **fault** is wrong; a **gap** is unrecorded. Gaps are printed as one line per rule and
  organisation, and fail a run only where `policy.gaps: fail` says so.
- The **population** is what the rule asks about. Of things that have a state these are the ones
  that are effectively live or retiring, unless the rule says otherwise.
- **Unknown is never a pass.** A fact that nobody has written down is unknown, and so is the
  answer, unless the rest of the condition decides it alone. A subject is *outside* where the
  question is not about it, else *failed*, *passed* or *unknown*, and every report counts them all.
- A **severity** with several steps takes the first whose condition certainly holds.
- A **parameter** is a number, a text or a term that an estate sets in its `estate.yaml`.
"""
_EXAMPLES: Final = """\
## Examples

Each rule carries small estates that fail it, pass it, or leave it unknown. They are inventories in
the ordinary format, and `estate rules test` runs every one. An example never expires, because it
brings its own world:

- `as_of` is the day on which it is judged. Every example has one.
- `products` are all the products it knows: the lifecycle catalogue that travels with the program
  is not there.
- `catalogue_as_of` is the day of which its catalogue speaks, for the rules that ask how old the
  catalogue is. Without it the catalogue is older than everything.

What `estate.yaml` decides is at its defaults in an example."""


def index(shelf: Shelf, guide: str) -> Iterator[str]:
    """Yield the index; `guide` is the page on how to write a rule, if there is one beside it."""
    rules = list(shelf.pack.rules.values())
    yield "# Rules"
    yield ""
    total, files = counted(len(rules), "rule"), counted(len(shelf.pages), "file")
    yield f"{total} in {files}: {_kinds(rules)}. Beside them stand"
    yield f"the {link('facts', FACTS)} that conditions speak of and the"
    yield f"{link('authorities', AUTHORITIES)} that the rules rest on."
    if guide:
        yield f"{link('Writing a rule', guide)} says how to add one, or to change one."
    yield ""
    yield from _counts(shelf, rules)
    yield ""
    yield from _READING.format(facts=FACTS).splitlines()
    yield ""
    yield from _EXAMPLES.splitlines()
    for page, found in shelf.pages.items():
        yield from _family(shelf, page, found)


def _kinds(rules: Iterable[Rule]) -> str:
    kinds = Counter(rule.kind for rule in rules)
    faults, gaps = counted(kinds["fault"], "fault"), counted(kinds["gap"], "gap")
    return f"{faults} and {gaps}"


def _counts(shelf: Shelf, rules: list[Rule]) -> Iterator[str]:
    head = ("file", "rules", *SEVERITIES)
    rows = [_row(link(code(shelf.files[page]), page), found) for page, found in shelf.pages.items()]
    yield from table(head, [*rows, _row("all", rules)])
    yield ""
    yield "A rule whose severity has several steps counts under its worst."


def _row(name: str, rules: list[Rule]) -> tuple[str, ...]:
    worst = Counter(rule.severity.worst for rule in rules)
    return (
        name,
        f"{len(rules):,}",
        *(f"{worst[each]:,}" if worst[each] else "" for each in SEVERITIES),
    )


def _family(shelf: Shelf, page: str, rules: list[Rule]) -> Iterator[str]:
    name = shelf.files[page]
    yield ""
    yield f"## {escaped(name)}"
    yield ""
    rows = (
        (
            shelf.rule(rule.id),
            severity_range(rule),
            rule.kind,
            ", ".join(rule.subjects),
            _title(rule),
        )
        for rule in rules
    )
    off = [rule.id for rule in rules if rule.id in shelf.pack.not_run]
    yield from table(("rule", "severity", "kind", "about", "it finds"), rows)
    if off:
        yield ""
        yield f"Not run here: {', '.join(map(code, off))}."


def _title(rule: Rule) -> str:
    return escaped(rule.title)


def severity_range(rule: Rule) -> str:
    """Return the severities that a rule can give, from the worst to the least."""
    given = {*(rung for rung, _ in rule.severity.rungs), rule.severity.last}
    return ", ".join(each for each in SEVERITIES if each in given)
