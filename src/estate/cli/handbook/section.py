"""A rule's place on the page of its family: everything that it says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from estate.cli.handbook.shelf import FACTS, INDEX, Shelf, facts_of
from estate.cli.handbook.yaml import as_yaml
from estate.report.markup import code, escaped, fenced, folded, link, prose, table
from estate.report.wording import listed
from estate.rules import Example, Parameter, Rule

__all__ = ["section"]

_LONG: Final = 16
"""Lines from which an example is folded."""
_MEASURE: Final = 88
_WORD: Final = re.compile(r"""(?:"[^"]*"|'[^']*'|[^\s"']|["'])+""")
_KINDS: Final = {
    "fault": "fault: what it finds is wrong",
    "gap": "gap: what it finds is unrecorded",
}
_SENTENCES: Final = {"fails": "It fails", "passes": "It passes", "unknown": "It is unknown"}
_COUNTED: Final = {
    "fails": ("fails", "fail"),
    "passes": ("passes", "pass"),
    "unknown": ("is unknown", "are unknown"),
}


def section(shelf: Shelf, rule: Rule) -> Iterator[str]:
    """Yield the lines about one rule."""
    yield f"## {rule.id}"
    yield ""
    yield f"**{escaped(rule.title)}**"
    yield ""
    if rule.id in shelf.pack.not_run:
        yield f"> Not run: {escaped(shelf.pack.not_run[rule.id])}."
        yield ""
    yield from _facts_about(rule)
    yield ""
    yield "**A finding when**"
    yield ""
    yield from fenced(wrapped(rule.when.text), "python")
    yield ""
    yield f"**It says** {code(rule.message)}"
    yield from _prose("Why", rule.why)
    yield from _prose("What to do", rule.fix)
    yield ""
    yield from _sources(shelf, rule)
    yield from _parameters(rule)
    yield from _examples(rule)


def _facts_about(rule: Rule) -> Iterator[str]:
    subjects = [link(kind, FACTS, kind) for kind in rule.subjects]
    yield f"- Severity: {_severity(rule)}"
    yield f"- Kind: {_KINDS[rule.kind]}"
    yield f"- About: {', '.join(subjects)}"
    yield f"- Population: {_population(rule)}"
    if rule.where is not None:
        yield f"- Of those, where: {code(rule.where.text)}"
    if rule.unknown_is_gap:
        yield "- Where the answer is unknown: a gap of this rule"
    if rule.voids:
        yield "- An acceptance in which it finds something does not count"
    if rule.comparison:
        yield "- Judged only where two estates are compared"
    yield from _acceptance(rule)
    if rule.since:
        yield f"- Since: {escaped(rule.since)}"


def _severity(rule: Rule) -> str:
    rungs = [f"**{rung}** where {code(asked.text)}" for rung, asked in rule.severity.rungs]
    return "; ".join([*rungs, f"{'else ' if rungs else ''}**{rule.severity.last}**"])


def _population(rule: Rule) -> str:
    if rule.population is None:
        return "every one"
    whose = "those whose asset is" if rule.subjects == ("installation",) else "those"
    return f"{whose} effectively live or retiring ({code(rule.population.text)})"


def _acceptance(rule: Rule) -> Iterator[str]:
    if not rule.acceptable:
        yield "- Accepted by: nobody; findings about acceptances cannot be accepted"
        return
    terms = rule.acceptance
    role = code(terms.role) if terms.role else "the SIRO if critical or high, else the architect"
    longest = f", for at most {terms.longest}" if terms.longest else ""
    yield f"- Accepted by: {role}{longest}"
    if terms.needs:
        yield f"- The acceptance must hold: {', '.join(code(need) for need in terms.needs)}"


def wrapped(text: str) -> str:
    """Return a condition on lines of a readable length; what stands in quotes stays whole."""
    lines = [""]
    for word in _WORD.findall(text):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > _MEASURE:
            lines.append(f"    {word}")
        else:
            lines[-1] += f" {word}" if lines[-1] else word
    return "\n".join(lines)


def _prose(title: str, text: str) -> Iterator[str]:
    first, *more = [part for part in text.split("\n\n") if part.strip()] or [""]
    yield from ("", f"**{title}.** {prose(first)}")
    for part in more:
        yield from ("", prose(part))


def _sources(shelf: Shelf, rule: Rule) -> Iterator[str]:
    if rule.authority:
        yield f"- Authority: {'; '.join(shelf.authority(key) for key in rule.authority)}"
    shown = dict.fromkeys(text for pairs in rule.evidence.values() for text, _ in pairs)
    if shown:
        yield f"- Evidence: {', '.join(code(text) for text in shown)}"
    yield f"- Facts: {', '.join(shelf.fact(fact) for fact in facts_of(rule))}"


def _parameters(rule: Rule) -> Iterator[str]:
    if not rule.parameters:
        return
    yield ""
    head = ("parameter", "default", "set to", "a")
    yield from table(head, (_parameter(parameter) for parameter in rule.parameters))
    yield from ("", "To set them in `estate.yaml`:", "")
    chosen = {each.name: each.constant.text or each.default for each in rule.parameters}
    yield from fenced(as_yaml({"parameters": {rule.id: chosen}}), "yaml")


def _parameter(parameter: Parameter) -> tuple[str, ...]:
    kind = parameter.constant.type
    default, chosen = (
        ", ".join(text) if isinstance(text, tuple) else text or ""
        for text in (parameter.default, parameter.constant.text)
    )
    shown = "" if chosen == default else code(chosen)
    return (
        code(parameter.name),
        code(default),
        shown,
        f"list of {kind.name}" if kind.many else kind.name,
    )


def _examples(rule: Rule) -> Iterator[str]:
    if not rule.examples:
        return
    groups: dict[str, list[Example]] = {name: [] for name in _SENTENCES}
    for example in rule.examples:
        groups[example.expects].append(example)
    yield ""
    yield f"**Examples.** {_told(rule, groups)}"
    for name, found in groups.items():
        if found:
            yield ""
            yield from _example(_SENTENCES[name], found[0])


def _told(rule: Rule, groups: Mapping[str, list[Example]]) -> str:
    """Return how many examples there are, and where they stand."""
    counts = [
        f"{len(found):,} {_COUNTED[name][len(found) > 1]}"
        for name, found in groups.items()
        if found
    ]
    first = " The first of each kind stands here." if len(rule.examples) > len(counts) else ""
    here = link("How to read examples", INDEX, "examples")
    return f"{listed(counts)}.{first} {here}."


def _example(sentence: str, example: Example) -> Iterator[str]:
    text = as_yaml(example.inventory)
    block = fenced(text, "yaml")
    if text.count("\n") > _LONG:
        yield from folded(f"{sentence} ({text.count(chr(10))} lines)", block)
    else:
        yield from (f"{sentence}:", "", *block)
