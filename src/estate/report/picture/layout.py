"""Where everything lies, as Graphviz places it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

from estate.errors import ReportError
from estate.frozen import frozen
from estate.report.picture.dot import by_cluster, dot
from estate.report.picture.shapes import Edge, Node

__all__ = ["Layout", "Point", "placed"]

_PATIENCE: Final = 120
"""Seconds that a Graphviz of the system may take."""

Point: TypeAlias = tuple[float, float]


@frozen
class Layout:
    """A layout in points, measured from the upper left.

    `nodes` has the middle of each node, `clusters` the left, top, right and bottom of each box,
    and `edges`, in the order of the graph's, the points of a Bézier curve and the tip after it.
    """

    width: float
    height: float
    nodes: Mapping[str, Point]
    clusters: Mapping[str, tuple[float, float, float, float]]
    edges: Sequence[Sequence[Point]]


def placed(nodes: Sequence[Node], edges: Sequence[Edge], engine: str | None) -> Layout:
    """Lay the graph out with the program `engine`, or with the Graphviz of pygraphviz.

    Raises ReportError if there is neither, or if the program fails.
    """
    source = dot(nodes, edges, labels=False)
    answer = json.loads(_with_program(source, engine) if engine else _with_library(source))
    left, bottom, right, top = _numbers(answer["bb"])
    objects = {each["name"]: each for each in answer.get("objects", [])}
    curves = {each["id"]: each["pos"] for each in answer.get("edges", []) if "id" in each}
    return Layout(
        width=right - left,
        height=top - bottom,
        nodes={
            node.id: _points(objects[f"n{index}"]["pos"], left, top)[0]
            for index, node in enumerate(nodes)
        },
        clusters={
            cluster: _box(objects[f"cluster_{number}"]["bb"], left, top)
            for number, (cluster, _) in enumerate(by_cluster(nodes))
            if cluster
        },
        edges=[_curve(curves[f"e{number}"], left, top) for number in range(len(edges))],
    )


def _with_program(source: str, engine: str) -> str:
    try:
        done = subprocess.run(  # noqa: S603 - the caller names the program; no shell, no arguments from outside
            [engine, "-Tjson0"],
            input=source,
            capture_output=True,
            check=True,
            encoding="utf-8",
            timeout=_PATIENCE,
        )
    except subprocess.CalledProcessError as error:
        raise ReportError(
            f"{engine} cannot draw the estate: {error.stderr.strip()[:200]}"
        ) from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ReportError(f"cannot draw the estate with {engine}: {error}") from error
    return done.stdout


def _with_library(source: str) -> str:
    try:
        import pygraphviz  # noqa: PLC0415 - an extra, and slow to load
    except ImportError as error:
        raise ReportError(
            "drawing needs Graphviz: install it, or the extra that brings it along: "
            "pip install 'estate[pictures]'"
        ) from error
    drawn: bytes = pygraphviz.AGraph(string=source).draw(format="json0", prog="dot")
    return drawn.decode()


def _numbers(text: str) -> list[float]:
    return [float(number) for number in text.split(",")]


def _points(text: str, left: float, top: float) -> list[Point]:
    """Read `x,y x,y …`, and turn it from the lower left, as Graphviz has it, to the upper left."""
    return [(x - left, top - y) for x, y in (_numbers(pair) for pair in text.split())]


def _box(text: str, left: float, top: float) -> tuple[float, float, float, float]:
    x, y, x2, y2 = _numbers(text)
    return x - left, top - y2, x2 - left, top - y


def _curve(text: str, left: float, top: float) -> list[Point]:
    """Read an edge: `e,x,y` names the tip at its end, `s,x,y` at its beginning; then the curve."""
    tip, _, rest = text.partition(" ")
    points = _points(rest, left, top)
    ordered = points[::-1] if tip.startswith("s,") else points
    return [*ordered, *_points(tip[2:], left, top)]
