from __future__ import annotations

import json
import os
import sys
from contextlib import redirect_stdout
from dataclasses import replace
from io import StringIO
from typing import Any, cast

import pytest
from benchmarks.bench import main
from benchmarks.measuring.costs import Cost, Costs
from benchmarks.measuring.editing import SHOWN
from benchmarks.measuring.others import OTHERS, missing
from benchmarks.measuring.processes import (
    ProcessFailedError,
    Used,
    interleaved,
    run,
)
from benchmarks.measuring.results import Result, told
from benchmarks.measuring.stages import FACT, STAGES
from benchmarks.measuring.stopwatch import Stopwatch
from benchmarks.measuring.targets import ABOVE, ANSWER, MEMORY, RATIO, TARGETS, Target

from estate.pipeline import load_pack

WHAT = ("rule", "fact")


@pytest.fixture(scope="module")
def benched(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, dict[str, Any]]:
    """Measure a small estate, and return what was printed and what was written."""
    written = tmp_path_factory.mktemp("bench") / "bench.json"
    with redirect_stdout(StringIO()) as printed, pytest.MonkeyPatch.context() as here:
        for name in [name for name in os.environ if name.startswith("COVERAGE")]:
            here.delenv(name)  # no measure is taken of what is being measured
        main(["--sizes", "150", "--runs", "1", "--json", str(written)])
    return printed.getvalue(), json.loads(written.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def measured(benched: tuple[str, dict[str, Any]]) -> dict[str, Any]:
    """Return the result of the only size."""
    (found,) = benched[1]["results"]
    return cast("dict[str, Any]", found)


def result(size: int, check: Used) -> Result:
    return Result(
        size=size,
        inventory_bytes=826 * size,
        bare=Used(0.01, 0.01, 9.0),
        loading=Used(2.0, 2.0, 70.0),
        check=check,
        stages={"parse": 0.5, f"{FACT}asset.state": 0.1, f"{FACT}duplication": 0.3},
        parsing=1.0,
        costs=Costs(
            assets=500,
            rules={f"rule-{number}": Cost(number / 1000, 100) for number in range(30)},
            facts={"asset.state": Cost(0.1, 500), "duplication": Cost(0.3, 0)},
        ),
    )


def test_a_second_counts_once_for_the_innermost_part() -> None:
    now = 0.0

    def clock() -> float:
        return now

    watch = Stopwatch(clock)
    with watch.part("outer"):
        now = 1.0
        with watch.part("inner"):
            now = 3.0
        now = 3.5
        watch.move_to("later")
        now = 5.0

    assert watch.seconds == {"outer": 1.5, "inner": 2.0, "later": 1.5}


def test_a_part_ends_also_when_it_fails() -> None:
    watch = Stopwatch()
    with pytest.raises(ZeroDivisionError), watch.part("one"), watch.part("two"):
        raise ZeroDivisionError
    with watch.part("three"):
        pass

    assert watch.seconds.keys() == {"one", "two", "three"}


def test_a_process_that_fails_is_no_measurement() -> None:
    assert run(["-c", "raise SystemExit(1)"]).seconds > 0
    with pytest.raises(ProcessFailedError, match="exit 3"):
        run(["-c", "raise SystemExit(3)"])


def test_processes_take_turns_and_the_middle_of_each_counts() -> None:
    used = interleaved(
        {
            "one": [sys.executable, "-c", "print('x' * 100_000)"],
            "two": [sys.executable, "-c", "pass"],
        },
        runs=1,
    )

    assert list(used) == ["one", "two"]
    assert all(one.megabytes > 1 and one.worked > 0 for one in used.values())
    assert Used.middle([Used(1, 9, 5), Used(3, 7, 4), Used(2, 8, 6)]) == Used(2, 8, 5)


def test_a_target_says_what_is_met() -> None:
    target = Target(400, ABOVE, "ms", must=350, aim=200)

    assert [target.verdict(value) for value in (200, 200.1, 350, 350.1)] == [
        "aim met",
        "must met",
        "must met",
        "NOT MET",
    ]


def test_targets_stand_beside_what_was_measured_of_their_size_alone() -> None:
    small = "\n".join(told(result(400, Used(0.311, 0.3, 50.0))))
    large = "\n".join(told(result(100_000, Used(2.2, 3.0, 650.0))))

    assert "301 ms   must 350, aim 200: must met" in small
    assert "0.16 x\n" in small
    assert "1.10 x    must 0.80, aim 0.25: NOT MET" in large
    assert "650 MB   must 700, aim 300: must met" in large
    assert {target.measure for target in TARGETS} == {ABOVE, RATIO, MEMORY, ANSWER}


def test_the_slowest_answer_to_an_editor_is_held_to_its_target() -> None:
    answers = {"hover": 30.4, "references": 99.6, SHOWN: 2000.0}
    measured = replace(result(10_000, Used(1.0, 1.0, 10.0)), answers=answers)
    lines = list(told(measured))

    assert "  slowest answer to an editor       100 ms   must 100, aim 50: must met" in lines
    assert any(line.split() == ["what", "is", "wrong", "2,000"] for line in lines)
    assert ANSWER not in result(100_000, Used(1.0, 1.0, 10.0)).measures


def test_others_are_told_beside_and_those_that_are_absent_named() -> None:
    quick = replace(result(400, Used(0.3, 0.3, 50.0)), others={"yamllint": Used(1.5, 1.4, 26.0)})
    lines = list(told(quick))

    assert "  yamllint                      1,500              1,400      26" in lines
    assert "  not run: check-jsonschema, Spectral, DuckDB over JSON" in lines


def test_stages_are_told_as_ratios_with_all_facts_as_one() -> None:
    lines = list(told(result(1000, Used(1.0, 1.0, 10.0))))

    assert "  parse                         500.0   0.500 x" in lines
    assert "  facts                         400.0   0.400 x" in lines
    assert "  together                      900.0   0.900 x" in lines


def test_the_dearest_rules_and_facts_are_told_for_each_subject_and_for_ten_thousand_assets() -> (
    None
):
    lines = [" ".join(line.split()) for line in told(result(1000, Used(1.0, 1.0, 10.0)))]
    rules, facts = (lines.index(f"{what} subjects µs each ms on 10,000") for what in WHAT)

    assert lines[rules + 1] == "rule-29 100 290.00 580.0"
    assert lines[rules + 20] == "rule-10 100 100.00 200.0"
    assert lines[rules + 21] == "all 30 rules, for each asset 500 870.00 8,700.0"
    assert lines[facts + 1] == "duplication 0 300000.00 6,000.0"
    assert lines[facts + 2] == "asset.state 500 200.00 2,000.0"
    assert lines[facts + 3] == "all 2 facts, for each asset 500 800.00 8,000.0"


def test_the_command_prints_versions_and_writes_json(
    benched: tuple[str, dict[str, Any]], measured: dict[str, Any]
) -> None:
    printed, written = benched

    assert "PyYAML" in printed
    assert "150 records" in printed
    assert written["versions"]["libyaml"]
    assert measured["size"] == 150
    assert measured["measures"].keys() == {ABOVE, RATIO, MEMORY, ANSWER}
    assert measured["processes"].keys() == {"bare", "loading", "check"}


def test_every_stage_of_a_real_check_takes_some_time(measured: dict[str, Any]) -> None:
    taken = measured["stages"]

    assert all(taken[stage] > 0 for stage in STAGES if stage != "facts")
    assert any(name.startswith(FACT) and seconds > 0 for name, seconds in taken.items())


def test_every_rule_of_the_pack_and_every_fact_asked_for_has_its_cost(
    measured: dict[str, Any],
) -> None:
    costs = Costs.read(measured["costs"])
    pack = load_pack(None)

    assert costs.rules.keys() == {r.id for r in (*pack.running(), *pack.about_exceptions())}
    assert {"asset.state", "installation", "dependency"} <= costs.facts.keys()
    assert costs.facts["asset.state"].subjects == costs.assets
    assert all(cost.seconds > 0 for cost in (*costs.rules.values(), *costs.facts.values()))
    assert Costs.read(json.loads(json.dumps(costs.as_json()))) == costs


def test_an_editor_gets_an_answer_to_every_question(measured: dict[str, Any]) -> None:
    taken = measured["answers"]

    assert {"completion", "hover", "references", SHOWN} <= taken.keys()
    assert all(milliseconds > 0 for milliseconds in taken.values())


def test_the_others_find_what_there_is(measured: dict[str, Any]) -> None:
    found = measured["others"]

    assert all(used["seconds"] > 0 for used in found.values())
    assert set(found) | set(missing(found)) == set(OTHERS)
