"""The picture as a Mermaid flowchart, held to its grammar, and to Mermaid where it is installed."""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from tests.report.attacks import hostile_texts
from tests.report.pictured import many, view
from tests.report.stored_outcome import HOSTILE

from estate.report.picture.choice import Wanted
from estate.report.picture.mermaid import MOST_MERMAID, as_mermaid
from estate.report.picture.shapes import Edge, Node
from estate.report.picture.view import View, view_of

MERMAID = os.environ.get("ESTATE_MERMAID", "")
"""The file mermaid.min.js of the package mermaid of npm, if it is installed."""
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

LABEL = r'"(?:[A-Za-z0-9 ,]|#\d+;|<br>)*"'
SHAPE = rf"(?:\[\[{LABEL}\]\]|\[\({LABEL}\)\]|\[/{LABEL}[/\\]\]|\(\[{LABEL}\]\)|\{{\{{{LABEL}\}}\}}"
LINES = (
    r"%% [^{}]*",
    r"flowchart LR",
    rf"  subgraph c\d+\[{LABEL}\]",
    r"  end",
    rf" +n\d+{SHAPE}|\[{LABEL}\]|\({LABEL}\))",
    rf"  n\d+ (?:-->|-\.->|==>)\|{LABEL}\| n\d+",
    r"  classDef \w+ [\w#,:. -]+",
    r"  class n\d+(?:,n\d+)* \w+",
)
GRAMMAR = re.compile("|".join(f"(?:{line})" for line in LINES))

NASTY = (
    "end", "a#b;", '"]; click n0 callback', "1. first", "- item", "`code`", "a\nb", "%%{init}%%",
    "graph TD", "</div><script>", "x --> y", "{{a}}", "subgraph", "#quot;",
    "style n0 fill:red", *HOSTILE,
)  # fmt: skip


def _attacked(*texts: str) -> View:
    nodes = tuple(
        Node(f"k{n}", text, ("server", "dataset", "group", "junction")[n % 4], text, "ended", text)
        for n, text in enumerate(texts)
    )
    edges = tuple(Edge(node.id, "k0", node.label, soft=True, number=2) for node in nodes)
    return replace(view(), title=texts[0], says=texts, nodes=nodes, edges=edges, members={})


def _text(shown: View) -> str:
    return "".join(as_mermaid(shown))


def test_every_line_keeps_to_the_grammar() -> None:
    for line in _text(view(Wanted(focus=("revenues",), depth=1))).splitlines():
        assert GRAMMAR.fullmatch(line), line


@settings(max_examples=60)
@given(hostile_texts)
def test_no_name_leaves_its_label(text: str) -> None:
    lines = _text(_attacked(text)).split("\n")
    assert all(GRAMMAR.fullmatch(line) for line in lines[:-1])


def test_nasty_names_leave_no_label() -> None:
    for line in _text(_attacked(*NASTY)).rstrip("\n").split("\n"):
        assert GRAMMAR.fullmatch(line), line


def test_it_tells_kind_status_and_number_in_words() -> None:
    text = _text(view(Wanted(focus=("revenues",), depth=1)))
    assert '("Tidewater Revenues<br>application, support ended")' in text
    assert '(["1 of 2"])' in text
    assert "<br>1 more further on" in text
    assert '-.->|"uses"|' in text
    assert '-->|"supported by"|' in text
    assert "looked#95;at" not in text
    assert "class n" in text


def test_arrows_that_stand_for_many_are_thick() -> None:
    assert '==>|"runs on x 3' in _text(view_of(many(100), Wanted(most=MOST_MERMAID)))


def test_an_unlabelled_thing_keeps_its_place() -> None:
    node = Node("a", "", "server", "", "none")
    shown = replace(view(), nodes=(node,), edges=(), members={})
    assert '  n0[" <br>server"]' in _text(shown).split("\n")


@pytest.mark.skipif(not Path(MERMAID).is_file(), reason="ESTATE_MERMAID names no Mermaid")
@pytest.mark.parametrize(
    "shown", [view(), _attacked(*NASTY), view_of(many(400), Wanted(most=MOST_MERMAID))]
)
def test_mermaid_draws_it(shown: View) -> None:
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("no Chromium is installed")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        page.set_content("<div id='place'></div>")
        page.add_script_tag(path=MERMAID)
        drawn = page.evaluate(
            "async text => (await mermaid.render('drawn', text)).svg", _text(shown)
        )
        browser.close()
    assert drawn.count('class="node ') == len(shown.nodes)
    assert "<script" not in drawn
    assert "Unsupported markdown" not in drawn
