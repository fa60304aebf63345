from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from tests.report.stored_outcome import HOSTILE, RULES

from estate.findings import Outcome
from estate.report.explain import RuleText, Section, card, finding_page, rule_page

Golden = Callable[[str, Iterable[str]], None]


def test_a_finding_is_explained_as_the_golden_file_has_it(outcome: Outcome, golden: Golden) -> None:
    golden("explain-finding.txt", finding_page(outcome.findings[1], outcome))
    golden("explain-accepted.txt", finding_page(outcome.findings[3], outcome))


def test_a_rule_has_its_page(golden: Golden) -> None:
    rule = RULES[0]
    rows = (("judges", "installation"), ("fails when", 'support.status == "ended"'))
    text = RuleText(rule.id, rule.title, rule.severity, rule.why, rule.fix, rule.authority, rows)
    golden("explain-rule.txt", rule_page(text, [Section("Here", (("population", "903"),))]))


def test_an_asset_has_its_card() -> None:
    sections = [
        Section("Record", (("organisation", "Marram"), ("a name that is far too long", "x"))),
        Section("Empty", ()),
    ]
    assert "".join(card("Academy", "application academy", sections)) == (
        "Academy\n"
        "application academy\n"
        "\n"
        "Record\n"
        "  organisation              Marram\n"
        "  a name that is far too long  x\n"
    )


def test_a_finding_that_stands_in_no_file_says_so(outcome: Outcome) -> None:
    found = replace(outcome.findings[-2], path=("estate",))
    page = "".join(finding_page(found, outcome))
    assert "-->" not in page
    assert "estate  not written in a file" in page


def test_an_exception_without_end_says_so(outcome: Outcome) -> None:
    endless = tuple(replace(each, expires=None) for each in outcome.acceptances)
    page = "".join(finding_page(outcome.findings[3], replace(outcome, acceptances=endless)))
    assert "with no end" in page


def test_a_rule_that_is_not_told_of_is_left_out(outcome: Outcome) -> None:
    page = "".join(finding_page(outcome.findings[0], replace(outcome, rules=())))
    assert "Why it matters" not in page


def test_hostile_names_are_shown_and_not_obeyed(hostile: Outcome) -> None:
    for found in hostile.findings:
        assert "".join(finding_page(found, hostile)).replace("\n", "").isprintable()
    for text in HOSTILE:
        sections = [Section(text, ((text, text),))]
        assert "".join(card(text, "", sections)).replace("\n", "").isprintable()
