"""The page in a browser: it works, for everybody, whatever things are called.

One browser, and one page for each estate and way to look at it: a test goes to a view and looks.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from tests.report.html.sources import attacked, example, page, small

from estate.report.html import Source

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
CARDS = (
    "asset/srv-db",
    "explorer?focus=srv-db&stop=1&open=tax",
    "explorer?focus=srv-db&to=tax&depth=2",
    "asset/nothing",
    "finding/nothing",
    "findings?text=zzz",
)
"""What the page that shows all views does not show, with `all` itself each view."""
_PATIENCE = 10_000
"""Milliseconds that anything may take on a busy machine."""
WIDE, PHONE, ZOOMED = 1280, 390, 320
Opened = Callable[..., "Page"]
COMPLAINTS: list[str] = []


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("no Chromium is installed")
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def pages(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Opened:
    """Return what opens the page of a source, once for each way to look at it."""
    opened: dict[Any, Page] = {}

    def call(source: Source, **options: object) -> Page:
        key = (id(source), tuple(options.items()))
        if key not in opened:
            path = tmp_path_factory.mktemp("page") / "index.html"
            path.write_text(page(source), encoding="utf-8")
            shown = opened[key] = browser.new_page(**options)  # type: ignore[arg-type]
            shown.on("console", lambda each: COMPLAINTS.append(each.text))
            shown.on("pageerror", lambda each: COMPLAINTS.append(str(each)))
            shown.on("dialog", lambda each: COMPLAINTS.append(each.message))
            shown.set_default_timeout(_PATIENCE)
            shown.goto(path.as_uri())
        return opened[key]

    return call


@pytest.fixture
def opened(pages: Opened) -> Iterator[Opened]:
    """Return what goes to a view; whatever the browser complains of fails the test."""

    def call(source: Source, route: str = "", *, width: int = WIDE, **options: object) -> Page:
        shown = pages(source, **options)
        shown.bring_to_front()
        shown.set_viewport_size({"width": width, "height": 900})
        _go(shown, route)
        return shown

    yield call
    complaints = [*COMPLAINTS]
    COMPLAINTS.clear()
    assert complaints == []


def _go(shown: Page, route: str) -> None:
    """Go to a view; what follows a change of the address or the width has then been done."""
    shown.evaluate(
        "(route) => { location.hash = '#/' + route;"
        " return new Promise((done) => setTimeout(done, 30)); }",
        route,
    )


def _hash(shown: Page) -> object:
    """Return the address within the page, as the browser has it now."""
    return shown.evaluate("location.hash")


def _finding(shown: Page) -> str:
    """Return the route to the first finding."""
    _go(shown, "findings")
    href = shown.locator("[data-listing=findings] tbody a").first.get_attribute("href") or ""
    return href.removeprefix("#/")


def _violations(shown: Page, only: dict[str, object]) -> list[tuple[str, str]]:
    """Return what axe finds in the view that is shown; its script is read once a page."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is missing")
    if not shown.evaluate("'axe' in window"):
        shown.evaluate(axe.Axe().axe_script)
    options = {"resultTypes": ["violations"], **only}
    found = shown.evaluate("(options) => axe.run(document, options)", options)
    assert found["passes"]
    return [(v["id"], v["nodes"][0]["html"][:300]) for v in found["violations"]]


@pytest.mark.parametrize(
    ("scheme", "width", "only"),
    [
        ("light", WIDE, {}),
        ("light", PHONE, {"rules": {"color-contrast": {"enabled": False}}}),
        ("dark", WIDE, {"runOnly": ["color-contrast"]}),
    ],
)
def test_axe_finds_nothing_in_any_view(
    opened: Opened, scheme: str, width: int, only: dict[str, object]
) -> None:
    """In the dark only colours differ, and on a phone everything else."""
    shown = opened(small(), width=width, bypass_csp=True)
    shown.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    found = {}
    for route in (_finding(shown), *(CARDS if not only else CARDS[:2]), "all"):
        _go(shown, route)
        found[route] = _violations(shown, only)
    shown.emulate_media(color_scheme="light")
    assert {route: each for route, each in found.items() if each} == {}


def test_no_view_ever_scrolls_sideways(opened: Opened) -> None:
    """Not even at 400 % on a small screen: WCAG 2.2, 1.4.10."""
    wide = {}
    for width, route in product((ZOOMED, PHONE, WIDE), ("all", "overview", *CARDS, "asset/app-0")):
        shown = opened(attacked(), route, width=width)
        if (found := shown.evaluate("document.documentElement.scrollWidth")) != width:
            wide[width, route] = found
    assert wide == {}


def test_a_table_without_room_becomes_a_list_that_is_still_a_table(opened: Opened) -> None:
    shown = opened(example(), "scorecard", width=PHONE)
    table = shown.locator("[id='/scorecard'] table").first
    assert table.evaluate("(t) => t.classList.contains('stacked')")
    assert table.evaluate("(t) => t.scrollWidth <= t.parentElement.clientWidth")
    assert table.get_by_role("rowheader").first.inner_text().startswith("Public services")
    assert table.get_by_role("cell").first.get_attribute("data-label") == "Value"
    shown.set_viewport_size({"width": WIDE, "height": 900})
    shown.locator("[id='/scorecard'] .stacked").first.wait_for(state="detached")


def test_the_contents_are_folded_where_there_is_no_room_for_them(opened: Opened) -> None:
    shown = opened(small(), "scorecard", width=PHONE)
    contents = shown.locator("nav[aria-label=Contents]")
    assert not contents.get_by_role("link", name="Findings").is_visible()
    contents.get_by_text("Contents").press("Enter")
    contents.get_by_role("link", name="Findings").click()
    assert _hash(shown) == "#/findings"
    assert not contents.get_by_role("link", name="Findings").is_visible()
    assert shown.evaluate("document.activeElement.id") == "h-findings"


def test_a_long_table_is_shown_whole_when_somebody_asks(opened: Opened) -> None:
    shown = opened(example(), "findings")
    rows = shown.locator("[id='/findings'] section tbody tr:visible")
    assert rows.count() == 50
    shown.get_by_role("button", name="Show all").click()
    assert rows.count() == len(example().outcome.rules)
    assert shown.evaluate("document.activeElement.className") == "scroll"


def test_no_name_runs_a_script_or_becomes_an_element(opened: Opened) -> None:
    shown = opened(attacked(), "all")
    for route in ("asset/app-0", "asset/app-1", "explorer?focus=app-0&stop=1", "estate"):
        _go(shown, route)
    assert shown.locator("main script, main iframe, main img").count() == 0
    assert shown.locator("[onmouseover]").count() == 0
    _go(shown, "asset/app-0")
    assert shown.locator("#h-card").inner_text() == "<script>alert(1)</script>"


def test_every_picture_is_drawn_in_the_pages_own_colours_and_nothing_moves(opened: Opened) -> None:
    shown = opened(example(), "all")
    figures = shown.locator("figure[data-picture]")
    drawn = figures.locator(".drawing svg")
    assert drawn.count() == figures.count() > 8
    texts = drawn.first.locator("text")
    assert "system-ui" in texts.first.evaluate("(text) => getComputedStyle(text).fontFamily")
    assert shown.evaluate("document.getAnimations().length") == 0


def test_pictures_stay_readable_in_forced_colours(opened: Opened) -> None:
    shown = opened(example(), "estate")
    shown.emulate_media(forced_colors="active")
    adjusted = "(svg) => getComputedStyle(svg).forcedColorAdjust"
    assert shown.locator("[data-picture=sunburst] svg").evaluate(adjusted) == "none"
    assert shown.locator("[data-picture=sunburst] svg pattern").count() == 0
    shown.emulate_media(forced_colors="none")


def test_the_address_chooses_and_keeps_what_the_list_shows(opened: Opened) -> None:
    shown = opened(example(), "findings?severity=critical")
    rows = shown.locator("[data-listing=findings] tbody tr")
    assert rows.count() > 20
    assert {each.strip() for each in rows.locator("td:first-child").all_inner_texts()} == {
        "critical"
    }
    found = shown.locator("[data-listing=findings]")
    found.get_by_label("Search", exact=True).fill("oracle")
    assert _hash(shown) == "#/findings?text=oracle&severity=critical"
    assert 0 < rows.count() < 20
    found.get_by_label("Search", exact=True).fill("no such words")
    assert "No finding fits what is chosen." in rows.inner_text()
    found.get_by_role("button", name="Clear").click()
    assert _hash(shown) == "#/findings"


def test_a_link_is_copied_or_it_is_said_where_it_stands(opened: Opened) -> None:
    shown = opened(small(), "findings?severity=high")
    found = shown.locator("[data-listing=findings]")
    found.get_by_role("button", name="Copy link").click()
    found.locator(".count").filter(has_text="The link ").wait_for()
    assert shown.evaluate("document.activeElement.textContent") == "Copy link"


def test_the_headline_leads_to_as_many_findings_as_it_counts(opened: Opened) -> None:
    source = example()
    shown = opened(source, "overview")
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
    shown.locator("[data-listing=assets]").get_by_role("button", name="Next").click()
    assert "51 to 100" in shown.locator("#said").inner_text()


def test_how_soon_a_service_is_back_is_sorted_by_time_not_by_words(opened: Opened) -> None:
    shown = opened(example(), "sites?sort=back&criticality=critical")
    back = [
        each.strip()
        for each in shown.locator("[data-listing=sites] td:nth-child(4)").all_inner_texts()
    ]
    assert back.index("30 minutes") < back.index("2 hours") < back.index("1 day")
    assert back[-1].startswith("not known")


def test_choosing_a_view_moves_the_focus_and_says_where_one_is(opened: Opened) -> None:
    shown = opened(small(), "overview")
    shown.get_by_role("link", name="Balanced scorecard").click()
    assert shown.evaluate("document.activeElement.id") == "h-scorecard"
    assert shown.title() == "Balanced scorecard: Dune and Wold"
    current = shown.locator("nav [aria-current=page]")
    assert current.all_inner_texts() == ["Balanced scorecard"]
    assert shown.locator(".view:visible").count() == 1


def test_a_card_tells_of_findings_facts_and_neighbours(opened: Opened) -> None:
    shown = opened(small(), "asset/srv-db")
    text = shown.locator("[data-place=card]").inner_text()
    for words in (
        "support ended 2022-03-31",
        "inventory/all.json:1",
        "Tax system",
        "Town Hall",
        "stands at",
        "form",
    ):
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


def test_the_explorer_expands_and_folds_by_keyboard_and_one_can_go_back(opened: Opened) -> None:
    shown = opened(small(), "explorer?focus=srv-db")
    rows = shown.locator("[data-place=explorer] tbody tr")
    before = rows.count()
    shown.get_by_role("button", name="Expand Tax system").press("Enter")
    assert _hash(shown) == "#/explorer?focus=srv-db&open=tax"
    assert rows.filter(has_text="Council tax").count() == 1
    assert "2 steps" in rows.filter(has_text="Council tax").inner_text()
    assert shown.evaluate("document.activeElement.textContent") == "Fold Tax system"
    shown.keyboard.press("Enter")
    assert rows.count() == before
    shown.get_by_role("button", name="Start here Tax system").press("Enter")
    assert shown.evaluate("document.activeElement.textContent") == "Tax system (application)"
    shown.go_back()
    shown.wait_for_url(lambda address: address.endswith("#/explorer?focus=srv-db"))
    assert shown.locator("[data-place=explorer] h3").inner_text() == "DB01 (server)"


def test_the_sunburst_is_walked_by_keyboard(opened: Opened) -> None:
    shown = opened(small(), "estate")
    shown.get_by_role("button", name="Dune Council").focus()
    shown.keyboard.press("Enter")
    path = shown.get_by_label("Path in the picture")
    assert path.locator("strong").inner_text() == "Dune Council"
    assert shown.locator(".parts li").all_inner_texts()[0].startswith("Finance")
    path.get_by_role("button", name="Dune and Wold").click()
    assert path.inner_text() == "Dune and Wold"


def test_without_a_script_every_view_is_there_to_read(pages: Opened) -> None:
    shown = pages(example(), java_script_enabled=False)
    assert shown.locator(".view:visible").count() == len(shown.locator(".view").all()) - 1
    assert shown.locator("figure:visible").count() == 0
    assert shown.locator("nav a:visible").count() == len(shown.locator("nav a").all())


def test_paper_shows_the_view_alone(opened: Opened) -> None:
    shown = opened(example(), "findings?severity=high")
    shown.emulate_media(media="print")
    shown.locator(".listing tbody tr").nth(150).wait_for(state="attached")
    assert not shown.locator("nav[aria-label=Contents]").is_visible()
    assert not shown.locator("[data-listing=findings] form").is_visible()
    shown.emulate_media(media="screen")
