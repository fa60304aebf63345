"""Rule packs: several files of rules and authorities as one, as an estate wants them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from typing import Final

from estate.errors import UsageError, nearest
from estate.facts.dictionary import Dictionary
from estate.findings import SEVERITIES
from estate.frozen import frozen
from estate.rules.definition import Authority, Ladder, Rule
from estate.rules.entry import INVALID
from estate.rules.expression.program import Part, Program
from estate.rules.settings import Settings

__all__ = ["AUTHORITY_FIELDS", "ID_PATTERN", "RESERVED", "Pack"]

RESERVED: Final = (
    "unknown-reference",
    "duplicate-id",
    "illegal-relation",
    "impossible-dates",
    "invalid-field",
    "invalid-yaml",
    INVALID,
)
"""The pseudo-rules under which what is wrong with the input itself counts."""

ID_PATTERN: Final = "[a-z][a-z0-9]*(-[a-z0-9]+)*"
"""What the id of a rule looks like: kebab-case."""
AUTHORITY_FIELDS: Final = ("name", "issuer", "date", "clause", "says", "url")


@frozen
class Pack:
    """The rules of an estate by id, in the order of files; and what they rest on.

    `not_run` gives for every rule that is switched off the reason. `programs` are such as were
    fused before.
    """

    rules: Mapping[str, Rule]
    authorities: Mapping[str, Authority]
    dictionary: Dictionary
    not_run: Mapping[str, str]
    programs: Mapping[Part, Program] = field(default_factory=dict)

    __eq__, __hash__ = object.__eq__, object.__hash__  # each is itself alone

    def running(self, *, comparison: bool = False) -> tuple[Rule, ...]:
        """Return the rules of the first pass; those of comparisons only if asked for."""
        return tuple(rule for rule in self._on(comparison=comparison) if rule.acceptable)

    def about_exceptions(self, *, comparison: bool = False) -> tuple[Rule, ...]:
        """Return the rules of the second pass, about exceptions."""
        return tuple(rule for rule in self._on(comparison=comparison) if not rule.acceptable)

    def as_set(self, settings: Settings) -> Pack:
        """Return the pack as an estate wants it: severities set, rules switched off."""
        rules, off = dict(self.rules), dict(self.not_run)
        for name, severity in settings.severity.items():
            if severity in SEVERITIES:
                rules[name] = replace(rules[name], severity=Ladder((), severity))
        off |= dict.fromkeys(settings.ignore, "ignored in estate.yaml")
        return replace(self, rules=rules, not_run=off)

    def choose(self, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> Pack:
        """Return the pack with only the rules selected (if any are), and without those ignored.

        Raises UsageError for a name that no rule has.
        """
        chosen, left = list(select), list(ignore)
        wrong = [_no_rule(name, self.rules) for name in [*chosen, *left] if name not in self.rules]
        if wrong:
            raise UsageError("; ".join(wrong))
        off = dict(self.not_run)
        for name in self.rules:
            if chosen and name not in chosen:
                off.setdefault(name, "not selected")
            elif name in left:
                off.setdefault(name, "ignored by an option")
        return replace(self, not_run=off)

    def _on(self, *, comparison: bool) -> Iterable[Rule]:
        rules = (rule for name, rule in self.rules.items() if name not in self.not_run)
        return (rule for rule in rules if comparison or not rule.comparison)


def _no_rule(name: str, rules: Iterable[str]) -> str:
    near = nearest(name, rules)
    return f"there is no rule {name!r}" + (f"; did you mean {near!r}?" if near else "")
