"""Questions that need no judging."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from estate.errors import InventoryError
from estate.pipeline.questions import ask

DAY = date(2026, 11, 21)


def _estate(folder: Path, inventory: str) -> Path:
    (folder / "inventory").mkdir()
    settings = "estate: 1\nname: Marram\ntimezone: Europe/Paris\nfinancial_year_starts: 01-01\n"
    (folder / "estate.yaml").write_text(settings)
    (folder / "inventory" / "all.yaml").write_text(inventory)
    return folder


def test_the_facts_are_those_of_the_day_in_the_estate_s_timezone(tmp_path: Path) -> None:
    zones: list[str] = []

    def today(zone: str) -> date:
        zones.append(zone)
        return DAY

    asked = ask(_estate(tmp_path, "servers: {s: {name: S, until: 2026-11-20}}"), today)
    assert zones == ["Europe/Paris"]
    assert asked.facts.column("asset.state") == {"s": "retired"}
    assert asked.facts.years.label(asked.facts.years.of(DAY)) == "2026"
    assert asked.config.name == asked.inventory.estate.name == "Marram"


def test_no_rule_is_read(tmp_path: Path) -> None:
    folder = _estate(tmp_path, "servers: {s: {name: S}}")
    with (folder / "estate.yaml").open("a") as file:
        file.write("rules: [nowhere.yaml]\n")
    assert ask(folder, lambda _: DAY).facts.assets


def test_an_inventory_that_does_not_load_says_everything(tmp_path: Path) -> None:
    folder = _estate(tmp_path, "servers: {s: {nam: S}, t: {nam: T}}")
    with pytest.raises(InventoryError) as caught:
        ask(folder, lambda _: DAY)
    assert len(caught.value.problems) >= 2
