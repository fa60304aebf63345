"""The past of an estate, read from real repositories that are only read."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.pipeline.repositories import Made, content, repository

from estate.errors import UsageError
from estate.findings.trend import Gap, Point
from estate.pipeline import Options, load_estate, run
from estate.pipeline.git import Git, Repository
from estate.pipeline.history import history, numbers_of
from estate.pipeline.history_cache import Cache
from estate.pipeline.revisions import at_revision
from estate.shipped import example_estate

DAYS = tuple(date(2026, month, 28) for month in range(7, 13))
"""What `grown` was on: nothing, two servers, the same, three of them, broken, mended."""


def _repository(made: Made) -> Repository:
    program = shutil.which("git")
    assert program is not None
    return Repository.around(made.estate, Git(program, {"PATH": os.environ["PATH"]}))


def _past(made: Made, *days: date, cache: Cache | None = None) -> tuple[Point, ...]:
    return history(made.estate, days, _repository(made), cache=cache)


def _assets(points: Sequence[Point]) -> list[int | str]:
    return [point.numbers.assets if point.numbers else point.reason for point in points]


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Return a repository with a past of some months."""
    made = Made(tmp_path_factory.mktemp("grown"))
    made.git("init", "--quiet", "--initial-branch", "main")
    (made.top / "README.md").write_text("Nothing yet.\n")
    made.commit(day="2026-07-01")
    first = repository(made.top / "first")
    for name in ("estate.yaml", "own.yaml", "inventory"):
        shutil.move(first.top / name, made.top / name)
    shutil.rmtree(first.top)
    made.commit(day="2026-08-02")
    made.write("notes.txt", "Nothing that is read.\n")
    made.commit(day="2026-09-10")
    three = made.write("inventory/three.yaml", "servers: {three: {name: Three, cores: 2}}\n")
    made.commit(day="2026-10-10")
    three.write_text("serverz: {}\nservers: {three: {nam: Three}}\n")
    made.commit(day="2026-11-10")
    three.write_text("servers: {three: {name: Three, cores: 8}}\n")
    made.commit(day="2026-12-10")
    return made


def test_each_day_has_what_was_committed_by_then(grown: Made) -> None:
    points = _past(grown, *DAYS)
    assert _assets(points) == ["no inventory yet", 2, 2, 3, "does not load: 3 problems", 3]
    assert [point.on for point in points] == list(DAYS)
    assert points[-1].commit == grown.git("rev-parse", "HEAD")
    assert points[1].commit != points[2].commit


def test_what_was_counted_is_not_judged_again(grown: Made, tmp_path: Path) -> None:
    told: list[str] = []
    cache = Cache(tmp_path)
    first = history(grown.estate, DAYS, _repository(grown), cache=cache, tell=told.append)
    assert "reading the history" in told
    told.clear()
    again = history(grown.estate, DAYS, _repository(grown), cache=cache, tell=told.append)
    assert (again, told) == (first, ["reading the history"])


def test_before_the_first_commit_there_was_nothing(grown: Made) -> None:
    point = _past(grown, date(2026, 6, 30))[0]
    assert (point.commit, point.reason) == ("", "no inventory yet")


def test_what_is_not_committed_is_not_in_it_and_nothing_is_written(tmp_path: Path) -> None:
    made = repository(tmp_path / "work")
    made.write("inventory/servers.yaml", "not: yaml: at all")
    before = content(made.top)
    assert _assets(_past(made, DAYS[-1], cache=Cache(tmp_path / "cache"))) == [2]
    assert content(made.top) == before


@pytest.mark.parametrize(("zone", "there"), [("Europe/London", True), ("Pacific/Auckland", False)])
def test_a_day_ends_in_the_timezone_of_the_estate(
    tmp_path: Path, zone: str, *, there: bool
) -> None:
    """Noon in Greenwich on 1 November is past the end of that day in Auckland."""
    made = repository(tmp_path)
    made.write("estate.yaml", f"estate: 1\nname: One\ntimezone: {zone}\nrules: [own.yaml]\n")
    assert bool(_past(made, date(2026, 11, 1))[0].numbers) == there


def test_what_a_branch_held_before_it_was_merged_is_not_told(tmp_path: Path) -> None:
    made = repository(tmp_path)
    made.git("checkout", "--quiet", "-b", "side")
    made.write("inventory/more.yaml", "servers: {three: {name: Three}}\n")
    made.commit(day="2026-11-03")
    made.git("checkout", "--quiet", "main")
    made.write("notes.txt", "so that there is something to merge\n")
    made.commit(day="2026-11-02")
    made.git("merge", "--quiet", "--no-ff", "--no-edit", "side", day="2026-11-08")
    days = [date(2026, 11, day) for day in (2, 4, 7, 8)]
    assert _assets(_past(made, *days)) == [2, 2, 2, 3]


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("estate.yaml", "estate: 1\nnam: One\n", "does not load: 2 problems"),
        ("estate.yaml", "estate: 1\nname: One\nrules: [gone]\n", "does not load"),
        ("estate.yaml", "estate: 1\nname: One\ninventory: gone\n", "no inventory yet"),
        ("own.yaml", "rules: {small: {title: Small}}\n", "does not load: 6 problems"),
        ("lifecycle.json", "{}", "does not load"),
    ],
)
def test_whatever_does_not_load_is_a_day_with_a_reason(
    tmp_path: Path, name: str, text: str, reason: str
) -> None:
    made = repository(tmp_path)
    made.write(name, text)
    made.commit(day="2026-11-05")
    made.git("revert", "--no-edit", "HEAD", day="2026-11-10")
    days = [date(2026, 11, day) for day in (4, 9, 11)]
    assert _assets(_past(made, *days)) == [2, reason, 2]


def test_what_another_repository_holds_cannot_be_judged(tmp_path: Path) -> None:
    made, other = repository(tmp_path / "work"), repository(tmp_path / "other")
    made.git("submodule", "--quiet", "add", str(other.top), "inventory/sub")
    made.commit(day="2026-11-05")
    assert _past(made, date(2026, 11, 6))[0].found == Gap(0)


def test_its_own_rules_settings_and_names_of_files_count(tmp_path: Path) -> None:
    made = repository(tmp_path, "ict/[a-z]*")
    made.write("own.yaml", "rules: {}\n")
    made.commit(day="2026-11-20")
    before, after = _past(made, date(2026, 11, 19), date(2026, 11, 21))
    assert before.numbers
    assert after.numbers
    assert (before.numbers.open, after.numbers.open) == (2, 0)


def test_a_shallow_clone_tells_what_it_has_and_says_how_to_get_the_rest(
    grown: Made, tmp_path: Path
) -> None:
    grown.git("clone", "--quiet", "--depth", "3", f"file://{grown.top}", str(tmp_path / "clone"))
    clone = Made(tmp_path / "clone")
    assert _assets(_past(clone, *DAYS[3:])) == [3, "does not load: 3 problems", 3]
    with pytest.raises(UsageError, match=r"2026-08-28 is not here.*git fetch --unshallow"):
        _past(clone, *DAYS[1:])


def test_what_a_partial_clone_lacks_is_no_day_without_numbers(grown: Made, tmp_path: Path) -> None:
    grown.git("config", "uploadpack.allowFilter", "true")
    clone = Made(tmp_path / "clone")
    grown.git("clone", "--quiet", "--filter=blob:none", f"file://{grown.top}", str(clone.top))
    with pytest.raises(UsageError, match="this clone lacks what"):
        _past(clone, DAYS[4])


def test_a_repository_without_a_commit_has_no_past(tmp_path: Path) -> None:
    made = Made(tmp_path)
    made.git("init", "--quiet")
    made.write("estate.yaml", "estate: 1\nname: One\n")
    with pytest.raises(UsageError, match="has no history that can be read"):
        _past(made, DAYS[0])


def test_a_commit_of_no_day_of_the_calendar_is_refused(tmp_path: Path) -> None:
    made = repository(tmp_path)
    raw = made.git("cat-file", "commit", "HEAD").replace(" +0000", "0000000000 +0000")
    (tmp_path / "raw").write_text(f"{raw}\n")
    key = made.git("hash-object", "-w", "--literally", "-t", "commit", "raw")
    made.git("update-ref", "refs/heads/main", key)
    with pytest.raises(UsageError, match="no day has that"):
        _past(made, DAYS[0])


def test_a_day_is_what_check_says_of_it(grown: Made) -> None:
    """The law: a trend over one day is the audit of that day."""
    for point in _past(grown, *DAYS):
        if point.numbers:
            with at_revision(_repository(grown), point.commit) as there:
                assert point.numbers == numbers_of(
                    run(load_estate(there.folder), Options(point.on))
                )


def test_a_day_of_the_example_is_what_check_says_of_it(tmp_path: Path) -> None:
    made = Made(tmp_path / "example")
    shutil.copytree(example_estate() / "inventory", made.top / "inventory")
    shutil.copy(example_estate() / "estate.yaml", made.top)
    made.git("init", "--quiet")
    made.commit()
    days = (date(2026, 11, 21), date(2027, 3, 31))
    for point in _past(made, *days):
        judged = run(load_estate(made.top), Options(point.on))
        assert point.numbers == numbers_of(judged)
        assert point.numbers is not None
        assert [each.id for each in point.numbers.principles] == [
            f"stockton-2017-p{number}" for number in range(1, 9)
        ]
        found = judged.outcome.findings
        last = point.numbers.principles[-1]
        resting = {rule.id for rule in judged.pack.rules.values() if last.id in rule.authority}
        faults = [f for f in found if f.kind == "fault" and f.status in {"open", "below-threshold"}]
        assert last.open == sum(f.rule in resting for f in faults)


@pytest.fixture(scope="module")
def whole(grown: Made) -> dict[date, Point]:
    """Return each day of the past, judged anew."""
    return {point.on: point for point in _past(grown, *DAYS)}


@settings(max_examples=6)
@given(days=st.lists(st.sampled_from(DAYS), min_size=1), kept=st.sets(st.sampled_from(DAYS)))
def test_a_day_hangs_on_no_other_day_and_on_no_cache(
    grown: Made, whole: dict[date, Point], days: list[date], kept: set[date]
) -> None:
    """The law: neither the order nor the presence of other days, nor what is kept, matters."""
    with TemporaryDirectory() as folder:
        cache = Cache(Path(folder))
        _past(grown, *sorted(kept), cache=cache)
        assert _past(grown, *days, cache=cache) == tuple(whole[day] for day in days)
