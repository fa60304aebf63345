"""The flow, written once: files → estate → facts → findings → outcome."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from estate.config import Config, ReadFile, load_config
from estate.exceptions import FACTS as EXCEPTION_FACTS
from estate.exceptions import Docket, Read, cases_of, facts_of, settle
from estate.exceptions.amendments import AMENDMENTS, Before, no_amendments
from estate.facts import Facts, derive, dictionary
from estate.findings import Acceptance, Outcome
from estate.frozen import frozen
from estate.lifecycle import Catalogue
from estate.model import Estate, RiskAcceptance
from estate.pipeline.amending import about_change, joined, stricter, with_rules_before
from estate.pipeline.baseline import Baseline, never_known, read_baseline
from estate.pipeline.catalogue import CATALOGUE, catalogue_of
from estate.pipeline.files import files_of
from estate.pipeline.headline import always_judged, inherited, unmanaged
from estate.pipeline.outcome import Judged, outcome_of
from estate.pipeline.packs import load_for_judging, load_packs
from estate.pipeline.readings import Readings
from estate.pipeline.terms import terms_of, void_reasons
from estate.read import Inventory, Reading, read_inventory
from estate.rules import Judgement, Pack, Rule, judge

if TYPE_CHECKING:
    from estate.plan import Projection

__all__ = [
    "CATALOGUE",
    "Baseline",
    "Before",
    "Loaded",
    "Options",
    "Run",
    "Share",
    "catalogue_of",
    "files_of",
    "load_estate",
    "load_pack",
    "read_baseline",
    "run",
]

_ABOUT_EXCEPTIONS: Final = (*EXCEPTION_FACTS, *AMENDMENTS)

Tell = Callable[[str], None]
Share = Callable[[Facts], Facts]

_FOR_TWO: Final = 2000
"""From how many assets a second process pays."""


@frozen
class Options:
    """What one run was asked for.

    `fail_on` None is what the policy says. Without `exceptions`, nothing counts as accepted. The
    outcome lists what is unknown only with `explain_unknown`; the rules count it always. Without
    `tell` the findings of records have no message, evidence or further places: enough to count
    them and to know them again. With `in_pair` a second process helps where there is much to judge.
    """

    today: date
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str | None = None
    exceptions: bool = True
    explain_unknown: bool = False
    tell: bool = True
    in_pair: bool = True


@frozen
class Loaded:
    """What was read, to be judged; `projection` where the work plan has been applied to it."""

    config: Config
    inventory: Inventory
    pack: Pack
    catalogue: Catalogue
    projection: Projection | None = None


@frozen
class Run:
    """A judged estate: the outcome, and what it rests on.

    `never_known` are the fingerprints that no baseline hides; `read` gives what the rule of a
    finding reads of its subject on a day, `accepted` how its acceptances stand.
    """

    config: Config
    outcome: Outcome
    facts: Facts
    pack: Pack
    never_known: frozenset[str]
    read: Read
    accepted: Before


def load_pack(
    root: Path | None, *, as_written: bool = False, read: ReadFile = Path.read_bytes
) -> Pack:
    """Read the rules of an estate, or without one the standard pack.

    `as_written` leaves out what estate.yaml sets and ignores; `read` gives the bytes of a file.
    Raises ConfigError or RuleError.
    """
    config = None if root is None else load_config(root, read)
    words = dictionary(_ABOUT_EXCEPTIONS)
    return load_packs(root, config, words, as_written=as_written, read=read)


def load_estate(
    root: Path,
    pack: Pack | None = None,
    *,
    config: Config | None = None,
    begun: Reading | None = None,
) -> Loaded:
    """Read everything that an estate says, but for what is read already.

    `pack` are its rules, `config` its settings; `begun` has begun to read its inventory. Raises
    EstateError with all that is wrong.
    """
    config = config or load_config(root)
    if pack is None:
        pack = load_for_judging(root, config, dictionary(_ABOUT_EXCEPTIONS))
    inventory = read_inventory(
        root,
        config.inventory,
        name=config.name,
        policy=config.policy,
        defaults=config.defaults,
        begun=begun,
    )
    return Loaded(config, inventory, pack, catalogue_of(root))


def _unshared(facts: Facts) -> Facts:
    return facts


def run(
    loaded: Loaded,
    options: Options,
    tell: Tell = lambda _: None,
    *,
    before: Run | None = None,
    share: Share = _unshared,
) -> Run:
    """Judge an estate on a day.

    `share` may give facts that rest on what was worked out for other days.
    `before` is the estate before a change, judged on the same day: the change itself is judged
    then by the rules of comparisons, as they were before it.
    """
    pack = loaded.pack.choose(options.select, options.ignore)
    if before is not None:
        pack = with_rules_before(pack, before.pack)
    facts = share(_facts(loaded, pack, options.today))
    tell("judging the estate")
    first = _first(loaded.pack, pack, facts, options)
    judged = _settled(loaded, pack, facts, first, options, tell, before)
    threshold = options.fail_on or facts.estate.policy.fail_on
    if before is not None and options.fail_on is None:
        threshold = stricter(threshold, before.facts.estate.policy.fail_on)
    outcome = outcome_of(loaded.inventory, pack, facts, judged, threshold)
    if loaded.projection is not None:
        name = f"{outcome.estate} as the work plan will have made it".strip()
        outcome = replace(outcome, estate=name, planned=loaded.projection.planned)
    if not options.explain_unknown:
        outcome = replace(outcome, unknown=())
    return Run(
        loaded.config, outcome, facts, pack, judged.never_known, judged.read, judged.accepted
    )


def _first(whole: Pack, chosen: Pack, facts: Facts, options: Options) -> Judgement:
    """Judge everything but the acceptances."""
    return judge(
        _first_pass(whole, chosen),
        facts,
        explain_unknown=options.explain_unknown or _accepted_rules(facts.estate),
        in_pair=options.in_pair and len(facts.assets) >= _FOR_TWO,
        tell=options.tell,
        programs=chosen.programs,
    )


def _settled(  # noqa: PLR0913 - what a run has come to know
    loaded: Loaded,
    pack: Pack,
    facts: Facts,
    first: Judgement,
    options: Options,
    tell: Tell,
    before: Run | None,
) -> Judged:
    """Judge the acceptances on what was found, then settle what was found by them."""
    whole = loaded.pack
    tell("judging the acceptances")
    found = first.findings
    docket = _docket(loaded, pack, facts, first)
    cases = cases_of(facts, docket)
    known = facts.with_columns({**facts_of(cases), **no_amendments(facts.estate)})
    asked = options.explain_unknown
    second = judge(_second_pass(whole, pack), known, explain_unknown=asked, programs=pack.programs)
    if before is not None:
        change = about_change(pack, known, before.accepted, cases, found)
        second = joined(second, change)
    tell("settling the findings")
    roots = inherited(facts, found)
    void = void_reasons(pack, second.findings)
    settled, acceptances = settle(found, cases, facts.estate, void, roots)
    never = never_known(second.findings, acceptances, roots)
    accepted = Before.of(facts.estate, cases, acceptances)
    if not options.exceptions:
        settled, acceptances = found, _discounted(acceptances)
    return Judged(
        first,
        second,
        settled,
        acceptances,
        unmanaged(facts, settled),
        never,
        docket.read,
        accepted,
    )


def _docket(loaded: Loaded, pack: Pack, facts: Facts, first: Judgement) -> Docket:
    """Return what acceptances are held against."""
    return Docket(
        terms=terms_of(loaded.pack),
        findings=first.findings,
        undecided=first.unknown,
        not_run=frozenset(pack.not_run),
        read=Readings(loaded.pack.rules, facts, partial(_facts, loaded, pack)),
    )


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
