"""Small estates, judged, as the page shows them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.report.stored_outcome import HOSTILE, hostile

from estate.findings import Counts, Outcome
from estate.findings.trend import Bearing, Gap, Numbers, Point
from estate.pipeline import Options, load_estate, run
from estate.pipeline.showing import source_of
from estate.report.html import Source, render

ROOT = Path(__file__).parents[3]
DAY = date(2026, 11, 21)
BESIDE = ("findings.json", "exceptions.html")

SETTINGS = """estate: 1
name: Dune and Wold
measures:
  - {name: Calls resolved, perspective: service, target: 80, value: 76, on: 2026-09-30}
  - {name: Spend, perspective: finance, target: 100, value: 103, on: 2026-09-30, source: Ledger}
  - {name: Posts, perspective: skills, target: 95, value: 95, on: 2026-09-30, source: HR}
"""

SMALL: dict[str, Any] = {
    "organisations": {
        "dune": {
            "name": "Dune Council",
            "type": "council",
            "budget": [{"year": "2026-27", "revenue": 1200, "for": ["con-tax"]}],
        },
        "wold": {"name": "Wold Council", "type": "council"},
    },
    "products": {
        "dune-db": {
            "name": "Dune database",
            "versions": {
                "12": {"support_ends": "2022-03-31"},
                "19": {"support_ends": "2027-06-30"},
            },
        },
    },
    "services": {
        "council-tax": {
            "name": "Council tax",
            "directorate": "Finance",
            "organisation": "dune",
            "criticality": "critical",
            "public": True,
            "channels": ["phone"],
        },
        "parking": {"name": "Parking", "organisation": "wold", "public": True},
    },
    "applications": {
        "tax": {
            "name": "Tax system",
            "organisation": "dune",
            "criticality": "critical",
            "category": "line-of-business",
            "supports": ["council-tax"],
            "product": "tide-tax",
            "runs_on": ["srv-db"],
            "skills": {"people": 1},
            "recovery": {"rto": "4h", "tested": "2026-03-01"},
        },
        "levy": {
            "name": "Levy system",
            "organisation": "dune",
            "category": "line-of-business",
            "product": "reef-levy",
            "supports": ["council-tax"],
        },
        "loner": {"name": "Loner", "organisation": "wold"},
    },
    "servers": {
        "srv-db": {
            "name": "DB01",
            "organisation": "dune",
            "form": "physical",
            "software": ["dune-db@12"],
            "located_at": ["hall"],
        },
        "srv-new": {"name": "DB02", "organisation": "dune", "software": ["dune-db@19"]},
    },
    "sites": {"hall": {"name": "Town Hall", "organisation": "dune", "closes": "2028-03-31"}},
    "contracts": {
        "con-tax": {
            "name": "Tax contract",
            "organisation": "dune",
            "ends": "2027-03-31",
            "covers": ["tax"],
        }
    },
    "projects": {
        "prj-db": {
            "name": "New database",
            "organisation": "dune",
            "status": "live",
            "starts": "2026-06-01",
            "ends": "2027-05-31",
            "changes": [{"on": "2027-05-01", "retire": "srv-db"}],
        },
        "prj-vague": {"name": "Some day"},
    },
    "exceptions": {
        "ex-1": {
            "rule": "duplicate-system",
            "organisation": "dune",
            "covers": [{"members": ["levy", "tax"]}],
            "accepted_by": "Architect",
            "accepted_on": "2026-10-01",
            "expires": "2027-04-30",
        }
    },
}


def source(sections: dict[str, Any], settings: str = SETTINGS) -> Source:
    """Return an inventory of these sections, judged, as the page shows it."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "estate.yaml").write_text(settings, encoding="utf-8")
        (root / "inventory").mkdir()
        (root / "inventory" / "all.json").write_text(json.dumps(sections), encoding="utf-8")
        found = run(load_estate(root), Options(today=DAY, explain_unknown=True))
    return source_of(found, BESIDE)


@cache
def small() -> Source:
    """Return a small estate with something for every view, and a past with a gap."""
    made = source(SMALL)
    ids = [each.id for each in made.principles]
    made.history = (
        Point(date(2026, 8, 31), "a" * 40, _numbers(4, ids)),
        Point(date(2026, 9, 30), "b" * 40, Gap(3)),
        Point(date(2026, 10, 31), "c" * 40, _numbers(2, ids)),
        Point(DAY, "", _numbers(1, ids)),
    )
    return made


def _numbers(open_: int, ids: list[str]) -> Numbers:
    bearings = tuple(Bearing(key, open_ + at, 20, at) for at, key in enumerate(ids))
    return Numbers(9, open_, 1, 3, 2, Counts(high=open_), 5, bearings)


@cache
def example() -> Source:
    """Return the example estate."""
    return source_of(run(load_estate(ROOT), Options(today=DAY, explain_unknown=True)), BESIDE)


@cache
def attacked() -> Source:
    """Return an estate in which every text that people write is an attack."""
    texts = [text.replace("\ud800", "") for text in HOSTILE]
    sections: dict[str, Any] = json.loads(json.dumps(SMALL))
    number = 0
    for records in sections.values():
        for record in records.values():
            for field in ("name", "description", "directorate", "owner", "notes", "accepted_by"):
                if field in record or field in {"description", "notes"}:
                    record[field] = texts[number % len(texts)]
                    number += 1
    for at, text in enumerate(texts):
        sections["applications"][f"app-{at}"] = {
            "name": text,
            "organisation": "dune",
            "supports": ["council-tax"],
            "uses": ["tax"],
        }
    judged = source(sections)
    return with_outcome(judged, told(judged.outcome, hostile()))


def told(real: Outcome, stored: Outcome) -> Outcome:
    """Return an outcome whose findings, acceptances and gaps are also those of another."""
    return replace(
        real,
        estate=stored.estate,
        findings=(*stored.findings, *real.findings),
        acceptances=(*stored.acceptances, *real.acceptances),
        unknown=(*stored.unknown, *real.unknown),
        not_run=stored.not_run,
        organisations={**real.organisations, **stored.organisations},
        places={**real.places, **stored.places},
    )


def with_outcome(of: Source, outcome: Outcome) -> Source:
    """Return a source with another outcome."""
    return Source(
        outcome,
        of.facts,
        measures=of.measures,
        principles=of.principles,
        currency=of.currency,
        beside=of.beside,
    )


@cache
def page(of: Source) -> str:
    """Return the page of a source."""
    return "".join(render(of))
