"""Stand-ins: what is shown in the place of each id and name, the same wherever it stands.

`server-3` and `Server 3` say which kind of thing it is and that it is always the same one. They are
counted in the order of a digest, so that their order does not give the alphabet of the names away.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from estate.facts import Facts
from estate.findings import Finding, Outcome, Subject, Unknown
from estate.frozen import frozen
from estate.model import SECTION_OF, Application, Entry, Estate, Project
from estate.redaction.families import UNNAMED, Families, Family
from estate.redaction.secrets import PUBLIC_KINDS, Secrets, secrets_of
from estate.redaction.wording import ANYTHING, WITHHELD, version_of

__all__ = ["LOCAL_RULE", "STANDARD", "StandIns", "in_order", "stand_ins_of"]

STANDARD: Final = "standard"
"""The pack whose words are ours."""
LOCAL_RULE: Final = "local-rule"

_NEUTRAL: Final = re.compile(r"(?:ex|exc|exception|ra|risk)-\d{4}-\d{1,4}")
"""What the id of an exception looks like that is but a year and a number."""
_KEYS: Final = frozenset({"capability", "software"})
"""Kinds of parts that are compared by what they are called: theirs look like ids."""
_WORDS: Final = {"api": "API"}

Installed = tuple[str, str, str]
"""What identifies an installation: asset, product and version."""


@frozen
class StandIns:
    """What stands for what.

    `ids` and `names` are by the id of a record, `titles` the same names by the id that stands for
    it. `software` gives, for an installation, its family and what stands for its version;
    `products` the names of families by their ids. `parts` stand for what a record names within
    itself, such as a milestone, by kind, record and name; of no record are teams, programmes,
    zones, capabilities and software that nobody knows. `rules` are by the id of a rule.
    """

    ids: Mapping[str, str]
    names: Mapping[str, str]
    titles: Mapping[str, str]
    software: Mapping[Installed, tuple[Family, str]]
    products: Mapping[str, str]
    parts: Mapping[tuple[str, str, str], str]
    rules: Mapping[str, str]
    secrets: Secrets
    families: Families

    def id(self, key: str) -> str:
        """Return what stands for the id of a record."""
        return self.ids.get(key, ANYTHING)

    def every(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Return what stands for some ids, in their order."""
        return tuple(self.id(key) for key in keys)

    def name(self, key: str) -> str:
        """Return what stands for the name of a record."""
        return self.names.get(key, ANYTHING)

    def part(self, kind: str, key: str, name: str) -> str:
        """Return what stands for something within a record, or for a group of records."""
        return self.parts.get((kind, key, name), WITHHELD)

    def keep(self, text: str, otherwise: str) -> str:
        """Return a text that holds nothing secret, or what stands in for it."""
        return otherwise if self.secrets.held_by(text) else text

    def estate(self, name: str) -> str:
        """Return the name of an estate, which says of everything made of it that it is a copy."""
        return f"{self.keep(name, 'The estate')} (copy for the public)"

    def rule(self, name: str) -> str:
        """Return a rule's id where the standard pack gave it: those of others may tell."""
        return self.rules.get(name, LOCAL_RULE)


def stand_ins_of(
    outcomes: Iterable[Outcome] = (), facts: Iterable[Facts] = (), standard: Iterable[str] = ()
) -> StandIns:
    """Return the stand-ins for all of some outcomes and facts: the same thing has the same one.

    `standard` are the ids of rules of the standard pack, beside those that the outcomes tell of.
    """
    found, known = tuple(outcomes), tuple(facts)
    estates = [each.estate for each in known]
    secrets = secrets_of(estates, found)
    families = Families(secrets)
    entries = _entries(estates, found)
    ids, names = _named(entries, secrets)
    parts = dict(_parts(found, known))
    software = dict(_software(found, known, families, parts))
    return StandIns(
        ids=ids,
        names=names,
        titles={ids[key]: name for key, name in names.items()},
        software=software,
        products=dict(family for family, _ in software.values()),
        parts=parts,
        rules=_rules(found, standard),
        secrets=secrets,
        families=families,
    )


def in_order(keys: Iterable[str]) -> list[str]:
    """Return keys in an order that says nothing of them, and is always the same."""
    return sorted(
        keys, key=lambda key: (hashlib.sha256(key.encode("utf-8", "surrogatepass")).digest(), key)
    )


def _entries(estates: Iterable[Estate], outcomes: Iterable[Outcome]) -> dict[str, tuple[str, str]]:
    """Return the kind and the name of every record, from where most is known of it."""
    found: dict[str, tuple[str, str]] = {}
    for outcome in outcomes:
        for key, known in (*_mentioned(outcome), *_told(outcome)):
            if known[0] != "asset" or key not in found:
                found[key] = known
    for outcome in outcomes:
        found |= {key: ("organisation", name) for key, name in outcome.organisations.items()}
    for estate in estates:
        found |= {entry.id: (entry.kind, entry.name) for entry in estate}
    return found


def _mentioned(outcome: Outcome) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield the records that an outcome mentions, of which it says next to nothing."""
    for each in outcome.acceptances:
        yield from ((key, ("asset", "")) for control in each.controls for key in control.path)
        yield from ((key, ("organisation", key)) for key in each.organisations)
        yield from ((s.organisation, ("organisation", s.organisation)) for s in each.signs)
    for subject in _subjects(outcome):
        yield from ((key, ("organisation", key)) for key in subject.organisations)
        for _, value in subject.detail:
            yield from ((key, ("asset", "")) for key in value if isinstance(value, tuple))


def _told(outcome: Outcome) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield the records that an outcome names with their kind."""
    for subject in _subjects(outcome):
        if subject.kind not in {"duplication", "estate"}:
            kind = subject.kind if subject.kind in SECTION_OF else "asset"
            yield subject.id, (kind, subject.name)
    for each in outcome.acceptances:
        yield each.id, ("exception", "")
        yield from ((d.id, ("project", d.name)) for d in each.deliveries)
        steps = [step for route in each.routes for step in route]
        yield from ((s.id, (s.kind if s.kind in SECTION_OF else "asset", s.name)) for s in steps)


def _subjects(outcome: Outcome) -> list[Subject]:
    found: list[Finding | Unknown] = [*outcome.findings, *outcome.unknown]
    return [each.subject for each in found]


def _named(
    entries: Mapping[str, tuple[str, str]], secrets: Secrets
) -> tuple[dict[str, str], dict[str, str]]:
    """Return the public ids and the public names of records."""
    by_kind: dict[str, list[str]] = defaultdict(list)
    for key, (kind, _) in entries.items():
        by_kind[kind].append(key)
    ids, names = {}, {}
    for kind, keys in by_kind.items():
        width, word = len(str(len(keys))), _WORDS.get(kind, kind.capitalize())
        for number, key in enumerate(in_order(keys), start=1):
            ids[key], names[key] = f"{kind}-{number:0{width}}", f"{word} {number}"
            name = entries[key][1] or key
            if kind == "exception" and _NEUTRAL.fullmatch(key):
                ids[key] = names[key] = key
            elif kind in PUBLIC_KINDS and not secrets.held_by(name):
                names[key] = name
                if not secrets.held_by(key) and not _is_stand_in(key):
                    ids[key] = key
    return ids, names


def _is_stand_in(key: str) -> bool:
    """Whether an id could be taken for what stands for another."""
    kind, _, number = key.rpartition("-")
    return kind in SECTION_OF and number.isdigit()


def _software(
    outcomes: Iterable[Outcome],
    known: Iterable[Facts],
    families: Families,
    parts: Mapping[tuple[str, str, str], str],
) -> Iterator[tuple[Installed, tuple[Family, str]]]:
    """Yield what stands for each installation: releases of one family on one thing are numbered."""
    named: dict[Installed, Family] = {}
    for outcome in outcomes:
        for finding in outcome.findings:
            named |= dict.fromkeys(_installed(finding), ("", ""))
    named = {key: families.of_outcome(key[1]) for key in named}
    for facts in known:
        for found in facts.subjects("installation"):
            key = (found.asset.id, found.product_id, found.version or "")
            named[key] = family = families.of_installation(found)
            if family[0] in UNNAMED:
                named[key] = parts["software", "", found.product_id.casefold()], family[1]
    groups: dict[tuple[str, Family], list[Installed]] = defaultdict(list)
    for key, family in named.items():
        groups[key[0], family].append(key)
    for (_, family), keys in groups.items():
        said = {"\0".join(key): key for key in keys if key[2]}
        for number, text in enumerate(in_order(said), start=1):
            yield said[text], (family, version_of(number, len(said)))
        yield from ((key, (family, "")) for key in keys if not key[2])


def _installed(finding: Finding) -> Iterator[Installed]:
    if finding.subject.kind == "installation":
        said = dict(finding.subject.detail)
        yield finding.subject.id, str(said.get("product", "")), str(said.get("version", ""))


def _parts(
    outcomes: Iterable[Outcome], known: Iterable[Facts]
) -> Iterator[tuple[tuple[str, str, str], str]]:
    """Yield what stands for the names within records: `Milestone 2`."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for outcome in outcomes:
        for subject in _subjects(outcome):
            for field, value in subject.detail:
                if field == "name" and isinstance(value, str):
                    found[subject.kind, subject.id].add(value)
    for facts in known:
        for entry in facts.estate:
            for kind, key, name in _named_within(entry):
                found[kind, key].add(name)
        installed = facts.subjects("installation")
        found["software", ""].update(each.product_id.casefold() for each in installed)
    for (kind, key), names in found.items():
        for number, name in enumerate(in_order(names), start=1):
            words = f"{kind.replace('_', ' ').capitalize()} {number}"
            yield (kind, key, name), f"{kind}-{number}" if kind in _KEYS else words


def _named_within(entry: Entry) -> Iterator[tuple[str, str, str]]:
    """Yield what a record names that has no record of its own: kind, whose, name."""
    if isinstance(entry, Project):
        yield from (("milestone", entry.id, each.name) for each in entry.milestones or ())
        yield from (("benefit", entry.id, each.name) for each in entry.benefits or ())
        yield from (("team", "", team) for team in entry.team or ())
        yield from (("programme", "", each) for each in (entry.programme,) if each)
    if isinstance(entry, Application):
        yield from (("capability", "", each) for each in entry.capabilities or ())
    zone = getattr(entry, "zone", None)
    if zone:
        yield "zone", "", zone


def _rules(outcomes: Iterable[Outcome], standard: Iterable[str]) -> dict[str, str]:
    ours = set(standard) | {r.id for o in outcomes for r in o.rules if r.pack == STANDARD}
    others = {r.id for o in outcomes for r in o.rules} | {n for o in outcomes for n, _ in o.not_run}
    numbered = enumerate(in_order(others - ours), start=1)
    return {key: key for key in ours} | {key: f"{LOCAL_RULE}-{number}" for number, key in numbered}
