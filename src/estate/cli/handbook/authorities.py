"""The authorities that rules rest on, each with the rules that cite it."""

from __future__ import annotations

from collections.abc import Iterator

from estate.cli.handbook.shelf import Shelf, authority_anchor
from estate.report.markup import anchor, code, escaped, prose, web_link
from estate.report.wording import counted
from estate.rules import Authority

__all__ = ["authorities"]


def authorities(shelf: Shelf) -> Iterator[str]:
    """Yield the page of authorities, by who issued them."""
    known = shelf.pack.authorities
    citing: dict[str, list[str]] = {key: [] for key in known}
    for rule in shelf.pack.rules.values():
        for key in dict.fromkeys(rule.authority):
            citing[key].append(rule.id)
    yield "# Authorities"
    yield ""
    issuers = {each.issuer for each in known.values() if each.issuer}
    yield f"{counted(len(known), 'text')} of {counted(len(issuers), 'issuer')} that rules rest on."
    yield "What each says is told in our words; a clause is named where it has been checked."
    for key in sorted(known, key=lambda key: (known[key].issuer.lower(), known[key].name, key)):
        yield from _entry(shelf, known[key], citing[key])


def _entry(shelf: Shelf, found: Authority, citing: list[str]) -> Iterator[str]:
    yield ""
    yield anchor(authority_anchor(found.id))
    yield ""
    yield f"## {escaped(found.name)}"
    yield ""
    yield f"- Issuer: {escaped(found.issuer) or 'not recorded'}"
    yield f"- Date: {escaped(found.date) or 'not recorded'}"
    if found.clause:
        yield f"- Clause: {escaped(found.clause)}"
    if found.url:
        yield f"- Where: {web_link(found.url)}"
    yield f"- Cite it as: {code(found.id)}"
    yield f"- Cited by: {', '.join(map(shelf.rule, citing)) or 'no rule'}"
    if found.says:
        yield ""
        yield prose(found.says)
