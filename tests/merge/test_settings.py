"""Where settings differ, the stricter one holds, and it is said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.merge.estates import lay

from estate.config import parse_config
from estate.merge import read_part
from estate.merge.settings import Settings, merged_settings
from estate.yaml_text import document

FILE = {"inventory/a.yaml": "servers:\n  x: {name: X}\n"}


def merged(here: Path, *said: str) -> Settings:
    """Merge the settings of some estates."""
    parts = {}
    for number, each in enumerate(said):
        text = f"estate: 1\nname: e{number}\n{each}"
        parts[f"e{number}"] = read_part(lay(here / f"e{number}", {**FILE, "estate.yaml": text}))
    worst = {"mild": "low", "grave": "critical"}
    return merged_settings(parts, "all", ["standard"], lambda rule: worst.get(rule, ""))


def decided(settings: Settings) -> dict[str, str]:
    """Return what was decided, by setting."""
    return {each.setting: each.decided for each in settings.decisions}


def test_what_is_the_same_is_not_told_of(tmp_path: Path) -> None:
    said = "policy: {acceptance: {appetite: 6}}\n"
    found = merged(tmp_path, said, said)
    assert not found.decisions
    config = parse_config(document(found.values).encode())
    assert config.policy.acceptance.appetite == 6
    assert config.name == "all"


def test_the_stricter_policy_holds(tmp_path: Path) -> None:
    north = """\
policy:
  fail_on: high
  gaps: report
  horizons: [12 months]
  acceptance: {longest: {critical: 6 months, low: 90 days}, review_within: 12 months, appetite: 9}
  internet_zones: [internet]
"""
    south = """\
timezone: Europe/Paris
policy:
  fail_on: low
  gaps: fail
  horizons: [6 months, 12 months]
  acceptance:
    longest: {critical: 90 days}
    review_within: 100 days
    signatures: required
    appetite: 4
  internet_zones: [dmz]
"""
    found = merged(tmp_path, north, south)
    assert decided(found) == {
        "timezone": "Europe/London",
        "policy.fail_on": "low",
        "policy.gaps": "fail",
        "policy.horizons": "6 months, 12 months",
        "policy.internet_zones": "internet, dmz",
        "policy.acceptance.longest": "critical: 90 days, low: 90 days",
        "policy.acceptance.review_within": "100 days",
        "policy.acceptance.signatures": "required",
        "policy.acceptance.appetite": "4",
    }
    policy = parse_config(document(found.values).encode()).policy
    assert (policy.fail_on, policy.gaps, policy.acceptance.appetite) == ("low", "fail", 4)


def test_a_rule_is_not_made_milder_by_one_of_them(tmp_path: Path) -> None:
    north = "severity: {mild: high, grave: low, shared: low, other: high}\n"
    found = merged(tmp_path, north, "severity: {shared: high, other: high}\n")
    assert found.values["severity"] == {"mild": "high", "other": "high", "shared": "high"}
    assert decided(found)["severity.grave"] == "not said"


def test_a_rule_is_switched_off_only_by_all(tmp_path: Path) -> None:
    north = "ignore: [a, b]\nparameters: {p: {days: 1}, q: {days: 2}}\n"
    found = merged(tmp_path, north, "ignore: [b, c]\nparameters: {p: {days: 1}}\n")
    assert found.values["ignore"] == ["b"]
    assert found.values["parameters"] == {"p": {"days": "1"}}
    assert decided(found)["parameters.q"] == "not said"


def test_measures_of_one_name_are_told_apart(tmp_path: Path) -> None:
    def measure(value: int) -> str:
        fields = "perspective: service, target: 80, on: 2026-09-30"
        lines = (f"  - {{name: {name}, value: {value}, {fields}}}\n" for name in ("Calls", "Same"))
        return "".join(["measures:\n", *lines])

    found = merged(tmp_path, measure(1), measure(2))
    names: list[Any] = [each["name"] for each in found.values["measures"]]
    assert names == ["Calls (e0)", "Calls (e1)", "Same (e0)", "Same (e1)"]
    assert len(merged(tmp_path, measure(1), measure(1)).values["measures"]) == 2
    assert len(parse_config(document(found.values).encode()).measures) == 4
