"""The page on real estates says what a fresh import and audit say, and its checks hold."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.realdata import counting
from tests.realdata.estates import RealEstate
from tests.realdata.lists import tables_of
from tests.realdata.markdown import blocks, cells, grid, rewritten
from tests.realdata.tables import PAGE, installations, standing, tables

from estate.facts import Installation

TEXT = PAGE.read_text("utf-8")
CHECKS = cells(re.findall(r"<!-- checks -->\n(.*?)<!-- end of checks -->", TEXT, re.DOTALL)[0])


@pytest.mark.realdata
def test_every_table_is_what_a_fresh_run_gives(
    platform: RealEstate, lancashire: RealEstate, tmp_path: Path
) -> None:
    fresh = tables(platform, lancashire, tables_of(tmp_path))
    shown = blocks(TEXT)
    shown = {name: table for name, table in shown.items() if not name.startswith("foreign-")}
    stale = [name for name in fresh.keys() | shown.keys() if fresh.get(name) != shown.get(name)]
    assert not stale, "python -m tests.realdata.tables writes the tables anew"


@pytest.mark.realdata
def test_every_number_in_the_text_is_what_a_fresh_run_gives(platform: RealEstate) -> None:
    found = installations(platform)
    known = [f for f in found if f.given]
    soon = [f for f in known if standing(f) == "12 months"]
    postgres = [f for f in soon if "postgresql" in f.product_id and f.cycle == "14"]
    unstated = [f for f in known if f.given == "amazon-rds"]
    replicas = [f for f in unstated if "replica" in f.asset.id]
    unversioned = [f for f in known if f.product and standing(f) == "unknown"]
    undated = [f for f in known if not f.product and f not in unstated]
    rules = platform.rules
    review = rules["overdue-review"]
    ended = [f for f in known if f.product_id == "amazon-opensearch" and f.cycle in {"2.7", "2.9"}]
    versions = {f.cycle for f in known if f.product_id == "amazon-opensearch" and f.cycle}
    live = sum(f.asset.environment == "production" for f in ended)
    silent = sum(f.asset.id.endswith("/sqlserver") for f in unstated)
    counts = platform.imported.counts
    labels, own = counting.labels(), counting.in_house()
    dated = review.failed + review.passed
    phrases = [
        f"so the audit speaks of {platform.run.outcome.assets:,}.",
        f"All {counts.tables['namespaces'].used:,} manifests",
        f"all {counts.tables['resources'].used:,} resources were used",
        f"Of the other {len(labels) - len(own)} nobody says",
        f"{_word(silent)} databases that state nothing are called `sqlserver`",
        f"Of the {len(unstated)} without an engine, {len(replicas)} are called a replica",
        f"It is {len(postgres)} of the {len(soon)}",
        f"{_word(live).capitalize()} of the {_word(len(ended))} clusters are production",
        f"of {dated} namespaces with a date after which they should be reviewed, {review.passed}",
        f"{_word(len(versions))} versions for 46 clusters",
        f"{rules['duplicate-system'].unknown} services are supported by several",
        f"That settles {len(unstated) + len(unversioned)} databases and search clusters",
        f"That settles {len(undated)} more",
    ]
    absent = [phrase for phrase in phrases if phrase not in TEXT]
    assert not absent


def _word(number: int) -> str:
    return {3: "three", 8: "eight", 12: "twelve"}.get(number, str(number))


@pytest.mark.realdata
def test_notices_left_out_are_counted(lancashire: RealEstate) -> None:
    notices = lancashire.imported.counts.tables["notices"]
    phrase = f"Of {notices.rows} notices {notices.filtered} were invitations"
    assert phrase in TEXT


@pytest.mark.realdata
@pytest.mark.parametrize("check", CHECKS, ids=[check[0] for check in CHECKS])
def test_what_was_checked_by_hand_holds(check: list[str], platform: RealEstate) -> None:
    resource, number = check[0], int(check[1])
    row = counting.resources()[number - 2]
    assert f"{row['namespace']}/{row['module_name']}" == resource
    found = next(f for f in installations(platform) if f.asset.id == resource)
    said = sorted(
        f"{finding.severity} {finding.rule}"
        for finding in platform.findings
        if finding.subject.id == resource and finding.subject.kind == "installation"
    )
    assert check[2:6] == _raw(row)
    status, agrees = found.support.status or "unknown", _agrees(found, check[4])
    assert check[6:] == [status, ", ".join(said) or "nothing"]
    assert agrees


def _raw(row: counting.Row) -> list[str]:
    """Return what the row and the raw catalogue say: as written, product and cycle, both dates."""
    fields = ("db_engine", "db_engine_version", "rds_family", "engine_version")
    written = "; ".join(row[field] for field in fields if row[field])
    product, version = counting.written(row) or ("", "")
    cycle = counting.cycle(product, version)
    if cycle is None:
        return [written, "not in the catalogue", "unknown", "unknown"]
    dates = counting.cycles(product)[cycle]
    words = {"None": "none", "False": "not announced"}
    last = [str(dates.get(key)) for key in ("eol", "eoes")]
    return [written, f"{product} {cycle}", *(words.get(day, day) for day in last)]


def _agrees(found: Installation, ends: str) -> bool:
    """Whether the program judged by the day on the page."""
    support = found.support
    days = {str(support.ends), str(support.ended)}
    return (
        ends in days
        or (ends == "not announced" and str(support.ends) == "9999-12-31")
        or (ends == "unknown" and support.status is None)
    )


def test_ten_findings_were_checked() -> None:
    assert len({check[0] for check in CHECKS if check[-1] != "nothing"}) >= 10


def test_a_table_in_a_page_is_replaced_and_read_again() -> None:
    page = "Before\n<!-- table: one -->\nold\n<!-- end of table -->\nafter"
    table = grid(["name", "count"], [["a", 1234], ["`b`", 5]])
    again = rewritten(page, {"one": table})
    assert again.startswith("Before\n")
    assert again.endswith("<!-- end of table -->\nafter")
    assert blocks(again) == {"one": table}
    assert cells(table) == [["a", "1,234"], ["b", "5"]]
