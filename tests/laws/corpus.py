"""The examples of all standard rules as small estates, and what the whole pack says of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any, Final, NamedTuple

from estate.exceptions import FACTS as EXCEPTION_FACTS
from estate.exceptions import Docket, cases_of, facts_of
from estate.facts import Facts, derive, dictionary
from estate.findings import Place, Subject
from estate.lifecycle.nothing import empty
from estate.model import SECTIONS, Policy
from estate.model.fields import fields_of
from estate.model.validation import validator_of
from estate.pipeline import load_pack
from estate.pipeline.terms import terms_of
from estate.read import Document, inventory_of, read_document
from estate.rules import Judge, Judgement, Pack
from estate.shipped import example_estate as shipped

Raw = dict[str, Any]


_TODAY: Final = date(2026, 11, 21)
_PLAIN: Final = Policy()


@dataclass(frozen=True, eq=False)
class Small:
    """One example: the rule that it is of, its days, its sections and its defaults.

    `changed` says that a test has made another of it.
    """

    name: str
    today: date
    catalogue: date
    sections: Raw
    defaults: Raw
    changed: bool = False
    policy: Policy = _PLAIN

    def with_sections(self, sections: Raw) -> Small:
        """Return the same days, and other sections."""
        return replace(self, sections=sections, changed=True)


class Judged(NamedTuple):
    """Both passes: of everything but acceptances, and of acceptances."""

    facts: Facts
    first: Judgement
    second: Judgement


@cache
def standard() -> Pack:
    """Return the standard pack."""
    return load_pack(None)


@cache
def judges() -> tuple[Judge, Judge]:
    """Return the rules of both passes, made ready."""
    pack = standard()
    return Judge(pack.running()), Judge(pack.about_exceptions())


@cache
def corpus() -> tuple[Small, ...]:
    """Return every example of every rule."""
    return tuple(_examples())


def _examples() -> Iterator[Small]:
    for rule in standard().rules.values():
        for number, example in enumerate(rule.examples):
            raw: Raw = dict(deepcopy(dict(example.inventory)))
            today = date.fromisoformat(str(raw.pop("as_of")))
            known = raw.pop("catalogue_as_of", None)
            catalogue = date.fromisoformat(str(known)) if known else date.min
            defaults = raw.pop("defaults", None) or {}
            policy: Policy = validator_of(Policy).validate_python(raw.pop("policy", {}))
            raw.pop("base", None)  # what was before a change is no part of what is judged alone
            sections = {name: records for name, records in raw.items() if records}
            name = f"{rule.id}[{number}]"
            yield Small(name, today, catalogue, sections, defaults, policy=policy)


@cache
def example_estate() -> Small:
    """Return the estate that ships with the program, every record with its file's defaults."""
    sections: Raw = {}
    for path in sorted((shipped() / "inventory").rglob("*.yaml")):
        values = read_document(path.name, path.read_bytes()).values
        given = values.pop("defaults", {})
        for section, records in values.items():
            accepted = {field.written for field in fields_of(SECTIONS[section]).values()}
            fitting = {name: value for name, value in given.items() if name in accepted}
            known = sections.setdefault(section, {})
            known.update({key: {**fitting, **record} for key, record in records.items()})
    return Small("the example estate", _TODAY, _TODAY, sections, {})


def facts_of_files(small: Small, files: Sequence[Mapping[str, Any]]) -> Facts:
    """Read the files of an estate, each with its defaults. Raises InventoryError."""
    documents = [
        Document(f"{number}.yaml", "", values=deepcopy({"defaults": small.defaults, **sections}))
        for number, sections in enumerate(files)
    ]
    inventory = inventory_of(documents, name="example", policy=small.policy, defaults={})
    return derive(inventory.estate, small.today, empty(small.catalogue), words())


@cache
def words() -> Any:  # noqa: ANN401 - the dictionary of facts
    """Return the dictionary of all facts."""
    return dictionary(EXCEPTION_FACTS)


def judged(small: Small, files: Sequence[Mapping[str, Any]] | None = None) -> Judged:
    """Judge an estate by the whole pack, in both passes. Raises InventoryError."""
    if files is None and not small.changed:
        return _as_written(small)
    return _judged(facts_of_files(small, files or [small.sections]))


@cache
def _as_written(small: Small) -> Judged:
    return _judged(facts_of_files(small, [small.sections]))


def _judged(facts: Facts) -> Judged:
    first_rules, second_rules = judges()
    first = first_rules.judge(facts, explain_unknown=True)
    docket = Docket(terms=terms_of(standard()), findings=first.findings, undecided=first.unknown)
    known = facts.with_columns(facts_of(cases_of(facts, docket)))
    return Judged(known, first, second_rules.judge(known, explain_unknown=True))


def subjects(facts: Facts, kind: str) -> list[tuple[Subject, Place]]:
    """Return every subject of a kind, as findings name it."""
    return [facts.describe(kind, subject) for subject in facts.subjects(kind)]
