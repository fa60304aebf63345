"""The sheet that the benchmark of `estate import table` makes up is one that can be imported."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from benchmarks.importing import MAPPING, Result, main, rows, told, write_csv, write_xlsx

from estate.exchange import convert


@pytest.mark.parametrize(("form", "write"), [("csv", write_csv), ("xlsx", write_xlsx)])
def test_each_form_of_it_gives_a_record_for_each_row(
    form: str, write: Callable[[Path, Iterator[tuple[str, ...]]], None], tmp_path: Path
) -> None:
    if form == "xlsx":
        pytest.importorskip("openpyxl", reason="openpyxl is not installed")
        pytest.importorskip("xlsxwriter", reason="XlsxWriter is not installed")
    write(tmp_path / f"systems.{form}", rows(150, 1))
    (tmp_path / "mapping.yaml").write_text(MAPPING)
    imported = convert(tmp_path / "mapping.yaml", [tmp_path / f"systems.{form}"])
    assert imported.counts.records["applications"] == 150
    assert {loss.kind for loss in imported.losses} == {"blank", "column"}


def test_when_it_comes_again_a_few_rows_have_changed() -> None:
    assert list(rows(300, 1)) == list(rows(300, 1))
    changed = [a != b for a, b in zip(rows(300, 1), rows(300, 1, later=True), strict=True)]
    assert sum(changed) == 3


def test_what_is_measured_is_told() -> None:
    lines = list(told(Result(150, {"csv": 1.25}, {"csv": 45.0})))
    assert lines == ["150 rows", "  csv          1.2 s       45 MB"]
    with pytest.raises(SystemExit):
        main(["--sizes", "1"])
