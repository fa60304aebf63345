"""What rules read of the subjects of their findings, on the day of a run and on any other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from estate.facts import Facts
from estate.findings import Finding, Pin, Subject
from estate.rules import Rule, pins_of

Identity = tuple[str, tuple[tuple[str, str | tuple[str, ...]], ...]]


class Readings:
    """Reads what an acceptance is bound to; each day is derived, and each kind indexed, once.

    `derived` gives the facts of the same estate on another day.
    """

    def __init__(
        self, rules: Mapping[str, Rule], facts: Facts, derived: Callable[[date], Facts]
    ) -> None:
        self._rules = rules
        self._derived = derived
        self._facts = {facts.today: facts}
        self._subjects: dict[tuple[date, str], dict[Identity, Any]] = {}
        self._read: dict[tuple[str, date], Mapping[str, Pin]] = {}

    def __call__(self, finding: Finding, day: date) -> Mapping[str, Pin]:
        """Return by name every fact that the rule of a finding reads of its subject on a day.

        Nothing, where the rule does not judge the subject on that day.
        """
        key = (finding.fingerprint, day)
        if key not in self._read:
            self._read[key] = self._pins(self._rules[finding.rule], finding.subject, day)
        return self._read[key]

    def _pins(self, rule: Rule, subject: Subject, day: date) -> Mapping[str, Pin]:
        if day not in self._facts:
            self._facts[day] = self._derived(day)
        for kind in rule.subjects:
            record = self._index(day, kind).get(_identity(subject))
            if record is not None:
                return pins_of(rule, self._facts[day], kind, record)
        return {}

    def _index(self, day: date, kind: str) -> dict[Identity, Any]:
        if (day, kind) not in self._subjects:
            facts = self._facts[day]
            self._subjects[day, kind] = {
                _identity(facts.describe(kind, each)[0]): each for each in facts.subjects(kind)
            }
        return self._subjects[day, kind]


def _identity(subject: Subject) -> Identity:
    return subject.id, subject.detail
