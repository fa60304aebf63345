"""Small estates made up at random, and what somebody may come to fill in.

What servers and applications have installed is of different products, so that nothing that is
filled in makes one installation of two: that would be a new relation, not an answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any, NamedTuple

from hypothesis import reject
from hypothesis import strategies as st
from tests.facts.written import PRODUCTS, TODAY, WORDS, estate_of

from estate.errors import InventoryError
from estate.facts import Facts, derive
from estate.facts.local import local_products
from estate.lifecycle.nothing import empty
from estate.model import Policy
from estate.model.scalars import ALWAYS
from estate.read import Document, inventory_of

Raw = dict[str, Any]

_DAYS = ["2026-11-20", "2026-11-21", "2027-06-30"]
_CAPABILITIES = ["forms", "maps"]
_COUNCILS = ["marram", "saltern", "dune"]

_SOFTWARE: Raw = {"version": ["1", "2", "3", "9"], "patched": _DAYS, "patch_days": ["3"]}
_PLACE: Raw = {
    "exposure": ["internet", "internal"],
    "zone": ["internet", "lan"],
}
_REQUIRES = [[], [{"product": "dune-os", "versions": ["3"]}]]

ANSWERS: Mapping[str, Raw] = {
    "services": {
        "criticality": ["critical", "low"],
        "annual_cost": [{"revenue": "1"}],
        **_PLACE,
    },
    "applications": {
        **_PLACE,
        "category": ["line-of-business", "platform", "corporate"],
        "version": ["12.2", "19"],
        "personal_data": ["none", "personal", "special-category"],
        "annual_cost": [{"revenue": "1"}],
        "requires": _REQUIRES,
        "support_model": ["vendor", "in-house"],
    },
    "servers": {
        **_PLACE,
        "requires": _REQUIRES,
        "hardware": [{"support_ends": day} for day in _DAYS],
    },
    "datasets": {"personal_data": ["none", "personal", "special-category"]},
    "licences": {
        "product": ["dune-os", "dune-db"],
        "versions": [[], ["1"], ["2"]],
        "ends": _DAYS,
    },
    "contracts": {
        "starts": ["2020-01-01", "2026-11-22"],
        "ends": ["2026-06-30", *_DAYS],
        "auto_renews": ["true", "false"],
        "renews_for": ["1 months", "12 months"],
    },
    "projects": {"status": ["proposed", "planned", "live", "done"]},
}
"""What may be filled in, by section and field."""

RELATIONS: Mapping[str, Raw] = {
    "services": {
        "organisation": [["marram"], ["marram", "saltern"]],
        "lgsl": ["57", "516"],
        "function": ["101"],
        "joint": ["true"],
        "consumes": [["api"]],
    },
    "applications": {
        "organisation": [[council] for council in _COUNCILS],
        "product": ["dune-db", "alpha", "beta"],
        "capabilities": [[], *([name] for name in _CAPABILITIES)],
        "supports": [["svc-a"], ["svc-a", "svc-b"]],
        "runs_on": [["srv-a"], [{"any_of": ["srv-a", "srv-b"]}]],
        "stores_in": [["srv-b"]],
        "uses": [["app-a"], ["app-b"], ["app-c"]],
        "replaces": [["app-a"], ["app-b"]],
        "covered_by": [["con"], []],
        "software": [[], [{"product": "gamma", "version": "1"}]],
        "provides": [["api"]],
    },
    "servers": {
        "hosted_on": [["srv-c"]],
        "licensed_by": [["lic-a"], ["lic-a", "lic-b"]],
        "software": [[], [{"product": "dune-os"}], [{"product": "dune-os", "version": "2"}]],
        "holds": [["data"]],
        "status": ["live", "retired", "planned"],
    },
    "projects": {
        "changes": [
            [{"on": "2027-02-28", "retire": "srv-a"}],
            [{"on": "2027-01-31", "set": {"asset": "srv-a", "software": []}}],
            [{"on": "2027-01-31", "set": {"asset": "srv-a", "until": "2027-12-31"}}],
        ],
        "budget": [[{"year": "2026-27", "funded": "true", "for": ["srv-a", "app-a"]}]],
    },
    "contracts": {"covers": [["app-a"], ["app-a", "app-b"]]},
}
"""What makes the estate what it is: who relates to whom, what is installed, what a job is."""

_RECORDS: Mapping[str, tuple[str, ...]] = {
    "services": ("svc-a", "svc-b"),
    "applications": ("app-a", "app-b", "app-c"),
    "servers": ("srv-a", "srv-b", "srv-c"),
    "apis": ("api",),
    "datasets": ("data",),
    "licences": ("lic-a", "lic-b"),
    "contracts": ("con",),
    "projects": ("prj-a", "prj-b"),
}

_ORGANISATIONS: Raw = {
    "marram": {"name": "Marram"},
    "saltern": {"name": "Saltern"},
    "dune": {"name": "Dune", "members": ["marram", "saltern"]},
}


class Hole(NamedTuple):
    """A field that is absent, and what it may be."""

    path: tuple[str | int, ...]
    field: str
    answers: list[Any]


@st.composite
def estates(draw: st.DrawFn) -> Raw:
    """Make up the raw sections of an estate."""
    sections: Raw = {"organisations": _ORGANISATIONS}
    for section, keys in _RECORDS.items():
        sections[section] = {key: _record(draw, section, key) for key in keys}
    for licence in sections["licences"].values():
        licence["extended_support"] = "true"
    return sections


def _record(draw: st.DrawFn, section: str, key: str) -> Raw:
    record: Raw = {"name": draw(st.sampled_from(["Planning", "Plannings", key]))}
    for table, rate in ((ANSWERS, 2), (RELATIONS, 3)):
        for field, values in table.get(section, {}).items():
            if draw(st.integers(0, 3)) < rate:
                value = deepcopy(draw(st.sampled_from(values)))
                if value not in ([key], "null"):
                    record[field] = value
    return record


def holes(sections: Raw, table: Mapping[str, Raw] = ANSWERS) -> list[Hole]:
    """Return every field of a table that is absent, and every absent field of what is installed."""
    return [*_of_records(sections, table), *(_of_software(sections) if table is ANSWERS else ())]


def _of_records(sections: Raw, table: Mapping[str, Raw]) -> Iterator[Hole]:
    for section, fields in table.items():
        for key, record in sections[section].items():
            for field, answers in fields.items():
                # A version without a product says nothing of either.
                if field not in record and (field != "version" or "product" in record):
                    yield Hole((section, key), field, answers)


def _of_software(sections: Raw) -> Iterator[Hole]:
    for section in ("applications", "servers"):
        for key, record in sections[section].items():
            for position, item in enumerate(record.get("software", ())):
                for field, answers in _SOFTWARE.items():
                    if field not in item:
                        yield Hole((section, key, "software", position), field, answers)


def filled(sections: Raw, hole: Hole, answer: object) -> Raw:
    """Return the estate with one more answer."""
    more = deepcopy(sections)
    record: Any = more
    for step in hole.path:
        record = record[step]
    record[hole.field] = answer
    return more


def facts_of_raw(sections: Raw) -> Facts:
    """Return the facts of raw sections; an estate that no inventory may be is made up anew."""
    document = Document("made-up.yaml", "", values=deepcopy(sections))
    try:
        inventory = inventory_of([document], name="Marram", policy=Policy(), defaults={})
    except InventoryError:
        reject()
    return derive(inventory.estate, TODAY, CATALOGUE, WORDS)


CATALOGUE = empty(ALWAYS).laid_over(local_products(estate_of(PRODUCTS)))
