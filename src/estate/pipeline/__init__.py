"""The flow, written once: files → estate → facts → findings → outcome."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from estate.config import Config, load_config
from estate.exceptions import FACTS as EXCEPTION_FACTS
from estate.exceptions import facts_of, settle
from estate.facts import Facts, derive, dictionary
from estate.findings import Acceptance, Outcome
from estate.frozen import frozen
from estate.lifecycle import Catalogue
from estate.model import Estate, RiskAcceptance
from estate.pipeline.baseline import Baseline, never_known, read_baseline
from estate.pipeline.catalogue import CATALOGUE, catalogue_of
from estate.pipeline.files import files_of
from estate.pipeline.headline import always_judged, inherited, unmanaged
from estate.pipeline.outcome import Judged, outcome_of
from estate.pipeline.packs import load_for_judging, load_packs
from estate.pipeline.terms import terms_of, void_reasons
from estate.read import Inventory, read_inventory
from estate.rules import Judgement, Pack, Rule, judge

__all__ = [
    "CATALOGUE",
    "Baseline",
    "Loaded",
    "Options",
    "Run",
    "catalogue_of",
    "files_of",
    "load_estate",
    "load_pack",
    "read_baseline",
    "run",
]

Tell = Callable[[str], None]

_FOR_TWO: Final = 2000
"""From how many assets a second process pays."""


@frozen
class Options:
    """What one run was asked for.

    `fail_on` None is what the policy says. Without `exceptions`, nothing counts as accepted. The
    outcome lists what is unknown only with `explain_unknown`; the rules count it always.
    """

    today: date
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str | None = None
    exceptions: bool = True
    explain_unknown: bool = False


@frozen
class Loaded:
    """What was read, to be judged."""

    config: Config
    inventory: Inventory
    pack: Pack
    catalogue: Catalogue


@frozen
class Run:
    """A judged estate: the outcome, and what it rests on.

    `never_known` are the fingerprints that no baseline hides.
    """

    config: Config
    outcome: Outcome
    facts: Facts
    pack: Pack
    never_known: frozenset[str] = frozenset()


def load_pack(root: Path | None, *, as_written: bool = False) -> Pack:
    """Read the rules of an estate, or without one the standard pack.

    `as_written` leaves out what estate.yaml sets and ignores. Raises ConfigError or RuleError.
    """
    config = None if root is None else load_config(root)
    return load_packs(root, config, dictionary(EXCEPTION_FACTS), as_written=as_written)


def load_estate(root: Path, pack: Pack | None = None) -> Loaded:
    """Read everything that an estate says; `pack` spares reading its rules a second time.

    Raises EstateError with all that is wrong.
    """
    config = load_config(root)
    if pack is None:
        pack = load_for_judging(root, config, dictionary(EXCEPTION_FACTS))
    inventory = read_inventory(
        root, config.inventory, name=config.name, policy=config.policy, defaults=config.defaults
    )
    return Loaded(config, inventory, pack, catalogue_of(root))


def run(loaded: Loaded, options: Options, tell: Tell = lambda _: None) -> Run:
    """Judge an estate on a day."""
    pack = loaded.pack.choose(options.select, options.ignore)
    facts = _facts(loaded, pack, options.today)
    tell("judging the estate")
    explain = options.explain_unknown or _accepted_rules(facts.estate)
    rules, large = _first_pass(loaded.pack, pack), len(facts.assets) >= _FOR_TWO
    first = judge(rules, facts, explain_unknown=explain, in_pair=large, programs=pack.programs)
    judged = _settled(loaded.pack, pack, facts, first, options, tell)
    threshold = options.fail_on or facts.estate.policy.fail_on
    outcome = outcome_of(loaded.inventory, pack, facts, judged, threshold)
    if not options.explain_unknown:
        outcome = replace(outcome, unknown=())
    return Run(loaded.config, outcome, facts, pack, judged.never_known)


def _settled(  # noqa: PLR0913 - what a run has come to know
    whole: Pack, pack: Pack, facts: Facts, first: Judgement, options: Options, tell: Tell
) -> Judged:
    """Judge the acceptances on what was found, then settle what was found by them."""
    tell("judging the acceptances")
    estate, today, found = facts.estate, facts.today, first.findings
    terms, not_run, undecided = terms_of(whole), frozenset(pack.not_run), first.unknown
    given = facts_of(estate, today, found, terms, undecided=undecided, not_run=not_run)
    known = facts.with_columns(given)
    asked = options.explain_unknown
    second = judge(_second_pass(whole, pack), known, explain_unknown=asked, programs=pack.programs)
    tell("settling the findings")
    roots = inherited(facts, found)
    settled, acceptances = settle(
        found,
        estate,
        today,
        terms,
        void_reasons(whole, second.findings),
        inherited=roots,
        undecided=undecided,
        not_run=not_run,
    )
    never = never_known(second.findings, acceptances, roots)
    if not options.exceptions:
        settled, acceptances = found, _discounted(acceptances)
    return Judged(first, second, settled, acceptances, unmanaged(facts, settled), never)


def _facts(loaded: Loaded, pack: Pack, today: date) -> Facts:
    estate, starts = loaded.inventory.estate, loaded.config.financial_year_starts
    return derive(estate, today, loaded.catalogue, pack.dictionary, financial_year_starts=starts)


def _first_pass(whole: Pack, chosen: Pack) -> list[Rule]:
    """Return the rules to judge first: those chosen, and those that the headline needs."""
    rules = list(chosen.running())
    return [*rules, *(rule for rule in always_judged(whole.rules.values()) if rule not in rules)]


def _second_pass(whole: Pack, chosen: Pack) -> list[Rule]:
    """Return the rules about acceptances: those chosen, and those that say which of them count.

    What counts hangs on no option: an acceptance that is void is not made good by `--select`.
    """
    rules = list(chosen.about_exceptions())
    voiding = [rule for rule in whole.about_exceptions() if rule.voids]
    return [*rules, *(rule for rule in voiding if rule not in rules)]


def _accepted_rules(estate: Estate) -> frozenset[str]:
    """Return the rules that some exception is about: what they leave unknown is no orphan."""
    accepted = estate.of("exception").values()
    return frozenset(entry.rule for entry in accepted if isinstance(entry, RiskAcceptance))


def _discounted(acceptances: tuple[Acceptance, ...]) -> tuple[Acceptance, ...]:
    """Return the acceptances as if none counted: what `--no-exceptions` asks for."""
    reason = "left out by --no-exceptions"
    return tuple(
        replace(a, counts=False, findings=(), reasons=(*a.reasons, reason)) for a in acceptances
    )
