from __future__ import annotations

import base64
import hashlib
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.redaction.copies import public
from tests.report.html.parsed import Page
from tests.report.register_outcome import FORMULAS, MARKUP, earlier, full, hostile, outcome, rich
from tests.report.stored_outcome import HOSTILE

from estate.report.register import html

if TYPE_CHECKING:
    from playwright.sync_api import Browser

Golden = Callable[[str, Iterable[str]], None]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


def _page() -> str:
    return "".join(html(rich(), before=earlier()))


def _parsed(text: str) -> Page:
    """Return what a browser would make of a page; a column has no end to be found."""
    return Page(re.sub(r"<col [^>]*>", "", text))


def test_the_page_is_the_golden_one(golden: Golden) -> None:
    small = outcome(full("ex-2026-014"), *rich().acceptances[1:4])
    golden("register.html", html(small, before=earlier()))


def test_the_public_page_is_the_golden_one(golden: Golden) -> None:
    small = outcome(full("ex-2026-014"), *rich().acceptances[1:4])
    now, then = public(small, earlier())
    golden("register-public.html", html(now, before=then))


def test_every_element_is_closed_and_every_id_is_unique() -> None:
    page = _parsed(_page())
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))


def test_every_link_stays_in_the_page_and_has_a_target() -> None:
    page = _parsed(_page())
    links = {each["href"] or "" for each in page.all("a")}
    assert all(link.startswith("#") for link in links)
    assert {link[1:] for link in links} <= set(page.ids)
    labels = {each["aria-labelledby"] for each in page.all("div") if "aria-labelledby" in each}
    assert labels <= set(page.ids)


def test_there_is_no_script_and_nothing_is_fetched() -> None:
    page = _parsed("".join(html(hostile())))
    loading = {"src", "srcset", "action", "data", "poster", "background", "style"}
    assert not [name for _, attributes in page.tags for name in attributes if name in loading]
    assert not [name for _, attributes in page.tags for name in attributes if name.startswith("on")]
    tags = {tag for tag, _ in page.tags}
    assert tags.isdisjoint({"script", "link", "img", "iframe", "object", "base", "form"})


def test_the_policy_allows_the_pages_own_style_alone() -> None:
    text = _page()
    style = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style[0].encode()).digest()).decode()
    metas = _parsed(text).all("meta")
    policy = next(each["content"] or "" for each in metas if "http-equiv" in each)
    assert len(style) == 1
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


@pytest.mark.parametrize("redact", [False, True])
def test_hostile_text_is_shown_and_not_obeyed(*, redact: bool) -> None:
    now, then = public(hostile()) if redact else (hostile(), hostile())
    text = "".join(html(now, before=then))
    page = _parsed(text)
    assert page.open == []
    assert "<script" not in text
    assert all(character.isprintable() or character == "\n" for character in text)
    assert "{{ 7*7 }}" in text


def test_hostile_text_is_not_lost() -> None:
    text = "".join(html(hostile()))
    for attack in (HOSTILE[2], *FORMULAS[:4], *MARKUP[:1]):
        assert f"<bdi>{attack}" in text


def test_headings_go_down_a_step_at_a_time() -> None:
    tags = [tag for tag, _ in _parsed(_page()).tags]
    levels = [int(tag[1]) for tag in tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))


def test_every_picture_has_a_text() -> None:
    page = _parsed(_page())
    figures = page.all("figure")
    assert len(figures) == 6
    assert all(each["aria-label"] for each in figures)


def test_a_public_copy_says_that_it_is_one() -> None:
    assert "Copy for the public." in "".join(html(public(rich())[0]))
    assert "Copy for the public." not in _page()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("no Chromium is installed")
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.mark.parametrize(
    ("scheme", "width", "redact"),
    [("light", 1280, False), ("dark", 1280, True), ("light", 390, True), ("dark", 390, False)],
)
def test_axe_finds_nothing(
    browser: Browser, tmp_path: Path, scheme: str, width: int, *, redact: bool
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is missing")
    path = tmp_path / "register.html"
    now, then = public(rich(), earlier()) if redact else (rich(), earlier())
    path.write_text("".join(html(now, before=then)), encoding="utf-8")
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        bypass_csp=True,
    )
    page = context.new_page()
    page.goto(path.as_uri())
    found = axe.Axe().run(page).response
    context.close()
    assert [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]] == []
    assert len(found["passes"]) > 20


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_page_never_scrolls_sideways(browser: Browser, tmp_path: Path, width: int) -> None:
    path = tmp_path / "register.html"
    path.write_text("".join(html(hostile(), before=earlier())), encoding="utf-8")
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(path.as_uri())
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.close()
    assert wide == width
