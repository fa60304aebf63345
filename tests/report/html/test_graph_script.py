"""The script of the page answers about the graph what the program answers."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.graph.small_estates import TODAY, estates

from estate.graph import NEEDS, EstateGraph
from estate.model import RELATIONS, Estate
from estate.report.html.records import relations

NODE = shutil.which("node")
GRAPH = Path(__file__).parents[3] / "web" / "src" / "graph.js"

ANSWERS = """
import { Graph } from %s;
const estates = JSON.parse(await new Response(process.stdin).text());
const answers = estates.map(({ ids, wires, relations, stops }) => {
  const graph = new Graph(ids, wires, relations);
  const named = (found) => found.map((at) => ids[at]);
  return {
    stops: stops.map((first) =>
      [...graph.stopsWhen(first)]
        .map(([at, { stage, because }]) => [ids[at], stage, named(because)])
        .sort()),
    paths: ids.flatMap((_, one) => ids.map((_, other) => named(graph.path(one, other)))),
    soft: ids.flatMap((_, one) => ids.map((_, other) => named(graph.path(one, other, true)))),
  };
});
console.log(JSON.stringify(answers));
"""


def _question(estate: Estate, first: list[list[int]]) -> dict[str, Any]:
    graph = EstateGraph(estate, TODAY)
    position = {key: number for number, key in enumerate(graph.ids)}
    names = {each.name: number for number, each in enumerate(RELATIONS)}
    wires = [
        [position[e.source], position[e.target], names[e.relation], int(e.strength == "soft")]
        + ([] if e.group is None else [e.group + 1, e.at_least])
        for e in graph.edges()
    ]
    return {"ids": graph.ids, "wires": wires, "relations": relations(), "stops": first}


def _expected(estate: Estate, first: list[list[int]]) -> dict[str, Any]:
    graph = EstateGraph(estate, TODAY)
    ids = graph.ids
    stops = [graph.stops_when([ids[at] for at in each]) for each in first]
    return {
        "stops": [
            sorted([key, stop.stage, list(stop.because)] for key, stop in each.items())
            for each in stops
        ],
        "paths": [list(graph.path(one, other)) for one in ids for other in ids],
        "soft": [list(graph.path(one, other, NEEDS, soft=True)) for one in ids for other in ids],
    }


@pytest.mark.skipif(NODE is None, reason="node is not installed")
@settings(max_examples=12)
@given(st.lists(estates(), min_size=8, max_size=8))
def test_what_stops_and_the_way_between_two_are_those_of_the_graph(found: list[Estate]) -> None:
    first = [*([at] for at in range(7)), [0, 4], [4, 5], [1, 3, 5]]
    done = subprocess.run(
        [str(NODE), "--input-type=module", "-e", ANSWERS % json.dumps(GRAPH.as_uri())],
        input=json.dumps([_question(each, first) for each in found]),
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout) == [_expected(each, first) for each in found]
