from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from tests.report.stored_outcome import HOSTILE, large

from estate.findings import Outcome, Severity, Unmanaged
from estate.report.html import render
from estate.report.html.listing import FEW, MANY

Golden = Callable[[str, Iterable[str]], None]
VOID = {"meta", "input", "br", "link"}


class Page(HTMLParser):
    """What a browser would make of the page: elements, ids, headings and what it would fetch."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.ids += [value for name, value in attrs if name == "id" and value]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open:
            self.texts.setdefault(self.open[-1], []).append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def _page(outcome: Outcome) -> str:
    return "".join(render(outcome))


def test_the_page_is_the_golden_one(outcome: Outcome, golden: Golden) -> None:
    golden("index.html", render(outcome, beside=("findings.json", "estate.svg")))


def test_every_element_is_closed_and_every_id_is_unique(outcome: Outcome) -> None:
    page = Page(_page(outcome))
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))


def test_every_link_within_the_page_has_a_target(outcome: Outcome) -> None:
    page = Page(_page(outcome))
    links = [each["href"] or "" for each in page.all("a")]
    inside = {link[1:] for link in links if link.startswith("#")}
    assert inside <= set(page.ids)
    assert {link for link in links if not link.startswith("#")} == {"findings.json"}


def test_nothing_is_fetched(hostile: Outcome) -> None:
    page = Page(_page(hostile))
    loading = {"src", "srcset", "action", "data", "poster", "background", "style"}
    assert not [name for _, attributes in page.tags for name in attributes if name in loading]
    assert not [name for _, attributes in page.tags for name in attributes if name.startswith("on")]
    assert {tag for tag, _ in page.tags}.isdisjoint({"link", "img", "iframe", "object", "base"})


@pytest.mark.parametrize("tag", ["style", "script"])
def test_the_policy_allows_the_pages_own_style_and_script_alone(outcome: Outcome, tag: str) -> None:
    text = _page(outcome)
    page = Page(text)
    policy = next(each["content"] or "" for each in page.all("meta") if "http-equiv" in each)
    content = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
    assert len(content) == 1
    digest = base64.b64encode(hashlib.sha256(content[0].encode()).digest()).decode()
    assert f"{tag}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy


def test_headings_go_down_a_step_at_a_time(outcome: Outcome) -> None:
    levels = [int(tag[1]) for tag, _ in Page(_page(outcome)).tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))


def test_every_table_has_a_caption_and_scopes(outcome: Outcome) -> None:
    page = Page(_page(outcome))
    assert len(page.all("table")) == len(page.all("caption")) == 5
    assert {each.get("scope") for each in page.all("th")} == {"col", "row"}


def test_there_are_landmarks_and_a_way_past_them(outcome: Outcome) -> None:
    page = Page(_page(outcome))
    assert page.all("a")[0]["href"] == "#main"
    assert [len(page.all(tag)) for tag in ("header", "nav", "main", "footer")] == [1, 1, 1, 1]
    assert page.all("html")[0]["lang"] == "en-GB"


def test_every_finding_is_there_with_place_and_reason(outcome: Outcome) -> None:
    text = _page(outcome)
    page = Page(text)
    for found in outcome.findings:
        assert f"f-{found.fingerprint}" in page.ids
        assert found.message in text
    assert "inventory/applications/revenues.yaml:14:16" in text
    assert "<bdi>support ended: 2022-03-31</bdi>" in text


def test_the_headline_is_the_number_of_unmanaged_installations(outcome: Outcome) -> None:
    text = _page(outcome)
    assert "<b>3</b> <span>unmanaged unsupported installations</span>" in text
    assert "41 further installations is unknown" in text
    clean = _page(replace(outcome, unmanaged=Unmanaged(1, 1, 0)))
    assert "<b>1</b> <span>unmanaged unsupported installation</span>" in clean
    assert "service rests on" in clean
    assert "is unknown, so there may be more" not in clean


def test_organisations_count_what_they_share(outcome: Outcome) -> None:
    text = _page(outcome)
    rows = re.findall(r'<tr><th scope="row"><bdi>([^<]*)</bdi></th>(.*?)</tr>', text)
    numbers = {name: re.findall(r">(\d+)</td>", cells) for name, cells in rows}
    assert numbers["Marram Borough Council"] == ["4", "1", "1", "0", "0", "2"]
    assert numbers["Saltern District Council"] == ["0", "0", "1", "1", "0", "2"]
    assert numbers["No organisation recorded"] == ["0", "0", "1", "0", "0", "0"]


def test_hostile_text_is_shown_and_not_obeyed(hostile: Outcome) -> None:
    text = _page(hostile)
    page = Page(text)
    assert page.open == []
    assert len(page.all("script")) == 1
    assert text.count("<script>") == 1
    assert all(character.isprintable() or character == "\n" for character in text)
    assert "{{ 7*7 }}" in text
    assert "49" not in "".join(page.texts.get("bdi", []))
    assert "".join(page.texts["title"]).startswith(HOSTILE[0])


def test_a_large_estate_stays_a_page() -> None:
    assert len(_page(large(2000)).encode()) < 3_000_000
    assert len(_page(large(10_000, rules=60)).encode()) < 3_000_000


def test_a_rule_lists_so_many_and_counts_the_rest() -> None:
    text = _page(large(12_000, rules=12))
    listed = [
        len(re.findall('<li class="finding"', part))
        for part in text.split('<details class="rule"')[1:]
    ]
    assert listed == [MANY] * 10 + [FEW] * 2
    assert f"The first {MANY} are listed; 800 more are in findings.json." in text


def test_a_clean_estate_says_that_unknown_is_no_pass(outcome: Outcome) -> None:
    clean = replace(outcome, findings=(), unknown=(), acceptances=(), not_run=(), threshold="never")
    text = _page(clean)
    for words in (
        "No rule found a fault. What is unknown is no pass",
        "No gap was found.",
        "Nobody has accepted a risk.",
        "Every question was answered.",
        "Every rule ran.",
        "Nothing was found in any organisation.",
        "<dt>A run fails</dt><dd>never</dd>",
    ):
        assert words in text
    assert Page(text).open == []


def test_a_rule_without_a_text_goes_by_its_id(outcome: Outcome) -> None:
    text = _page(replace(outcome, rules=(), gaps_fail=True))
    assert "<h3>unsupported-software</h3>" in text
    assert "gaps included" in text


def test_an_acceptance_without_dates_says_so(outcome: Outcome) -> None:
    vague = replace(
        outcome.acceptances[0], accepted_by="", accepted_on=None, review_by=None, expires=None
    )
    text = _page(replace(outcome, acceptances=(vague,)))
    for words in ("nobody named", "on no date", "no end"):
        assert words in text


def test_a_missing_field_says_where_to_add_it_and_what_it_settles(outcome: Outcome) -> None:
    page = _page(outcome)
    assert "<code>version</code>" in page
    assert "1 rule on 41 subjects" in page
    assert "nothing alone; " in page


def test_more_missing_fields_than_are_ranked_are_counted(outcome: Outcome) -> None:
    many = tuple(replace(outcome.unknown[0], missing=(f"field_{n}",)) for n in range(25))
    assert "5 more fields in findings.json" in _page(replace(outcome, unknown=many))


def test_findings_of_a_ladder_show_each_its_own_severity(outcome: Outcome) -> None:
    fault = next(finding for finding in outcome.findings if finding.kind == "fault")
    grades: tuple[Severity, ...] = ("high", "medium", "medium")
    ladder = tuple(
        replace(fault, severity=grade, fingerprint=f"{n:020}") for n, grade in enumerate(grades)
    )
    page = "".join(render(replace(outcome, findings=ladder)))
    assert "findings: 1 high, 2 medium" in page
    assert page.count('<p class="meta"><span><span class="grade medium">') == 2
