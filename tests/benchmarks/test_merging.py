"""The benchmark of merging runs, and tells what it measured."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from benchmarks.made_up.files import SMALLEST
from benchmarks.merging import main


def test_two_small_estates_are_merged_and_parted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--sizes", str(SMALLEST), "--json", str(tmp_path / "m.json")])
    told = capsys.readouterr().out
    assert f"two estates of {SMALLEST}" in told
    (result,) = json.loads((tmp_path / "m.json").read_text())["results"]
    assert result["records"] <= 2 * SMALLEST
    assert 0 < result["renamed"] <= 2 * SMALLEST


def test_a_size_that_is_too_small(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--sizes", "1"])
    assert "at least" in capsys.readouterr().err
