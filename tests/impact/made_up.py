"""Small estates of which some things are not in use, and what stops in them, told plainly."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import strategies as st
from tests.facts.plain_estates import facts_about
from tests.graph.small_estates import KINDS, TODAY, estates
from tests.graph.test_failure import OWNER_NEEDS, TARGET_NEEDS, Choice, Law

from estate.facts import Facts
from estate.impact import Impact, Wanted, impact_of, select
from estate.model import Entry, Estate, links_of
from estate.model.asset import Recovery

STATES = ("live", "live", "live", "retiring", "planned", "retired")
HOURS = (None, 0, 1, 2, 4)
HOUR = timedelta(hours=1)

keys = st.sampled_from(sorted(KINDS))
some = st.frozensets(keys, min_size=1, max_size=3)
hours = st.dictionaries(keys, st.sampled_from(HOURS))


@st.composite
def used_estates(draw: st.DrawFn) -> Estate:
    """Make up an estate, all of it in use or not, with objectives."""
    estate = draw(estates())
    states = draw(st.dictionaries(keys, st.sampled_from(STATES)))
    own = draw(hours)

    def made(entry: Entry) -> Entry:
        fields: dict[str, Any] = {"status": states.get(entry.id, "live")}
        if hasattr(entry, "recovery") and own.get(entry.id) is not None:
            fields["recovery"] = Recovery(rto=HOUR * (own[entry.id] or 0))
        if entry.kind == "service":
            fields["criticality"] = "critical"
        return replace(entry, **fields)

    sections = {
        name: {key: made(entry) for key, entry in records.items()}
        for name, records in estate.sections.items()
    }
    return Estate(estate.name, sections, estate.policy)


def answer(facts: Facts, first: Iterable[str]) -> Impact:
    return impact_of(facts, select(facts, Wanted(ids=tuple(sorted(first)))))


def facts_and_answer(estate: Estate, first: Iterable[str]) -> tuple[Facts, Impact]:
    facts = facts_about(estate)
    return facts, answer(facts, first)


class Plain(Law):
    """The law of stopping among what is in use; soft needs stand beside the hard ones."""

    def __init__(self, estate: Estate) -> None:
        super().__init__(estate)
        self.absent = {
            entry.id for entry in estate if getattr(entry, "status", "") in {"planned", "retired"}
        }
        self.demands = self._cut(self.demands)
        self.failovers = self._cut(self.failovers)
        soft: list[Choice] = []
        for entry in estate:
            for relation, _, _, link in links_of(entry):
                if link.strength == "soft" and link.begins <= TODAY <= link.until:
                    if relation.name in OWNER_NEEDS:
                        soft.append(Choice(entry.id, link.targets, link.at_least))
                    elif relation.name in TARGET_NEEDS:
                        soft += [Choice(target, (entry.id,), 1) for target in link.targets]
        self.soft = self._cut(soft)

    def _cut(self, choices: Iterable[Choice]) -> list[Choice]:
        found = []
        for owner, targets, at_least in choices:
            left = tuple(target for target in targets if target not in self.absent)
            if owner not in self.absent and left:
                found.append(Choice(owner, left, min(at_least, len(left))))
        return found

    def down(self, first: Iterable[str]) -> frozenset[str]:
        *_, last = self.stages(frozenset(first) - self.absent)
        return last


def best(times: Mapping[str, float], choice: Choice) -> float:
    """Return when so many of the targets are there as are needed."""
    return sorted(times.get(target, 0.0) for target in choice.targets)[int(choice.at_least) - 1]
