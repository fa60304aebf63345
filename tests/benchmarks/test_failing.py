"""The benchmark of `estate impact` runs, and says what it measured."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from benchmarks.failing import main


def test_what_is_measured_is_told_and_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--sizes", "150", "--json", str(tmp_path / "out.json")])
    out = capsys.readouterr().out
    assert "150 records" in out
    assert "slowest after it" in out
    (result,) = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["results"]
    assert result["asked"] > 10
    assert result["stopped"] > 0
    assert result["reading"] > 0


def test_a_size_that_is_too_small_is_refused() -> None:
    with pytest.raises(SystemExit):
        main(["--sizes", "1"])
