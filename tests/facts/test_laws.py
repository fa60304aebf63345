"""The laws of facts: what is known stays known, and nothing else about the records matters.

Filling in what nobody has recorded may settle what is unknown, and changes nothing that is known.
Some fields are no answers but relations: `organisation`, `product`, `software`, `capabilities`,
`lgsl`, `function`, `service_model` and the relations of the format say who belongs to whom, what is
installed where and what job it does; to fill one in is to record something new. Of those the law
still holds that no pair which surely does not compete comes to compete.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.facts.made_up import (
    CATALOGUE,
    RELATIONS,
    Raw,
    estates,
    facts_of_raw,
    filled,
    holes,
)
from tests.facts.written import TODAY, WORDS

from estate.facts import DERIVED, Duplication, Facts, Installation, derive
from estate.model import Policy
from estate.read import Document, inventory_of

Answers = dict[tuple[str, ...], Any]

SCALARS = (
    "asset.state",
    "asset.faces_internet",
    "asset.planned_end",
    "asset.personal_data",
    "asset.own_support_ends",
    "contract.current_end",
    "contract.in_force",
)
LISTS = ("asset.critical_services", "asset.plan", "asset.funded_by", "asset.contracts")
OF_INSTALLATIONS = ("planned_end", "reachable_from_internet", "software_as_a_service")
COUNTS = ("instances", "competing", "platforms")


def place_of(found: Installation) -> tuple[str, ...]:
    """Say where an installation stands, whether its version is recorded yet or not."""
    path = ("version",) if found.path == ("product",) else found.path
    return (found.asset.id, *map(str, path))


def scalars(facts: Facts) -> Answers:
    """Return everything that has one answer, None where it is unknown."""
    told: Answers = {
        (name, key): value for name in SCALARS for key, value in facts.column(name).items()
    }
    for key, path in facts.column("asset.internet_path").items():
        told["path", key] = None if path is None else bool(path.ids)
    for found in facts.subjects("installation"):
        for name in OF_INSTALLATIONS:
            told[(name, *place_of(found))] = facts.column(f"installation.{name}")[found.id]
        for name in ("status", "ends", "ended", "extended_until"):
            told[(name, *place_of(found))] = getattr(found.support, name)
        for name in ("patched", "patch_days", "cycle"):
            told[(name, *place_of(found))] = getattr(found, name)
    for group in facts.subjects("duplication"):
        told["cost", group.id] = group.annual_cost
    return told


def lists(facts: Facts) -> Answers:
    """Return everything that is a list, its unknown members None."""
    told: Answers = {}
    for name in LISTS:
        for key, value in facts.column(name).items():
            told[name, key] = value and [member and member.id for member in value]
    for key, trails in facts.column("asset.stands_on_unsupported").items():
        told["below", key] = [t and (t.ids, place_of(t.installation)) for t in trails]
    for key, locks in facts.column("asset.locked_to").items():
        told["locks", key] = locks and [(lock.product, lock.versions, lock.ends) for lock in locks]
    for key, versions in facts.column("product.versions_in_use").items():
        told["versions", key] = list(versions)
    return told


def counts(facts: Facts, *levels: str) -> Answers:
    """Return, by group and its members, whether two or more compete and so on."""
    told: Answers = {}
    for group in facts.subjects("duplication"):
        if group.level in levels:
            key = (group.id, *(member.id for member in group.members))
            told[("across", *key)] = two(group.across)
            for name in COUNTS:
                told[(name, *key)] = any_of(shares(group, name))
    return told


def shares(group: Duplication, name: str) -> Iterator[bool | None]:
    for share in group.by_organisation:
        yield None if share is None else two(getattr(share, name))


def two(count: int | None) -> bool | None:
    return None if count is None else count >= 2


def any_of(truths: Iterator[bool | None]) -> bool | None:
    known = set(truths)
    return True if True in known else None if None in known else False


@st.composite
def fillings(draw: st.DrawFn) -> tuple[Raw, Raw]:
    sections = draw(estates())
    open_ = holes(sections)
    assume(open_)
    hole = draw(st.sampled_from(open_))
    return sections, filled(sections, hole, draw(st.sampled_from(hole.answers)))


@given(fillings())
@settings(max_examples=300)
def test_what_is_known_stays_as_it_is_when_an_unknown_is_filled_in(case: tuple[Raw, Raw]) -> None:
    before, after = map(facts_of_raw, case)

    then = scalars(after)
    changed = {
        key: (value, then.get(key))
        for key, value in scalars(before).items()
        if value is not None and then.get(key) != value
    }
    assert not changed


@given(fillings())
@settings(max_examples=300)
def test_known_members_stay_and_unknown_ones_are_settled_one_by_one(case: tuple[Raw, Raw]) -> None:
    before, after = map(facts_of_raw, case)

    then = lists(after)
    for key, value in lists(before).items():
        if value is not None:
            known = Counter(member for member in value if member is not None)
            assert known <= Counter(then[key]), key
            assert len(then[key]) <= len(value), key


@given(fillings())
@settings(max_examples=300)
def test_no_duplicate_comes_of_an_answer_where_there_surely_was_none(
    case: tuple[Raw, Raw],
) -> None:
    before, after = map(facts_of_raw, case)

    then = counts(after, "product", "service", "function", "capability")
    for key, value in counts(before, "product", "service", "function", "capability").items():
        assert value is None or then[key] is value, key


@given(estates(), st.data())
@settings(max_examples=300)
def test_nor_of_a_new_product_capability_or_organisation_of_a_member(
    sections: Raw, data: st.DataObject
) -> None:
    fields = ("organisation", "product", "capabilities")
    table = {"applications": {name: RELATIONS["applications"][name] for name in fields}}
    open_ = holes(sections, table)
    assume(open_)
    hole = data.draw(st.sampled_from(open_))
    after = filled(sections, hole, data.draw(st.sampled_from(hole.answers)))

    then = counts(facts_of_raw(after), "service", "function")
    for key, value in counts(facts_of_raw(sections), "service", "function").items():
        if value is False and key[0] != "instances":
            assert then[key] is not True, key


def everything(facts: Facts) -> Answers:
    """Return all columns, and what is told of all subjects that are no records."""
    told: Answers = {(entry.fact.column,): facts.column(entry.fact.column) for entry in DERIVED}
    told["installations",] = facts.subjects("installation")
    told["duplications",] = facts.subjects("duplication")
    return told


def scattered(draw: st.DrawFn, sections: Raw) -> list[Document]:
    """Write an estate into two files, record by record, in any order."""
    files: list[Raw] = [{}, {}]
    order = draw(st.permutations([(s, key) for s, records in sections.items() for key in records]))
    for section, key in order:
        file = draw(st.sampled_from(files))
        file.setdefault(section, {})[key] = sections[section][key]
    return [Document(f"{n}.yaml", "", values=values) for n, values in enumerate(files)]


@given(estates(), st.data())
@settings(max_examples=50)
def test_the_order_of_records_and_files_changes_nothing(sections: Raw, data: st.DataObject) -> None:
    expected = everything(facts_of_raw(sections))
    documents = scattered(data.draw, sections)

    inventory = inventory_of(documents, name="Marram", policy=Policy(), defaults={})

    assert everything(derive(inventory.estate, TODAY, CATALOGUE, WORDS)) == expected


STRANGERS: Raw = {
    "servers": {
        "stranger": {
            "name": "Nobody's",
            "exposure": "internet",
            "software": [{"product": "strange", "version": "1"}],
        },
        "strange-host": {"name": "Elsewhere"},
    },
    "applications": {
        "strange-app": {
            "name": "Odd",
            "product": "strange-too",
            "capabilities": ["strangeness"],
            "runs_on": ["stranger"],
            "supports": ["strange-service"],
        }
    },
    "services": {"strange-service": {"name": "Strange", "criticality": "critical"}},
}


@given(estates())
@settings(max_examples=50)
def test_what_has_nothing_to_do_with_the_rest_changes_nothing_about_it(sections: Raw) -> None:
    more = {
        section: {**records, **STRANGERS.get(section, {})} for section, records in sections.items()
    }

    before, after = everything(facts_of_raw(sections)), everything(facts_of_raw(more))

    for key, told in before.items():
        if isinstance(told, tuple):
            assert set(told) <= set(after[key])
        else:
            assert told.items() <= after[key].items()
