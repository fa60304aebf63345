"""The picture as a page, as paper and as an image."""

from __future__ import annotations

import io
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.facts.plain_estates import facts_about
from tests.facts.written import facts_of
from tests.graph.small_estates import estate_of
from tests.report.pictured import ESTATE, facts, many, view
from tests.report.stored_outcome import HOSTILE

from estate.errors import ReportError
from estate.model import Server
from estate.report.picture.cards import Card, cards_of
from estate.report.picture.choice import Wanted
from estate.report.picture.page import render
from estate.report.picture.rendering import as_dot, as_print, as_svg, sharpness
from estate.report.picture.shapes import JUNCTION, Node
from estate.report.picture.view import View, view_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytest.importorskip("pygraphviz")

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
TODAY = date(2026, 11, 21)


def _page(wanted: Wanted | None = None) -> str:
    return "".join(render(facts(), view(wanted)))


class _Elements(HTMLParser):
    """What stands in a page: ids, links, and the names of all elements."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.names: list[str] = []
        self.attributes: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        self.names.append(tag)
        self.attributes |= known.keys()
        self.ids += [known["id"]] if "id" in known else []
        self.links += [known["href"]] if "href" in known else []


def _cards(wanted: Wanted | None = None) -> dict[str, Card]:
    return {card.name: card for card in cards_of(facts(), view(wanted))}


def test_every_link_leads_to_a_place_on_the_page() -> None:
    found = _Elements(_page())
    assert len(found.ids) == len(set(found.ids))
    assert {link.removeprefix("#") for link in found.links} <= set(found.ids)
    things = [node for node in view().nodes if node.kind != JUNCTION]
    assert found.names.count("article") == len(things)


def test_nothing_comes_from_elsewhere() -> None:
    text = _page()
    assert not re.findall(r'(?:src|href)="(?!#)', text)
    assert "style=" not in text
    assert "default-src &#39;none&#39;" in text


def test_the_tables_hold_what_the_picture_shows_and_what_it_leaves_out() -> None:
    text = _page(Wanted(focus=("revenues",), depth=1))
    assert "<td>sends to" not in text
    assert re.search(r"Tidewater Revenues</bdi></a></td><td>uses, soft</td>", text)
    assert "beyond 1 step from what is looked at" in text
    assert "1 more neighbour further on" in text
    alone = _page(Wanted(kinds=("site",)))
    assert "There are none among these things." in alone


def test_names_harm_nothing() -> None:
    estate = estate_of(Server(id=f"k{n}", name=text) for n, text in enumerate(HOSTILE))
    found_out = facts_about(estate)
    text = "".join(render(found_out, view_of(found_out, Wanted())))
    found = _Elements(text)
    assert found.names.count("script") == 1
    assert not [name for name in found.attributes if name.startswith("on")]
    assert all(character.isprintable() or character == "\n" for character in text)


def _hostile() -> View:
    nodes = tuple(
        Node(f"k{n}", text, "server", text, "ended", text) for n, text in enumerate(HOSTILE)
    )
    return replace(view(), title=HOSTILE[0], says=HOSTILE, nodes=nodes, edges=(), members={})


def test_a_card_tells_the_facts_and_the_neighbours() -> None:
    card = _cards()["Tidewater Revenues"]
    assert dict(card.pairs) == {
        "id": "revenues",
        "organisation": "Marram Borough Council",
        "owner": "not recorded",
        "criticality": "high",
        "state": "live",
        "stands at": "The Yard and Town Hall",
        "runs": "tidewater 1: support ended 2020-01-31",
    }
    assert {(line.text, line.note) for line in card.needs} == {
        ("ONE", "runs on"),
        ("TWO", "runs on"),
        ("Spindrift Maps", "uses, soft"),
    }
    assert [(line.text, line.note) for line in card.needed_by] == [("Council tax", "supported by")]
    assert all(line.anchor for line in (*card.needs, *card.needed_by))


def test_a_card_tells_a_description_and_extended_support() -> None:
    attic = """
servers:
  three: {name: THREE, description: In the attic., software: [attic@1]}
products:
  attic:
    name: Attic
    extended: included
    versions: {"1": {support_ends: 2020-01-31, extended_support_ends: 2090-01-31}}
"""
    found = facts_of(ESTATE, attic)
    shown = view_of(found, Wanted(kinds=("server", "supplier")))
    cards = {card.name: card for card in cards_of(found, shown)}
    assert ("description", "In the attic.") in cards["THREE"].pairs
    assert ("runs", "attic 1: extended support") in cards["THREE"].pairs
    assert cards["Bank"].pairs == (("id", "bank"),)


def test_a_card_says_what_is_not_drawn_without_a_link() -> None:
    card = _cards(Wanted(focus=("revenues",), depth=0))["Tidewater Revenues"]
    assert {line.anchor for line in card.needs} == {""}


def test_a_card_of_one_that_many_need_says_how_many_more() -> None:
    apps = "".join(f"  b{n}: {{name: B {n}, runs_on: [one]}}\n" for n in range(70))
    found = facts_of(ESTATE, f"applications:\n{apps}")
    cards = {card.name: card for card in cards_of(found, view_of(found, Wanted()))}
    assert cards["ONE"].needed_by[-1].text == "and 12 more"


def test_a_card_of_many_lists_the_worst_of_them() -> None:
    found = many(700)
    cards = cards_of(found, view_of(found, Wanted(cluster="none")))
    (servers,) = [card for card in cards if card.name == "700 servers"]
    assert len(servers.members) == 201
    assert servers.members[-1].text == "and 500 more"
    assert servers.members[0].note == "s0: support unknown"
    assert dict(servers.pairs) == {"support unknown": "700 things"}
    boxed = {card.name for card in cards_of(found, view_of(found, Wanted()))}
    assert "233 servers (Council 1)" in boxed


@pytest.mark.parametrize("form", ["svg", "html", "pdf", "png", "dot"])
def test_the_same_estate_gives_the_same_bytes(form: str) -> None:
    def made() -> bytes:
        shown = view()
        if form in {"pdf", "png"}:
            return as_print(shown, TODAY, "pdf" if form == "pdf" else "png")
        pieces = {"svg": as_svg, "dot": as_dot}.get(form)
        return "".join(pieces(shown) if pieces else render(facts(), shown)).encode()

    pytest.importorskip("typst")
    assert made() == made()


def test_paper_is_one_page_as_large_as_the_picture() -> None:
    pytest.importorskip("typst")
    pypdf = pytest.importorskip("pypdf")
    made = as_print(_hostile(), TODAY, "pdf")
    (page,) = pypdf.PdfReader(io.BytesIO(made)).pages
    width = re.search(r' width="(\d+)"', "".join(as_svg(_hostile())))
    assert width
    assert round(page.mediabox.width) == int(width[1])


def test_an_image_is_as_sharp_as_two_screens_and_never_too_large() -> None:
    assert sharpness(900, 600) == 144
    dots = [side * sharpness(5000, 20_000) / 72 for side in (5000, 20_000)]
    assert round(dots[0] * dots[1]) == 40_000_000
    pytest.importorskip("typst")
    image = pytest.importorskip("PIL.Image").open(io.BytesIO(as_print(view(), TODAY, "png")))
    width = re.search(r' width="(\d+)"', "".join(as_svg(view())))
    assert width
    assert image.width == 2 * int(width[1])


def test_without_typst_the_error_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    said = "a PNG needs Typst: pip install 'estate[pictures]'"
    with pytest.raises(ReportError, match=re.escape(said)):
        as_print(view(), TODAY, "png")


def test_the_title_stands_in_dot_too() -> None:
    text = "".join(as_dot(view()))
    assert "Marram on 2026-11-21" in text
    pygraphviz = pytest.importorskip("pygraphviz")
    graph = pygraphviz.AGraph(string="".join(as_dot(_hostile())))
    assert len(graph.nodes()) == len(HOSTILE)


def test_what_is_no_need_is_dotted() -> None:
    text = "".join(as_svg(view(Wanted(relations=("sends_to",)))))
    assert "related, but no need" in text
    assert 'stroke-dasharray="1.5 3"' in text


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("no Chromium is installed")
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    path = tmp_path / "graph.html"
    path.write_text(_page(Wanted(focus=("revenues",))), encoding="utf-8")
    page = browser.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text))
    page.goto(path.as_uri())
    yield page
    page.close()
    assert wrong == []


@pytest.mark.parametrize(("scheme", "width"), [("light", 1500), ("dark", 1500), ("light", 390)])
def test_axe_finds_nothing(browser: Browser, tmp_path: Path, scheme: str, width: int) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is missing")
    path = tmp_path / "graph.html"
    path.write_text(_page(Wanted(focus=("revenues",))), encoding="utf-8")
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        bypass_csp=True,
    )
    page = context.new_page()
    page.goto(path.as_uri())
    found = axe.Axe().run(page).response
    fits = page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()
    assert [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]] == []
    assert fits


def test_keys_zoom_and_move_and_show_all(opened: Page) -> None:
    box = "document.querySelector('#stage svg').getAttribute('viewBox')"
    before = opened.evaluate(box)
    opened.focus("#stage")
    opened.keyboard.press("+")
    nearer = opened.evaluate(box)
    opened.keyboard.press("ArrowRight")
    moved = opened.evaluate(box)
    assert len({before, nearer, moved}) == 3
    assert float(nearer.split()[2]) < float(before.split()[2])
    opened.keyboard.press("0")
    assert float(opened.evaluate(box).split()[2]) >= float(before.split()[2])


def test_what_is_sought_is_set_apart_with_its_neighbours(opened: Page) -> None:
    opened.fill("input[name=find]", "town hall")
    assert opened.inner_text("#told").startswith("Town Hall: site")
    near = opened.evaluate("[...document.querySelectorAll('[data-n].near')].length")
    assert near == 2
    opened.fill("input[name=find]", "nobody")
    assert opened.inner_text("#told") == "Nothing in the picture is called so."
    opened.fill("input[name=find]", "")
    assert opened.evaluate("document.querySelectorAll('.near').length") == 0


def test_a_click_leads_to_the_card_and_back(opened: Page) -> None:
    opened.click("#stage a[data-n] >> nth=0")
    assert re.search(r"#n\d+$", opened.url)
    opened.click(".cards button >> nth=0")
    assert opened.evaluate("document.activeElement.id") == "stage"
    assert opened.evaluate("document.querySelector('#stage').classList.contains('apart')")
