"""Two estates compared: judged each on its day, the earlier on the later's as well."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from estate import __version__
from estate.compare import (
    Edited,
    became_worse,
    edits_of,
    fields_between,
    findings_between,
    records_between,
    relations_between,
)
from estate.config import FILE
from estate.errors import Location
from estate.findings import (
    Difference,
    FieldChange,
    Finding,
    FindingChange,
    Place,
    RecordChange,
    Side,
    at_least,
)
from estate.frozen import frozen
from estate.model import RiskAcceptance
from estate.pipeline import Loaded, Options, Run, Tell, run
from estate.pipeline.owners import owner_of
from estate.rules import Rule

__all__ = ["Standpoint", "compared", "judged_against"]


@frozen
class Standpoint:
    """An estate as it was read, under the name that the user gave it, and the day to judge on.

    `locate` gives the place of a value in its estate.yaml.
    """

    name: str
    loaded: Loaded
    day: date
    locate: Callable[[tuple[str | int, ...]], Location]


def judged_against(
    base: Loaded, head: Loaded, options: Options, tell: Tell = lambda _: None
) -> Run:
    """Judge an estate on a day, and say of each finding whether the change since `base` caused it.

    It did where the base, judged on the same day, does not show the finding, shows it as less
    severe, or has it accepted.
    """
    tell("judging the base")
    earlier = run(base, _known_to(base, replace(options, explain_unknown=False, tell=False)))
    later = run(head, options, tell, before=earlier)
    known = {finding.fingerprint: finding for finding in earlier.outcome.findings}
    findings = tuple(
        replace(
            finding,
            caused_by="change"
            if became_worse(known.get(finding.fingerprint), finding)
            else "before",
        )
        for finding in later.outcome.findings
    )
    return replace(later, outcome=replace(later.outcome, findings=findings))


def _known_to(base: Loaded, options: Options) -> Options:
    """Return the options without the rules that the base has not."""

    def known(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(name for name in names if name in base.pack.rules)

    return replace(options, select=known(options.select), ignore=known(options.ignore))


def compared(
    base: Standpoint, head: Standpoint, threshold: str, tell: Tell = lambda _: None
) -> Difference:
    """Return what differs between two estates; `threshold` is the severity that fails."""
    tell("judging the base")
    earlier = _run(base.loaded, base.day)
    meanwhile = earlier if head.day == base.day else _run(base.loaded, head.day)
    tell("judging the head")
    if head.loaded is base.loaded:
        later = meanwhile
    else:
        later = run(head.loaded, _options(head.day), before=meanwhile)
    tell("comparing")
    records = records_between(base.loaded.inventory.estate, head.loaded.inventory.estate)
    relations = relations_between(base.loaded.inventory.estate, head.loaded.inventory.estate)
    settings = tuple(_settings(base.loaded, head.loaded))
    alone, about = _apart(later)
    found = findings_between(earlier.outcome, meanwhile.outcome, alone.outcome)
    edited = Edited.of(records, relations, settings)
    findings = tuple(_attributed(each, edited, earlier, later) for each in found)
    return Difference(
        base=_side(base, earlier),
        head=_side(head, later),
        tool=__version__,
        threshold=threshold,
        records=records,
        relations=relations,
        settings=settings,
        findings=findings,
        about_change=about,
        failing=tuple(_failing(findings, about, later, threshold)),
        places=_places(head, later, settings),
        places_before=_places(base, earlier, settings),
        by="plan" if head.loaded.projection else "change",
    )


def _options(day: date) -> Options:
    """Return how to judge for a comparison: no threshold hides how a finding stands."""
    return Options(today=day, fail_on="never")


def _run(loaded: Loaded, day: date) -> Run:
    return run(loaded, _options(day))


def _apart(later: Run) -> tuple[Run, tuple[Finding, ...]]:
    """Take out the findings of the rules of comparisons: they are about the change itself."""
    found = later.outcome.findings
    about = tuple(each for each in found if later.pack.rules[each.rule].comparison)
    alone = tuple(each for each in found if not later.pack.rules[each.rule].comparison)
    return replace(later, outcome=replace(later.outcome, findings=alone)), about


def _side(point: Standpoint, done: Run) -> Side:
    outcome = done.outcome
    return Side(
        point.name, outcome.estate, point.day, outcome.assets, outcome.relations, outcome.digest
    )


def _attributed(change: FindingChange, edited: Edited, earlier: Run, later: Run) -> FindingChange:
    side = earlier if change.turn == "went" else later
    change = replace(change, owner=owner_of(side.facts.estate, change.finding))
    if change.cause == "calendar":
        return change
    return replace(change, edits=edits_of(change.finding, edited, _needs(side)))


def _needs(done: Run) -> Callable[[str], Iterable[str]]:
    """Return what gives all that a record needs; an acceptance needs what it covers."""
    facts = done.facts

    def reach(key: str) -> Iterable[str]:
        entry = facts.estate.get(key)
        if isinstance(entry, RiskAcceptance):
            return [k for c in entry.covers or () for k in (c.asset or "", *(c.members or ()))]
        return facts.graph.all_needs(key) if entry else ()

    return reach


def _failing(
    findings: Iterable[FindingChange], about: Iterable[Finding], later: Run, threshold: str
) -> Iterator[Finding]:
    """Yield what the change brought or made worse and is bad enough, gaps where they fail."""
    worse = (
        each.finding
        for each in findings
        if each.cause == "change"
        and (each.turn == "came" or (each.turn == "changed" and _worsened(each)))
    )
    for finding in (*about, *worse):
        fails = finding.kind == "fault" or later.outcome.gaps_fail
        if finding.status == "open" and fails and at_least(finding.severity, threshold):
            yield finding


def _worsened(change: FindingChange) -> bool:
    before = {name: then for name, then, _ in change.differences}
    was = replace(
        change.finding,
        severity=before.get("severity", change.finding.severity),  # type: ignore[arg-type]  # a severity's text
        status="accepted" if before.get("status", "").startswith("accepted") else "open",
    )
    return became_worse(was, change.finding)


def _settings(base: Loaded, head: Loaded) -> Iterator[RecordChange]:
    """Yield what differs in what the estates are judged by: settings, rules, catalogue."""
    fields = fields_between(base.config, head.config, FILE)
    if fields:
        yield RecordChange("changed", "settings", FILE, FILE, fields[0].place, fields)
    for key in sorted({*base.pack.rules, *head.pack.rules}):
        was, now = base.pack.rules.get(key), head.pack.rules.get(key)
        if was is None or now is None:
            rule = now or was
            title = rule.title if rule else ""
            yield RecordChange("went" if now is None else "came", "rule", key, title, _rule(key))
        elif _written(was) != _written(now):
            yield RecordChange("changed", "rule", key, now.title, _rule(key))
    if base.catalogue.digest != head.catalogue.digest:
        name, place = "lifecycle catalogue", Place("lifecycle catalogue")
        days = base.catalogue.as_of.isoformat(), head.catalogue.as_of.isoformat()
        change = FieldChange("as_of", *days, place)
        yield RecordChange("changed", "catalogue", name, name, place, (change,))


def _rule(key: str) -> Place:
    return Place(f"rule {key}")


def _written(rule: Rule) -> object:
    """Return a rule as it is written, its examples left out."""
    sections = rule.source.values.get("rules", {})
    entry = sections.get(rule.id, {}) if isinstance(sections, Mapping) else {}
    fields = entry.items() if isinstance(entry, Mapping) else ()
    return [(name, repr(value)) for name, value in fields if name != "examples"]


def _places(
    point: Standpoint, done: Run, settings: Iterable[RecordChange]
) -> Mapping[Place, Location]:
    """Return where everything stands, the settings and rules that differ as well."""
    found: dict[Place, Location] = {}
    for change in settings:
        if change.kind == "settings":
            found |= {each.place: point.locate(each.place.path) for each in change.fields}
        rule = done.pack.rules.get(change.id) if change.kind == "rule" else None
        if rule is not None:
            found[change.place] = rule.location
    return ChainMap(found, done.outcome.places)  # type: ignore[arg-type]  # it is never written to
