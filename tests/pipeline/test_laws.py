"""What holds whatever an estate says: laws, tried on the example."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.pipeline.conftest import DAY, Json, as_json, judged

from estate.pipeline import Options, load_estate, load_pack, run
from estate.report import findings_json, text

pytestmark = pytest.mark.no_cover

COMPARING = {rule.id for rule in load_pack(None).rules.values() if rule.comparison}
"""Rules that judge changes alone: a run without a base has no word of them."""

few = settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture])
"""A run over the whole example takes a while."""


def _without_places(found: Json) -> Json:
    """Leave out where things stand, and the digest of the files."""
    findings = [
        {
            **each,
            "location": None,
            "related": sorted(other["message"] for other in each["related"]),
        }
        for each in found["findings"]
    ]
    return {**found, "findings": findings, "inventory": {**found["inventory"], "digest": None}}


def _renderings(root: Path) -> list[str]:
    loaded = load_estate(root)
    outcome = run(loaded, Options(today=DAY, explain_unknown=True)).outcome
    return [
        "".join(findings_json.render(outcome)),
        "".join(text.render(outcome)),
        "".join(text.render(outcome, show="all", detail="verbose", colour=True)),
    ]


def test_the_same_bytes_twice(example: Path) -> None:
    assert _renderings(example) == _renderings(example)


class TestFiles:
    """The split into files and folders carries no meaning."""

    @few
    @given(seed=st.integers(0, 2**32))
    def test_order_and_names_change_nothing(self, seed: int, copy: Path, whole: Json) -> None:
        random = Random(seed)  # noqa: S311 - shuffles files
        inventory = copy / "inventory"
        files = sorted(inventory.rglob("*.yaml"))
        random.shuffle(files)
        for number, path in enumerate(files):
            folder = inventory / random.choice("abc") / random.choice("abc")
            folder.mkdir(parents=True, exist_ok=True)
            path.rename(folder / f"{number:03}-{random.randrange(10**6)}.{random.choice(ENDINGS)}")
        found = as_json(judged(copy))
        assert _without_places(found) == _without_places(whole)
        assert found["inventory"]["digest"] == whole["inventory"]["digest"]

    def test_a_file_for_each_record_changes_nothing(self, copy: Path, whole: Json) -> None:
        inventory = copy / "inventory"
        parts = [part for path in sorted(inventory.rglob("*.yaml")) for part in _records(path)]
        for path in inventory.rglob("*.yaml"):
            path.unlink()
        assert len(parts) > 500
        for number, part in enumerate(reversed(parts)):
            (inventory / f"{number:04}.yaml").write_text(part, encoding="utf-8")
        assert _without_places(as_json(judged(copy))) == _without_places(whole)

    def test_one_file_changes_nothing(self, copy: Path, whole: Json) -> None:
        sections: dict[str, list[str]] = {}
        for path in sorted((copy / "inventory").rglob("*.yaml")):
            defaults, records = _sections(path)
            if not defaults:  # they hold for the records of one file alone
                path.unlink()
                for section, record in records:
                    sections.setdefault(section, []).append(record)
        assert len(sections) > 3
        joined = "".join(f"{name}:\n{''.join(each)}" for name, each in sections.items())
        (copy / "inventory" / "everything.yaml").write_text(joined, encoding="utf-8")
        assert _without_places(as_json(judged(copy))) == _without_places(whole)


ENDINGS = ("yaml", "yml")


def _sections(path: Path) -> tuple[str, list[tuple[str, str]]]:
    """Return a file's defaults, and its records as they are written, each with its section."""
    defaults, section, records = "", "", list[tuple[str, str]]()
    for line in path.read_text(encoding="utf-8").splitlines(keepends=True):
        if re.match(r"[a-z]", line):
            section = line.partition(":")[0]
        if section == "defaults":
            defaults += line
        elif re.match(r"  [a-z0-9]", line):
            records.append((section, line))
        elif line.startswith("   "):
            records[-1] = (section, records[-1][1] + line)
    return defaults, records


def _records(path: Path) -> Iterator[str]:
    """Yield a file's records, each as a file of its own; with anchors they stay together."""
    written = path.read_text(encoding="utf-8")
    if "<<: *" in written:
        yield written
        return
    defaults, records = _sections(path)
    yield from (f"{defaults}{section}:\n{record}" for section, record in records)


class TestMore:
    """What has nothing to do with an asset says nothing about it."""

    @pytest.mark.parametrize(
        "record",
        [
            "servers: {zz-alone: {name: Zebra, software: [postgresql@9.6]}}",
            "applications: {zz-alone: {name: Zebra, status: planned}}",
            "sites: {zz-alone: {name: Zebra house}}",
            "contracts: {zz-alone: {name: Zebra hire, ends: 2025-01-01}}",
        ],
    )
    def test_another_asset_changes_no_finding(self, record: str, copy: Path, whole: Json) -> None:
        (copy / "inventory" / "zz-alone.yaml").write_text(f"{record}\n")
        found = as_json(judged(copy))
        others = [each for each in found["findings"] if each["subject"]["id"] != "zz-alone"]
        assert _about_products(others) == _about_products(whole["findings"])
        unknown = [each for each in found["unknown"] if each["subject"]["id"] != "zz-alone"]
        assert unknown == whole["unknown"]


def _about_products(findings: list[Json]) -> list[Json]:
    """Leave out what is about all versions of a product: one more is of its concern."""
    return [each for each in findings if each["subject"]["kind"] != "product"]


class TestAcceptances:
    def test_without_them_what_was_accepted_is_open(self, example: Path, whole: Json) -> None:
        bare = as_json(judged(example, exceptions=False))
        opened = [
            {**each, "status": _open(each), "exception": None}
            if each["status"] == "accepted"
            else each
            for each in whole["findings"]
        ]
        assert bare["findings"] == opened
        accepted = Counter(e["severity"] for e in whole["findings"] if e["status"] == "accepted")
        assert sum(accepted.values()) == whole["counts"]["accepted"] > 0
        for severity, number in accepted.items():
            assert bare["counts"][severity] == whole["counts"][severity] + number
        assert bare["counts"]["accepted"] == 0

    def test_each_is_named_and_says_so(self, example: Path) -> None:
        outcome = judged(example).outcome
        counting = {each.id: each for each in outcome.acceptances if each.counts}
        for finding in outcome.findings:
            assert (finding.status == "accepted") == (finding.exception is not None)
            if finding.exception:
                assert finding.fingerprint in counting[finding.exception].findings
        bare = judged(example, exceptions=False).outcome
        assert [each.id for each in bare.acceptances] == [each.id for each in outcome.acceptances]
        assert not any(each.counts or each.findings for each in bare.acceptances)
        assert all("left out by --no-exceptions" in each.reasons for each in bare.acceptances)


def _open(finding: Json) -> str:
    return "open" if finding["severity"] in {"critical", "high"} else "below-threshold"


@pytest.fixture(scope="module")
def rules(whole: Json) -> list[str]:
    return [rule["id"] for rule in whole["rules"]]


class TestChoice:
    """Choosing rules hides findings; it changes none, and no headline."""

    @few
    @given(data=st.data())
    def test_rules_do_not_meddle_with_each_other(
        self, data: st.DataObject, example: Path, whole: Json, rules: list[str]
    ) -> None:
        chosen = data.draw(st.sets(st.sampled_from(rules), min_size=1, max_size=6))
        option = data.draw(st.sampled_from(["select", "ignore"]))
        part = as_json(judged(example, **{option: tuple(chosen)}))
        on = chosen if option == "select" else set(rules) - chosen
        assert part["unmanaged"] == whole["unmanaged"]
        for kind in ("findings", "unknown"):
            expected = [each for each in whole[kind] if each["rule"] in on]
            assert [e for e in part[kind] if not _orphan(e)] == [
                e for e in expected if not _orphan(e)
            ]
        assert {rule["id"] for rule in part["rules"]} == on
        off = {each["rule"] for each in part["not_run"]}
        assert off - COMPARING == set(rules) - on

    @pytest.mark.parametrize(
        "chosen",
        [
            {"select": ("unsupported-software",)},
            {"select": ("overdue-review",)},
            {"select": ("expired-acceptance",)},
            {"ignore": ("unsupported-software", "unpaid-extended-support")},
            {"ignore": ("unauthorised-acceptance", "open-ended-acceptance")},
            {"fail_on": "never"},
            {"fail_on": "critical"},
        ],
        ids=str,
    )
    def test_what_is_unmanaged_is_the_same(
        self, chosen: dict[str, Any], example: Path, whole: Json
    ) -> None:
        assert as_json(judged(example, **chosen))["unmanaged"] == whole["unmanaged"]


def _orphan(each: Json) -> bool:
    """Whether it hangs on rules being run: what an acceptance covers is known only then."""
    return bool(each["rule"] == "orphaned-acceptance")


class TestCounts:
    def test_every_subject_ends_somewhere(self, whole: Json) -> None:
        for rule in whole["rules"]:
            assert rule["population"] == rule["failed"] + rule["unknown"] + rule["passed"], rule
            assert min(rule["passed"], rule["unknown"], rule["accepted"]) >= 0
            assert rule["accepted"] <= rule["failed"]

    def test_every_count_is_a_number_of_findings(self, whole: Json) -> None:
        failed = Counter(each["rule"] for each in whole["findings"])
        accepted = Counter(e["rule"] for e in whole["findings"] if e["status"] == "accepted")
        unknown = Counter(each["rule"] for each in whole["unknown"])
        for rule in whole["rules"]:
            name = rule["id"]
            counted = (rule["failed"], rule["accepted"], rule["unknown"])
            assert counted == (failed[name], accepted[name], unknown[name])

    def test_the_severities_add_up(self, whole: Json) -> None:
        assert sum(whole["counts"].values()) == len(whole["findings"])

    def test_no_subject_fails_a_rule_twice(self, whole: Json) -> None:
        names = [each["fingerprint"] for each in whole["findings"]]
        assert len(set(names)) == len(names)
        both = {(e["rule"], str(e["subject"])) for e in whole["findings"]}
        assert not both & {(e["rule"], str(e["subject"])) for e in whole["unknown"]}


@pytest.fixture(scope="session")
def lines(example: Path) -> dict[str, list[str]]:
    """Return the lines of every file of the example."""
    return {
        path.relative_to(example).as_posix(): path.read_text(encoding="utf-8").splitlines()
        for path in (example / "inventory").rglob("*.yaml")
    }


class TestPlaces:
    """Every finding stands where its value stands."""

    def _text(self, location: Json, lines: dict[str, list[str]]) -> str:
        line: str = lines[location["file"]][location["line"] - 1]
        whole = location["end_line"] == location["line"]
        return line[location["column"] - 1 : location["end_column"] - 1 if whole else None]

    def test_something_stands_there(self, whole: Json, lines: dict[str, list[str]]) -> None:
        for finding in whole["findings"]:
            if finding["subject"]["kind"] == "estate":
                continue
            found = self._text(finding["location"], lines)
            assert found
            assert found == found.strip()
            for other in finding["related"]:
                if other["file"]:
                    assert lines[other["file"]][other["line"] - 1][other["column"] - 1 :].strip()

    def test_at_software_stands_the_software(
        self, whole: Json, lines: dict[str, list[str]]
    ) -> None:
        seen = 0
        for finding in whole["findings"]:
            subject = finding["subject"]
            if subject["kind"] == "installation":
                found = self._text(finding["location"], lines)
                parts = {subject["product"], subject["version"], subject["id"]} - {""}
                assert any(part in found for part in parts), (finding["location"], found)
                seen += "@" in found or "product:" in found
        assert seen > 40

    def test_at_a_record_stands_its_id(self, whole: Json, lines: dict[str, list[str]]) -> None:
        kinds = {"application", "server", "device", "exception", "service", "project", "contract"}
        for finding in whole["findings"]:
            location = finding["location"]
            if finding["subject"]["kind"] in kinds and location["column"] == 3:
                assert self._text(location, lines) == finding["subject"]["id"]
