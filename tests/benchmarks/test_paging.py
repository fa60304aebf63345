"""The benchmark of the page runs, and says what it measured."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from benchmarks.paging import Result, main, told


def test_what_is_measured_is_told_and_written_also_without_a_browser(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    main(["--sizes", "150", "--json", str(tmp_path / "out.json")])
    assert "first view: left out" in capsys.readouterr().out
    (result,) = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["results"]
    assert result["length"] > 700_000
    assert result["judging"] > 0 < result["writing"]
    assert result["loaded"] is None


def test_a_first_view_is_told_in_milliseconds() -> None:
    lines = list(told(Result(10_000, 2.0, 3.0, 7_700_000, 288.2, 1456.4)))
    assert lines[0] == "10,000 records"
    assert [line.split()[-2:] for line in lines[3:]] == [
        ["7.7", "MB"],
        ["288", "ms"],
        ["1,456", "ms"],
    ]
