"""`--baseline` and `--write-baseline`: known findings, listed and counted apart."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import DAY, Ran, Run


@pytest.fixture
def known(small: Path) -> Path:
    """Return the path of a baseline that is not there yet."""
    return small / "baseline.json"


def _check(run: Run, small: Path, *arguments: str, command: str = "check") -> Ran:
    return run(command, "--as-of", DAY, *arguments, at=small)


def _json(run: Run, small: Path, *arguments: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(_check(run, small, "--format", "json", *arguments).out)
    return found


def _open(found: dict[str, Any]) -> set[str]:
    return {f["fingerprint"] for f in found["findings"] if f["status"] == "open"}


def _entries(path: Path) -> dict[str, Any]:
    entries: dict[str, Any] = json.loads(path.read_text())["findings"]
    return entries


def test_what_is_written_is_known_in_the_same_run_and_after(
    run: Run, small: Path, known: Path
) -> None:
    before = _json(run, small)
    wrote = _check(run, small, "--write-baseline", str(known))
    assert f"wrote baseline.json: {len(_entries(known))} known findings, 0 taken out" in wrote.err
    after = _json(run, small, "--baseline", str(known))
    assert after["counts"]["baselined"] == len(_entries(known)) > 0
    assert len(after["findings"]) == len(before["findings"])
    assert after["unmanaged"] == before["unmanaged"]
    assert after["counts"]["accepted"] == before["counts"]["accepted"]
    assert "Baselined (known, to be worked off" in wrote.out


def test_a_failed_acceptance_is_never_hidden(run: Run, small: Path, known: Path) -> None:
    wrote = _check(run, small, "--write-baseline", str(known))
    assert wrote.code == 1
    after = _json(run, small, "--baseline", str(known))
    about = {f["fingerprint"] for f in after["findings"] if f["subject"]["kind"] == "exception"}
    assert about
    assert about.isdisjoint(_entries(known))
    assert about & _open(after)
    bare = _json(run, small, "--baseline", str(known), "--no-exceptions")
    assert _open(after) <= _open(bare)


def test_it_never_grows(run: Run, small: Path, known: Path) -> None:
    _check(run, small, "--write-baseline", str(known))
    before = _entries(known)
    (small / "inventory" / "new.yaml").write_text(
        "servers: {srv-new: {name: NEW01, supports: [council-tax], software: [windows@2012]}}\n"
    )
    _check(run, small, "--write-baseline", str(known))
    assert _entries(known).keys() <= before.keys()
    after = _json(run, small, "--baseline", str(known))
    assert any(f["subject"]["id"] == "srv-new" and f["status"] == "open" for f in after["findings"])


def test_what_is_gone_is_warned_about_and_taken_out(run: Run, small: Path, known: Path) -> None:
    _check(run, small, "--write-baseline", str(known))
    content = json.loads(known.read_text())
    sample = next(iter(content["findings"].values()))
    gone = {f"{number:020x}": sample for number in range(12)}
    content["findings"] |= gone
    known.write_text(json.dumps(content))
    done = _check(run, small, "--baseline", str(known))
    assert "warning: baseline.json: 12 entries are no longer found; --write-baseline" in done.err
    assert "and 2 more" in done.err
    assert known.read_text() == json.dumps(content)
    both = ("--baseline", str(known), "--write-baseline", str(known))
    done = _check(run, small, "-q", *both)
    assert done.err.count("no longer found; taken out") == 1
    assert "wrote" not in done.err
    assert gone.keys().isdisjoint(_entries(known))
    assert "warning" not in _check(run, small, "--baseline", str(known)).err


def test_rules_that_did_not_run_keep_their_entries(run: Run, small: Path, known: Path) -> None:
    _check(run, small, "--write-baseline", str(known))
    before = known.read_text()
    done = _check(run, small, "--select", "stale-catalogue", "--write-baseline", str(known))
    assert "warning" not in done.err
    assert known.read_text() == before


def test_two_files(run: Run, small: Path, known: Path) -> None:
    _check(run, small, "--write-baseline", str(known))
    other = small / "other.json"
    _check(run, small, "--baseline", str(known), "--write-baseline", str(other))
    assert other.read_text() == known.read_text()


def test_a_malformed_file_is_2_and_left_alone(run: Run, small: Path, known: Path) -> None:
    known.write_text('{\n  "schema": "other"\n}\n')
    for option in ("--baseline", "--write-baseline"):
        done = _check(run, small, option, str(known))
        assert done.code == 2
        assert "baseline.json:2:3" in done.err
        assert known.read_text() == '{\n  "schema": "other"\n}\n'
    assert _check(run, small, "--baseline", "nothing.json").code == 2


def test_the_audit_knows_it_too(run: Run, small: Path, known: Path) -> None:
    _check(run, small, "--write-baseline", str(known), command="audit")
    report = json.loads((small / "reports" / "findings.json").read_text())
    assert report["counts"]["baselined"] == len(_entries(known))
