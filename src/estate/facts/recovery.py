"""When things are back after everything has stopped, and how much data is lost with them.

The model: whatever can be recovered at once is recovered at once, so an asset is back when it is
itself recovered and everything that it needs (hard) is back: the latest of them, not their sum. Of
a redundancy group that needs k members, the k-th best counts; of what fails over, the better of
the two. Kinds that state no recovery (sites, devices, connections, services, APIs) are back as
soon as what they need. Assets that need one another are back together.

Every value is worked out twice: with what is unknown taken as nothing, and as without end. Where
both agree it is known; else the first is what it takes at least.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from functools import partial
from typing import Final

from estate.facts.dependencies import Dependency, dependencies_of
from estate.facts.dictionary import Fact, Type
from estate.facts.facts import Derived, Facts
from estate.facts.restoration import NOTHING, Back, Span, rank

Times = Mapping[str, Span]


def _effective(objective: str, facts: Facts) -> Times:
    soonest, latest = dependencies_of(facts).back(objective)
    return {
        asset.id: _known(soonest.own.get(asset.id, NOTHING), latest.own.get(asset.id, NOTHING))
        for asset in facts.assets
    }


def _least(objective: str, facts: Facts) -> Times:
    soonest, _ = dependencies_of(facts).back(objective)
    return {asset.id: soonest.own.get(asset.id, NOTHING) for asset in facts.assets}


def _known(least: Span, most: Span) -> Span:
    if least == timedelta.max:
        return least
    return most if most == least else None


def _needs_back(objective: str, facts: Facts) -> Times:
    """For each dependency, when so many of its targets serve as the source needs."""
    soonest, latest = dependencies_of(facts).back(objective)
    needs = dependencies_of(facts)
    spans = zip(needs, _enough(needs, soonest), _enough(needs, latest), strict=True)
    return {need.id: _known(least, most) for need, least, most in spans}


def _needs_least(objective: str, facts: Facts) -> Times:
    soonest, _ = dependencies_of(facts).back(objective)
    needs = dependencies_of(facts)
    return {need.id: least for need, least in zip(needs, _enough(needs, soonest), strict=True)}


def _enough(needs: Iterable[Dependency], times: Back) -> Iterator[Span]:
    """Yield for each dependency when enough of its targets serve."""
    serves = times.serves
    for need in needs:
        targets = need.targets
        if len(targets) == 1:  # as nearly all
            yield serves.get(targets[0].id, NOTHING)
        else:
            spans = [serves.get(target.id, NOTHING) for target in targets]
            yield sorted(spans, key=rank)[need.at_least - 1]


_MODEL: Final = (
    " Recovered at once: the latest of its own objective and of what it needs (hard), the k-th "
    "best of a redundancy group, the better of two that fail over."
)


def _fact(owner: str, name: str, doc: str, settles: str = "") -> Fact:
    fields = (settles,) if settles else ()
    span = Type("duration")
    return Fact(owner, name, span, doc, open=bool(settles), settles=fields, null="unlimited")


_WORDS: Final = {
    "rto": ("back_in", "least_back_in", "how soon {} back"),
    "rpo": ("loses", "least_loss", "how much data is lost, as time, when {} back"),
}


def _derived(objective: str) -> tuple[Derived, ...]:
    name, least, words = _WORDS[objective]
    whole, part = words.format("it is really"), words.format("the at_least-th best target is")
    return (
        Derived(
            _fact("asset", f"effective_{objective}", f"{whole.capitalize()}.{_MODEL}",
                  f"recovery.{objective}"),
            partial(_effective, objective),
        ),
        Derived(
            _fact("asset", f"least_{objective}",
                  f"{whole.capitalize()} at the least, whatever the unknown objectives are."),
            partial(_least, objective),
        ),
        Derived(
            _fact("dependency", name, f"{part.capitalize()}.{_MODEL}",
                  f"target.recovery.{objective}"),
            partial(_needs_back, objective),
        ),
        Derived(
            _fact("dependency", least,
                  f"{part.capitalize()} at the least, whatever the unknown objectives are."),
            partial(_needs_least, objective),
        ),
    )  # fmt: skip


RECOVERY: Final = tuple(entry for objective in _WORDS for entry in _derived(objective))
