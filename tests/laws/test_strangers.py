"""What has nothing to do with a record changes nothing that is said of it.

Two kinds of subjects are about all records at once, and outside the law: the estate, and an
organisation, which is judged by all that is there. Nor does the strangers' site close: of what
stands nobody knows where, it is then unknown whether it stands there.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Final

import pytest
from tests.laws.corpus import Raw, Small, corpus, example_estate, judged

from estate.findings import Finding, Unknown

pytestmark = pytest.mark.no_cover

STRANGERS: Final[Raw] = {
    "suppliers": {"qqq-supplier": {"name": "Quagga"}},
    "sites": {"qqq-site": {"name": "Quince Yard"}},
    "servers": {
        "qqq-server": {
            "name": "Quartz",
            "form": "physical",
            "exposure": "internet",
            "located_at": ["qqq-site"],
            "software": [{"product": "qqq-product", "version": "1"}],
            "hardware": {"support_ends": "2020-01-01"},
        },
    },
    "applications": {
        "qqq-app": {
            "name": "Quixote",
            "capabilities": ["qqq-capability"],
            "runs_on": ["qqq-server"],
            "supplier": "qqq-supplier",
            "supports": ["qqq-service"],
            "personal_data": "special-category",
        }
    },
    "services": {"qqq-service": {"name": "Quorum", "criticality": "critical", "public": "true"}},
    "products": {
        "qqq-product": {"name": "Quoin", "versions": {"1": {"support_ends": "2020-01-01"}}}
    },
}
"""A site, a server, an application and a service of their own, with much to find fault with."""

WHOLE: Final = frozenset({"estate", "organisation"})


def told(small: Small) -> set[object]:
    """Return all that is said of the records that are no strangers."""
    said: list[Finding | Unknown] = []
    for verdict in judged(small)[1:]:
        said += [*verdict.findings, *verdict.unknown]
    return {
        repr(one) for one in said if one.subject.kind not in WHOLE and not _strange(one.subject.id)
    }


def _strange(key: str) -> bool:
    return "qqq" in key


def joined(small: Small) -> Small:
    """Return an estate and the strangers."""
    sections = deepcopy(small.sections)
    for section, records in STRANGERS.items():
        sections.setdefault(section, {}).update(deepcopy(records))
    return small.with_sections(sections)


def test_strangers_are_worth_a_finding() -> None:
    (first, *_) = corpus()
    found = {f.rule for f in judged(joined(first)).first.findings if _strange(f.subject.id)}
    assert {"unsupported-software", "unsupported-hardware"} <= found


def test_strangers_change_nothing_that_is_said_of_an_example() -> None:
    assert [small.name for small in corpus() if told(joined(small)) != told(small)] == []


def test_strangers_change_nothing_that_is_said_of_the_example_estate() -> None:
    estate = example_estate()
    assert told(estate)
    assert told(joined(estate)) == told(estate)
