from __future__ import annotations

import pytest
from tests.facts.written import facts_of


def held(dataset: str, app: str, server: str = "") -> str | None:
    facts = facts_of(f"""
datasets: {{data: {{name: Data{dataset}}}}}
applications: {{app: {{name: App, runs_on: [srv]{app}}}}}
servers: {{srv: {{name: SRV, holds: [data]{server}}}}}
""")
    degree: str | None = facts.column("asset.personal_data")["srv"]
    return degree


NONE = ", personal_data: none"
PERSONAL = ", personal_data: personal"
SPECIAL = ", personal_data: special-category"


@pytest.mark.parametrize(
    ("dataset", "app", "expected"),
    [
        (SPECIAL, PERSONAL, "special-category"),
        (SPECIAL, "", "special-category"),
        (PERSONAL, NONE, "personal"),
        (NONE, NONE, "none"),
        (PERSONAL, "", None),
        ("", NONE, None),
    ],
)
def test_a_machine_carries_the_most_sensitive_data_of_what_it_holds_and_serves(
    dataset: str, app: str, expected: str | None
) -> None:
    assert held(dataset, app) == expected


def test_what_stores_in_it_counts() -> None:
    facts = facts_of("""
applications: {app: {name: App, personal_data: personal, stores_in: [srv]}}
servers: {srv: {name: SRV}, idle: {name: Idle}}
""")

    assert facts.column("asset.personal_data") == {
        "app": "personal",
        "srv": "personal",
        "idle": None,
    }


@pytest.mark.parametrize("section", ["applications", "datasets"])
def test_what_states_its_data_is_taken_at_its_word(section: str) -> None:
    facts = facts_of(f"{section}: {{x: {{name: X{NONE}}}, y: {{name: Y}}}}")

    assert facts.column("asset.personal_data") == {"x": "none", "y": None}
