from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import replace

from estate.findings import Outcome
from estate.report.findings_json import render

Golden = Callable[[str, Iterable[str]], None]


def test_the_document_is_the_golden_one(outcome: Outcome, golden: Golden) -> None:
    golden("findings.json", render(outcome))


def test_keys_stand_in_the_order_of_the_contract(outcome: Outcome) -> None:
    document = json.loads("".join(render(outcome)))
    assert list(document)[:10] == [
        "schema", "estate", "as_of", "tool", "inventory", "lifecycle", "counts", "unmanaged",
        "rules", "findings",
    ]  # fmt: skip
    assert list(document["findings"][0]) == [
        "fingerprint", "rule", "severity", "status", "subject", "message", "location", "related",
        "facts", "path", "exception",
    ]  # fmt: skip


def test_counts_and_findings_agree(outcome: Outcome) -> None:
    document = json.loads("".join(render(outcome)))
    assert sum(document["counts"].values()) == len(document["findings"]) == len(outcome.findings)
    assert len(document["unknown"]) == len(outcome.unknown)


def test_an_accepted_finding_names_its_exception(outcome: Outcome) -> None:
    found = json.loads("".join(render(outcome)))["findings"]
    assert [f["exception"] for f in found if f["status"] == "accepted"] == ["ex-2026-015"]
    assert {f["exception"] for f in found if f["status"] != "accepted"} == {None}


def test_what_stands_in_no_file_has_no_location(outcome: Outcome) -> None:
    found = json.loads("".join(render(outcome)))["findings"]
    assert [f["rule"] for f in found if f["location"] is None] == ["stale-catalogue"]


def test_nothing_in_it_can_act_on_a_terminal(hostile: Outcome) -> None:
    text = "".join(render(hostile))
    assert text.isascii()
    assert text.replace("\n", "").isprintable()
    assert json.loads(text)["findings"][4]["message"] == hostile.findings[4].message


def test_a_finding_takes_one_line(hostile: Outcome) -> None:
    lines = "".join(render(hostile)).split("\n")
    assert sum(line.startswith('    {"fingerprint"') for line in lines) == len(hostile.findings)


def test_an_estate_without_findings_is_a_document_too(outcome: Outcome) -> None:
    empty = replace(outcome, findings=(), unknown=(), rules=(), not_run=())
    assert json.loads("".join(render(empty)))["findings"] == []
