from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from estate.errors import ExchangeError
from estate.exchange.inward import Source, sources_of
from estate.exchange.inward.documents import json_mapping, yaml_mappings


@pytest.mark.parametrize(
    ("read", "text", "said"),
    [
        (json_mapping, '{"a": 1,}', "f:1:9: no JSON"),
        (json_mapping, "[1]", "f:1:1: no mapping stands at its top"),
        (json_mapping, '{"a": "\\ud800"}', "half a character"),
        (json_mapping, '{"a": ["\\ud800"]}', "half a character"),
        (json_mapping, '{"a": 1, "a": 2}', "is given twice"),
        (json_mapping, "[" * 100_000, "nested too deep"),
        (yaml_mappings, "a: [", ": no YAML: "),
        (yaml_mappings, "a: !!python/object:os.system x", "means nothing here"),
        (yaml_mappings, "a: &x [*x]", "no anchor is called x"),
        (yaml_mappings, "- a", "no mapping stands at its top"),
    ],
)
def test_what_is_no_document_is_said_with_its_place(
    read: Callable[[Source], Any], text: str, said: str
) -> None:
    with pytest.raises(ExchangeError) as caught:
        read(Source("f", text.encode()))
    assert said in str(caught.value.problems[0])


def test_scalars_are_texts() -> None:
    assert json_mapping(Source("f", b'{"a": 1.10, "b": true}')) == {"a": "1.10", "b": "true"}
    assert yaml_mappings(Source("f", b"a: no\n---\n---\nb: 1.10")) == [{"a": "no"}, {"b": "1.10"}]


def test_files_of_one_name_go_by_their_paths(tmp_path: Path) -> None:
    paths = [tmp_path / folder / "f.json" for folder in ("a", "b")]
    for path in paths:
        path.parent.mkdir()
        path.write_text("{}")
    assert [source.name for source in sources_of(paths)] == [path.as_posix() for path in paths]
    assert sources_of(paths[:1])[0].name == "f.json"
    with pytest.raises(ExchangeError, match="given twice"):
        sources_of([paths[0], paths[0]])
