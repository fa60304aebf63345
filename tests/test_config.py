"""`estate.yaml`: what it says, its defaults, its mistakes, and where it is looked for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from estate.config import (
    Config,
    Measure,
    config_schema,
    find_root,
    load_config,
    locate_in_config,
    parse_config,
)
from estate.errors import ConfigError, Problem
from estate.model import AcceptancePolicy, Policy
from estate.model.scalars import Term

FORMAT = Path(__file__).parent / "read" / "format"
START = "estate: 1\nname: Marram\n"


def told(text: str) -> tuple[Problem, ...]:
    with pytest.raises(ConfigError) as caught:
        parse_config(text.encode())
    return caught.value.problems


def read(text: str) -> Config:
    return parse_config((START + text).encode())


class TestWhatItSays:
    def test_two_lines_are_enough_and_the_rest_is_the_formats(self) -> None:
        months = (Term(12), Term(24), Term(36))
        assert read("") == Config(
            estate=1,
            name="Marram",
            inventory="inventory",
            rules=("standard",),
            reports="reports",
            timezone="Europe/London",
            currency="GBP",
            financial_year_starts="04-01",
            policy=Policy(
                fail_on="high",
                gaps="report",
                horizons=months,
                acceptance=AcceptancePolicy(
                    longest=None,
                    review_within=Term(12),
                    signatures="optional",
                    appetite=9,
                ),
                internet_zones=("internet",),
            ),
            defaults={},
            severity={},
            parameters={},
            ignore=(),
            measures=(),
        )

    def test_every_field_of_the_format(self) -> None:
        config = load_config(FORMAT)
        assert config.name == "Heron and Plover"
        assert config.rules == ("standard", "rules")
        assert config.policy.acceptance.longest == {
            "critical": Term(6),
            "high": Term(12),
            "medium": Term(12),
        }
        assert config.defaults == {"organisation": "heron"}
        assert config.severity == {"supplier-concentration": "low"}
        assert config.parameters == {"closing-notice-window": {"days": "120"}}
        assert config.ignore == ("unpublished-contract-fields",)
        assert config.measures == (
            Measure(
                name="Calls resolved first time",
                perspective="service",
                target=80,
                value=76,
                on=date(2026, 9, 30),
                source="Service desk",
            ),
        )

    @pytest.mark.parametrize("day", ["04-01", "12-31", "02-28", "01-29"])
    def test_a_financial_year_starts_on_any_day_of_every_year(self, day: str) -> None:
        assert read(f"financial_year_starts: {day}\n").financial_year_starts == day

    @pytest.mark.parametrize(
        "text", ["rules: ~", "rules: []", "ignore: ~", "measures: ~", "defaults: {}", "policy: {}"]
    )
    def test_what_may_be_none(self, text: str) -> None:
        assert read(text).name == "Marram"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("polcy: {}", "3:1: unknown field 'polcy' of an estate.yaml"),
        ("policy: {fail: high}", "3:10: unknown field 'fail' of policy"),
        ("policy: {fail_on: hihg}", "3:19: policy.fail_on is 'hihg'"),
        ("policy: {gaps: ignore}", "3:16: policy.gaps is 'ignore'"),
        ("policy: {horizons: [1 decade]}", "3:21: policy.horizons is '1 decade'"),
        ("policy: {horizons: 12 months}", "3:20: policy.horizons is '12 months' (expected a list"),
        (
            "policy: {acceptance: {longest: {hihg: 1 month}}}",
            "3:33: policy.acceptance.longest has the key",
        ),
        ("policy: {acceptance: {longest: {high: long}}}", "3:39: policy.acceptance.longest.high"),
        ("policy: {acceptance: {review_within: ~}}", "3:38: policy.acceptance.review_within is"),
        ("policy: {acceptance: {signatures: yes}}", "3:35: policy.acceptance.signatures is 'yes'"),
        ("policy: {acceptance: {appetite: 30}}", "3:33: policy.acceptance.appetite is '30'"),
        ("policy: ~", "3:9: policy is null"),
        ("timezone: Mars/Base", "3:11: timezone is 'Mars/Base'"),
        ("timezone: ../../etc/passwd", "3:11: timezone is '../../etc/passwd'"),
        ("timezone: Europe", "3:11: timezone is 'Europe'"),
        ("timezone: ~", "3:11: timezone is null"),
        ("currency: ''", "3:11: currency is ''"),
        ("financial_year_starts: 31-04", "3:24: financial_year_starts is '31-04'"),
        ("financial_year_starts: 02-29", "3:24: financial_year_starts is '02-29'"),
        ("financial_year_starts: April", "3:24: financial_year_starts is 'April'"),
        ("severity: {rule: bad}", "3:18: severity.rule is 'bad'"),
        ("severity: [rule]", "3:1: severity is a list"),
        ("parameters: {rule: 5}", "3:20: parameters.rule is '5'"),
        ("ignore: rule", "3:9: ignore is 'rule' (expected a list; did you mean '[rule]'?)"),
        ("defaults: {organisaton: x}", "3:12: unknown field 'organisaton' in defaults"),
        ("defaults: [organisation]", "3:1: defaults is a list"),
        ("measures: [{name: M}]", "3:12: this item of measures has no 'perspective'"),
        ("measures: [{perspective: x}]", "3:12: this item of measures has no 'name'"),
        ("rules: [[a]]", "3:9: rules is a list"),
        ("name: Saltern", "3:1: the key 'name' a second time"),
        ("rules: [", "3:8: the file ends where a value is due"),
        ("rules: [a", "3:8: a list in brackets that does not go on"),
        ("rules: !!python/name:os.system x", "3:8: the tag '!!python/name:os.system'"),
    ],
)
def test_a_mistake_is_told_at_its_place(line: str, said: str) -> None:
    assert any(str(problem).startswith(f"estate.yaml:{said}") for problem in told(START + line))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ["1:1: this estate.yaml has no 'estate'", "1:1: this estate.yaml has no 'name'"]),
        ("estate: 1\n", ["1:1: this estate.yaml has no 'name'"]),
        ("name: M\n", ["1:1: this estate.yaml has no 'estate'"]),
        ("estate: 2\nname: M\n", ["1:9: estate is '2' (expected 1, the version of the format)"]),
        ("estate: 1\nname: ~\n", ["2:7: name is null (expected a text that is not empty)"]),
        ("- estate\n", ["1:1: the file holds a list"]),
        ("estate: 9\nnaem: M\ntimezone: No\n", ["1:1: this", "1:9: estate", "2:1:", "3:11: time"]),
    ],
)
def test_every_mistake_is_told_at_once(text: str, said: list[str]) -> None:
    problems = told(text)
    assert len(problems) == len(said)
    for problem, start in zip(problems, said, strict=True):
        assert str(problem).startswith(f"estate.yaml:{start}")


def test_the_error_counts_the_problems() -> None:
    with pytest.raises(ConfigError, match=r"^estate\.yaml has 1 problem$"):
        parse_config(b"estate: 1\n")
    with pytest.raises(ConfigError, match=r"^estate\.yaml has 2 problems$"):
        parse_config(b"")


@pytest.mark.parametrize("field", ["inventory", "reports", "rules"])
@pytest.mark.parametrize(
    "path",
    ["..", "../x", "a/../../x", "/etc", "/", ".", "./", "C:\\x", "..\\x", "\\\\host\\x", "a/.."],
)
def test_a_path_that_leaves_the_estate_is_refused(field: str, path: str) -> None:
    value = f"['{path}']" if field == "rules" else f"'{path}'"
    (problem,) = told(f"{START}{field}: {value}\n")
    assert problem.expected == "a path below the estate's folder"
    assert problem.location.text[problem.location.column - 1 :].startswith(f"'{path}'")


@pytest.mark.parametrize("path", ["inventory", "a/b", "./a", "...", "a.b", "~", "Größe"])
def test_a_path_below_the_estate_is_taken(path: str) -> None:
    assert read(f"inventory: '{path}'\n").inventory == path


@pytest.mark.parametrize(
    ("inventory", "reports"),
    [("inventory", "inventory"), ("inventory", "inventory/reports"), ("a/b", "a/b/c")],
)
def test_reports_lie_outside_the_inventory(inventory: str, reports: str) -> None:
    (problem,) = told(f"{START}inventory: {inventory}\nreports: {reports}\n")
    assert problem.location.line == 4
    assert "outside the inventory" in problem.expected


class TestFindingIt:
    def test_it_is_found_upwards(self, tmp_path: Path) -> None:
        (tmp_path / "estate.yaml").write_text(START, encoding="utf-8")
        deep = tmp_path / "inventory" / "servers"
        deep.mkdir(parents=True)
        assert find_root(tmp_path) == find_root(deep) == tmp_path.resolve()
        assert find_root(deep / "not" / "there") == tmp_path.resolve()

    def test_the_nearest_is_meant(self, tmp_path: Path) -> None:
        inner = tmp_path / "inner"
        inner.mkdir()
        for folder in (tmp_path, inner):
            (folder / "estate.yaml").write_text(START, encoding="utf-8")
        assert find_root(inner) == inner.resolve()

    @pytest.mark.parametrize("repository", ["folder", "file"])
    def test_never_above_a_repository(self, tmp_path: Path, repository: str) -> None:
        (tmp_path / "estate.yaml").write_text(START, encoding="utf-8")
        inner = tmp_path / "work" / "deep"
        inner.mkdir(parents=True)
        if repository == "folder":
            (tmp_path / "work" / ".git").mkdir()
        else:
            (tmp_path / "work" / ".git").write_text("gitdir: elsewhere", encoding="utf-8")
        with pytest.raises(ConfigError, match=r"no estate.yaml in .* 'estate init' writes one"):
            find_root(inner)

    def test_a_repository_may_be_an_estate(self, tmp_path: Path) -> None:
        (tmp_path / "estate.yaml").write_text(START, encoding="utf-8")
        (tmp_path / ".git").mkdir()
        assert find_root(tmp_path) == tmp_path.resolve()

    def test_a_folder_of_that_name_is_no_estate(self, tmp_path: Path) -> None:
        (tmp_path / "estate.yaml").mkdir()
        (tmp_path / ".git").mkdir()
        with pytest.raises(ConfigError):
            find_root(tmp_path)

    def test_there_is_none_at_all(self) -> None:
        with pytest.raises(ConfigError, match=r"no estate.yaml in / or above it"):
            find_root(Path("/"))


class TestReadingIt:
    def test_a_file_that_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(ConfigError, match="cannot be read: No such file or directory"):
            load_config(tmp_path)

    def test_bytes_that_are_no_utf_8(self) -> None:
        (problem,) = told_bytes("estate: 1\nname: Café\n".encode("latin-1"))
        assert problem.location.line == 2
        (problem,) = told_bytes(START.encode("utf-16"))
        assert problem.message == "the file is UTF-16"

    def test_a_value_of_it_is_found(self, tmp_path: Path) -> None:
        (tmp_path / "estate.yaml").write_text(f"{START}ignore: [one, two]\n", encoding="utf-8")
        place = locate_in_config(tmp_path)(("ignore", 1))
        assert (place.line, place.column) == (3, 15)

    def test_its_schema_has_its_name(self) -> None:
        assert config_schema()["title"] == "An estate.yaml, format version 1"


def told_bytes(data: bytes) -> tuple[Problem, ...]:
    with pytest.raises(ConfigError) as caught:
        parse_config(data)
    return caught.value.problems
