"""Files that are nearly right: whatever is wrong with them, it is said, and nothing falls over."""

from __future__ import annotations

import json
from copy import deepcopy
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.exchange.ours import estate_of

from estate.errors import ExchangeError
from estate.exchange.formats import _function, export_estate, format_of
from estate.exchange.inward import Source

NETBOX = [
    {
        "url": "https://n/api/dcim/devices/1/",
        "name": "A",
        "role": {"name": "Server", "slug": "server", "url": "https://n/api/dcim/device-roles/1/"},
        "site": {"url": "https://n/api/dcim/sites/1/", "name": "S"},
        "status": {"value": "active", "label": "Active"},
        "tags": [{"name": "t"}],
        "device_type": {"manufacturer": {"name": "M"}, "model": "X"},
    }
]
THREAGILE = {
    "threagile_version": "1.0.0",
    "data_assets": {"D": {"id": "d", "availability": "critical", "tags": ["x"]}},
    "technical_assets": {
        "A": {
            "id": "a",
            "type": "process",
            "communication_links": {"L": {"target": "a", "protocol": "https"}},
            "data_assets_stored": ["d"],
        }
    },
    "trust_boundaries": {"B": {"technical_assets_inside": ["a"]}},
    "shared_runtimes": {"R": {"id": "r", "technical_assets_running": ["a"]}},
}
ANSIBLE = {"all": {"hosts": {"a[1:2]": {"os": "x"}}, "children": {"g": {"hosts": {"a1": None}}}}}
ENTITY = {
    "apiVersion": "backstage.io/v1",
    "kind": "Component",
    "metadata": {"name": "a", "links": [{"url": "u"}], "annotations": {"estate/id": "a"}},
    "spec": {"owner": "o", "dependsOn": ["component:a"], "lifecycle": "production"},
}
WRITTEN = ("cyclonedx", "lgam", "lgr", "structurizr")
BY_HAND = {"netbox": NETBOX, "threagile": THREAGILE, "ansible": ANSIBLE, "backstage": ENTITY}
ODD: st.SearchStrategy[Any] = st.sampled_from(
    [None, [], {}, "", "x", "a" * 200, 7, -1, 1.5, True, ["x", None, {}], {"x": {"y": []}}, [[]]]
)


@cache
def _document(name: str) -> Any:  # noqa: ANN401 - any document
    if name in BY_HAND:
        return BY_HAND[name]
    software = [{"product": "x", "version": "1"}, "pkg:npm/a@1"]
    estate = estate_of(
        {
            "organisations": {"o": {"name": "O", "successors": []}},
            "services": {"v": {"name": "V", "organisation": ["o"], "function": 7}},
            "applications": {
                "a": {
                    "name": "A",
                    "organisation": ["o"],
                    "supports": ["v"],
                    "uses": ["b"],
                    "runs_on": ["s"],
                    "links": {"l": "https://l.test"},
                    "tags": ["portability:high"],
                    "software": software,
                },
                "b": {"name": "B", "organisation": ["o"]},
            },
            "servers": {"s": {"name": "S"}},
        }
    )
    return json.loads(next(iter(export_estate(format_of(name), estate).files.values())))


def _places(value: object, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    parts: dict[Any, Any] = {}
    if isinstance(value, dict):
        parts = value
    elif isinstance(value, list):
        parts = dict(enumerate(value))
    found = [(*path, key) for key in parts]
    return found + [place for key, part in parts.items() for place in _places(part, (*path, key))]


@pytest.mark.parametrize("name", [*WRITTEN, *BY_HAND])
@settings(max_examples=40)
@given(data=st.data())
def test_a_changed_file_is_read_or_refused(name: str, data: st.DataObject) -> None:
    if name == "cyclonedx":
        pytest.importorskip("cyclonedx", reason="the library of CycloneDX is not installed")
    document = deepcopy(_document(name))
    for _ in range(data.draw(st.integers(1, 3))):
        places = _places(document)
        if not places:
            break
        *path, last = data.draw(st.sampled_from(places))
        holder = document
        for step in path:
            holder = holder[step]
        holder[last] = deepcopy(data.draw(ODD))
    source = Source("file.yaml", json.dumps(document).encode())
    try:
        imported = _function(format_of(name), "read")([source], "x")
    except ExchangeError:
        return
    read = estate_of(imported.sections)
    assert len(read) == sum(imported.counts.records.values())
    for kind, count in imported.counts.tables.items():
        assert count.rows == count.used + count.lost, kind
