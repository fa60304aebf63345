"""What the page on importing tables shows is what happens."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from estate.exchange import import_table
from estate.exchange.table.encoding import ENCODINGS
from estate.exchange.table.mapping import Condition, Mapping, Output, Table
from estate.exchange.table.value import Part, Step, Value

PAGE = (Path(__file__).parents[2] / "docs" / "import-table.md").read_text("utf-8")
BLOCKS = dict(re.findall(r"^```\w+ (\S+)\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE))


def test_the_example_gives_what_the_page_shows(tmp_path: Path) -> None:
    for name in ("applications.csv", "servers.csv", "mapping.yaml"):
        (tmp_path / name).write_text(BLOCKS[name], "utf-8")
    files = [tmp_path / "applications.csv", tmp_path / "servers.csv"]
    import_table(tmp_path / "mapping.yaml", files, tmp_path)
    shown = [name for name in BLOCKS if name.startswith(("inventory/", "import-report"))]
    assert len(shown) == 3
    for name in shown:
        assert (tmp_path / name).read_text("utf-8") == BLOCKS[name]


@pytest.mark.parametrize("part", [Mapping, Table, Output, Condition, Value, Step])
def test_every_key_is_explained(part: type[Part]) -> None:
    keys = [(field.alias or name).rstrip("_") for name, field in part.model_fields.items()]
    explained = set(re.findall(r"[`{ ]([a-z_]+)[`:]", PAGE))
    assert [key for key in keys if key not in explained] == []


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_encoding_is_named(encoding: str) -> None:
    assert f"`{encoding}`" in PAGE
