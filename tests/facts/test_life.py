from __future__ import annotations

import pytest
from tests.facts.written import facts_of

from estate.facts import PRESENT


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ("status: live", "live"),
        ("from: 2026-11-21", "live"),
        ("from: 2026-11-22", "planned"),
        ("status: retiring, from: 2026-11-22", "planned"),
        ("status: proposed, from: 2026-11-22", "proposed"),
        ("status: planned, from: 2020-01-01", "planned"),
        ("until: 2026-11-21", "live"),
        ("until: 2026-11-20", "retired"),
        ("status: proposed, until: 2026-11-20", "retired"),
        ("status: retiring, until: 2027-01-01", "retiring"),
        ("status: retired, from: 2026-11-22", "retired"),
        ("from: null, until: null", "live"),
    ],
)
def test_the_status_is_cut_by_the_first_and_the_last_day(fields: str, state: str) -> None:
    facts = facts_of(f"sites: {{hall: {{name: Hall, {fields}}}}}")

    assert facts.column("asset.state") == {"hall": state}
    assert (state in PRESENT) == (state in {"live", "retiring"})
