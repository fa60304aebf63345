"""Real estates from their tables to an audit, held against a count that knows no program."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

import pytest
from tests.realdata import counting
from tests.realdata.estates import RealEstate
from tests.realdata.tables import installations, standing

pytestmark = pytest.mark.realdata

LEVELS = {"high": "12 months", "medium": "24 months", "low": "36 months"}


def _found(real: RealEstate, rule: str) -> set[str]:
    return {f.subject.id for f in real.run.outcome.findings if f.rule == rule}


def test_every_database_cache_and_search_cluster_stands_as_counted(platform: RealEstate) -> None:
    judged = Counter((f.product_id, standing(f)) for f in installations(platform) if f.given)
    assert judged == counting.standings()
    assert judged.total() == 1585


def test_nothing_is_unsupported_on_the_day_and_what_ends_later_is(platform: RealEstate) -> None:
    for day in (date(2026, 11, 21), date(2027, 11, 7), date(2027, 11, 8), date(2029, 8, 1)):
        outcome = platform.on(day).outcome
        ended = Counter(
            (product, version)
            for row in counting.resources()
            for product, version in [counting.written(row) or ("", "")]
            if counting.standing(product, version, day) == "ended"
        )
        unsupported = [f for f in outcome.findings if f.rule == "unsupported-software"]
        assert outcome.unmanaged.installations == len(unsupported) == ended.total()
        assert all(finding.severity == "critical" for finding in unsupported)
        stated = Counter(dict(f.subject.detail)["product"] for f in unsupported)
        assert stated == Counter(product for product, _ in ended.elements())


def test_support_that_ends_is_found_by_its_horizon(platform: RealEstate) -> None:
    found = Counter(f.severity for f in platform.run.outcome.findings if f.rule == "ending-support")
    counted: Counter[str] = Counter()
    for row in counting.resources():
        product, version = counting.written(row) or ("", "")
        name = counting.cycle(product, version)
        if name is None:
            continue
        dates = counting.cycles(product)[name]
        last = dates["eoes"] if counting.standing(product, version) == "extended" else dates["eol"]
        if last:
            counted[counting.within(date.fromisoformat(last))] += 1
    assert {LEVELS[level]: n for level, n in found.items()} == {
        horizon: counted[horizon] for horizon in LEVELS.values()
    }


def test_extended_support_and_unknown_support_are_found_where_counted(
    platform: RealEstate,
) -> None:
    counts: Counter[str] = Counter()
    for (_, how), n in counting.standings().items():
        counts[how] += n
    outside = len(counting.labels()) - len(counting.in_house())
    rules = {rule.id: rule for rule in platform.run.outcome.rules}
    assert rules["extended-support"].failed == counts["extended"]
    assert rules["unknown-support"].failed == counts["unknown"] + outside
    assert platform.run.outcome.unmanaged.unknown == counts["unknown"] + outside
    assert rules["unsupported-software"].unknown == counts["unknown"] + outside


def test_software_is_in_house_where_its_source_code_is_the_departments(
    platform: RealEstate,
) -> None:
    own = {
        key
        for key, entry in platform.imported.sections["applications"].items()
        if entry.get("support_model") == "in-house"
    }
    assert own == counting.in_house()
    assert len(own) == 1446


def test_reviews_are_overdue_where_the_namespace_says_so(platform: RealEstate) -> None:
    assert len(_found(platform, "overdue-review")) == counting.overdue()


def test_only_namespaces_that_are_not_production_support_nothing(platform: RealEstate) -> None:
    labels = counting.labels()
    alone = _found(platform, "orphaned-asset")
    assert alone
    assert {labels[name]["is-production"] for name in alone} == {"false"}


def test_lancashires_contracts_are_those_awarded_to_suppliers_once_each(
    lancashire: RealEstate,
) -> None:
    awarded = counting.awarded()
    contracts = lancashire.imported.sections["contracts"]
    assert {entry["reference"] for entry in contracts.values()} == {
        row["notice_id"] for row in awarded
    }
    suppliers = lancashire.imported.sections["suppliers"]
    named = {key.replace("-", " ") for key in suppliers}
    assert named == set(counting.spellings())
    for key, entry in suppliers.items():
        spelt = set(re.split(r"; |:", entry["notes"]))
        assert counting.spellings()[key.replace("-", " ")] <= {text.strip() for text in spelt}


def test_an_audit_of_contracts_without_ends_finds_no_software(lancashire: RealEstate) -> None:
    outcome = lancashire.run.outcome
    assert outcome.assets == len(counting.awarded())
    assert outcome.unmanaged.installations == 0
    assert not [rule for rule in outcome.rules if rule.id == "unsupported-software" if rule.failed]
    assert not any("ends" in entry for entry in lancashire.imported.sections["contracts"].values())
