"""The pages of statements in a browser: accessible, and never wider than it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.facts.plain_estates import facts_of
from tests.impact.towns import town
from tests.report.budgets import budget, roadmap

from estate.impact import Wanted, impact_of, select
from estate.report.budget import telling as of_budget
from estate.report.impact import stopping
from estate.report.roadmap import telling as of_plan
from estate.report.statement import Statement, page

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
LONG = "Wordwithoutanyblankinit" * 20


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("no Chromium is installed")
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


def _opened(folder: Path, statement: Statement) -> str:
    path = folder / "page.html"
    path.write_text("".join(page.render(statement)), encoding="utf-8")
    return path.as_uri()


def _made(name: str, word: str = "Marram") -> Statement:
    if name == "budget":
        return of_budget.statement(budget(word))
    if name == "impact":
        facts = facts_of(town(servers={"one": {"name": word}}))
        return stopping.statement(impact_of(facts, select(facts, Wanted(ids=("one",)))))
    return of_plan.statement(roadmap(word))


@pytest.mark.parametrize("name", ["budget", "plan", "impact"])
@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_nothing(
    browser: Browser, tmp_path: Path, name: str, scheme: str, width: int
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is missing")
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        bypass_csp=True,
    )
    opened = context.new_page()
    opened.goto(_opened(tmp_path, _made(name)))
    found = axe.Axe().run(opened).response
    context.close()
    assert [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]] == []
    assert len(found["passes"]) > 20


@pytest.mark.parametrize("name", ["budget", "plan", "impact"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_page_never_scrolls_sideways(
    browser: Browser, tmp_path: Path, name: str, width: int
) -> None:
    opened = browser.new_page(viewport={"width": width, "height": 900})
    opened.goto(_opened(tmp_path, _made(name, LONG)))
    wide = opened.evaluate("document.documentElement.scrollWidth")
    opened.close()
    assert wide == width
