"""The page in a browser: it works, for everybody, whatever things are called."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.report.html.sources import attacked, example, page, small

from estate.report.html import Source

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ROUTES = (
    "overview",
    "estate",
    "scorecard",
    "principles",
    "exceptions",
    "timeline",
    "plan",
    "sites",
    "duplication",
    "findings?severity=high",
    "assets",
    "explorer",
    "explorer?focus=srv-db&to=tax&depth=2",
    "explorer?focus=srv-db&stop=1",
    "unknown",
    "made",
    "asset/srv-db",
    "asset/nothing",
    "finding/nothing",
)
BLANK = "about:blank"
Opened = Callable[..., "Page"]


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
def opened(browser: Browser, tmp_path: Path) -> Iterator[Opened]:
    """Return what opens the page of a source; whatever the browser complains of fails the test."""
    complaints: list[str] = []

    def call(source: Source, route: str = "", *, width: int = 1280, **options: object) -> Page:
        path = tmp_path / "index.html"
        path.write_text(page(source), encoding="utf-8")
        shown = browser.new_page(viewport={"width": width, "height": 900}, **options)  # type: ignore[arg-type]
        shown.on("console", lambda each: complaints.append(each.text))
        shown.on("pageerror", lambda each: complaints.append(str(each)))
        shown.on("dialog", lambda each: complaints.append(each.message))
        shown.goto(f"{path.as_uri()}#/{route}")
        return shown

    yield call
    for context in browser.contexts:
        context.close()
    assert complaints == []


def _go(shown: Page, route: str) -> None:
    shown.evaluate("(route) => { location.hash = '#/' + route; }", route)
    shown.wait_for_function("document.fonts.status === 'loaded'")
    shown.wait_for_timeout(30)


def _hash(shown: Page) -> object:
    """Return the address within the page, as the browser has it now."""
    return shown.evaluate("location.hash")


def _finding(shown: Page) -> str:
    """Return the route to the first finding."""
    _go(shown, "findings")
    href = shown.locator("[data-listing=findings] tbody a").first.get_attribute("href") or ""
    return href.removeprefix("#/")


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_any_view(opened: Opened, scheme: str, width: int) -> None:
    """In the dark only colours differ: there only they are looked at again."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is missing")
    shown = opened(small(), width=width, color_scheme=scheme, bypass_csp=True)
    only: dict[str, object] = {"resultTypes": ["violations"]}
    if scheme == "dark":
        only["runOnly"] = ["color-contrast"]
    violations = []
    for route in (_finding(shown), *ROUTES):
        _go(shown, route)
        found = axe.Axe().run(shown, options=only).response
        violations += [(route, v["id"], v["nodes"][0]["html"][:300]) for v in found["violations"]]
        assert found["passes"]
    assert violations == []


def test_axe_finds_nothing_in_the_example_on_one_page(opened: Opened) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is missing")
    shown = opened(example(), "all", bypass_csp=True)
    found = axe.Axe().run(shown).response
    assert [(v["id"], v["nodes"][0]["html"][:300]) for v in found["violations"]] == []


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_view_ever_scrolls_sideways(opened: Opened, width: int) -> None:
    shown = opened(attacked(), width=width)
    wide = {}
    for route in ROUTES:
        _go(shown, route)
        if (found := shown.evaluate("document.documentElement.scrollWidth")) != width:
            wide[route] = found
    assert wide == {}


def test_no_name_runs_a_script_or_becomes_an_element(opened: Opened) -> None:
    shown = opened(attacked(), "all")
    for route in ("asset/app-0", "asset/app-1", "explorer?focus=app-0&stop=1", "estate"):
        _go(shown, route)
    assert shown.locator("main script, main iframe, main img").count() == 0
    assert shown.locator("[onmouseover]").count() == 0
    _go(shown, "asset/app-0")
    assert shown.locator("#h-card").inner_text() == "<script>alert(1)</script>"


def test_every_picture_is_drawn_in_the_pages_own_colours(opened: Opened) -> None:
    shown = opened(example(), "all")
    figures = shown.locator("figure[data-picture]")
    drawn = figures.locator(".drawing svg")
    assert drawn.count() == figures.count() > 8
    texts = drawn.first.locator("text")
    assert "system-ui" in texts.first.evaluate("(text) => getComputedStyle(text).fontFamily")


def test_the_address_chooses_and_keeps_what_the_list_shows(opened: Opened) -> None:
    shown = opened(example(), "findings?severity=critical")
    rows = shown.locator("[data-listing=findings] tbody tr")
    assert rows.count() > 20
    assert {each.strip() for each in rows.locator("td:first-child").all_inner_texts()} == {
        "critical"
    }
    shown.get_by_label("Search", exact=True).first.fill("oracle")
    assert _hash(shown) == "#/findings?text=oracle&severity=critical"
    assert 0 < rows.count() < 20
    shown.get_by_role("button", name="Clear").first.click()
    assert _hash(shown) == "#/findings"


def test_a_link_is_copied_or_it_is_said_where_it_stands(opened: Opened) -> None:
    shown = opened(small(), "findings?severity=high")
    shown.get_by_role("button", name="Copy link").first.click()
    said = shown.locator("[data-listing=findings] .count")
    said.filter(has_text="The link ").wait_for()
    assert shown.get_by_role("button", name="Copy link").first.evaluate(
        "(button) => button === document.activeElement"
    )


def test_the_headline_leads_to_as_many_findings_as_it_counts(opened: Opened) -> None:
    source = example()
    shown = opened(source)
    shown.get_by_role("link", name="See them").click()
    count = shown.locator("[data-listing=findings] .count").inner_text()
    assert count.startswith(f"{source.outcome.unmanaged.installations} of ")


def test_a_list_is_sorted_and_paged_by_keyboard(opened: Opened) -> None:
    shown = opened(example(), "assets")
    sort = shown.get_by_role("button", name="Open faults")
    sort.focus()
    shown.keyboard.press("Enter")
    shown.keyboard.press("Enter")
    heading = shown.locator("th[data-key=faults]")
    assert heading.get_attribute("aria-sort") == "descending"
    column = shown.locator("[data-listing=assets] tbody td.n").all_inner_texts()
    numbers = [int(each) for each in column]
    assert numbers == sorted(numbers, reverse=True)
    shown.get_by_role("button", name="Next").click()
    assert "51 to 100" in shown.locator("#said").inner_text()


def test_choosing_a_view_moves_the_focus_and_says_where_one_is(opened: Opened) -> None:
    shown = opened(small())
    shown.get_by_role("link", name="Balanced scorecard").click()
    assert shown.evaluate("document.activeElement.id") == "h-scorecard"
    assert shown.title() == "Balanced scorecard: Dune and Wold"
    current = shown.locator("nav [aria-current=page]")
    assert current.all_inner_texts() == ["Balanced scorecard"]
    assert shown.locator(".view:visible").count() == 1


def test_a_card_tells_of_findings_facts_and_neighbours(opened: Opened) -> None:
    shown = opened(small(), "asset/srv-db")
    text = shown.locator("[data-place=card]").inner_text()
    for words in ("support ended 2022-03-31", "Tax system", "Town Hall", "stands at", "form"):
        assert words in text
    assert shown.locator("[data-place=card] svg").count() == 1


def test_the_explorer_tells_what_stops_and_the_way(opened: Opened) -> None:
    shown = opened(small(), "explorer")
    assert "Or begin with what most others need." in shown.locator("main").inner_text()
    shown.get_by_label("Start at").fill("db01")
    shown.get_by_role("button", name="DB01").click()
    shown.get_by_label("What stops if this stops").check()
    text = shown.locator("[data-place=explorer]").inner_text()
    assert "2 records stop with it, of which 1 service." in text
    assert _hash(shown) == "#/explorer?focus=srv-db&stop=1"
    _go(shown, "explorer?focus=srv-db&to=council-tax")
    steps = shown.locator("[data-place=explorer] ol.steps li")
    assert [each.split(" ")[0] for each in steps.all_inner_texts()] == ["Council", "Tax", "DB01"]


def test_the_sunburst_is_walked_by_keyboard(opened: Opened) -> None:
    shown = opened(small(), "estate")
    shown.get_by_role("button", name="Dune Council").focus()
    shown.keyboard.press("Enter")
    path = shown.get_by_label("Path in the picture")
    assert path.locator("strong").inner_text() == "Dune Council"
    assert shown.locator(".parts li").all_inner_texts()[0].startswith("Finance")
    path.get_by_role("button", name="Dune and Wold").click()
    assert path.inner_text() == "Dune and Wold"


def test_without_a_script_every_view_is_there_to_read(opened: Opened) -> None:
    shown = opened(example(), java_script_enabled=False)
    assert shown.locator(".view:visible").count() == len(shown.locator(".view").all()) - 1
    assert shown.locator("figure:visible").count() == 0


def test_paper_shows_the_view_alone(opened: Opened) -> None:
    shown = opened(example(), "findings?severity=high")
    shown.emulate_media(media="print")
    shown.wait_for_timeout(50)
    assert not shown.locator("nav[aria-label=Contents]").is_visible()
    assert not shown.locator("[data-listing=findings] form").is_visible()
    assert shown.locator("[data-listing=findings] tbody tr").count() > 150
