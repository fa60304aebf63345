from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest
from tests.report.stored_outcome import large

from estate.findings import SEVERITIES, Outcome
from estate.report.text import SHOWS, Detail, render

Golden = Callable[[str, Iterable[str]], None]


def _text(outcome: Outcome, show: str | None = None, detail: Detail = "normal") -> str:
    return "".join(render(outcome, show=show, detail=detail))


@pytest.mark.parametrize(
    ("name", "show", "detail"),
    [
        ("check", None, "normal"),
        ("check-all-verbose", "all", "verbose"),
        ("check-gaps", "gaps", "normal"),
        ("check-unknown", "unknown", "normal"),
        ("check-quiet", None, "quiet"),
    ],
)
def test_the_text_is_the_golden_one(
    outcome: Outcome, golden: Golden, name: str, show: str | None, detail: Detail
) -> None:
    golden(f"{name}.txt", render(outcome, show=show, detail=detail, width=100))


def test_colour_adds_nothing_but_colour(outcome: Outcome) -> None:
    plain = _text(outcome, "all")
    coloured = "".join(render(outcome, show="all", colour=True))
    assert coloured != plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


def test_each_finding_that_fails_stands_at_its_line(outcome: Outcome) -> None:
    text = _text(outcome)
    for found in outcome.failing:
        assert f"{found.severity}[{found.rule}]: {found.message}\n" in text
        assert found.fingerprint in text


def test_findings_of_one_rule_on_one_line_share_the_line(outcome: Outcome) -> None:
    lines = _text(outcome).splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("14 |"))
    underline = lines[at + 1]
    assert underline.count("^" * 20) == 2
    assert lines[at].index("oracle-database") == underline.index("^")


def test_gaps_are_a_line_per_rule_and_organisation(outcome: Outcome) -> None:
    text = _text(outcome)
    assert "Nobody knows the support of app-0" not in text
    assert re.search(r"high +1 +unknown-support +Marram Borough Council\n", text)
    assert "policy.gaps" not in text
    assert "policy.gaps" in _text(replace(outcome, gaps_fail=True))


def test_what_is_accepted_names_exception_and_end(outcome: Outcome) -> None:
    assert re.search(
        r"critical +ex-2026-015 until 2027-02-28 +unsupported-software", _text(outcome)
    )


def test_the_headline_and_the_next_step_close_the_text(outcome: Outcome) -> None:
    lines = _text(outcome).splitlines()
    assert (
        "3 unmanaged unsupported installations, 5 services rest on them; 41 of unknown support"
        in lines
    )
    assert "5 findings at or above high fail this run" in lines
    assert lines[-1] == f"Next: estate explain {outcome.failing[0].fingerprint}"


@pytest.mark.parametrize("show", [None, *SHOWS])
def test_what_is_shown_never_changes_the_counts(outcome: Outcome, show: str | None) -> None:
    assert _text(outcome, show).endswith(
        _text(outcome)[_text(outcome).index("Marram and Saltern on") :]
    )


@pytest.mark.parametrize("show", SEVERITIES)
def test_every_open_finding_is_shown_or_counted(outcome: Outcome, show: str) -> None:
    text = _text(outcome, show)
    for found in outcome.findings:
        assert found.message in text or re.search(rf" \d+  {found.rule}", text)


def test_a_severity_shows_in_full_from_there_up(outcome: Outcome) -> None:
    assert "critical[" in _text(outcome, "critical")
    assert "high[" not in _text(outcome, "critical")
    assert "low[version-sprawl]" in _text(outcome, "low")


def test_a_run_that_never_fails_says_so(outcome: Outcome) -> None:
    text = _text(replace(outcome, threshold="never"))
    assert "no finding fails this run" in text
    assert "high[" in text


def test_a_clean_estate_is_told_in_a_few_lines(outcome: Outcome) -> None:
    text = _text(replace(outcome, findings=(), unknown=(), not_run=()))
    assert "nothing at or above high" in text
    assert "Next:" not in text
    assert len(text.splitlines()) < 16


def test_too_many_findings_of_a_rule_are_cut_and_counted() -> None:
    like = large(600, rules=1)
    apart = [replace(f, message=f"{n} {f.message}") for n, f in enumerate(like.findings)]
    many = replace(like, findings=tuple(apart))
    text = _text(many)
    assert text.count("critical[rule-00]") == 20
    assert "and 580 more of rule-00 (--show all, or --format json)" in text
    assert _text(many, "all").count("critical[rule-00]") == 600


def test_a_long_list_of_acceptances_is_cut_and_counted(outcome: Outcome) -> None:
    many = outcome.findings[3:4] * 30
    assert "  and 10 more (--show all" in _text(replace(outcome, findings=many))


def test_verbose_unknowns_name_the_subjects(outcome: Outcome) -> None:
    text = _text(outcome, "unknown", "verbose")
    assert text.count("(installation): version") == 20
    assert "  and 21 more" in text
    assert _text(outcome, "all").count("(installation): version") == 41


def test_unknowns_say_what_to_ask_for_next(outcome: Outcome) -> None:
    text = " ".join(_text(outcome, "unknown").split())
    assert "adding `version` to " in text
    assert " settles 1 rule on 41 subjects: " in text
    many = tuple(replace(outcome.unknown[0], missing=(f"field_{n}",)) for n in range(25))
    cut = _text(replace(outcome, unknown=many), "unknown")
    assert cut.count("adding `field_") == 20
    assert "  and 5 more" in cut


def test_what_is_baselined_is_told_in_a_line_for_each_rule(outcome: Outcome) -> None:
    known = tuple(replace(f, status="baselined", exception=None) for f in outcome.findings)
    text = _text(replace(outcome, findings=known))
    assert "Baselined (known, to be worked off" in text
    for rule in {finding.rule for finding in known}:
        assert re.search(rf" \d+  {rule} ", text)


def test_an_unknown_of_a_rule_without_a_result_is_still_told(outcome: Outcome) -> None:
    assert "41    unsupported-software" in _text(replace(outcome, rules=()), "unknown")


def test_nothing_unknown_says_nothing(outcome: Outcome) -> None:
    assert "what is missing" not in _text(replace(outcome, unknown=()), "unknown")


def test_baselined_findings_are_counted_and_shown_with_all(outcome: Outcome) -> None:
    known = replace(outcome.findings[1], status="baselined", exception=None)
    some = replace(outcome, findings=(known,))
    assert re.search(r"baselined +1\n", _text(some))
    assert "(baselined)" in _text(some, "all")
    assert "critical[" not in _text(some)


@pytest.mark.parametrize("show", [None, *SHOWS])
@pytest.mark.parametrize("detail", ["quiet", "normal", "verbose"])
def test_hostile_text_is_shown_and_not_obeyed(
    hostile: Outcome, show: str | None, detail: Detail
) -> None:
    text = _text(hostile, show, detail)
    assert text.replace("\n", "").isprintable()
    assert text.encode()


@pytest.mark.parametrize("width", [1, 40, 200])
def test_every_width_will_do(outcome: Outcome, width: int) -> None:
    lines = list(render(outcome, width=width))
    assert all(line.endswith("\n") and line.count("\n") == 1 for line in lines)
