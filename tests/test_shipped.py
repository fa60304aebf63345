"""What travels with the program is where it says."""

from __future__ import annotations

from estate.shipped import example_estate, standard_rules


def test_the_standard_rules_and_the_example_are_there() -> None:
    assert (standard_rules() / "support.yaml").is_file()
    assert (example_estate() / "estate.yaml").is_file()
    assert (example_estate() / "inventory").is_dir()
