from __future__ import annotations

import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.report.stored_outcome import HOSTILE

from estate.errors import ReportError
from estate.report.picture import STATUSES, Edge, Node, dot_source, svg
from estate.report.picture.layout import placed
from estate.report.picture.shapes import GRADES, LOOKS, size
from estate.report.picture.thinning import thin

KINDS = ("application", "server", "service", "dataset", "api", "site", "supplier")
SVG = "{http://www.w3.org/2000/svg}"

NODES = tuple(
    Node(f"a{n}", f"Asset number {n}", KINDS[n % 7], ("", "North", "South")[n % 3], STATUSES[n % 6])
    for n in range(24)
)
EDGES = tuple(Edge(f"a{n}", f"a{n * 5 % 24}", "uses", n % 4 == 0) for n in range(20))


def _many(number: int) -> tuple[list[Node], list[Edge]]:
    nodes = [
        Node(f"n{n}", f"Node {n}", KINDS[n % 7], f"Cluster {n % 45}", STATUSES[5 if n % 9 else 0])
        for n in range(number)
    ]
    return nodes, [
        Edge(f"n{n}", f"n{(n * 7 + 3) % number}", "uses", soft=False) for n in range(number)
    ]


def _picture(
    nodes: Sequence[Node], edges: Sequence[Edge], engine: str | None = None, limit: int = 300
) -> str:
    if engine is None:
        pytest.importorskip("pygraphviz")
    return "".join(svg(nodes, edges, title="Estate", engine=engine, limit=limit))


def _elements(text: str) -> dict[str, list[ET.Element]]:
    found: dict[str, list[ET.Element]] = {}
    for element in ET.fromstring(text.encode()).iter():  # noqa: S314 - our own output
        found.setdefault(element.tag.removeprefix(SVG), []).append(element)
    return found


def _texts(text: str) -> str:
    return " ".join(element.text or "" for element in _elements(text)["text"])


def test_every_node_and_edge_is_drawn() -> None:
    elements = _elements(_picture(NODES, EDGES))
    titles = [element.text for element in elements["title"]]
    assert "Asset number 3: dataset, support unknown" in titles
    assert "Asset number 3 uses Asset number 15" in titles
    assert len(titles) == len(NODES) + len(EDGES) + 1
    arrows = [path for path in elements["path"] if path.findtext(f"{SVG}title")]
    assert len(arrows) == len(EDGES)
    assert all("marker-end" in path.attrib for path in arrows)
    assert len([path for path in arrows if "stroke-dasharray" in path.attrib]) == 5


def test_it_can_be_read_without_seeing_it() -> None:
    root = _elements(_picture(NODES, EDGES))["svg"][0]
    assert root.attrib["role"] == "img"
    assert root.attrib["aria-labelledby"] == "title desc"
    described = root.findtext(f"{SVG}desc") or ""
    assert described.startswith("24 nodes and 20 arrows;")
    assert "support ended: 4" in described


def test_the_legend_names_what_is_in_it_and_nothing_else() -> None:
    texts = _texts(_picture(NODES[:1], ()))
    assert "support ended" in texts
    assert "application" in texts
    assert "supported" not in texts
    assert "server" not in texts


def test_no_status_is_told_by_colour_alone() -> None:
    for scale in (STATUSES, GRADES[:-1]):
        signs = [LOOKS[status].mark for status in scale if LOOKS[status].mark]
        assert len(signs) == len(set(signs))
    outlines = set()
    for status in STATUSES:
        text = _picture([Node("a", "A", "server", "", status)], ())
        sample = _elements(text)["rect"][1].attrib
        dark = _lightness(sample["fill"]) < 0.5
        outlines.add((sample["stroke-width"], sample.get("stroke-dasharray"), dark))
    # Supported and what has no software share a thin line: neither is a matter of concern.
    assert len(outlines) == len(STATUSES) - 1


def _lightness(colour: str) -> float:
    red, green, blue = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_nothing_runs_and_nothing_comes_from_elsewhere() -> None:
    nodes = [Node(text, text, text, text, "ended") for text in HOSTILE]
    edges = [Edge(one, other, one, soft=False) for one in HOSTILE for other in HOSTILE[:2]]
    text = _picture(nodes, edges)
    elements = _elements(text)
    assert set(elements) <= {
        "svg", "title", "desc", "defs", "marker", "path", "rect", "g", "text",
    }  # fmt: skip
    attributes = {name for group in elements.values() for each in group for name in each.attrib}
    assert not [name for name in attributes if "href" in name or name.startswith("on")]
    assert re.findall(r"url\((.*?)\)", text) == ["#tip"] * len(edges)
    assert all(character.isprintable() or character == "\n" for character in text)
    assert "<!--" not in text.replace("&lt;!--", "")


def test_every_arrow_ends_at_what_is_needed() -> None:
    pytest.importorskip("pygraphviz")
    nodes = [Node(f"n{n}", "Node", "server", f"Cluster {n % 6}", "none") for n in range(120)]
    inside = [Edge(f"n{n}", f"n{n + 6}", "uses", soft=False) for n in range(100)]
    across = [Edge(f"n{n}", f"n{119 - n}", "uses", soft=False) for n in range(10)]
    edges = [*inside, *across]
    layout = placed(nodes, edges, engine=None)
    for edge, points in zip(edges, layout.edges, strict=True):
        assert _gap(points[0], layout.nodes[edge.source]) < 3
        assert _gap(points[-1], layout.nodes[edge.target]) < 3


def test_nodes_without_any_arrow_stand_in_rows() -> None:
    pytest.importorskip("pygraphviz")
    nodes = [Node(f"n{n}", "Node", "server", "Cluster", "none") for n in range(48)]
    layout = placed(nodes, (), engine=None)
    assert len({x for x, _ in layout.nodes.values()}) == 4
    assert len({y for _, y in layout.nodes.values()}) == 12


def _gap(point: tuple[float, float], middle: tuple[float, float]) -> float:
    """Return how far a point lies from the outline of a node, or 0 inside."""
    across = max(abs(point[0] - middle[0]) - size("server")[0] / 2, 0)
    return across + max(abs(point[1] - middle[1]) - size("server")[1] / 2, 0)


def test_a_label_is_cut_to_two_lines() -> None:
    text = _texts(_picture([Node("a", "word " * 100, "server", "", "none")], ()))
    assert text.count("word") < 12
    assert "…" in text


def test_the_order_of_things_changes_nothing() -> None:
    assert _picture(NODES, EDGES) == _picture(NODES[::-1], EDGES[::-1])


def test_too_many_nodes_leave_the_worst_and_say_what_is_left_out() -> None:
    nodes, edges = _many(1000)
    text = _picture(nodes, edges)
    titles = [group.findtext(f"{SVG}title") or "" for group in _elements(text)["g"]]
    titles = [title for title in titles if title]
    assert len(titles) <= 300
    assert sum("support ended" in title and "several" not in title for title in titles) == 112
    left_out = sum(
        int(match[1].replace(",", ""))
        for title in titles
        if (match := re.match(r"([\d,]+) more", title))
    )
    assert left_out + sum("several" not in title for title in titles) == 1000
    assert f"{left_out:,} things and " in _texts(text)
    assert "are not drawn" in _texts(text)


@settings(max_examples=40)
@given(st.integers(0, 120), st.integers(1, 80))
def test_thinning_counts_everything(number: int, limit: int) -> None:
    nodes, edges = _many(number) if number else ([], [])
    thinned = thin(nodes, edges, limit)
    kept = [node for node in thinned.nodes if node.kind != "group"]
    groups = [node for node in thinned.nodes if node.kind == "group"]
    counted = sum(int(node.label.split(" ")[0].replace(",", "")) for node in groups)
    assert len(kept) + counted == number
    assert len(kept) <= limit
    assert bool(thinned.left_out) == (len(thinned.edges) < len(set(edges)) or bool(groups))


def test_an_edge_to_what_is_not_there_is_counted() -> None:
    text = _picture([NODES[0]], [Edge("a0", "gone", "uses", soft=False)])
    assert "1 relation is not drawn" in _texts(text)


def test_an_empty_estate_is_a_picture_too() -> None:
    assert "0 nodes and 0 arrows" in _picture((), ())


def test_dot_holds_names_safely_and_everything() -> None:
    pygraphviz = pytest.importorskip("pygraphviz")
    nodes = [*NODES, *(Node(text, text, "application", text, "none") for text in HOSTILE)]
    edges = [*EDGES, Edge(HOSTILE[0], HOSTILE[1], HOSTILE[2], soft=True)]
    graph = pygraphviz.AGraph(string=dot_source(nodes, edges))
    assert len(graph.nodes()) == len(nodes)
    assert len(graph.edges()) == len(edges)
    labels = {graph.get_node(name).attr["label"] for name in graph.nodes()}
    assert "<script>alert(1)</script>" in labels
    assert r"Asset number 3\nsupport unknown" in labels


def test_a_program_lays_out_as_the_library_does(tmp_path: Path) -> None:
    pytest.importorskip("pygraphviz")
    engine = tmp_path / "dot"
    engine.write_text(
        f"#!{sys.executable}\n"
        "import sys, pygraphviz\n"
        "graph = pygraphviz.AGraph(string=sys.stdin.read())\n"
        "assert sys.argv[1:] == ['-Tjson0']\n"
        "sys.stdout.buffer.write(graph.draw(format='json0', prog='dot'))\n"
    )
    engine.chmod(0o755)
    assert _picture(NODES, EDGES, str(engine)) == _picture(NODES, EDGES)


def test_a_program_that_fails_is_named_with_its_reason(tmp_path: Path) -> None:
    engine = tmp_path / "dot"
    engine.write_text("#!/bin/sh\necho 'no such layout' >&2\nexit 1\n")
    engine.chmod(0o755)
    with pytest.raises(ReportError, match="no such layout"):
        _picture(NODES, EDGES, str(engine))


def test_a_program_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="cannot draw the estate with"):
        _picture(NODES, EDGES, str(tmp_path / "dot"))


def test_without_graphviz_the_error_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    with pytest.raises(ReportError, match=re.escape("pip install 'estate[pictures]'")):
        list(svg(NODES, EDGES, title="Estate"))
