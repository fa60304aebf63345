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


def test_every_database_cache_and_search_cluster_stands_as_counted(platform: RealEstate) -> None:
    judged = Counter((f.product_id, standing(f)) for f in installations(platform) if f.given)
    assert judged == counting.standings()
    assert judged.total() == 1585


def test_nothing_is_unsupported_on_the_day_and_what_ends_later_is(platform: RealEstate) -> None:
    for day in (date(2026, 11, 21), date(2027, 11, 7), date(2027, 11, 8), date(2029, 8, 1)):
        run = platform.on(day)
        unmanaged = run.outcome.unmanaged.installations
        unsupported = [f for f in run.outcome.findings if f.rule == "unsupported-software"]
        levels = {finding.severity for finding in unsupported}
        stated = Counter(dict(f.subject.detail)["product"] for f in unsupported)
        ended = Counter(
            product
            for row in counting.resources()
            for product, version in [counting.written(row) or ("", "")]
            if counting.standing(product, version, day) == "ended"
        )
        assert stated == ended
        assert unmanaged == ended.total()
        assert levels <= {"critical"}


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
    extended = platform.rules["extended-support"].failed
    unknown = platform.found("unknown-support")
    headline = platform.run.outcome.unmanaged.unknown
    namespaces = unknown & set(counting.labels())
    assert extended == counts["extended"]
    assert len(unknown) == counts["unknown"] + len(namespaces)
    assert headline == len(unknown)
    assert namespaces >= set(counting.labels()) - counting.in_house()


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
    late = platform.found("overdue-review")
    assert len(late) == counting.overdue()


def test_only_namespaces_that_are_not_production_support_nothing(platform: RealEstate) -> None:
    labels = counting.labels()
    alone = platform.found("orphaned-asset")
    assert alone
    assert {labels[name]["is-production"] for name in alone} == {"false"}


def test_lancashires_contracts_are_those_awarded_to_suppliers_once_each(
    lancashire: RealEstate,
) -> None:
    references = {row["notice_id"] for row in counting.awarded()}
    sections = lancashire.imported.sections
    contracts = {entry["reference"] for entry in sections["contracts"].values()}
    suppliers = {key.replace("-", " "): entry for key, entry in sections["suppliers"].items()}
    spellings = counting.spellings()
    assert contracts == references
    assert set(suppliers) == set(spellings)
    for key, entry in suppliers.items():
        noted = {text.strip() for text in re.split(r"; |:", entry["notes"])}
        assert spellings[key] <= noted


def test_an_audit_of_contracts_without_ends_finds_no_software(lancashire: RealEstate) -> None:
    outcome = lancashire.run.outcome
    assets, unsupported = outcome.assets, outcome.unmanaged.installations
    dated = [e for e in lancashire.imported.sections["contracts"].values() if "ends" in e]
    awarded = len(counting.awarded())
    assert assets == awarded
    assert unsupported == 0
    assert not dated
