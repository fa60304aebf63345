from __future__ import annotations

import base64
import hashlib
import json
import re
from itertools import pairwise
from typing import Any

import pytest
from tests.report.html.parsed import Page
from tests.report.html.sources import attacked, example, page, small
from tests.report.stored_outcome import HOSTILE

from estate.report.html.views import VIEWS


def _parsed(text: str) -> Page:
    return Page(re.sub(r"<script>.*?</script>", "", text, flags=re.DOTALL))


def _data(text: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.DOTALL)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


def test_every_element_is_closed_and_every_id_is_unique() -> None:
    parsed = _parsed(page(small()))
    assert parsed.open == []
    assert len(parsed.ids) == len(set(parsed.ids))


def test_every_view_is_there_and_all_but_the_card_are_in_the_contents() -> None:
    parsed = _parsed(page(small()))
    shown = [each["id"] for each in parsed.all("section") if each.get("class") == "view"]
    assert len(shown) == len(VIEWS)
    links = [each["href"] for each in parsed.all("a")]
    assert {f"#{name}" for name in shown} - set(links) == {"#/card"}


def test_every_link_leads_to_a_view_a_record_a_finding_or_a_file_beside() -> None:
    text = page(example())
    data = _data(text)
    parsed = _parsed(text)
    records = {row[0][1] for row in data["listings"]["assets"]["rows"]}
    findings = {row[1][1] for row in data["listings"]["findings"]["rows"]}
    places = {"#main", "#/all", *(f"#{name}" for name in parsed.ids)}
    for each in parsed.all("a"):
        href = (each["href"] or "").partition("?")[0]
        assert href in places | records | findings | {"findings.json", "exceptions.html"}


def test_every_filter_in_a_link_is_one_of_the_list() -> None:
    text = page(example())
    keys = {column["key"] for column in _data(text)["listings"]["findings"]["columns"]}
    queries = re.findall(r'href="#/findings\?([^"]*)"', text)
    asked = {pair.partition("=")[0] for query in queries for pair in query.split("&amp;")}
    assert asked
    assert asked <= keys


def test_nothing_is_fetched() -> None:
    parsed = _parsed(page(attacked()))
    loading = {"src", "srcset", "action", "data", "poster", "background", "style"}
    assert not [name for _, attributes in parsed.tags for name in attributes if name in loading]
    assert not [name for _, each in parsed.tags for name in each if name.startswith("on")]
    assert {tag for tag, _ in parsed.tags}.isdisjoint({"link", "img", "iframe", "object", "base"})


@pytest.mark.parametrize("tag", ["style", "script"])
def test_the_policy_allows_the_pages_own_style_and_script_alone(tag: str) -> None:
    text = page(small())
    metas = _parsed(text).all("meta")
    policy = next(each["content"] or "" for each in metas if "http-equiv" in each)
    content = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
    assert len(content) == 1
    digest = base64.b64encode(hashlib.sha256(content[0].encode()).digest()).decode()
    assert f"{tag}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy


def test_headings_go_down_a_step_at_a_time() -> None:
    tags = [tag for tag, _ in _parsed(page(small())).tags]
    levels = [int(tag[1]) for tag in tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))


def test_every_table_has_a_caption_and_scopes() -> None:
    parsed = _parsed(page(small()))
    assert len(parsed.all("table")) == len(parsed.all("caption")) > 15
    assert {each.get("scope") for each in parsed.all("th")} == {"col", "row"}


def test_every_picture_says_in_words_what_it_shows() -> None:
    parsed = _parsed(page(example()))
    drawings = [each for each in parsed.all("div") if each.get("role") == "img"]
    assert len(drawings) == len(_data(page(example()))["pictures"]) > 8
    assert all(each["aria-label"] for each in drawings)


def test_there_are_landmarks_and_a_way_past_them() -> None:
    parsed = _parsed(page(small()))
    assert parsed.all("a")[0]["href"] == "#main"
    assert [len(parsed.all(tag)) for tag in ("header", "nav", "main", "footer")] == [1, 1, 1, 1]
    assert parsed.all("html")[0]["lang"] == "en-GB"


def test_hostile_text_is_shown_and_not_obeyed() -> None:
    text = page(attacked())
    parsed = _parsed(text)
    assert parsed.open == []
    assert [each.get("type") for each in parsed.all("script")] == ["application/json"]
    assert text.count("<script>") == 1
    assert HOSTILE[0] in "".join(parsed.texts["bdi"])
    assert "{{ 7*7 }}" in text
    without = re.sub(r"<script>.*?</script>", "", text, flags=re.DOTALL)
    assert all(character.isprintable() or character == "\n" for character in without)


def test_hostile_text_in_the_data_is_data() -> None:
    text = page(attacked())
    names = [row[0][0] for row in _data(text)["listings"]["assets"]["rows"]]
    assert HOSTILE[0] in names
    assert "safe⟨U+202E⟩gpj.exe" in names
    assert max(map(len, names)) < 700


def test_what_is_small_can_be_read_without_the_script() -> None:
    text = page(small())
    for words in (
        "1</b> <span>unmanaged unsupported installation",
        "Tax contract",
        "Unsupported software without SIRO sign-off",
        "The list needs a script; findings.json beside this page holds all of them.",
    ):
        assert words in text


def test_the_example_is_small_enough_to_send() -> None:
    assert len(page(example()).encode()) < 3_000_000
