"""`estate.yaml`: its defaults, its mistakes, and where it is looked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from estate.config import find_root, load_config, locate_in_config, parse_config
from estate.errors import ConfigError
from estate.model.scalars import Term


def test_two_lines_are_enough_and_the_rest_is_the_formats() -> None:
    config = parse_config(b"estate: 1\nname: Marram\n")

    assert (config.inventory, config.rules, config.reports) == (
        "inventory",
        ("standard",),
        "reports",
    )
    assert (config.timezone, config.currency) == ("Europe/London", "GBP")
    assert config.policy.fail_on == "high"
    assert config.policy.horizons == (Term(12), Term(24), Term(36))
    assert config.policy.acceptance.appetite == 9


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("estate: 2\nname: M\n", "estate.yaml:1:9"),
        ("estate: 1\n", "name"),
        ("estate: 1\nname: M\npolcy: {}\n", "did you mean 'policy'?"),
        ("estate: 1\nname: M\npolicy: {fail_on: hihg}\n", "did you mean 'high'?"),
        ("estate: 1\nname: M\ntimezone: Mars/Base\n", "estate.yaml:3:11"),
        ("estate: 1\nname: M\nfinancial_year_starts: 31-04\n", "MM-DD"),
        ("estate: 1\nname: M\ninventory: ../elsewhere\n", "below the estate's folder"),
        ("estate: 1\nname: M\nrules: [/etc]\n", "estate.yaml:3:9"),
        ("estate: [\n", "estate.yaml:"),
    ],
)
def test_a_mistake_is_told_with_its_place(text: str, said: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_config(text.encode())

    assert any(said in str(problem) for problem in caught.value.problems)


def test_every_mistake_is_told_at_once() -> None:
    with pytest.raises(ConfigError) as caught:
        parse_config(b"estate: 9\nnaem: M\ntimezone: Nowhere\n")

    assert len(caught.value.problems) >= 3


def test_the_estate_is_found_upwards_and_never_above_a_repository(tmp_path: Path) -> None:
    (tmp_path / "estate.yaml").write_text("estate: 1\nname: M\n")
    deep = tmp_path / "inventory" / "servers"
    deep.mkdir(parents=True)
    assert find_root(deep) == tmp_path

    (tmp_path / "inventory" / ".git").mkdir()
    with pytest.raises(ConfigError, match="estate init"):
        find_root(deep)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        load_config(tmp_path)


def test_a_value_of_the_configuration_is_found(tmp_path: Path) -> None:
    (tmp_path / "estate.yaml").write_text("estate: 1\nname: M\nignore: [one, two]\n")

    place = locate_in_config(tmp_path)(("ignore", 1))

    assert (place.line, place.column) == (3, 15)
