"""Findings that are alike: told once with a count, none of them lost."""

from __future__ import annotations

from dataclasses import replace

from tests.report.stored_outcome import large

from estate.findings import Finding, Subject
from estate.report.text import Detail, render
from estate.report.text.alike import alike

MANY = large(600, rules=1)


def _text(show: str | None = None, detail: Detail = "normal") -> str:
    return "".join(render(MANY, show=show, detail=detail))


def test_findings_in_the_same_words_are_one_paragraph_with_a_count() -> None:
    text = _text()
    assert text.count("critical[rule-00]") == 1
    assert "600 alike, the first: Application 0 runs Oracle Database 12.2" in text
    assert "and 597 more (-v or --show all lists each, --format json too)" in text
    assert text.count(" --> ") == 3


def test_each_is_listed_where_everything_is_asked_for() -> None:
    assert _text("all").count("critical[rule-00]") == 600
    assert _text(detail="verbose").count("critical[rule-00]") == 600


def test_one_line_each_is_not_folded() -> None:
    assert "alike" not in _text(detail="quiet")


def _installed(number: int, product: str, cycle: str, version: str) -> Finding:
    first = MANY.findings[0]
    detail = (("product", product), ("version", version))
    subject = Subject("installation", f"srv-{number}", detail, f"S{number}")
    message = f"S{number} runs {product} {version}"
    return replace(first, subject=subject, message=message, facts=(("cycle", cycle),))


def test_one_product_and_release_are_alike_whatever_the_version() -> None:
    one = [_installed(n, "postgresql", "14", f"14.{n}") for n in range(12)]
    other = [_installed(n, "postgresql", "15", "15") for n in range(11)]
    groups, rest = alike([*one, *other])
    assert [group.findings for group in groups] == [tuple(one)]
    assert rest == other


def test_none_is_lost_and_none_is_told_twice() -> None:
    found = list(MANY.findings)[:30] + [_installed(n, "postgresql", "14", "14") for n in range(5)]
    groups, rest = alike(found)
    told = [finding for group in groups for finding in group.findings]
    assert sorted(map(id, told + rest)) == sorted(map(id, found))


def test_the_worst_and_most_come_first() -> None:
    critical = list(MANY.findings)[:12]
    low = [replace(finding, severity="low") for finding in MANY.findings[:40]]
    more = [replace(finding, rule="rule-01") for finding in MANY.findings[:20]]
    groups, _ = alike([*low, *critical, *more])
    assert [len(group.findings) for group in groups] == [20, 12, 40]
