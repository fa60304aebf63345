"""A judged estate for the public: everything that reports are made of, and nothing besides."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from estate.config import Config
from estate.exceptions.amendments import Before
from estate.facts import Facts, derive
from estate.findings import Finding, Outcome, Pin
from estate.findings.trend import Gap, Numbers, Point
from estate.pipeline import Loaded, Run, load_pack
from estate.pipeline.showing import principles_of
from estate.redaction import StandIns, public_facts, public_outcome, stand_ins_of
from estate.redaction.stand_ins import STANDARD
from estate.rules import Pack

if TYPE_CHECKING:
    from estate.plan.forecast import Forecast
    from estate.plan.roadmap import Roadmap
    from estate.report.trend import Trend

__all__ = [
    "published",
    "published_facts",
    "published_forecast",
    "published_outcome",
    "published_past",
    "published_roadmap",
    "published_trend",
    "stand_ins",
]


def stand_ins(run: Run, *others: Run) -> StandIns:
    """Return the stand-ins of some runs, which are the same in all of them."""
    runs = (run, *others)
    return stand_ins_of(
        (each.outcome for each in runs), (each.facts for each in runs), _ours(run.pack)
    )


def published(run: Run, *, outcome: Outcome | None = None, names: StandIns | None = None) -> Run:
    """Return a run that holds what may be published, to be shown as any other.

    `outcome` is shown instead of the run's own, if more was found out of it. What only judging
    needs is left out: a public run is not judged again.
    """
    names = names or stand_ins(run)
    facts = public_facts(run.facts, names)
    return Run(
        config=_config(run.config, names),
        outcome=public_outcome(outcome or run.outcome, names),
        facts=facts,
        pack=_pack(run.pack),
        never_known=frozenset(),
        read=_nothing,
        accepted=Before.of(facts.estate, (), ()),
    )


def published_outcome(run: Run, outcome: Outcome) -> Outcome:
    """Return an outcome of a run, or a part of it, for the public."""
    return public_outcome(outcome, stand_ins(run))


def published_facts(facts: Facts) -> tuple[Facts, StandIns]:
    """Return the public facts of an estate, and what stands for what in them."""
    names = stand_ins_of(facts=[facts])
    return public_facts(facts, names), names


def published_roadmap(facts: Facts, found: Roadmap) -> Roadmap:
    """Return a roadmap of an estate for the public."""
    from estate.redaction.roadmaps import public_roadmap  # noqa: PLC0415 - brings all of plan

    return public_roadmap(found, stand_ins_of(facts=[facts]))


def published_past(points: Iterable[Point]) -> tuple[Point, ...]:
    """Return days of the past for the public: their numbers, and no commit."""
    return tuple(Point(each.on, "", each.found) for each in points)


def published_trend(found: Trend) -> Trend:
    """Return a trend for the public: it is numbers, by principles that the standard rules rest on.

    An estate is not read for it, so that its name is shown if nothing in it is a secret by itself.
    """
    from estate.report.trend import Trend  # noqa: PLC0415 - only for a trend

    ours = {each.id: each for each in principles_of(_pack(load_pack(None)))}
    known = tuple(ours[each.id] for each in found.principles if each.id in ours)
    return Trend(
        estate=stand_ins_of().estate(found.estate),
        every=found.every,
        tool=found.tool,
        catalogue_as_of=found.catalogue_as_of,
        principles=known,
        points=tuple(
            replace(each, found=_of_principles(each.found, {p.id for p in known}))
            for each in published_past(found.points)
        ),
    )


def _of_principles(found: Numbers | Gap, known: Container[str]) -> Numbers | Gap:
    if isinstance(found, Gap):
        return found
    return replace(found, principles=tuple(p for p in found.principles if p.id in known))


def published_forecast(loaded: Loaded, found: Forecast) -> Forecast:
    """Return a forecast of an estate for the public."""
    facts = derive(loaded.inventory.estate, found.today, loaded.catalogue, loaded.pack.dictionary)
    from estate.redaction.forecasts import public_forecast  # noqa: PLC0415 - brings all of plan

    return public_forecast(found, stand_ins_of(facts=[facts]))


def _ours(pack: Pack) -> Iterable[str]:
    return [key for key, rule in pack.rules.items() if rule.pack == STANDARD]


def _config(config: Config, names: StandIns) -> Config:
    """Return the settings that reports show; measures are texts and numbers of their owner's."""
    return Config(
        estate=config.estate,
        name=names.estate(config.name),
        currency=config.currency,
        timezone=config.timezone,
        financial_year_starts=config.financial_year_starts,
        reports=config.reports,
    )


def _pack(pack: Pack) -> Pack:
    """Return the rules of the standard pack, and the authorities that these rest on."""
    rules = {key: rule for key, rule in pack.rules.items() if rule.pack == STANDARD}
    resting = {name for rule in rules.values() for name in rule.authority}
    return replace(
        pack,
        rules=rules,
        authorities={name: each for name, each in pack.authorities.items() if name in resting},
        not_run={key: why for key, why in pack.not_run.items() if key in rules},
        programs={},
    )


def _nothing(_: Finding, __: date) -> Mapping[str, Pin]:
    """Read nothing: no acceptance is held against a public run."""
    return {}
